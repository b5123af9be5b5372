"""The one door: what happens to a revision that arrives, in every state of the protocol."""

import json
import threading
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.identidad import nuevo_id
from docentes.models import MotivoDeFin
from docentes.tests.fabricas import crear_asignacion, crear_docente
from visitas.contexto import Catalogos
from visitas.models import (
    Compromiso,
    ContenidoDeRevision,
    DialogoReflexivo,
    EstadoDeCompromiso,
    EstadoDeRevision,
    NivelObservado,
    Revision,
    Visita,
)
from visitas.services import recibir_revision
from visitas.services.revision import DIAS_DE_GRACIA, Estado

from .fabricas import compromiso, contenido_de_visita, crear_programada, crear_visita, entregar, nivel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


@pytest.fixture
def asignacion():
    return crear_asignacion()


@pytest.fixture
def autor(asignacion):
    return asignacion.acompanante.usuario


@pytest.fixture
def docente(asignacion):
    return asignacion.docente


def codigos(resultado):
    return [falla.codigo for falla in resultado.errores]


def test_una_visita_nueva_queda_entera(autor, docente, asignacion):
    contenido = contenido_de_visita(docente=docente)
    resultado = entregar(autor=autor, contenido=contenido)
    assert resultado.estado == Estado.CREADA
    visita = resultado.revision.visita
    assert (visita.docente, visita.escuela, visita.acompanante) == (
        docente,
        docente.escuela,
        asignacion.acompanante,
    )
    assert (visita.fecha, visita.minutos, visita.total_presentes) == (date(2026, 6, 15), 270, 9)
    assert visita.presentes == {"1": 3, "2": 3, "5": 3}
    assert [(n.competencia.numero, n.nivel) for n in visita.niveles.all()] == [(2, 2), (4, 3), (8, None)]
    assert visita.dialogo.describir == "Les di el mismo problema a todos."
    assert [str(c.pk) for c in visita.compromisos.all()] == [contenido["compromisos"][0]["id"]]
    assert visita.cabeza == resultado.revision
    assert json.loads(resultado.revision.contenido.texto) == contenido
    assert resultado.revision.huella == huella(resultado.revision.contenido.texto)


def test_reenviar_la_misma_visita_no_la_duplica(autor, docente):
    contenido = contenido_de_visita(docente=docente)
    envio = {"visita_id": nuevo_id(), "revision_id": nuevo_id()}
    primero = entregar(autor=autor, contenido=contenido, **envio)
    segundo = entregar(autor=autor, contenido=contenido, **envio)
    assert (primero.estado, segundo.estado) == (Estado.CREADA, Estado.DUPLICADA)
    assert segundo.revision.recibo == primero.revision.recibo
    assert (Visita.objects.count(), Revision.objects.count(), NivelObservado.objects.count()) == (1, 1, 3)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(orden=st.lists(st.integers(0, 2), min_size=1, max_size=8))
def test_en_cualquier_orden_de_reenvios_hay_una_visita_y_su_historia_solo_crece(autor, docente, orden):
    """Three revisions of one visit, sent in any order and any number of times: never doubled, never rewritten."""
    visita_id, ids = nuevo_id(), [nuevo_id() for _ in range(3)]
    textos = [
        {"describir": f"Versión {i}", "explicar": "", "confrontar": "", "reconstruir": ""} for i in range(3)
    ]
    base = contenido_de_visita(docente=docente)
    with transaction.atomic():
        aceptadas = []
        for i in orden:
            resultado = entregar(
                autor=autor,
                contenido=base | {"dialogo": textos[i]},
                visita_id=visita_id,
                revision_id=ids[i],
                base_id=ids[i - 1] if i else None,
            )
            sigue = i == len(aceptadas)
            if sigue:
                aceptadas.append(i)
            esperado = Estado.DUPLICADA if i in aceptadas and not sigue else Estado.FALTA_BASE
            if sigue:
                esperado = Estado.ENMENDADA if i else Estado.CREADA
            assert resultado.estado == esperado
        guardadas = list(Revision.objects.filter(visita_id=visita_id).order_by("recibido_en", "pk"))
        assert [r.pk for r in guardadas] == [ids[i] for i in aceptadas]
        transaction.set_rollback(True)


def test_la_misma_revision_con_otro_contenido_es_un_conflicto_y_no_cambia_nada(autor, docente):
    envio = {"visita_id": nuevo_id(), "revision_id": nuevo_id()}
    primero = entregar(autor=autor, contenido=contenido_de_visita(docente=docente), **envio)
    segundo = entregar(autor=autor, contenido=contenido_de_visita(docente=docente, analisis="Otro"), **envio)
    assert (segundo.estado, segundo.codigo, segundo.cabeza) == (
        Estado.CONFLICTO,
        "HASH_DISTINTO",
        primero.revision,
    )
    assert Revision.objects.count() == 1


