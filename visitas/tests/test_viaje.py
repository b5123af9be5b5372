"""Trips: what the services write, and the pages: they work, they are not somebody else's, they are not everybody's job."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura, MotivoDeFin
from docentes.tests.fabricas import crear_asignacion, crear_docente
from escuelas.tests.fabricas import crear_escuela
from visitas import services
from visitas.models import Caracterizacion, Parada, Reprogramacion, Viaje
from visitas.services.programacion import ProgramacionRechazada
from visitas.services.viaje import ViajeRechazado
from visitas.tests.fabricas import crear_programada, crear_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2026, 10, 15)
LUNES = date(2026, 10, 19)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    """Thursday 15 October 2026."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    return HOY


@pytest.fixture
def visitas(ana, rosa, territorio):
    """Three visits of Ana: Rosa on Monday 19, another school of the district on Tuesday 20, Salpo on Wednesday 21."""
    palmira = crear_escuela(
        nombre="IE N.° 80281 Palmira", ugel=territorio.gran_chimu, distrito=territorio.corlas.distrito
    )
    otros = [crear_docente(nombres="Segundo", apellidos="Cruz", escuela=palmira)]
    otros.append(crear_docente(nombres="Iris", apellidos="Ventura", escuela=territorio.salpo))
    for docente in otros:
        crear_asignacion(docente=docente, acompanante=ana.acompanante)
    return [
        crear_programada(docente=d, acompanante=ana.acompanante, fecha=LUNES + timedelta(days=n))
        for n, d in enumerate([rosa.docente, *otros])
    ]


@pytest.fixture
def viaje(ana, visitas):
    return services.crear_viaje(acompanante=ana.acompanante, programadas=visitas[:2])


@pytest.fixture
def viaje_ajeno(beto):
    programada = crear_programada(
        docente=beto.acompanante.asignaciones.get().docente, acompanante=beto.acompanante, fecha=LUNES
    )
    return services.crear_viaje(acompanante=beto.acompanante, programadas=[programada])


def datos_de(viaje, **cambios) -> dict:
    """What the form of a trip sends when nothing changes."""
    datos = {"nombre": viaje.nombre, "medio": viaje.medio, "minutos_de_regreso": "", "alojamiento": ""}
    for parada in viaje.paradas.all():
        datos |= {f"p-{parada.pk}-orden": parada.orden, f"p-{parada.pk}-minutos_de_viaje": ""}
    return datos | cambios


# --- What is written


def test_un_viaje_se_arma_con_los_minutos_que_dice_la_linea_de_base(ana, visitas, territorio):
    Caracterizacion.objects.create(
        escuela=territorio.corlas, anio=2026, autor=ana.acompanante, minutos_de_viaje=90
    )
    Caracterizacion.objects.create(
        escuela=territorio.salpo, anio=2026, autor=ana.acompanante, minutos_de_viaje=120
    )
    viaje = services.crear_viaje(acompanante=ana.acompanante, programadas=reversed(visitas))
    assert [(p.programada, p.minutos_de_viaje) for p in viaje.paradas.all()] == [
        (visitas[0], 90),
        (visitas[1], None),
        (visitas[2], None),
    ]
    assert viaje.minutos_de_regreso == 120
    assert viaje.nombre == "Viaje a Cascas y Salpo"


def test_dos_docentes_de_una_escuela_no_suman_viaje(ana, rosa, visitas):
    colega = crear_docente(escuela=rosa.docente.escuela)
    crear_asignacion(docente=colega, acompanante=ana.acompanante)
    otra = crear_programada(docente=colega, acompanante=ana.acompanante, fecha=LUNES)
    viaje = services.crear_viaje(acompanante=ana.acompanante, programadas=[visitas[0], otra])
    assert sorted(p.minutos_de_viaje or 0 for p in viaje.paradas.all()) == [0, 0]
    assert viaje.paradas.filter(minutos_de_viaje=0).count() == 1


def test_una_visita_no_va_en_dos_viajes(ana, visitas, viaje):
    with pytest.raises(ViajeRechazado, match="ya está en el viaje «Viaje a Cascas»"):
        services.crear_viaje(acompanante=ana.acompanante, programadas=visitas)
    assert Viaje.objects.count() == 1


