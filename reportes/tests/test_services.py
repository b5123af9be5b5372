"""The life of a report: asked for, claimed, made, failed, swept. Nothing lost, nothing doubled."""

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.herramientas.procesos import esperar
from reportes import pdf, services
from reportes.models import EstadoDeReporte, Reporte
from reportes.services import archivos as disco
from reportes.services import turnos
from reportes.services.generacion import explicar
from reportes.tests.pedidos import abandonado, archivos, crear_reporte

pytestmark = pytest.mark.django_db

GRAN_CHIMU = {"ambito": "ugel", "codigo": "130012", "periodo": "2026-B1"}


@pytest.fixture(autouse=True)
def carpeta(carpeta_de_reportes, paginas_de_prueba):
    return carpeta_de_reportes


@pytest.fixture
def timbre(monkeypatch):
    """The bells that rang, in order, without a broker."""
    toques = []
    monkeypatch.setattr("reportes.services.barrido.avisar", lambda pk: toques.append(pk) or True)
    return toques


@pytest.fixture
def veneno(monkeypatch):
    """Composing the pages fails for UGEL Otuzco and for nobody else."""
    componer = pdf.renderizar

    def renderizar(datos, **kwargs):
        if datos.ambito.codigo == "130007":
            raise RuntimeError("fallo en /srv/app/reportes/pdf.py con contraseña")
        return componer(datos, **kwargs)

    monkeypatch.setattr(pdf, "renderizar", renderizar)


def estado(reporte):
    reporte.refresh_from_db()
    return reporte.estado


# --- Asking


def test_pedir_dos_veces_es_el_mismo_pedido_mientras_esta_en_curso(carmen, catalogos):
    uno = services.solicitar_reporte(usuario=carmen, **GRAN_CHIMU)
    assert services.solicitar_reporte(usuario=carmen, **GRAN_CHIMU) == uno
    services.generar_reporte(uno.pk)
    assert services.solicitar_reporte(usuario=carmen, **GRAN_CHIMU) != uno


def test_cada_persona_tiene_su_propio_pedido(carmen, elena, catalogos):
    assert services.solicitar_reporte(usuario=carmen, **GRAN_CHIMU) != services.solicitar_reporte(
        usuario=elena, **GRAN_CHIMU
    )


@pytest.mark.parametrize(
    ("cambio", "frase"),
    [
        ({"ambito": "distrito"}, "Elige ugel o provincia"),
        ({"codigo": "999999"}, "Los códigos válidos son: 130012 (UGEL Gran Chimú)."),
        ({"codigo": "130007"}, "Los códigos válidos son: 130012 (UGEL Gran Chimú)."),
        ({"periodo": "2026-B7"}, "cuatro bimestres"),
        ({"periodo": "1999"}, "no está en el calendario escolar"),
        ({"periodo": "'; DROP"}, "no es un periodo"),
    ],
)
def test_lo_que_no_existe_se_explica_y_no_deja_fila(carmen, catalogos, cambio, frase):
    with pytest.raises(Rechazo, match=frase.replace("(", r"\(").replace(")", r"\)")):
        services.solicitar_reporte(usuario=carmen, **(GRAN_CHIMU | cambio))
    assert not Reporte.objects.exists()


def test_quien_no_tiene_ambito_recibe_una_frase(ana, catalogos):
    with pytest.raises(Rechazo, match="No hay ninguna UGEL de la que puedas pedir un reporte"):
        services.solicitar_reporte(usuario=ana, **GRAN_CHIMU)


@pytest.mark.django_db(transaction=True)
def test_pedir_no_espera_al_broker(carmen, catalogos, monkeypatch):
    nadie_contesta = threading.Event()
    monkeypatch.setattr("reportes.services.avisos.current_app.send_task", lambda *_: nadie_contesta.wait(30))
    reporte = services.solicitar_reporte(usuario=carmen, **GRAN_CHIMU)
    assert not nadie_contesta.is_set()
    nadie_contesta.set()
    assert estado(reporte) == EstadoDeReporte.PENDIENTE


@pytest.mark.django_db(transaction=True)
def test_con_el_broker_caido_la_fila_queda_y_el_barrido_avisa(carmen, catalogos, monkeypatch, timbre):
    def caido(*_):
        raise OSError("sin conexión")

    monkeypatch.setattr("reportes.services.avisos.current_app.send_task", caido)
    reporte = services.solicitar_reporte(usuario=carmen, **GRAN_CHIMU)
    assert services.barrer(espera=timedelta(0)) == 1
    assert timbre == [reporte.pk]


