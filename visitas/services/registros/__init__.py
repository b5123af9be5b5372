"""The devices' door for a group session and for a school's baseline: the rules of offline-sync.md §3, one chain a record.

What differs is in a class each (`sesion.py`, `sesion_nueva.py`, `caracterizacion.py`): what is locked, who may, which form
checks the content and which rows say it afterwards. A session has three forms and one chain: held, not held, and held
without having been planned.
"""

from django.db import transaction

from acompanamiento.comun.errores import Rechazo
from visitas.models import EstadoDeRevision, RevisionDeRegistro
from visitas.services.cadena import cabeza_de, continuar
from visitas.services.revision import Estado, Resultado, fallas_de, texto_fiel

from .caracterizacion import CaracterizacionDeCampo
from .entrega import Entrega
from .sesion import SesionDeCampo, SesionNoRealizadaDeCampo, bloquear_sesiones
from .sesion_nueva import SesionNuevaDeCampo

DE_SESION = {
    "sesion_grupal": SesionDeCampo,
    "sesion_no_realizada": SesionNoRealizadaDeCampo,
    "sesion_nueva": SesionNuevaDeCampo,
}
PUERTAS = {**DE_SESION, "caracterizacion": CaracterizacionDeCampo}


def recibir_registro(
    *,
    autor,
    formulario,
    registro_id,
    revision_id,
    base_id,
    formulario_version,
    contenido,
    huella,
    finalizada_en,
    secuencia=0,
    dispositivo=None,
) -> Resultado:
    """Accept a finished revision of a session or of a baseline, or say exactly why not. Safe to repeat.

    As `recibir_revision`, whose words it answers with; `formulario` is a key of PUERTAS. One atomic block, a savepoint
    inside the batch's, with the record locked. Raises nothing on bad content.
    """
    texto = texto_fiel(contenido, huella)
    if isinstance(texto, Resultado):
        return texto
    puerta = PUERTAS[formulario]
    if formulario_version != puerta.version:
        return Resultado.rechazada(
            "VERSION_DESCONOCIDA", f"El formulario de {puerta.nombre} no tiene versión {formulario_version}."
        )
    entrega = Entrega(
        autor=autor,
        registro_id=registro_id,
        revision_id=revision_id,
        base_id=base_id,
        contenido=contenido,
        texto=texto,
        huella=huella,
        formulario_version=formulario_version,
        finalizada_en=finalizada_en,
        secuencia=secuencia,
        dispositivo=dispositivo,
    )
    try:
        with transaction.atomic():
            return _recibir(puerta(entrega))
    except Rechazo as rechazo:
        return Resultado.rechazada(rechazo.codigo, rechazo.mensaje, rechazo.campo)


def bloquear_registros(revisiones) -> None:
    """Lock what a batch will write, in one order, so that two batches never wait for each other."""
    CaracterizacionDeCampo.bloquear([r.contenido for r in revisiones if r.formulario == "caracterizacion"])
    bloquear_sesiones([r.contenido for r in revisiones if r.formulario in DE_SESION])


def _recibir(puerta):
    entrega = puerta.entrega
    puerta.tomar()
    conocida = RevisionDeRegistro.objects.filter(pk=entrega.revision_id).first()
    if conocida:
        return _repetida(entrega, conocida)
    motivo = puerta.impedimento()
    if motivo:
        return motivo
    cabeza = cabeza_de(puerta.registro) if puerta.registro else None
    return _fuera_de_la_cadena(puerta, cabeza) or _escribir(puerta, cabeza)


def _repetida(entrega, conocida):
    if conocida.autor_id != entrega.autor.pk:
        return Resultado(Estado.CONFLICTO, codigo="HASH_DISTINTO")
    if conocida.huella != entrega.huella:
        return Resultado(Estado.CONFLICTO, cabeza=conocida.cabeza, codigo="HASH_DISTINTO")
    if conocida.estado == EstadoDeRevision.RAMA:
        return Resultado(Estado.CONFLICTO, conocida, cabeza=conocida.cabeza, codigo="BASE_ANTIGUA")
    return Resultado(Estado.DUPLICADA, conocida)


def _fuera_de_la_cadena(puerta, cabeza):
    """Return the answer when the base is not the head; None when the revision may go on."""
    entrega = puerta.entrega
    if entrega.base_id == (cabeza.pk if cabeza else None):
        return None
    base = None
    if entrega.base_id:
        base = puerta.registro and puerta.registro.revisiones.filter(pk=entrega.base_id).first()
        if not base:
            return Resultado(Estado.FALTA_BASE)
    rama = _guardar(puerta, base, EstadoDeRevision.RAMA)
    return Resultado(Estado.CONFLICTO, rama, cabeza=cabeza, codigo="BASE_ANTIGUA")


def _escribir(puerta, cabeza):
    form = puerta.formulario()
    if not form.is_valid():
        return Resultado(Estado.RECHAZADA, errores=fallas_de(form))
    antes = puerta.partida(cabeza)
    puerta.escribir(form)
    revision = _guardar(puerta, antes, EstadoDeRevision.ACEPTADA)
    return Resultado(Estado.ENMENDADA if antes else Estado.CREADA, revision)


def _guardar(puerta, base, estado):
    return continuar(puerta.registro, base, estado=estado, **puerta.entrega.columnas())


__all__ = ["PUERTAS", "bloquear_registros", "recibir_registro"]