def test_un_contenido_que_no_coincide_con_su_huella_se_rechaza(autor, docente):
    resultado = entregar(
        autor=autor, contenido=contenido_de_visita(docente=docente), huella="sha256:" + "0" * 64
    )
    assert (resultado.estado, codigos(resultado)) == (Estado.RECHAZADA, ["HUELLA_NO_COINCIDE"])
    assert Visita.objects.count() == 0


def test_un_numero_con_decimales_no_tiene_huella(autor, docente):
    contenido = contenido_de_visita(docente=docente) | {"grados": [{"grado": "1", "presentes": 2.5}]}
    resultado = entregar(autor=autor, contenido=contenido, huella="sha256:" + "0" * 64)
    assert codigos(resultado) == ["NO_CANONICO"]


def test_quien_nunca_acompano_al_docente_no_deja_nada(docente):
    otra = crear_asignacion().acompanante.usuario
    resultado = entregar(autor=otra, contenido=contenido_de_visita(docente=docente))
    assert resultado.estado == Estado.SIN_ASIGNACION
    assert resultado.errores[0].mensaje == (
        "No acompañabas a este docente el 15/06/2026. Revisa la fecha de la visita."
    )
    assert Visita.objects.count() == 0


def test_un_docente_que_no_existe_se_responde_igual_que_uno_ajeno(autor, docente):
    ajeno = crear_docente(escuela=docente.escuela)
    respuestas = []
    for pk in (str(ajeno.pk), str(nuevo_id())):
        contenido = contenido_de_visita(docente=docente) | {"docente": pk}
        respuestas.append(entregar(autor=autor, contenido=contenido))
    assert respuestas[0] == respuestas[1]


def _terminar(asignacion, hasta):
    asignacion.hasta, asignacion.motivo_fin = hasta, MotivoDeFin.RENUNCIA
    asignacion.save()


def test_la_asignacion_vale_a_la_fecha_de_la_visita_y_45_dias_despues_de_su_fin(autor, docente, asignacion):
    fin = date(2026, 6, 30)
    _terminar(asignacion, fin)
    contenido = contenido_de_visita(docente=docente)
    tarde = entregar(autor=autor, contenido=contenido, hoy=fin + timedelta(DIAS_DE_GRACIA + 1))
    assert (tarde.estado, codigos(tarde)) == (Estado.SIN_ASIGNACION, ["FUERA_DE_PLAZO"])
    a_tiempo = entregar(autor=autor, contenido=contenido, hoy=fin + timedelta(DIAS_DE_GRACIA))
    assert a_tiempo.estado == Estado.CREADA


def test_una_visita_de_despues_del_fin_de_la_asignacion_se_niega(autor, docente, asignacion):
    _terminar(asignacion, date(2026, 6, 14))
    resultado = entregar(autor=autor, contenido=contenido_de_visita(docente=docente), hoy=date(2026, 6, 20))
    assert codigos(resultado) == ["SIN_ASIGNACION"]


def test_una_correccion_reescribe_lo_que_se_cuenta_y_el_texto_anterior_se_puede_leer(autor, docente):
    contenido = contenido_de_visita(docente=docente)
    primera = entregar(autor=autor, contenido=contenido).revision
    nuevo = contenido | {
        "fin": "13:00",
        "niveles": [nivel(2, 4)],
        "dialogo": dict.fromkeys(contenido["dialogo"], ""),
    }
    nuevo["dialogo"]["describir"] = "Ahora lo cuento mejor."
    resultado = entregar(autor=autor, contenido=nuevo, visita_id=primera.visita_id, base_id=primera.pk)
    assert resultado.estado == Estado.ENMENDADA
    visita = Visita.objects.get()
    assert (visita.cabeza, visita.minutos) == (resultado.revision, 300)
    assert visita.enmendada_en is not None
    assert [(n.competencia.numero, n.nivel) for n in visita.niveles.all()] == [(2, 4)]
    assert DialogoReflexivo.objects.get().describir == "Ahora lo cuento mejor."
    assert json.loads(ContenidoDeRevision.objects.get(pk=primera.pk).texto) == contenido


