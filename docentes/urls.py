"""Addresses of accounts, teachers and acompañantes. Assignments are in visitas: they read the protocol."""

from django.urls import path

from .views import aviso, derechos, tratamiento

# What is done with data, and what each person may ask about it.
rutas_de_datos = [
    path("aviso/", aviso.aviso, name="aviso"),
    path("aviso/aceptar/", aviso.aviso_aceptar, name="aviso_aceptar"),
    path("docentes/tratamiento/", tratamiento.tratamiento, name="tratamiento"),
    path("docentes/mis-derechos/", derechos.derecho_list, name="derecho_list"),
    path("docentes/mis-derechos/<uuid:pk>/", derechos.derecho_detail, name="derecho_detail"),
    path("docentes/solicitudes/", derechos.solicitud_list, name="solicitud_list"),
    path("docentes/solicitudes/<uuid:pk>/", derechos.solicitud_detail, name="solicitud_detail"),
    path("docentes/solicitudes/<uuid:pk>/tomar/", derechos.solicitud_tomar, name="solicitud_tomar"),
]

urlpatterns = [
    *rutas_de_datos,
]
