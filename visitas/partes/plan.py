"""A teacher's own part of the plan, of every version that was sent. What is not sent is still its author's draft."""

from docentes.expediente import parte_del_expediente
from visitas.models import VersionDePlan
from visitas.planes.hoja import ficha_de


@parte_del_expediente("plan", "Mi plan de acompañamiento", cubre="visitas.LineaDePlan visitas.VersionDePlan")
def plan(titular):
    if not titular.docente:
        return []
    suyas = VersionDePlan.objects.enviadas().filter(docentes=titular.docente).select_related("plan")
    suyas = suyas.order_by("plan__anio", "enviada_en", "numero")
    return [_linea(version, linea) for version in suyas for linea in _lineas(version, titular.docente)]


def _lineas(version, docente):
    """Only the person's own matrix leaves the version."""
    suyos = [d for d in version.contenido["docentes"] if d["docente"] == str(docente.pk)]
    return [linea for dato in suyos for linea in ficha_de(dato, docente.nombre_completo).lineas]


def _linea(version, linea):
    return {
        "Año": version.plan.anio,
        "Versión": version.numero,
        "Enviada": version.enviada_en,
        "Decisión del formador": version.get_decision_display(),
        "Competencia": linea.competencia,
        "Necesidad": linea.necesidad,
        "Estrategia": linea.estrategia,
        "Por qué": linea.razon,
        "Actividades": [
            {"Qué": a.que, "Cómo": a.tipo, "Desde": a.desde, "Hasta": a.hasta} for a in linea.actividades
        ],
    }
