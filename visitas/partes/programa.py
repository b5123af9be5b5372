"""What this app holds about a person: visits with what was written, calendar, needs, sessions and own work.

The rows come through the person's own scope: what they may open, no more. Private notes and drafts stay out.
"""

import json

from acompanamiento.comun.formato import hora, horas, romano
from docentes.expediente import parte_del_expediente
from docentes.models import Rol
from visitas.lectura import hoja_de
from visitas.models import (
    Asistencia,
    Compromiso,
    ContenidoDeRevision,
    Necesidad,
    SesionGrupal,
    Visita,
    VisitaProgramada,
)


@parte_del_expediente("visitas", "Mis visitas", cubre="visitas.Visita visitas.Compromiso")
def visitas(titular):
    if not titular.docente:
        return []
    suyas = list(
        Visita.objects.visibles_para(titular.usuario)
        .filter(docente=titular.docente)
        .select_related("tipo", "escuela", "acompanante__usuario")
        .prefetch_related("niveles__competencia", "compromisos__verificado_en")
    )
    textos = ContenidoDeRevision.objects.in_bulk([v.cabeza_id for v in suyas])
    anteriores = {str(c.pk): c for c in Compromiso.objects.filter(visita__docente=titular.docente)}
    return [_visita(v, json.loads(textos[v.cabeza_id].texto), anteriores) for v in suyas]


def _visita(visita, contenido, anteriores):
    hoja = hoja_de(visita, contenido, anteriores)
    return {
        "Fecha": visita.fecha,
        "Visita": visita.tipo.nombre,
        "Escuela": visita.escuela.nombre,
        "Acompañante": str(visita.acompanante),
        "Horas": f"{hora(visita.inicio)} a {hora(visita.fin)}",
        "Estudiantes presentes": [f"{grado}: {n}" for grado, n in hoja["grados"]],
        "Áreas": hoja["areas"],
        "Lenguas": hoja["lenguas"],
        "Lo acordado antes": [f"{v['que']} {v['estado']}. {v['comentario']}" for v in hoja["verificados"]],
        "Cuaderno de campo": [f"{hora(n['hora'])}: {n['texto']}" for n in hoja["cuaderno"]],
        "Análisis": hoja["analisis"],
        "Preguntas": hoja["preguntas"],
        "Niveles": [
            {"Competencia": n.competencia.nombre, "Nivel": romano(n.nivel), "Evidencia": n.evidencia}
            for n in visita.niveles.all()
        ],
        "Diálogo": [f"{paso['titulo']}: {paso['texto']}" for paso in hoja["dialogo"]],
        "Compromisos": [_compromiso(c) for c in visita.compromisos.all()],
        "Acuerdo de ambas partes": visita.acuerdo,
    }


def _compromiso(compromiso):
    return {
        "Qué": compromiso.que,
        "Hasta": compromiso.hasta,
        "Cómo lo sabremos": compromiso.como,
        "Estado": compromiso.get_estado_display(),
        "Qué se vio": compromiso.comentario,
    }


@parte_del_expediente("programadas", "Mi calendario de visitas", cubre="visitas.VisitaProgramada")
def programadas(titular):
    if not titular.docente:
        return []
    suyas = VisitaProgramada.objects.filter(docente=titular.docente).select_related("tipo")
    return [
        {
            "Visita": p.tipo.nombre,
            "Plan original": p.fecha_original,
            "Fecha": p.fecha,
            "No se hizo por": p.get_motivo_display(),
            "Detalle": p.motivo_texto,
            "Cambios": [
                {"De": c.de, "A": c.a, "Motivo": c.get_motivo_display(), "Detalle": c.motivo_texto}
                for c in p.cambios.all()
            ],
        }
        for p in suyas.prefetch_related("cambios")
    ]


@parte_del_expediente("necesidades", "Mis necesidades priorizadas", cubre="visitas.Necesidad")
def necesidades(titular):
    suyas = Necesidad.objects.filter(docente=titular.docente) if titular.docente else Necesidad.objects.none()
    return [
        {
            "Año": n.anio,
            "Prioridad": n.prioridad,
            "Competencia": n.competencia.nombre,
            "Qué necesito": n.texto,
        }
        for n in suyas.select_related("competencia")
    ]


@parte_del_expediente("sesiones", "Mis sesiones grupales", cubre="visitas.Asistencia")
def sesiones(titular):
    suyas = (
        Asistencia.objects.filter(docente=titular.docente) if titular.docente else Asistencia.objects.none()
    )
    return [
        {
            "Fecha": a.sesion.fecha,
            "Sesión": a.sesion.get_tipo_display(),
            "Tema": a.sesion.tema,
            "Lugar": a.sesion.lugar,
            "Asistí": a.asistio,
        }
        for a in suyas.select_related("sesion").order_by("sesion__fecha", "pk")
    ]


@parte_del_expediente("trabajo", "Mi trabajo como acompañante", cubre="visitas.Visita visitas.SesionGrupal")
def trabajo(titular):
    """When, where and how long. What was talked about belongs to the two who were there."""
    if titular.usuario.rol != Rol.ACOMPANANTE:
        return []
    hechas = Visita.objects.filter(acompanante__usuario=titular.usuario).select_related("tipo", "escuela")
    organizadas = SesionGrupal.objects.filter(acompanante__usuario=titular.usuario)
    return [
        {"Fecha": v.fecha, "Qué": v.tipo.nombre, "Dónde": v.escuela.nombre, "Tiempo": horas(v.minutos)}
        for v in hechas
    ] + [
        {
            "Fecha": s.fecha,
            "Qué": f"{s.get_tipo_display()}: {s.tema}",
            "Dónde": s.lugar,
            "Tiempo": horas(s.minutos),
        }
        for s in organizadas
    ]
