"""A group session of the plan, from a device: only who organises it says that it was held, or why it was not.

One erased meanwhile, or of somebody else, waits for the coordinator with its text. One marked as not held was held after
all, as with visits (services/revision/proyeccion.py); that one which was registered was not held, its author may say who
has seen it (choosing between two versions): with the head as base.
"""

from datetime import date
from uuid import UUID

from django.utils import timezone

from visitas.forms.registro_de_sesion import VERSION, RegistrarSesionForm, lista_de
from visitas.forms.sesion import SesionNoRealizadaForm
from visitas.forms.visita import ESTRUCTURA
from visitas.models import SesionGrupal
from visitas.services.registro_de_sesion import escribir_lo_realizado, participantes_de, partida_de_sesion
from visitas.services.revision import Estado, Resultado
from visitas.services.sesion import escribir_no_realizada

from .entrega import Entrega, sin_asignacion

YA_NO_ES_SUYA = (
    "Esta sesión ya no está entre las tuyas: se borró del plan o es de otra persona. Lo escrito quedó guardado para la "
    "coordinación regional."
)


def _id_de(contenido):
    try:
        return UUID(contenido.get("sesion"))
    except (AttributeError, TypeError, ValueError):
        return None


def bloquear_sesiones(contenidos) -> None:
    ids = {i for c in contenidos if (i := _id_de(c))}
    if ids:
        filas = SesionGrupal.objects.select_for_update(of=["self"]).filter(pk__in=ids)
        list(filas.order_by("pk").values_list("pk"))


class DeSesion:
    """What the three forms of a session share."""

    def __init__(self, entrega: Entrega):
        self.entrega, self.registro = entrega, None

    def tomar(self) -> None:
        """Lock the session, when it is one of the author's."""
        filas = SesionGrupal.objects.select_for_update(of=["self"]).select_related("acompanante__usuario")
        suyas = filas.filter(acompanante__usuario=self.entrega.autor)
        self.registro = suyas.filter(pk=_id_de(self.entrega.contenido)).first()

    def impedimento(self) -> Resultado | None:
        if _id_de(self.entrega.contenido) != self.entrega.registro_id:
            return Resultado.rechazada(ESTRUCTURA, "El registro no dice de qué sesión es.", "sesion")
        return self._sin_fila() if self.registro is None else None

    def _sin_fila(self) -> Resultado | None:
        """What is answered when none of the author's sessions has that id: its first revision may still be to come."""
        if self.entrega.base_id and not SesionGrupal.objects.filter(pk=self.entrega.registro_id).exists():
            return Resultado(Estado.FALTA_BASE)
        return sin_asignacion(YA_NO_ES_SUYA)

    def partida(self, cabeza):
        return partida_de_sesion(self.registro, cabeza)


def dia_de(contenido) -> date:
    """The day that a content says; today when it says none."""
    try:
        return date.fromisoformat(contenido.get("fecha"))
    except (TypeError, ValueError):
        return timezone.localdate()


def escribir_hecho(sesion, form, *, por) -> None:
    """Write what a valid form of a held session says."""
    lista = {UUID(docente): vino for docente, vino in lista_de(form.recibido).items()}
    datos = {c: form.cleaned_data[c] for c in ("fecha", "inicio", "fin", "desarrollo", "acuerdos")}
    escribir_lo_realizado(sesion, asistencia=lista, por=por, **datos)


class SesionDeCampo(DeSesion):
    nombre = "sesión grupal"
    version = VERSION

    def formulario(self):
        contenido = self.entrega.contenido
        docentes = participantes_de(self.registro.acompanante, dia_de(contenido), self.registro)
        return RegistrarSesionForm.desde_contenido(contenido, docentes=docentes)

    def escribir(self, form) -> None:
        escribir_hecho(self.registro, form, por=self.entrega.autor)


class SesionNoRealizadaDeCampo(DeSesion):
    nombre = "sesión no realizada"
    version = SesionNoRealizadaForm.version

    def formulario(self):
        return SesionNoRealizadaForm.desde_contenido(self.entrega.contenido)

    def escribir(self, form) -> None:
        escribir_no_realizada(self.registro, **form.cleaned_data)
