"""What the needs follow from after a handover, and whose each list of needs is."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Docente
from visitas import linea_de_base, services
from visitas.cierre import docentes_al_cierre
from visitas.hilo import entradas, leer_hilo
from visitas.linea_de_base import base_de
from visitas.models import Caracterizacion, Competencia, Necesidad
from visitas.services.necesidades import NecesidadRechazada
from visitas.tests.fabricas import crear_visita
from visitas.tests.fabricas_cierre import cambiar_de_acompanante, retener
from visitas.tests.fabricas_de_base import crear_necesidad

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HOY = date(2026, 10, 15)
FIN = date(2026, 9, 30)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def diagnostica(rosa, ana):
    return crear_visita(
        docente=rosa.docente,
        acompanante=ana.acompanante,
        tipo="D",
        fecha="2026-04-15",
        niveles={2: 1, 4: 2},
        compromisos=[],
    )


@pytest.fixture
def traspaso(diagnostica, rosa, beto):
    return cambiar_de_acompanante(rosa.docente, beto.acompanante, ultimo_dia=FIN)


@pytest.fixture
def retenida(traspaso):
    return retener(traspaso)


def visita_de_beto(rosa, beto, tipo="A2", fecha="2026-10-07", **cambios):
    return crear_visita(docente=rosa.docente, acompanante=beto.acompanante, tipo=tipo, fecha=fecha, **cambios)


def base(persona, rosa):
    return base_de(persona, Docente.objects.filter(pk=rosa.docente.pk), 2026)


def competencia(numero=2):
    return Competencia.objects.get(numero=numero)


def guardar(cliente, rosa, **cambios):
    datos = {
        "anio": 2026,
        "necesidad_0_competencia": str(competencia().pk),
        "necesidad_0_texto": "Lo que vio Beto.",
        "necesidad_0_prioridad": "1",
    } | cambios
    return cliente.post(reverse("necesidades_guardar", args=[rosa.docente.pk]), datos)


def pagina(cliente, rosa) -> str:
    return texto(cliente.get(reverse("necesidades", args=[rosa.docente.pk]), {"anio": 2026}))


# --- What stands in for a diagnostic visit that was withheld


def test_si_la_diagnostica_pasa_es_la_base(traspaso, diagnostica, rosa, beto):
    visita_de_beto(rosa, beto)
    assert (base(beto, rosa).visita, base(beto, rosa).retenida) == (diagnostica, False)


def test_la_primera_visita_propia_hace_de_base_de_la_que_se_retuvo(retenida, diagnostica, rosa, ana, beto):
    assert (base(beto, rosa).visita, base(beto, rosa).retenida) == (None, True)
    primera = visita_de_beto(rosa, beto)
    visita_de_beto(rosa, beto, "A3", "2026-10-14")

    assert base(beto, rosa).sustituta == primera
    assert base(beto, rosa).diagnostica is None
    assert base(rosa, rosa).diagnostica == diagnostica


def test_la_base_vuelve_a_ser_la_diagnostica_si_el_docente_la_deja_pasar(retenida, diagnostica, rosa, beto):
    visita_de_beto(rosa, beto)
    retener(retenida, visitas=True)
    assert base(beto, rosa).diagnostica == diagnostica


def test_sin_diagnostica_en_el_anio_ninguna_otra_visita_la_reemplaza(rosa, ana):
    crear_visita(docente=rosa.docente, acompanante=ana.acompanante, tipo="A1", fecha="2026-06-15")
    assert base(ana, rosa) == linea_de_base.Base()


def test_quien_llega_prioriza_desde_su_primera_visita(retenida, rosa, beto, cliente_de):
    cliente = cliente_de(beto)
    antes = pagina(cliente, rosa)
    assert "queda entre" in antes
    assert "Registrar mi primera visita" in antes
    assert guardar(cliente, rosa).status_code == 200
    assert not Necesidad.objects.exists()

    primera = visita_de_beto(rosa, beto, niveles={2: 3})
    assert "Hace de base en lugar de la diagnóstica" in pagina(cliente, rosa)
    assert guardar(cliente, rosa).status_code == 302

    suya = Necesidad.objects.get()
    assert (suya.visita, suya.autor) == (primera, beto.acompanante)


def test_el_servicio_no_acepta_otra_visita_en_lugar_de_la_diagnostica(retenida, rosa, ana, beto):
    primera = visita_de_beto(rosa, beto)
    segunda = visita_de_beto(rosa, beto, "A3", "2026-10-14")

    def priorizar(visita, por):
        return services.priorizar_necesidades(
            docente=rosa.docente,
            anio=2026,
            base=visita,
            necesidades=[{"competencia": competencia(), "texto": "Ganar tiempo."}],
            por=por.acompanante,
        )

    for visita, por in ((segunda, beto), (primera, ana), (None, beto)):
        with pytest.raises(NecesidadRechazada):
            priorizar(visita, por)
    assert len(priorizar(primera, beto)) == 1


def test_la_cobertura_cuenta_una_sola_vez_al_docente(retenida, diagnostica, rosa, beto, cliente_de):
    visita_de_beto(rosa, beto)
    guardar(cliente_de(beto), rosa)
    suyos = Docente.objects.filter(pk=rosa.docente.pk)
    contada = linea_de_base.cobertura(
        Caracterizacion.objects.none(),
        Necesidad.objects.visibles_para(beto),
        linea_de_base.escuelas_de(suyos),
        suyos,
        2026,
    )
    assert (contada.docentes, contada.con_diagnostica, contada.con_necesidades) == (1, 1, 1)
    lista = texto(cliente_de(beto).get(reverse("linea_de_base_list"), {"anio": 2026}))
    assert "Tu primera visita hace de base" in lista
    assert diagnostica.get_absolute_url() not in lista


@pytest.mark.parametrize("con_visita", [True, False])
def test_la_visita_de_la_que_parte_una_necesidad_no_cuenta_como_trabajo_en_ella(
    retenida, rosa, beto, con_visita
):
    primera = visita_de_beto(rosa, beto, niveles={2: 2})
    crear_necesidad(
        docente=rosa.docente, autor=beto.acompanante, competencia=2, visita=primera if con_visita else None
    )

    def trabajadas():
        return [f.trabajadas for f in docentes_al_cierre(beto, [rosa.docente], 2026)]

    assert trabajadas() == [0 if con_visita else 1]
    visita_de_beto(rosa, beto, "A3", "2026-10-14", niveles={2: 3})
    assert trabajadas() == [1]


# --- Whose each list is


def test_la_docente_lee_cada_lista_con_quien_la_priorizo(retenida, diagnostica, rosa, ana, beto, cliente_de):
    for numero, prioridad in ((2, 1), (4, 2)):
        crear_necesidad(
            docente=rosa.docente,
            autor=ana.acompanante,
            competencia=numero,
            prioridad=prioridad,
            visita=diagnostica,
            texto=f"Lo que vio Ana en {numero}.",
        )
    visita_de_beto(rosa, beto)
    guardar(cliente_de(beto), rosa)

    suyas, de_antes = cliente_de(rosa).get(reverse("necesidades", args=[rosa.docente.pk])).context["listas"]
    assert (suyas.autor, [n.texto for n in suyas.necesidades]) == (beto.acompanante, ["Lo que vio Beto."])
    assert (de_antes.autor, [n.prioridad for n in de_antes.necesidades]) == (ana.acompanante, [1, 2])
    leida = pagina(cliente_de(rosa), rosa)
    assert leida.index(f"con {beto.acompanante}") < leida.index("Lo que vio Beto.")
    assert leida.index("Lo que vio Beto.") < leida.index("Lo que se priorizó antes")
    assert leida.index(f"con {ana.acompanante}") < leida.index("Lo que vio Ana en 2.")

    de_beto = pagina(cliente_de(beto), rosa)
    assert "Lo que vio Ana" not in de_beto
    assert f"con {beto.acompanante}" not in de_beto


def test_el_hilo_tambien_separa_las_listas_y_sigue_la_ultima(
    retenida, diagnostica, rosa, ana, beto, cliente_de
):
    crear_necesidad(docente=rosa.docente, autor=ana.acompanante, visita=diagnostica, texto="Lo que vio Ana.")
    visita_de_beto(rosa, beto)
    guardar(cliente_de(beto), rosa)

    hilo = leer_hilo(rosa, rosa.docente, 2026)
    lineas = [(e.momento, e.cosa.autor) for e in entradas(hilo) if e.clase == "necesidades"]
    assert lineas == [(date(2026, 10, 7), beto.acompanante), (date(2026, 4, 15), ana.acompanante)]
    assert [n.texto for n in hilo.necesidades] == ["Lo que vio Beto."]
    leido = texto(cliente_de(rosa).get(reverse("hilo", args=[rosa.docente.pk]), {"anio": 2026}))
    assert f"con {ana.acompanante}" in leido