def test_la_base_de_datos_tampoco_deja_que_vaya_en_dos(ana, visitas, viaje):
    otro = Viaje.objects.create(acompanante=ana.acompanante, anio=2026, nombre="Otro")
    with pytest.raises(IntegrityError), transaction.atomic():
        otro.paradas.create(programada=visitas[0])


def test_lo_ya_hecho_no_entra_en_un_viaje_ni_un_viaje_vacio(ana, rosa, visitas):
    crear_visita(docente=rosa.docente, programada=str(visitas[0].pk), fecha="2026-10-14")
    with pytest.raises(ViajeRechazado, match="ya no está por hacer"):
        services.crear_viaje(acompanante=ana.acompanante, programadas=visitas)
    with pytest.raises(ViajeRechazado, match="Marca al menos una visita"):
        services.crear_viaje(acompanante=ana.acompanante, programadas=[])
    assert not Viaje.objects.exists()


def test_quien_recibe_a_una_docente_puede_llevarla_en_su_viaje(beto, rosa, visitas, viaje):
    rosa.docente.asignaciones.update(hasta=HOY - timedelta(days=1), motivo_fin=MotivoDeFin.RENUNCIA)
    crear_asignacion(docente=rosa.docente, acompanante=beto.acompanante, desde=HOY)
    nuevo = services.crear_viaje(acompanante=beto.acompanante, programadas=[visitas[0]])
    assert [p.programada for p in nuevo.paradas.all()] == [visitas[0]]
    assert Parada.objects.en_pie().filter(programada=visitas[0]).get().viaje == nuevo


def test_mover_un_dia_mueve_sus_visitas_con_un_motivo_y_el_plan_queda_a_la_vista(ana, visitas, viaje):
    nuevo = date(2026, 10, 26)
    movidas = services.mover_dia(viaje=viaje, dia=LUNES, fecha=nuevo, motivo="via_cortada", por=ana)
    visitas[0].refresh_from_db()
    visitas[1].refresh_from_db()
    assert movidas == 1
    assert (visitas[0].fecha, visitas[0].fecha_original) == (nuevo, LUNES)
    assert visitas[1].fecha == LUNES + timedelta(days=1)
    assert Reprogramacion.objects.get().motivo == "via_cortada"


def test_si_una_visita_del_dia_no_puede_moverse_no_se_mueve_ninguna(ana, rosa, visitas):
    colega = crear_docente(escuela=rosa.docente.escuela)
    crear_asignacion(docente=colega, acompanante=ana.acompanante)
    otra = crear_programada(docente=colega, acompanante=ana.acompanante, fecha=LUNES)
    viaje = services.crear_viaje(acompanante=ana.acompanante, programadas=[visitas[0], otra])
    with pytest.raises(ProgramacionRechazada, match="fuera de la temporada"):
        services.mover_dia(viaje=viaje, dia=LUNES, fecha=date(2026, 12, 31), motivo="paro", por=ana)
    assert not Reprogramacion.objects.exists()


def test_mover_un_dia_no_toca_a_quien_ya_no_se_acompana(ana, rosa, visitas, viaje):
    rosa.docente.asignaciones.update(hasta=HOY - timedelta(days=1), motivo_fin=MotivoDeFin.RENUNCIA)
    with pytest.raises(ViajeRechazado, match="no queda ninguna visita por hacer"):
        services.mover_dia(viaje=viaje, dia=LUNES, fecha=date(2026, 10, 26), motivo="paro", por=ana)


def test_un_viaje_cancelado_suelta_sus_visitas_y_ya_no_cambia(ana, visitas, viaje):
    services.cancelar_viaje(viaje=viaje, motivo="lluvia")
    with pytest.raises(ViajeRechazado, match="está cancelado"):
        services.cancelar_viaje(viaje=viaje, motivo="lluvia")
    otro = services.crear_viaje(acompanante=ana.acompanante, programadas=visitas)
    visitas[0].refresh_from_db()
    assert (otro.paradas.count(), visitas[0].fecha) == (3, LUNES)


