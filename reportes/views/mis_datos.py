"""Everything that there is about one person, in a file: for the person at any time, for the officer on request."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.texto import sin_tildes
from docentes.middleware import sin_aviso
from docentes.models import ClaseDeDato, Derecho, Docente, EstadoDeSolicitud, SolicitudDeDerecho
from docentes.permisos import puede_atender_derechos, tiene_cuenta
from docentes.services import anotar_copia, registrar_lectura
from reportes.mis_datos import en_json, en_pdf


@sin_aviso
@require_safe
@requiere(tiene_cuenta)
def mis_datos_json(request):
    return _json(request.user, request.user)


@sin_aviso
@require_safe
@requiere(tiene_cuenta)
def mis_datos_pdf(request):
    return _pdf(request.user, request.user)


@require_POST
@requiere(puede_atender_derechos)
def copia_json(request, pk):
    return _json(_titular(request, pk, "JSON"), request.user)


@require_POST
@requiere(puede_atender_derechos)
def copia_pdf(request, pk):
    return _pdf(_titular(request, pk, "PDF"), request.user)


@transaction.atomic
def _titular(request, pk, formato):
    """The person of an access request under way, with the copy written down before it is made."""
    en_tramite = SolicitudDeDerecho.objects.atendibles_para(request.user).filter(
        derecho=Derecho.ACCESO, estado=EstadoDeSolicitud.EN_TRAMITE
    )
    solicitud = get_object_or_404(en_tramite.select_related("usuario"), pk=pk)
    registrar_lectura(
        usuario=request.user,
        docentes=Docente.objects.que_piden_a(request.user).filter(usuario=solicitud.usuario),
        clase=ClaseDeDato.COPIA,
        pagina=request.path,
    )
    anotar_copia(solicitud=solicitud, por=request.user, formato=formato)
    return solicitud.usuario


def _json(titular, pedido_por):
    contenido = en_json(titular, pedido_por=pedido_por)
    return _archivo(contenido, "application/json; charset=utf-8", titular, "json")


def _pdf(titular, pedido_por):
    return _archivo(en_pdf(titular, pedido_por=pedido_por), "application/pdf", titular, "pdf")


def _archivo(contenido, tipo, titular, extension):
    nombre = f"mis-datos-{sin_tildes(titular.username).replace(' ', '-')}-{timezone.localdate()}.{extension}"
    return HttpResponse(
        contenido, content_type=tipo, headers={"Content-Disposition": f'attachment; filename="{nombre}"'}
    )
