"""Visits as the service would have received them: canonical content, hash, head revision and its rows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from acompanamiento.comun.canonico import canonico_de_json, huella
from visitas.models import (
    ClaseDeVisita,
    Compromiso,
    ContenidoDeRevision,
    DialogoReflexivo,
    Dispositivo,
    NivelObservado,
    Revision,
    Visita,
)

from .azar import id_de, pesado, suerte
from .calendario import Reloj, a_las
from .lote import Lote
from .relatos import COMPETENCIAS, Aula, Relato

# Mean of the first baseline by competency, how much it grows in a year of visits and what stays after the summer.
PARTIDA = (2.16, 1.86, 1.93, 1.78, 2.30, 2.08, 2.13, 1.81, 2.38, 2.17, 2.30)
CRECE = (0.30, 0.42, 0.20, 0.26, 0.19, 0.10, 0.29, 0.34, 0.09, 0.27, 0.21)
QUEDA = 0.55
NO_OBSERVADO = {3: 0.12, 6: 0.08, 9: 0.15}
NO_OBSERVADO_OTRA = 0.02
RESULTADOS = {"cumplido": 66, "en_parte": 20, "no_se_pudo": 14}
SE_VERIFICA = 0.93
SE_ENMIENDA = 0.025
# Days until the device finds a network, by UGEL: {days: weight}.
LEJOS = {0: 2, 1: 3, 2: 3, 4: 3, 6: 2, 9: 1}
# Share of the devices that have found no network for a week or two.
MUDOS = {"130004": 0.8, "130009": 0.8, "130006": 0.4, "130010": 0.4, "130011": 0.4}
SIERRA = {0: 5, 1: 4, 2: 3, 4: 2}
COSTA = {0: 8, 1: 2}
DEMORA = {"130004": LEJOS, "130009": LEJOS} | dict.fromkeys(
    ("130006", "130007", "130010", "130011", "130012", "130014"), SIERRA
)


@dataclass
class Catalogo:
    """What a content refers to: the instrument, {number: id} of its competencies, the kinds of visit by level."""

    instrumento: object
    competencias: dict
    tipos: dict


class Trayectoria:
    """One teacher through the years: where each competency stands, and the commitments still to verify."""

    def __init__(self, docente):
        azar = suerte("trayectoria", docente.plaza)
        self.docente = docente
        self.aula = Aula(docente, azar)
        animo = azar.gauss(0, 0.35)
        self.partida = {n: azar.gauss(PARTIDA[n - 1], 0.62) + animo for n in COMPETENCIAS}
        self.ritmo = azar.uniform(0.3, 1.7)
        self.prioridades = sorted(azar.sample(sorted(COMPETENCIAS, key=self.partida.get)[:6], 3))
        if docente.usuario_id:
            self._seguir_el_diseno()
        self.pendientes: list[Compromiso] = []
        self.recientes: list[str] = []

    def _seguir_el_diseno(self):
        """Rosa starts where most do, and works on what the design's screens show."""
        self.partida = dict(zip(COMPETENCIAS, PARTIDA, strict=True))
        self.prioridades = [2, 4, 8]

    def nivel(self, competencia: int, anios: float, azar) -> int | None:
        """Return the level seen after `anios` of accompaniment; None when it could not be observed."""
        if azar.random() < NO_OBSERVADO.get(competencia, NO_OBSERVADO_OTRA):
            return None
        enfasis = 1.5 if competencia in self.prioridades else 1
        crecido = CRECE[competencia - 1] * self.ritmo * enfasis * anios
        return min(4, max(1, round(self.partida[competencia] + crecido + azar.gauss(0, 0.3))))