# --- Making


def test_un_reporte_queda_listo_con_su_archivo(carmen, catalogos):
    reporte = services.solicitar_reporte(usuario=carmen, **GRAN_CHIMU)
    assert services.generar_reporte(reporte.pk) is True
    assert estado(reporte) == EstadoDeReporte.LISTO
    assert archivos() == [reporte.archivo]
    assert (reporte.intentos, reporte.bytes) == (1, disco.ruta(reporte.archivo).stat().st_size)


def test_diez_mensajes_iguales_hacen_un_solo_archivo(carmen, catalogos):
    reporte = services.solicitar_reporte(usuario=carmen, **GRAN_CHIMU)
    assert [services.generar_reporte(reporte.pk) for _ in range(10)] == [True] + [False] * 9
    assert len(archivos()) == 1
    reporte.refresh_from_db()
    assert reporte.intentos == 1


def test_quien_perdio_el_turno_no_escribe_nada(carmen, catalogos):
    reporte = crear_reporte(carmen)
    lento = turnos.tomar(reporte.pk)
    Reporte.objects.filter(pk=reporte.pk).update(arrendado_hasta=timezone.now() - timedelta(seconds=1))
    assert services.generar_reporte(reporte.pk) is True
    reporte.refresh_from_db()
    archivo = reporte.archivo
    with pytest.raises(turnos.TurnoPerdido):
        turnos.escribir(lento, estado=EstadoDeReporte.LISTO, archivo="tarde.pdf")
    reporte.refresh_from_db()
    assert (reporte.archivo, reporte.intentos) == (archivo, 2)


def test_perder_el_turno_a_medio_camino_detiene_el_trabajo_sin_dejar_rastro(carmen, catalogos, monkeypatch):
    reporte = crear_reporte(carmen)
    componer = pdf.renderizar

    def robado(datos, **kwargs):
        Reporte.objects.filter(pk=reporte.pk).update(turno=nuevo_id())
        return componer(datos, **kwargs)

    monkeypatch.setattr(pdf, "renderizar", robado)
    assert services.generar_reporte(reporte.pk) is False
    assert estado(reporte) == EstadoDeReporte.GENERANDO
    assert (reporte.archivo, archivos()) == ("", [])


def test_nadie_toma_un_reporte_arrendado_ni_uno_terminado(carmen, catalogos):
    reporte = crear_reporte(carmen)
    assert turnos.tomar(reporte.pk)
    assert turnos.tomar(reporte.pk) is None
    assert turnos.tomar(nuevo_id()) is None


@pytest.mark.django_db(transaction=True)
def test_el_arriendo_se_renueva_mientras_dura_el_trabajo(catalogos, monkeypatch):
    monkeypatch.setattr(turnos, "RENOVACION_S", 0.01)
    reporte = turnos.tomar(crear_reporte().pk)
    Reporte.objects.filter(pk=reporte.pk).update(arrendado_hasta=timezone.now())
    with turnos.Renovacion(reporte):
        assert esperar(lambda: Reporte.objects.get(pk=reporte.pk).arrendado_hasta > timezone.now(), 10)


# --- Failing


def test_un_reporte_venenoso_se_intenta_tres_veces_y_los_demas_siguen(elena, catalogos, veneno):
    malo = services.solicitar_reporte(usuario=elena, ambito="ugel", codigo="130007", periodo="2026-B1")
    bueno = services.solicitar_reporte(usuario=elena, **GRAN_CHIMU)
    for _ in range(5):
        services.generar_reporte(malo.pk)
    services.generar_reporte(bueno.pk)
    assert (estado(malo), malo.intentos) == (EstadoDeReporte.FALLIDO, 3)
    assert estado(bueno) == EstadoDeReporte.LISTO


def test_el_motivo_del_fallo_es_una_frase_y_no_un_volcado(elena, catalogos, veneno):
    malo = crear_reporte(elena, codigo="130007", nombre="UGEL Otuzco", intentos=2)
    services.generar_reporte(malo.pk)
    malo.refresh_from_db()
    assert malo.error.startswith("Algo falló al preparar el reporte")
    assert "/srv" not in malo.error
    assert "RuntimeError" not in malo.error


