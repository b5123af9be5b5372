"""A year of visits of one acompañante: what was planned, what moved, what was not held and why."""

from dataclasses import dataclass
from datetime import date, timedelta

from docentes.models import MotivoDeFin
from visitas.models import (
    EstadoProgramada,
    MotivoNoRealizada,
    NivelEducativo,
    Reprogramacion,
    TipoDeVisita,
    VisitaProgramada,
)

from .azar import id_de, pesado, suerte
from .calendario import Reloj, a_las

# Share of the visits that are held: roads of the eastern Andes are the hardest.
SE_HACEN = {"130004": 0.80, "130009": 0.83, "130006": 0.88, "130011": 0.89, "130007": 0.91, "130010": 0.92}
SE_HACEN_EN_OTRA = 0.95
MENOS_EN_JULIO = 0.16
SE_MUEVE = 0.12
DIAS_DE_REZAGO = 45
DIAS_SIN_ANOTAR = 21
MOTIVOS = {
    "lluvias": {"via_cortada": 4, "lluvia": 4, "licencia": 1, "actividad": 1},
    "julio": {"via_cortada": 5, "paro": 4, "licencia": 2, "actividad": 1},
    "resto": {"actividad": 4, "licencia": 3, "via_cortada": 2, "paro": 1, "otro": 1},
}
OTROS_MOTIVOS = (
    "Censo en el caserío: los padres pidieron suspender.",
    "La movilidad de la UGEL estuvo en mantenimiento.",
    "Duelo en la comunidad.",
    "Faena general por la bocatoma.",
)
# Ana's teachers in the coming days (school days from today) and those who fell behind, by order in her list.
PROXIMAS_DE_ANA = {0: 0, 2: 1, 8: 3}
REZAGADOS_DE_ANA = {3, 6}


@dataclass
class Cita:
    """One visit of the plan with what became of it. `hecha` is the day on which it was held, if it was."""

    docente: object
    tipo: TipoDeVisita
    acompanante: object
    original: date
    fecha: date
    motivo: str = ""
    motivo_texto: str = ""
    motivo_del_cambio: str = ""
    hecha: date | None = None
    fila: VisitaProgramada | None = None

    def crear_fila(self) -> VisitaProgramada:
        azar = suerte("programada", self.docente.plaza, self.tipo.pk, self.original.year)
        self.fila = VisitaProgramada(
            id=id_de(azar, a_las(date(self.original.year, 3, 20), 8)),
            docente_id=self.docente.pk,
            acompanante_id=self.acompanante.pk,
            tipo_id=self.tipo.pk,
            anio=self.original.year,
            fecha_original=self.original,
            fecha=self.fecha,
            estado=EstadoProgramada.NO_REALIZADA if self.motivo else EstadoProgramada.PENDIENTE,
            motivo=self.motivo,
            motivo_texto=self.motivo_texto,
        )
        return self.fila

    def crear_cambio(self) -> Reprogramacion | None:
        """Return the change of date, if there was one. `momento` must be set after the insert (auto_now_add)."""
        if self.fecha == self.original:
            return None
        return Reprogramacion(
            programada=self.fila,
            de=self.original,
            a=self.fecha,
            motivo=self.motivo_del_cambio,
            hecha_por=self.acompanante.usuario,
            momento=a_las(self.original, 18, 20),
        )


def planear_anio(cartera, anio: int, reloj: Reloj, tipos: dict) -> list[Cita]:
    """Return the visits of a caseload in a year, by date. `tipos` is {level: [TipoDeVisita with a month]}."""
    return sorted(_Plan(cartera, anio, reloj, tipos).citas(), key=lambda c: (c.fecha, c.docente.plaza))


