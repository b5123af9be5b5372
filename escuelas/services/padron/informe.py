"""What an import tells: counts, every error with its line, notices grouped, changes field by field."""

from collections import Counter
from dataclasses import dataclass, field

from acompanamiento.comun.errores import Rechazo

MAX_DETALLE = 1_000  # errors and changes kept one by one, so that a file of only errors does not fill memory
MAX_VALOR = 60


class PadronIlegible(Rechazo):
    """The file as a whole cannot be read; nothing was written."""

    codigo = "PADRON_ILEGIBLE"


@dataclass(frozen=True, slots=True)
class Problema:
    """One value that breaks a rule: where, what it says, the rule and how to fix it."""

    linea: int
    columna: str
    valor: str
    regla: str
    arreglo: str

    def __str__(self):
        valor = self.valor if len(self.valor) <= MAX_VALOR else f"{self.valor[:MAX_VALOR]}…"
        visto = f"{self.columna} «{valor}»" if self.valor else self.columna
        return f"{visto}: {self.regla}. {self.arreglo}"


@dataclass(slots=True)
class Aviso:
    """The same notice in several rows: how many, and the first one."""

    primero: Problema
    veces: int = 0


@dataclass(frozen=True, slots=True)
class Cambio:
    """A field of a known service that the file says otherwise."""

    linea: int
    servicio: str
    campo: str
    antes: str
    despues: str


@dataclass
class Informe:
    """The result of an import. `nuevas`, `cambian`, `iguales` count services; the others count rows."""

    simulado: bool = False
    formato: str = ""
    codificacion: str = ""
    unidad: str = "línea"
    columnas_descartadas: list[str] = field(default_factory=list)
    columnas_ausentes: list[str] = field(default_factory=list)
    notas: list[str] = field(default_factory=list)
    leidas: int = 0
    nuevas: int = 0
    cambian: int = 0
    iguales: int = 0
    con_error: int = 0
    repetidas: int = 0
    fuera_de_alcance: Counter = field(default_factory=Counter)
    territorio_nuevo: Counter = field(default_factory=Counter)
    territorio: Counter = field(default_factory=Counter)
    campos_cambiados: Counter = field(default_factory=Counter)
    errores: list[Problema] = field(default_factory=list)
    errores_callados: int = 0
    avisos: dict[tuple[str, str], Aviso] = field(default_factory=dict)
    cambios: list[Cambio] = field(default_factory=list)

    @property
    def cargadas(self) -> int:
        """Services that the file and the database agree on after the import."""
        return self.nuevas + self.cambian + self.iguales

    def anotar_errores(self, problemas: list[Problema]) -> None:
        """One row in error, with everything that is wrong in it."""
        self.con_error += 1
        cabe = max(0, MAX_DETALLE - len(self.errores))
        self.errores += problemas[:cabe]
        self.errores_callados += len(problemas[cabe:])

    def avisar(self, problema: Problema) -> None:
        """A notice; the same rule in the same column is kept once and counted."""
        aviso = self.avisos.setdefault((problema.columna, problema.regla), Aviso(problema))
        aviso.veces += 1

    def anotar_cambios(self, cambios: list[Cambio]) -> None:
        """One known service that changes, field by field."""
        self.cambian += 1
        self.campos_cambiados.update(c.campo for c in cambios)
        self.cambios += cambios[: max(0, MAX_DETALLE - len(self.cambios))]
