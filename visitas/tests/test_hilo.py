"""The thread of a teacher's year: what it tells, in what order, for whom, and what it costs."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura
from visitas import services
from visitas.hilo import LARGO_DE_LA_PRACTICA, practica_de
from visitas.models import Asistencia, Competencia, Necesidad, SesionGrupal

from .fabricas import compromiso, crear_programada, crear_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
HOY = date(2026, 10, 15)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def anio(rosa, ana):
    """A diagnostic visit with its need, an A1 whose commitment A2 verified, a workshop, a visit to come."""
    docente = rosa.docente
    diagnostica = crear_visita(
        docente=docente, tipo="D", fecha="2026-04-20", compromisos=[], niveles={2: 1, 4: 2, 8: None}
    )
    acordado = compromiso("Caja de tarjetas")
    crear_visita(
        docente=docente,
        tipo="A1",
        fecha="2026-06-15",
        compromisos=[acordado],
        niveles={2: 2},
        analisis="Esperaban.",
    )
    crear_visita(
        docente=docente,
        tipo="A2",
        fecha="2026-08-17",
        niveles={2: 3, 4: 2},
        compromisos=[compromiso("Preguntar y esperar")],
        verificaciones=[
            {"compromiso": acordado["id"], "estado": "en_parte", "comentario": "La usan los grandes."}
        ],
    )
    crear_programada(docente=docente, acompanante=ana.acompanante, tipo="A3", fecha=date(2026, 10, 29))
    _necesidad(ana, docente, diagnostica)
    _taller(ana, docente)
    return docente


def _necesidad(ana, docente, visita, numero=2):
    Necesidad.objects.create(
        docente=docente,
        anio=2026,
        competencia=Competencia.objects.get(numero=numero),
        visita=visita,
        texto="Que nadie espere sin tarea",
        prioridad=1,
        autor=ana.acompanante,
    )


def _taller(ana, docente, asistio=True, dia=date(2026, 7, 3), tema="Una situación, varias entradas"):
    sesion = SesionGrupal.objects.create(
        acompanante=ana.acompanante,
        tipo="microtaller",
        anio=2026,
        fecha=dia,
        fecha_original=dia,
        inicio=time(14),
        fin=time(18),
        minutos=240,
        lugar="Cascas",
        tema=tema,
        estado="realizada",
    )
    sesion.competencias.add(Competencia.objects.get(numero=4))
    Asistencia.objects.create(sesion=sesion, docente=docente, asistio=asistio)
    return sesion


def abrir(cliente, docente, **filtros):
    return cliente.get(reverse("hilo", args=[docente.pk]), filtros)


def test_el_hilo_va_de_lo_mas_reciente_a_lo_primero(anio, ana, cliente_de):
    entradas = abrir(cliente_de(ana), anio).context["pagina"].object_list

    assert [(e.clase, e.momento) for e in entradas] == [
        ("visita", date(2026, 8, 17)),
        ("sesion", date(2026, 7, 3)),
        ("visita", date(2026, 6, 15)),
        ("necesidades", date(2026, 4, 20)),
        ("visita", date(2026, 4, 20)),
    ]


def test_cada_visita_cuenta_practica_reflexion_reformulada_y_validacion(anio, ana, cliente_de):
    respuesta = abrir(cliente_de(ana), anio)
    a1 = next(
        e.cosa
        for e in respuesta.context["pagina"]
        if e.clase == "visita" and e.cosa.visita.tipo.codigo == "A1"
    )

    assert (a1.practica, a1.reflexion) == ("Esperaban.", ["Les di el mismo problema a todos."])
    assert [(c.que, c.estado, c.comentario) for c in a1.compromisos] == [
        ("Caja de tarjetas", "en_parte", "La usan los grandes.")
    ]
    pagina = texto(respuesta)
    for paso in ("Práctica", "Reflexión", "Práctica reformulada", "Validación", "Asesoría 2, 17/08/2026"):
        assert paso in pagina


def test_arriba_esta_lo_que_se_comprobara_y_cuando(anio, ana, rosa, cliente_de):
    pagina = texto(abrir(cliente_de(rosa), anio))
    proxima = pagina.split('class="ahora"><div class="ac-hilo__cuando"')[1].split("</li> <li>")[0]

    assert "29/10/2026" in proxima
    assert "Preguntar y esperar" in proxima
    assert "Anotar cómo voy" in proxima
    assert "Caja de tarjetas" not in proxima


def test_el_camino_de_cada_competencia_son_numerales_con_su_evidencia(anio, ana, cliente_de):
    respuesta = abrir(cliente_de(ana), anio)
    caminos = {
        c.competencia.numero: [(v.tipo.codigo, n.nivel) for v, n in c.observados]
        for c in respuesta.context["caminos"]
    }
    priorizadas = [c.competencia.numero for c in respuesta.context["caminos"] if c.necesidad]
    pagina = respuesta.content.decode()

    assert caminos == {2: [("D", 1), ("A1", 2), ("A2", 3)], 4: [("D", 2), ("A2", 2)], 8: [("D", None)]}
    assert priorizadas == [2]
    assert pagina.count("#competencia-2") == 3
    camino = pagina.split('id="competencias"')[1].split("</section>")[0]
    assert "style=" not in camino
    assert "promedio" not in camino
    destino = cliente_de(ana).get(respuesta.context["caminos"][0].observados[0][0].get_absolute_url())
    assert 'id="competencia-2"' in destino.content.decode()


@pytest.mark.parametrize(
    ("pedida", "clases"),
    [
        ("2", ["visita", "visita", "necesidades", "visita"]),
        ("4", ["visita", "sesion", "visita"]),
        ("8", ["visita"]),
        ("11", ["visita", "sesion", "visita", "necesidades", "visita"]),
        ("x", ["visita", "sesion", "visita", "necesidades", "visita"]),
    ],
)
def test_se_filtra_por_competencia_y_un_disparate_no_filtra(anio, ana, cliente_de, pedida, clases):
    respuesta = abrir(cliente_de(ana), anio, competencia=pedida)

    assert [e.clase for e in respuesta.context["pagina"]] == clases


def test_filtrado_muestra_la_evidencia_de_esa_competencia(anio, ana, cliente_de):
    respuesta = abrir(cliente_de(ana), anio, competencia="4")

    assert "Lo que se vio en «Pensamiento crítico»" in texto(respuesta)
    assert {
        n.competencia.numero
        for e in respuesta.context["pagina"]
        if e.clase == "visita"
        for n in e.cosa.niveles
    } == {4}


def test_la_sesion_a_la_que_no_fue_no_esta_en_su_hilo(anio, ana, cliente_de):
    _taller(ana, anio, asistio=False, dia=date(2026, 9, 1), tema="A este no fue")
    _taller(ana, anio, asistio=None, dia=date(2026, 9, 2), tema="Sin lista todavía")
    pagina = texto(abrir(cliente_de(ana), anio))

    assert "Una situación, varias entradas" in pagina
    assert "A este no fue" not in pagina
    assert "Sin lista todavía" not in pagina


def test_se_elige_el_anio_y_el_vacio_dice_que_vendra(anio, ana, rosa, cliente_de):
    pagina = texto(abrir(cliente_de(rosa), anio, anio="2027"))

    assert "El hilo empieza con la primera visita" in pagina
    assert "Caja de tarjetas" not in pagina


def test_abrirlo_deja_constancia_y_la_docente_no_deja_ninguna(anio, ana, rosa, cliente_de):
    abrir(cliente_de(rosa), anio)
    assert not Lectura.objects.exists()
    abrir(cliente_de(ana), anio)
    assert Lectura.objects.get().clase == "visita"


def test_si_no_se_puede_dejar_constancia_no_se_muestra(anio, ana, cliente_de, monkeypatch):
    def falla(**_):
        raise RuntimeError

    monkeypatch.setattr("visitas.views.hilo.registrar_lectura", falla)
    cliente = cliente_de(ana)
    cliente.raise_request_exception = False
    respuesta = abrir(cliente, anio)

    assert respuesta.status_code == 500
    assert "Caja de tarjetas" not in respuesta.content.decode()


def test_el_hilo_de_otra_docente_no_existe(beto, ana, rosa, cliente_de):
    ajena = beto.acompanante.asignaciones.get().docente

    assert abrir(cliente_de(ana), ajena).status_code == 404
    assert abrir(cliente_de(rosa), ajena).status_code == 404
    assert abrir(cliente_de(beto), rosa.docente).status_code == 404


@pytest.mark.parametrize("persona", ["hugo", "carmen", "elena", "fidel", "ines", "admin"])
def test_nadie_mas_abre_un_hilo(request, rosa, cliente_de, persona):
    assert abrir(cliente_de(request.getfixturevalue(persona)), rosa.docente).status_code == 403


@pytest.mark.parametrize("persona", ["ana", "rosa"])
def test_cuesta_lo_mismo_con_una_visita_que_con_tres(request, ana, rosa, cliente_de, persona):
    cliente, docente = cliente_de(request.getfixturevalue(persona)), rosa.docente

    def consultas():
        with CaptureQueriesContext(connection) as hechas:
            assert abrir(cliente, docente).status_code == 200
        return len([q for q in hechas if "SAVEPOINT" not in q["sql"]])

    _una_de_cada(ana, docente, "A1", 5)
    con_una = consultas()
    _una_de_cada(ana, docente, "A2", 6)
    _una_de_cada(ana, docente, "A3", 7)
    assert consultas() == con_una
    assert con_una <= 15


def _una_de_cada(ana, docente, tipo, mes):
    visita = crear_visita(docente=docente, tipo=tipo, fecha=f"2026-0{mes}-15")
    services.decir(visita=visita, comentario="Sí fue así.", acuerdo="de_acuerdo")
    services.anotar_avance(compromiso=visita.compromisos.get(), texto="Voy bien.")
    reflexion = services.guardar_reflexion(docente=docente, fecha=date(2026, mes, 16), texto="Pienso.")
    services.compartir_reflexion(reflexion=reflexion)
    _necesidad(ana, docente, visita, numero=mes)
    _taller(ana, docente, dia=date(2026, mes, 20))


def test_la_practica_es_corta_y_no_corta_palabras():
    larga = "palabra " * 100

    assert practica_de({"analisis": "Breve."}) == "Breve."
    assert practica_de({"analisis": "", "cuaderno": [{"hora": "08:00", "texto": "Saluda."}]}) == "Saluda."
    assert practica_de({}) == ""
    corta = practica_de({"analisis": larga})
    assert len(corta) <= LARGO_DE_LA_PRACTICA
    assert corta.endswith("palabra…")