def test_el_disco_lleno_se_intenta_otra_vez_y_luego_se_dice(carmen, catalogos, settings, carpeta):
    settings.DIR_REPORTES = Path("/dev/full/reportes")
    reporte = crear_reporte(carmen)
    services.generar_reporte(reporte.pk)
    assert (estado(reporte), reporte.avisado_en) == (EstadoDeReporte.PENDIENTE, None)
    services.generar_reporte(reporte.pk)
    services.generar_reporte(reporte.pk)
    assert estado(reporte) == EstadoDeReporte.FALLIDO
    assert reporte.error.startswith("El archivo no se pudo guardar en el servidor")


def test_cuando_vuelve_a_haber_disco_el_reporte_sale(carmen, catalogos, settings, carpeta):
    settings.DIR_REPORTES = Path("/dev/full/reportes")
    reporte = crear_reporte(carmen)
    services.generar_reporte(reporte.pk)
    settings.DIR_REPORTES = carpeta
    assert services.generar_reporte(reporte.pk) is True


def test_sin_espacio_se_dice_que_el_disco_esta_lleno():
    assert "disco del servidor está lleno" in explicar(OSError(28, "No space left on device"))


def test_una_escritura_que_falla_no_deja_archivo_a_medias(monkeypatch):
    def sin_espacio(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", sin_espacio)
    with pytest.raises(OSError, match="No space"):
        disco.guardar(b"medio", nuevo_id())
    assert archivos() == []


def test_reintentar_devuelve_los_tres_intentos(carmen, catalogos):
    reporte = crear_reporte(carmen, estado=EstadoDeReporte.FALLIDO, error="Algo falló.", intentos=3)
    services.reintentar_reporte(reporte=reporte)
    assert (reporte.estado, reporte.intentos, reporte.error) == (EstadoDeReporte.PENDIENTE, 0, "")
    assert services.generar_reporte(reporte.pk) is True


def test_reintentar_lo_que_ya_se_pidio_de_nuevo_lleva_al_otro_pedido(carmen, catalogos):
    fallido = crear_reporte(carmen, clave="una", estado=EstadoDeReporte.FALLIDO, error="Algo falló.")
    otro = crear_reporte(carmen, clave="una")
    assert services.reintentar_reporte(reporte=fallido) == otro
    assert estado(fallido) == EstadoDeReporte.FALLIDO


def test_reintentar_uno_que_no_fallo_no_lo_toca(carmen, catalogos):
    reporte = crear_reporte(carmen)
    services.generar_reporte(reporte.pk)
    services.reintentar_reporte(reporte=reporte)
    assert estado(reporte) == EstadoDeReporte.LISTO


# --- Sweeping


def test_el_barrido_avisa_por_lo_que_espera_demasiado_y_por_lo_abandonado(timbre):
    hace_rato = timezone.now() - timedelta(minutes=2)
    viejo, suelto = crear_reporte(avisado_en=hace_rato), abandonado()
    crear_reporte()
    crear_reporte(
        estado=EstadoDeReporte.GENERANDO,
        arrendado_hasta=timezone.now() + timedelta(seconds=30),
        avisado_en=hace_rato,
    )
    assert services.barrer() == 2
    assert sorted(timbre) == sorted([viejo.pk, suelto.pk])


def test_dos_agendas_avisan_una_sola_vez(timbre):
    crear_reporte(avisado_en=timezone.now() - timedelta(minutes=2))
    assert [services.barrer(), services.barrer()] == [1, 0]
    assert len(timbre) == 1


def test_lo_que_se_detuvo_tres_veces_queda_fallido_con_su_motivo(timbre):
    reporte = abandonado(intentos=3)
    assert services.barrer() == 0
    assert estado(reporte) == EstadoDeReporte.FALLIDO
    assert "se detuvo tres veces" in reporte.error


def test_el_barrido_quita_lo_que_dejo_un_trabajador_muerto(carpeta, timbre):
    vivo = turnos.tomar(crear_reporte().pk)
    for nombre in (f"{nuevo_id()}.part", f"{vivo.turno}.part"):
        (carpeta / nombre).write_bytes(b"medio")
    services.barrer()
    assert archivos() == [f"{vivo.turno}.part"]


def test_el_barrido_quita_archivos_viejos_sin_fila_y_deja_los_demas(carmen, catalogos, carpeta, timbre):
    reporte = crear_reporte(carmen)
    services.generar_reporte(reporte.pk)
    reporte.refresh_from_db()
    (carpeta / "huerfano.pdf").write_bytes(b"x")
    (carpeta / "recien.pdf").write_bytes(b"x")
    for nombre in ("huerfano.pdf", reporte.archivo):
        os.utime(carpeta / nombre, (0, 0))
    services.barrer()
    assert archivos() == sorted([reporte.archivo, "recien.pdf"])
