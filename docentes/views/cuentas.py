"""The technical administrator's accounts. A temporary password is shown once and stored nowhere."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from acompanamiento.comun.acceso import requiere
from docentes import permisos
from docentes.forms import CuentaEditarForm, CuentaNuevaForm
from docentes.models import Rol, Usuario
from docentes.services import cambiar_cuenta, crear_cuenta, restablecer_clave

POR_PAGINA = 25


def _filtradas(cuentas, buscado, rol):
    for palabra in buscado.split():
        cuentas = cuentas.filter(
            Q(username__icontains=palabra) | Q(nombres__icontains=palabra) | Q(apellidos__icontains=palabra)
        )
    return cuentas.filter(rol=rol) if rol in Rol.values else cuentas


@requiere(permisos.puede_administrar_cuentas)
def cuenta_list(request):
    buscado, rol = request.GET.get("q", "").strip(), request.GET.get("rol", "")
    cuentas = _filtradas(Usuario.objects.visibles_para(request.user), buscado, rol)
    cuentas = cuentas.select_related("region", "ugel", "escuela")
    pagina = Paginator(cuentas, POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto = {"pagina": pagina, "buscado": buscado, "rol": rol, "roles": Rol.choices}
    return render(request, "docentes/cuenta_list.html", contexto)


@requiere(permisos.puede_administrar_cuentas)
def cuenta_crear(request):
    form = CuentaNuevaForm(request.POST or None)
    if form.is_valid():
        usuario, clave = crear_cuenta(**form.campos())
        return render(request, "docentes/cuenta_clave.html", {"cuenta": usuario, "clave": clave})
    return render(request, "docentes/cuenta_form.html", {"form": form})


@requiere(permisos.puede_administrar_cuentas)
def cuenta_editar(request, pk):
    cuenta = get_object_or_404(Usuario.objects.visibles_para(request.user), pk=pk)
    form = CuentaEditarForm(request.POST or None, instance=cuenta)
    if form.is_valid():
        cambiar_cuenta(usuario=cuenta, **form.campos())
        messages.success(request, f"Guardaste la cuenta de {cuenta}.")
        return redirect("cuenta_list")
    return render(request, "docentes/cuenta_form.html", {"form": form, "cuenta": cuenta})


@require_POST
@requiere(permisos.puede_administrar_cuentas)
def cuenta_clave(request, pk):
    cuenta = get_object_or_404(Usuario.objects.visibles_para(request.user), pk=pk)
    clave = restablecer_clave(usuario=cuenta)
    return render(request, "docentes/cuenta_clave.html", {"cuenta": cuenta, "clave": clave})
