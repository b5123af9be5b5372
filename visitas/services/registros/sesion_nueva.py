"""A group session that nobody had planned, from a device: its plan and what was done arrive together, under the device's id.

The same id is the same session, however often it comes. Its plan may be corrected as long as it was born here; a session
planned on its page keeps its plan, which has its own reasons for changing.
"""

from docentes.models import Acompanante
from visitas.forms.sesion_nueva import VERSION, SesionNuevaForm
from visitas.forms.visita import ESTRUCTURA
from visitas.models import SesionGrupal
from visitas.services.registro_de_sesion import participantes_de
from visitas.services.revision import Resultado
from visitas.services.sesion import abrir_sesion, cambiar_invitados, escribir_plan

from .sesion import DeSesion, dia_de, escribir_hecho


class SesionNuevaDeCampo(DeSesion):
    nombre = "sesión no programada"
    version = VERSION

    def tomar(self) -> None:
        """Lock who organises it, so that the same new session does not arrive twice at once, and the session."""
        tomados = Acompanante.objects.select_for_update(of=["self"], no_key=True)
        self.acompanante = tomados.get(usuario=self.entrega.autor)
        super().tomar()

    def impedimento(self) -> Resultado | None:
        motivo = super().impedimento()
        if motivo or self.registro is None or self._nacio_aqui():
            return motivo
        return Resultado.rechazada(
            ESTRUCTURA, "Esta sesión está en tu plan: regístrala desde la lista de tus sesiones.", "sesion"
        )

    def _sin_fila(self):
        """A new one, unless the id is of somebody else's session or its first revision is still to come."""
        id_ajeno = SesionGrupal.objects.filter(pk=self.entrega.registro_id).exists()
        return super()._sin_fila() if id_ajeno or self.entrega.base_id else None

    def _nacio_aqui(self):
        primera = self.registro.revisiones.aceptadas().order_by("numero").first()
        return primera is not None and primera.formulario == "sesion_nueva"

    def formulario(self):
        self.docentes = participantes_de(self.acompanante, dia_de(self.entrega.contenido), self.registro)
        return SesionNuevaForm.desde_contenido(self.entrega.contenido, docentes=self.docentes)

    def partida(self, cabeza):
        return super().partida(cabeza) if self.registro else None

    def escribir(self, form) -> None:
        plan = dict(form.plan)
        invitados = plan.pop("docentes")
        if self.registro is None:
            horas = {c: form.cleaned_data[c] for c in ("fecha", "inicio", "fin")}
            self.registro = abrir_sesion(
                id=self.entrega.registro_id, acompanante=self.acompanante, docentes=invitados, **horas, **plan
            )
        else:
            escribir_plan(self.registro, **plan)
            cambiar_invitados(self.registro, invitados, entre=self.docentes)
        escribir_hecho(self.registro, form, por=self.entrega.autor)
