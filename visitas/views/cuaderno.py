"""The page of the field app, its service worker and its manifest: the same bytes for everybody, with nobody's data."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from acompanamiento.comun.acceso import publica
from visitas.campo import cascara

SIEMPRE_PREGUNTAR = {"Cache-Control": "no-cache"}


@publica
@require_GET
def campo(request):
    respuesta = render(request, "visitas/campo.html")
    respuesta.headers["Cache-Control"] = "no-cache"
    return respuesta


@publica
@require_GET
def campo_trabajador(request):
    return HttpResponse(cascara.trabajador(), content_type="text/javascript", headers=SIEMPRE_PREGUNTAR)


@publica
@require_GET
def campo_manifiesto(request):
    return JsonResponse(
        cascara.manifiesto(), content_type="application/manifest+json", headers=SIEMPRE_PREGUNTAR
    )
