"""Group sessions: planning one and every later change, with its reason.

The date of the first plan never changes (`fecha_original`), and each move leaves a row (`CambioDeSesion`).
"""

from datetime import date, time

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from acompanamiento.comun.formato import hora as en_horas
from docentes.models import Docente
from visitas.models import (
    AnioEscolar,
    Asistencia,
    CambioDeSesion,
    EstadoDeSesion,
    MotivoNoRealizada,
    SesionGrupal,
)


class SesionRechazada(Rechazo):
    """A change of a group session that its rules do not allow."""

    codigo = "SESION"


@transaction.atomic
def crear_sesion(*, acompanante, fecha: date, docentes, competencias=(), **datos) -> SesionGrupal:
    """Plan a session and invite `docentes`. `datos`: tipo, inicio, fin, lugar, tema, escuela, de_necesidades.

    Raises SesionRechazada.
    """
    docentes = exigir_suyos(acompanante, docentes)
    return abrir_sesion(
        acompanante=acompanante, fecha=fecha, docentes=docentes, competencias=competencias, **datos
    )


def abrir_sesion(*, acompanante, fecha: date, docentes, competencias, **datos) -> SesionGrupal:
    """Write a new session with its invited, who may be invited says who calls. `datos` may bring the `id` that a device
    gave it. Raises SesionRechazada."""
    _exigir_anio_escolar(fecha)
    minutos = minutos_de(datos["inicio"], datos["fin"])
    sesion = SesionGrupal.objects.create(
        acompanante=acompanante,
        anio=fecha.year,
        fecha=fecha,
        fecha_original=fecha,
        minutos=minutos,
        **datos,
    )
    sesion.competencias.set(competencias)
    invitar(sesion, docentes)
    return sesion


@transaction.atomic
def cambiar_sesion(*, sesion, docentes=(), competencias=(), **datos) -> SesionGrupal:
    """Change what is planned, but for the day: that one moves with its reason. Raises SesionRechazada.

    `docentes` are the invited among those accompanied today; who is no longer accompanied stays invited, and so does
    everybody when the topic came from shared needs.
    """
    sesion = tomar_sesion(sesion)
    _exigir_programada(sesion)
    sesion.minutos = minutos_de(datos["inicio"], datos["fin"])
    escribir_plan(sesion, competencias=competencias, **datos)
    if not sesion.de_necesidades:
        docentes = exigir_suyos(sesion.acompanante, docentes)
        cambiar_invitados(sesion, docentes, entre=acompanados_hoy(sesion.acompanante))
    return sesion


def escribir_plan(sesion, *, competencias, **datos) -> None:
    """Write the columns of the plan, but for the day and who is invited, on a locked session."""
    for campo, valor in datos.items():
        setattr(sesion, campo, valor)
    sesion.save()
    sesion.competencias.set(competencias)


@transaction.atomic
def reprogramar_sesion(*, sesion, fecha: date, motivo: str, motivo_texto: str = "", por) -> SesionGrupal:
    """Move a session to another day of its school year. Raises SesionRechazada."""
    sesion = tomar_sesion(sesion)
    _exigir_programada(sesion)
    if fecha == sesion.fecha:
        raise SesionRechazada(
            f"La sesión ya está programada para el {en_cifras(fecha)}. Elige otro día.",
            campo="fecha",
            codigo="MISMA_FECHA",
        )
    exigir_su_anio(sesion, fecha)
    _exigir_motivo(motivo, motivo_texto)
    return mover_sesion(sesion, fecha, motivo, motivo_texto, por)


@transaction.atomic
def volver_a_programar_sesion(*, sesion, fecha: date, por) -> SesionGrupal:
    """Put a session that was not held back in the plan; the reason stays with the change of day."""
    sesion = tomar_sesion(sesion)
    if sesion.estado != EstadoDeSesion.NO_REALIZADA:
        raise SesionRechazada("Esta sesión no está marcada como no realizada.", codigo="NO_SUSPENDIDA")
    exigir_su_anio(sesion, fecha)
    motivo, texto = sesion.motivo, sesion.motivo_texto
    sesion.estado, sesion.motivo, sesion.motivo_texto = EstadoDeSesion.PROGRAMADA, "", ""
    sesion.save()
    return mover_sesion(sesion, fecha, motivo, texto, por) if fecha != sesion.fecha else sesion


@transaction.atomic
def marcar_sesion_no_realizada(*, sesion, motivo: str, motivo_texto: str = "") -> SesionGrupal:
    """Say that a planned session was not held, and why. The plan stays visible."""
    sesion = tomar_sesion(sesion)
    _exigir_programada(sesion)
    escribir_no_realizada(sesion, motivo=motivo, motivo_texto=motivo_texto)
    return sesion


def escribir_no_realizada(sesion, *, motivo: str, motivo_texto: str = "") -> None:
    """Make the rows of a locked session say that it was not held. What they said of a held one stays in its chain.

    Raises SesionRechazada before it writes.
    """
    _exigir_motivo(motivo, motivo_texto)
    sesion.estado = EstadoDeSesion.NO_REALIZADA
    sesion.motivo, sesion.motivo_texto = motivo, motivo_texto.strip()
    sesion.desarrollo = sesion.acuerdos = ""
    sesion.save()
    sesion.asistencias.update(asistio=None)