@pytest.mark.parametrize(
    ("motivo", "frase"), [("", "Elige el motivo"), ("otro", "Escribe en pocas palabras")]
)
def test_cancelar_pide_un_motivo(viaje, motivo, frase):
    with pytest.raises(ViajeRechazado, match=frase):
        services.cancelar_viaje(viaje=viaje, motivo=motivo)
    viaje.refresh_from_db()
    assert not viaje.cancelado


# --- The pages


def test_la_propuesta_junta_las_visitas_de_un_distrito_y_deja_constancia(ana, rosa, visitas, cliente_de):
    respuesta = cliente_de(ana).get(reverse("viaje_proponer"))
    rutas = respuesta.context["rutas"]
    assert [(r.zona, r.visitas) for r in rutas] == [("Cascas", visitas[:2]), ("Salpo", visitas[2:])]
    assert Lectura.objects.get(docente=rosa.docente).clase == "fechas"


def test_la_propuesta_no_repite_lo_que_ya_viaja_ni_lo_de_fuera_del_rango(ana, visitas, viaje, cliente_de):
    cliente = cliente_de(ana)
    assert [r.visitas for r in cliente.get(reverse("viaje_proponer")).context["rutas"]] == [visitas[2:]]
    lejos = cliente.get(reverse("viaje_proponer"), {"desde": "2026-11-01", "hasta": "2026-11-20"})
    assert "No hay visitas sueltas en esos días" in texto(lejos)


@pytest.mark.parametrize(
    ("consulta", "frase"),
    [
        ({"desde": "2026-11-20", "hasta": "2026-11-01"}, "El 01/11/2026 es anterior al 20/11/2026."),
        ({"desde": "2026-01-01", "hasta": "2026-12-01"}, "Busca en 62 días como máximo."),
        ({"desde": "mañana", "hasta": "2026-12-01"}, "No entendimos la fecha."),
    ],
)
def test_un_rango_malo_se_dice_y_se_busca_en_los_proximos_30_dias(ana, visitas, cliente_de, consulta, frase):
    respuesta = cliente_de(ana).get(reverse("viaje_proponer"), consulta)
    assert frase in texto(respuesta)
    assert len(respuesta.context["rutas"]) == 2


def test_armar_un_viaje_lleva_a_completarlo(ana, visitas, cliente_de):
    respuesta = cliente_de(ana).post(
        reverse("viaje_crear"), {"visitas": [v.pk for v in visitas[:2]]}, follow=True
    )
    viaje = Viaje.objects.get()
    assert respuesta.redirect_chain == [(reverse("viaje_editar", args=[viaje.pk]), 302)]
    assert "Viaje armado." in texto(respuesta)


def test_armar_un_viaje_con_la_visita_de_otro_no_se_puede(ana, visitas, viaje_ajeno, cliente_de):
    ajena = viaje_ajeno.paradas.get().programada
    respuesta = cliente_de(ana).post(reverse("viaje_crear"), {"visitas": [ajena.pk]}, follow=True)
    assert "Una de esas visitas ya no está por hacer" in texto(respuesta)
    assert not Viaje.objects.filter(acompanante=ana.acompanante).exists()


def test_el_viaje_se_lee_por_dias_con_sus_totales_y_el_plan_original(ana, visitas, viaje, cliente_de):
    viaje.paradas.update(minutos_de_viaje=75)
    services.mover_dia(viaje=viaje, dia=LUNES, fecha=date(2026, 10, 21), motivo="via_cortada", por=ana)
    respuesta = cliente_de(ana).get(reverse("viaje_detail", args=[viaje.pk]))
    pagina = texto(respuesta)
    totales = respuesta.context["totales"]
    assert [d.fecha.day for d in respuesta.context["dias"]] == [20, 21]
    assert (totales.dias, totales.visitas, totales.minutos, totales.sin_estimar) == (2, 2, 150, 1)
    assert "El plan original era el 19/10/2026; se movió por: vía cortada" in pagina


