"""The sections of a plan in reading order, each with its comments and, where it is written, its control."""

from dataclasses import dataclass, field

from visitas.models import SeccionDePlan


@dataclass(frozen=True)
class Comentario:
    autor: str
    momento: object
    texto: str
    version: int


@dataclass
class Bloque:
    """A section, or a teacher's matrix in it. `campo` is where to comment, None when nobody may."""

    codigo: str
    titulo: str
    comentarios: list = field(default_factory=list)
    campo: object = None
    ficha: object = None
    fichas: list = field(default_factory=list)


def bloques_de(hoja, comentarios, *, clave_de, form=None, borrar=str) -> list[Bloque]:
    """Return the sections of a sheet.

    `comentarios` are ComentarioDePlan; `clave_de(docente_id)` says to which matrix one belongs; `form` is a
    RevisionForm; `borrar` takes names out of a text.
    """
    por_lugar = {}
    for c in comentarios:
        lugar = (c.seccion, clave_de(c.docente_id) if c.docente_id else "")
        dicho = Comentario(str(c.autor), c.momento, borrar(c.texto), c.version.numero)
        por_lugar.setdefault(lugar, []).append(dicho)
    bloques = [
        Bloque(s.value, s.label, por_lugar.get((s.value, ""), []), form and form.campo_de(s.value))
        for s in SeccionDePlan
    ]
    matriz = next(b for b in bloques if b.codigo == SeccionDePlan.MATRIZ)
    matriz.fichas = [
        Bloque(
            SeccionDePlan.MATRIZ,
            ficha.rotulo,
            por_lugar.get((SeccionDePlan.MATRIZ.value, ficha.clave), []),
            form and form.campo_de_clave(ficha.clave),
            ficha,
        )
        for ficha in hoja.fichas
    ]
    return bloques
