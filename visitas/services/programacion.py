"""The calendar of visits: laying out the year, and every later change with its reason.

The date of the first plan never changes (`fecha_original`), and each move leaves a row (`Reprogramacion`).
"""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from docentes.models import Acompanante, Asignacion
from visitas.dias import sin_clases
from visitas.models import (
    AnioEscolar,
    EstadoProgramada,
    MotivoNoRealizada,
    NivelEducativo,
    Protocolo,
    Reprogramacion,
    Visita,
    VisitaProgramada,
)
from visitas.reparto import Pendiente, SinDias, repartir


class ProgramacionRechazada(Rechazo):
    """A change of the calendar that the plan does not allow."""

    codigo = "PROGRAMACION"


@dataclass(frozen=True)
class Propuesta:
    """What laying out the year would do: the visits it would add, each with its day, and those it takes over."""

    nuevas: list
    heredadas: list

    def __len__(self):
        return len(self.nuevas)


def proponer_anio(*, acompanante, anio: int, desde: date | None = None) -> Propuesta:
    """Return what `programar_anio` would write, without writing. `desde` leaves the days before it alone."""
    escolar = _anio_escolar(anio)
    asignaciones = list(
        Asignacion.objects.del_anio(anio)
        .filter(acompanante=acompanante, docente__activo=True)
        .select_related("docente__escuela__distrito")
        .order_by("desde", "pk")
    )
    existentes = _programadas_de(acompanante, asignaciones, anio)
    cerrados = sin_clases(escolar)
    pendientes = _pendientes(asignaciones, escolar, desde, _ya_cubiertas(asignaciones, existentes, anio))
    pendientes = _una_vez(p for p in pendientes if p.cabe_en_su_mes(cerrados))
    ocupados = {p.fecha for p in existentes if _ocupa_el_dia(p)}
    try:
        nuevas = repartir(pendientes, ocupados | cerrados)
    except SinDias as error:
        raise ProgramacionRechazada(
            f"No alcanzan los días de clases hasta el {en_cifras(escolar.visitas_hasta)} para visitar a un docente "
            "por día. Coordina tu carga con la coordinación regional.",
            codigo="SIN_DIAS",
        ) from error
    return Propuesta(nuevas, _heredadas(acompanante, asignaciones, existentes))


@transaction.atomic
def programar_anio(*, acompanante, anio: int, por, desde: date | None = None) -> int:
    """Lay out the visits that the protocol asks for and the calendar lacks; return how many were added.

    One teacher a day, school days of the season only, the same result for the same data. What exists stays: a
    second call adds nothing. A teacher assigned in mid-year gets the visits whose month is still ahead, and
    brings along the pending ones that the earlier acompañante had planned. Raises ProgramacionRechazada.
    """
    Acompanante.objects.select_for_update().get(pk=acompanante.pk)
    propuesta = proponer_anio(acompanante=acompanante, anio=anio, desde=desde)
    VisitaProgramada.objects.filter(pk__in=[p.pk for p in propuesta.heredadas]).update(
        acompanante=acompanante
    )
    try:
        with transaction.atomic():
            VisitaProgramada.objects.bulk_create(
                VisitaProgramada(
                    docente=pendiente.docente,
                    acompanante=acompanante,
                    tipo=pendiente.tipo,
                    anio=anio,
                    fecha=dia,
                    fecha_original=dia,
                )
                for pendiente, dia in propuesta.nuevas
            )
    except IntegrityError as error:
        raise ProgramacionRechazada(
            "El calendario de uno de tus docentes cambió mientras se preparaba el tuyo. Vuelve a intentarlo.",
            codigo="CAMBIO_A_LA_VEZ",
        ) from error
    return len(propuesta.nuevas)


@transaction.atomic
def reprogramar(*, programada, fecha: date, motivo: str, motivo_texto: str = "", por) -> VisitaProgramada:
    """Move a visit to another day of the season. Raises ProgramacionRechazada."""
    programada = _tomar(programada)
    if programada.estado == EstadoProgramada.NO_REALIZADA:
        raise ProgramacionRechazada(
            "Esta visita está marcada como no realizada. Primero vuelve a programarla.", codigo="NO_REALIZADA"
        )
    if fecha == programada.fecha:
        raise ProgramacionRechazada(
            f"La visita ya está programada para el {en_cifras(fecha)}. Elige otro día.",
            campo="fecha",
            codigo="MISMA_FECHA",
        )
    _exigir_temporada(programada, fecha)
    _exigir_motivo(motivo, motivo_texto)
    return _mover(programada, fecha, motivo, motivo_texto, por)


@transaction.atomic
def marcar_no_realizada(*, programada, motivo: str, motivo_texto: str = "", por) -> VisitaProgramada:
    """Say that a planned visit did not take place, and why. The plan stays visible."""
    programada = _tomar(programada)
    if programada.estado == EstadoProgramada.NO_REALIZADA:
        raise ProgramacionRechazada("Esta visita ya estaba marcada como no realizada.", codigo="NO_REALIZADA")
    _exigir_motivo(motivo, motivo_texto)
    programada.estado = EstadoProgramada.NO_REALIZADA
    programada.motivo, programada.motivo_texto = motivo, motivo_texto.strip()
    programada.save(update_fields=["estado", "motivo", "motivo_texto"])
    return programada


