"""What a plan still lacks to be sent, each with where to fill it."""

from dataclasses import dataclass

from django.urls import reverse

CAMPOS = {
    "caracterizacion": "Falta de dónde partimos.",
    "objetivo": "Falta el objetivo general.",
    "objetivos": "Faltan los objetivos específicos.",
    "recursos": "Faltan los recursos.",
    "evaluacion": "Falta cómo se evaluará.",
}


@dataclass(frozen=True)
class Falta:
    texto: str
    url: str


def faltas_de(plan, contenido: dict, docentes: list) -> list[Falta]:
    """Return what is missing. `docentes` are those accompanied today, each of whom needs a matrix."""
    editar = reverse("plan_editar", args=[plan.pk])
    faltas = [
        Falta(texto, f"{editar}#id_{campo}")
        for campo, texto in CAMPOS.items()
        if not contenido["secciones"][campo].strip()
    ]
    if not contenido["metas"]:
        faltas.append(Falta("Falta al menos una meta, con su indicador.", f"{editar}#metas"))
    lineas = {d["docente"]: d["lineas"] for d in contenido["docentes"]}
    for docente in docentes:
        url = f"{reverse('plan_docente', args=[docente.pk])}?anio={plan.anio}"
        faltas += [Falta(t, url) for t in _de_la_matriz(docente, lineas.get(str(docente.pk), []))]
    if not contenido["calendario"]["visitas"]:
        faltas.append(
            Falta("Faltan las visitas del año en el calendario.", f"{reverse('calendario')}?anio={plan.anio}")
        )
    return faltas


def _de_la_matriz(docente, lineas):
    if not lineas:
        yield f"{docente.nombre_completo} no tiene estrategias."
    if any(not f["razon"].strip() for f in lineas):
        yield f"En la matriz de {docente.nombre_completo} hay una estrategia sin su razón."
    if any(not f["actividades"] for f in lineas):
        yield f"En la matriz de {docente.nombre_completo} hay una estrategia sin actividades."
