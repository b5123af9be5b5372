"""The form of a visit: the content goes in and comes out the same, and every refusal is a sentence."""

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from acompanamiento.comun.identidad import nuevo_id
from docentes.tests.fabricas import crear_docente
from visitas.contexto import Catalogos, Situacion, registradas_de
from visitas.forms.visita import VisitaForm
from visitas.forms.visita.plano import podar, primera_diferencia
from visitas.services.borrador import ordenar_notas

from .contenidos import cambios, comparar_caminos
from .fabricas import compromiso, contenido_de_visita, crear_visita, nivel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]
HOY = date(2026, 10, 20)


@pytest.fixture
def docente():
    return crear_docente(nombres="Rosa", apellidos="Quispe Mamani")


@pytest.fixture
def situacion(docente):
    return Situacion(docente=docente, catalogos=Catalogos(hoy=HOY), visita_id=nuevo_id())


@pytest.fixture
def formulario(situacion):
    """Return a function: changes to a complete content → the bound form."""

    def hacer(**cambios):
        contenido = contenido_de_visita(docente=situacion.docente, **{"fecha": "2026-10-15", **cambios})
        form = VisitaForm.desde_contenido(
            contenido,
            situacion=situacion,
            instrumento=situacion.catalogos.instrumento_vigente,
        )
        comparar_caminos(form)
        return form

    return hacer


def errores(form) -> dict:
    return {campo: list(mensajes) for campo, mensajes in form.errors.items()}


def test_una_visita_completa_se_acepta_y_sale_igual(formulario):
    form = formulario()
    assert errores(form) == {}
    assert form.contenido() == form._recibido


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cambio=cambios())
def test_lo_que_entra_sale_igual(formulario, cambio):
    form = formulario(**cambio)
    assert errores(form) == {}
    assert primera_diferencia(form._recibido, form.contenido()) == ""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    campo=st.sampled_from(
        ["grados", "areas", "lenguas", "cuaderno", "niveles", "dialogo", "verificaciones", "acuerdo"]
    ),
    valor=st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
        lambda hijos: st.one_of(
            st.lists(hijos, max_size=3), st.dictionaries(st.text(max_size=8), hijos, max_size=3)
        ),
        max_leaves=6,
    ),
)
@example(campo="acuerdo", valor=0)
@example(campo="acuerdo", valor=1)
def test_cualquier_forma_se_acepta_igual_o_se_rechaza_sin_fallar(formulario, campo, valor):
    form = formulario(**{campo: valor})
    assert not form.is_valid() or primera_diferencia(podar(form._recibido), form.contenido()) == ""


