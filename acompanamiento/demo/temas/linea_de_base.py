"""The baseline of two years: most schools finished, some in draft or missing; needs that follow from what was observed."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F

from acompanamiento.demo.azar import id_de, pesado, suerte
from acompanamiento.demo.calendario import a_las
from acompanamiento.demo.textos import linea_de_base as textos
from visitas.forms.linea_de_base.catalogo import AREAS, GRADOS, PRACTICA_DE
from visitas.models import (
    AprendizajeDeGrado,
    Caracterizacion,
    ClaseDeVisita,
    EstadoDeCaracterizacion,
    Hallazgo,
    Momento,
    Necesidad,
    NivelEducativo,
    NivelObservado,
    Practica,
    Signo,
    Visita,
)

SE_TERMINA = {"terminada": 86, "borrador": 7, "falta": 7}
SE_CIERRA = 0.85
SE_PRIORIZA = 0.88
MEDIOS = {"combi": 3, "moto": 3, "camion": 2, "a_pie": 2, "auto": 1, "varios": 2}
SERVICIOS = {
    "agua": 0.8,
    "luz": 0.75,
    "desague": 0.6,
    "internet": 0.15,
    "celular": 0.5,
    "biblioteca": 0.4,
    "desayuno": 0.9,
    "posta": 0.2,
}
# Share of pupils in each level at the start, by area; the year moves some of them up.
PARTIDA = {
    "comunicacion": (0.46, 0.38, 0.16),
    "matematica": (0.55, 0.33, 0.12),
    "ciencia_tecnologia": (0.5, 0.37, 0.13),
}
SUBE = 0.3
FILAS_POR_ORDEN = 2000


def cargar(carteras, reloj):
    lote = _Lote()
    for cartera in carteras:
        escuelas = {d.escuela_id: d.escuela for d in cartera.docentes}
        for orden, escuela in enumerate(escuelas.values()):
            _Escuela(cartera, escuela, orden, reloj, lote).caracterizar()
    lote.guardar()
    _cargar_necesidades(carteras, reloj)


class _Lote:
    def __init__(self):
        self.caracterizaciones, self.hallazgos, self.aprendizajes = [], [], []

    def guardar(self):
        borradores = [(c.pk, c.guardada_en) for c in self.caracterizaciones if not c.terminada]
        Caracterizacion.objects.bulk_create(self.caracterizaciones, batch_size=FILAS_POR_ORDEN)
        # Django stamps both columns with the real hour.
        Caracterizacion.objects.terminadas().update(
            creada_en=F("terminada_en"), guardada_en=F("terminada_en")
        )
        for pk, cuando in borradores:
            Caracterizacion.objects.filter(pk=pk).update(creada_en=cuando, guardada_en=cuando)
        Hallazgo.objects.bulk_create(self.hallazgos, batch_size=FILAS_POR_ORDEN)
        AprendizajeDeGrado.objects.bulk_create(self.aprendizajes, batch_size=FILAS_POR_ORDEN)


class _Escuela:
    """One school through the years: what does not move, and what the year changes."""

    def __init__(self, cartera, escuela, orden, reloj, lote):
        self.cartera, self.escuela, self.orden = cartera, escuela, orden
        self.reloj, self.lote = reloj, lote
        self.azar = suerte("base", escuela.codigo_modular)
        self.nivel = NivelEducativo.de_escuela(escuela)
        self.docentes = [d for d in cartera.docentes if d.escuela_id == escuela.pk]
        self.columnas = self._columnas()

    def caracterizar(self):
        for anio in self.reloj.anios:
            estado = self._estado(anio)
            if estado == "falta":
                continue
            dia = self.reloj.mover(anio.visitas_desde, self.azar.randint(0, 12))
            inicio = self._fila(anio.anio, Momento.INICIO, dia, estado)
            if estado != "terminada":
                continue
            debiles = self._inventario(inicio, {})
            cuentas = self._aprendizajes(inicio, dia, {})
            cierre = self.reloj.mover(anio.visitas_hasta, -self.azar.randint(0, 10))
            if cierre < self.reloj.hoy and self.azar.random() < SE_CIERRA:
                fila = self._fila(anio.anio, Momento.CIERRE, cierre, "terminada")
                self._inventario(fila, debiles)
                self._aprendizajes(fila, cierre, cuentas)

    def _estado(self, anio):
        """Ana has everything but her last school in draft and the one before missing, this year."""
        if not self.cartera.es_de_ana:
            estado = pesado(self.azar, SE_TERMINA)
            return estado if anio == self.reloj.anio or estado != "borrador" else "terminada"
        if anio == self.reloj.anio and self.orden in (7, 8):
            return ("borrador", "falta")[self.orden - 7]
        return "terminada"

    def _columnas(self):
        grados = [g for g in GRADOS[self.nivel] if any(g in d.grados for d in self.docentes)]
        aulas = [[g for g in d.grados if g in grados] for d in self.docentes]
        unicas = [g for i, g in enumerate(aulas) if g and g not in aulas[:i]]
        varias = len(grados) > 1
        minutos = self.azar.randrange(20, 241, 10)
        medio = pesado(self.azar, MEDIOS)
        return {
            "matricula": {
                g: self.azar.randint(3, 9) if varias else self.azar.randint(14, 26) for g in grados
            },
            "aulas": [{"nombre": f"Aula {i}", "grados": g} for i, g in enumerate(_sin_repetir(unicas), 1)],
            "lenguas": ["castellano"],
            "servicios": [s for s, p in SERVICIOS.items() if self.azar.random() < p] or ["ninguno"],
            "distancia_km": Decimal(minutos * self.azar.randint(2, 5)) / 10,
            "minutos_de_viaje": minutos,
            "medio": medio,
            "como_llegar": textos.RUTAS[medio],
            "contexto": self.azar.choice(textos.CONTEXTOS),
        }

    def _fila(self, anio, momento, dia, estado):
        terminada = estado == "terminada"
        cuando = a_las(dia, 16, self.azar.randint(0, 59))
        columnas = self.columnas if terminada else {"borrador": self._a_medias()}
        fila = Caracterizacion(
            id=id_de(self.azar, cuando),
            escuela=self.escuela,
            anio=anio,
            momento=momento,
            autor=self.cartera.acompanante,
            estado=EstadoDeCaracterizacion.TERMINADA if terminada else EstadoDeCaracterizacion.BORRADOR,
            terminada_en=cuando if terminada else None,
            guardada_en=cuando,
            **columnas,
        )
        self.lote.caracterizaciones.append(fila)
        return fila

    def _a_medias(self):
        """A draft as a person leaves it: the grades and the way there, and the rest for later."""
        c = self.columnas
        return {f"matricula_{g}": str(n) for g, n in c["matricula"].items()} | {
            "lenguas": c["lenguas"],
            "minutos_de_viaje": str(c["minutos_de_viaje"]),
            "como_llegar": c["como_llegar"],
        }

    def _inventario(self, fila, debiles):
        """Write the lines and return {dimension: (text, evidence)} of the weaknesses. `debiles` are those of the start."""
        lineas = []
        for practica in Practica:
            dimensiones = [d for d, p in PRACTICA_DE.items() if p == practica]
            flojas = [d for d in dimensiones if d in debiles] or self.azar.sample(dimensiones, 2)
            for dimension in flojas:
                lineas += self._de_debilidad(dimension, debiles.get(dimension))
            fuertes = [d for d in dimensiones if d not in flojas]
            for dimension in self.azar.sample(fuertes, 1 if debiles else 2):
                lineas.append((dimension, Signo.FORTALEZA, *self.azar.choice(textos.FORTALEZAS[dimension])))
        if not any(s == Signo.DEBILIDAD and PRACTICA_DE[d] == Practica.GESTION for d, s, *_ in lineas):
            lineas.append(("local", Signo.DEBILIDAD, *textos.DEBILIDADES["local"][0]))
        if not any(s == Signo.DEBILIDAD and PRACTICA_DE[d] == Practica.PEDAGOGICA for d, s, *_ in lineas):
            lineas.append(("evaluacion", Signo.DEBILIDAD, *textos.DEBILIDADES["evaluacion"][0]))
        self.lote.hallazgos += [
            Hallazgo(
                caracterizacion=fila,
                practica=PRACTICA_DE[d],
                dimension=d,
                signo=signo,
                texto=texto,
                evidencia=evidencia,
                prioridad=1 + i % 3,
                orden=i,
            )
            for i, (d, signo, texto, evidencia) in enumerate(lineas)
        ]
        return {d: (texto, evidencia) for d, s, texto, evidencia in lineas if s == Signo.DEBILIDAD}

    def _de_debilidad(self, dimension, del_inicio):
        """At the start, a weakness; at the close it may have become a strength, advanced or stayed."""
        if del_inicio is None:
            return [(dimension, Signo.DEBILIDAD, *self.azar.choice(textos.DEBILIDADES[dimension]))]
        que = pesado(self.azar, {"atendida": 5, "avanzo": 2, "sigue": 3})
        mejora = (dimension, Signo.FORTALEZA, *self.azar.choice(textos.AL_CIERRE))
        sigue = (dimension, Signo.DEBILIDAD, *del_inicio)
        return {"atendida": [mejora], "avanzo": [mejora, sigue], "sigue": [sigue]}[que]

    def _aprendizajes(self, fila, dia: date, del_inicio):
        """Write the counts and return {(grade, area): counts}. `del_inicio` are those of the start."""
        plantilla = textos.FUENTE_DEL_CIERRE if del_inicio else self.azar.choice(textos.FUENTES)
        fuente = plantilla.format(fecha=f"{dia:%d/%m/%Y}")
        cuentas = {}
        for area in AREAS[self.nivel]:
            for grado, matricula in self.columnas["matricula"].items():
                antes = del_inicio.get((grado, area))
                cuentas[grado, area] = self._subir(antes) if antes else self._repartir(matricula, area)
        self.lote.aprendizajes += [
            AprendizajeDeGrado(
                caracterizacion=fila,
                grado=grado,
                area=area,
                en_inicio=a,
                en_proceso=b,
                satisfactorio=c,
                fuente=fuente,
            )
            for (grado, area), (a, b, c) in cuentas.items()
        ]
        return cuentas

    def _repartir(self, matricula, area):
        evaluados = max(1, matricula - self.azar.choice((0, 0, 0, 1)))
        niveles = self.azar.choices(range(3), weights=PARTIDA[area], k=evaluados)
        return tuple(niveles.count(n) for n in range(3))

    def _subir(self, antes):
        a, b, c = antes
        de_a = sum(self.azar.random() < SUBE for _ in range(a))
        de_b = sum(self.azar.random() < SUBE for _ in range(b))
        return a - de_a, b + de_a - de_b, c + de_b


def _sin_repetir(aulas):
    """Each grade in one room only, as the form has it."""
    vistos, unicas = set(), []
    for grados in aulas:
        nuevos = [g for g in grados if g not in vistos]
        vistos |= set(nuevos)
        if nuevos:
            unicas.append(nuevos)
    return unicas


def _cargar_necesidades(carteras, reloj):
    """Three to five needs for most teachers, from the lowest levels of their own diagnostic visit."""
    docentes = {d.pk: d for c in carteras for d in c.docentes}
    visitas = Visita.objects.filter(docente__in=docentes.keys(), tipo__clase=ClaseDeVisita.DIAGNOSTICA)
    observados = NivelObservado.objects.filter(visita__in=visitas, nivel__isnull=False).order_by()
    por_visita = {}
    for visita, nivel, competencia, numero in observados.values_list(
        "visita", "nivel", "competencia", "competencia__numero"
    ):
        por_visita.setdefault(visita, []).append((nivel, numero, competencia))
    filas = []
    for visita in visitas.only("docente", "anio", "fecha", "acompanante").order_by("pk"):
        filas += _de_una_visita(visita, por_visita.get(visita.pk, []), docentes[visita.docente_id])
    Necesidad.objects.bulk_create(filas, batch_size=FILAS_POR_ORDEN)
    Necesidad.objects.update(guardada_en=F("creada_en"))


def _de_una_visita(visita, niveles, docente):
    azar = suerte("necesidades", docente.plaza, visita.anio)
    if azar.random() > SE_PRIORIZA and not docente.usuario_id:
        return []
    cuando = a_las(visita.fecha + timedelta(days=2), 19, azar.randint(0, 59))
    return [
        Necesidad(
            id=id_de(azar, cuando),
            docente=docente,
            anio=visita.anio,
            competencia_id=competencia,
            visita=visita,
            texto=textos.NECESIDADES[numero],
            prioridad=orden,
            autor_id=visita.acompanante_id,
            creada_en=cuando,
        )
        for orden, (_, numero, competencia) in enumerate(sorted(niveles)[: azar.randint(3, 5)], 1)
    ]
