"""Drafts: a visit being written online. What was typed is kept as it is; the rules ask only at the end."""

import re

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.identidad import nuevo_id
from visitas.contexto import Catalogos
from visitas.forms.visita.opciones import AREAS, LENGUAS
from visitas.forms.visita.plano import MAXIMO_DE_NOTAS, aplanar
from visitas.models import BorradorDeVisita, NivelEducativo, Visita

from .notas import guardar_nota
from .revision import VERSION, Estado, Resultado, recibir_revision

CAMPOS = re.compile(
    r"tipo|fecha|inicio|fin|seccion|areas|area_otra|lenguas|lengua_otra|analisis|preguntas|acuerdo"
    r"|describir|explicar|confrontar|reconstruir"
    r"|presentes_\d|nivel_\d{1,2}|evidencia_\d{1,2}"
    r"|nota_\d{1,2}_(hora|texto)|compromiso_\d_(id|que|hasta|como)"
    r"|verificacion_[0-9a-f-]{36}_(estado|comentario)"
)
VARIOS = ("areas", "lenguas")
PROPIOS = ("instrumento", "programada")
NOTA = re.compile(r"nota_(\d+)_(hora|texto)")


@transaction.atomic
def abrir_borrador(*, autor, docente, tipo, programada=None) -> BorradorDeVisita:
    """Return a draft for a new visit: the one already open for that teacher, kind and place in the plan, or a fresh one.

    Raises Rechazo when that kind of visit is already recorded this year, or when there is no instrument.
    """
    abierto = next(
        (
            b
            for b in BorradorDeVisita.objects.filter(autor=autor, docente=docente, base=None)
            if b.datos.get("tipo") == tipo.codigo and not _es_de_otra(b, programada)
        ),
        None,
    )
    if abierto:
        return abierto
    catalogos = Catalogos()
    instrumento = catalogos.instrumento_vigente
    if instrumento is None:
        raise Rechazo(
            "Aún no hay instrumento de observación. Pide a la administración que cargue los catálogos."
        )
    fecha = min(programada.fecha, catalogos.hoy) if programada else catalogos.hoy
    datos = {
        "tipo": tipo.codigo,
        "fecha": fecha.isoformat(),
        "lenguas": ["castellano"],
        "instrumento": f"{instrumento.codigo}.{instrumento.version}",
        "programada": str(programada.pk) if programada else "",
    }
    return BorradorDeVisita.objects.create(autor=autor, docente=docente, programada=programada, datos=datos)


def _es_de_otra(borrador, programada) -> bool:
    """Whether a draft answers another scheduled visit: the same kind of last year."""
    return bool(programada and borrador.programada_id and borrador.programada_id != programada.pk)


@transaction.atomic
def abrir_correccion(*, autor, visita, contenido) -> BorradorDeVisita:
    """Return a draft that amends the visit's head, with its content; the author's open one when there is one."""
    nivel = NivelEducativo.de_escuela(visita.docente.escuela)
    instrumento = contenido["instrumento"]
    datos = aplanar(contenido, areas=AREAS[nivel], lenguas=LENGUAS) | {
        "instrumento": f"{instrumento['codigo']}.{instrumento['version']}",
        "programada": contenido["programada"] or "",
    }
    return BorradorDeVisita.objects.get_or_create(
        visita_id=visita.pk,
        autor=autor,
        defaults={"docente": visita.docente, "base_id": visita.cabeza_id, "datos": datos},
    )[0]


@transaction.atomic
def guardar_borrador(*, borrador, datos) -> BorradorDeVisita:
    """Keep the form's values as typed, with the notes by their hour. `datos` is a QueryDict.

    A form has no field for the instrument nor for the scheduled visit: those stay.
    """
    nuevos = {
        campo: datos.getlist(campo) if campo in VARIOS else datos[campo].replace("\x00", "")
        for campo in datos
        if CAMPOS.fullmatch(campo)
    }
    propios = {c: borrador.datos[c] for c in PROPIOS if c in borrador.datos}
    borrador.datos = ordenar_notas(nuevos) | propios
    borrador.save(update_fields=["datos", "guardado_en"])
    return borrador


def ordenar_notas(datos: dict) -> dict:
    """Return the values with their written notes renumbered in the order of the clock; those without hour, last."""
    otros = {campo: valor for campo, valor in datos.items() if not NOTA.fullmatch(campo)}
    pares = [
        (datos.get(f"nota_{i}_hora", "").strip(), datos.get(f"nota_{i}_texto", ""))
        for i in range(MAXIMO_DE_NOTAS)
    ]
    escritas = sorted(
        ((h, t) for h, t in pares if h or t.strip()), key=lambda nota: (not nota[0], nota[0].zfill(5))
    )
    for i, (hora, texto) in enumerate(escritas):
        otros |= {f"nota_{i}_hora": hora, f"nota_{i}_texto": texto}
    return otros


@transaction.atomic
def terminar_borrador(*, borrador, form) -> Resultado:
    """Finish what the draft says, by the same door as a device, and erase the draft when the visit is stored.

    `form` is the draft's VisitaForm, bound. When it is not valid, or the service refuses, the draft stays.
    """
    if not form.is_valid():
        return Resultado(Estado.RECHAZADA)
    visita = Visita.objects.filter(pk=borrador.visita_id).first()
    if visita and visita.cabeza_id != borrador.base_id:
        return Resultado.rechazada(
            "BASE_ANTIGUA",
            "Esta visita se corrigió en otro lugar mientras escribías. Tu texto está a salvo en este borrador: "
            "compáralo con la historia de la visita.",
        )
    contenido = form.contenido()
    resultado = recibir_revision(
        autor=borrador.autor,
        visita_id=borrador.visita_id,
        revision_id=nuevo_id(),
        base_id=borrador.base_id,
        formulario_version=VERSION,
        contenido=contenido,
        huella=huella(canonico(contenido)),
        finalizada_en=timezone.now(),
        catalogos=form.situacion.catalogos,
    )
    if resultado.guardada:
        borrador.delete()
    return resultado


@transaction.atomic
def descartar_borrador(*, borrador) -> None:
    """Erase a draft for good. A correction leaves the visit as it was; a new visit's private note goes too."""
    if borrador.base_id is None:
        guardar_nota(autor=borrador.autor, visita_id=borrador.visita_id, texto="")
    borrador.delete()
