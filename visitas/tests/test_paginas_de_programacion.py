"""The pages of the calendar and the lists: they work, they are not somebody else's, they are not everybody's job."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura
from docentes.tests.fabricas import crear_asignacion, crear_docente
from visitas import services
from visitas.models import VisitaProgramada
from visitas.tests.fabricas import compromiso, crear_programada, crear_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2026, 10, 15)
PAGINAS_DE_ACOMPANANTE = ["visita_list", "calendario"]


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    """Thursday 15 October 2026, so that what is overdue does not depend on the day of the run."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    return HOY


@pytest.fixture
def programada(rosa, ana):
    return crear_programada(docente=rosa.docente, acompanante=ana.acompanante, fecha=HOY + timedelta(days=7))


@pytest.fixture
def ajena(beto):
    """A scheduled visit of Beto's teacher."""
    docente = beto.acompanante.asignaciones.get().docente
    return crear_programada(docente=docente, acompanante=beto.acompanante, fecha=HOY)


# --- The calendar


def test_el_calendario_vacio_ofrece_programar_y_dice_cuantas(rosa, ana, cliente_de):
    pagina = texto(cliente_de(ana).get(reverse("calendario")))
    assert "Prepara tu calendario 2026" in pagina
    assert "<b>2 visitas</b> a 1 docente" in pagina
    assert "Programar 2 visitas" in pagina


def test_programar_llena_el_calendario_y_la_segunda_vez_no_agrega(rosa, ana, cliente_de):
    cliente = cliente_de(ana)
    pagina = texto(cliente.post(reverse("programar"), {"anio": 2026}, follow=True))
    assert "Programaste 2 visitas" in pagina
    assert "Rosa Quispe Mamani" in pagina
    pagina = texto(cliente.post(reverse("programar"), {"anio": 2026}, follow=True))
    assert "ya estaba completo" in pagina
    assert VisitaProgramada.objects.count() == 2


def test_programar_no_se_hace_con_un_enlace(ana, cliente_de):
    assert cliente_de(ana).get(reverse("programar")).status_code == 405


def test_programar_un_anio_sin_catalogo_dice_que_hacer(rosa, ana, cliente_de):
    pagina = texto(cliente_de(ana).post(reverse("programar"), {"anio": 2031}, follow=True))
    assert "El año escolar 2031 no está en los catálogos" in pagina


def test_el_calendario_muestra_lo_suyo_y_nada_de_otros(programada, ajena, ana, cliente_de):
    pagina = texto(cliente_de(ana).get(reverse("calendario")))
    assert "Rosa Quispe Mamani" in pagina
    assert "Elmer" not in pagina


def test_el_calendario_dice_el_plan_original_y_el_motivo(programada, ana, cliente_de):
    services.reprogramar(programada=programada, fecha=date(2026, 10, 29), motivo="via_cortada", por=ana)
    pagina = texto(cliente_de(ana).get(reverse("calendario"), {"mes": 10}))
    assert "El plan original era el 22/10/2026" in pagina
    assert "se movió por: vía cortada" in pagina


@pytest.mark.parametrize("consulta", [{"anio": "abc"}, {"anio": "99999"}, {"mes": "x"}, {"mes": "13"}])
def test_una_direccion_con_disparates_muestra_el_anio_en_curso(programada, ana, cliente_de, consulta):
    pagina = cliente_de(ana).get(reverse("calendario"), consulta)
    assert pagina.status_code == 200
    assert "Calendario 2026" in texto(pagina)


def test_ver_el_calendario_deja_constancia_de_la_lectura(programada, rosa, ana, cliente_de):
    cliente_de(ana).get(reverse("calendario"))
    assert Lectura.objects.get(docente=rosa.docente).clase == "fechas"


# --- Changing a visit


def test_cambiar_el_dia_mueve_la_visita_y_vuelve_al_calendario(programada, ana, cliente_de):
    url = reverse("reprogramar", args=[programada.pk])
    respuesta = cliente_de(ana).post(url, {"fecha": "2026-10-29", "motivo": "paro"}, follow=True)
    assert "La visita queda para el 29/10/2026." in texto(respuesta)
    programada.refresh_from_db()
    assert (programada.fecha, programada.fecha_original) == (date(2026, 10, 29), date(2026, 10, 22))


def test_cambiar_a_un_feriado_o_a_un_dia_con_otra_visita_se_avisa(programada, ana, cliente_de):
    otra = crear_asignacion(docente=crear_docente(), acompanante=ana.acompanante).docente
    crear_programada(docente=otra, acompanante=ana.acompanante, fecha=date(2026, 12, 8))
    url = reverse("reprogramar", args=[programada.pk])
    pagina = texto(cliente_de(ana).post(url, {"fecha": "2026-12-08", "motivo": "paro"}, follow=True))
    assert "ese día es feriado: Inmaculada Concepción" in pagina
    assert f"ese día también visitas a {otra.nombre_completo}" in pagina


