"""What the contents of sessions and baselines are as form values, for the browser's twins (static/js/campo/formularios)."""

import json
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docentes.models import Docente
from visitas.campo.registros import formularios_de_registros
from visitas.forms import registro_de_sesion, sesion_nueva
from visitas.forms.linea_de_base import CaracterizacionForm, recoger
from visitas.forms.linea_de_base.catalogo import DIMENSIONES, GRADOS, LENGUAS, MEDIOS, SERVICIOS
from visitas.forms.linea_de_base.contenido import aplanar_contenido
from visitas.forms.sesion import SesionNoRealizadaForm, no_realizada
from visitas.forms.sesion_nueva import SesionNuevaForm
from visitas.forms.visita.plano import podar
from visitas.models import NivelEducativo, Signo
from visitas.services.sesion import SesionRechazada, escribir_no_realizada

from .envios_de_registros import contenido_de_base, contenido_de_sesion
from .fabricas_de_base import valores

ARCHIVO = Path(__file__).parent / "vectores_registros.json"
SESION = "01930d3c-0000-7000-8000-000000000005"
GENTE = [SimpleNamespace(pk=UUID(f"01930d3c-0000-7000-8000-00000000000{n}")) for n in (1, 2, 3)]
INSTRUMENTO = {"codigo": "desempenos", "version": 2}
ESCUELA = SimpleNamespace(codigo="0259564-0")
PRIMARIA = NivelEducativo.PRIMARIA
TEXTO_DIFICIL = "Primera línea.\nSegunda, con ñ, e\u0301 y «comillas».\n\tSangría 😀"


def _sesiones():
    sesion = SimpleNamespace(pk=UUID(SESION), fecha=SimpleNamespace(isoformat=lambda: "2026-10-29"))
    yield contenido_de_sesion(sesion, GENTE)
    yield contenido_de_sesion(sesion, GENTE[:1], GENTE[1:], acuerdos="", desarrollo=TEXTO_DIFICIL)
    yield contenido_de_sesion(sesion, [], GENTE, inicio="", fin="25:00", fecha="")


def _nuevas():
    """Sessions that were not planned: what was done, as any other's, and their plan."""
    plan = {
        "tipo": "gia",
        "tema": "Leer en voz alta",
        "lugar": "Local comunal",
        "escuela": "0259564-0",
        "instrumento": INSTRUMENTO,
        "competencias": [2, 10],
        "invitados": sorted(str(d.pk) for d in GENTE),
    }
    hechas = list(_sesiones())
    yield hechas[0] | plan
    yield hechas[1] | plan | {"escuela": "", "competencias": [], "tema": "Ñandú e\u0301", "invitados": []}
    yield hechas[2] | plan | {"tipo": "", "lugar": ""}


def _no_realizadas():
    yield no_realizada(SESION, "lluvia", "")
    yield no_realizada(SESION, "otro", " Fiesta\r\npatronal e\u0301 ")
    yield no_realizada(SESION, "", "")


def _bases():
    base = contenido_de_base(ESCUELA)
    celda = {"grado": "1", "inicio": 0, "proceso": None, "satisfactorio": 12}
    yield base
    yield base | {"momento": "cierre", "contexto": TEXTO_DIFICIL, "lenguas": ["quechua", "Culle", "Jaqaru"]}
    yield base | {"distancia_km": "", "minutos_de_viaje": 0, "servicios": ["ninguno"]}
    yield base | {
        "distancia_km": "lejos",
        "minutos_de_viaje": "dos horas",
        "medio": "",
        "grados": [
            {"grado": "1", "matricula": "doce", "aula": "1"},
            {"grado": "3", "matricula": None, "aula": "2"},
            {"grado": "6", "matricula": 0, "aula": ""},
        ],
    }
    yield base | {
        "hallazgos": [dict.fromkeys(("dimension", "signo", "prioridad", "evidencia"), "") | {"texto": "x"}]
    }
    yield base | {
        "aprendizajes": [
            {"area": "comunicacion", "fuente": "", "grados": [celda]},
            {"area": "matematica", "fuente": "Prueba regional", "grados": []},
        ]
    }
    yield base | {"grados": [], "lenguas": [], "servicios": [], "hallazgos": [], "aprendizajes": []}


