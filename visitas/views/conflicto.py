"""Records that one changed on two devices: what each says, and the choice (offline-sync.md §3, P10). Their author's alone."""

import json

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha_hora
from docentes.models import ClaseDeDato
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.conflictos import FORMULARIOS, SERVIDOR, comparar, juntar
from visitas.forms.conflicto import ConflictoForm
from visitas.models import EstadoDeRevision, Revision, RevisionDeRegistro
from visitas.services.conflictos import cadena_de_ramas


@require_GET
@requiere(permisos.puede_registrar_visitas)
def conflicto_list(request):
    de_visitas = list(_de_visitas(request).en_conflicto())
    ramas = sorted([*de_visitas, *_de_registros(request).en_conflicto()], key=lambda r: r.recibido_en)
    registrar_lectura(
        usuario=request.user,
        docentes={r.visita.docente for r in de_visitas},
        clase=ClaseDeDato.FECHAS,
        pagina=request.path,
    )
    return render(request, "visitas/conflicto_list.html", {"ramas": ramas})


def _de_visitas(request):
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


def _de_registros(request):
    ramas = RevisionDeRegistro.objects.visibles_para(request.user).ramas()
    return ramas.select_related(
        "sesion__acompanante", "caracterizacion__escuela__distrito", "autor", "resolucion"
    )


def _rama(request, pk):
    """The branch with that id, of whichever form. Raises Http404."""
    rama = _de_visitas(request).filter(pk=pk).first() or _de_registros(request).filter(pk=pk).first()
    if rama is None:
        raise Http404
    return rama


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_registrar_visitas)
def conflicto(request, pk):
    rama = _rama(request, pk)
    versiones = _Versiones(request.user, rama)
    formulario = versiones.formulario
    if hasattr(rama, "resolucion"):
        messages.info(request, "Ya habías elegido entre las dos versiones. Esta es la que vale.")
        return redirect(formulario.url)
    if siguiente := rama.hijas.filter(estado=EstadoDeRevision.RAMA).first():
        return redirect("conflicto", siguiente.pk)
    registrar_lectura(
        usuario=request.user, docentes=formulario.leidos(), clase=formulario.clase, pagina=request.path
    )
    cabeza = formulario.cabeza.pk
    sobre = {"diferencias": versiones.diferencias, "cabeza": cabeza}
    if request.method == "POST" and request.POST.get("cabeza") != str(cabeza):
        return _pagina(request, ConflictoForm(antes=request.POST, **sobre), versiones, cambio=True)
    form = ConflictoForm(_datos(request, versiones), **sobre)
    if form.is_bound and form.is_valid() and (seguir := _resolver(request, form, versiones)):
        return seguir
    return _pagina(request, form, versiones)


class _Versiones:
    """The contents of a branch, of the head and of what both started from, with how they differ."""

    def __init__(self, usuario, rama):
        self.rama = rama
        self.mia = _contenido(rama)
        self.base_de_ambas = cadena_de_ramas(rama)[-1].base
        self.servidor = _contenido(rama.visita.cabeza if isinstance(rama, Revision) else rama.cabeza)
        self.formulario = FORMULARIOS[rama.formulario](usuario, rama, [self.servidor, self.mia])
        self.diferencias, self.iguales = comparar(
            self.formulario.campos(),
            base=_contenido(self.base_de_ambas),
            servidor=self.servidor,
            mia=self.mia,
            rotulos=(
                f"En el servidor ({fecha_hora(self.formulario.cabeza.recibido_en)}):",
                f"En mi equipo ({fecha_hora(rama.finalizada_en)}):",
            ),
        )


def _contenido(revision) -> dict:
    """What a revision says, of either chain."""
    if revision is None:
        return {}
    return json.loads((revision.contenido if isinstance(revision, Revision) else revision).texto)


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
        )
    except Rechazo as rechazo:
        messages.warning(request, rechazo.mensaje)
        return redirect("conflicto", versiones.rama.pk)
    for falla in resultado.errores:
        form.anotar(versiones.formulario.campo_de(falla.campo, contenido), falla.mensaje)
    if not resultado.guardada:
        return None
    messages.success(request, "Listo: esta es la versión que vale. La otra queda guardada en el servidor.")
    return redirect(versiones.formulario.url)


def _pagina(request, form, versiones, *, cambio=False):
    formulario = versiones.formulario
    contexto = {
        "form": form,
        "cambio": cambio,
        "de_que": formulario.titulo,
        "rama": versiones.rama,
        "cabeza": formulario.cabeza,
        "base_de_ambas": versiones.base_de_ambas,
        "iguales": [(campo.titulo, campo.decir(valor)) for campo, valor in versiones.iguales],
        "aviso": formulario.aviso,
        "quienes": formulario.quienes(),
    }
    return render(request, "visitas/conflicto.html", contexto)
