"""The calendar of the year, the lists of visits and of commitments, and the year of one teacher."""

from django.http import HttpResponse

from acompanamiento.comun.acceso import requiere
from visitas import permisos


@requiere(permisos.puede_ver_visitas)
def visita_list(request):
    return HttpResponse()


@requiere(permisos.puede_ver_calendario)
def calendario(request):
    return HttpResponse()


@requiere(permisos.puede_ver_calendario)
def programar(request):
    return HttpResponse()


@requiere(permisos.puede_ver_calendario)
def reprogramar(request, pk):
    return HttpResponse()


@requiere(permisos.puede_ver_calendario)
def no_realizada(request, pk):
    return HttpResponse()


@requiere(permisos.puede_leer_visitas)
def visitas_de_docente(request, pk):
    return HttpResponse()


@requiere(permisos.puede_leer_visitas)
def compromiso_list(request):
    return HttpResponse()


@requiere(permisos.puede_ver_fechas_de_su_escuela)
def visitas_de_mi_escuela(request):
    return HttpResponse()