@pytest.mark.parametrize(
    ("datos", "frase"),
    [
        ({"fecha": "2026-10-01", "motivo": "paro"}, "El 01/10/2026 ya pasó."),
        ({"fecha": "2026-12-31", "motivo": "paro"}, "El 31/12/2026 está fuera de la temporada de visitas."),
        ({"fecha": "31/02/2026", "motivo": "paro"}, "No entendimos la fecha."),
        ({"fecha": "", "motivo": "paro"}, "Falta el día."),
        ({"fecha": "2026-10-29", "motivo": ""}, "Falta el motivo."),
        ({"fecha": "2026-10-29", "motivo": "encargo"}, "Elige un motivo de la lista."),
        ({"fecha": "2026-10-29", "motivo": "otro"}, "Escribe en pocas palabras cuál fue."),
    ],
)
def test_un_dato_malo_se_dice_con_una_frase_y_nada_cambia(programada, ana, cliente_de, datos, frase):
    respuesta = cliente_de(ana).post(reverse("reprogramar", args=[programada.pk]), datos)
    assert frase in texto(respuesta)
    programada.refresh_from_db()
    assert programada.fecha == date(2026, 10, 22)


def test_lo_no_realizado_se_marca_con_motivo_y_se_puede_deshacer(programada, ana, cliente_de):
    cliente = cliente_de(ana)
    pagina = texto(
        cliente.post(reverse("no_realizada", args=[programada.pk]), {"motivo": "lluvia"}, follow=True)
    )
    assert "No realizada, con motivo" in pagina
    assert "lluvias" in pagina
    url = reverse("reprogramar", args=[programada.pk])
    assert "¿Cuándo la harás?" in texto(cliente.get(url))
    cliente.post(url, {"fecha": "2026-10-22"})
    programada.refresh_from_db()
    assert (programada.estado, programada.motivo) == ("pendiente", "")


def test_lo_ya_hecho_no_se_mueve(rosa, ana, cliente_de):
    programada = crear_programada(docente=rosa.docente, acompanante=ana.acompanante, fecha=HOY)
    crear_visita(docente=rosa.docente, programada=str(programada.pk), tipo="A1", fecha="2026-10-15")
    for nombre, datos in (
        ("reprogramar", {"fecha": "2026-10-29", "motivo": "paro"}),
        ("no_realizada", {"motivo": "paro"}),
    ):
        pagina = texto(cliente_de(ana).post(reverse(nombre, args=[programada.pk]), datos))
        assert "ya se hizo el 15/10/2026" in pagina


@pytest.mark.parametrize("nombre", ["reprogramar", "no_realizada"])
@pytest.mark.parametrize("metodo", ["get", "post"])
def test_la_visita_programada_de_otro_acompanante_no_existe(ajena, ana, cliente_de, nombre, metodo):
    assert getattr(cliente_de(ana), metodo)(reverse(nombre, args=[ajena.pk])).status_code == 404


# --- Lists


def test_la_lista_separa_hechas_por_hacer_atrasadas_y_no_realizadas(rosa, ana, cliente_de):
    def crear(tipo, fecha):
        return crear_programada(docente=rosa.docente, acompanante=ana.acompanante, tipo=tipo, fecha=fecha)

    crear("A2", date(2026, 9, 1))
    crear("A3", date(2026, 11, 3))
    services.marcar_no_realizada(programada=crear("A4", date(2026, 8, 20)), motivo="paro", por=ana)
    crear_visita(docente=rosa.docente, tipo="A1", fecha="2026-06-15")
    cliente = cliente_de(ana)
    visto = {
        estado: texto(cliente.get(reverse("visita_list"), {"estado": estado}))
        for estado in ("hechas", "por-hacer", "atrasadas", "no-realizadas", "borradores")
    }
    assert "15/06/2026" in visto["hechas"]
    assert "03/11/2026" in visto["por-hacer"]
    assert "01/09/2026" in visto["atrasadas"]
    assert "Paro o huelga" in visto["no-realizadas"]
    assert "Sin borradores" in visto["borradores"]
    assert "01/09/2026" not in visto["por-hacer"]
    assert "03/11/2026" not in visto["atrasadas"]


