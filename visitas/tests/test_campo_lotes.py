"""A batch is received together; what comes of each revision is what would have come of it alone."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from acompanamiento.comun.identidad import nuevo_id
from docentes.tests.fabricas import crear_docente
from visitas.campo.mensaje import leer_lote
from visitas.models import Compromiso, ContenidoDeRevision, NivelObservado, Revision, Visita
from visitas.services import recibir_lote

from .envios import enviar, lote, resultados, revision, revisiones_de
from .fabricas import compromiso, contenido_de_visita, nivel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]


def estados(respuesta):
    return [r["estado"] for r in resultados(respuesta).values()]


def test_una_que_la_base_rechaza_no_deshace_a_las_que_llegaron_con_ella(equipo, rosa):
    repetido = compromiso(hasta="2026-07-10")
    enviadas = [
        revision(contenido_de_visita(docente=rosa.docente, tipo="X", inicio=f"07:0{i}", compromisos=[c]))
        for i, c in enumerate(
            [repetido, compromiso(hasta="2026-07-10"), repetido, compromiso(hasta="2026-07-10")]
        )
    ]

    respuesta = enviar(equipo, *enviadas)

    assert estados(respuesta) == ["creada", "creada", "rechazada", "creada"]
    assert resultados(respuesta)[enviadas[2]["revision"]]["errores"][0]["codigo"] == "COMPROMISO_REPETIDO"
    assert Visita.objects.count() == Compromiso.objects.count() == 3


def test_dos_primeras_revisiones_de_una_misma_visita_dejan_una_y_una_rama(equipo, rosa):
    visita = str(nuevo_id())
    una, otra = (
        revision(contenido_de_visita(docente=rosa.docente, fin=fin), visita=visita)
        for fin in ("12:30", "13:00")
    )

    assert estados(enviar(equipo, una, otra)) == ["creada", "conflicto"]
    assert Visita.objects.get().minutos == 270
    assert Revision.objects.count() == ContenidoDeRevision.objects.count() == 2


def test_lo_repetido_dentro_de_un_lote_se_responde_y_no_se_duplica(equipo, rosa):
    una = revision(contenido_de_visita(docente=rosa.docente))
    crudo = recibir_lote(autor=_autor(rosa), lote=leer_lote(lote(una, una)))

    assert [r.estado.value for _, r in crudo] == ["creada", "duplicada"]
    assert Visita.objects.count() == 1


def test_lo_guardado_se_dice_guardado_aunque_su_id_espere_en_cuarentena_con_otras_palabras(equipo, rosa):
    ajena = revision(contenido_de_visita(docente=crear_docente()))
    propia = revision(
        contenido_de_visita(docente=rosa.docente), visita=ajena["visita"], revision=ajena["revision"]
    )
    crudo = recibir_lote(autor=_autor(rosa), lote=leer_lote(lote(ajena, propia)))

    assert [r.estado.value for _, r in crudo] == ["sin_asignacion", "creada"]
    assert Visita.objects.get().docente == rosa.docente


def test_la_segunda_visita_del_lote_sabe_de_la_primera(equipo, rosa):
    acordado = compromiso(hasta="2026-07-10")
    primera = revision(contenido_de_visita(docente=rosa.docente, compromisos=[acordado]))
    visto = {
        "compromiso": acordado["id"],
        "estado": "cumplido",
        "comentario": "Usó las tarjetas en dos sesiones.",
    }
    segunda = revision(
        contenido_de_visita(docente=rosa.docente, tipo="A2", fecha="2026-06-18", verificaciones=[visto])
    )
    tercera = revision(contenido_de_visita(docente=rosa.docente, tipo="A2", fecha="2026-06-19"))

    respuesta = enviar(equipo, primera, segunda, tercera)

    assert estados(respuesta) == ["creada", "creada", "rechazada"]
    assert resultados(respuesta)[tercera["revision"]]["errores"][0]["codigo"] == "TIPO_REPETIDO"
    guardado = Compromiso.objects.get(pk=acordado["id"])
    assert (guardado.estado, str(guardado.verificado_en_id)) == ("cumplido", segunda["visita"])


def test_las_consultas_de_un_lote_no_dependen_de_cuantas_visitas_trae(equipo, rosa):
    cuentas = []
    for cuantas in (2, 2, 20):
        with CaptureQueriesContext(
            connection,
        ) as capturadas:
            assert set(estados(enviar(equipo, *revisiones_de(rosa.docente, cuantas)))) == {"creada"}
        cuentas.append(len(capturadas))

    assert cuentas[1] == cuentas[2]


def _autor(persona):
    return persona.docente.asignaciones.select_related("acompanante__usuario").get().acompanante.usuario


PASOS = st.lists(
    st.tuples(
        st.sampled_from(
            ["nueva", "enmienda", "repetida", "otra_huella", "ajena", "mala", "sin_base", "rama", "A1"]
        ),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pasos=PASOS, cortes=st.sets(st.integers(1, 7)))
@example(pasos=[("ajena", 0), ("otra_huella", 1)], cortes={2})
def test_da_lo_mismo_en_un_lote_en_varios_o_de_una_en_una(ana, rosa, docente_ajeno, pasos, cortes):
    enviadas = _construir(pasos, rosa.docente, docente_ajeno)
    partes = sorted(c for c in cortes if c < len(enviadas))
    trozos = [enviadas[a:b] for a, b in zip([0, *partes], [*partes, len(enviadas)], strict=True)]

    de_una_vez = _sin_dejar_nada(ana, [enviadas])
    assert _sin_dejar_nada(ana, [[e] for e in enviadas]) == de_una_vez
    assert _sin_dejar_nada(ana, trozos) == de_una_vez


@pytest.fixture
def docente_ajeno(db):
    return crear_docente()


def _construir(pasos, docente, ajeno):
    """Revisions as the steps say; each step refers to one of those before it."""
    hechas = [revision(contenido_de_visita(docente=docente, tipo="X"))]
    for orden, (que, cual) in enumerate(pasos):
        antes, hora = hechas[cual % len(hechas)], f"07:{orden:02}"
        propio = contenido_de_visita(
            docente=docente, tipo="X", inicio=hora, niveles=[nivel(2, 1 + orden % 4)]
        )
        hechas.append(
            {
                "nueva": lambda c=propio: revision(c),
                "A1": lambda c=propio: revision(c | {"tipo": "A1"}),
                "enmienda": lambda c=propio, a=antes: revision(c, visita=a["visita"], base=a["revision"]),
                "rama": lambda c=propio, a=antes: revision(c, visita=a["visita"]),
                "repetida": lambda a=antes: a,
                "otra_huella": lambda c=propio, a=antes: revision(
                    c, visita=a["visita"], revision=a["revision"]
                ),
                "ajena": lambda: revision(contenido_de_visita(docente=ajeno)),
                "mala": lambda c=propio: revision(c | {"fin": "06:00"}),
                "sin_base": lambda c=propio, a=antes: revision(c, visita=a["visita"], base=str(nuevo_id())),
            }[que]()
        )
    return hechas


def _sin_dejar_nada(autor, lotes):
    """What came of each revision and what was stored, undone afterwards."""
    with transaction.atomic():
        dichas = [
            (str(r.revision), d.estado.value, d.codigo, [f.codigo for f in d.errores])
            for partes in lotes
            for r, d in recibir_lote(autor=autor, lote=leer_lote(lote(*partes)))
        ]
        filas = (
            sorted(Revision.objects.values_list("pk", "visita", "base", "estado", "huella")),
            sorted(Visita.objects.values_list("pk", "cabeza", "inicio", "minutos")),
            sorted(NivelObservado.objects.values_list("visita", "competencia", "nivel")),
        )
        transaction.set_rollback(True)
    return dichas, filas
