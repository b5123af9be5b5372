"""The one door through which a finished visit enters: the online form today, the devices' sync tomorrow.

The server's order of acceptance is the truth (design, offline-sync.md §3). A new visit costs 5 reads and 7 writes
with the catalogues in memory; nothing grows with the number of competencies, notes or commitments.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from acompanamiento.comun import canonico
from docentes.models import Asignacion, Docente
from visitas.contexto import Catalogos, Situacion
from visitas.forms.visita import ESTRUCTURA, VERSION, VisitaForm
from visitas.models import (
    Compromiso,
    ContenidoDeRevision,
    EstadoDeRevision,
    Revision,
    Visita,
    VisitaProgramada,
)

from . import proyeccion
from .resultado import Estado, Falla, Resultado

DIAS_DE_GRACIA = 45


@dataclass(frozen=True)
class _Entrega:
    """One revision as it arrived, with its canonical text."""

    autor: object
    visita_id: UUID
    revision_id: UUID
    base_id: UUID | None
    contenido: dict
    texto: str
    huella: str
    formulario_version: int
    finalizada_en: datetime
    secuencia: int
    dispositivo: UUID | None
    docente_id: UUID
    catalogos: Catalogos


def recibir_revision(
    *,
    autor,
    visita_id,
    revision_id,
    base_id,
    formulario_version,
    contenido,
    huella,
    finalizada_en,
    secuencia=0,
    dispositivo=None,
    catalogos=None,
) -> Resultado:
    """Accept a finished revision, or say exactly why not. Safe to repeat: the same id and hash is `duplicada`.

    `huella` is `sha256:<hex>` of the canonical JSON of `contenido`, made again here. `catalogos` (contexto.Catalogos)
    may be shared by a whole batch. One atomic block, a savepoint inside the batch's; rows of the teacher are locked,
    so two devices never race. Raises nothing on bad content.
    """
    try:
        texto = canonico.canonico(contenido)
    except canonico.NoCanonico as error:
        return Resultado.rechazada("NO_CANONICO", str(error))
    propia = canonico.huella(texto)
    if propia != huella:
        return Resultado.rechazada(
            "HUELLA_NO_COINCIDE",
            "El contenido no coincide con su huella: llegó cambiado o incompleto. Envíalo de nuevo.",
        )
    if formulario_version != VERSION:
        return Resultado.rechazada(
            "VERSION_DESCONOCIDA", f"El formulario de visita no tiene versión {formulario_version}."
        )
    docente_id = _uuid(contenido.get("docente"))
    if docente_id is None:
        return Resultado.rechazada(ESTRUCTURA, "La visita no dice de qué docente es.", "docente")
    entrega = _Entrega(
        autor=autor,
        visita_id=visita_id,
        revision_id=revision_id,
        base_id=base_id,
        contenido=contenido,
        texto=texto,
        huella=propia,
        formulario_version=formulario_version,
        finalizada_en=finalizada_en,
        secuencia=secuencia,
        dispositivo=dispositivo,
        docente_id=docente_id,
        catalogos=catalogos or Catalogos(),
    )
    try:
        with transaction.atomic():
            return _recibir(entrega)
    except IntegrityError as error:
        return _traducir(error)


def _uuid(valor):
    try:
        return UUID(valor)
    except (AttributeError, TypeError, ValueError):
        return None


def _recibir(entrega):
    docente = (
        Docente.objects.select_for_update(of=("self",), no_key=True)
        .select_related("escuela")
        .filter(pk=entrega.docente_id)
        .first()
    )
    conocida = Revision.objects.select_related("visita__cabeza").filter(pk=entrega.revision_id).first()
    if conocida:
        return _repetida(entrega, conocida)
    dia = _dia(entrega.contenido)
    if dia is None:
        return Resultado.rechazada(
            "FECHA_INVALIDA", "Falta la fecha de la visita, o no es una fecha.", "fecha"
        )
    asignacion = _asignacion(entrega, docente, dia)
    if isinstance(asignacion, Resultado):
        return asignacion
    registradas = _registradas(entrega, docente)
    visita = next((v for v in registradas if v.pk == entrega.visita_id), None)
    return _cadena(entrega, visita, docente) or _escribir(entrega, visita, docente, asignacion, registradas)


def _repetida(entrega, conocida):
    if conocida.autor_id != entrega.autor.pk or conocida.visita_id != entrega.visita_id:
        return Resultado(Estado.CONFLICTO, codigo="HASH_DISTINTO")
    if conocida.huella != entrega.huella:
        return Resultado(Estado.CONFLICTO, cabeza=conocida.visita.cabeza, codigo="HASH_DISTINTO")
    if conocida.estado == EstadoDeRevision.RAMA:
        return Resultado(Estado.CONFLICTO, conocida, cabeza=conocida.visita.cabeza, codigo="BASE_ANTIGUA")
    return Resultado(Estado.DUPLICADA, conocida)


def _dia(contenido):
    try:
        return date.fromisoformat(contenido.get("fecha"))
    except (TypeError, ValueError):
        return None


def _asignacion(entrega, docente, dia):
    """Return the author's assignment to the teacher as of the visit's day, or the refusal."""
    suyas = (
        []
        if docente is None
        else Asignacion.objects.filter(docente=docente, acompanante__usuario=entrega.autor)
    )
    asignacion = next((a for a in suyas if a.vigente(dia)), None)
    if asignacion is None:
        return _sin_asignacion(
            "SIN_ASIGNACION",
            f"No acompañabas a este docente el {dia:%d/%m/%Y}. Revisa la fecha de la visita.",
        )
    if asignacion.hasta and entrega.catalogos.hoy > asignacion.hasta + timedelta(days=DIAS_DE_GRACIA):
        return _sin_asignacion(
            "FUERA_DE_PLAZO",
            f"Tu asignación terminó el {asignacion.hasta:%d/%m/%Y} y pasaron más de {DIAS_DE_GRACIA} días. "
            "Habla con la coordinación regional.",
        )
    return asignacion


def _sin_asignacion(codigo, mensaje):
    return Resultado(Estado.SIN_ASIGNACION, errores=[Falla("fecha", codigo, mensaje)])


def _registradas(entrega, docente):
    """The teacher's visits, and the one with this id whoever it is about."""
    return list(
        Visita.objects.select_for_update(of=("self",), no_key=True)
        .select_related("tipo")
        .filter(Q(docente=docente) | Q(pk=entrega.visita_id))
        .order_by("pk")
    )