def test_los_compromisos_conservan_su_identidad_y_lo_que_se_verifico_despues(autor, docente):
    queda, se_va = compromiso("Tarjetas", hasta="2026-07-10"), compromiso("Asamblea", hasta="2026-07-10")
    contenido = contenido_de_visita(docente=docente, compromisos=[queda, se_va])
    primera = entregar(autor=autor, contenido=contenido).revision
    verificacion = {"compromiso": queda["id"], "estado": "cumplido", "comentario": "Usó la caja."}
    segunda = crear_visita(docente=docente, tipo="A2", fecha="2026-07-14", verificaciones=[verificacion])
    corregido = contenido | {
        "compromisos": [compromiso("Nuevo", hasta="2026-07-10"), queda | {"que": "Tarjetas de reto"}]
    }
    entregar(
        autor=autor,
        contenido=corregido,
        visita_id=primera.visita_id,
        base_id=primera.pk,
        hoy=date(2026, 8, 1),
    )
    visita = Visita.objects.get(pk=primera.visita_id)
    assert [c.que for c in visita.compromisos.all()] == ["Nuevo", "Tarjetas de reto"]
    mismo = Compromiso.objects.get(pk=queda["id"])
    assert (mismo.estado, mismo.verificado_en, mismo.comentario) == ("cumplido", segunda, "Usó la caja.")


def test_una_verificacion_que_la_correccion_quita_vuelve_a_estar_en_curso(autor, docente):
    primera = crear_visita(docente=docente)
    suyo = primera.compromisos.get()
    dicha = {"compromiso": str(suyo.pk), "estado": "en_parte", "comentario": ""}
    contenido = contenido_de_visita(docente=docente, tipo="A2", fecha="2026-07-14", verificaciones=[dicha])
    segunda = entregar(autor=autor, contenido=contenido).revision
    suyo.refresh_from_db()
    assert (suyo.estado, suyo.verificado_en_id) == (EstadoDeCompromiso.EN_PARTE, segunda.visita_id)
    sin = contenido | {"verificaciones": []}
    entregar(autor=autor, contenido=sin, visita_id=segunda.visita_id, base_id=segunda.pk)
    suyo.refresh_from_db()
    assert (suyo.estado, suyo.verificado_en_id) == (EstadoDeCompromiso.PENDIENTE, None)


def test_no_se_verifica_un_compromiso_de_otro_docente(autor, docente):
    ajeno = crear_visita().compromisos.get()
    dicha = {"compromiso": str(ajeno.pk), "estado": "cumplido", "comentario": ""}
    contenido = contenido_de_visita(docente=docente, verificaciones=[dicha])
    resultado = entregar(autor=autor, contenido=contenido)
    assert (resultado.estado, codigos(resultado)) == (Estado.RECHAZADA, ["ESTRUCTURA"])
    ajeno.refresh_from_db()
    assert ajeno.estado == EstadoDeCompromiso.PENDIENTE


def test_una_base_que_el_servidor_no_conoce_espera(autor, docente):
    contenido = contenido_de_visita(docente=docente)
    assert entregar(autor=autor, contenido=contenido, base_id=nuevo_id()).estado == Estado.FALTA_BASE
    visita = crear_visita(docente=docente)
    otra = entregar(autor=autor, contenido=contenido, visita_id=visita.pk, base_id=nuevo_id())
    assert otra.estado == Estado.FALTA_BASE
    assert Revision.objects.count() == 1


def test_una_base_antigua_se_guarda_como_rama_y_no_pisa_nada(autor, docente):
    contenido = contenido_de_visita(docente=docente)
    primera = entregar(autor=autor, contenido=contenido).revision
    segunda = entregar(
        autor=autor, contenido=contenido | {"analisis": "B"}, visita_id=primera.visita_id, base_id=primera.pk
    ).revision
    envio = {"visita_id": primera.visita_id, "base_id": primera.pk, "revision_id": nuevo_id()}
    perdedora = contenido | {"analisis": "C"}
    for _ in range(2):
        resultado = entregar(autor=autor, contenido=perdedora, **envio)
        assert (resultado.estado, resultado.codigo) == (Estado.CONFLICTO, "BASE_ANTIGUA")
        assert resultado.cabeza == segunda
    rama = Revision.objects.get(estado=EstadoDeRevision.RAMA)
    assert json.loads(rama.contenido.texto)["analisis"] == "C"
    assert Visita.objects.get().cabeza == segunda


def test_otra_persona_no_corrige_la_visita_que_no_hizo(docente, asignacion, autor):
    primera = entregar(autor=autor, contenido=contenido_de_visita(docente=docente)).revision
    _terminar(asignacion, date(2026, 6, 15))
    nueva = crear_asignacion(docente=docente, desde=date(2026, 6, 15)).acompanante.usuario
    contenido = contenido_de_visita(docente=docente, analisis="Ajeno")
    resultado = entregar(
        autor=nueva,
        contenido=contenido,
        visita_id=primera.visita_id,
        base_id=primera.pk,
        hoy=date(2026, 6, 20),
    )
    assert codigos(resultado) == ["DE_OTRO_ACOMPANANTE"]


def test_una_visita_no_cambia_de_docente(autor, docente, asignacion):
    primera = entregar(autor=autor, contenido=contenido_de_visita(docente=docente)).revision
    otro = crear_asignacion(acompanante=asignacion.acompanante).docente
    resultado = entregar(
        autor=autor,
        contenido=contenido_de_visita(docente=otro),
        visita_id=primera.visita_id,
        base_id=primera.pk,
    )
    assert codigos(resultado) == ["OTRO_DOCENTE"]