class _Plan:
    def __init__(self, cartera, anio, reloj, tipos):
        self.cartera, self.anio, self.reloj, self.tipos = cartera, anio, reloj, tipos
        self.azar = suerte("plan", cartera.acompanante.usuario.username, anio)
        self.ocupados = set()
        # Each teacher is visited about the same part of every month, so that a visit comes every four weeks.
        self.turnos = {d.pk: suerte("turno", d.plaza).random() for d in cartera.docentes}
        self.en_curso = anio == reloj.anio.anio

    def citas(self):
        citas = self._originales()
        if self.en_curso and self.cartera.es_de_ana:
            self._acomodar_a_ana(citas)
        for docente in self.cartera.docentes:
            propias = sorted((c for c in citas if c.docente is docente), key=lambda c: c.tipo.orden)
            self._decidir(docente, propias)
        return citas

    def _originales(self):
        citas = []
        for mes in range(1, 13):
            pares = [(d, t) for d in self.cartera.docentes for t in self._tipos_de(d) if t.mes == mes]
            dias = self.reloj.habiles(self.anio, mes)
            pares.sort(key=lambda par: self.turnos[par[0].pk] + self.azar.gauss(0, 0.08))
            for orden, (docente, tipo) in enumerate(pares):
                dia = dias[int((orden + self.azar.random()) * len(dias) / len(pares))]
                tramo = self._tramo(docente, dia)
                if tramo:
                    citas.append(Cita(docente, tipo, tramo.acompanante, dia, dia))
        self.ocupados = {c.fecha for c in citas}
        return citas

    def _tipos_de(self, docente):
        return self.tipos[NivelEducativo.de_escuela(docente.escuela)]

    def _tramo(self, docente, dia):
        """The assignment under which a day falls; after the last one, that one: the plan was made before it ended."""
        tramos = self.cartera.tramos_de(docente)
        if dia < tramos[0].asignacion.desde:
            return None
        return next((t for t in reversed(tramos) if t.asignacion.desde <= dia), None)

    def _acomodar_a_ana(self, citas):
        """Today Rosa is expected; two more in the coming days; whoever fell behind was expected last week.

        On a day without school she was expected on the last one with it, so that her visit can be logged now.
        """
        hoy = self.reloj.ultimo_dia_de_clase
        for orden, docente in enumerate(self.cartera.docentes):
            salto = PROXIMAS_DE_ANA.get(orden, -4 - orden if orden in REZAGADOS_DE_ANA else None)
            if salto is None:
                continue
            dia = self.reloj.mover(hoy, salto)
            if salto == 0 or dia != hoy:
                self._poner(citas, [c for c in citas if c.docente is docente], dia)

    def _poner(self, citas, propias, dia):
        """Give `dia` to the visit planned for its month, or for the nearest one; who had that day takes the other."""
        cita = min(propias, key=lambda c: (abs(c.tipo.mes - dia.month), c.tipo.orden))
        for otra in citas:
            if otra.fecha == dia:
                otra.original = otra.fecha = cita.fecha
        cita.original = cita.fecha = dia
        self.ocupados.add(dia)

    def _decidir(self, docente, citas):
        rezagado = self._es_rezagado(docente)
        sin_linea_de_base = self.azar.random() < 0.035 and not self.cartera.es_de_ana
        limites = [c.original - timedelta(days=6) for c in citas[1:]] + [date.max]
        for cita, limite in zip(citas, limites, strict=False):
            self._mover_si_toca(cita, limite)
            if cita.fecha >= self.reloj.ultimo_dia_de_clase:
                continue
            if self._ya_no_lo_acompanan(cita):
                continue
            self._resolver(cita, rezagado, sin_linea_de_base)

    def _es_rezagado(self, docente):
        if not self.en_curso:
            return False
        if self.cartera.es_de_ana:
            return self.cartera.docentes.index(docente) in REZAGADOS_DE_ANA
        return self.azar.random() < 0.05

    def _ya_no_lo_acompanan(self, cita):
        """After an assignment ended and nobody followed, the visits left are known not to happen."""
        ultima = self.cartera.tramos_de(cita.docente)[-1].asignacion
        if ultima.hasta is None or cita.fecha <= ultima.hasta:
            return False
        if ultima.motivo_fin == MotivoDeFin.LICENCIA:
            cita.motivo = MotivoNoRealizada.LICENCIA
        else:
            cita.motivo, cita.motivo_texto = MotivoNoRealizada.OTRO, "El docente dejó la plaza."
        return True

    def _mover_si_toca(self, cita, limite):
        prevista = (
            self.cartera.es_de_ana and self.en_curso and abs((cita.original - self.reloj.hoy).days) < 15
        )
        if prevista or cita.original >= self.reloj.hoy or self.azar.random() >= SE_MUEVE:
            return
        for salto in range(3, 9):
            dia = self.reloj.mover(cita.original, salto)
            if dia not in self.ocupados and cita.original < dia < limite:
                cita.fecha, cita.motivo_del_cambio = dia, self._motivo(cita.original)
                self.ocupados.add(dia)
                self._reasignar(cita)
                return

    def _reasignar(self, cita):
        cita.acompanante = self._tramo(cita.docente, cita.fecha).acompanante

    def _resolver(self, cita, rezagado, sin_linea_de_base):
        dias = (self.reloj.hoy - cita.fecha).days
        if rezagado and dias <= DIAS_DE_REZAGO:
            return
        if self._se_hace(cita, sin_linea_de_base):
            cita.hecha = cita.fecha
        elif dias > DIAS_SIN_ANOTAR or self.azar.random() < 0.5:
            cita.motivo = self._motivo(cita.fecha, con_otro=True)
            cita.motivo_texto = (
                self.azar.choice(OTROS_MOTIVOS) if cita.motivo == MotivoNoRealizada.OTRO else ""
            )

    def _se_hace(self, cita, sin_linea_de_base):
        """Baseline in April and the next visit are held, or never: a late one would print a group of one."""
        if cita.tipo.orden == 1:
            return not sin_linea_de_base
        proporcion = SE_HACEN.get(self.cartera.ugel, SE_HACEN_EN_OTRA)
        proporcion -= MENOS_EN_JULIO * (cita.fecha.month == 7)
        es_rosa = self.cartera.es_de_ana and cita.docente is self.cartera.docentes[0]
        return self.azar.random() < proporcion or cita.tipo.orden == 2 or es_rosa

    def _motivo(self, dia, con_otro=False):
        temporada = "lluvias" if dia.month < 5 else "julio" if dia.month == 7 else "resto"
        pesos = MOTIVOS[temporada]
        return pesado(self.azar, pesos if con_otro else {m: p for m, p in pesos.items() if m != "otro"})
