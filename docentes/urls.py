"""Addresses of accounts, teachers and acompañantes. Assignments are in visitas: they read the protocol."""

from django.urls import path

from .views import acompanantes, aviso, cuenta, cuentas, derechos, docentes, lecturas, tratamiento

rutas_de_personas = [
    path("entrar/", cuenta.entrar, name="entrar"),
    path("salir/", cuenta.salir, name="salir"),
    path("cuenta/", cuenta.cuenta, name="cuenta"),
    path("cuenta/clave/", cuenta.cambiar_clave, name="cambiar_clave"),
    path("cuentas/", cuentas.cuenta_list, name="cuenta_list"),
    path("cuentas/nueva/", cuentas.cuenta_crear, name="cuenta_crear"),
    path("cuentas/<uuid:pk>/", cuentas.cuenta_editar, name="cuenta_editar"),
    path("cuentas/<uuid:pk>/clave/", cuentas.cuenta_clave, name="cuenta_clave"),
    path("docentes/", docentes.docente_list, name="docente_list"),
    path("docentes/registrar/", docentes.docente_crear, name="docente_crear"),
    path("docentes/acompanantes/", acompanantes.acompanante_list, name="acompanante_list"),
    path("docentes/acompanantes/<uuid:pk>/", acompanantes.acompanante_detail, name="acompanante_detail"),
    path("docentes/quien-ha-visto/", lecturas.lectura_list, name="lectura_list"),
    path("docentes/<uuid:pk>/", docentes.docente_detail, name="docente_detail"),
]

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
    *rutas_de_personas,
]