FRASES = [
    ({"fecha": ""}, "fecha", "Falta la fecha de la visita. Escribe el día en que fuiste."),
    ({"fecha": "31/02/2026"}, "fecha", "«31/02/2026» no es una fecha. Escríbela así: 15/10/2026."),
    (
        {"fecha": "2026-10-21"},
        "fecha",
        "La fecha de la visita (21/10/2026) no puede ser posterior a hoy (20/10/2026).",
    ),
    (
        {"fecha": "2026-03-20"},
        "fecha",
        "La fecha 20/03/2026 está fuera de la temporada de visitas de 2026, que va del 01/04/2026 al 11/12/2026. "
        "Corrige la fecha.",
    ),
    (
        {"fecha": "2019-06-15"},
        "fecha",
        "El programa no tiene calendario escolar de 2019. Corrige la fecha (15/06/2019).",
    ),
    ({"tipo": ""}, "tipo", "Falta el tipo de visita. Elige uno de la lista."),
    ({"tipo": "Z9"}, "tipo", "«Z9» no es una visita del protocolo de primaria. Elige una de la lista."),
    (
        {"inicio": "10:30", "fin": "09:00", "cuaderno": []},
        "fin",
        "La hora de fin (9:00) es anterior a la de inicio (10:30).",
    ),
    ({"fin": "08:00", "cuaderno": []}, "fin", "La hora de fin (8:00) es igual que la de inicio (8:00)."),
    ({"inicio": ""}, "inicio", "Falta la hora de inicio. Escríbela así: 8:05."),
    ({"fin": ""}, "fin", "Falta la hora de fin. Escríbela así: 12:30."),
    ({"inicio": "8 y media"}, "inicio", "«8 y media» no es una hora. Escríbela así: 8:05."),
    (
        {"grados": []},
        "presentes_1",
        "Falta cuántos estudiantes hubo. Escribe los presentes de al menos un grado.",
    ),
    (
        {"grados": [{"grado": "1", "presentes": 0}]},
        "presentes_1",
        "No hay ningún estudiante presente. Escribe al menos uno, o marca la visita como no realizada.",
    ),
    (
        {"grados": [{"grado": "2", "presentes": 61}]},
        "presentes_2",
        "«61» no es una cantidad de estudiantes. Escribe un número de 0 a 60, nunca nombres.",
    ),
    (
        {"grados": [{"grado": "2", "presentes": "Juan Pérez"}]},
        "presentes_2",
        "«Juan Pérez» no es una cantidad de estudiantes. Escribe un número de 0 a 60, nunca nombres.",
    ),
    ({"areas": []}, "areas", "Falta el área. Marca al menos una."),
    ({"lenguas": []}, "lenguas", "Falta la lengua. Marca la que se usó en clase."),
    (
        {"cuaderno": [{"hora": "07:10", "texto": "Llegan."}]},
        "nota_0_hora",
        "La nota de las 7:10 está fuera de la visita, que fue de 8:00 a 12:30.",
    ),
    (
        {"cuaderno": [{"hora": "08:20", "texto": "b"}, {"hora": "08:05", "texto": "a"}]},
        "nota_1_hora",
        "La nota de las 8:05 viene después de la de las 8:20. Ponlas en orden.",
    ),
    (
        {"cuaderno": [{"hora": "", "texto": "a"}]},
        "nota_0_hora",
        "Falta la hora de esta nota. Escríbela así: 8:05.",
    ),
    ({"cuaderno": [{"hora": "08:20", "texto": ""}]}, "nota_0_texto", "Falta qué ocurrió a las 8:20."),
    (
        {"niveles": [{"competencia": 4, "nivel": 2, "evidencia": "  "}]},
        "evidencia_4",
        "Falta la evidencia. Escribe qué viste o escuchaste.",
    ),
    (
        {"niveles": [{"competencia": 4, "nivel": 5, "evidencia": "x"}]},
        "nivel_4",
        "«5» no está en la lista. Elige una de las que ves.",
    ),
    (
        {"tipo": "D", "niveles": [nivel(2, None)]},
        "nivel_1",
        "La visita diagnóstica es la línea de base: registra el nivel de al menos una competencia.",
    ),
    (
        {"dialogo": {"describir": "", "explicar": "a", "confrontar": "", "reconstruir": ""}},
        "describir",
        "Falta el primer paso del diálogo. Escribe qué contó Rosa, con sus palabras.",
    ),
    ({"compromisos": []}, "compromiso_0_que", "Falta el compromiso. Acuerden de uno a tres."),
    (
        {"compromisos": [compromiso(hasta="2026-10-15")]},
        "compromiso_0_hasta",
        "El plazo (15/10/2026) debe ser posterior a la visita (15/10/2026).",
    ),
    (
        {"compromisos": [compromiso(hasta="2027-01-10")]},
        "compromiso_0_hasta",
        "El plazo (10/01/2027) pasa del fin del año escolar 2026, que es el 18/12/2026.",
    ),
    (
        {"compromisos": [compromiso(hasta="")]},
        "compromiso_0_hasta",
        "Falta hasta cuándo. Escribe el día en que lo verán juntos.",
    ),
    (
        {"compromisos": [compromiso("")]},
        "compromiso_0_que",
        "Falta qué harán. Escríbelo, o borra el plazo de este compromiso.",
    ),
    (
        {"compromisos": [compromiso(f"C{i}") for i in range(4)]},
        "compromiso_3_que",
        "Son 4 compromisos y caben 3. Quita los que sobran.",
    ),
    ({"analisis": "a" * 4001}, "analisis", "El texto tiene 4001 caracteres y caben 4000. Acórtalo."),
]


