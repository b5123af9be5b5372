from django.urls import path

from .views import asignacion, programacion

rutas_de_programacion = [
    path("visitas/", programacion.visita_list, name="visita_list"),
    path("visitas/calendario/", programacion.calendario, name="calendario"),
    path("visitas/calendario/programar/", programacion.programar, name="programar"),
    path("visitas/programadas/<uuid:pk>/reprogramar/", programacion.reprogramar, name="reprogramar"),
    path("visitas/programadas/<uuid:pk>/no-realizada/", programacion.no_realizada, name="no_realizada"),
    path("visitas/docente/<uuid:pk>/", programacion.visitas_de_docente, name="visitas_de_docente"),
    path("visitas/compromisos/", programacion.compromiso_list, name="compromiso_list"),
    path("visitas/escuela/", programacion.visitas_de_mi_escuela, name="visitas_de_mi_escuela"),
]

# The visit itself: choosing, drafting, finishing, reading, amending (views/borrador.py and views/visita.py).
rutas_de_visita = []

# Assignments read the protocol's caseload, so they live here and not in docentes.
rutas_de_asignacion = [
    path("docentes/asignaciones/", asignacion.asignacion_list, name="asignacion_list"),
    path("docentes/asignaciones/nueva/<uuid:pk>/", asignacion.asignacion_crear, name="asignacion_crear"),
    path("docentes/asignaciones/<uuid:pk>/terminar/", asignacion.asignacion_terminar, name="asignacion_terminar"),
]

urlpatterns = rutas_de_programacion + rutas_de_visita + rutas_de_asignacion
