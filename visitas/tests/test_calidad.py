"""The rule that counts how a visit is written, its row at acceptance, and the page of sums."""

from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from docentes.tests.fabricas import crear_acompanante, crear_asignacion
from escuelas.tests.fabricas import crear_region, crear_ugel
from visitas.calidad import es_descriptiva, es_especifico
from visitas.models import CalidadDeVisita
from visitas.tests.fabricas import compromiso, contenido_de_visita, crear_visita, entregar, nivel

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "evidencia",
    [
        "De 8:05 a 8:30 copiaron de la pizarra y tres esperaron.",
        "Preguntó cómo lo sabían y esperó la respuesta de los chicos.",
        "Un niño de la última mesa comentó «yo lo haría al revés».",
    ],
)
def test_es_descriptiva_la_que_otra_persona_podria_haber_visto(evidencia):
    assert es_descriptiva(evidencia)


@pytest.mark.parametrize(
    "evidencia",
    [
        "Preguntó.",
        "Buen manejo del aula, muy ordenada y participativa en todo momento.",
        "La docente es excelente y su clase fue motivadora e interesante para todos.",
        "   8   ",
    ],
)
def test_no_es_descriptiva_la_corta_ni_la_que_solo_juzga(evidencia):
    assert not es_descriptiva(evidencia)


@pytest.mark.parametrize(
    ("como", "esperado"), [("", False), ("Se verá.", False), ("Tarjetas usadas dos veces.", True)]
)
def test_es_especifico_el_que_dice_como_se_sabra(como, esperado):
    assert es_especifico({"como": como, "hasta": "2026-10-01"}) is esperado


def _cuentas(visita):
    fila = CalidadDeVisita.objects.get(visita=visita)
    return (
        fila.niveles,
        fila.niveles_descriptivos,
        fila.compromisos,
        fila.compromisos_especificos,
        fila.con_palabra,
    )


def test_al_registrar_la_visita_se_cuenta_y_lo_no_observado_no_cuenta(rosa):
    visita = crear_visita(
        docente=rosa.docente,
        niveles=[nivel(2), nivel(4, 3, "Todo bien."), nivel(8, None)],
        compromisos=[compromiso(), compromiso(como="")],
    )

    assert _cuentas(visita) == (2, 1, 2, 1, True)


def test_al_corregirla_se_cuenta_de_nuevo(rosa, ana):
    visita = crear_visita(docente=rosa.docente)
    contenido = contenido_de_visita(docente=rosa.docente, niveles=[nivel(4, 3, "Todo bien.")])
    entregar(autor=ana, contenido=contenido, visita_id=visita.pk, base_id=visita.cabeza_id)

    assert _cuentas(visita)[:2] == (1, 0)


def test_la_orden_cuenta_lo_que_falta_y_no_repite(rosa, capsys):
    visita = crear_visita(docente=rosa.docente)
    antes = _cuentas(visita)
    CalidadDeVisita.objects.all().delete()

    call_command("recalcular_calidad")
    call_command("recalcular_calidad")

    assert capsys.readouterr().out.split() == ["1", "visitas", "calculadas.", "0", "visitas", "calculadas."]
    assert _cuentas(visita) == antes


@pytest.fixture
def dos_acompanantes(rosa, ana, beto):
    crear_visita(docente=rosa.docente, fecha=date(2026, 6, 15), dialogo=_dialogo("canario-dicho"))
    crear_visita(docente=beto.acompanante.asignaciones.get().docente, fecha=date(2026, 6, 16))


def _dialogo(texto):
    return {c: texto for c in ("describir", "explicar", "confrontar", "reconstruir")}


def test_el_formador_ve_cuentas_por_acompanante_sin_docentes_ni_textos(dos_acompanantes, fidel, cliente_de):
    pagina = cliente_de(fidel).get(reverse("calidad"), {"anio": 2026})
    texto = pagina.content.decode()

    assert [f["acompanante"].usuario.username for f in pagina.context["filas"]] == ["ana", "beto"]
    assert pagina.context["filas"][0]["cifras"].visitas == 1
    assert "canario-dicho" not in texto
    assert "Quispe" not in texto
    assert "Cómo se calcula" in texto


def test_el_bimestre_suma_solo_lo_suyo(dos_acompanantes, fidel, cliente_de):
    def visitas(numero):
        contexto = cliente_de(fidel).get(reverse("calidad"), {"anio": 2026, "bimestre": numero}).context
        return sum(f["cifras"].visitas for f in contexto["filas"])

    assert [visitas(n) for n in ("1", "2", "3", "4", "x")] == [0, 2, 0, 0, 2]


def test_el_acompanante_ve_lo_suyo_y_no_lo_de_otro(dos_acompanantes, ana, beto, cliente_de):
    pagina = cliente_de(ana).get(reverse("calidad"), {"anio": 2026, "acompanante": beto.acompanante.pk})

    assert pagina.context["acompanante"] == ana.acompanante
    assert "Neyra" not in pagina.content.decode()


def test_el_formador_no_llega_a_un_acompanante_de_otra_region(fidel, cliente_de):
    lejos = crear_ugel(
        codigo="060002", nombre="Cajamarca", region=crear_region(codigo="06", nombre="Cajamarca")
    )
    for pedido in (crear_acompanante(ugel=lejos).pk, "disparate"):
        assert cliente_de(fidel).get(reverse("calidad"), {"acompanante": pedido}).status_code == 404


@pytest.mark.parametrize("quien", ["rosa", "elena", "carmen", "hugo", "ines", "admin"])
def test_la_calidad_no_es_trabajo_de_todos(quien, request, cliente_de):
    assert cliente_de(request.getfixturevalue(quien)).get(reverse("calidad")).status_code == 403


def test_las_consultas_no_crecen_con_los_acompanantes(
    territorio, fidel, cliente_de, django_assert_num_queries
):
    def crear():
        acompanante = crear_acompanante(ugel=territorio.gran_chimu)
        crear_visita(docente=crear_asignacion(acompanante=acompanante).docente)

    crear()
    cliente = cliente_de(fidel)
    with django_assert_num_queries(7):
        cliente.get(reverse("calidad"), {"anio": 2026})
    crear()
    crear()
    with django_assert_num_queries(7):
        cliente.get(reverse("calidad"), {"anio": 2026})
