"""Sessions and baselines as a device sends them, for tests."""

from datetime import date
from types import SimpleNamespace

from acompanamiento.comun.identidad import nuevo_id
from visitas.models import Instrumento

from .envios import enviar, resultados, revision

INVENTARIO = (
    ("tiempo", "debilidad"),
    ("clima", "fortaleza"),
    ("familias", "debilidad"),
    ("local", "fortaleza"),
)


def contenido_de_sesion(sesion, vinieron, faltaron=(), /, **cambios) -> dict:
    """What was done in a session on its own day; `vinieron` and `faltaron` are teachers."""
    asistencia = {str(d.pk): True for d in vinieron} | {str(d.pk): False for d in faltaron}
    base = {
        "sesion": str(sesion.pk),
        "fecha": sesion.fecha.isoformat(),
        "inicio": "08:00",
        "fin": "11:30",
        "asistencia": [{"docente": d, "asistio": asistencia[d]} for d in sorted(asistencia)],
        "desarrollo": "Compartieron rutinas de inicio.",
        "acuerdos": "Probar una rutina.",
    }
    return base | cambios


def contenido_de_nueva(invitados, vinieron, faltaron=(), /, *, sesion=None, **cambios) -> dict:
    """A microtaller of 05/06/2026 that nobody had planned, with what was done in it."""
    instrumento = Instrumento.objects.vigente()
    suya = SimpleNamespace(pk=sesion or nuevo_id(), fecha=date(2026, 6, 5))
    plan = {
        "tipo": "microtaller",
        "tema": "Lectura en voz alta",
        "lugar": "Local comunal",
        "escuela": "",
        "instrumento": {"codigo": instrumento.codigo, "version": instrumento.version},
        "competencias": [2, 4],
        "invitados": sorted(str(d.pk) for d in invitados),
    }
    return contenido_de_sesion(suya, vinieron, faltaron) | plan | cambios


def contenido_de_base(escuela, /, **cambios) -> dict:
    """A complete baseline of a primaria at the start of 2026."""
    base = {
        "escuela": escuela.codigo,
        "anio": 2026,
        "momento": "inicio",
        "grados": [
            {"grado": "1", "matricula": 6, "aula": "1"},
            {"grado": "2", "matricula": 5, "aula": "1"},
        ],
        "lenguas": ["castellano"],
        "servicios": ["agua", "luz"],
        "contexto": "En marzo falta más gente por la cosecha.",
        "minutos_de_viaje": 90,
        "medio": "combi",
        "distancia_km": "12,5",
        "como_llegar": "Combi hasta el desvío y una hora a pie.",
        "hallazgos": [
            {
                "dimension": dimension,
                "signo": signo,
                "prioridad": 1 + i % 3,
                "texto": f"{signo} de {dimension}",
                "evidencia": "Lo vi el martes.",
            }
            for i, (dimension, signo) in enumerate(INVENTARIO)
        ],
        "aprendizajes": [
            {
                "area": "comunicacion",
                "fuente": "Prueba de entrada, 20/03/2026",
                "grados": [{"grado": "1", "inicio": 3, "proceso": 2, "satisfactorio": 1}],
            }
        ],
    }
    return base | cambios


def de_sesion(sesion, vinieron, faltaron=(), /, *, base=None, secuencia=1, **cambios) -> dict:
    """A finished revision of a session."""
    contenido = contenido_de_sesion(sesion, vinieron, faltaron, **cambios)
    return revision(
        contenido, visita=str(sesion.pk), formulario="sesion_grupal", base=base, secuencia=secuencia
    )


def de_nueva(invitados, vinieron, faltaron=(), /, *, base=None, secuencia=1, **cambios) -> dict:
    """A finished revision of a session that was not planned, a new one unless `sesion` says of which."""
    contenido = contenido_de_nueva(invitados, vinieron, faltaron, **cambios)
    return revision(
        contenido, visita=contenido["sesion"], formulario="sesion_nueva", base=base, secuencia=secuencia
    )


def de_no_realizada(sesion, motivo="lluvia", texto="", /, *, base=None, secuencia=1, **cambios) -> dict:
    """A finished revision of a session that was not held."""
    contenido = {"sesion": str(sesion.pk), "motivo": motivo, "motivo_texto": texto} | cambios
    return revision(
        contenido, visita=str(sesion.pk), formulario="sesion_no_realizada", base=base, secuencia=secuencia
    )


def de_base(escuela, /, *, registro=None, base=None, secuencia=1, **cambios) -> dict:
    """A finished revision of a baseline, a new one unless `registro` says of which."""
    return revision(
        contenido_de_base(escuela, **cambios),
        visita=str(registro or nuevo_id()),
        formulario="caracterizacion",
        base=base,
        secuencia=secuencia,
    )


def dicho(equipo, enviada):
    """Send one revision and return what the server said of it."""
    return resultados(enviar(equipo, enviada))[enviada["revision"]]