def test_la_lista_se_filtra_por_texto_docente_y_mes(rosa, ana, cliente_de):
    otro = crear_docente(nombres="Segundo", apellidos="Cruz Aguilar")
    crear_asignacion(docente=otro, acompanante=ana.acompanante)
    crear_visita(docente=rosa.docente, fecha="2026-06-15")
    crear_visita(docente=otro, fecha="2026-07-15")
    cliente = cliente_de(ana)

    def filas(**filtros):
        respuesta = cliente.get(reverse("visita_list"), filtros)
        return {f.docente.nombres for f in respuesta.context["filas"]}

    assert filas() == {"Rosa", "Segundo"}
    assert filas(q="CRÚZ") == {"Segundo"}
    assert filas(docente=str(rosa.docente.pk)) == {"Rosa"}
    assert filas(mes="7") == {"Segundo"}
    assert filas(mes="5") == set()
    assert filas(mes="99", docente="nada") == {"Rosa", "Segundo"}


def test_las_visitas_de_otro_acompanante_no_se_listan(ajena, ana, cliente_de):
    crear_visita(docente=ajena.docente, fecha="2026-06-15")
    for estado in ("hechas", "por-hacer", "atrasadas"):
        assert "Elmer" not in texto(cliente_de(ana).get(reverse("visita_list"), {"estado": estado}))


def test_el_anio_de_una_docente_muestra_visitas_compromisos_y_niveles_como_numerales(rosa, ana, cliente_de):
    crear_visita(docente=rosa.docente, tipo="A1", fecha="2026-06-15", niveles={2: 2, 4: 3, 8: None})
    respuesta = cliente_de(ana).get(reverse("visitas_de_docente", args=[rosa.docente.pk]))
    pagina = texto(respuesta)
    assert "Quién puede ver esto" in pagina
    assert "Caja de tarjetas de reto" in pagina
    assert "En curso" in pagina
    assert "2. Uso del tiempo para aprender" in pagina
    niveles = {f.competencia.numero: f.celdas[0][1].nivel for f in respuesta.context["niveles"]}
    assert niveles == {2: 2, 4: 3, 8: None}
    assert "<svg" not in pagina.split('class="ac-tabla ac-tarjetas ac-niveles"')[1].split("</table>")[0]


def test_la_docente_ve_su_anio_y_no_deja_lectura(rosa, ana, cliente_de):
    crear_visita(docente=rosa.docente, fecha="2026-06-15")
    url = reverse("visitas_de_docente", args=[rosa.docente.pk])
    assert "Mis visitas" in texto(cliente_de(rosa).get(url))
    assert not Lectura.objects.exists()
    cliente_de(ana).get(url)
    assert Lectura.objects.get().clase == "visita"


def test_el_anio_de_una_docente_ajena_no_existe(ajena, ana, rosa, cliente_de):
    url = reverse("visitas_de_docente", args=[ajena.docente.pk])
    assert cliente_de(ana).get(url).status_code == 404
    assert cliente_de(rosa).get(url).status_code == 404


def test_quien_acompana_ve_los_compromisos_en_curso_y_la_docente_todos_los_suyos(
    rosa, ana, ajena, cliente_de
):
    crear_visita(docente=ajena.docente, fecha="2026-06-15", compromisos=[compromiso("Asunto de Elmer")])
    primera = crear_visita(
        docente=rosa.docente, tipo="A1", fecha="2026-06-15", compromisos=[compromiso("Viejo")]
    )
    crear_visita(
        docente=rosa.docente,
        tipo="A2",
        fecha="2026-07-15",
        compromisos=[compromiso("Nuevo")],
        verificaciones=[
            {"compromiso": str(primera.compromisos.get().pk), "estado": "cumplido", "comentario": "Se vio."}
        ],
    )
    de_ana = cliente_de(ana).get(reverse("compromiso_list"))
    de_rosa = cliente_de(rosa).get(reverse("compromiso_list"))
    assert [c.que for c in de_ana.context["pagina"]] == ["Nuevo"]
    assert [c.que for c in de_rosa.context["pagina"]] == ["Nuevo", "Viejo"]
    assert "Cumplido" in texto(de_rosa)


def test_el_director_ve_fechas_y_horas_de_su_escuela_sin_nombres_ni_niveles(
    rosa, ana, hugo, ajena, cliente_de
):
    crear_programada(
        docente=rosa.docente, acompanante=ana.acompanante, tipo="A6", fecha=HOY + timedelta(days=12)
    )
    crear_visita(docente=rosa.docente, tipo="A1", fecha="2026-06-15", niveles={2: 1})
    crear_visita(docente=ajena.docente, tipo="A2", fecha="2026-06-16")
    respuesta = cliente_de(hugo).get(reverse("visitas_de_mi_escuela"))
    pagina = texto(respuesta)
    assert "Lunes 15 de junio de 2026" in pagina
    assert "8:00 a 12:30" in pagina
    assert "Martes 27 de octubre de 2026" in pagina
    assert "16 de junio" not in pagina
    for ajeno in ("Rosa", "Quispe", "Nivel I", "Uso del tiempo", "Caja de tarjetas"):
        assert ajeno not in pagina


