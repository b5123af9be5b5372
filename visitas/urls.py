from django.urls import path

from .views import (
    asignacion,
    borrador,
    cierre,
    direccion,
    docente,
    informe,
    listas,
    programacion,
    traspaso,
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

# Advice to the directors of the schools in charge.
rutas_de_direccion = [
    path("asesorias/", direccion.asesoria_list, name="asesoria_list"),
    path("asesorias/mi-escuela/", direccion.mi_asesoria, name="mi_asesoria"),
    path("asesorias/escuela/<codigo>/nueva/", direccion.asesoria_nueva, name="asesoria_nueva"),
    path("asesorias/compromisos/<uuid:pk>/avance/", direccion.avance_directivo, name="avance_directivo"),
    path("asesorias/<uuid:pk>/", direccion.asesoria_detail, name="asesoria_detail"),
    path("asesorias/<uuid:pk>/escribir/", direccion.asesoria_editar, name="asesoria_editar"),
    path("asesorias/<uuid:pk>/terminar/", direccion.asesoria_terminar, name="asesoria_terminar"),
    path("asesorias/<uuid:pk>/corregir/", direccion.asesoria_corregir, name="asesoria_corregir"),
    path("asesorias/<uuid:pk>/descartar/", direccion.asesoria_descartar, name="asesoria_descartar"),
    path("asesorias/<uuid:pk>/historia/", direccion.asesoria_historia, name="asesoria_historia"),
    path("asesorias/<uuid:pk>/comentar/", direccion.asesoria_comentar, name="asesoria_comentar"),
]

# What passes from one acompañante to the next, by the teacher's word.
rutas_de_traspaso = [
    path("traspasos/", traspaso.traspaso_list, name="traspaso_list"),
    path("traspasos/asignacion/<uuid:pk>/abrir/", traspaso.traspaso_abrir, name="traspaso_abrir"),
    path("traspasos/<uuid:pk>/", traspaso.traspaso_detail, name="traspaso_detail"),
    path("traspasos/<uuid:pk>/decidir/", traspaso.traspaso, name="traspaso"),
    path("traspasos/<uuid:pk>/nota/", traspaso.traspaso_nota, name="traspaso_nota"),
    path("traspasos/<uuid:pk>/nota/leida/", traspaso.traspaso_nota_leida, name="traspaso_nota_leida"),
]

# Closing the year.
rutas_de_cierre = [
    path("cierre/", cierre.cierre_del_anio, name="cierre_del_anio"),
    path("informe/", informe.informe_final, name="informe_final"),
    path("informes/", informe.informe_list, name="informe_list"),
    path("informes/<uuid:pk>/", informe.informe_detail, name="informe_detail"),
    path("informes/<uuid:pk>/comentar/", informe.informe_comentar, name="informe_comentar"),
    path("informes/<uuid:pk>/cerrar/", informe.informe_cerrar, name="informe_cerrar"),
    path("informes/<uuid:pk>/reabrir/", informe.informe_reabrir, name="informe_reabrir"),
]

urlpatterns = (
    rutas_de_programacion
    + rutas_de_visita
    + rutas_de_asignacion
    + rutas_de_direccion
    + rutas_de_traspaso
    + rutas_de_cierre
)
