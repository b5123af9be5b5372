from django.urls import path

from .views import asignacion, borrador, campo, cuaderno, docente, listas, programacion, visita

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

# What the field app speaks with (offline-sync.md §4).
rutas_de_campo = [
    path("visitas/campo/", cuaderno.campo, name="campo"),
    path("visitas/campo/trabajador.js", cuaderno.campo_trabajador, name="campo_trabajador"),
    path("visitas/campo/manifiesto.webmanifest", cuaderno.campo_manifiesto, name="campo_manifiesto"),
    path("visitas/campo/formulario/<uuid:pk>", campo.campo_formulario, name="campo_formulario"),
    path("visitas/campo/custodia", campo.campo_custodia, name="campo_custodia"),
    path("visitas/campo/estado", campo.campo_estado, name="campo_estado"),
    path("visitas/campo/paquete", campo.campo_paquete, name="campo_paquete"),
    path("visitas/campo/sync", campo.campo_sync, name="campo_sync"),
    path("visitas/campo/esquema/<slug:nombre>", campo.campo_esquema, name="campo_esquema"),
    path("visitas/campo/recibos", campo.campo_recibos, name="campo_recibos"),
]

urlpatterns = rutas_de_programacion + rutas_de_visita + rutas_de_asignacion + rutas_de_campo
