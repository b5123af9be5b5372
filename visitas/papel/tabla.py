"""How an item gets its number: section, place in it, row and, when a row has several fields, a letter: 4.5a, 3.1.2b.

An instrument is a tuple of Seccion, declared once (`instrumentos.py`). Only digits, dots and one letter: a number is
typed on the numeric keys to jump to its item.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from string import ascii_lowercase


class Filas:
    """Fields that repeat in rows: names with `{}` where the row's own code stands ("nota_{}_hora").

    `desde` is the code of the first row when rows are counted from it; None when the code is already the number that
    people say (a grade, a competency), and for codes that are no number (a commitment's id): those count by place.
    `crece` says whether the page adds rows to them: it does to those counted from their first, unless told otherwise.
    """

    def __init__(self, *campos: str, desde: int | None = None, crece: bool | None = None):
        self.campos, self.desde = campos, desde
        self.crece = desde is not None if crece is None else crece
        self.formas = [re.compile(re.escape(c).replace(r"\{\}", r"([0-9a-f-]+)")) for c in campos]

    @property
    def clase(self) -> str:
        """What the page calls these rows: the beginning of their names."""
        return self.campos[0].partition("_")[0]

    def codigos(self, campos) -> list[str]:
        """Return the codes of the rows that a form's field names bring, in the form's order."""
        halladas = (self.formas[0].fullmatch(campo) for campo in campos)
        return [h[1] for h in halladas if h]

    def numero(self, codigo: str, lugar: int) -> int:
        if not codigo.isdigit():
            return lugar
        return int(codigo) + (1 - self.desde if self.desde is not None else 0)

    def conoce(self, campo: str) -> bool:
        """Whether a field is of these rows, the hidden id of one included."""
        return campo.startswith(f"{self.clase}_") or any(forma.fullmatch(campo) for forma in self.formas)


@dataclass(frozen=True)
class Seccion:
    """A section of a form. `entradas` are names of fields and Filas, in the order in which they are filled in."""

    numero: int
    id: str
    titulo: str
    entradas: tuple

    def conoce(self, campo: str) -> bool:
        return any(e.conoce(campo) if isinstance(e, Filas) else e == campo for e in self.entradas)


@dataclass(frozen=True)
class Renglon:
    """One item: its number and the field that it fills in. `indice` is the row's number, 0 without rows."""

    numero: str
    nombre: str
    form: object
    indice: int = 0

    @property
    def campo(self):
        """The bound field, made when it is drawn: Django keeps its label from then on."""
        return self.form[self.nombre]

    @property
    def de_fila(self) -> str:
        """The number without its letter: what a whole row is called."""
        return self.numero.rstrip(ascii_lowercase)


@dataclass(frozen=True)
class Grupo:
    """What stands together: one item (`filas` empty), or rows of them, each a list; `clase` names the rows."""

    renglon: Renglon | None = None
    filas: list = field(default_factory=list)
    clase: str = ""
    crece: bool = False

    def renglones(self):
        return [self.renglon] if self.renglon else [r for fila in self.filas for r in fila]


@dataclass(frozen=True)
class Parte:
    """A section with its groups, for one form."""

    seccion: Seccion
    grupos: list


class Hoja:
    """An instrument laid over one form: `partes` in order, without the sections that the form leaves empty."""

    def __init__(self, partes):
        self.partes = [p for p in partes if p.grupos]

    @cached_property
    def renglones(self) -> list[Renglon]:
        return [r for parte in self.partes for grupo in parte.grupos for r in grupo.renglones()]

    @cached_property
    def numeros(self) -> dict[str, str]:
        """{name of the field: number of its item}."""
        return {r.nombre: r.numero for r in self.renglones}


def hoja_de(secciones, form) -> Hoja:
    """Lay an instrument over a form. A field that the form does not have keeps its number unused."""
    return Hoja([Parte(s, [g for g in _grupos(s, form) if g.renglones()]) for s in secciones])


def _grupos(seccion, form):
    solo = len(seccion.entradas) == 1
    for lugar, entrada in enumerate(seccion.entradas, start=1):
        numero = f"{seccion.numero}.{lugar}"
        if isinstance(entrada, Filas):
            raiz = str(seccion.numero) if solo else numero
            yield Grupo(filas=_filas(entrada, raiz, form), clase=entrada.clase, crece=entrada.crece)
        elif entrada in form.fields:
            yield Grupo(Renglon(numero, entrada, form))


def _filas(entrada, raiz, form):
    filas = []
    for lugar, codigo in enumerate(entrada.codigos(form.fields), start=1):
        indice = entrada.numero(codigo, lugar)
        letras = ascii_lowercase if len(entrada.campos) > 1 else [""]
        nombres = zip(letras, (campo.format(codigo) for campo in entrada.campos), strict=False)
        filas.append(
            [Renglon(f"{raiz}.{indice}{letra}", n, form, indice) for letra, n in nombres if n in form.fields]
        )
    return filas


def numerar(secciones, form) -> Hoja:
    """Write on each field of the form the number of its item, so that the page shows it beside the label."""
    hoja = hoja_de(secciones, form)
    for campo, numero in hoja.numeros.items():
        form.fields[campo].renglon = numero
    return hoja


def seccion_de(secciones, campo: str) -> Seccion | None:
    """The section that a field belongs to; None for one that is in none (an id)."""
    return next((s for s in secciones if s.conoce(campo)), None)
