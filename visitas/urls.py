from django.urls import path

from .views import (
    agenda,
    asignacion,
    borrador,
    calibracion,
    calidad,
    campo,
    caso,
    cierre,
    comunidad,
    conflicto,
    cuaderno,
    dedicacion,
    direccion,
    docente,
    equipo,
    fragmento,
    hilo,
    informe,
    linea_de_base,
    listas,
    maletin,
    necesidades,
    observacion,
    plan,
    plan_revision,
    programacion,
    reflexion,
    sesion,
    sesion_cambios,
    transcripcion,
    traspaso,
    viaje,
    visita,
    voz,
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
    path("visitas/borradores/<uuid:pk>/papel/", borrador.borrador_papel, name="borrador_papel"),
    path("visitas/borradores/<uuid:pk>/guardar/", borrador.borrador_guardar, name="borrador_guardar"),
    path("visitas/borradores/<uuid:pk>/terminar/", borrador.borrador_terminar, name="borrador_terminar"),
    path("visitas/borradores/<uuid:pk>/descartar/", borrador.borrador_descartar, name="borrador_descartar"),
    path("visitas/papel/", transcripcion.transcribir, name="transcribir"),
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
    path("visitas/equipos/", equipo.equipo_list, name="equipo_list"),
    path("visitas/equipos/<uuid:pk>/reintentar/", equipo.equipo_reintentar, name="equipo_reintentar"),
    path("visitas/conflictos/", conflicto.conflicto_list, name="conflicto_list"),
    path("visitas/conflictos/<uuid:pk>/", conflicto.conflicto, name="conflicto"),
    path("visitas/copia/", maletin.maletin, name="maletin"),
    path("visitas/campo/", cuaderno.campo, name="campo"),
    path("visitas/campo/trabajador.js", cuaderno.campo_trabajador, name="campo_trabajador"),
    path("visitas/campo/manifiesto.webmanifest", cuaderno.campo_manifiesto, name="campo_manifiesto"),
    path("visitas/campo/cabeza/<uuid:pk>", campo.campo_cabeza, name="campo_cabeza"),
    path("visitas/campo/formulario/<uuid:pk>", campo.campo_formulario, name="campo_formulario"),
    path("visitas/campo/formularios", campo.campo_formularios, name="campo_formularios"),
    path("visitas/campo/custodia", campo.campo_custodia, name="campo_custodia"),
    path("visitas/campo/estado", campo.campo_estado, name="campo_estado"),
    path("visitas/campo/paquete", campo.campo_paquete, name="campo_paquete"),
    path("visitas/campo/sync", campo.campo_sync, name="campo_sync"),
    path("visitas/campo/esquema/<slug:nombre>", campo.campo_esquema, name="campo_esquema"),
    path("visitas/campo/recibos", campo.campo_recibos, name="campo_recibos"),
]

# The línea de base: of a school (views/linea_de_base.py) and of a teacher (views/necesidades.py).
rutas_de_linea_de_base = [
    path("visitas/linea-de-base/", linea_de_base.linea_de_base_list, name="linea_de_base_list"),
    path("visitas/linea-de-base/escuelas/", linea_de_base.caracterizacion_list, name="caracterizacion_list"),
    path("visitas/linea-de-base/abrir/<str:codigo>/", linea_de_base.caracterizar, name="caracterizar"),
    path("visitas/linea-de-base/docente/<uuid:pk>/", necesidades.necesidades, name="necesidades"),
    path(
        "visitas/linea-de-base/docente/<uuid:pk>/guardar/",
        necesidades.necesidades_guardar,
        name="necesidades_guardar",
    ),
    path(
        "visitas/linea-de-base/<uuid:pk>/",
        linea_de_base.caracterizacion_detail,
        name="caracterizacion_detail",
    ),
    path(
        "visitas/linea-de-base/<uuid:pk>/escribir/",
        linea_de_base.caracterizacion_escribir,
        name="caracterizacion_escribir",
    ),
    path(
        "visitas/linea-de-base/<uuid:pk>/guardar/",
        linea_de_base.caracterizacion_guardar,
        name="caracterizacion_guardar",
    ),
    path(
        "visitas/linea-de-base/<uuid:pk>/terminar/",
        linea_de_base.caracterizacion_terminar,
        name="caracterizacion_terminar",
    ),
    path(
        "visitas/linea-de-base/<uuid:pk>/descartar/",
        linea_de_base.caracterizacion_descartar,
        name="caracterizacion_descartar",
    ),
    path(
        "visitas/linea-de-base/<uuid:pk>/avance/",
        linea_de_base.linea_de_base_avance,
        name="linea_de_base_avance",
    ),
]