def _incompletas():
    yield valores()
    yield {"lenguas": [], "servicios": []}
    yield valores(
        matricula_1="0", aula_2=None, lenguas=[], lengua_otra="Culle", servicios=["ninguno", "agua"]
    )
    yield valores(matricula_1=None, matricula_2=None, minutos_de_viaje="", medio="", como_llegar="  ")
    yield valores(
        hallazgo_0_evidencia="", hallazgo_1_signo="", hallazgo_3_dimension="", hallazgo_2_prioridad=""
    )
    yield from _ilegibles()
    for distancia in ("1e2", "1e-1", "12.", "+12", "1_0", "١٢", "12,55", "999,95", "1000", "000012", "lejos"):
        yield valores(distancia_km=distancia)
    for distancia in ("", " 12 ", "12.5", "00012,5", "999,9"):
        yield valores(distancia_km=distancia)
    yield valores(aprendizaje_1_comunicacion_proceso="", fuente_comunicacion="")
    yield valores(aprendizaje_1_comunicacion_inicio="9", aprendizaje_2_matematica_inicio="0")
    yield valores(
        aprendizaje_2_matematica_inicio="0",
        aprendizaje_2_matematica_proceso="0",
        aprendizaje_2_matematica_satisfactorio="0",
    )


def _ilegibles():
    """What a field cannot hold, alone and beside what depends on it."""
    for numero in ("doce", "401", "-1", "1.0", "1e2", "000012", "١٢", " 400 "):
        yield valores(matricula_1=numero, minutos_de_viaje=numero)
        yield valores(aprendizaje_1_comunicacion_inicio=numero)
    yield valores(minutos_de_viaje="2881")
    yield valores(**{f"aprendizaje_1_comunicacion_{n}": "x" for n in ("inicio", "proceso", "satisfactorio")})
    yield valores(matricula_1="doce", matricula_2="", aula_1="", aula_2="")
    yield valores(aula_1="9", medio="avion", hallazgo_0_prioridad="4", hallazgo_1_dimension="otra")
    yield valores(hallazgo_2_signo="regular", lenguas=["klingon"], servicios=["agua", "gas"])
    for campo, maximo in {"como_llegar": 2000, "contexto": 3000, "hallazgo_0_texto": 1000}.items():
        yield valores(**{campo: "ñ" * maximo})
        yield valores(**{campo: "😀" * (maximo + 1)})
    yield valores(fuente_comunicacion="x" * 121, lenguas=[], lengua_otra="y" * 121)
    yield valores(hallazgo_3_evidencia=" " + "z" * 1000 + "\r\n", hallazgo_1_evidencia="z\r\n" * 501)


def _errores(valores):
    form = CaracterizacionForm(valores, nivel=PRIMARIA, terminar=True)
    errores = form.errors.items()
    return sorted([("" if c == "__all__" else c), str(m)] for c, mensajes in errores for m in mensajes)


def _faltas(form, *campos):
    """[field, sentence] of what is required and was left empty."""
    return [[c, str(form.base_fields[c].error_messages["required"])] for c in campos]


def _sin_detalle():
    with pytest.raises(SesionRechazada) as rechazo:
        escribir_no_realizada(None, motivo="otro", motivo_texto=" ")
    return rechazo.value.mensaje


def vectores() -> dict:
    return {
        "sesion": {
            "contexto": {"sesion": SESION, "docentes": [str(d.pk) for d in reversed(GENTE)]},
            "casos": [{"contenido": c, "plano": registro_de_sesion.aplanar(c)} for c in _sesiones()],
        },
        "nueva": {
            "contexto": {
                "sesion": SESION,
                "docentes": [str(d.pk) for d in reversed(GENTE)],
                "instrumento": INSTRUMENTO,
            },
            "casos": [{"contenido": c, "plano": sesion_nueva.aplanar(c)} for c in _nuevas()],
            "faltas": _faltas(
                SesionNuevaForm,
                "tipo",
                "tema",
                "lugar",
                "docentes",
                "fecha",
                "inicio",
                "fin",
                "desarrollo",
                "asistieron",
            ),
        },
        "no_realizada": {
            "contexto": {"sesion": SESION},
            "casos": [
                {"contenido": c, "plano": {k: c[k] for k in ("motivo", "motivo_texto")}}
                for c in _no_realizadas()
            ],
            "faltas": [*_faltas(SesionNoRealizadaForm, "motivo"), ["motivo_texto", _sin_detalle()]],
        },
        "base": {
            "contexto": formularios_de_registros(None)["caracterizacion"][str(PRIMARIA)],
            "casos": [{"contenido": c, "plano": aplanar_contenido(c)} for c in _bases()],
            "faltas": [{"valores": v, "errores": _errores(v)} for v in _incompletas()],
        },
    }


