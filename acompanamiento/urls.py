urlpatterns = []
handler500 = "acompanamiento.comun.fallos.error_500"
