"""From the content of a finished visit to its rows: what can be counted. The text itself stays in the revision."""

from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone

from visitas.calidad import medir
from visitas.models import Compromiso, DialogoReflexivo, NivelObservado


def columnas(contenido, *, escuela_id, acompanante_id, tipo, instrumento, programada) -> dict:
    """The fields of Visita that the content decides."""
    inicio, fin = time.fromisoformat(contenido["inicio"]), time.fromisoformat(contenido["fin"])
    dia = date.fromisoformat(contenido["fecha"])
    presentes = {g["grado"]: g["presentes"] for g in contenido["grados"]}
    return {
        "escuela_id": escuela_id,
        "acompanante_id": acompanante_id,
        "tipo": tipo,
        "programada": programada,
        "instrumento": instrumento,
        "anio": dia.year,
        "fecha": dia,
        "inicio": inicio,
        "fin": fin,
        "minutos": (datetime.combine(dia, fin) - datetime.combine(dia, inicio)).seconds // 60,
        "presentes": presentes,
        "total_presentes": sum(presentes.values()),
        "acuerdo": contenido["acuerdo"],
    }


def niveles(visita, contenido, instrumento) -> list[NivelObservado]:
    return [
        NivelObservado(
            visita_id=visita.pk,
            competencia_id=instrumento.por_numero[n["competencia"]].pk,
            nivel=n["nivel"],
            evidencia=n["evidencia"],
        )
        for n in contenido["niveles"]
    ]


def dialogos(visita, contenido) -> list[DialogoReflexivo]:
    """The dialogue of the visit, when something was said."""
    dichos = contenido["dialogo"]
    return [DialogoReflexivo(visita_id=visita.pk, **dichos)] if any(dichos.values()) else []


def calidad(visita, contenido) -> dict:
    """The columns of CalidadDeVisita."""
    return medir(contenido, timezone.localdate(visita.recibida_en))


def compromisos(visita, contenido) -> list[Compromiso]:
    return [
        Compromiso(
            pk=UUID(c["id"]),
            visita=visita,
            orden=orden,
            que=c["que"],
            hasta=date.fromisoformat(c["hasta"]),
            como=c["como"],
        )
        for orden, c in enumerate(contenido["compromisos"], start=1)
    ]
