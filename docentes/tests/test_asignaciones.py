from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from docentes.models import Asignacion, Docente, MotivoDeFin
from docentes.services import (
    YaTieneAcompanante,
    advertencias_al_asignar,
    advertencias_al_terminar,
    asignar,
    terminar_asignacion,
)
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_docente

pytestmark = pytest.mark.django_db


def test_asignar_una_plaza_libre():
    docente, acompanante = crear_docente(), crear_acompanante()

    asignacion = asignar(docente=docente, acompanante=acompanante, desde=date(2026, 4, 1))

    assert list(Docente.objects.acompanados_hoy_por(acompanante.usuario)) == [docente]
    assert asignacion.vigente(date(2026, 4, 1))
    assert not asignacion.vigente(date(2026, 3, 31))


def test_una_plaza_con_acompanante_no_se_asigna_otra_vez():
    asignacion = crear_asignacion()

    with pytest.raises(YaTieneAcompanante, match="Termina primero esa asignación"):
        asignar(docente=asignacion.docente, acompanante=crear_acompanante(), desde=date(2026, 4, 1))

    assert Asignacion.objects.count() == 1


def test_asignar_antes_del_fin_de_la_anterior_se_rechaza():
    docente = crear_docente()
    crear_asignacion(
        docente=docente, desde=date(2025, 3, 1), hasta=date(2026, 6, 30), motivo_fin=MotivoDeFin.LICENCIA
    )

    with pytest.raises(YaTieneAcompanante, match=r"01/06/2026"):
        asignar(docente=docente, acompanante=crear_acompanante(), desde=date(2026, 6, 1))

    nueva = asignar(docente=docente, acompanante=crear_acompanante(), desde=date(2026, 7, 1))
    assert nueva.hasta is None


def test_la_base_de_datos_no_admite_dos_asignaciones_activas():
    asignacion = crear_asignacion()

    with pytest.raises(IntegrityError), transaction.atomic():
        Asignacion.objects.create(
            docente=asignacion.docente, acompanante=crear_acompanante(), desde=date(2026, 4, 1)
        )


@pytest.mark.parametrize(
    "cambios",
    [
        {"hasta": date(2025, 2, 1), "motivo_fin": "licencia"},
        {"hasta": date(2026, 2, 1), "motivo_fin": ""},
        {"hasta": None, "motivo_fin": "licencia"},
        {"hasta": date(2026, 2, 1), "motivo_fin": "otro", "motivo_texto": ""},
        {"hasta": date(2026, 2, 1), "motivo_fin": "un encargo"},
    ],
)
def test_la_base_de_datos_rechaza_un_fin_sin_orden_o_sin_motivo(cambios):
    with pytest.raises(IntegrityError), transaction.atomic():
        crear_asignacion(**cambios)


def test_terminar_guarda_el_motivo_y_el_docente_deja_de_verse():
    asignacion = crear_asignacion()
    hoy = timezone.localdate()

    terminar_asignacion(asignacion=asignacion, hasta=hoy - timedelta(days=1), motivo=MotivoDeFin.RENUNCIA)

    asignacion.refresh_from_db()
    assert (asignacion.hasta, asignacion.motivo_fin) == (hoy - timedelta(days=1), "renuncia")
    assert not Docente.objects.acompanados_hoy_por(asignacion.acompanante.usuario).exists()


@pytest.mark.parametrize(
    ("hasta", "motivo", "campo", "frase"),
    [
        (
            date(2025, 1, 1),
            "licencia",
            "hasta",
            "El último día (01/01/2025) es anterior al primero (01/03/2025).",
        ),
        (date(2999, 1, 1), "licencia", "hasta", "El último día (01/01/2999) no puede ser posterior a hoy."),
        (date(2026, 1, 1), "encargo", "motivo_fin", "«encargo» no es un motivo. Elige uno de la lista."),
        (date(2026, 1, 1), "otro", "motivo_texto", "Escribe cuál es el otro motivo."),
    ],
)
def test_un_fin_que_no_vale_se_explica_y_no_cambia_nada(hasta, motivo, campo, frase):
    asignacion = crear_asignacion()

    with pytest.raises(Rechazo) as error:
        terminar_asignacion(asignacion=asignacion, hasta=hasta, motivo=motivo)

    assert (error.value.campo, error.value.mensaje) == (campo, frase)
    asignacion.refresh_from_db()
    assert asignacion.hasta is None


def test_terminar_dos_veces_se_rechaza():
    asignacion = crear_asignacion(hasta=date(2025, 12, 20), motivo_fin=MotivoDeFin.LICENCIA)

    with pytest.raises(Rechazo, match="ya terminó el 20/12/2025"):
        terminar_asignacion(asignacion=asignacion, hasta=date(2026, 1, 1), motivo=MotivoDeFin.LICENCIA)


def test_cambiar_de_acompanante_en_el_anio_avisa():
    docente = crear_docente()
    crear_asignacion(docente=docente, hasta=date(2026, 5, 30), motivo_fin=MotivoDeFin.LICENCIA)

    avisos = advertencias_al_asignar(docente=docente, acompanante=crear_acompanante(), desde=date(2026, 6, 1))

    assert len(avisos) == 1
    assert "no rotar" in avisos[0]


def test_la_carga_por_encima_del_protocolo_avisa():
    class Carga:
        carga_minima, carga_maxima, carga_de_aviso = 1, 1, 1

    acompanante = crear_acompanante()
    crear_asignacion(acompanante=acompanante)

    avisos = advertencias_al_asignar(
        docente=crear_docente(), acompanante=acompanante, desde=timezone.localdate(), carga=Carga
    )

    assert len(avisos) == 1
    assert "quedaría con 2 docentes" in avisos[0]


def test_terminar_en_diciembre_no_avisa_y_antes_si():
    asignacion = crear_asignacion()

    assert advertencias_al_terminar(asignacion=asignacion, hasta=date(2026, 12, 18)) == []
    assert "no rote" in advertencias_al_terminar(asignacion=asignacion, hasta=date(2026, 8, 3))[0]
