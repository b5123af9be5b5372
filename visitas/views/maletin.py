"""Any signed-in member of the programme may carry somebody's sealed copy to the server; nobody reads it on the way."""

from collections import Counter

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from visitas import permisos, services
from visitas.campo.maletin import abrir_maletin
from visitas.forms.maletin import MaletinForm
from visitas.services.revision import Estado

OTRO_TEXTO = "HASH_DISTINTO"
"""The code of a conflict whose text is not stored here: it stays in the device and in the copy."""
PALABRAS = {
    Estado.CREADA: "Registros nuevos",
    Estado.ENMENDADA: "Correcciones registradas",
    Estado.DUPLICADA: "Ya estaban en el servidor",
    Estado.RECHAZADA: "Por corregir en el equipo",
    Estado.FALTA_BASE: "Esperan una anterior que falta",
    Estado.CONFLICTO: "Con dos versiones: las dos están a salvo",
    OTRO_TEXTO: "No se registraron: el servidor tiene otro texto con su identificador",
    Estado.SIN_ASIGNACION: "Esperan a la coordinación",
    None: "No se pudieron registrar ahora: sube la copia de nuevo",
}


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_subir_copias)
def maletin(request):
    enviado = request.method == "POST"
    form = MaletinForm(*((request.POST, request.FILES) if enviado else ()))
    cuentas = Counter()
    if enviado and form.is_valid():
        try:
            cuentas = _recibir(form.cleaned_data["archivo"])
        except Rechazo as rechazo:
            form.add_error("archivo", rechazo.mensaje)
    hecho = [(palabra, cuentas[que]) for que, palabra in PALABRAS.items() if cuentas[que]]
    contexto = {"form": form, "hecho": hecho, "fuera": cuentas[OTRO_TEXTO]}
    return render(request, "visitas/maletin.html", contexto)


def _recibir(archivo) -> Counter:
    """Receive an uploaded copy. Return how many came to what, by the keys of PALABRAS."""
    autor, lotes = abrir_maletin(archivo)
    resultados = [r for lote in lotes for _, r in services.recibir_lote(autor=autor, lote=lote)]
    return Counter(_que_fue(resultado) for resultado in resultados)


def _que_fue(resultado):
    if resultado is None:
        return None
    return OTRO_TEXTO if resultado.codigo == OTRO_TEXTO else resultado.estado
