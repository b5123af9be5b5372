"""Sign in, sign out and one's own account."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from acompanamiento.comun.acceso import publica, requiere
from docentes import permisos
from docentes.forms import ClaveForm, EntradaForm

entrar = publica(
    LoginView.as_view(
        template_name="docentes/entrar.html",
        authentication_form=EntradaForm,
        redirect_authenticated_user=True,
    )
)


@publica
@require_POST
def salir(request):
    """Close the session; public, so that a session that ended on its own does not answer with a refusal."""
    return LogoutView.as_view()(request)


@publica
def bloqueado(request, original_response=None, credentials=None):
    """The answer to too many failed attempts; django-axes calls it."""
    return render(request, "docentes/bloqueado.html", status=429)


@requiere(permisos.tiene_cuenta)
def cuenta(request):
    return render(request, "docentes/cuenta.html")


@requiere(permisos.tiene_cuenta)
def cambiar_clave(request):
    form = ClaveForm(request.user, request.POST or None)
    if form.is_valid():
        form.save()
        update_session_auth_hash(request, form.user)
        messages.success(request, "Cambiaste tu contraseña.")
        return redirect("cuenta")
    return render(request, "docentes/cambiar_clave.html", {"form": form})
