"""Who can see what is on a page, in the words of the box "Quién puede ver esto". A module a theme."""

from .agenda import (
    quien_ve_la_dedicacion,
    quien_ve_la_suscripcion,
    quien_ve_los_viajes,
)
from .campo import (
    quien_ve_el_conflicto,
    quien_ve_las_dos_de_una_base,
    quien_ve_las_dos_de_una_sesion,
    quien_ve_los_equipos,
)
from .cierre import (
    quien_ve_el_cierre,
    quien_ve_el_informe,
    quien_ve_el_traspaso,
    quien_ve_la_asesoria,
    quien_ve_los_traspasos,
)
from .formador import (
    quien_ve_el_caso,
    quien_ve_la_calibracion,
    quien_ve_la_calidad,
    quien_ve_la_observacion,
)
from .linea_de_base import (
    quien_ve_el_borrador_de_base,
    quien_ve_la_cobertura_de_base,
    quien_ve_la_linea_de_base,
    quien_ve_las_necesidades,
)
from .plan import (
    quien_ve_el_plan,
    quien_ve_la_revision_del_plan,
    quien_ve_su_matriz,
)
from .sesiones import (
    quien_ve_la_comunidad,
    quien_ve_las_sesiones,
)
from .visita import (
    quien_ve_el_anio,
    quien_ve_el_borrador,
    quien_ve_el_calendario,
    quien_ve_la_visita,
    quien_ve_las_fechas,
    quien_ve_los_compromisos,
)
from .voz import (
    quien_ve_el_avance,
    quien_ve_el_hilo,
    quien_ve_la_voz,
    quien_ve_mis_reflexiones,
)

__all__ = [
    "quien_ve_el_anio",
    "quien_ve_el_avance",
    "quien_ve_el_borrador",
    "quien_ve_el_borrador_de_base",
    "quien_ve_el_calendario",
    "quien_ve_el_caso",
    "quien_ve_el_cierre",
    "quien_ve_el_conflicto",
    "quien_ve_el_hilo",
    "quien_ve_el_informe",
    "quien_ve_el_plan",
    "quien_ve_el_traspaso",
    "quien_ve_la_asesoria",
    "quien_ve_la_calibracion",
    "quien_ve_la_calidad",
    "quien_ve_la_cobertura_de_base",
    "quien_ve_la_comunidad",
    "quien_ve_la_dedicacion",
    "quien_ve_la_linea_de_base",
    "quien_ve_la_observacion",
    "quien_ve_la_revision_del_plan",
    "quien_ve_la_suscripcion",
    "quien_ve_la_visita",
    "quien_ve_la_voz",
    "quien_ve_las_dos_de_una_base",
    "quien_ve_las_dos_de_una_sesion",
    "quien_ve_las_fechas",
    "quien_ve_las_necesidades",
    "quien_ve_las_sesiones",
    "quien_ve_los_compromisos",
    "quien_ve_los_equipos",
    "quien_ve_los_traspasos",
    "quien_ve_los_viajes",
    "quien_ve_mis_reflexiones",
    "quien_ve_su_matriz",
]