class Cuaderno:
    """Writes the visits of one caseload into a batch, and the device that they come from."""

    def __init__(self, cartera, reloj: Reloj, catalogo: Catalogo, lote: Lote):
        self.reloj, self.catalogo, self.lote = reloj, catalogo, lote
        self.demora = {0: 1} if cartera.es_de_ana else DEMORA.get(cartera.ugel, COSTA)
        self.trayectorias = {d.pk: Trayectoria(d) for d in cartera.docentes}
        azar = suerte("equipo", cartera.acompanante.usuario.username)
        self.equipo = Dispositivo(
            id=id_de(azar, a_las(reloj.anios[0].inicio, 12)),
            acompanante=cartera.acompanante,
            ultimo_contacto=a_las(reloj.anios[0].inicio, 12),
        )
        self.secuencia = 0
        self.envia_hasta = reloj.ahora
        if azar.random() < MUDOS.get(cartera.ugel, 0):
            self.envia_hasta -= timedelta(days=azar.randint(6, 15))
        lote.dispositivos.append(self.equipo)

    def anotar(self, citas) -> None:
        """Add the year's plan and, for each visit held, its rows; what has not arrived stays on the device."""
        for cita in citas:
            self.lote.programadas.append(cita.crear_fila())
            cambio = cita.crear_cambio()
            if cambio:
                self.lote.cambios.append(cambio)
            if cita.hecha:
                self._registrar(cita)

    def _registrar(self, cita):
        azar = suerte("visita", cita.docente.plaza, cita.tipo.pk, cita.hecha.year)
        minutos = cita.tipo.minutos
        inicio = azar.randrange(7 * 60 + 45, 8 * 60 + 25, 5)
        fin = inicio + minutos - azar.choice((0, 0, 5, 10, 20, 35))
        terminada = a_las(cita.hecha, 0) + timedelta(minutes=fin + azar.randint(25, 200))
        recibida = self._llegada(terminada, azar)
        if recibida >= self.envia_hasta:
            return self._guardar_en_el_equipo(terminada)
        momento = a_las(cita.hecha, 0) + timedelta(minutes=inicio)
        visita_id = id_de(azar, momento)
        contenido = self._contenido(cita, azar, inicio, fin)
        self._filas(cita, azar, visita_id, contenido, terminada, recibida)

    def _llegada(self, terminada: datetime, azar) -> datetime:
        dias = pesado(azar, self.demora)
        if not dias:
            return terminada + timedelta(seconds=azar.randint(2, 90))
        noche = a_las((terminada + timedelta(days=dias)).date(), azar.randint(17, 21))
        return noche + timedelta(seconds=azar.randint(0, 3500))

    def _guardar_en_el_equipo(self, terminada):
        self.equipo.sin_enviar += 1
        if self.equipo.espera_desde is None or terminada < self.equipo.espera_desde:
            self.equipo.espera_desde = terminada

    def _contenido(self, cita, azar, inicio: int, fin: int) -> dict:
        camino = self.trayectorias[cita.docente.pk]
        relato = Relato(camino.aula, azar)
        instrumento = self.catalogo.instrumento
        return {
            "docente": str(cita.docente.pk),
            "tipo": cita.tipo.codigo,
            "programada": str(cita.fila.pk),
            "instrumento": {"codigo": instrumento.codigo, "version": instrumento.version},
            "fecha": cita.hecha.isoformat(),
            "inicio": f"{inicio // 60:02}:{inicio % 60:02}",
            "fin": f"{fin // 60:02}:{fin % 60:02}",
            "grados": camino.aula.presentes(azar),
            "seccion": camino.aula.seccion,
            "areas": relato.areas,
            "lenguas": ["castellano"],
            "cuaderno": relato.cuaderno(inicio, fin),
            "analisis": relato.analisis(),
            "preguntas": relato.preguntas(),
            "niveles": self._niveles(cita, camino, relato, azar),
            "dialogo": relato.dialogo(cita.tipo.clase),
            "verificaciones": self._verificaciones(camino, relato, azar),
            "compromisos": self._compromisos(cita, camino, relato, azar),
            "acuerdo": azar.random() < 0.97,
        }

    def _niveles(self, cita, camino, relato, azar):
        anios = self._anios_de_visitas(cita.hecha)
        filas = []
        for numero in self._por_observar(cita, camino, azar):
            nivel = camino.nivel(numero, anios, azar)
            evidencia = relato.evidencia(numero, nivel) if nivel else ""
            filas.append({"competencia": numero, "nivel": nivel, "evidencia": evidencia})
        return filas

    def _anios_de_visitas(self, dia) -> float:
        """Return the years of accompaniment on a day: each season counts, and summer takes a part of it away."""
        orden, anio = next((i, a) for i, a in enumerate(self.reloj.anios) if a.anio == dia.year)
        temporada = (anio.visitas_hasta - anio.visitas_desde).days
        return orden * QUEDA + (dia - anio.visitas_desde).days / temporada

    def _por_observar(self, cita, camino, azar):
        """All eleven at the beginning and at the end; in between the priorities and a few others."""
        if cita.tipo.clase != ClaseDeVisita.ASESORIA:
            return list(COMPETENCIAS)
        otras = [n for n in COMPETENCIAS if n not in camino.prioridades]
        return sorted(camino.prioridades + azar.sample(otras, azar.randint(2, 5)))

    def _verificaciones(self, camino, relato, azar):
        filas = []
        for compromiso in camino.pendientes:
            if azar.random() < SE_VERIFICA:
                estado = pesado(azar, RESULTADOS)
                filas.append(
                    {
                        "compromiso": str(compromiso.pk),
                        "estado": estado,
                        "comentario": relato.verificacion(estado),
                    }
                )
        return filas

    def _compromisos(self, cita, camino, relato, azar):
        if cita.tipo.clase == ClaseDeVisita.DIAGNOSTICA and azar.random() < 0.3:
            return []
        limite = next(a.fin for a in self.reloj.anios if a.anio == cita.hecha.year)
        acordados = relato.compromisos(camino.prioridades, camino.recientes, cita.hecha, limite)
        camino.recientes = (camino.recientes + [que for que, _, _ in acordados])[-4:]
        base = a_las(cita.hecha, 13)
        return [
            self._compromiso(cita, str(id_de(azar, base)), que, hasta, como) for que, hasta, como in acordados
        ]

    def _compromiso(self, cita, pk, que, hasta, como):
        """Some acompañantes leave out how it will be known more often than others."""
        olvida = suerte("como", cita.acompanante.usuario_id).uniform(0.04, 0.35)
        dicho = suerte("como", pk).random() >= olvida
        return {"id": pk, "que": que, "hasta": hasta.isoformat(), "como": como if dicho else ""}

    def _filas(self, cita, azar, visita_id, contenido, terminada, recibida):
        primera = self._revision(cita, azar, visita_id, contenido, terminada, recibida)
        cabeza, enmendada = primera, None
        otra_llegada = recibida + timedelta(days=1, minutes=azar.randint(5, 90))
        if azar.random() < SE_ENMIENDA and otra_llegada < self.envia_hasta:
            contenido = contenido | {"analisis": contenido["analisis"] + "\nLo leímos juntos y quedó así."}
            cabeza = self._revision(
                cita,
                azar,
                visita_id,
                contenido,
                otra_llegada - timedelta(minutes=2),
                otra_llegada,
                base=primera,
            )
            enmendada = otra_llegada
        visita = self._visita(cita, visita_id, contenido, cabeza, recibida, enmendada)
        self._hijas(cita, visita, contenido)
        self.equipo.ultimo_contacto = max(
            self.equipo.ultimo_contacto, otra_llegada if enmendada else recibida
        )

    def _revision(self, cita, azar, visita_id, contenido, terminada, recibida, base=None):
        self.secuencia += 1
        texto = canonico_de_json(contenido)
        revision = Revision(
            id=id_de(azar, terminada),
            visita_id=visita_id,
            base_id=base and base.pk,
            huella=huella(texto),
            formulario_version=1,
            autor_id=cita.acompanante.usuario_id,
            dispositivo=self.equipo.pk,
            secuencia=self.secuencia,
            finalizada_en=terminada,
            recibido_en=recibida,
            recibo=id_de(azar, recibida),
        )
        self.lote.revisiones.append(revision)
        self.lote.contenidos.append(ContenidoDeRevision(revision_id=revision.pk, texto=texto))
        return revision

    def _visita(self, cita, visita_id, contenido, cabeza, recibida, enmendada):
        presentes = {g["grado"]: g["presentes"] for g in contenido["grados"]}
        inicio, fin = time.fromisoformat(contenido["inicio"]), time.fromisoformat(contenido["fin"])
        visita = Visita(
            id=visita_id,
            docente_id=cita.docente.pk,
            escuela_id=cita.docente.escuela_id,
            acompanante_id=cita.acompanante.pk,
            tipo_id=cita.tipo.pk,
            programada_id=cita.fila.pk,
            instrumento_id=self.catalogo.instrumento.pk,
            anio=cita.hecha.year,
            fecha=cita.hecha,
            inicio=inicio,
            fin=fin,
            minutos=(fin.hour - inicio.hour) * 60 + fin.minute - inicio.minute,
            presentes=presentes,
            total_presentes=sum(presentes.values()),
            acuerdo=contenido["acuerdo"],
            cabeza_id=cabeza.pk,
            recibida_en=recibida,
            enmendada_en=enmendada,
        )
        self.lote.visitas.append(visita)
        self.lote.dialogos.append(DialogoReflexivo(visita_id=visita.pk, **contenido["dialogo"]))
        return visita

    def _hijas(self, cita, visita, contenido):
        self.lote.niveles += [
            NivelObservado(
                visita_id=visita.pk,
                competencia_id=self.catalogo.competencias[n["competencia"]],
                nivel=n["nivel"],
                evidencia=n["evidencia"],
            )
            for n in contenido["niveles"]
        ]
        camino = self.trayectorias[cita.docente.pk]
        camino.pendientes = _verificar(camino.pendientes, contenido["verificaciones"], visita)
        nuevos = [
            Compromiso(
                id=UUID(c["id"]),
                visita_id=visita.pk,
                orden=orden,
                que=c["que"],
                hasta=date.fromisoformat(c["hasta"]),
                como=c["como"],
            )
            for orden, c in enumerate(contenido["compromisos"], start=1)
        ]
        camino.pendientes += nuevos
        self.lote.compromisos += nuevos


def _verificar(pendientes, verificaciones, visita) -> list[Compromiso]:
    """Write down what came of the commitments and return those that still wait."""
    vistos = {v["compromiso"]: v for v in verificaciones}
    for compromiso in pendientes:
        visto = vistos.get(str(compromiso.pk))
        if visto:
            compromiso.estado, compromiso.comentario = visto["estado"], visto["comentario"]
            compromiso.verificado_en_id = visita.pk
    return [c for c in pendientes if str(c.pk) not in vistos]
