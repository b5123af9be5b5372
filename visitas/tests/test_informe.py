"""Closing the year: the checklist, the final report and its PDF."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura
from docentes.tests.fabricas import crear_asignacion, crear_docente
from visitas import services
from visitas.informes import hechos_de
from visitas.models import (
    Asistencia,
    Caracterizacion,
    InformeFinal,
    Instrumento,
    Necesidad,
    PasoDeInforme,
    SesionGrupal,
)
from visitas.services.informe import InformeRechazado
from visitas.tests.fabricas import compromiso, crear_programada, crear_visita
from visitas.tests.fabricas_cierre import crear_asesoria

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2026, 12, 10)
TEXTOS = {
    "logros": "Los lunes se habla de las clases.",
    "dificultades": "La vía se cortó en abril.",
    "lecciones": "Verificar con el cuaderno a la vista.",
    "recomendaciones": "Empezar por lo más lejano.",
}


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    return HOY


@pytest.fixture
def anio(rosa, ana, territorio):
    """Rosa's year with Ana: a visit done with its commitment, a closing visit to be made, a session, an advice."""
    hecha = crear_programada(docente=rosa.docente, acompanante=ana.acompanante, fecha=date(2026, 6, 15))
    crear_visita(
        docente=rosa.docente,
        acompanante=ana.acompanante,
        programada=str(hecha.pk),
        compromisos=[compromiso(hasta="2026-07-15")],
    )
    crear_programada(docente=rosa.docente, acompanante=ana.acompanante, tipo="C", fecha=date(2026, 12, 3))
    sesion = SesionGrupal.objects.create(
        acompanante=ana.acompanante,
        tipo="microtaller",
        anio=2026,
        fecha_original=date(2026, 8, 20),
        fecha=date(2026, 8, 20),
        inicio=time(8),
        fin=time(12),
        minutos=240,
        lugar="Cascas",
        tema="Fichas de reto",
        estado="realizada",
    )
    Asistencia.objects.create(sesion=sesion, docente=rosa.docente, asistio=True)
    crear_asesoria(escuela=territorio.corlas, acompanante=ana.acompanante)
    Caracterizacion.objects.create(
        escuela=territorio.corlas,
        anio=2026,
        autor=ana.acompanante,
        estado="terminada",
        terminada_en=timezone.now(),
    )


def _enviado(ana, **cambios):
    informe = services.guardar_informe(
        acompanante=ana.acompanante, anio=2026, textos=TEXTOS | cambios, por_escuela={}
    )
    return services.enviar_informe(informe=informe, por=ana)


# --- The figures


def test_los_hechos_se_cuentan_solos(anio, ana):
    hechos = hechos_de(ana.acompanante, 2026)

    assert [(f["planificadas"], f["hechas"]) for f in hechos["visitas"]] == [(1, 1), (1, 0)]
    assert (hechos["hechas"], hechos["minutos"], hechos["al"]) == (1, 270, "2026-12-10")
    assert hechos["sesiones"] == [{"tipo": "Microtaller", "realizadas": 1, "minutos": 240, "asistencias": 1}]
    assert hechos["docentes"] == {"total": 1, "con_protocolo": 0}
    assert hechos["linea_de_base"] == {"escuelas": 1, "inicio": 1, "cierre": 0}
    assert hechos["compromisos"] == {"pendiente": 1, "cumplido": 0, "en_parte": 0, "no_se_pudo": 0}
    assert hechos["asesorias"] == {"total": 1, "escuelas": 1, "minutos": 90}
    assert hechos["pendientes"] == [
        "1 visita de cierre sin hacer",
        "1 compromiso sin verificar",
        "1 escuela sin línea de base de fin de año",
    ]


def test_los_hechos_no_traen_lo_de_otro_acompanante(anio, beto):
    hechos = hechos_de(beto.acompanante, 2026)
    assert (hechos["hechas"], hechos["visitas"], hechos["sesiones"]) == (0, [], [])
    assert hechos["docentes"]["total"] == 1


def test_quien_hizo_todas_sus_visitas_tiene_el_protocolo_completo(rosa, ana):
    hecha = crear_programada(docente=rosa.docente, acompanante=ana.acompanante, fecha=date(2026, 6, 15))
    crear_visita(docente=rosa.docente, acompanante=ana.acompanante, programada=str(hecha.pk))
    assert hechos_de(ana.acompanante, 2026)["docentes"] == {"total": 1, "con_protocolo": 1}


