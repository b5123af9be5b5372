"""What was done in a group session: written down on its page or brought by a device, as one chain of revisions."""

from datetime import date, time

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from acompanamiento.comun.formato import fecha as en_cifras
from docentes.models import Docente
from visitas.forms.registro_de_sesion import VERSION, componer
from visitas.forms.sesion import SesionNoRealizadaForm, no_realizada
from visitas.models import EstadoDeSesion, MotivoNoRealizada, SesionGrupal

from .cadena import asentar, cabeza_de
from .sesion import (
    SesionRechazada,
    acompanados_hoy,
    exigir_su_anio,
    exigir_suyos,
    invitar,
    minutos_de,
    mover_sesion,
    tomar_sesion,
)

OTRO_DIA = "Se hizo otro día, según lo registrado."
NADIE_ASISTIO = "Nadie asistió según esta lista. Marca a quienes vinieron, o di que la sesión no se hizo."


@transaction.atomic
def registrar_sesion(
    *,
    sesion,
    fecha: date,
    inicio: time,
    fin: time,
    asistieron,
    desarrollo: str,
    acuerdos: str = "",
    por,
    base="",
) -> SesionGrupal:
    """Write down, or correct, what was done: real day and hours, who came, what was done and agreed.

    Who came without an invitation gets one. Of who is no longer accompanied, the attendance stays as it was.
    `base` is the id of the revision that the person was looking at. Raises SesionRechazada.
    """
    sesion = tomar_sesion(sesion)
    if sesion.estado == EstadoDeSesion.NO_REALIZADA:
        raise SesionRechazada(
            "Esta sesión está marcada como no realizada. Primero vuelve a programarla.", codigo="NO_REALIZADA"
        )
    cabeza = cabeza_de(sesion)
    _exigir_lo_ultimo(cabeza, base)
    asistieron = exigir_suyos(sesion.acompanante, asistieron, nadie=NADIE_ASISTIO, campo="asistieron")
    vinieron = {d.pk for d in asistieron}
    asistencia = {d.pk: d.pk in vinieron for d in acompanados_hoy(sesion.acompanante)}
    datos = {"fecha": fecha, "inicio": inicio, "fin": fin, "desarrollo": desarrollo, "acuerdos": acuerdos}
    cabeza = partida_de_sesion(sesion, cabeza)
    escribir_lo_realizado(sesion, asistencia=asistencia, por=por, **datos)
    lista = {str(d): vino for d, vino in asistencia.items()}
    contenido = componer(sesion=sesion.pk, asistencia=lista, **datos)
    asentar(sesion, autor=por, contenido=contenido, version=VERSION, base=cabeza)
    return sesion


def escribir_lo_realizado(
    sesion, *, fecha: date, inicio: time, fin: time, asistencia: dict, desarrollo: str, acuerdos: str, por
) -> None:
    """Make the rows of a locked session say what was done. `asistencia` is {pk of a teacher: whether they came}.

    One that was marked as not held was held after all, as with visits. Raises SesionRechazada before it writes.
    """
    _exigir_ya_paso(fecha)
    exigir_su_anio(sesion, fecha)
    sesion.minutos = minutos_de(inicio, fin)
    sesion.inicio, sesion.fin = inicio, fin
    sesion.desarrollo, sesion.acuerdos = desarrollo.strip(), acuerdos.strip()
    sesion.estado, sesion.motivo, sesion.motivo_texto = EstadoDeSesion.REALIZADA, "", ""
    if fecha != sesion.fecha:
        mover_sesion(sesion, fecha, MotivoNoRealizada.OTRO, OTRO_DIA, por)
    sesion.save()
    _tomar_lista(sesion, asistencia)


def contenido_registrado(sesion, asistencias) -> dict:
    """Return the content that the rows of a session say. `asistencias` are those that the reader may know of."""
    lista = {str(a.docente_id): a.asistio for a in asistencias if a.asistio is not None}
    datos = {c: getattr(sesion, c) for c in ("fecha", "inicio", "fin", "desarrollo", "acuerdos")}
    return componer(sesion=sesion.pk, asistencia=lista, **datos)


def partida_de_sesion(sesion, cabeza=None):
    """Return the revision on which the next one goes: what the rows say and the chain does not is stored first.

    A session registered before it had a chain, and one that its page marked as not held. None when there is nothing yet.
    """
    if sesion.estado == EstadoDeSesion.REALIZADA:
        return cabeza or _asentar_filas(
            sesion, contenido_registrado(sesion, sesion.asistencias.all()), VERSION
        )
    if sesion.estado == EstadoDeSesion.NO_REALIZADA:
        contenido = contenido_no_realizada(sesion)
        if cabeza is None or cabeza.contenido != contenido:
            return _asentar_filas(sesion, contenido, SesionNoRealizadaForm.version, cabeza)
    return cabeza


def _asentar_filas(sesion, contenido, version, base=None):
    autor, momento = sesion.acompanante.usuario, sesion.guardada_en
    return asentar(sesion, autor=autor, contenido=contenido, version=version, base=base, momento=momento)


def contenido_no_realizada(sesion) -> dict:
    """Return the content that the rows of a session that was not held say."""
    return no_realizada(sesion.pk, sesion.motivo, sesion.motivo_texto)


def _exigir_lo_ultimo(cabeza, base):
    if base != (str(cabeza.pk) if cabeza else ""):
        raise SesionRechazada(
            "Esta sesión se registró en otra ventana o desde el cuaderno de campo mientras escribías, y no se cambió "
            "nada. Copia lo que falte, abre la página de nuevo y agrégalo.",
            codigo="CAMBIO_A_LA_VEZ",
        )


def participantes_de(acompanante, dia, sesion=None):
    """Return the teachers whose attendance a device may bring: accompanied on that day or today, or invited to `sesion`."""
    suyas = acompanante.asignaciones
    quienes = Q(asignaciones__in=suyas.vigentes(dia)) | Q(asignaciones__in=suyas.vigentes())
    if sesion is not None:
        quienes |= Q(asistencias__sesion=sesion)
    return Docente.objects.filter(quienes).distinct()


def _exigir_ya_paso(fecha):
    if fecha > timezone.localdate():
        raise SesionRechazada(
            f"El {en_cifras(fecha)} aún no llega. Registra la asistencia cuando la sesión se haya hecho.",
            campo="fecha",
            codigo="FECHA_FUTURA",
        )


def _tomar_lista(sesion, asistencia):
    vinieron = [docente for docente, vino in asistencia.items() if vino]
    invitar(sesion, Docente.objects.filter(pk__in=vinieron))
    sesion.asistencias.filter(docente__in=vinieron).update(asistio=True)
    faltaron = asistencia.keys() - set(vinieron)
    sesion.asistencias.filter(docente__in=faltaron).update(asistio=False)
