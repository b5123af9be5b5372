"""A row of the file against the school that is stored."""

from dataclasses import dataclass

from escuelas.models import Distrito, Escuela, Ugel

from .fila import Fila
from .informe import Cambio
from .nombres import nombre_desconocido

CAMPOS_DE_BUSQUEDA = {"nombre", "localidad", "codlocal"}


@dataclass(frozen=True, slots=True)
class Diferencia:
    """`campos` to write, and the changes `por_decir`."""

    campos: set[str]
    por_decir: list[Cambio]


def escuela_nueva(fila: Fila, ugel: Ugel, distrito: Distrito) -> Escuela:
    """Return the unsaved school. No name in the file: "IE 0267963"; no level: unknown, never guessed."""
    datos = {"nombre": nombre_desconocido(fila.codigo_modular)} | fila.datos
    escuela = Escuela(
        codigo_modular=fila.codigo_modular, anexo=fila.anexo, ugel=ugel, distrito=distrito, **datos
    )
    escuela.busqueda = escuela.texto_de_busqueda()
    return escuela


def comparar(escuela: Escuela, fila: Fila, ugel: Ugel, distrito: Distrito) -> Diferencia | None:
    """Put on `escuela` what the row says otherwise; None when they agree."""
    por_decir = []
    for campo, valor in (fila.datos | {"ugel": ugel, "distrito": distrito}).items():
        antes = getattr(escuela, campo)
        if antes != valor:
            setattr(escuela, campo, valor)
            por_decir.append(
                Cambio(fila.linea, fila.servicio, campo, _dicho(campo, antes), _dicho(campo, valor))
            )
    if not por_decir:
        return None
    campos = {cambio.campo for cambio in por_decir}
    if campos & CAMPOS_DE_BUSQUEDA:
        escuela.busqueda = escuela.texto_de_busqueda()
        campos.add("busqueda")
    return Diferencia(campos, por_decir)


def _dicho(campo: str, valor) -> str:
    opciones = dict(Escuela._meta.get_field(campo).flatchoices)
    return str(opciones.get(valor, "" if valor is None else valor))
