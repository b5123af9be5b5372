"""A school's baseline from a device. School, year and moment are its identity: the device's id counts only when it is new.

So two people who characterise the same school without signal make one baseline and a branch, never two.
"""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from docentes.models import Acompanante, Asignacion
from escuelas.models import Escuela
from visitas.forms.linea_de_base import VERSION, CaracterizacionForm
from visitas.forms.visita import ESTRUCTURA
from visitas.models import Caracterizacion, Momento, NivelEducativo
from visitas.services.linea_de_base import (
    escribir_caracterizacion,
    exigir_anio,
    exigir_momento,
    partida_de_base,
    tomar_caracterizacion,
)
from visitas.services.revision import DIAS_DE_GRACIA, Resultado

from .entrega import Entrega, sin_asignacion


class CaracterizacionDeCampo:
    nombre = "línea de base"
    version = VERSION

    def __init__(self, entrega: Entrega):
        self.entrega, self.registro, self.escuela = entrega, None, None

    @staticmethod
    def bloquear(contenidos) -> list[Escuela]:
        """Lock the schools that contents speak of: the baseline itself may not exist yet."""
        codigos = [c["escuela"].partition("-") for c in contenidos if isinstance(c.get("escuela"), str)]
        if not codigos:
            return []
        suyas = Q()
        for modular, _, anexo in codigos:
            suyas |= Q(codigo_modular=modular, anexo=anexo)
        return list(Escuela.objects.select_for_update(of=["self"], no_key=True).filter(suyas).order_by("pk"))

    def tomar(self) -> None:
        """Lock the school and the baseline of that year and moment, when there is one."""
        contenido = self.entrega.contenido
        self.escuela = next(iter(self.bloquear([contenido])), None)
        if self.escuela and self._se_entiende():
            hallada = Caracterizacion.objects.filter(
                escuela=self.escuela, anio=contenido["anio"], momento=contenido["momento"]
            ).first()
            self.registro = hallada and tomar_caracterizacion(hallada)

    def _se_entiende(self):
        anio, momento = self.entrega.contenido.get("anio"), self.entrega.contenido.get("momento")
        return type(anio) is int and 2000 <= anio <= 2100 and momento in Momento.values

    def impedimento(self) -> Resultado | None:
        if not self._se_entiende():
            return Resultado.rechazada(ESTRUCTURA, "El registro no dice de qué año y momento es.", "momento")
        if self.escuela is None or not self._la_acompana():
            return sin_asignacion(
                "No acompañas a docentes de esta escuela. Lo escrito quedó guardado para la coordinación regional."
            )
        return None

    def _la_acompana(self):
        """Whether the author accompanies somebody there, or did until not long ago (offline-sync.md §4)."""
        hoy = timezone.localdate()
        de_hace_poco = Q(hasta__isnull=True) | Q(hasta__gte=hoy - timedelta(days=DIAS_DE_GRACIA))
        suyas = Asignacion.objects.filter(de_hace_poco, desde__lte=hoy, docente__escuela=self.escuela)
        return suyas.filter(acompanante__usuario=self.entrega.autor).exists()

    def formulario(self):
        nivel = NivelEducativo.de_escuela(self.escuela)
        return CaracterizacionForm.desde_contenido(self.entrega.contenido, nivel=nivel)

    def partida(self, cabeza):
        return cabeza or (partida_de_base(self.registro) if self.registro else None)

    def escribir(self, form) -> None:
        por = Acompanante.objects.get(usuario=self.entrega.autor)
        if self.registro is None:
            self.registro = self._abrir(por)
        escribir_caracterizacion(self.registro, contenido=form.contenido(), por=por)

    def _abrir(self, por):
        anio, momento = self.entrega.contenido["anio"], self.entrega.contenido["momento"]
        exigir_anio(anio)
        exigir_momento(self.escuela, anio, momento)
        return Caracterizacion.objects.create(
            pk=self.entrega.registro_id, escuela=self.escuela, anio=anio, momento=momento, autor=por
        )
