"""What two themes could have let through between them: withheld visits and needs, plans, the read log, sessions."""

import io
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from docentes.models import ClaseDeDato, Lectura, MotivoDeFin
from docentes.services import registrar_lectura
from visitas import services
from visitas.fases import ciclo_de
from visitas.hilo import leer_hilo
from visitas.models import (
    AvanceDeCompromiso,
    ComentarioDePlan,
    EstadoDeCompromiso,
    EstadoDeSesion,
    LineaDePlan,
    Necesidad,
    NivelObservado,
    Plan,
    SesionGrupal,
    VersionDePlan,
    Visita,
    VozDelDocente,
)
from visitas.partida import partida_de
from visitas.planes.foto import tomar
from visitas.tests.fabricas import competencia, compromiso, crear_visita
from visitas.tests.fabricas_cierre import cambiar_de_acompanante, retener
from visitas.tests.fabricas_de_sesiones import crear_grupal
from visitas.tests.planes import crear_plan, enviar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HOY = date(2026, 10, 15)
FIN = date(2026, 9, 30)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    return HOY


@pytest.fixture
def visita(rosa, ana):
    """Ana's diagnostic visit to Rosa, with Rosa's word and a note of hers on the commitment in course."""
    crear_visita(
        docente=rosa.docente,
        acompanante=ana.acompanante,
        tipo="D",
        fecha=date(2026, 4, 20),
        compromisos=[],
    )
    con_compromiso = crear_visita(
        docente=rosa.docente,
        acompanante=ana.acompanante,
        compromisos=[compromiso(que="Tarjetas de reto.", hasta="2026-11-10")],
    )
    VozDelDocente.objects.create(visita=con_compromiso, comentario="lo-que-dijo-rosa")
    _anotar(con_compromiso.compromisos.get(), "nota-a-ana", 8)
    return con_compromiso


@pytest.fixture
def sin_necesidades(traspaso):
    """Rosa lets the visits pass, and not the needs."""
    return retener(traspaso, visitas=True)


@pytest.fixture
def traspaso(visita, rosa, beto):
    """Rosa passed from Ana to Beto on 1 October, and withheld everything."""
    abierto = cambiar_de_acompanante(rosa.docente, beto.acompanante, ultimo_dia=FIN)
    return retener(abierto)


def _anotar(compromiso, texto, mes):
    escrito = timezone.make_aware(datetime(2026, mes, 12, 9))
    return AvanceDeCompromiso.objects.create(compromiso=compromiso, texto=texto, escrito_en=escrito)


def _necesidad(docente, autor, numero=2, **cambios):
    datos = {"texto": "Lo que vio Ana.", "prioridad": 1} | cambios
    return Necesidad.objects.create(
        docente=docente, anio=2026, competencia=competencia(numero), autor=autor, **datos
    )


def _diagnostica(rosa):
    return Visita.objects.get(docente=rosa.docente, tipo__codigo="D")


def _priorizar(rosa, beto, visita, *numeros):
    return services.priorizar_necesidades(
        docente=rosa.docente,
        anio=2026,
        base=visita,
        necesidades=[{"competencia": competencia(n), "texto": f"Lo que vio Beto en {n}."} for n in numeros],
        por=beto.acompanante,
    )


# --- Withheld visits


def test_la_palabra_sobre_una_visita_retenida_no_pasa(visita, traspaso, rosa, ana, beto):
    assert not VozDelDocente.objects.visibles_para(beto).exists()
    assert VozDelDocente.objects.visibles_para(rosa).count() == 1
    assert not VozDelDocente.objects.visibles_para(ana).exists()

    retener(traspaso, visitas=True)

    assert VozDelDocente.objects.visibles_para(beto).count() == 1


def test_de_un_compromiso_de_una_visita_retenida_solo_pasa_lo_anotado_desde_el_cambio(
    visita, traspaso, rosa, beto
):
    _anotar(visita.compromisos.get(), "nota-a-beto", 10)

    assert [a.texto for a in AvanceDeCompromiso.objects.visibles_para(beto)] == ["nota-a-beto"]
    assert AvanceDeCompromiso.objects.visibles_para(rosa).count() == 2

    retener(traspaso, visitas=True)
    assert AvanceDeCompromiso.objects.visibles_para(beto).count() == 2