def test_avisa_de_un_dia_sin_clases_y_de_dos_visitas_en_un_dia(ana, visitas, viaje, cliente_de):
    services.reprogramar(programada=visitas[0], fecha=date(2026, 10, 25), motivo="paro", por=ana)
    services.reprogramar(programada=visitas[1], fecha=date(2026, 10, 21), motivo="paro", por=ana)
    respuesta = cliente_de(ana).get(reverse("viaje_detail", args=[viaje.pk]))
    avisos = [d.avisos for d in respuesta.context["dias"]]
    assert avisos == [["Ese día tienes 2 visitas."], ["Ese día no hay clases: domingo."]]


def test_quien_ya_no_acompana_a_una_docente_no_la_ve_en_su_viaje(ana, rosa, visitas, viaje, cliente_de):
    rosa.docente.asignaciones.update(hasta=HOY - timedelta(days=1), motivo_fin=MotivoDeFin.RENUNCIA)
    for nombre in ("viaje_detail", "viaje_editar", "viaje_mover", "viaje_hoja"):
        assert "Rosa" not in texto(cliente_de(ana).get(reverse(nombre, args=[viaje.pk])))


def test_la_hoja_de_ruta_no_lleva_nombres(ana, visitas, viaje, cliente_de):
    pagina = texto(cliente_de(ana).get(reverse("viaje_hoja", args=[viaje.pk])))
    assert "IE N.° 80281 Palmira" in pagina
    assert "Segundo" not in pagina
    assert "Rosa" not in pagina


def test_se_cambian_orden_minutos_plan_alterno_y_visitas(ana, visitas, viaje, cliente_de):
    primera, segunda = viaje.paradas.all()
    datos = datos_de(viaje, nombre="A Cascas por la trocha", minutos_de_regreso="60", costo="45.50")
    datos |= {
        f"p-{primera.pk}-orden": "2",
        f"p-{primera.pk}-minutos_de_viaje": "90",
        f"p-{primera.pk}-alterna": str(visitas[2].pk),
        f"p-{primera.pk}-plan_b": "Subir por la trocha.",
        f"p-{segunda.pk}-quitar": "on",
        "agregar": [str(visitas[2].pk)],
    }
    respuesta = cliente_de(ana).post(reverse("viaje_editar", args=[viaje.pk]), datos, follow=True)
    viaje.refresh_from_db()
    primera.refresh_from_db()
    assert "Viaje guardado." in texto(respuesta)
    assert (viaje.nombre, viaje.minutos_de_regreso, str(viaje.costo)) == (
        "A Cascas por la trocha",
        60,
        "45.50",
    )
    assert (primera.orden, primera.minutos_de_viaje, primera.alterna) == (2, 90, visitas[2])
    assert [p.programada for p in viaje.paradas.all()] == [visitas[0], visitas[2]]


@pytest.mark.parametrize(
    ("campo", "valor", "frase"),
    [
        ("orden", "0", "El orden empieza en 1."),
        ("orden", "", "Falta el orden."),
        ("minutos_de_viaje", "5000", "Un tramo dura 1440 minutos (un día) como máximo."),
        ("minutos_de_viaje", "hora y media", "Escribe los minutos con números, como 90."),
        ("alterna", "no-existe", "Esa visita ya no está por hacer."),
    ],
)
def test_una_parada_mal_escrita_se_dice_y_nada_cambia(ana, viaje, cliente_de, campo, valor, frase):
    parada = viaje.paradas.first()
    datos = datos_de(viaje, nombre="Otro nombre") | {f"p-{parada.pk}-{campo}": valor}
    respuesta = cliente_de(ana).post(reverse("viaje_editar", args=[viaje.pk]), datos)
    viaje.refresh_from_db()
    assert frase in texto(respuesta)
    assert viaje.nombre == "Viaje a Cascas"


def test_un_viaje_no_se_queda_sin_visitas(ana, viaje, cliente_de):
    datos = datos_de(viaje) | {f"p-{p.pk}-quitar": "on" for p in viaje.paradas.all()}
    respuesta = cliente_de(ana).post(reverse("viaje_editar", args=[viaje.pk]), datos)
    assert "El viaje se quedaría sin visitas." in texto(respuesta)
    assert viaje.paradas.count() == 2


