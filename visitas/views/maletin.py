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

PALABRAS = {
    Estado.CREADA: "Registros nuevos",
    Estado.ENMENDADA: "Correcciones registradas",
    Estado.DUPLICADA: "Ya estaban en el servidor",
    Estado.RECHAZADA: "Por corregir en el equipo",
    Estado.FALTA_BASE: "Esperan una anterior que falta",
    Estado.CONFLICTO: "Con dos versiones: las dos están a salvo",
    Estado.SIN_ASIGNACION: "Esperan a la coordinación",
    None: "No se pudieron registrar ahora: sube la copia de nuevo",
}


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_subir_copias)
def maletin(request):
    enviado = request.method == "POST"
    form = MaletinForm(*((request.POST, request.FILES) if enviado else ()))
    hecho = []
    if enviado and form.is_valid():
        try:
            hecho = _recibir(form.cleaned_data["archivo"])
        except Rechazo as rechazo:
            form.add_error("archivo", rechazo.mensaje)
    return render(request, "visitas/maletin.html", {"form": form, "hecho": hecho})


def _recibir(archivo) -> list[tuple[str, int]]:
    autor, lotes = abrir_maletin(archivo)
    resultados = [r for lote in lotes for _, r in services.recibir_lote(autor=autor, lote=lote)]
    cuentas = Counter(resultado and resultado.estado for resultado in resultados)
    return [(palabra, cuentas[estado]) for estado, palabra in PALABRAS.items() if cuentas[estado]]