@pytest.mark.parametrize(
    "pagina", ["hilo", "visitas_de_docente", "necesidades", "traspaso_list", "compromiso_list", "caso_list"]
)
def test_ninguna_pagina_dice_lo_retenido(visita, traspaso, rosa, ana, beto, cliente_de, pagina):
    _necesidad(rosa.docente, ana.acompanante)
    con_docente = pagina in ("hilo", "visitas_de_docente", "necesidades")
    ruta = reverse(pagina, args=[rosa.docente.pk] if con_docente else [])

    texto = cliente_de(beto).get(ruta).content.decode()

    for dicho in ("lo-que-dijo-rosa", "nota-a-ana", "Lo que vio Ana.", str(visita.pk)):
        assert dicho not in texto


def test_el_comentario_escrito_en_una_visita_retenida_no_pasa_con_un_compromiso_que_si(
    visita, rosa, ana, beto, cliente_de
):
    """A commitment of a visit that Beto may read, verified in one that Rosa withheld."""
    retener(cambiar_de_acompanante(rosa.docente, beto.acompanante, ultimo_dia=FIN))
    de_beto = crear_visita(
        docente=rosa.docente,
        acompanante=beto.acompanante,
        tipo="A2",
        fecha=date(2026, 10, 7),
        compromisos=[compromiso(que="Diario de tiempos.", hasta="2026-11-10")],
    )
    de_beto.compromisos.update(
        estado=EstadoDeCompromiso.CUMPLIDO, verificado_en=visita, comentario="lo-que-vio-ana"
    )
    cliente = cliente_de(beto)

    for ruta in (
        reverse("hilo", args=[rosa.docente.pk]),
        reverse("visita_detail", args=[de_beto.pk]),
        reverse("visitas_de_docente", args=[rosa.docente.pk]),
    ):
        pagina = cliente.get(ruta).content.decode()
        assert "Diario de tiempos." in pagina
        assert "lo-que-vio-ana" not in pagina


def test_el_hilo_lee_los_compromisos_por_la_puerta(visita, traspaso, rosa, beto):
    assert [c.que for c in leer_hilo(beto, rosa.docente, 2026).compromisos] == ["Tarjetas de reto."]
    visita.compromisos.update(estado=EstadoDeCompromiso.CUMPLIDO, verificado_en=visita)
    assert leer_hilo(beto, rosa.docente, 2026).compromisos == []


# --- Withheld needs


def test_quien_llega_prioriza_la_misma_competencia_sin_saber_de_la_retenida(
    visita, sin_necesidades, rosa, ana, beto, cliente_de
):
    suya = _necesidad(rosa.docente, ana.acompanante)
    ruta = reverse("necesidades_guardar", args=[rosa.docente.pk]) + "?anio=2026"
    datos = {
        "necesidad_0_competencia": str(competencia(2).pk),
        "necesidad_0_texto": "Lo que vio Beto.",
        "necesidad_0_prioridad": "1",
    }

    respuesta = cliente_de(beto).post(ruta, datos)

    assert respuesta.status_code == 302
    assert [n.texto for n in Necesidad.objects.visibles_para(beto)] == ["Lo que vio Beto."]
    suya.refresh_from_db()
    assert (suya.texto, suya.autor) == ("Lo que vio Ana.", ana.acompanante)


def test_cada_quien_lee_una_sola_lista(visita, sin_necesidades, rosa, ana, beto):
    _necesidad(rosa.docente, ana.acompanante)
    _necesidad(rosa.docente, ana.acompanante, 4, prioridad=2)
    _priorizar(rosa, beto, _diagnostica(rosa), 2)

    assert [n.texto for n in Necesidad.objects.visibles_para(beto)] == ["Lo que vio Beto en 2."]
    de_rosa = Necesidad.objects.visibles_para(rosa).order_by("competencia__numero")
    assert [n.texto for n in de_rosa] == ["Lo que vio Beto en 2.", "Lo que vio Ana."]

    retener(sin_necesidades, visitas=True, necesidades=True)
    de_beto = Necesidad.objects.visibles_para(beto)
    assert [n.competencia.numero for n in de_beto.order_by("competencia__numero")] == [2, 4]


