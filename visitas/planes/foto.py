"""The content of a plan as one value that can be stored, compared and read: what VersionDePlan keeps.

    {"anio": 2026, "secciones": {code: text}, "metas": [{"id", "indicador", "partida", "meta"}],
     "docentes": [{"docente": uuid, "nivel": "B0", "modalidad": "2", "grados": ["1", "2"],
                   "lineas": [{"id", "competencia", "necesidad", "estrategia", "razon", "sugerida",
                               "actividades": [{"id", "tipo", "que", "desde", "hasta"}]}]}],
     "calendario": {"visitas": [{"docente", "tipo", "fecha", "distrito"}],
                    "sesiones": [{"tipo", "fecha", "tema"}]}}

Teachers go by their id: names are looked up when somebody who may read them opens it. Days are ISO texts.
"""

from itertools import groupby

from django.db.models import Exists, OuterRef
from django.utils import timezone

from docentes.models import Asignacion
from visitas.models import EstadoDeSesion, Necesidad, SesionGrupal, VisitaProgramada

SECCIONES = ("caracterizacion", "objetivo", "objetivos", "recursos", "evaluacion")


def tomar(plan) -> dict:
    """Return the content of the plan's rows as they are now. The number of queries does not depend on the rows."""
    lineas = plan.lineas.select_related("docente__escuela", "necesidad__competencia")
    pasa = Necesidad.objects.que_pasan_a(plan.acompanante.usuario).filter(pk=OuterRef("necesidad"))
    lineas = (
        lineas.annotate(necesidad_pasa=Exists(pasa))
        .prefetch_related("actividades")
        .order_by("docente__apellidos", "docente__nombres", "docente_id", "orden", "pk")
    )
    return {
        "anio": plan.anio,
        "secciones": {campo: getattr(plan, campo) for campo in SECCIONES},
        "metas": [
            {"id": str(m.pk), "indicador": m.indicador, "partida": m.partida, "meta": m.meta}
            for m in plan.metas.all()
        ],
        "docentes": [_docente(list(grupo)) for _, grupo in groupby(lineas, key=lambda f: f.docente_id)],
        "calendario": _calendario(plan),
    }


def _docente(lineas):
    docente = lineas[0].docente
    return {
        "docente": str(docente.pk),
        "nivel": docente.escuela.nivel,
        "modalidad": docente.escuela.modalidad,
        "grados": [str(g) for g in docente.grados],
        "lineas": [_linea(linea) for linea in lineas],
    }


def _linea(linea):
    """A need that the teacher has withheld since from the plan's author is no longer said."""
    necesidad = linea.necesidad if linea.necesidad_pasa else None
    return {
        "id": str(linea.pk),
        "competencia": str(necesidad.competencia) if necesidad else "",
        "necesidad": necesidad.texto if necesidad else "",
        "estrategia": linea.estrategia,
        "razon": linea.razon,
        "sugerida": linea.sugerida,
        "actividades": [
            {
                "id": str(a.pk),
                "tipo": a.tipo,
                "que": a.que,
                "desde": a.desde.isoformat(),
                "hasta": a.hasta.isoformat(),
            }
            for a in linea.actividades.all()
        ],
    }


def _calendario(plan):
    hoy = Asignacion.objects.vigentes(timezone.localdate()).filter(acompanante_id=plan.acompanante_id)
    visitas = VisitaProgramada.objects.filter(
        acompanante_id=plan.acompanante_id, anio=plan.anio, docente__in=hoy.values("docente")
    )
    sesiones = SesionGrupal.objects.filter(acompanante_id=plan.acompanante_id, anio=plan.anio)
    return {
        "visitas": [
            {
                "docente": str(v.docente_id),
                "tipo": v.tipo.codigo,
                "fecha": v.fecha.isoformat(),
                "distrito": v.docente.escuela.distrito.nombre,
            }
            for v in visitas.select_related("tipo", "docente__escuela__distrito").order_by("fecha", "pk")
        ],
        "sesiones": [
            {"tipo": s.tipo, "fecha": s.fecha.isoformat(), "tema": s.tema}
            for s in sesiones.exclude(estado=EstadoDeSesion.NO_REALIZADA).order_by("fecha", "pk")
        ],
    }
