"""The coordinator's view of the field devices: counts and ages, never a text nor a teacher (trust.md §2)."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Exists, Min, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.texto import sin_tildes
from docentes.models import Acompanante
from escuelas.models import Ugel
from visitas import permisos, services
from visitas.models import Cuarentena, Dispositivo
from visitas.quienes import quien_ve_los_equipos
from visitas.services.cuarentena import ESPERA, RECHAZADA, RECIBIDA

POR_PAGINA = 25
ESTADOS = {
    "callados": "Más de 7 días sin noticias",
    "sin-enviar": "Con registros sin enviar",
    "esperan": "Esperan una asignación",
}


@dataclass
class Fila:
    """One acompañante with their devices, and how many records wait in quarantine since when."""

    acompanante: Acompanante
    equipos: list[Dispositivo] = field(default_factory=list)
    esperan: int = 0
    esperan_desde: datetime | None = None
    por_corregir: int = 0


@require_GET
@requiere(permisos.puede_seguir_equipos)
def equipo_list(request):
    filtros = {c: request.GET.get(c, "").strip() for c in ("q", "ugel", "estado")}
    dispositivos = Dispositivo.objects.agregables_para(request.user)
    cuarentena = Cuarentena.objects.agregables_para(request.user)
    acompanantes = Acompanante.objects.visibles_para(request.user).select_related("usuario__ugel")
    acompanantes = _filtrados(acompanantes, filtros, dispositivos, cuarentena)
    pagina = Paginator(acompanantes, POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto = {
        "pagina": pagina,
        "filas": _filas(list(pagina.object_list), dispositivos, cuarentena),
        "filtros": filtros,
        "estados": ESTADOS.items(),
        "ugeles": Ugel.objects.visibles_para(request.user),
        "callados": dispositivos.callados().count(),
        "esperan": cuarentena.esperan().count(),
        "quienes": quien_ve_los_equipos(),
    }
    return render(request, "visitas/equipo_list.html", contexto)


def _filtrados(acompanantes, filtros, dispositivos, cuarentena):
    """Those who are in the programme, and those who left something behind."""
    suyos = dispositivos.filter(acompanante=OuterRef("pk"))
    en_espera = cuarentena.esperan().filter(autor=OuterRef("usuario_id"))
    pendientes = suyos.filter(sin_enviar__gt=0)
    por_estado = {
        "callados": Exists(suyos.callados()),
        "sin-enviar": Exists(pendientes),
        "esperan": Exists(en_espera),
    }
    acompanantes = acompanantes.filter(Q(activo=True) | Exists(pendientes) | Exists(en_espera))
    if filtros["q"]:
        acompanantes = acompanantes.filter(pk__in=_que_se_llaman(acompanantes, filtros["q"]))
    if filtros["ugel"]:
        acompanantes = acompanantes.filter(usuario__ugel__codigo=filtros["ugel"])
    if filtros["estado"] in por_estado:
        acompanantes = acompanantes.filter(por_estado[filtros["estado"]])
    return acompanantes.order_by("usuario__apellidos", "usuario__nombres", "pk")


def _que_se_llaman(acompanantes, texto) -> list:
    """Those in whose name every word is, whatever its accents. A region has some hundreds at most."""
    palabras = sin_tildes(texto).split()
    nombres = {a.pk: sin_tildes(f"{a.usuario.nombres} {a.usuario.apellidos}") for a in acompanantes}
    return [pk for pk, nombre in nombres.items() if all(p in nombre for p in palabras)]


def _filas(acompanantes, dispositivos, cuarentena) -> list[Fila]:
    filas = {a.pk: Fila(a) for a in acompanantes}
    por_usuario = {a.usuario_id: filas[a.pk] for a in acompanantes}
    for dispositivo in dispositivos.filter(acompanante__in=filas).order_by("-ultimo_contacto"):
        filas[dispositivo.acompanante_id].equipos.append(dispositivo)
    suyos = cuarentena.filter(autor__in=por_usuario).order_by()
    por_autor = suyos.esperan().values("autor").annotate(cuantos=Count("pk"), desde=Min("recibida_en"))
    for autor, cuantos, desde in por_autor.values_list("autor", "cuantos", "desde"):
        por_usuario[autor].esperan, por_usuario[autor].esperan_desde = cuantos, desde
    por_corregir = suyos.por_corregir().values("autor").annotate(cuantos=Count("pk"))
    for autor, cuantos in por_corregir.values_list("autor", "cuantos"):
        por_usuario[autor].por_corregir = cuantos
    return list(filas.values())


@require_POST
@requiere(permisos.puede_seguir_equipos)
def equipo_reintentar(request, pk):
    acompanantes = Acompanante.objects.visibles_para(request.user).select_related("usuario")
    acompanante = get_object_or_404(acompanantes, pk=pk)
    hechas = services.reintentar_cuarentena(autor=acompanante.usuario)
    messages.info(request, _en_palabras(acompanante, hechas))
    return redirect("equipo_list")


def _en_palabras(acompanante, hechas) -> str:
    if not hechas:
        return f"{acompanante} ya no tiene registros en espera."
    partes = [
        f"{hechas[cual]} {palabra}"
        for cual, palabra in (
            (RECIBIDA, "recibidos"),
            (ESPERA, "siguen esperando una asignación que cubra su fecha"),
            (RECHAZADA, "por corregir: su autor lo verá en su cuaderno"),
        )
        if hechas[cual]
    ]
    return f"Registros de {acompanante}: {'; '.join(partes)}."
