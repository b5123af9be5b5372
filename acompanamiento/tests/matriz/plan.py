"""The Plan de Acompañamiento: its author's pages, the formador's review without names, the teacher's own part."""

from .celdas import ACOMPANANTES, Celda, de, pagina, solo_de_ana

LEEN_VERSIONES = ACOMPANANTES + " fidel"


def _del_formador(*, metodo="get"):
    """The region's formador reviews what was sent in it."""
    return de(
        "version_de_plan",
        propio=Celda("fidel"),
        ajeno=Celda("fidel"),
        lejos=Celda(no_existe="fidel"),
        metodo=metodo,
    )


def _del_autor_y_del_formador():
    return de(
        "plan",
        propio=Celda("ana fidel", no_existe="nora beto"),
        ajeno=Celda("beto fidel", no_existe="ana nora"),
        lejos=Celda(no_existe=LEEN_VERSIONES),
    )


# The walk does what is permitted, in this order: reading first, then the steps that leave the plan in another state.
FILAS = {
    "plan": pagina(ACOMPANANTES),
    "plan_preparar": pagina(sigue=ACOMPANANTES, metodo="post"),
    "plan_mio": pagina("rosa"),
    "plan_list": pagina("fidel"),
    "plan_editar": solo_de_ana("plan"),
    "plan_docente": solo_de_ana("docente"),
    "plan_proponer": solo_de_ana("docente", metodo="post", estado="sigue"),
    "plan_comentar": solo_de_ana("version_de_plan", metodo="post", estado="sigue"),
    "plan_version": solo_de_ana("version_de_plan"),
    "plan_versiones": _del_autor_y_del_formador(),
    "plan_pdf": _del_autor_y_del_formador(),
    "plan_revisar": _del_formador(),
    "plan_observar": _del_formador(metodo="post"),
    "plan_aprobar": _del_formador(metodo="post"),
    "plan_enviar": solo_de_ana("plan", metodo="post", estado="sigue"),
    "plan_retirar": solo_de_ana("plan", metodo="post", estado="sigue"),
    "plan_reabrir": solo_de_ana("plan", metodo="post", estado="sigue"),
}
