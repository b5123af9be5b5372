"""The field endpoints. JSON in, JSON out, errors too: a device that reads HTML knows that it is not us."""

import base64

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET, require_POST

from acompanamiento.comun.acceso import publica, requiere_json
from docentes.models import ClaseDeDato, Docente
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.campo.esquemas import esquema
from visitas.campo.formulario import contexto_de_formulario
from visitas.campo.freno import con_freno
from visitas.campo.mensaje import (
    MINIMO_DE_CLIENTE,
    MensajeInvalido,
    demasiado,
    leer_cuerpo,
    leer_ids,
    leer_lote,
)
from visitas.campo.paquete import paquete_de
from visitas.campo.registros import (
    formulario_de_base,
    formulario_de_no_realizada,
    formulario_de_sesion,
    formulario_de_sesion_nueva,
)
from visitas.campo.respuesta import MEDIO, de_cabeza, de_cuarentena, de_recibo, de_resultado, instante
from visitas.conflictos import FORMULARIOS
from visitas.contexto import Catalogos
from visitas.linea_de_base import docentes_de_varias
from visitas.models import NivelEducativo, RevisionDeRegistro, Visita
from visitas.services import custodia

SESION = ("visitas/_campo_sesion.html", "Terminar sesión")
NO_REALIZADA = ("visitas/_campo_sesion.html", "Marcar como no realizada")
BASE = ("visitas/_caracterizacion_formulario.html", "Terminar línea de base")


@publica
@require_GET
def campo_estado(request):
    """Whether this is the server, whose session it is, and the token that the next POST needs."""
    usuario = str(request.user.pk) if permisos.puede_registrar_visitas(request.user) else None
    return JsonResponse(
        {
            "servicio": "acompana",
            "version": "1",
            "hora": instante(timezone.now()),
            "min_cliente": MINIMO_DE_CLIENTE,
            "epoca": services.epoca_actual(),
            "csrf": get_token(request),
            "usuario": usuario,
        }
    )


@require_POST
@requiere_json(permisos.puede_registrar_visitas)
@con_freno("sync")
def campo_sync(request):
    try:
        lote = leer_lote(_datos(request))
    except MensajeInvalido as error:
        return JsonResponse(error.cuerpo, status=error.estado)
    hechas = services.recibir_lote(autor=request.user, lote=lote)
    cuerpo = {
        "lote": str(lote.lote),
        "servidor": instante(timezone.now()),
        "resultados": [de_resultado(enviada, resultado) for enviada, resultado in hechas],
    }
    return JsonResponse(cuerpo, status=207, content_type=MEDIO)


@require_POST
@requiere_json(permisos.puede_registrar_visitas)
@con_freno("recibos")
def campo_recibos(request):
    try:
        ids = leer_ids(_datos(request))
    except MensajeInvalido as error:
        return JsonResponse(error.cuerpo, status=error.estado)
    hallados = services.recibos(autor=request.user, ids=ids)
    esperan = services.en_cuarentena(autor=request.user, ids=ids)
    return JsonResponse(
        {
            "recibos": [de_recibo(revision) for revision in hallados],
            "cuarentena": [de_cuarentena(registro) for registro in esperan],
        }
    )


@require_GET
@requiere_json(permisos.puede_registrar_visitas)
@con_freno("cabeza")
def campo_cabeza(request, pk):
    """The head of an own record with its text: a device takes it after a choice, or when another device amended it.

    `pk` is of a visit; of a session or a baseline, of any revision that the person wrote (a device does not choose the
    id of a baseline).
    """
    hallada = _cabeza_de_visita(request.user, pk) or _cabeza_de_registro(request.user, pk)
    if hallada is None:
        return JsonResponse(
            {"codigo": "NO_EXISTE", "mensaje": "Ese registro no está a tu cargo."}, status=404
        )
    cabeza, docentes, clase = hallada
    registrar_lectura(usuario=request.user, docentes=docentes, clase=clase, pagina=request.path)
    return JsonResponse(de_cabeza(cabeza))


def _cabeza_de_visita(usuario, pk):
    visitas = Visita.objects.corregibles_para(usuario).select_related("docente", "cabeza__contenido")
    visita = visitas.filter(pk=pk).first()
    return visita and (visita.cabeza, [visita.docente], ClaseDeDato.VISITA)


def _cabeza_de_registro(usuario, pk):
    propias = RevisionDeRegistro.objects.visibles_para(usuario)
    propia = propias.select_related("sesion", "caracterizacion__escuela").filter(pk=pk).first()
    if propia is None:
        return None
    cabeza = propia.cabeza
    leido = FORMULARIOS[propia.formulario](usuario, propia, [cabeza.contenido])
    return (cabeza, leido.leidos(), leido.clase) if leido.se_lee else None


