"""What is held about who works in the programme: what others said of that work, and the own records of it."""

from acompanamiento.comun.formato import horas
from docentes.expediente import parte_del_expediente
from docentes.models import Rol
from visitas.instrumento_de_campo import en_palabras
from visitas.models import (
    AsesoriaDirectiva,
    DedicacionFuera,
    InformeFinal,
    ObservacionDeAcompanante,
    RespuestaDeCalibracion,
    Viaje,
)


@parte_del_expediente(
    "observaciones", "Visitas del formador a mi trabajo", cubre="visitas.ObservacionDeAcompanante"
)
def observaciones(titular):
    """Finished ones: before that they are the formador's draft."""
    suyas = ObservacionDeAcompanante.objects.terminadas().filter(acompanante__usuario=titular.usuario)
    return [
        {
            "Fecha": o.fecha,
            "Qué": o.get_clase_display(),
            "Formador": str(o.formador),
            "Lo que se vio": [
                f"{texto}: {valor}"
                for bloque in en_palabras(o.version, o.respuestas)
                for texto, valor in bloque["filas"]
                if valor
            ],
            "Devolución": o.devolucion,
            "Acuerdos": o.acuerdos,
            "Mi comentario": o.comentario,
        }
        for o in suyas.select_related("formador").order_by("fecha")
    ]


@parte_del_expediente(
    "calibraciones",
    "Mis lecturas en los ejercicios de calibración",
    cubre="visitas.RespuestaDeCalibracion visitas.NivelDeRespuesta",
)
def calibraciones(titular):
    suyas = RespuestaDeCalibracion.objects.enviadas().filter(acompanante__usuario=titular.usuario)
    suyas = suyas.select_related("ejercicio").prefetch_related("niveles__competencia")
    return [
        {
            "Ejercicio": r.ejercicio.titulo,
            "Enviada": r.enviada_en,
            "Lo que leí": [
                {"Competencia": n.competencia.nombre, "Nivel": n.nivel or "No observado", "Razón": n.razon}
                for n in r.niveles.all()
            ],
        }
        for r in suyas.order_by("enviada_en")
    ]


@parte_del_expediente("dedicacion", "Mi tiempo fuera del acompañamiento", cubre="visitas.DedicacionFuera")
def dedicacion(titular):
    suya = DedicacionFuera.objects.filter(acompanante__usuario=titular.usuario)
    return [
        {"Año": d.anio, "Mes": d.mes, "Qué": d.get_clase_display(), "Tiempo": horas(d.medias_horas * 30)}
        for d in suya
    ]


@parte_del_expediente("viajes", "Mis viajes", cubre="visitas.Viaje")
def viajes(titular):
    return [
        {
            "Año": v.anio,
            "Viaje": v.nombre,
            "Medio": v.get_medio_display(),
            "Alojamiento": v.alojamiento,
            "Costo estimado (soles)": v.costo,
            "Estado": v.get_estado_display(),
            "Por qué se canceló": v.get_motivo_display(),
            "Detalle": v.motivo_texto,
        }
        for v in Viaje.objects.filter(acompanante__usuario=titular.usuario).order_by("creado_en")
    ]


@parte_del_expediente(
    "informes", "Mis informes finales", cubre="visitas.InformeFinal visitas.InformeDeEscuela"
)
def informes(titular):
    suyos = InformeFinal.objects.filter(acompanante__usuario=titular.usuario).order_by("anio")
    return [
        {
            "Año": i.anio,
            "Estado": i.get_estado_display(),
            "Logros": i.logros,
            "Dificultades": i.dificultades,
            "Lecciones": i.lecciones,
            "Recomendaciones": i.recomendaciones,
            "De cada escuela": [f"{e.escuela.nombre}: {e.texto}" for e in i.escuelas.all()],
            "Comentario del formador": i.comentario,
        }
        for i in suyos.prefetch_related("escuelas__escuela")
    ]


@parte_del_expediente(
    "asesorias",
    "Mis asesorías como dirección",
    cubre="visitas.AsesoriaDirectiva visitas.CompromisoDirectivo",
)
def asesorias(titular):
    """Those that the person received, once finished."""
    if titular.usuario.rol != Rol.DIRECTOR:
        return []
    suyas = AsesoriaDirectiva.objects.terminadas().filter(director=titular.usuario).order_by("fecha")
    suyas = suyas.select_related("escuela", "acompanante__usuario").prefetch_related("compromisos")
    return [_asesoria(a) for a in suyas]


def _asesoria(asesoria):
    return {
        "Fecha": asesoria.fecha,
        "Escuela": asesoria.escuela.nombre,
        "Acompañante": str(asesoria.acompanante),
        "Qué trabajamos": asesoria.nombres_de_dimensiones,
        "Qué se observó": asesoria.observado,
        "Evidencia": asesoria.evidencia,
        "Diálogo": [
            t for t in (asesoria.describir, asesoria.explicar, asesoria.confrontar, asesoria.reconstruir) if t
        ],
        "Compromisos": [
            {
                "Qué": c.que,
                "Hasta": c.hasta,
                "Cómo lo sabremos": c.como,
                "Estado": c.get_estado_display(),
                "Qué se vio": c.comentario,
                "Cómo voy": c.avance,
            }
            for c in asesoria.compromisos.all()
        ],
        "Mi comentario": asesoria.comentario,
    }
