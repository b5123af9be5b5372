"""What to do with one delivery, given the ground: refuse it, keep it as a branch, amend a visit or add a new one."""

from datetime import timedelta

from django.utils import timezone

from visitas.contexto import Situacion
from visitas.forms.visita import VisitaForm
from visitas.forms.visita.directo import leer_directo
from visitas.models import ContenidoDeRevision, EstadoDeRevision, Revision

from . import proyeccion
from .resultado import Estado, Falla, Resultado

DIAS_DE_GRACIA = 45


def decidir(entrega, terreno, nuevas) -> Resultado:
    """Return what becomes of the delivery. Branches and amendments are written here; new visits go into `nuevas`."""
    conocida = terreno.conocidas.get(entrega.revision_id)
    if conocida:
        return _repetida(entrega, conocida)
    if entrega.dia is None:
        return Resultado.rechazada(
            "FECHA_INVALIDA", "Falta la fecha de la visita, o no es una fecha.", "fecha"
        )
    asignacion = _asignacion(entrega, terreno)
    if isinstance(asignacion, Resultado):
        return asignacion
    visita = terreno.visitas.get(entrega.visita_id)
    return _cadena(entrega, visita) or _escribir(entrega, visita, asignacion, terreno, nuevas)


def _repetida(entrega, conocida):
    if conocida.autor_id != entrega.autor.pk or conocida.visita_id != entrega.visita_id:
        return Resultado(Estado.CONFLICTO, codigo="HASH_DISTINTO")
    if conocida.huella != entrega.huella:
        return Resultado(Estado.CONFLICTO, cabeza=conocida.visita.cabeza, codigo="HASH_DISTINTO")
    if conocida.estado == EstadoDeRevision.RAMA:
        return Resultado(Estado.CONFLICTO, conocida, cabeza=conocida.visita.cabeza, codigo="BASE_ANTIGUA")
    return Resultado(Estado.DUPLICADA, conocida)


def _asignacion(entrega, terreno):
    """Return the author's assignment to the teacher as of the visit's day, or the refusal."""
    suyas = terreno.asignaciones.get(entrega.docente_id, [])
    asignacion = next((a for a in suyas if a.vigente(entrega.dia)), None)
    if asignacion is None:
        return _sin_asignacion(
            "SIN_ASIGNACION",
            f"No acompañabas a este docente el {entrega.dia:%d/%m/%Y}. Revisa la fecha de la visita.",
        )
    if asignacion.hasta and terreno.catalogos.hoy > asignacion.hasta + timedelta(days=DIAS_DE_GRACIA):
        return _sin_asignacion(
            "FUERA_DE_PLAZO",
            f"Tu asignación terminó el {asignacion.hasta:%d/%m/%Y} y pasaron más de {DIAS_DE_GRACIA} días. "
            "Habla con la coordinación regional.",
        )
    return asignacion


def _sin_asignacion(codigo, mensaje):
    return Resultado(Estado.SIN_ASIGNACION, errores=[Falla("fecha", codigo, mensaje)])


def _cadena(entrega, visita):
    """Return the refusal when the base is not the head; None when the revision may go on."""
    if visita is None:
        return Resultado(Estado.FALTA_BASE) if entrega.base_id else None
    if visita.docente_id != entrega.docente_id:
        return Resultado.rechazada(
            "OTRO_DOCENTE", "Esta visita es de otro docente: no puede cambiar de docente."
        )
    if entrega.base_id == visita.cabeza_id:
        return None
    if entrega.base_id and not visita.revisiones.filter(pk=entrega.base_id).exists():
        return Resultado(Estado.FALTA_BASE)
    rama = _guardar(_revision(entrega, EstadoDeRevision.RAMA), entrega.texto)
    return Resultado(Estado.CONFLICTO, rama, cabeza=visita.cabeza, codigo="BASE_ANTIGUA")


def _escribir(entrega, visita, asignacion, terreno, nuevas):
    if visita and visita.acompanante_id != asignacion.acompanante_id:
        return Resultado.rechazada(
            "DE_OTRO_ACOMPANANTE", "Esta visita la hizo otra persona: solo ella la corrige."
        )
    nombrados = terreno.nombrados(entrega)
    form = _formulario(entrega, terreno, nombrados)
    if isinstance(form, Resultado):
        return form
    if not form.is_valid():
        return Resultado(Estado.RECHAZADA, errores=fallas_de(form))
    contenido = form.contenido()
    contexto = {
        "tipo": form.tipo,
        "instrumento": form.instrumento,
        "programada": terreno.programadas.get((entrega.docente_id, contenido["tipo"], entrega.dia.year)),
    }
    if visita:
        return _enmendar(entrega, visita, contenido, contexto)
    revision = _revision(entrega, EstadoDeRevision.ACEPTADA)
    escuela = terreno.docentes[entrega.docente_id].escuela_id
    contexto |= {"escuela_id": escuela, "acompanante_id": asignacion.acompanante_id}
    hecha = nuevas.agregar(entrega, contenido, revision, nombrados=nombrados, **contexto)
    terreno.incorporar(*hecha)
    return Resultado(Estado.CREADA, revision)


def _enmendar(entrega, visita, contenido, contexto):
    contexto["tipo"] = _mismo_tipo(visita.tipo, contexto["tipo"])
    proyeccion.reescribir(visita, entrega.revision_id, contenido, **contexto)
    revision = _guardar(_revision(entrega, EstadoDeRevision.ACEPTADA), entrega.texto)
    return Resultado(Estado.ENMENDADA, revision)


def _mismo_tipo(antes, ahora):
    """Keep the protocol of the day when the code did not change."""
    return antes if antes.codigo == ahora.codigo else ahora


def _formulario(entrega, terreno, nombrados):
    instrumento = _instrumento(entrega, terreno.catalogos)
    if instrumento is None:
        return Resultado.rechazada(
            "INSTRUMENTO_DESCONOCIDO", "El instrumento de esta visita no está en el programa.", "instrumento"
        )
    situacion = Situacion(
        docente=terreno.docentes[entrega.docente_id],
        catalogos=terreno.catalogos,
        visita_id=entrega.visita_id,
        registradas=terreno.registradas[entrega.docente_id],
        verificables=nombrados,
    )
    contexto = {"situacion": situacion, "instrumento": instrumento}
    directo = leer_directo(entrega.contenido, **contexto)
    return directo or VisitaForm.desde_contenido(entrega.contenido, **contexto)


def _instrumento(entrega, catalogos):
    pedido = entrega.contenido.get("instrumento")
    if not isinstance(pedido, dict):
        return None
    clave = (pedido.get("codigo"), pedido.get("version"))
    return next((i for c, i in catalogos.instrumentos.items() if c == clave), None)


def _revision(entrega, estado):
    return Revision(
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
        recibido_en=timezone.now(),
    )


def _guardar(revision, texto):
    revision.save(force_insert=True)
    ContenidoDeRevision.objects.create(revision=revision, texto=texto)
    return revision


def fallas_de(form) -> list[Falla]:
    """Return the form's errors, each with its field, its code and its sentence."""
    return [
        Falla("" if campo == "__all__" else campo, (error.code or "INVALIDO").upper(), mensaje)
        for campo, errores in form.errors.as_data().items()
        for error in errores
        for mensaje in error.messages
    ]
