from django.urls import path

from .views import (
    asignacion,
    borrador,
    calibracion,
    calidad,
    caso,
    docente,
    listas,
    observacion,
    programacion,
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

# What the formador reads and discusses: cases without names, quality, calibration, field visits.
rutas_del_formador = [
    path("visitas/casos/", caso.caso_list, name="caso_list"),
    path("visitas/<uuid:pk>/compartir/", caso.caso_compartir, name="caso_compartir"),
    path("visitas/casos/<uuid:pk>/", caso.caso_detail, name="caso_detail"),
    path("visitas/casos/<uuid:pk>/comentar/", caso.caso_comentar, name="caso_comentar"),
    path("visitas/casos/<uuid:pk>/retirar/", caso.caso_retirar, name="caso_retirar"),
    path("visitas/calidad/", calidad.calidad, name="calidad"),
    path("visitas/calibracion/", calibracion.calibracion_list, name="calibracion_list"),
    path("visitas/calibracion/nueva/", calibracion.calibracion_crear, name="calibracion_crear"),
    path("visitas/calibracion/<uuid:pk>/", calibracion.calibracion_detail, name="calibracion_detail"),
    path("visitas/calibracion/<uuid:pk>/editar/", calibracion.calibracion_editar, name="calibracion_editar"),
    path(
        "visitas/calibracion/<uuid:pk>/responder/",
        calibracion.calibracion_responder,
        name="calibracion_responder",
    ),
    path(
        "visitas/calibracion/<uuid:pk>/acuerdo/", calibracion.calibracion_acuerdo, name="calibracion_acuerdo"
    ),
    path("visitas/acompanantes/", observacion.observacion_list, name="observacion_list"),
    path("visitas/acompanantes/nueva/", observacion.observacion_crear, name="observacion_crear"),
    path("visitas/acompanantes/<uuid:pk>/", observacion.observacion_detail, name="observacion_detail"),
    path("visitas/acompanantes/<uuid:pk>/editar/", observacion.observacion_editar, name="observacion_editar"),
    path(
        "visitas/acompanantes/<uuid:pk>/comentar/",
        observacion.observacion_comentar,
        name="observacion_comentar",
    ),
]

urlpatterns = rutas_de_programacion + rutas_de_visita + rutas_de_asignacion + rutas_del_formador
