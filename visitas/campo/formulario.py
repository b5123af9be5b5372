"""The visit's form for a device: the server's own template over an empty draft of one teacher."""

from visitas import secciones
from visitas.contexto import Catalogos
from visitas.expediente import formulario_de, visita_anterior
from visitas.models import BorradorDeVisita
from visitas.voces import con_avances


def contexto_de_formulario(usuario, docente) -> dict:
    """Return what `visitas/_campo_formulario.html` expects, for a visit that has not begun."""
    instrumento = Catalogos().instrumento_vigente
    datos = {"instrumento": f"{instrumento.codigo}.{instrumento.version}", "lenguas": ["castellano"]}
    borrador = BorradorDeVisita(autor=usuario, docente=docente, datos=datos)
    form = formulario_de(borrador)
    anterior = visita_anterior(usuario, borrador, form)
    con_avances(usuario, form.situacion.verificables.values())
    return {
        "borrador": borrador,
        "form": form,
        "secciones": secciones.de(form, anterior),
        "competencias": secciones.competencias(form, anterior),
        "anterior": anterior,
        "cuerpo": "visitas/_visita_formulario.html",
        "boton": "Terminar visita",
        "en_campo": True,
    }
