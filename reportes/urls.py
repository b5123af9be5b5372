from django.urls import path

from reportes.views import informe, inicio, mis_datos, papel, plan, reporte, salud, tablero

urlpatterns = [
    path("", inicio.inicio, name="inicio"),
    path("tablero/", tablero.tablero, name="tablero"),
    path("tablero/ugel/<codigo>/", tablero.tablero_ugel, name="tablero_ugel"),
    path("reportes/", reporte.reporte_list, name="reporte_list"),
    path("reportes/pedir/", reporte.reporte_pedir, name="reporte_pedir"),
    path("reportes/<uuid:pk>/", reporte.reporte_detail, name="reporte_detail"),
    path("reportes/<uuid:pk>/estado/", reporte.reporte_estado, name="reporte_estado"),
    path("reportes/<uuid:pk>/descargar/", reporte.reporte_descargar, name="reporte_descargar"),
    path("reportes/<uuid:pk>/reintentar/", reporte.reporte_reintentar, name="reporte_reintentar"),
    path("reportes/papel/", papel.papel, name="papel"),
    path("reportes/papel/observacion.pdf", papel.papel_de_observacion, name="papel_de_observacion"),
    path("reportes/papel/visita/<uuid:pk>.pdf", papel.papel_de_visita, name="papel_de_visita"),
    path("reportes/papel/<slug:clave>.pdf", papel.papel_en_blanco, name="papel_en_blanco"),
    path("reportes/plan/<uuid:pk>.pdf", plan.plan_pdf, name="plan_pdf"),
    path("reportes/informe/<uuid:pk>.pdf", informe.informe_pdf, name="informe_pdf"),
    path("docentes/mis-datos.json", mis_datos.mis_datos_json, name="mis_datos_json"),
    path("docentes/mis-datos.pdf", mis_datos.mis_datos_pdf, name="mis_datos_pdf"),
    path("docentes/solicitudes/<uuid:pk>/copia.json", mis_datos.copia_json, name="copia_json"),
    path("docentes/solicitudes/<uuid:pk>/copia.pdf", mis_datos.copia_pdf, name="copia_pdf"),
    path("salud/", salud.salud, name="salud"),
]