def test_los_hechos_no_tienen_niveles_ni_nombres(anio, rosa, ana):
    plano = str(hechos_de(ana.acompanante, 2026)).lower()
    assert "nivel" not in plano
    assert "quispe" not in plano


# --- Writing and sending


def test_el_borrador_se_guarda_a_medias(anio, ana, cliente_de):
    cliente = cliente_de(ana)
    pagina = texto(cliente.get(reverse("informe_final")))
    assert "1 escuela sin línea de base de fin de año" in pagina
    cliente.post(reverse("informe_final"), {"anio": 2026, "logros": "A medias"})
    assert "A medias" in texto(cliente.get(reverse("informe_final")))
    assert InformeFinal.objects.get().estado == "borrador"


def test_enviar_fija_las_cifras_y_lo_pendiente(anio, rosa, ana, fidel, cliente_de):
    respuesta = cliente_de(ana).post(
        reverse("informe_final"), TEXTOS | {"anio": 2026, "enviar": "si"}, follow=True
    )
    assert "Informe enviado." in texto(respuesta)
    crear_visita(docente=rosa.docente, acompanante=ana.acompanante, tipo="A2", fecha=date(2026, 8, 10))

    informe = InformeFinal.objects.get()
    pagina = texto(cliente_de(fidel).get(reverse("informe_detail", args=[informe.pk])))

    assert informe.hechos["hechas"] == 1
    assert "1 visita de cierre sin hacer; 1 compromiso sin verificar" in pagina
    assert PasoDeInforme.objects.get(que="enviado").contenido["logros"] == TEXTOS["logros"]


@pytest.mark.parametrize(
    ("cambio", "frase"),
    [
        ({"logros": " "}, "Falta «Logros». Escribe al menos una frase."),
        ({"lecciones": "Con Rosa Quispe probamos fichas."}, "El texto nombra a Rosa Quispe Mamani."),
        ({"logros": "La profesora QUISPE MAMANÍ ya no espera."}, "El texto nombra a Rosa Quispe Mamani."),
    ],
)
def test_lo_que_falta_o_nombra_a_alguien_no_se_envia(anio, ana, cliente_de, cambio, frase):
    respuesta = cliente_de(ana).post(
        reverse("informe_final"), TEXTOS | {"anio": 2026, "enviar": "si"} | cambio
    )
    assert respuesta.status_code == 422
    assert frase in texto(respuesta)
    assert not InformeFinal.objects.exists()


def test_lo_de_cada_escuela_se_guarda_y_en_blanco_se_borra(anio, ana, territorio, cliente_de):
    campo = f"escuela_{territorio.corlas.pk}"
    cliente = cliente_de(ana)
    cliente.post(reverse("informe_final"), {"anio": 2026, campo: "Ordena su horario."})
    assert InformeFinal.objects.get().escuelas.get().texto == "Ordena su horario."
    cliente.post(reverse("informe_final"), {"anio": 2026, campo: ""})
    assert not InformeFinal.objects.get().escuelas.exists()


# --- Read, closed, reopened


def test_el_formador_comenta_y_cierra(anio, ana, fidel, cliente_de):
    informe, cliente = _enviado(ana), cliente_de(fidel)
    cliente.post(reverse("informe_cerrar", args=[informe.pk]))
    informe.refresh_from_db()
    assert informe.estado == "enviado"

    cliente.post(reverse("informe_comentar", args=[informe.pk]), {"comentario": "Se entiende."})
    cliente.post(reverse("informe_cerrar", args=[informe.pk]))

    informe.refresh_from_db()
    assert (informe.estado, informe.comentario) == ("cerrado", "Se entiende.")
    assert "Se entiende." in texto(cliente_de(ana).get(reverse("informe_detail", args=[informe.pk])))
    with pytest.raises(InformeRechazado, match="está cerrado y ya no cambia"):
        services.reabrir_informe(informe=informe, por=ana)


def test_sin_comentario_no_se_da_por_leido(anio, ana, fidel, cliente_de):
    informe = _enviado(ana)
    respuesta = cliente_de(fidel).post(reverse("informe_comentar", args=[informe.pk]), {"comentario": " "})
    assert "Falta tu comentario." in texto(respuesta)
    informe.refresh_from_db()
    assert informe.estado == "enviado"