# --- Whose job it is

TODOS = ["ana", "rosa", "hugo", "carmen", "elena", "fidel", "ines", "admin"]


@pytest.mark.parametrize("persona", TODOS)
@pytest.mark.parametrize(
    ("nombre", "de_quien"),
    [
        ("visita_list", {"ana"}),
        ("calendario", {"ana"}),
        ("compromiso_list", {"ana", "rosa"}),
        ("visitas_de_mi_escuela", {"hugo"}),
    ],
)
def test_a_quien_no_le_toca_se_le_dice(request, cliente_de, persona, nombre, de_quien):
    cliente = cliente_de(request.getfixturevalue(persona))
    assert cliente.get(reverse(nombre)).status_code == (200 if persona in de_quien else 403)


@pytest.mark.parametrize("persona", ["hugo", "carmen", "elena", "fidel", "ines", "admin"])
def test_nadie_mas_abre_el_anio_de_una_docente(request, cliente_de, rosa, persona):
    cliente = cliente_de(request.getfixturevalue(persona))
    assert cliente.get(reverse("visitas_de_docente", args=[rosa.docente.pk])).status_code == 403


@pytest.mark.parametrize("persona", ["rosa", "hugo", "carmen", "elena", "fidel"])
@pytest.mark.parametrize("nombre", ["reprogramar", "no_realizada"])
def test_nadie_mas_cambia_el_calendario(request, cliente_de, programada, persona, nombre):
    cliente = cliente_de(request.getfixturevalue(persona))
    assert cliente.post(reverse(nombre, args=[programada.pk])).status_code == 403
    assert cliente.post(reverse("programar")).status_code == 403


# --- The number of queries


def visitas_para(acompanante, cuantas):
    tipos = ["A1", "A2", "A3"]
    for n in range(cuantas):
        docente = crear_asignacion(docente=crear_docente(), acompanante=acompanante).docente
        crear_programada(
            docente=docente, acompanante=acompanante, tipo="A4", fecha=HOY + timedelta(days=1 + n)
        )
        crear_visita(docente=docente, tipo=tipos[n], fecha=f"2026-06-{15 + n}")


@pytest.mark.parametrize(
    ("nombre", "consulta"),
    [
        ("visita_list", {}),
        ("visita_list", {"estado": "por-hacer"}),
        ("calendario", {}),
        ("compromiso_list", {}),
    ],
)
def test_las_consultas_no_crecen_con_las_filas(ana, cliente_de, nombre, consulta, consultas_de):
    cliente = cliente_de(ana)
    visitas_para(ana.acompanante, 1)
    con_una = consultas_de(cliente, reverse(nombre), consulta)
    visitas_para(ana.acompanante, 2)
    assert consultas_de(cliente, reverse(nombre), consulta) == con_una


def test_el_anio_de_una_docente_cuesta_lo_mismo_con_una_visita_que_con_tres(
    rosa, ana, cliente_de, consultas_de
):
    cliente, url = cliente_de(ana), reverse("visitas_de_docente", args=[rosa.docente.pk])
    crear_visita(docente=rosa.docente, tipo="A1", fecha="2026-06-15")
    con_una = consultas_de(cliente, url)
    crear_visita(docente=rosa.docente, tipo="A2", fecha="2026-07-15")
    crear_visita(docente=rosa.docente, tipo="A3", fecha="2026-08-17")
    assert consultas_de(cliente, url) == con_una


@pytest.fixture
def consultas_de():
    """Return a function: how many queries a page takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def contar(cliente, url, datos=None):
        with CaptureQueriesContext(connection) as consultas:
            assert cliente.get(url, datos).status_code == 200
        return len(consultas)

    return contar


def test_a_quien_llega_a_mitad_de_anio_no_le_tocan_las_primeras(rosa, ana, cliente_de):
    crear_programada(docente=rosa.docente, acompanante=ana.acompanante, tipo="A1", fecha=date(2026, 5, 4))
    nueva = crear_asignacion(docente=crear_docente(), acompanante=ana.acompanante).docente
    crear_programada(docente=nueva, acompanante=ana.acompanante, tipo="C", fecha=date(2026, 11, 4))
    respuesta = cliente_de(ana).get(reverse("calendario"))
    assert texto(respuesta).count("No le toca") == 2
    filas = respuesta.context["anual"][0].filas
    assert sorted([p["estado"] for p in f["puntos"]] for f in filas) == [["", "por-hacer"], ["atrasada", ""]]