def _cadena(entrega, visita, docente):
    """Return the refusal when the base is not the head; None when the revision may go on."""
    if visita is None:
        return Resultado(Estado.FALTA_BASE) if entrega.base_id else None
    if visita.docente_id != docente.pk:
        return Resultado.rechazada(
            "OTRO_DOCENTE", "Esta visita es de otro docente: no puede cambiar de docente."
        )
    if entrega.base_id == visita.cabeza_id:
        return None
    if entrega.base_id and not visita.revisiones.filter(pk=entrega.base_id).exists():
        return Resultado(Estado.FALTA_BASE)
    _guardar_revision(entrega, EstadoDeRevision.RAMA)
    rama = Revision.objects.get(pk=entrega.revision_id)
    return Resultado(Estado.CONFLICTO, rama, cabeza=visita.cabeza, codigo="BASE_ANTIGUA")


def _escribir(entrega, visita, docente, asignacion, registradas):
    if visita and visita.acompanante_id != asignacion.acompanante_id:
        return Resultado.rechazada(
            "DE_OTRO_ACOMPANANTE", "Esta visita la hizo otra persona: solo ella la corrige."
        )
    form = _formulario(entrega, docente, registradas)
    if isinstance(form, Resultado):
        return form
    if not form.is_valid():
        return Resultado(Estado.RECHAZADA, errores=fallas_de(form))
    contenido = form.contenido()
    contexto = {
        "tipo": form.tipo,
        "instrumento": form.instrumento,
        "programada": _programada(contenido, docente),
    }
    momento = timezone.now()
    if visita:
        contexto["tipo"] = _mismo_tipo(visita.tipo, form.tipo)
        proyeccion.reescribir(visita, entrega.revision_id, contenido, **contexto)
    else:
        proyeccion.crear(
            entrega.visita_id,
            entrega.revision_id,
            contenido,
            momento,
            escuela_id=docente.escuela_id,
            acompanante_id=asignacion.acompanante_id,
            **contexto,
        )
    revision = _guardar_revision(entrega, EstadoDeRevision.ACEPTADA, momento)
    return Resultado(Estado.ENMENDADA if visita else Estado.CREADA, revision)


