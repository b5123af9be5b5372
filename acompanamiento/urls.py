"""Every address of the product. Each app names its own; none has a namespace."""

from django.urls import include, path

from acompanamiento.comun import fallos

urlpatterns = [
    path("", include("reportes.urls")),
    path("", include("docentes.urls")),
    path("", include("escuelas.urls")),
    path("", include("visitas.urls")),
]

handler500 = fallos.error_500