def _datos(request):
    try:
        cuerpo = request.body
    except RequestDataTooBig as error:
        raise demasiado("El envío") from error
    return leer_cuerpo(cuerpo, request.content_type, request.headers.get("Content-Encoding", ""))


@publica
@require_GET
def campo_esquema(request, nombre):
    """The published JSON Schema of a message or of a form version's content: an outside client is written from it."""
    texto = esquema(nombre)
    if texto is None:
        raise Http404
    return HttpResponse(
        texto, content_type="application/schema+json", headers={"Cache-Control": "max-age=3600"}
    )


@gzip_page
@require_GET
@requiere_json(permisos.puede_registrar_visitas)
@con_freno("paquete")
def campo_paquete(request):
    """What the device may read without a network, with its date. Each teacher in it leaves its rows in the read log."""
    docentes = list(_mis_docentes(request))
    datos = paquete_de(request.user, docentes, timezone.localdate())
    _anotar_lecturas(request, docentes, datos)
    cuerpo = {
        "epoca": services.epoca_actual(),
        "hecho_en": instante(timezone.now()),
        "custodia": custodia.publica(),
    }
    return JsonResponse(cuerpo | datos)


def _mis_docentes(request):
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela__distrito")
    return docentes.order_by("apellidos", "nombres")


def _anotar_lecturas(request, docentes, datos):
    """Visits, of each teacher; sessions, of the invited; a school's baseline, of everybody who teaches there."""
    invitados = {i for sesion in datos["sesiones"] for i in sesion["invitados"]}
    con_base = {e["codigo"] for e in datos["escuelas"] if e["partida"]}
    vecinos = docentes_de_varias({d.escuela_id for d in docentes if d.escuela.codigo in con_base})
    for clase, leidos in (
        (ClaseDeDato.VISITA, docentes),
        (ClaseDeDato.COMUNIDAD, [d for d in docentes if str(d.pk) in invitados]),
        (ClaseDeDato.PLAN, vecinos),
    ):
        registrar_lectura(usuario=request.user, docentes=leidos, clase=clase, pagina=request.path)


@gzip_page
@require_GET
@requiere_json(permisos.puede_registrar_visitas)
def campo_formularios(request):
    """The forms of a session (held, not held, not planned) and of a baseline (one a level), with nothing written."""
    docentes = _mis_docentes(request)
    registrar_lectura(
        usuario=request.user, docentes=docentes, clase=ClaseDeDato.COMUNIDAD, pagina=request.path
    )
    niveles = sorted({NivelEducativo.de_escuela(d.escuela) for d in docentes})
    nueva = formulario_de_sesion_nueva(request.user, docentes, Catalogos().instrumento_vigente)
    return JsonResponse(
        {
            "sesion_grupal": _formulario(formulario_de_sesion(docentes), SESION),
            "sesion_no_realizada": _formulario(formulario_de_no_realizada(), NO_REALIZADA),
            "sesion_nueva": _formulario(nueva, SESION),
            "caracterizacion": {n: _formulario(formulario_de_base(n), BASE) for n in niveles},
        }
    )


def _formulario(form, cual):
    cuerpo, boton = cual
    contexto = {"form": form, "cuerpo": cuerpo, "boton": boton, "en_campo": True}
    return render_to_string("visitas/_campo_formulario.html", contexto)


@gzip_page
@require_GET
@requiere_json(permisos.puede_registrar_visitas)
@con_freno("formulario")
def campo_formulario(request, pk):
    """The form of a visit to one teacher, as the device keeps it: the same template as online, with nothing written."""
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela__distrito")
    docente = docentes.filter(pk=pk).first()
    if docente is None:
        return JsonResponse({"codigo": "NO_EXISTE", "mensaje": "Ese docente no está a tu cargo."}, status=404)
    registrar_lectura(usuario=request.user, docente=docente, clase=ClaseDeDato.VISITA, pagina=request.path)
    contexto = contexto_de_formulario(request.user, docente)
    return JsonResponse({"html": render_to_string("visitas/_campo_formulario.html", contexto)})


@require_POST
@requiere_json(permisos.puede_registrar_visitas)
def campo_custodia(request):
    """Give a vault's key back to its own person, after a change of password."""
    try:
        envuelta = base64.b64decode(_datos(request).get("custodia", ""), validate=True)
        llave = custodia.abrir(request.user.pk, envuelta)
    except MensajeInvalido as error:
        return JsonResponse(error.cuerpo, status=error.estado)
    except (AttributeError, TypeError, ValueError, custodia.NoSeAbre):
        mensaje = "Lo guardado en este equipo es de otra persona o de otro servidor."
        return JsonResponse({"codigo": "NO_SE_ABRE", "mensaje": mensaje}, status=409)
    return JsonResponse({"llave": base64.b64encode(llave).decode()})