rutas_de_agenda = [
    path("visitas/agenda/", agenda.agenda, name="agenda"),
    path("visitas/agenda/descargar/", agenda.agenda_descargar, name="agenda_descargar"),
    path("visitas/agenda/suscripcion/", agenda.agenda_suscripcion, name="agenda_suscripcion"),
    path(
        "visitas/agenda/suscripcion/crear/", agenda.agenda_suscripcion_crear, name="agenda_suscripcion_crear"
    ),
    path(
        "visitas/agenda/suscripcion/apagar/",
        agenda.agenda_suscripcion_apagar,
        name="agenda_suscripcion_apagar",
    ),
    path("visitas/agenda/<slug:token>.ics", agenda.agenda_ics, name="agenda_ics"),
    path("visitas/viajes/", viaje.viaje_list, name="viaje_list"),
    path("visitas/viajes/proponer/", viaje.viaje_proponer, name="viaje_proponer"),
    path("visitas/viajes/nuevo/", viaje.viaje_crear, name="viaje_crear"),
    path("visitas/viajes/<uuid:pk>/", viaje.viaje_detail, name="viaje_detail"),
    path("visitas/viajes/<uuid:pk>/editar/", viaje.viaje_editar, name="viaje_editar"),
    path("visitas/viajes/<uuid:pk>/mover/", viaje.viaje_mover, name="viaje_mover"),
    path("visitas/viajes/<uuid:pk>/cancelar/", viaje.viaje_cancelar, name="viaje_cancelar"),
    path("visitas/viajes/<uuid:pk>/hoja/", viaje.viaje_hoja, name="viaje_hoja"),
    path("visitas/dedicacion/", dedicacion.dedicacion, name="dedicacion"),
    path("visitas/dedicacion/region/", dedicacion.dedicacion_region, name="dedicacion_region"),
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

# The thread of the year, and what the teacher herself writes.
rutas_del_hilo = [
    path("visitas/docente/<uuid:pk>/hilo/", hilo.hilo, name="hilo"),
    path("visitas/<uuid:pk>/voz/", voz.voz, name="voz"),
    path("visitas/compromisos/<uuid:pk>/avance/", voz.compromiso_avance, name="compromiso_avance"),
    path("visitas/reflexiones/", reflexion.reflexion_list, name="reflexion_list"),
    path("visitas/reflexiones/nueva/", reflexion.reflexion_crear, name="reflexion_crear"),
    path("visitas/reflexiones/<uuid:pk>/", reflexion.reflexion_editar, name="reflexion_editar"),
    path("visitas/reflexiones/<uuid:pk>/borrar/", reflexion.reflexion_borrar, name="reflexion_borrar"),
    path(
        "visitas/reflexiones/<uuid:pk>/compartir/", reflexion.reflexion_compartir, name="reflexion_compartir"
    ),
    path("visitas/reflexiones/<uuid:pk>/retirar/", reflexion.reflexion_retirar, name="reflexion_retirar"),
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

urlpatterns = [
    *rutas_de_programacion,
    *rutas_de_visita,
    *rutas_de_asignacion,
    *rutas_de_campo,
    *rutas_de_linea_de_base,
    *rutas_de_agenda,
    *rutas_de_plan,
    *rutas_de_sesiones,
    *rutas_de_comunidad,
    *rutas_del_hilo,
    *rutas_del_formador,
    *rutas_de_direccion,
    *rutas_de_traspaso,
    *rutas_de_cierre,
]
