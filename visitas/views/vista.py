"""Which of its two views a form is in: the ordinary page, or the transcription, in the order of the printed form."""

from django.shortcuts import redirect, render
from django.urls import reverse

from visitas import papel

DEL_PAPEL = "papel"


def es_del_papel(request) -> bool:
    """Whether the form is being typed from its printed sheet: `vista=papel`, in the address or in what was sent."""
    return DEL_PAPEL in (request.GET.get("vista"), request.POST.get("vista"))


def lo_enviado(request, anio: int):
    """Return what was sent (a QueryDict); from paper, with its hours and days written out, those of `anio` by default."""
    return papel.leer_tecleado(request.POST, anio) if es_del_papel(request) else request.POST


def volver_a(request, nombre: str, *argumentos):
    """Redirect to an address in the view that the person was in."""
    ruta = reverse(nombre, args=argumentos)
    return redirect(f"{ruta}?vista={DEL_PAPEL}" if es_del_papel(request) else ruta)


def hoja_para_teclear(secciones, form):
    """Return the sheet (visitas.papel.Hoja) of a form, which gets the controls of the transcription."""
    return papel.hoja_de(secciones, papel.para_teclear(form))


def mostrar(request, secciones, contexto, *, pagina, hoja, status=200):
    """Render the view that was asked for: the template `pagina`, or `hoja` with the sheet of `contexto["form"]`."""
    if not es_del_papel(request):
        return render(request, pagina, contexto, status=status)
    contexto = contexto | {"hoja": hoja_para_teclear(secciones, contexto["form"])}
    return render(request, hoja, contexto, status=status)
