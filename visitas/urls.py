from django.urls import path

from .views import asignacion, borrador, docente, listas, plan, plan_revision, programacion, visita

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

# The Plan de Acompañamiento: its author's pages and the teacher's part (views/plan.py); versions and the formador's
# review (views/plan_revision.py).
rutas_de_plan = [
    path("visitas/plan/", plan.plan, name="plan"),
    path("visitas/plan/preparar/", plan.plan_preparar, name="plan_preparar"),
    path("visitas/plan/mio/", plan.plan_mio, name="plan_mio"),
    path("visitas/plan/<uuid:pk>/editar/", plan.plan_editar, name="plan_editar"),
    path("visitas/plan/docente/<uuid:pk>/", plan.plan_docente, name="plan_docente"),
    path("visitas/plan/docente/<uuid:pk>/proponer/", plan.plan_proponer, name="plan_proponer"),
    path("visitas/plan/<uuid:pk>/enviar/", plan.plan_enviar, name="plan_enviar"),
    path("visitas/plan/<uuid:pk>/retirar/", plan.plan_retirar, name="plan_retirar"),
    path("visitas/plan/<uuid:pk>/nueva-version/", plan.plan_reabrir, name="plan_reabrir"),
    path("visitas/plan/<uuid:pk>/versiones/", plan_revision.plan_versiones, name="plan_versiones"),
    path("visitas/plan/versiones/<uuid:pk>/", plan_revision.plan_version, name="plan_version"),
    path("visitas/plan/versiones/<uuid:pk>/comentar/", plan.plan_comentar, name="plan_comentar"),
    path("visitas/planes/", plan_revision.plan_list, name="plan_list"),
    path("visitas/planes/<uuid:pk>/", plan_revision.plan_revisar, name="plan_revisar"),
    path("visitas/planes/<uuid:pk>/observar/", plan_revision.plan_observar, name="plan_observar"),
    path("visitas/planes/<uuid:pk>/aprobar/", plan_revision.plan_aprobar, name="plan_aprobar"),
]

urlpatterns = rutas_de_programacion + rutas_de_visita + rutas_de_asignacion + rutas_de_plan
