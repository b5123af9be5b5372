from django.urls import path

from .views import programacion

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

urlpatterns = rutas_de_programacion + rutas_de_visita
