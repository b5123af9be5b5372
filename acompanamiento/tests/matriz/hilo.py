"""The thread of a teacher's year, and what the teacher herself writes."""

from .celdas import LEEN_VISITAS, Celda, de, pagina


def _solo_de_rosa(objeto, *, metodo="get", estado="ok"):
    """The teacher's own; for the other tenants' teacher it does not exist, and for everybody else it is not theirs to do."""
    return de(
        objeto,
        propio=Celda(**{estado: "rosa"}),
        ajeno=Celda(no_existe="rosa"),
        lejos=Celda(no_existe="rosa"),
        metodo=metodo,
    )


FILAS = {
    "hilo": de(
        "docente",
        propio=Celda("ana rosa", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora rosa"),
        lejos=Celda(no_existe=LEEN_VISITAS),
    ),
    "voz": _solo_de_rosa("visita"),
    "compromiso_avance": _solo_de_rosa("compromiso"),
    "reflexion_list": pagina("rosa"),
    "reflexion_crear": pagina("rosa"),
    "reflexion_editar": _solo_de_rosa("reflexion"),
    "reflexion_borrar": _solo_de_rosa("reflexion"),
    "reflexion_compartir": _solo_de_rosa("reflexion", metodo="post", estado="sigue"),
    "reflexion_retirar": _solo_de_rosa("reflexion", metodo="post", estado="sigue"),
}