@pytest.mark.parametrize(("cambio", "campo", "frase"), FRASES)
def test_cada_dato_malo_dice_que_paso_y_como_se_arregla(situacion, cambio, campo, frase):
    contenido = contenido_de_visita(docente=situacion.docente, fecha="2026-10-15") | cambio
    form = VisitaForm.desde_contenido(
        contenido, situacion=situacion, instrumento=situacion.catalogos.instrumento_vigente
    )
    assert errores(form) == {campo: [frase]}


def test_el_mismo_tipo_de_visita_no_se_registra_dos_veces_en_el_anio(formulario, situacion):
    hecha = crear_visita(docente=situacion.docente, tipo="A1", fecha="2026-06-15")
    situacion.registradas = registradas_de(situacion.docente)
    assert errores(formulario()) == {
        "tipo": [
            "La visita «Asesoría 1» de 2026 ya está registrada, con fecha 15/06/2026. "
            "Elige otro tipo, o corrige aquella visita."
        ]
    }
    assert errores(formulario(tipo="A2")) == {}
    situacion.visita_id = hecha.pk
    assert errores(formulario()) == {}


def test_una_visita_adicional_se_repite_cuantas_veces_haga_falta(formulario, situacion):
    crear_visita(docente=situacion.docente, tipo="X", fecha="2026-06-15", compromisos=[])
    situacion.registradas = registradas_de(situacion.docente)
    assert errores(formulario(tipo="X")) == {}


@pytest.mark.parametrize("tipo", ["D", "C", "X"])
def test_solo_la_asesoria_exige_dialogo_y_compromiso(formulario, tipo):
    vacio = dict.fromkeys(("describir", "explicar", "confrontar", "reconstruir"), "")
    assert errores(formulario(tipo=tipo, dialogo=vacio, compromisos=[])) == {}


def test_la_lengua_escrita_a_mano_que_esta_en_la_lista_es_la_de_la_lista(situacion):
    contenido = contenido_de_visita(docente=situacion.docente, fecha="2026-10-15")
    instrumento = situacion.catalogos.instrumento_vigente
    previo = VisitaForm.desde_contenido(contenido, situacion=situacion, instrumento=instrumento)
    datos = previo.data | {"lengua_otra": "Quechua, culle"}
    form = VisitaForm(datos, situacion=situacion, instrumento=instrumento)
    assert form.is_valid()
    assert form.contenido()["lenguas"] == ["castellano", "quechua", "culle"]


def test_un_borrador_a_medias_se_muestra_sin_reclamar_nada(situacion):
    form = VisitaForm(
        inicial={"tipo": "A1", "nivel_4": "2"},
        situacion=situacion,
        instrumento=situacion.catalogos.instrumento_vigente,
        filas_libres=1,
    )
    assert errores(form) == {}
    assert (form.notas, form.compromisos) == (1, 1)
    assert form["nivel_4"].value() == "2"


def test_las_notas_se_guardan_por_su_hora_y_las_que_no_la_tienen_al_final():
    datos = {
        "nota_0_hora": "9:15",
        "nota_0_texto": "c",
        "nota_1_hora": "",
        "nota_1_texto": "d",
        "nota_3_hora": "08:05",
        "nota_3_texto": "a",
        "analisis": "z",
    }
    assert ordenar_notas(datos) == {
        "analisis": "z",
        "nota_0_hora": "08:05",
        "nota_0_texto": "a",
        "nota_1_hora": "9:15",
        "nota_1_texto": "c",
        "nota_2_hora": "",
        "nota_2_texto": "d",
    }
