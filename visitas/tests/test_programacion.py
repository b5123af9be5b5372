"""The calendar's services: laying out the year and changing it with a reason."""

from datetime import date, timedelta

import pytest

from acompanamiento.comun.errores import Rechazo
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_docente
from escuelas.tests.fabricas import crear_distrito, crear_escuela
from visitas import services
from visitas.dias import es_dia_de_clases
from visitas.models import AnioEscolar, VisitaProgramada
from visitas.tests.fabricas import crear_programada

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


def con_docentes(cuantos, acompanante=None, **asignacion):
    acompanante = acompanante or crear_acompanante()
    for n in range(cuantos):
        escuela = crear_escuela(distrito=crear_distrito(f"1311{n % 3 + 1:02}"))
        crear_asignacion(docente=crear_docente(escuela=escuela), acompanante=acompanante, **asignacion)
    return acompanante


def programar(acompanante, anio=2026, **opciones):
    return services.programar_anio(acompanante=acompanante, anio=anio, por=acompanante.usuario, **opciones)


def filas():
    return sorted(VisitaProgramada.objects.values_list("pk", "docente", "tipo", "fecha", "fecha_original"))


def test_el_anio_completo_tiene_las_visitas_del_protocolo():
    acompanante = con_docentes(10)
    assert programar(acompanante) == 80
    temporada = AnioEscolar.objects.get(pk=2026)
    visitas = list(VisitaProgramada.objects.select_related("tipo"))
    assert len({v.fecha for v in visitas}) == 80
    for visita in visitas:
        assert es_dia_de_clases(visita.fecha)
        assert temporada.visitas_desde <= visita.fecha <= temporada.visitas_hasta
        assert visita.fecha.month == visita.tipo.mes
        assert visita.fecha == visita.fecha_original


def test_programar_otra_vez_no_cambia_nada():
    acompanante = con_docentes(4)
    programar(acompanante)
    antes = filas()
    assert programar(acompanante) == 0
    assert filas() == antes


def test_cada_docente_sigue_el_protocolo_de_su_nivel():
    acompanante = crear_acompanante()
    for nivel in ("A2", "B0", "F0"):
        docente = crear_docente(escuela=crear_escuela(nivel=nivel))
        crear_asignacion(docente=docente, acompanante=acompanante)
    assert programar(acompanante) == 6 + 8 + 7


def test_lo_reprogramado_se_conserva_y_un_docente_nuevo_no_le_quita_el_dia():
    acompanante = con_docentes(2)
    programar(acompanante)
    movida = VisitaProgramada.objects.filter(tipo__codigo="A2").first()
    services.reprogramar(programada=movida, fecha=date(2026, 6, 30), motivo="lluvia", por=acompanante.usuario)
    con_docentes(1, acompanante)
    assert programar(acompanante) == 8
    movida.refresh_from_db()
    assert movida.fecha == date(2026, 6, 30)
    assert VisitaProgramada.objects.values("fecha").distinct().count() == 24


def test_un_docente_asignado_a_mitad_de_anio_recibe_solo_lo_que_queda():
    acompanante = con_docentes(1, desde=date(2026, 8, 17))
    assert programar(acompanante) == 4
    assert [v.tipo.codigo for v in VisitaProgramada.objects.order_by("fecha")] == ["A4", "A5", "A6", "C"]
    assert min(VisitaProgramada.objects.values_list("fecha", flat=True)) >= date(2026, 8, 17)


def test_programar_desde_hoy_deja_en_paz_los_meses_pasados():
    acompanante = con_docentes(1)
    assert programar(acompanante, desde=date(2026, 10, 20)) == 2


def test_una_asignacion_terminada_no_recibe_visitas_despues_de_su_fin():
    acompanante = con_docentes(1, hasta=date(2026, 6, 15), motivo_fin="licencia")
    assert programar(acompanante) == 3
    assert max(VisitaProgramada.objects.values_list("fecha", flat=True)) <= date(2026, 6, 15)


def test_quien_recibe_a_un_docente_recibe_tambien_sus_visitas_pendientes():
    anterior = con_docentes(1)
    programar(anterior)
    asignacion = anterior.asignaciones.get()
    asignacion.hasta, asignacion.motivo_fin = date(2026, 8, 31), "renuncia"
    asignacion.save()
    nueva = crear_asignacion(docente=asignacion.docente, desde=date(2026, 9, 1)).acompanante
    antes = filas()
    assert programar(nueva) == 0
    assert filas() == antes
    assert [v.tipo.codigo for v in nueva.programadas.all()] == ["A5", "A6", "C"]


def test_un_anio_sin_catalogo_se_rechaza_con_una_frase():
    with pytest.raises(Rechazo, match="El año escolar 2031 no está en los catálogos"):
        programar(con_docentes(1), anio=2031)


def test_cuando_no_alcanzan_los_dias_no_se_escribe_nada():
    acompanante = con_docentes(20, desde=date(2026, 11, 23))
    with pytest.raises(Rechazo, match="No alcanzan los días de clases"):
        programar(acompanante)
    assert not VisitaProgramada.objects.exists()