def test_priorizar_de_nuevo_no_borra_lo_retenido_y_une_lo_que_pasa(visita, sin_necesidades, rosa, ana, beto):
    _necesidad(rosa.docente, ana.acompanante)
    diagnostica = _diagnostica(rosa)
    (propia,) = _priorizar(rosa, beto, diagnostica, 2)
    _priorizar(rosa, beto, diagnostica, 5)
    assert {n.competencia.numero for n in Necesidad.objects.filter(autor=ana.acompanante)} == {2}
    assert not Necesidad.objects.filter(pk=propia.pk).exists()

    (otra,) = _priorizar(rosa, beto, diagnostica, 2)
    retener(sin_necesidades, visitas=True, necesidades=True)
    (misma,) = _priorizar(rosa, beto, diagnostica, 2)

    assert misma.pk == otra.pk
    assert Necesidad.objects.get().pk == misma.pk


def test_el_ciclo_y_el_plan_de_quien_llega_no_cuentan_lo_retenido(visita, traspaso, rosa, ana, beto):
    necesidad = _necesidad(rosa.docente, ana.acompanante, visita=visita)
    plan = Plan.objects.create(
        acompanante=ana.acompanante, anio=2026, estado="aprobado", version=1, enviado_en=timezone.now()
    )
    LineaDePlan.objects.create(plan=plan, docente=rosa.docente, necesidad=necesidad, estrategia="Estaciones.")
    suyos = type(rosa.docente).objects.filter(pk=rosa.docente.pk)

    pasos = {p.titulo: p.texto for p in ciclo_de(beto, rosa.docente, 2026).pasos}
    assert "las necesidades priorizadas" in pasos["Caracterización"]
    assert "Aprobado" not in pasos["Plan"]
    assert partida_de(suyos, 2026, beto).necesidades == []

    retener(traspaso, necesidades=True)
    abierta = partida_de(suyos, 2026, beto)
    assert [n.pk for n in abierta.necesidades] == [necesidad.pk]
    assert NivelObservado.objects.filter(visita=visita).exists()
    assert abierta.niveles == {}


def test_la_linea_de_un_plan_calla_la_necesidad_que_se_retuvo_despues(visita, rosa, ana, beto):
    abierto = cambiar_de_acompanante(rosa.docente, beto.acompanante, ultimo_dia=FIN)
    necesidad = _necesidad(rosa.docente, ana.acompanante)
    plan = Plan.objects.create(acompanante=beto.acompanante, anio=2026)
    LineaDePlan.objects.create(plan=plan, docente=rosa.docente, necesidad=necesidad, estrategia="Estaciones.")
    assert tomar(plan)["docentes"][0]["lineas"][0]["necesidad"] == "Lo que vio Ana."

    retener(abierto)

    (linea,) = tomar(plan)["docentes"][0]["lineas"]
    assert (linea["necesidad"], linea["competencia"], linea["estrategia"]) == ("", "", "Estaciones.")


# --- The plan of who no longer accompanies


def test_quien_ya_no_acompana_no_lee_la_parte_de_ese_docente_en_ninguna_puerta_del_plan(
    rosa, ana, fidel, cliente_de
):
    plan = crear_plan(ana.acompanante)
    LineaDePlan.objects.filter(docente=rosa.docente).update(estrategia="estrategia-de-rosa")
    version = enviar(plan)
    services.observar_plan(
        version=version,
        por=fidel,
        comentarios=[{"seccion": "matriz", "texto": "observacion-de-rosa", "docente": rosa.docente.pk}],
    )
    segunda = enviar(plan)
    rutas = [
        reverse("plan") + "?anio=2026",
        reverse("plan_versiones", args=[plan.pk]),
        reverse("plan_version", args=[version.pk]),
        reverse("plan_version", args=[segunda.pk]),
    ]
    cliente = cliente_de(ana)
    assert "estrategia-de-rosa" in cliente.get(rutas[2]).content.decode()

    rosa.docente.asignaciones.update(hasta=FIN, motivo_fin="licencia")
    Lectura.objects.all().delete()

    for ruta in rutas:
        pagina = cliente.get(ruta).content.decode()
        assert "estrategia-de-rosa" not in pagina
        assert "observacion-de-rosa" not in pagina
        assert rosa.docente.apellidos not in pagina
    assert "estrategia-de-rosa" not in _texto_del_pdf(cliente.get(reverse("plan_pdf", args=[plan.pk])))
    assert cliente.get(reverse("plan_docente", args=[rosa.docente.pk]) + "?anio=2026").status_code == 404
    assert not ComentarioDePlan.objects.visibles_para(ana).exists()
    assert ComentarioDePlan.objects.visibles_para(fidel).exists()
    assert not LineaDePlan.objects.visibles_para(ana).filter(docente=rosa.docente).exists()
    assert not Lectura.objects.filter(docente=rosa.docente).exists()
    assert VersionDePlan.objects.visibles_para(ana).count() == 2