def test_el_archivo_que_lee_el_navegador_dice_lo_mismo_que_el_servidor():
    """When a form changes on purpose, write the file again: `vectores` gives what it must hold."""
    assert json.loads(ARCHIVO.read_text(encoding="utf-8")) == json.loads(json.dumps(vectores()))


def test_los_valores_que_la_pagina_recoge_son_los_de_un_contenido():
    plano = aplanar_contenido(contenido_de_base(ESCUELA))
    pedido = type("Pedido", (dict,), {"getlist": dict.get})(plano)

    assert recoger(pedido) == plano


# --- Every content that a form accepts comes back as it was

UNA_LINEA = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=30)
CUENTAS = st.integers(0, 3)


@st.composite
def bases(draw):
    """A complete baseline of any level."""
    nivel = draw(st.sampled_from(list(NivelEducativo)))
    grados = draw(st.lists(st.sampled_from(list(GRADOS[nivel])), min_size=1, unique=True))
    grados = [g for g in GRADOS[nivel] if g in grados]
    de_cada = [(dimension, signo) for signo in Signo for dimension in ("tiempo", "familias")]
    todas = [d for de_una in DIMENSIONES.values() for d in de_una]
    mas = draw(st.lists(st.tuples(st.sampled_from(todas), st.sampled_from(list(Signo))), max_size=4))
    lenguas = draw(st.sets(st.sampled_from(list(LENGUAS)), min_size=1))
    servicios = draw(st.lists(st.sampled_from(list(SERVICIOS)[:-1]), min_size=1, unique=True))
    return nivel, contenido_de_base(
        ESCUELA,
        momento=draw(st.sampled_from(["inicio", "cierre"])),
        grados=[{"grado": g, "matricula": draw(st.integers(9, 400)), "aula": "1"} for g in grados],
        lenguas=[x for x in LENGUAS if x in lenguas],
        servicios=[s for s in SERVICIOS if s in servicios],
        contexto=draw(st.just("") | UNA_LINEA.map(str.strip)),
        minutos_de_viaje=draw(st.integers(0, 2880)),
        medio=draw(st.sampled_from(list(MEDIOS))),
        distancia_km=draw(st.just("") | st.integers(0, 9999).map(lambda n: f"{n // 10},{n % 10}")),
        hallazgos=[
            {
                "dimension": dimension,
                "signo": str(signo),
                "prioridad": draw(st.integers(1, 3)),
                "texto": draw(UNA_LINEA),
                "evidencia": draw(UNA_LINEA),
            }
            for dimension, signo in [*de_cada, *mas]
        ],
        aprendizajes=[
            {
                "area": "comunicacion",
                "fuente": "Prueba",
                "grados": [
                    {"grado": g, "inicio": 1, "proceso": draw(CUENTAS), "satisfactorio": draw(CUENTAS)}
                    for g in grados
                ],
            }
        ],
    )


@settings(max_examples=12)
@given(caso=bases())
def test_toda_linea_de_base_completa_se_acepta_y_vuelve_igual(caso):
    nivel, contenido = caso
    form = CaracterizacionForm.desde_contenido(contenido, nivel=nivel)

    assert form.is_valid(), form.errors
    assert form.contenido_en(contenido) == podar(contenido)


RAROS = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=4),
    lambda hijos: st.lists(hijos, max_size=3) | st.dictionaries(st.text(max_size=4), hijos, max_size=3),
    max_leaves=6,
)


@settings(max_examples=15)
@given(clave=st.sampled_from(list(contenido_de_base(ESCUELA))), valor=RAROS)
def test_un_contenido_de_cualquier_forma_se_acepta_igual_o_se_rechaza_pero_no_revienta(clave, valor):
    contenido = contenido_de_base(ESCUELA) | {clave: valor}
    form = CaracterizacionForm.desde_contenido(contenido, nivel=PRIMARIA)

    assert not form.is_valid() or form.contenido_en(contenido) == podar(contenido)


@pytest.mark.django_db
@settings(max_examples=15)
@given(clave=st.sampled_from(list(next(_sesiones()))), valor=RAROS)
def test_una_sesion_de_cualquier_forma_no_revienta(clave, valor):
    contenido = next(_sesiones()) | {clave: valor}
    form = registro_de_sesion.RegistrarSesionForm.desde_contenido(contenido, docentes=Docente.objects.all())

    assert not form.is_valid()
