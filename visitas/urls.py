from django.urls import path

from .views import (
    asignacion,
    borrador,
    comunidad,
    docente,
    fragmento,
    listas,
    programacion,
    sesion,
    sesion_cambios,
    visita,
)

rutas_de_programacion = [
    path("visitas/", listas.visita_list, name="visita_list"),
    path("visitas/calendario/", programacion.calendario, name="calendario"),
    path("visitas/calendario/programar/", programacion.programar, name="programar"),
    path("visitas/programadas/<uuid:pk>/reprogramar/", programacion.reprogramar, name="reprogramar"),
    path("visitas/programadas/<uuid:pk>/no-realizada/", programacion.no_realizada, name="no_realizada"),
    path("visitas/docente/<uuid:pk>/", docente.visitas_de_docente, name="visitas_de_docente"),
    path("visitas/compromisos/", listas.compromiso_list, name="compromiso_list"),
    path("visitas/escuela/", listas.visitas_de_mi_escuela, name="visitas_de_mi_escuela"),
]

# The visit itself: choosing, drafting, finishing, reading, amending (views/borrador.py and views/visita.py).
rutas_de_visita = [
    path("visitas/nueva/", borrador.visita_nueva, name="visita_nueva"),
    path("visitas/borradores/<uuid:pk>/", borrador.borrador, name="borrador"),
    path("visitas/borradores/<uuid:pk>/guardar/", borrador.borrador_guardar, name="borrador_guardar"),
    path("visitas/borradores/<uuid:pk>/terminar/", borrador.borrador_terminar, name="borrador_terminar"),
    path("visitas/borradores/<uuid:pk>/descartar/", borrador.borrador_descartar, name="borrador_descartar"),
    path("visitas/<uuid:pk>/", visita.visita_detail, name="visita_detail"),
    path("visitas/<uuid:pk>/corregir/", visita.visita_corregir, name="visita_corregir"),
    path("visitas/<uuid:pk>/historia/", visita.visita_historia, name="visita_historia"),
    path("visitas/<uuid:pk>/nota/", visita.nota_privada, name="nota_privada"),
]

# Assignments read the protocol's caseload, so they live here and not in docentes.
rutas_de_asignacion = [
    path("docentes/asignaciones/", asignacion.asignacion_list, name="asignacion_list"),
    path("docentes/asignaciones/nueva/<uuid:pk>/", asignacion.asignacion_crear, name="asignacion_crear"),
    path(
        "docentes/asignaciones/<uuid:pk>/terminar/",
        asignacion.asignacion_terminar,
        name="asignacion_terminar",
    ),
]

rutas_de_sesiones = [
    path("visitas/sesiones/", sesion.sesion_list, name="sesion_list"),
    path("visitas/sesiones/nueva/", sesion.sesion_crear, name="sesion_crear"),
    path("visitas/sesiones/proponer/", sesion.sesion_proponer, name="sesion_proponer"),
    path("visitas/sesiones/<uuid:pk>/", sesion.sesion_detail, name="sesion_detail"),
    path("visitas/sesiones/<uuid:pk>/editar/", sesion_cambios.sesion_editar, name="sesion_editar"),
    path("visitas/sesiones/<uuid:pk>/registrar/", sesion_cambios.sesion_registrar, name="sesion_registrar"),
    path(
        "visitas/sesiones/<uuid:pk>/reprogramar/",
        sesion_cambios.sesion_reprogramar,
        name="sesion_reprogramar",
    ),
    path(
        "visitas/sesiones/<uuid:pk>/no-realizada/",
        sesion_cambios.sesion_no_realizada,
        name="sesion_no_realizada",
    ),
    path("visitas/sesiones/<uuid:pk>/cancelar/", sesion_cambios.sesion_cancelar, name="sesion_cancelar"),
]

# The learning community: reading and answering (views/comunidad.py), and one's own fragments (views/fragmento.py).
rutas_de_comunidad = [
    path("visitas/comunidad/", comunidad.fragmento_list, name="fragmento_list"),
    path("visitas/comunidad/nuevo/", fragmento.fragmento_crear, name="fragmento_crear"),
    path("visitas/comunidad/<uuid:pk>/", comunidad.fragmento_detail, name="fragmento_detail"),
    path("visitas/comunidad/<uuid:pk>/comentar/", comunidad.fragmento_comentar, name="fragmento_comentar"),
    path("visitas/comunidad/<uuid:pk>/sesion/", comunidad.fragmento_vincular, name="fragmento_vincular"),
    path("visitas/comunidad/<uuid:pk>/editar/", fragmento.fragmento_editar, name="fragmento_editar"),
    path("visitas/comunidad/<uuid:pk>/compartir/", fragmento.fragmento_compartir, name="fragmento_compartir"),
    path("visitas/comunidad/<uuid:pk>/retirar/", fragmento.fragmento_retirar, name="fragmento_retirar"),
    path("visitas/comunidad/<uuid:pk>/descartar/", fragmento.fragmento_descartar, name="fragmento_descartar"),
]

urlpatterns = (
    rutas_de_programacion + rutas_de_visita + rutas_de_asignacion + rutas_de_sesiones + rutas_de_comunidad
)
