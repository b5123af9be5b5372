"""Advice to directors: the cycle, its history, and who reads it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura, Rol
from docentes.tests.fabricas import crear_asignacion, crear_docente, crear_usuario
from escuelas.tests.fabricas import crear_escuela
from visitas import services
from visitas.models import AsesoriaDirectiva, CompromisoDirectivo, VersionDeAsesoria
from visitas.services.direccion import AsesoriaRechazada
from visitas.tests.fabricas_cierre import contenido_de_asesoria, crear_asesoria

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2026, 10, 15)
VALORES = {
    "fecha": "2026-10-14",
    "inicio": "11:00",
    "fin": "12:30",
    "dimensiones": ["clima"],
    "observado": "El recreo se acuerda con los estudiantes.",
    "evidencia": "Acuerdos del aula a la vista.",
    "describir": "Este mes los escuché antes de cambiar el horario.",
    "compromiso_1_que": "Llevar el acuerdo a la asamblea de familias.",
    "compromiso_1_hasta": "2026-11-10",
}


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    return HOY


@pytest.fixture
def asesoria(rosa, ana, hugo, territorio):
    return crear_asesoria(escuela=territorio.corlas, acompanante=ana.acompanante)


# --- The cycle


def test_la_lista_muestra_tambien_las_escuelas_sin_asesoria(asesoria, ana, cliente_de):
    otra = crear_escuela(nombre="IE N.° 80999 Baños", ugel=ana.ugel, distrito=asesoria.escuela.distrito)
    crear_asignacion(docente=crear_docente(escuela=otra), acompanante=ana.acompanante)

    pagina = texto(cliente_de(ana).get(reverse("asesoria_list")))

    assert "1 asesoría en 2026 · 1 escuela sin ninguna" in pagina
    assert "IE N.° 80999 Baños" in pagina
    assert "Conducción pedagógica, Organización del tiempo y de los recursos" in pagina


def test_de_la_lista_al_borrador_y_a_la_asesoria_terminada(rosa, ana, hugo, territorio, cliente_de):
    cliente = cliente_de(ana)
    respuesta = cliente.post(reverse("asesoria_nueva", args=[territorio.corlas.codigo]))
    borrador = AsesoriaDirectiva.objects.get()
    assert respuesta.url == reverse("asesoria_editar", args=[borrador.pk])

    cliente.post(respuesta.url, {"fecha": "31 de junio", "observado": "A medias"})
    assert 'value="31 de junio"' in texto(cliente.get(respuesta.url))

    pagina = texto(cliente.post(reverse("asesoria_terminar", args=[borrador.pk]), VALORES, follow=True))
    assert "Asesoría terminada." in pagina
    borrador.refresh_from_db()
    assert (borrador.estado, borrador.version, borrador.minutos) == ("terminada", 1, 90)
    assert (borrador.director, borrador.borrador) == (hugo, {})
    assert CompromisoDirectivo.objects.get().hasta == date(2026, 11, 10)


def test_dos_pulsaciones_abren_un_solo_borrador(rosa, ana, territorio, cliente_de):
    for _ in range(2):
        cliente_de(ana).post(reverse("asesoria_nueva", args=[territorio.corlas.codigo]))
    assert AsesoriaDirectiva.objects.count() == 1


@pytest.mark.parametrize(
    ("cambio", "frase"),
    [
        ({"fecha": ""}, "Falta la fecha de la asesoría."),
        ({"fecha": "2026-10-16"}, "La fecha (16/10/2026) no puede ser posterior a hoy (15/10/2026)."),
        ({"fecha": "2019-05-05"}, "El programa no tiene calendario escolar de 2019."),
        ({"fin": "10:00"}, "La hora de fin (10:00) no es posterior a la de inicio (11:00)."),
        ({"dimensiones": []}, "Falta qué trabajaron."),
        ({"dimensiones": ["encargos"]}, "«encargos» no está en la lista."),
        ({"observado": " "}, "Falta qué observaste."),
        ({"evidencia": ""}, "Falta la evidencia."),
        ({"describir": ""}, "Falta el primer paso del diálogo."),
        ({"compromiso_1_que": "", "compromiso_1_hasta": ""}, "Falta el compromiso."),
        ({"compromiso_1_hasta": ""}, "Falta hasta cuándo."),
        ({"compromiso_1_hasta": "2026-10-14"}, "debe ser posterior a la asesoría (14/10/2026)."),
    ],
)
def test_lo_que_falta_se_dice_y_nada_queda_a_medias(rosa, ana, territorio, cliente_de, cambio, frase):
    borrador = services.abrir_asesoria(acompanante=ana.acompanante, escuela=territorio.corlas, anio=2026)

    respuesta = cliente_de(ana).post(reverse("asesoria_terminar", args=[borrador.pk]), VALORES | cambio)

    assert respuesta.status_code == 422
    assert frase in texto(respuesta)
    borrador.refresh_from_db()
    assert (borrador.estado, borrador.borrador["inicio"]) == ("borrador", "11:00")
    assert not CompromisoDirectivo.objects.exists()


def test_lo_acordado_se_mira_primero_la_vez_siguiente(asesoria, ana, cliente_de):
    acordado = asesoria.compromisos.get()
    segunda = services.abrir_asesoria(acompanante=ana.acompanante, escuela=asesoria.escuela, anio=2026)
    cliente = cliente_de(ana)
    pagina = texto(cliente.get(reverse("asesoria_editar", args=[segunda.pk])))
    assert pagina.index("Lo que acordaron antes") < pagina.index("Cuándo y sobre qué")

    visto = {
        f"verificacion_{acordado.pk}_estado": "en_parte",
        f"verificacion_{acordado.pk}_comentario": "Dos de cuatro reuniones.",
    }
    cliente.post(reverse("asesoria_terminar", args=[segunda.pk]), VALORES | visto)

    acordado.refresh_from_db()
    assert (acordado.estado, acordado.verificado_en_id) == ("en_parte", segunda.pk)
    assert "Dos de cuatro reuniones." in texto(cliente.get(reverse("asesoria_detail", args=[segunda.pk])))


def test_corregir_conserva_lo_que_decia(asesoria, ana, hugo, cliente_de):
    cliente = cliente_de(ana)
    cliente.post(reverse("asesoria_corregir", args=[asesoria.pk]))
    assert "Junto a todos los lunes" in texto(cliente.get(reverse("asesoria_editar", args=[asesoria.pk])))
    # The director goes on reading what was finished while it is corrected.
    assert "Acta del 8 de junio" in texto(cliente_de(hugo).get(asesoria.get_absolute_url()))

    cliente.post(reverse("asesoria_terminar", args=[asesoria.pk]), VALORES | {"fecha": "2026-06-16"})

    asesoria.refresh_from_db()
    assert asesoria.version == 2
    pagina = texto(cliente.get(reverse("asesoria_historia", args=[asesoria.pk])))
    assert "Corrección 1" in pagina
    assert "Junto a todos los lunes" in pagina


def test_terminar_lo_mismo_no_agrega_una_version(asesoria, ana):
    services.terminar_asesoria(asesoria=asesoria, contenido=contenido_de_asesoria(), por=ana)
    assert VersionDeAsesoria.objects.count() == 1


def test_un_compromiso_verificado_no_se_borra_al_corregir(asesoria, ana):
    acordado = asesoria.compromisos.get()
    crear_asesoria(
        escuela=asesoria.escuela,
        acompanante=ana.acompanante,
        fecha="2026-08-20",
        verificaciones=[{"compromiso": str(acordado.pk), "estado": "cumplido", "comentario": ""}],
    )
    otro = [{"orden": 2, "que": "Otra cosa.", "hasta": "2026-07-20", "como": ""}]

    with pytest.raises(AsesoriaRechazada, match="ya se vio en la asesoría del 20/08/2026"):
        services.terminar_asesoria(
            asesoria=asesoria, contenido=contenido_de_asesoria(compromisos=otro), por=ana
        )

    asesoria.refresh_from_db()
    assert (asesoria.version, asesoria.compromisos.count()) == (1, 1)


def test_descartar_una_correccion_deja_la_asesoria_como_estaba(asesoria, ana, cliente_de):
    services.corregir_asesoria(asesoria=asesoria, datos={"observado": "otra cosa"})
    cliente_de(ana).post(reverse("asesoria_descartar", args=[asesoria.pk]))
    asesoria.refresh_from_db()
    assert (asesoria.borrador, asesoria.version) == ({}, 1)


def test_descartar_un_borrador_se_lo_lleva(rosa, ana, territorio, cliente_de):
    borrador = services.abrir_asesoria(acompanante=ana.acompanante, escuela=territorio.corlas, anio=2026)
    assert "¿Descartar este borrador?" in texto(
        cliente_de(ana).get(reverse("asesoria_descartar", args=[borrador.pk]))
    )
    cliente_de(ana).post(reverse("asesoria_descartar", args=[borrador.pk]))
    assert not AsesoriaDirectiva.objects.exists()


# --- The director


def test_la_direccion_lee_comenta_y_cuenta_como_va(asesoria, hugo, ana, cliente_de):
    cliente, acordado = cliente_de(hugo), asesoria.compromisos.get()
    assert acordado.que in texto(cliente.get(reverse("mi_asesoria")))

    cliente.post(reverse("asesoria_comentar", args=[asesoria.pk]), {"texto": "Me ayudó verlo escrito."})
    cliente.post(reverse("avance_directivo", args=[acordado.pk]), {"texto": "Ya van dos reuniones."})

    pagina = texto(cliente_de(ana).get(asesoria.get_absolute_url()))
    assert "«Me ayudó verlo escrito.»" in pagina
    assert "«Ya van dos reuniones.»" in pagina


def test_la_direccion_no_lee_un_borrador(rosa, ana, hugo, territorio, cliente_de):
    borrador = services.abrir_asesoria(acompanante=ana.acompanante, escuela=territorio.corlas, anio=2026)
    assert cliente_de(hugo).get(reverse("asesoria_detail", args=[borrador.pk])).status_code == 404
    assert AsesoriaDirectiva.objects.visibles_para(ana).count() == 1
    assert not AsesoriaDirectiva.objects.visibles_para(hugo).exists()


def test_quien_dirigia_antes_no_deja_sus_palabras_a_quien_dirige_ahora(asesoria, hugo, territorio):
    nueva = crear_usuario(Rol.DIRECTOR, escuela=territorio.corlas)
    assert AsesoriaDirectiva.objects.visibles_para(hugo).count() == 1
    assert not AsesoriaDirectiva.objects.visibles_para(nueva).exists()


def test_el_inicio_de_la_direccion_trae_sus_compromisos(asesoria, hugo, cliente_de):
    pagina = texto(cliente_de(hugo).get("/"))
    assert "Dedicar media reunión a las clases." in pagina
    assert reverse("mi_asesoria") in pagina


# --- Somebody else's, and not one's job


def test_quien_ya_no_acompana_la_escuela_no_la_lee(asesoria, ana, rosa, cliente_de):
    rosa.docente.asignaciones.update(hasta=date(2026, 10, 1), motivo_fin="licencia")
    assert cliente_de(ana).get(asesoria.get_absolute_url()).status_code == 404


def test_quien_acompana_hoy_la_lee_y_no_la_corrige(asesoria, rosa, beto, cliente_de):
    rosa.docente.asignaciones.update(hasta=date(2026, 10, 1), motivo_fin="licencia")
    crear_asignacion(docente=rosa.docente, acompanante=beto.acompanante, desde=date(2026, 10, 2))
    assert cliente_de(beto).get(asesoria.get_absolute_url()).status_code == 200
    assert cliente_de(beto).post(reverse("asesoria_corregir", args=[asesoria.pk])).status_code == 404


@pytest.mark.parametrize("persona", ["rosa", "carmen", "elena", "fidel", "ines", "admin"])
def test_nadie_mas_la_abre(asesoria, persona, request, cliente_de):
    cliente = cliente_de(request.getfixturevalue(persona))
    assert cliente.get(asesoria.get_absolute_url()).status_code == 403


@pytest.mark.parametrize(("persona", "cuantas"), [("carmen", 1), ("elena", 1), ("dario", 0), ("rosa", 0)])
def test_fuera_de_la_escuela_solo_se_cuentan(asesoria, persona, cuantas, request):
    usuario = request.getfixturevalue(persona)
    assert AsesoriaDirectiva.objects.agregables_para(usuario).count() == cuantas
    assert not AsesoriaDirectiva.objects.visibles_para(usuario).exists()


def test_la_asesoria_no_muestra_docentes_y_no_deja_lecturas(asesoria, rosa, ana, cliente_de):
    pagina = texto(cliente_de(ana).get(asesoria.get_absolute_url()))
    assert rosa.docente.apellidos not in pagina
    assert not Lectura.objects.exists()


@pytest.mark.parametrize("pagina", ["asesoria_list", "mi_asesoria"])
def test_las_consultas_no_crecen_con_las_filas(
    pagina, asesoria, ana, hugo, cliente_de, django_assert_num_queries
):
    cliente = cliente_de(ana if pagina == "asesoria_list" else hugo)
    with CaptureQueriesContext(connection) as una:
        cliente.get(reverse(pagina))
    for dia in ("2026-07-01", "2026-08-20"):
        crear_asesoria(escuela=asesoria.escuela, acompanante=ana.acompanante, fecha=dia)
    with django_assert_num_queries(len(una)):
        cliente.get(reverse(pagina))
    assert len(una) <= 15
