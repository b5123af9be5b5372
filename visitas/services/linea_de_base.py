"""The baseline of a school: opening it, keeping what is typed, finishing and correcting it."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from visitas.forms.linea_de_base import VERSION, CaracterizacionForm, aplanar, aplanar_contexto
from visitas.models import (
    AnioEscolar,
    AprendizajeDeGrado,
    Caracterizacion,
    EstadoDeCaracterizacion,
    Hallazgo,
    Momento,
    NivelEducativo,
)

from .cadena import asentar, cabeza_de


class CaracterizacionRechazada(Rechazo):
    """A change of a baseline that cannot be made."""

    codigo = "CARACTERIZACION"


@transaction.atomic
def abrir_caracterizacion(*, escuela, anio: int, momento: str, por) -> Caracterizacion:
    """Return the characterisation of a school at a moment of a year, a new draft when there was none.

    A new one starts with the rooms, services and way of the last finished. Raises CaracterizacionRechazada for a
    year that is not in the catalogue or is yet to come, and for a close without a finished start.
    """
    if existente := Caracterizacion.objects.filter(escuela=escuela, anio=anio, momento=momento).first():
        return existente
    exigir_anio(anio)
    exigir_momento(escuela, anio, momento)
    anterior = (
        Caracterizacion.objects.terminadas()
        .filter(escuela=escuela, anio__lte=anio)
        .order_by("-anio", "-terminada_en")
        .first()
    )
    return Caracterizacion.objects.get_or_create(
        escuela=escuela,
        anio=anio,
        momento=momento,
        defaults={"autor": por, "borrador": aplanar_contexto(anterior) if anterior else {}},
    )[0]


@transaction.atomic
def guardar_caracterizacion(*, caracterizacion, valores: dict, version: str) -> Caracterizacion:
    """Keep the form's raw values. `version` is the one that the person was looking at.

    What was finished stays as it was until the correction is finished. Raises CaracterizacionRechazada when
    somebody saved in the meantime.
    """
    tomada = Caracterizacion.objects.select_for_update().get(pk=caracterizacion.pk)
    if version != version_de(tomada):
        raise CaracterizacionRechazada(
            "Esta caracterización se guardó en otra ventana o la guardó otra persona mientras escribías, y no se "
            "cambió nada. Copia lo que falte, abre la página de nuevo y agrégalo.",
            codigo="CAMBIO_A_LA_VEZ",
        )
    tomada.borrador = valores
    tomada.save(update_fields=["borrador", "guardada_en"])
    return tomada


def version_de(caracterizacion) -> str:
    """Return what tells two states of a draft apart."""
    return caracterizacion.guardada_en.isoformat()


@transaction.atomic
def terminar_caracterizacion(*, caracterizacion, form, por) -> Caracterizacion:
    """Store what a form that passed the rules says, and erase the draft. A second time it is a correction."""
    c = tomar_caracterizacion(caracterizacion)
    base = cabeza_de(c) or partida_de_base(c)
    c.borrador = {}
    escribir_caracterizacion(c, contenido=form.contenido(), por=por)
    contenido = form.contenido_en(lugar_de(c))
    asentar(c, autor=por.usuario, contenido=contenido, version=VERSION, base=base)
    return c


def tomar_caracterizacion(caracterizacion) -> Caracterizacion:
    """Return the row, locked, with its school and its authors."""
    filas = Caracterizacion.objects.select_for_update(of=["self"])
    return filas.select_related("escuela", "autor__usuario", "corregida_por__usuario").get(
        pk=caracterizacion.pk
    )


def escribir_caracterizacion(c, *, contenido: dict, por) -> None:
    """Make the rows of a locked baseline say a content (CaracterizacionForm.contenido). A second time, a correction.

    What somebody is writing online (`borrador`) stays as it is.
    """
    ahora = timezone.now()
    for columna, valor in contenido["columnas"].items():
        setattr(c, columna, valor)
    if c.terminada:
        c.corregida_en, c.corregida_por = ahora, por
    else:
        c.estado, c.terminada_en = EstadoDeCaracterizacion.TERMINADA, ahora
    c.save()
    c.hallazgos.all().delete()
    c.aprendizajes.all().delete()
    Hallazgo.objects.bulk_create(Hallazgo(caracterizacion=c, **h) for h in contenido["hallazgos"])
    AprendizajeDeGrado.objects.bulk_create(
        AprendizajeDeGrado(caracterizacion=c, **a) for a in contenido["aprendizajes"]
    )


def lugar_de(c) -> dict:
    """Return what tells a baseline apart, as its content says it."""
    return {"escuela": c.escuela.codigo, "anio": c.anio, "momento": str(c.momento)}


def contenido_terminado(c) -> dict:
    """Return the content that the rows of a finished baseline say."""
    form = CaracterizacionForm(aplanar(c), nivel=NivelEducativo.de_escuela(c.escuela))
    return form.contenido_tal_cual(lugar_de(c))


def partida_de_base(c):
    """Store what the rows say of a baseline finished before it had a chain; None when there is nothing yet."""
    if not c.terminada:
        return None
    return asentar(
        c,
        autor=(c.corregida_por or c.autor).usuario,
        contenido=contenido_terminado(c),
        version=VERSION,
        momento=c.corregida_en or c.terminada_en,
    )


@transaction.atomic
def descartar_borrador_de_caracterizacion(*, caracterizacion) -> None:
    """Erase what was being written: a correction leaves the finished one as it was; a first draft goes entirely."""
    c = Caracterizacion.objects.select_for_update().get(pk=caracterizacion.pk)
    if not c.terminada:
        c.delete()
        return
    c.borrador = {}
    c.save(update_fields=["borrador", "guardada_en"])


def exigir_anio(anio):
    if not AnioEscolar.objects.filter(pk=anio).exists():
        raise CaracterizacionRechazada(
            f"El año escolar {anio} no está en los catálogos. Pide a la administración técnica que lo cargue.",
            codigo="ANIO_DESCONOCIDO",
        )
    if anio > timezone.localdate().year:
        raise CaracterizacionRechazada(
            f"El año {anio} aún no empieza. La línea de base se hace con la escuela en clases.",
            codigo="ANIO_FUTURO",
        )


def exigir_momento(escuela, anio, momento):
    if momento not in Momento.values:
        raise CaracterizacionRechazada(
            f"«{momento}» no es un momento del año. Elige el inicio o el fin.", codigo="MOMENTO"
        )
    terminadas = Caracterizacion.objects.terminadas().filter(escuela=escuela, anio=anio)
    if momento == Momento.CIERRE and not terminadas.filter(momento=Momento.INICIO).exists():
        raise CaracterizacionRechazada(
            f"{escuela} no tiene terminada la línea de base del inicio de {anio}. Termínala primero: con ella se "
            "compara el cierre.",
            codigo="SIN_INICIO",
        )