def test_reabierto_vuelve_a_ser_solo_de_su_autor_hasta_enviarlo_otra_vez(anio, ana, fidel, cliente_de):
    informe = _enviado(ana)
    cliente_de(ana).post(reverse("informe_reabrir", args=[informe.pk]))
    assert cliente_de(fidel).get(reverse("informe_detail", args=[informe.pk])).status_code == 404
    informe = _enviado(ana, logros="Otra cosa.")
    assert informe.version == 2
    assert [p.que for p in informe.pasos.all()] == ["enviado", "reabierto", "enviado"]


def test_lo_enviado_no_se_cambia_sin_reabrirlo(anio, ana):
    _enviado(ana)
    with pytest.raises(InformeRechazado, match="ya se envió"):
        services.guardar_informe(acompanante=ana.acompanante, anio=2026, textos=TEXTOS, por_escuela={})


def test_la_lista_del_formador_dice_quien_falta(anio, ana, beto, fidel, cliente_de):
    _enviado(ana)
    services.guardar_informe(acompanante=beto.acompanante, anio=2026, textos=TEXTOS, por_escuela={})
    pagina = texto(cliente_de(fidel).get(reverse("informe_list")))
    assert "1 de 2 acompañantes lo enviaron" in pagina
    assert pagina.index("Campos, Ana") < pagina.index("Neyra, Beto")
    assert "Por enviar" in pagina


@pytest.mark.parametrize("persona", ["elena", "carmen", "hugo", "rosa", "ines", "admin"])
def test_nadie_mas_abre_un_informe(anio, ana, persona, request, cliente_de):
    informe = _enviado(ana)
    cliente = cliente_de(request.getfixturevalue(persona))
    for nombre in ("informe_detail", "informe_pdf"):
        assert cliente.get(reverse(nombre, args=[informe.pk])).status_code == 403


def test_el_informe_de_otro_no_existe(anio, ana, beto, cliente_de):
    informe = _enviado(ana)
    for nombre in ("informe_detail", "informe_pdf"):
        assert cliente_de(beto).get(reverse(nombre, args=[informe.pk])).status_code == 404


def test_la_descarga_queda_anotada_y_lleva_quien_y_cuando(anio, ana, fidel, cliente_de):
    informe = _enviado(ana)
    respuesta = cliente_de(fidel).get(reverse("informe_pdf", args=[informe.pk]))
    assert respuesta.content.startswith(b"%PDF")
    assert respuesta["Cache-Control"] == "no-store"
    assert "informe-final-2026-ana-campos.pdf" in respuesta["Content-Disposition"]
    assert PasoDeInforme.objects.get(que="descargado").por == fidel


# --- The checklist


def test_el_cierre_dice_que_falta_con_cada_docente_y_escuela(anio, rosa, ana, cliente_de):
    competencia = Instrumento.objects.vigente().competencias.get(numero=2)
    Necesidad.objects.create(
        docente=rosa.docente,
        anio=2026,
        competencia=competencia,
        texto="Tiempo.",
        prioridad=1,
        autor=ana.acompanante,
    )
    pagina = texto(cliente_de(ana).get(reverse("cierre_del_anio")))
    assert "0 de 1 docente con su visita de cierre hecha" in pagina
    assert "Prevista el 03/12/2026" in pagina
    assert "1 por verificar" in pagina
    assert "1 de 1" in pagina
    assert "Preparar traspaso" in pagina
    assert "Sin empezar" in pagina
    assert "16/06/2026" in pagina
    assert Lectura.objects.get(docente=rosa.docente).clase == "visita"


@pytest.mark.parametrize("pagina", ["cierre_del_anio", "informe_final"])
def test_las_consultas_no_crecen_con_las_filas(pagina, anio, ana, cliente_de, django_assert_num_queries):
    cliente = cliente_de(ana)
    with CaptureQueriesContext(connection) as una:
        cliente.get(reverse(pagina))
    for _ in range(2):
        docente = crear_asignacion(docente=crear_docente(), acompanante=ana.acompanante).docente
        crear_programada(docente=docente, acompanante=ana.acompanante, tipo="C", fecha=date(2026, 12, 3))
        crear_visita(docente=docente, acompanante=ana.acompanante)
    with django_assert_num_queries(len(una)):
        cliente.get(reverse(pagina))
    if pagina == "cierre_del_anio":
        assert len(una) <= 15