def _mismo_tipo(antes, ahora):
    """Keep the protocol of the day when the code did not change."""
    return antes if antes.codigo == ahora.codigo else ahora


def _formulario(entrega, docente, registradas):
    instrumento = _instrumento(entrega)
    if instrumento is None:
        return Resultado.rechazada(
            "INSTRUMENTO_DESCONOCIDO", "El instrumento de esta visita no está en el programa.", "instrumento"
        )
    situacion = Situacion(
        docente=docente,
        catalogos=entrega.catalogos,
        visita_id=entrega.visita_id,
        registradas=registradas,
        verificables=_nombrados(entrega, docente),
    )
    return VisitaForm.desde_contenido(entrega.contenido, situacion=situacion, instrumento=instrumento)


def _instrumento(entrega):
    pedido = entrega.contenido.get("instrumento")
    if not isinstance(pedido, dict):
        return None
    clave = (pedido.get("codigo"), pedido.get("version"))
    return next((i for c, i in entrega.catalogos.instrumentos.items() if c == clave), None)


def _nombrados(entrega, docente):
    """The teacher's commitments that the content speaks of, in its order; other people's are not found."""
    dichas = entrega.contenido.get("verificaciones")
    ids = (
        [_uuid(v.get("compromiso")) for v in dichas if isinstance(v, dict)]
        if isinstance(dichas, list)
        else []
    )
    ids = [i for i in ids if i]
    if not ids:
        return {}
    hallados = (
        Compromiso.objects.filter(pk__in=ids, visita__docente=docente)
        .exclude(visita_id=entrega.visita_id)
        .in_bulk()
    )
    return {str(i): hallados[i] for i in ids if i in hallados}


def _programada(contenido, docente):
    return VisitaProgramada.objects.filter(
        docente=docente, tipo__codigo=contenido["tipo"], anio=int(contenido["fecha"][:4])
    ).first()


def _guardar_revision(entrega, estado, momento=None):
    revision = Revision.objects.create(
        pk=entrega.revision_id,
        visita_id=entrega.visita_id,
        base_id=entrega.base_id,
        estado=estado,
        huella=entrega.huella,
        formulario_version=entrega.formulario_version,
        autor=entrega.autor,
        dispositivo=entrega.dispositivo,
        secuencia=entrega.secuencia,
        finalizada_en=entrega.finalizada_en,
        recibido_en=momento or timezone.now(),
    )
    ContenidoDeRevision.objects.create(revision=revision, texto=entrega.texto)
    return revision


def fallas_de(form) -> list[Falla]:
    """Return the form's errors, each with its field, its code and its sentence."""
    return [
        Falla("" if campo == "__all__" else campo, (error.code or "INVALIDO").upper(), mensaje)
        for campo, errores in form.errors.as_data().items()
        for error in errores
        for mensaje in error.messages
    ]


def _traducir(error):
    """Say in the person's words what a constraint refused."""
    if "compromiso" in str(error).lower():
        return Resultado.rechazada(
            "COMPROMISO_REPETIDO",
            "Un compromiso lleva el identificador de otro. Bórralo y escríbelo de nuevo.",
        )
    return Resultado.rechazada(
        "DATOS_IMPOSIBLES",
        "La base de datos no aceptó la visita tal como llegó. Revísala y envíala de nuevo.",
    )


__all__ = ["DIAS_DE_GRACIA", "VERSION", "Estado", "Falla", "Resultado", "fallas_de", "recibir_revision"]