def test_la_visita_responde_a_lo_programado(autor, docente, asignacion):
    programada = crear_programada(docente=docente, acompanante=asignacion.acompanante, tipo="A1")
    visita = entregar(autor=autor, contenido=contenido_de_visita(docente=docente)).revision.visita
    assert visita.programada == programada


def test_un_compromiso_con_el_identificador_de_otro_se_rechaza_con_una_frase(autor, docente):
    ajeno = crear_visita().compromisos.get()
    contenido = contenido_de_visita(
        docente=docente, compromisos=[compromiso(id=str(ajeno.pk), hasta="2026-07-10")]
    )
    resultado = entregar(autor=autor, contenido=contenido)
    assert (resultado.estado, codigos(resultado)) == (Estado.RECHAZADA, ["COMPROMISO_REPETIDO"])
    assert Visita.objects.filter(docente=docente).count() == 0


@pytest.mark.parametrize(
    ("cambio", "codigo"),
    [
        ({"docente": None}, "ESTRUCTURA"),
        ({"docente": "x"}, "ESTRUCTURA"),
        ({"instrumento": "acompanamiento"}, "INSTRUMENTO_DESCONOCIDO"),
        ({"instrumento": {"codigo": "acompanamiento", "version": 9}}, "INSTRUMENTO_DESCONOCIDO"),
        ({"fecha": 20261015}, "FECHA_INVALIDA"),
        ({"grados": [{"grado": "9", "presentes": 3}, {"grado": "1", "presentes": 3}]}, "ESTRUCTURA"),
        ({"niveles": [{"competencia": 99, "nivel": 1, "evidencia": "x"}]}, "ESTRUCTURA"),
        ({"alumnos": ["Juan"]}, "ESTRUCTURA"),
        ({"acuerdo": 1}, "ESTRUCTURA"),
        ({"programada": {"x": 1}}, "ESTRUCTURA"),
        ({"cuaderno": "8:05"}, "ESTRUCTURA"),
        ({"dialogo": ["a"]}, "FALTA"),
    ],
)
def test_un_contenido_con_otra_forma_se_rechaza_sin_fallar(autor, docente, cambio, codigo):
    contenido = contenido_de_visita(docente=docente) | cambio
    resultado = recibir_revision(
        autor=autor,
        visita_id=nuevo_id(),
        revision_id=nuevo_id(),
        base_id=None,
        formulario_version=1,
        contenido=contenido,
        huella=huella(canonico(contenido)),
        finalizada_en=timezone.now(),
        catalogos=Catalogos(hoy=date(2026, 6, 20)),
    )
    assert (resultado.estado, codigos(resultado)) == (Estado.RECHAZADA, [codigo])
    assert Visita.objects.count() == 0


def _consultas(autor, contenido, catalogos):
    with CaptureQueriesContext(connection) as capturadas:
        assert entregar(autor=autor, contenido=contenido, catalogos=catalogos).guardada
    return len(capturadas)


def test_las_consultas_no_crecen_con_lo_escrito(autor, docente):
    catalogos = Catalogos(hoy=date(2026, 11, 1))
    catalogos.instrumentos, catalogos.anios, catalogos.tipos_de("primaria")
    poco = contenido_de_visita(docente=docente, niveles={2: 1})
    mucho = contenido_de_visita(
        docente=docente,
        tipo="A2",
        niveles={n: 2 for n in range(1, 12)},
        cuaderno=[{"hora": f"{8 + i // 12:02}:{i % 12 * 5:02}", "texto": "x"} for i in range(40)],
        compromisos=[compromiso(hasta="2026-07-10") for _ in range(3)],
    )
    cuantas = _consultas(autor, poco, catalogos)
    assert _consultas(autor, mucho, catalogos) == cuantas
    assert cuantas <= 14  # 5 reads, 7 writes and the savepoint of the test's own transaction


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_dos_envios_iguales_a_la_vez_dejan_una_sola_visita():
    asignacion = crear_asignacion()
    contenido = contenido_de_visita(docente=asignacion.docente)
    envio = {"visita_id": nuevo_id(), "revision_id": nuevo_id()}
    salida, estados = threading.Barrier(2), []

    def mandar():
        salida.wait()
        estados.append(entregar(autor=asignacion.acompanante.usuario, contenido=contenido, **envio).estado)
        connection.close()

    hilos = [threading.Thread(target=mandar) for _ in range(2)]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    assert sorted(estados) == [Estado.CREADA, Estado.DUPLICADA]
    assert (Visita.objects.count(), Revision.objects.count(), Compromiso.objects.count()) == (1, 1, 1)
