"""Visits that one changed on two devices: what each says, and the choice (offline-sync.md §3, P10). Their author's alone."""

import json

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha_hora
from docentes.models import ClaseDeDato, Docente
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.conflictos import FORMULARIOS, SERVIDOR, comparar, juntar
from visitas.forms.conflicto import ConflictoForm
from visitas.models import EstadoDeRevision, Revision
from visitas.quienes import quien_ve_el_conflicto
from visitas.services.conflictos import cadena_de_ramas


@require_GET
@requiere(permisos.puede_registrar_visitas)
def conflicto_list(request):
    ramas = list(_ramas(request).en_conflicto().order_by("recibido_en"))
    registrar_lectura(
        usuario=request.user,
        docentes={r.visita.docente for r in ramas},
        clase=ClaseDeDato.FECHAS,
        pagina=request.path,
    )
    return render(request, "visitas/conflicto_list.html", {"ramas": ramas})


def _ramas(request):
    ramas = Revision.objects.visibles_para(request.user).filter(estado=EstadoDeRevision.RAMA)
    return ramas.select_related(
        "visita__docente__escuela__distrito",
        "visita__tipo",
        "visita__instrumento",
        "visita__cabeza__contenido",
        "contenido",
        "autor",
        "resolucion",
    )


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_registrar_visitas)
def conflicto(request, pk):
    rama = get_object_or_404(_ramas(request), pk=pk)
    if hasattr(rama, "resolucion"):
        messages.info(request, "Ya habías elegido entre las dos versiones. Esta es la que vale.")
        return redirect("visita_detail", rama.visita_id)
    if siguiente := rama.hijas.filter(estado=EstadoDeRevision.RAMA).first():
        return redirect("conflicto", siguiente.pk)
    registrar_lectura(
        usuario=request.user, docente=rama.visita.docente, clase=ClaseDeDato.VISITA, pagina=request.path
    )
    versiones = _Versiones(request.user, rama)
    sobre = {"diferencias": versiones.diferencias, "cabeza": rama.visita.cabeza_id}
    if request.method == "POST" and request.POST.get("cabeza") != str(rama.visita.cabeza_id):
        return _pagina(request, ConflictoForm(antes=request.POST, **sobre), versiones, cambio=True)
    form = ConflictoForm(_datos(request, versiones), **sobre)
    if form.is_bound and form.is_valid() and (seguir := _resolver(request, form, versiones)):
        return seguir
    return _pagina(request, form, versiones)


class _Versiones:
    """The contents of a branch, of the head and of what both started from, with how they differ."""

    def __init__(self, usuario, rama):
        self.rama, self.visita = rama, rama.visita
        self.servidor = _contenido(self.visita.cabeza)
        self.mia = _contenido(rama)
        self.base_de_ambas = cadena_de_ramas(rama)[-1].base
        self.con_niveles = Docente.objects.visibles_para(usuario).filter(pk=self.visita.docente_id).exists()
        self.formulario = FORMULARIOS[rama.formulario](
            self.visita, [self.servidor, self.mia], con_niveles=self.con_niveles
        )
        self.diferencias, self.iguales = comparar(
            self.formulario.campos(),
            base=_contenido(self.base_de_ambas),
            servidor=self.servidor,
            mia=self.mia,
            rotulos=(
                f"En el servidor ({fecha_hora(self.visita.cabeza.recibido_en)}):",
                f"En mi equipo ({fecha_hora(rama.finalizada_en)}):",
            ),
        )


def _contenido(revision) -> dict:
    return json.loads(revision.contenido.texto) if revision else {}


def _datos(request, versiones):
    """What was posted. "Quedarme con la del servidor" is that choice in every field."""
    if request.method != "POST":
        return None
    if request.POST.get("accion") != "servidor":
        return request.POST
    todas = {f"elige_{d.campo.clave}": SERVIDOR for d in versiones.diferencias}
    return todas | {"cabeza": request.POST.get("cabeza", "")}


def _resolver(request, form, versiones):
    """Store the choice. Return where to go on, or None when the form says what was refused."""
    contenido = juntar(versiones.servidor, versiones.diferencias, form.elegidas)
    try:
        resultado = services.resolver_conflicto(
            rama=versiones.rama,
            cabeza_id=form.cleaned_data["cabeza"],
            contenido=contenido,
            elegidas=form.elegidas,
            recibir=versiones.formulario.recibir,
        )
    except Rechazo as rechazo:
        messages.warning(request, rechazo.mensaje)
        return redirect("conflicto", versiones.rama.pk)
    for falla in resultado.errores:
        form.anotar(versiones.formulario.campo_de(falla.campo, contenido), falla.mensaje)
    if not resultado.guardada:
        return None
    messages.success(request, "Listo: esta es la versión que vale. La otra queda guardada en el servidor.")
    return redirect("visita_detail", versiones.visita.pk)


def _pagina(request, form, versiones, *, cambio=False):
    visita = versiones.visita
    contexto = {
        "form": form,
        "cambio": cambio,
        "visita": visita,
        "rama": versiones.rama,
        "cabeza": visita.cabeza.pk,
        "base_de_ambas": versiones.base_de_ambas,
        "iguales": [(campo.titulo, campo.decir(valor)) for campo, valor in versiones.iguales],
        "con_niveles": versiones.con_niveles,
        "quienes": quien_ve_el_conflicto(visita.docente),
    }
    return render(request, "visitas/conflicto.html", contexto)
