"""What a final report says: figures of the acompañante's own rows, and what was left pending. No teacher, no level."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.utils import timezone

from acompanamiento.comun.formato import fecha
from docentes.models import Asignacion, Docente
from escuelas.models import Escuela

from .models import (
    AsesoriaDirectiva,
    Asistencia,
    Caracterizacion,
    ClaseDeVisita,
    Compromiso,
    EstadoDeCompromiso,
    EstadoDeInforme,
    EstadoProgramada,
    Momento,
    SesionGrupal,
    TipoDeSesion,
    Visita,
    VisitaProgramada,
)

SECCIONES = {
    "logros": "Logros",
    "dificultades": "Dificultades",
    "lecciones": "Lecciones",
    "recomendaciones": "Recomendaciones para el año siguiente",
}


def corte_de(anio: int) -> date:
    """The last day that a report of the year counts: today, or 31 December once the year is over."""
    return min(timezone.localdate(), date(anio, 12, 31))


def escuelas_del_anio(acompanante, anio):
    """Schools of the teachers whom the acompañante accompanied on some day of the year, in alphabetical order."""
    asignaciones = Asignacion.objects.del_anio(anio).filter(acompanante=acompanante)
    escuelas = Escuela.objects.filter(pk__in=asignaciones.values("docente__escuela"))
    return escuelas.select_related("distrito").order_by("nombre", "codigo_modular", "anexo")


def docentes_del_anio(acompanante, anio):
    """Ids of the teachers whom the acompañante accompanied on the last day that counts."""
    return Asignacion.objects.vigentes(corte_de(anio)).filter(acompanante=acompanante).values("docente")


def docentes_con_nombre(acompanante, anio):
    """The teachers of the year, to check that no text names them."""
    asignaciones = Asignacion.objects.del_anio(anio).filter(acompanante=acompanante)
    return Docente.objects.filter(pk__in=asignaciones.values("docente"))


def hechos_de(acompanante, anio) -> dict:
    """Return the figures of a report as JSON: counts over the acompañante's own rows, up to `corte_de`.

    Visits by kind (scheduled to the acompañante, done, not held with a reason), hours, sessions, teachers with
    every mandatory visit done, baseline, commitments by state, advice to directors and what is pending.
    """
    visitas = Visita.objects.filter(acompanante=acompanante, anio=anio)
    return {
        "al": corte_de(anio).isoformat(),
        "visitas": _por_tipo(acompanante, anio),
        "adicionales": visitas.filter(tipo__clase=ClaseDeVisita.ADICIONAL).count(),
        "hechas": visitas.count(),
        "minutos": visitas.aggregate(total=Sum("minutos"))["total"] or 0,
        "sesiones": _sesiones(acompanante, anio),
        "docentes": _docentes(acompanante, anio),
        "linea_de_base": _linea_de_base(acompanante, anio),
        "compromisos": _compromisos(acompanante, anio),
        "asesorias": _asesorias(acompanante, anio),
        "pendientes": [p["texto"] for p in pendientes_de(acompanante, anio)],
    }


def _por_tipo(acompanante, anio):
    programadas = VisitaProgramada.objects.con_hecha().filter(acompanante=acompanante, anio=anio)
    filas = (
        programadas.order_by()
        .values("tipo__nombre", "tipo__orden")
        .annotate(
            planificadas=Count("pk"),
            hechas=Count("pk", filter=Q(hecha=True)),
            no_realizadas=Count("pk", filter=Q(hecha=False, estado=EstadoProgramada.NO_REALIZADA)),
        )
        .order_by("tipo__orden", "tipo__nombre")
    )
    return [
        {"tipo": f["tipo__nombre"]} | {c: f[c] for c in ("planificadas", "hechas", "no_realizadas")}
        for f in filas
    ]


def _sesiones(acompanante, anio):
    realizadas = SesionGrupal.objects.realizadas().filter(acompanante=acompanante, anio=anio).order_by()
    asistencias = dict(
        Asistencia.objects.filter(sesion__in=realizadas, asistio=True)
        .order_by()
        .values_list("sesion__tipo")
        .annotate(Count("pk"))
    )
    filas = realizadas.values_list("tipo").annotate(Count("pk"), Sum("minutos")).order_by("tipo")
    return [
        {
            "tipo": TipoDeSesion(tipo).label,
            "realizadas": cuantas,
            "minutos": minutos,
            "asistencias": asistencias.get(tipo, 0),
        }
        for tipo, cuantas, minutos in filas
    ]


def _docentes(acompanante, anio):
    docentes = docentes_del_anio(acompanante, anio)
    obligatorias = VisitaProgramada.objects.con_hecha().filter(
        docente=OuterRef("docente"), anio=anio, tipo__obligatoria=True
    )
    completos = docentes.filter(Exists(obligatorias), ~Exists(obligatorias.filter(hecha=False)))
    return {"total": docentes.count(), "con_protocolo": completos.count()}


def _linea_de_base(acompanante, anio):
    escuelas = escuelas_del_anio(acompanante, anio)
    terminadas = Caracterizacion.objects.terminadas().filter(anio=anio, escuela__in=escuelas.values("pk"))
    momentos = dict(terminadas.order_by().values_list("momento").annotate(Count("pk")))
    return {"escuelas": escuelas.count()} | {m: momentos.get(m, 0) for m in Momento.values}


def _compromisos(acompanante, anio):
    suyos = Compromiso.objects.filter(visita__acompanante=acompanante, visita__anio=anio)
    estados = dict(suyos.order_by().values_list("estado").annotate(Count("pk")))
    return {e: estados.get(e, 0) for e in EstadoDeCompromiso.values}


def _asesorias(acompanante, anio):
    suyas = AsesoriaDirectiva.objects.terminadas().filter(acompanante=acompanante, anio=anio)
    return suyas.aggregate(
        total=Count("pk"), escuelas=Count("escuela", distinct=True), minutos=Sum("minutos", default=0)
    )


def pendientes_de(acompanante, anio) -> list[dict]:
    """Return what is missing to close the year, each {texto, direccion}: the sentence and where it is done."""
    cierres = VisitaProgramada.objects.por_hacer().filter(
        acompanante=acompanante, anio=anio, tipo__clase=ClaseDeVisita.CIERRE
    )
    en_curso = Compromiso.objects.por_verificar().filter(visita__acompanante=acompanante, visita__anio=anio)
    terminadas = Caracterizacion.objects.terminadas().filter(anio=anio, momento=Momento.CIERRE)
    sin_cierre = escuelas_del_anio(acompanante, anio).exclude(pk__in=terminadas.values("escuela"))
    faltan = (
        (cierres.count(), "visita de cierre sin hacer", "visitas de cierre sin hacer", "cierre_del_anio"),
        (en_curso.count(), "compromiso sin verificar", "compromisos sin verificar", "compromiso_list"),
        (
            sin_cierre.count(),
            "escuela sin línea de base de fin de año",
            "escuelas sin línea de base de fin de año",
            "cierre_del_anio",
        ),
    )
    return [
        {"texto": f"{n} {una if n == 1 else varias}", "direccion": direccion}
        for n, una, varias, direccion in faltan
        if n
    ]


def hoja_de(informe) -> dict:
    """Return what a report shows, on screen and on paper; its figures are those frozen when it was sent."""
    hechos = informe.hechos
    if informe.estado == EstadoDeInforme.BORRADOR or not hechos:
        hechos = hechos_de(informe.acompanante, informe.anio)
    textos = [(nombre, getattr(informe, campo)) for campo, nombre in SECCIONES.items()]
    return {
        "hechos": hechos,
        "al": fecha(date.fromisoformat(hechos["al"])),
        "planificadas": sum(f["planificadas"] for f in hechos["visitas"]),
        "hechas": sum(f["hechas"] for f in hechos["visitas"]),
        "no_realizadas": sum(f["no_realizadas"] for f in hechos["visitas"]),
        "sesiones": sum(f["realizadas"] for f in hechos["sesiones"]),
        "horas_de_sesion": sum(f["minutos"] for f in hechos["sesiones"]),
        "compromisos": sum(hechos["compromisos"].values()),
        "textos": [(nombre, texto) for nombre, texto in textos if texto],
        "escuelas": list(informe.escuelas.select_related("escuela__distrito").order_by("escuela__nombre")),
    }
