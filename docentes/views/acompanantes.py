"""The region's acompañantes: how many teachers each has and since when. Nothing of what anybody said."""

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from docentes import permisos
from docentes.models import Acompanante, Asignacion, MotivoDeFin


def _con_carga(acompanantes):
    hoy = timezone.localdate()
    vigente = Q(asignaciones__desde__lte=hoy) & (
        Q(asignaciones__hasta__isnull=True) | Q(asignaciones__hasta__gte=hoy)
    )
    con_carga = acompanantes.select_related("usuario__ugel").annotate(
        docentes=Count("asignaciones", filter=vigente),
        escuelas=Count("asignaciones__docente__escuela", filter=vigente, distinct=True),
    )
    # Django leaves the model's own order out of a query that groups.
    return con_carga.order_by("usuario__apellidos", "usuario__nombres")


@requiere(permisos.puede_ver_acompanantes)
def acompanante_list(request):
    acompanantes = _con_carga(Acompanante.objects.visibles_para(request.user))
    return render(request, "docentes/acompanante_list.html", {"acompanantes": acompanantes})


@requiere(permisos.puede_ver_acompanantes)
def acompanante_detail(request, pk):
    acompanante = get_object_or_404(_con_carga(Acompanante.objects.visibles_para(request.user)), pk=pk)
    asignaciones = Asignacion.objects.agregables_para(request.user).filter(acompanante=acompanante)
    anio = timezone.localdate().year
    terminadas = asignaciones.filter(hasta__year=anio).values("motivo_fin").annotate(total=Count("pk"))
    contexto = {
        "acompanante": acompanante,
        "anio": anio,
        "escuelas": asignaciones.vigentes()
        .values("docente__escuela__nombre")
        .annotate(total=Count("pk"))
        .order_by("docente__escuela__nombre"),
        "terminadas": [(MotivoDeFin(fila["motivo_fin"]).label, fila["total"]) for fila in terminadas],
    }
    return render(request, "docentes/acompanante_detail.html", contexto)