@transaction.atomic
def volver_a_programar(*, programada, fecha: date, por) -> VisitaProgramada:
    """Put a visit that was not held back in the plan. The reason it was not held stays with the change of date."""
    programada = _tomar(programada)
    if programada.estado == EstadoProgramada.PENDIENTE:
        raise ProgramacionRechazada(
            f"Esta visita ya está programada para el {en_cifras(programada.fecha)}.", codigo="YA_PROGRAMADA"
        )
    _exigir_temporada(programada, fecha)
    motivo, texto = programada.motivo, programada.motivo_texto
    programada.estado, programada.motivo, programada.motivo_texto = EstadoProgramada.PENDIENTE, "", ""
    programada.save(update_fields=["estado", "motivo", "motivo_texto"])
    return _mover(programada, fecha, motivo, texto, por) if fecha != programada.fecha else programada


def _anio_escolar(anio):
    try:
        return AnioEscolar.objects.get(pk=anio)
    except AnioEscolar.DoesNotExist:
        raise ProgramacionRechazada(
            f"El año escolar {anio} no está en los catálogos. Pide a la administración técnica que lo cargue.",
            campo="anio",
            codigo="ANIO_DESCONOCIDO",
        ) from None


def _programadas_de(acompanante, asignaciones, anio):
    docentes = [a.docente_id for a in asignaciones]
    suyas = Q(acompanante=acompanante) | Q(docente__in=docentes)
    return list(VisitaProgramada.objects.con_hecha().filter(suyas, anio=anio))


def _ocupa_el_dia(programada) -> bool:
    return programada.hecha or programada.estado == EstadoProgramada.PENDIENTE


def _ya_cubiertas(asignaciones, existentes, anio) -> set:
    """Return (teacher, kind) of what is planned already, and of what was done without a plan."""
    hechas = Visita.objects.filter(anio=anio, docente__in=[a.docente_id for a in asignaciones])
    return {(p.docente_id, p.tipo_id) for p in existentes} | set(hechas.values_list("docente", "tipo"))


def _heredadas(acompanante, asignaciones, existentes):
    """Visits still to make that an earlier acompañante planned, from the day when the assignment changed hands."""
    propias = {a.docente_id: a for a in asignaciones}
    return [
        p
        for p in existentes
        if p.acompanante_id != acompanante.pk
        and p.docente_id in propias
        and not p.hecha
        and p.estado == EstadoProgramada.PENDIENTE
        and propias[p.docente_id].vigente(p.fecha)
    ]


def _pendientes(asignaciones, escolar, desde, cubiertas):
    """Yield what the calendar lacks, once for each assignment, teacher and kind."""
    tipos_de = _tipos_por_nivel()
    for asignacion in asignaciones:
        inicio = max(asignacion.desde, escolar.visitas_desde, desde or escolar.visitas_desde)
        fin = min(asignacion.hasta or escolar.visitas_hasta, escolar.visitas_hasta)
        if inicio > fin:
            continue
        escuela = asignacion.docente.escuela
        for tipo in tipos_de.get(NivelEducativo.de_escuela(escuela), []):
            pendiente = Pendiente(
                docente=asignacion.docente,
                tipo=tipo,
                orden=tipo.orden,
                mes=tipo.mes,
                zona=escuela.distrito.codigo,
                lugar=(escuela.codigo, asignacion.docente.plaza),
                desde=inicio,
                hasta=fin,
            )
            if (asignacion.docente_id, tipo.pk) not in cubiertas:
                yield pendiente


def _una_vez(pendientes):
    """Keep the first of each teacher and kind: an assignment may have ended and begun again in one month."""
    return {(p.docente.pk, p.tipo.pk): p for p in reversed(list(pendientes))}.values()


def _tipos_por_nivel() -> dict:
    """Return {level: kinds with a month} of the protocols in force."""
    vigentes = Protocolo.objects.filter(vigente=True).order_by("version").prefetch_related("tipos")
    return {p.nivel: [t for t in p.tipos.all() if t.mes] for p in vigentes}


def _tomar(programada) -> VisitaProgramada:
    """Lock the row, so that two changes at once happen one after the other. Refuses one already done."""
    tomada = (
        VisitaProgramada.objects.select_for_update(of=["self"]).select_related("tipo").get(pk=programada.pk)
    )
    if hecha := Visita.objects.filter(programada=tomada).first():
        raise ProgramacionRechazada(
            f"Esta visita ya se hizo el {en_cifras(hecha.fecha)}; su fecha ya no cambia.", codigo="YA_HECHA"
        )
    return tomada


def _exigir_temporada(programada, fecha):
    escolar = _anio_escolar(programada.anio)
    if not escolar.visitas_desde <= fecha <= escolar.visitas_hasta:
        raise ProgramacionRechazada(
            f"El {en_cifras(fecha)} está fuera de la temporada de visitas. Elige un día entre el "
            f"{en_cifras(escolar.visitas_desde)} y el {en_cifras(escolar.visitas_hasta)}.",
            campo="fecha",
            codigo="FUERA_DE_TEMPORADA",
        )


def _exigir_motivo(motivo, texto):
    if motivo not in MotivoNoRealizada.values:
        raise ProgramacionRechazada("Elige el motivo de la lista.", campo="motivo", codigo="SIN_MOTIVO")
    if motivo == MotivoNoRealizada.OTRO and not texto.strip():
        raise ProgramacionRechazada(
            "Elegiste «Otro motivo». Escribe en pocas palabras cuál fue.",
            campo="motivo_texto",
            codigo="SIN_MOTIVO",
        )


def _mover(programada, fecha, motivo, texto, por):
    Reprogramacion.objects.create(
        programada=programada,
        de=programada.fecha,
        a=fecha,
        motivo=motivo,
        motivo_texto=texto.strip(),
        hecha_por=por,
    )
    programada.fecha = fecha
    programada.save(update_fields=["fecha"])
    return programada