def _texto_del_pdf(respuesta):
    return "".join(p.extract_text() for p in PdfReader(io.BytesIO(respuesta.content)).pages)


# --- The read log of who reads by pseudonym


@pytest.mark.parametrize("clase", [ClaseDeDato.CASO, ClaseDeDato.PLAN])
def test_las_lecturas_del_formador_no_deshacen_el_seudonimo(rosa, fidel, cliente_de, clase):
    registrar_lectura(usuario=fidel, docente=rosa.docente, clase=clase, pagina=f"/x/{rosa.docente.pk}/")
    docente = rosa.docente

    pagina = cliente_de(fidel).get(reverse("lectura_list"), {"plaza": docente.plaza}).content.decode()

    assert clase.label in pagina
    for dicho in (docente.plaza, docente.nombres, docente.apellidos, str(docente.pk), docente.escuela.nombre):
        assert dicho not in pagina


def test_el_filtro_por_plaza_no_le_dice_al_formador_a_quien_leyo(rosa, fidel, cliente_de):
    registrar_lectura(usuario=fidel, docente=rosa.docente, clase=ClaseDeDato.CASO, pagina="/x/")
    cliente = cliente_de(fidel)

    de_rosa, de_nadie = (
        cliente.get(reverse("lectura_list"), {"plaza": plaza}).context["pagina"].paginator.count
        for plaza in (rosa.docente.plaza, "ZZZZZZ")
    )

    assert de_rosa == de_nadie == 1


# --- Assignments have one way in and one way out


def test_toda_asignacion_termina_y_empieza_por_la_puerta_del_traspaso():
    puertas = {Path("visitas/services/asignacion.py"), Path("docentes/services/asignaciones.py")}
    llamada = re.compile(r"\b(?:terminar_asignacion|asignar)\(|\.motivo_fin\b *(?:=|,.*=) ")
    otros = []
    for app in ("docentes", "visitas", "reportes", "escuelas"):
        for archivo in (Path(settings.BASE_DIR) / app).rglob("*.py"):
            ruta = archivo.relative_to(settings.BASE_DIR)
            if {"tests", "migrations"} & set(ruta.parts) or ruta in puertas:
                continue
            otros += [f"{ruta}: {hallado}" for hallado in llamada.findall(archivo.read_text())]
    assert otros == []


# --- Sessions of who left the group


def _dejar_el_grupo(rosa):
    rosa.docente.asignaciones.update(hasta=FIN, motivo_fin=MotivoDeFin.LICENCIA)


def test_quien_dejo_el_grupo_no_lee_lo_que_el_grupo_acuerda_despues(rosa, ana, cliente_de):
    hecha = {"estado": EstadoDeSesion.REALIZADA, "acuerdos": "lo-acordado-despues"}
    sesion = crear_grupal(
        acompanante=ana.acompanante, invitados=[rosa.docente], asistio=False, fecha=date(2026, 10, 8), **hecha
    )
    ruta = reverse("sesion_detail", args=[sesion.pk])
    cliente = cliente_de(rosa)
    assert "lo-acordado-despues" in cliente.get(ruta).content.decode()

    _dejar_el_grupo(rosa)

    assert cliente.get(ruta).status_code == 404
    assert not SesionGrupal.objects.visibles_para(rosa).exists()


def test_quien_dejo_el_grupo_conserva_las_de_entonces_y_aquellas_a_las_que_fue(rosa, ana):
    de_entonces = crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente], fecha=date(2026, 8, 20))
    fue = crear_grupal(
        acompanante=ana.acompanante, invitados=[rosa.docente], asistio=True, fecha=date(2026, 10, 9)
    )
    _dejar_el_grupo(rosa)
    assert set(SesionGrupal.objects.visibles_para(rosa)) == {de_entonces, fue}


def test_la_pagina_de_la_sesion_no_nombra_a_quien_dejo_el_grupo(rosa, ana, cliente_de):
    sesion = crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente], asistio=True)
    _dejar_el_grupo(rosa)
    pagina = cliente_de(ana).get(reverse("sesion_detail", args=[sesion.pk])).content.decode()
    assert rosa.docente.apellidos not in pagina
    assert str(rosa.docente.pk) not in pagina
