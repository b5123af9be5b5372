"""A group session from a device: only who organises it registers it, on the row of its plan.

A session is planned online; a device brings what was done. One erased meanwhile, or of somebody else, waits for the
coordinator with its text. One marked as not held was held after all, as with visits (services/revision/proyeccion.py).
"""

from datetime import date
from uuid import UUID

from django.utils import timezone

from visitas.forms.registro_de_sesion import VERSION, RegistrarSesionForm, lista_de
from visitas.forms.visita import ESTRUCTURA
from visitas.models import SesionGrupal
from visitas.services.registro_de_sesion import escribir_lo_realizado, participantes_de, partida_de_sesion
from visitas.services.revision import Resultado

from .entrega import Entrega, sin_asignacion


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


class SesionDeCampo:
    nombre = "sesión grupal"
    version = VERSION

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
        if self.registro is None:
            return sin_asignacion(
                "Esta sesión ya no está entre las tuyas: se borró del plan o es de otra persona. Lo escrito quedó "
                "guardado para la coordinación regional."
            )
        return None

    def formulario(self):
        docentes = participantes_de(self.registro, self._dia())
        return RegistrarSesionForm.desde_contenido(self.entrega.contenido, docentes=docentes)

    def _dia(self):
        try:
            return date.fromisoformat(self.entrega.contenido.get("fecha"))
        except (TypeError, ValueError):
            return timezone.localdate()

    def partida(self):
        return partida_de_sesion(self.registro)

    def escribir(self, form) -> None:
        lista = {UUID(docente): vino for docente, vino in lista_de(self.entrega.contenido).items()}
        datos = {c: form.cleaned_data[c] for c in ("fecha", "inicio", "fin", "desarrollo", "acuerdos")}
        escribir_lo_realizado(self.registro, asistencia=lista, por=self.entrega.autor, **datos)
