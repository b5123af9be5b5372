"""A result or a hidden cell: the one object that screen, PDF, chart and alternative text all read."""

from dataclasses import dataclass

from acompanamiento.comun.formato import DURO, ROMANOS

from .divulgacion import PASO_DE_LA_REGION, PASO_DEL_AMBITO, en_palabras

OCULTA = "‹5"
NOTA_OCULTA = "Cifra oculta para proteger a las personas: el grupo es pequeño o permitiría deducir otro."
FUERA_MINIMO = 5
CRECIMIENTO = 5
"""Points that the share at III or IV must grow to be told as growth: the rounding of a UGEL's shares."""


@dataclass(frozen=True)
class Porcion:
    """The coarse share of one level: `valor` for the width of a bar, `texto` for people ("14", "<5")."""

    nivel: int
    valor: int
    texto: str

    @property
    def romano(self) -> str:
        return ROMANOS[self.nivel]


@dataclass(frozen=True)
class Resultado:
    """One competency of one scope. Hidden, it carries nothing: every hidden result is equal but for its name."""

    numero: int
    nombre: str
    base: tuple[Porcion, ...] = ()
    ultima: tuple[Porcion, ...] = ()
    altos: tuple[str, ...] = ()
    crecimiento: int | None = None
    fuera: int | None = None

    @property
    def oculto(self) -> bool:
        return not self.base

    @property
    def texto(self) -> str:
        """Return the share at levels III or IV, at the baseline and at the latest visit."""
        return OCULTA if self.oculto else f"{self.altos_texto} en III o IV"

    @property
    def altos_texto(self) -> str:
        if self.oculto:
            return OCULTA
        antes, ahora = self.altos
        return f"{antes} a {ahora}{DURO}%"

    @property
    def fuera_texto(self) -> str:
        """Return how many teachers of the group stay out of the percentage: nothing, "‹5" or the number."""
        if self.oculto or self.fuera == 0:
            return ""
        return OCULTA if self.fuera is None else str(self.fuera)

    @property
    def descripcion(self) -> str:
        """Return what the chart shows, for who does not see it."""
        if self.oculto:
            return NOTA_OCULTA
        return f"Línea de base: {_lista(self.base)}. Última: {_lista(self.ultima)}."


@dataclass(frozen=True)
class ResultadosDeAmbito:
    """The results of a UGEL, a province or the region at the close of a bimestre."""

    docentes: int | None
    resultados: tuple[Resultado, ...]

    @property
    def oculto(self) -> bool:
        return all(r.oculto for r in self.resultados)

    @property
    def hay_ocultos(self) -> bool:
        return any(r.oculto for r in self.resultados)

    @property
    def hallazgo(self) -> str:
        """Return the finding as a sentence."""
        visibles = [r for r in self.resultados if not r.oculto]
        if not visibles:
            return "Los niveles por competencia no se muestran"
        crecen = sum(r.crecimiento >= CRECIMIENTO for r in visibles)
        de = (
            f"de las {len(visibles)} competencias que se muestran"
            if self.hay_ocultos
            else f"de las {len(visibles)} competencias"
        )
        if not crecen:
            return f"En ninguna {de} creció {CRECIMIENTO} puntos el grupo en III o IV"
        return f"En {crecen} {de} creció {CRECIMIENTO} puntos o más el grupo en III o IV"


def leer(datos: dict | None, nombres: dict[int, str], *, region: bool) -> ResultadosDeAmbito:
    """Build the object from a snapshot's JSON; None, or a competency that is not there, is hidden."""
    paso = PASO_DE_LA_REGION if region else PASO_DEL_AMBITO
    por_numero = (datos or {}).get("competencias", {})
    resultados = tuple(
        _resultado(numero, nombre, por_numero.get(str(numero)), paso)
        for numero, nombre in sorted(nombres.items())
    )
    visible = any(not r.oculto for r in resultados)
    return ResultadosDeAmbito(datos["docentes"] if visible else None, resultados)


def _resultado(numero, nombre, datos, paso):
    if not datos:
        return Resultado(numero, nombre)
    antes, ahora = datos["altos"]
    return Resultado(
        numero,
        nombre,
        base=_porciones(datos["base"], paso),
        ultima=_porciones(datos["ultima"], paso),
        altos=(en_palabras(antes, paso), en_palabras(ahora, paso)),
        crecimiento=ahora - antes,
        fuera=datos["fuera"],
    )


def _porciones(valores, paso):
    return tuple(
        Porcion(nivel, valor, en_palabras(valor, paso)) for nivel, valor in enumerate(valores, start=1)
    )


def _lista(porciones):
    return ", ".join(f"{p.romano} {p.texto}{DURO}%" for p in porciones)
