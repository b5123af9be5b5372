"""What the pages of the advice to directors read. Each function starts from rows fetched under the person's scope."""

import json
from dataclasses import dataclass, field
from datetime import date, time

from django.db.models import Q

from acompanamiento.comun.formato import fecha, hora

from .forms.direccion import GUIA
from .models import AsesoriaDirectiva, CompromisoDirectivo, DimensionDeGestion, EstadoDeCompromiso


@dataclass
class EscuelaAsesorada:
    """A school in charge with its advice of a year, the latest first. `en_curso` counts its open commitments."""

    escuela: object
    asesorias: list = field(default_factory=list)
    borradores: list = field(default_factory=list)
    en_curso: int = 0


def por_escuela(escuelas, asesorias, compromisos) -> list[EscuelaAsesorada]:
    """Return every school in alphabetical order, also those without advice, in three queries."""
    filas = {e.pk: EscuelaAsesorada(e) for e in escuelas}
    for asesoria in asesorias.select_related("acompanante__usuario").order_by("-fecha", "-inicio", "pk"):
        fila = filas[asesoria.escuela_id]
        (fila.asesorias if asesoria.version else fila.borradores).append(asesoria)
    for escuela in compromisos.por_verificar().values_list("asesoria__escuela", flat=True):
        filas[escuela].en_curso += 1
    return list(filas.values())


def verificables_de(asesoria) -> list[CompromisoDirectivo]:
    """The school's commitments that an advice looks at first: those open, and those that it verified itself."""
    compromisos = CompromisoDirectivo.objects.filter(asesoria__escuela=asesoria.escuela_id)
    compromisos = compromisos.exclude(asesoria=asesoria).filter(
        Q(estado=EstadoDeCompromiso.PENDIENTE) | Q(verificado_en=asesoria)
    )
    if asesoria.fecha:
        compromisos = compromisos.filter(asesoria__fecha__lte=asesoria.fecha)
    return list(compromisos.select_related("asesoria").order_by("hasta", "orden"))


def anterior_a(asesoria) -> AsesoriaDirectiva | None:
    """The school's last finished advice before this one."""
    otras = AsesoriaDirectiva.objects.terminadas().filter(escuela=asesoria.escuela_id).exclude(pk=asesoria.pk)
    if asesoria.fecha:
        otras = otras.filter(fecha__lt=asesoria.fecha)
    return otras.prefetch_related("compromisos").order_by("-fecha", "-inicio").first()


def dialogo_de(asesoria) -> list[dict]:
    """The steps that have words, with their question."""
    pasos = [
        {"titulo": titulo, "guia": guia, "texto": getattr(asesoria, paso)}
        for paso, (titulo, guia) in GUIA.items()
    ]
    return [p for p in pasos if p["texto"]]


def versiones_de(asesoria) -> list[dict]:
    """Every version, the newest first: {version, texto: {field: words}, cambios: [(field, before, now)]}."""
    pasos, previa = [], None
    for version in asesoria.versiones.select_related("autor").order_by("numero"):
        texto = _en_palabras(json.loads(version.contenido))
        pasos.append({"version": version, "texto": texto, "cambios": _cambios(previa, texto)})
        previa = texto
    return pasos[::-1]


def _cambios(antes, ahora):
    if antes is None:
        return []
    claves = dict.fromkeys([*antes, *ahora])
    return [(c, antes.get(c, ""), ahora.get(c, "")) for c in claves if antes.get(c, "") != ahora.get(c, "")]


def _en_palabras(contenido) -> dict:
    """{name of the field: what it says} of a content."""
    dia, inicio, fin = contenido["fecha"], contenido["inicio"], contenido["fin"]
    texto = {
        "Cuándo": f"{fecha(date.fromisoformat(dia))}, de {hora(time.fromisoformat(inicio))} a {hora(time.fromisoformat(fin))}",
        "Qué trabajaron": ", ".join(DimensionDeGestion(d).label for d in contenido["dimensiones"]),
        "Qué se observó": contenido["observado"],
        "Evidencia": contenido["evidencia"],
    }
    texto |= {GUIA[paso][0]: dicho for paso, dicho in contenido["dialogo"].items() if dicho}
    for c in contenido["compromisos"]:
        como = f" Se sabrá por: {c['como']}" if c["como"] else ""
        texto[f"Compromiso {c['orden']}"] = (
            f"{c['que']} Hasta el {fecha(date.fromisoformat(c['hasta']))}.{como}"
        )
    for n, v in enumerate(contenido["verificaciones"], start=1):
        texto[f"Compromiso anterior {n}"] = f"{EstadoDeCompromiso(v['estado']).label}. {v['comentario']}"
    return texto
