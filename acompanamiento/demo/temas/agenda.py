"""Trips and hours outside accompaniment: for Ana a trip of three days gone by and one to come, for the rest one to come."""

from datetime import timedelta

from acompanamiento.demo.azar import id_de, suerte
from acompanamiento.demo.calendario import a_las
from visitas.models import ClaseDeDedicacion, DedicacionFuera, Parada, Viaje, VisitaProgramada

ALOJAMIENTOS = (
    "Hospedaje frente a la plaza de armas",
    "Casa comunal, con colchón propio",
    "Cuarto de la posta, avisar un día antes",
    "Casa de la familia que da pensión",
)
PLANES = (
    "Esperar a que baje la quebrada y entrar al mediodía.",
    "Ir por la trocha de arriba: una hora más a pie.",
    "Quedarse en la capital del distrito y revisar los cuadernos de campo.",
)
MEDIOS = ("colectivo", "camioneta", "moto", "a_pie")
# Half-hours a month, from and to, of each kind, and the share of months in which there is some.
CUANTO = {
    ClaseDeDedicacion.REUNION: (4, 16, 0.9),
    ClaseDeDedicacion.TRAMITE: (4, 14, 0.8),
    ClaseDeDedicacion.UGEL: (2, 20, 0.45),
    ClaseDeDedicacion.CAPACITACION: (8, 24, 0.3),
    ClaseDeDedicacion.OTRO: (1, 6, 0.25),
}
POR_ORDEN = 2000


def cargar(carteras, reloj):
    _cargar_viajes(carteras, reloj)
    _cargar_dedicacion(carteras, reloj)


def _cargar_viajes(carteras, reloj):
    de_cada_uno = _programadas(carteras, reloj)
    viajes, paradas = [], []
    for cartera in carteras:
        propias = de_cada_uno.get(cartera.acompanante.pk, [])
        por_venir = [p for p in propias if p.fecha >= reloj.hoy and not p.hecha]
        tandas = [_tanda(por_venir)]
        if cartera.es_de_ana:
            tandas.append(_tanda([p for p in reversed(propias) if p.fecha < reloj.hoy]))
        for tanda in filter(None, tandas):
            viaje = _viaje(cartera.acompanante, tanda, reloj)
            viajes.append(viaje)
            paradas += _paradas(viaje, tanda, reloj)
    Viaje.objects.bulk_create(viajes, batch_size=POR_ORDEN)
    Viaje.objects.filter(pk__in=[v.pk for v in viajes]).update(creado_en=reloj.ahora, guardado_en=reloj.ahora)
    Parada.objects.bulk_create(paradas, batch_size=POR_ORDEN)


def _programadas(carteras, reloj):
    """Return {acompañante: scheduled visits of these weeks, by date}, of teachers still in the caseload."""
    cerca = (reloj.hoy - timedelta(days=60), reloj.hoy + timedelta(days=60))
    filas = VisitaProgramada.objects.con_hecha().filter(
        acompanante__in=[c.acompanante.pk for c in carteras], fecha__range=cerca, anio=reloj.anio.anio
    )
    de_cada_uno = {}
    for fila in filas.select_related("docente__escuela__distrito").order_by("fecha", "docente__plaza"):
        de_cada_uno.setdefault(fila.acompanante_id, []).append(fila)
    return de_cada_uno


def _tanda(propias):
    """Return the first visits that make a trip: three or two on days in a row, or else within a week."""
    for cuantas, dias in ((3, 3), (2, 3), (3, 6), (2, 6)):
        for n in range(len(propias) - cuantas + 1):
            grupo = sorted(propias[n : n + cuantas], key=lambda p: p.fecha)
            fechas = {p.fecha for p in grupo}
            if len(fechas) == cuantas and (grupo[-1].fecha - grupo[0].fecha).days <= dias:
                return grupo
    return []


def _viaje(acompanante, tanda, reloj):
    azar = suerte("viaje", acompanante.usuario.username, tanda[0].fecha)
    distritos = list(dict.fromkeys(p.docente.escuela.distrito.nombre for p in tanda))
    return Viaje(
        id=id_de(azar, a_las(min(tanda[0].fecha - timedelta(days=7), reloj.hoy), 9)),
        acompanante=acompanante,
        anio=tanda[0].anio,
        nombre=f"Viaje a {' y '.join(distritos[:2])}"[:80],
        medio=azar.choice(MEDIOS),
        alojamiento=azar.choice(ALOJAMIENTOS),
        costo=azar.choice((None, 25, 40, 60)),
        minutos_de_regreso=azar.randrange(60, 200, 15),
    )


def _paradas(viaje, tanda, reloj):
    azar = suerte("paradas", viaje.pk)
    for numero, programada in enumerate(tanda, start=1):
        yield Parada(
            id=id_de(azar, a_las(min(tanda[0].fecha - timedelta(days=7), reloj.hoy), 9, numero)),
            viaje=viaje,
            programada=programada,
            minutos_de_viaje=azar.randrange(30, 180, 15),
            plan_b=azar.choice(PLANES) if numero != 2 else "",
        )


def _cargar_dedicacion(carteras, reloj):
    filas = [
        fila for cartera in carteras for anio in reloj.anios for fila in _dedicacion(cartera, anio, reloj)
    ]
    DedicacionFuera.objects.bulk_create(filas, batch_size=POR_ORDEN)
    DedicacionFuera.objects.filter(acompanante__in=[c.acompanante.pk for c in carteras]).update(
        guardada_en=reloj.ahora
    )


def _dedicacion(cartera, anio, reloj):
    azar = suerte("dedicacion", cartera.acompanante.usuario.username, anio.anio)
    ultimo = reloj.hoy.month - 1 if anio.anio == reloj.hoy.year else 12
    for mes in range(anio.inicio.month, ultimo + 1):
        for clase, (desde, hasta, parte) in CUANTO.items():
            cuantas = azar.randint(desde, hasta)
            if azar.random() < parte:
                yield DedicacionFuera(
                    acompanante=cartera.acompanante,
                    anio=anio.anio,
                    mes=mes,
                    clase=clase,
                    medias_horas=cuantas,
                )