@transaction.atomic
def cancelar_sesion(*, sesion) -> None:
    """Erase a session planned by mistake: still to come, never moved nor told by a device. Raises SesionRechazada."""
    sesion = tomar_sesion(sesion)
    _exigir_programada(sesion)
    if sesion.fecha <= timezone.localdate():
        raise SesionRechazada(
            f"El día de esta sesión, {en_cifras(sesion.fecha)}, ya llegó: registra lo realizado o di por qué no se hizo.",
            codigo="YA_LLEGO",
        )
    if sesion.cambios.exists() or sesion.revisiones.exists():
        raise SesionRechazada(
            "Esta sesión ya tuvo cambios y su historia se conserva. Márcala como no realizada, con su motivo.",
            codigo="TIENE_HISTORIA",
        )
    sesion.delete()


def tomar_sesion(sesion):
    filas = SesionGrupal.objects.select_for_update(of=["self"]).select_related("acompanante__usuario")
    return filas.get(pk=sesion.pk)


def acompanados_hoy(acompanante):
    """Return the teachers of an acompañante today."""
    return Docente.objects.filter(asignaciones__in=acompanante.asignaciones.vigentes().values("pk"))


def exigir_suyos(
    acompanante, docentes, nadie="Falta invitar a alguien. Marca por lo menos a un docente.", campo="docentes"
):
    """Return the teachers as a list; refuse an empty one, and any teacher not accompanied today."""
    docentes = list(docentes)
    if not docentes:
        raise SesionRechazada(nadie, campo=campo, codigo="NADIE")
    suyos = set(acompanados_hoy(acompanante).values_list("pk", flat=True))
    if {d.pk for d in docentes} - suyos:
        raise SesionRechazada(
            "Uno de los docentes ya no está a tu cargo. Elige solo entre quienes acompañas hoy.",
            campo=campo,
            codigo="NO_ES_SUYO",
        )
    return docentes


def _exigir_programada(sesion):
    if sesion.estado == EstadoDeSesion.REALIZADA:
        raise SesionRechazada(
            f"Esta sesión ya se hizo el {en_cifras(sesion.fecha)}; lo que puedes es corregir lo registrado.",
            codigo="YA_HECHA",
        )
    if sesion.estado == EstadoDeSesion.NO_REALIZADA:
        raise SesionRechazada(
            "Esta sesión está marcada como no realizada. Primero vuelve a programarla.", codigo="NO_REALIZADA"
        )


def _exigir_anio_escolar(fecha):
    escolar = AnioEscolar.objects.filter(pk=fecha.year).first()
    if escolar is None:
        raise SesionRechazada(
            f"El año escolar {fecha.year} no está en los catálogos. Pide a la administración técnica que lo cargue.",
            campo="fecha",
            codigo="ANIO_DESCONOCIDO",
        )
    if not escolar.inicio <= fecha <= escolar.fin:
        raise SesionRechazada(
            f"El {en_cifras(fecha)} está fuera del año escolar. Elige un día entre el {en_cifras(escolar.inicio)} y el "
            f"{en_cifras(escolar.fin)}.",
            campo="fecha",
            codigo="FUERA_DEL_ANIO",
        )


def exigir_su_anio(sesion, fecha):
    if fecha.year != sesion.anio:
        raise SesionRechazada(
            f"Esta sesión es del plan de {sesion.anio}. Elige un día de ese año.",
            campo="fecha",
            codigo="OTRO_ANIO",
        )
    _exigir_anio_escolar(fecha)


def _exigir_motivo(motivo, texto):
    if motivo not in MotivoNoRealizada.values:
        raise SesionRechazada("Elige el motivo de la lista.", campo="motivo", codigo="SIN_MOTIVO")
    if motivo == MotivoNoRealizada.OTRO and not texto.strip():
        raise SesionRechazada(
            "Elegiste «Otro motivo». Escribe en pocas palabras cuál fue.",
            campo="motivo_texto",
            codigo="SIN_MOTIVO",
        )


def minutos_de(inicio: time, fin: time) -> int:
    minutos = (fin.hour * 60 + fin.minute) - (inicio.hour * 60 + inicio.minute)
    if minutos <= 0:
        como = "igual" if minutos == 0 else "anterior"
        raise SesionRechazada(
            f"La hora de fin ({en_horas(fin)}) es {como} a la de inicio ({en_horas(inicio)}). Corrige una de las dos.",
            campo="fin",
            codigo="HORAS",
        )
    return minutos


def mover_sesion(sesion, fecha, motivo, texto, por):
    CambioDeSesion.objects.create(
        sesion=sesion,
        de=sesion.fecha,
        a=fecha,
        motivo=motivo,
        motivo_texto=texto.strip(),
        hecho_por=por,
    )
    sesion.fecha = fecha
    sesion.save()
    return sesion


def invitar(sesion, docentes):
    Asistencia.objects.bulk_create(
        [Asistencia(sesion=sesion, docente=d) for d in docentes], ignore_conflicts=True
    )


def cambiar_invitados(sesion, docentes, *, entre) -> None:
    """Leave `docentes` as the invited among the teachers `entre`; the others stay as they are."""
    sesion.asistencias.filter(docente__in=entre).exclude(docente__in=docentes).delete()
    invitar(sesion, docentes)