def test_proponer_no_escribe():
    assert len(services.proponer_anio(acompanante=con_docentes(2), anio=2026)) == 16
    assert not VisitaProgramada.objects.exists()


@pytest.mark.parametrize("cuantos", [1, 6])
def test_programar_cuesta_las_mismas_consultas(cuantos, django_assert_num_queries):
    acompanante = con_docentes(cuantos)
    with django_assert_num_queries(12):
        programar(acompanante)


def test_reprogramar_deja_a_la_vista_el_plan_original_y_el_motivo():
    programada = crear_programada(fecha=date(2026, 10, 15))
    por = programada.acompanante.usuario
    services.reprogramar(programada=programada, fecha=date(2026, 10, 22), motivo="via_cortada", por=por)
    programada.refresh_from_db()
    assert programada.fecha_original == date(2026, 10, 15)
    assert programada.fecha == date(2026, 10, 22)
    assert programada.se_movio
    cambio = programada.cambios.get()
    assert (cambio.de, cambio.a, cambio.motivo, cambio.hecha_por) == (
        date(2026, 10, 15),
        date(2026, 10, 22),
        "via_cortada",
        por,
    )


@pytest.mark.parametrize(
    ("cambios", "campo", "frase"),
    [
        ({"fecha": date(2026, 10, 15)}, "fecha", "ya está programada para el 15/10/2026"),
        (
            {"fecha": date(2026, 3, 20)},
            "fecha",
            "fuera de la temporada de visitas. Elige un día entre el 01/04/2026",
        ),
        ({"fecha": date(2027, 4, 20)}, "fecha", "fuera de la temporada"),
        ({"motivo": ""}, "motivo", "Elige el motivo"),
        ({"motivo": "encargo"}, "motivo", "Elige el motivo"),
        ({"motivo": "otro", "motivo_texto": "  "}, "motivo_texto", "Escribe en pocas palabras"),
    ],
)
def test_un_cambio_que_no_vale_se_rechaza_con_una_frase_y_nada_cambia(cambios, campo, frase):
    programada = crear_programada(fecha=date(2026, 10, 15))
    datos = {"fecha": date(2026, 10, 22), "motivo": "paro", "motivo_texto": ""} | cambios
    with pytest.raises(Rechazo, match=frase) as rechazo:
        services.reprogramar(programada=programada, por=programada.acompanante.usuario, **datos)
    assert rechazo.value.campo == campo
    programada.refresh_from_db()
    assert programada.fecha == date(2026, 10, 15)
    assert not programada.cambios.exists()


def test_lo_no_realizado_guarda_su_motivo_y_su_fecha_original():
    programada = crear_programada(fecha=date(2026, 10, 15))
    services.marcar_no_realizada(
        programada=programada, motivo="otro", motivo_texto=" Velorio ", por=programada.acompanante.usuario
    )
    programada.refresh_from_db()
    assert (programada.estado, programada.motivo, programada.motivo_texto) == (
        "no_realizada",
        "otro",
        "Velorio",
    )
    assert programada.fecha == programada.fecha_original


def test_lo_no_realizado_no_se_marca_dos_veces_ni_se_reprograma_sin_volver_a_programar():
    programada = crear_programada(fecha=date(2026, 10, 15))
    por = programada.acompanante.usuario
    services.marcar_no_realizada(programada=programada, motivo="paro", por=por)
    with pytest.raises(Rechazo, match="ya estaba marcada"):
        services.marcar_no_realizada(programada=programada, motivo="paro", por=por)
    with pytest.raises(Rechazo, match="Primero vuelve a programarla"):
        services.reprogramar(programada=programada, fecha=date(2026, 10, 20), motivo="paro", por=por)


def test_volver_a_programar_otro_dia_conserva_por_que_no_se_hizo():
    programada = crear_programada(fecha=date(2026, 10, 15))
    por = programada.acompanante.usuario
    services.marcar_no_realizada(programada=programada, motivo="lluvia", por=por)
    services.volver_a_programar(programada=programada, fecha=date(2026, 10, 20), por=por)
    programada.refresh_from_db()
    assert (programada.estado, programada.motivo, programada.fecha) == ("pendiente", "", date(2026, 10, 20))
    assert programada.cambios.get().motivo == "lluvia"


def test_deshacer_con_la_misma_fecha_no_deja_un_cambio():
    programada = crear_programada(fecha=date(2026, 10, 15))
    por = programada.acompanante.usuario
    services.marcar_no_realizada(programada=programada, motivo="lluvia", por=por)
    services.volver_a_programar(programada=programada, fecha=programada.fecha, por=por)
    assert not programada.cambios.exists()
    with pytest.raises(Rechazo, match="ya está programada"):
        services.volver_a_programar(
            programada=programada, fecha=programada.fecha + timedelta(days=1), por=por
        )


def test_el_tipo_adicional_no_entra_en_el_plan():
    acompanante = con_docentes(1)
    programar(acompanante)
    assert not VisitaProgramada.objects.filter(tipo__codigo="X").exists()
