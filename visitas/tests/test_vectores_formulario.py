"""What a visit's content is as form values, for the browser's twin (static/js/campo/formulario.js) to agree with."""

import json
from pathlib import Path

import pytest

from visitas.contexto import Catalogos, Situacion
from visitas.forms.visita import VisitaForm
from visitas.forms.visita.opciones import AREAS, GRADOS, LENGUAS
from visitas.forms.visita.plano import aplanar
from visitas.models import NivelEducativo

from .fabricas import contenido_de_visita, nivel

ARCHIVO = Path(__file__).parent / "vectores_formulario.json"
DOCENTE = "01930d3c-0000-7000-8000-00000000000d"
PROGRAMADA = "01930d3c-0000-7000-8000-00000000000f"
COMPROMISO = "01930d3c-0000-7000-8000-00000000000c"
VERIFICADO = "01930d3c-0000-7000-8000-00000000000e"


def _contenidos(docente):
    base = contenido_de_visita(docente=docente) | {"docente": DOCENTE}
    base["compromisos"][0]["id"] = COMPROMISO
    yield base
    yield base | {"programada": PROGRAMADA, "acuerdo": False, "seccion": "", "compromisos": [], "tipo": "D"}
    yield base | {
        "areas": ["matematica", "Huerto escolar"],
        "lenguas": ["castellano", "quechua", "Culle"],
        "analisis": "Primera línea.\nSegunda, con ñ y «comillas».\n\tSangría",
    }
    yield base | {"niveles": [nivel(n, 1 + n % 4) for n in range(1, 11)] + [nivel(11, None)]}
    yield base | {
        "verificaciones": [{"compromiso": VERIFICADO, "estado": "en_parte", "comentario": "Dos de cuatro."}],
        "grados": [{"grado": "1", "presentes": 0}, {"grado": "6", "presentes": 12}],
        "cuaderno": [{"hora": f"08:{m:02}", "texto": f"Nota {m}"} for m in range(12)],
    }
    yield base | {"dialogo": {p: f"Sobre {p}: 😀 e\u0301" for p in base["dialogo"]}, "fin": "13:05"}


def vectores(docente, instrumento):
    primaria = NivelEducativo.PRIMARIA
    contexto = {
        "docente": DOCENTE,
        "instrumento": {"codigo": instrumento.codigo, "version": instrumento.version},
        "grados": list(GRADOS[primaria]),
        "areas": AREAS[primaria],
        "lenguas": LENGUAS,
        "competencias": [c.numero for c in instrumento.competencias.all()],
        "verificables": [VERIFICADO],
    }
    casos = [
        {"contenido": c, "plano": aplanar(c, areas=AREAS[primaria], lenguas=LENGUAS)}
        for c in _contenidos(docente)
    ]
    return {"contexto": contexto, "casos": casos}


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogos")
def test_el_archivo_que_lee_el_navegador_dice_lo_mismo_que_el_servidor(rosa):
    """When the form changes on purpose, write the file again: `vectores` gives what it must hold."""
    esperado = vectores(rosa.docente, Catalogos().instrumento_vigente)

    assert json.loads(ARCHIVO.read_text(encoding="utf-8")) == json.loads(json.dumps(esperado))


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogos")
def test_los_contenidos_del_archivo_son_de_los_que_el_formulario_acepta(rosa):
    catalogos = Catalogos()
    contenido = contenido_de_visita(docente=rosa.docente)
    situacion = Situacion(docente=rosa.docente, catalogos=catalogos, visita_id=None)
    form = VisitaForm.desde_contenido(
        contenido, situacion=situacion, instrumento=catalogos.instrumento_vigente
    )

    assert form.is_valid(), form.errors
    assert form.contenido() == contenido