def test_mover_un_dia_desde_la_pagina(ana, visitas, viaje, cliente_de):
    datos = {"dia": "2026-10-19", "fecha": "2026-10-26", "motivo": "via_cortada"}
    url = reverse("viaje_mover", args=[viaje.pk])
    assert "Moviste 1 visita al 26/10/2026." in texto(cliente_de(ana).post(url, datos, follow=True))
    visitas[0].refresh_from_db()
    assert visitas[0].fecha == date(2026, 10, 26)


@pytest.mark.parametrize(
    ("cambio", "frase"),
    [
        ({"dia": "2026-10-23"}, "Ese día no tiene visitas por hacer en este viaje."),
        ({"dia": ""}, "Falta el día que se mueve."),
        ({"fecha": "2026-10-01"}, "El 01/10/2026 ya pasó."),
        ({"fecha": "2026-12-31"}, "está fuera de la temporada de visitas"),
        ({"fecha": "2026-10-19"}, "La visita ya está programada para el 19/10/2026."),
        ({"motivo": ""}, "Falta el motivo."),
    ],
)
def test_mover_mal_un_dia_se_dice_con_una_frase(ana, visitas, viaje, cliente_de, cambio, frase):
    datos = {"dia": "2026-10-19", "fecha": "2026-10-26", "motivo": "paro"} | cambio
    assert frase in texto(cliente_de(ana).post(reverse("viaje_mover", args=[viaje.pk]), datos))
    visitas[0].refresh_from_db()
    assert visitas[0].fecha == LUNES


def test_cancelar_desde_la_pagina_dice_que_las_visitas_siguen(ana, viaje, cliente_de):
    url = reverse("viaje_cancelar", args=[viaje.pk])
    pagina = texto(cliente_de(ana).post(url, {"motivo": "via_cortada"}, follow=True))
    assert "Viaje cancelado. Sus visitas siguen en tu calendario." in pagina
    assert "Cancelado: vía cortada" in texto(cliente_de(ana).get(reverse("viaje_list")))


PAGINAS = ["viaje_detail", "viaje_editar", "viaje_mover", "viaje_cancelar", "viaje_hoja"]


@pytest.mark.parametrize("nombre", PAGINAS)
@pytest.mark.parametrize("metodo", ["get", "post"])
def test_el_viaje_de_otro_no_existe(ana, viaje_ajeno, cliente_de, nombre, metodo):
    assert getattr(cliente_de(ana), metodo)(reverse(nombre, args=[viaje_ajeno.pk])).status_code == 404


@pytest.mark.parametrize("persona", ["rosa", "hugo", "carmen", "elena", "fidel", "ines", "admin"])
def test_los_viajes_no_son_trabajo_de_nadie_mas(request, viaje, cliente_de, persona):
    cliente = cliente_de(request.getfixturevalue(persona))
    rutas = [reverse(n, args=[viaje.pk]) for n in PAGINAS] + [
        reverse("viaje_list"),
        reverse("viaje_proponer"),
    ]
    assert {cliente.get(r).status_code for r in rutas} == {403}


@pytest.mark.parametrize(
    "nombre", ["viaje_detail", "viaje_editar", "viaje_mover", "viaje_hoja", "viaje_list"]
)
def test_las_consultas_no_crecen_con_las_paradas(
    ana, visitas, cliente_de, django_assert_max_num_queries, nombre
):
    cliente, cuantas = cliente_de(ana), []
    for paradas in (visitas[:1], visitas[:2]):
        viaje = services.crear_viaje(acompanante=ana.acompanante, programadas=paradas)
        url = reverse(nombre, args=[] if nombre == "viaje_list" else [viaje.pk])
        with django_assert_max_num_queries(20) as contadas:
            assert cliente.get(url).status_code == 200
        cuantas.append(len(contadas))
        services.cancelar_viaje(viaje=viaje, motivo="paro")
    assert cuantas[0] == cuantas[1]
