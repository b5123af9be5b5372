"""One row of the register, checked and turned into the fields of a school."""

from dataclasses import dataclass, field

from escuelas.models import Distrito, Nivel, Provincia, Ugel

from . import limpieza, nombres
from .atributos import leer_atributos
from .informe import Problema
from .limpieza import ValorInvalido

NIVELES_POR_NOMBRE = {
    "inicial jardin": Nivel.INICIAL_JARDIN,
    "inicial cuna jardin": Nivel.INICIAL_CUNA_JARDIN,
    "inicial programa no escolarizado": Nivel.INICIAL_PRONOEI,
    "inicial no escolarizado": Nivel.INICIAL_PRONOEI,
    "primaria": Nivel.PRIMARIA,
    "secundaria": Nivel.SECUNDARIA,
}


@dataclass(slots=True)
class Fila:
    """A checked row. `datos` holds only what the file says: an absent or blank cell erases nothing."""

    linea: int
    codigo_modular: str = ""
    anexo: str = ""
    codgeo: str = ""
    codooii: str = ""
    fuera_de_alcance: str = ""
    territorio: dict[type, str] = field(default_factory=dict)
    datos: dict = field(default_factory=dict)
    errores: list[Problema] = field(default_factory=list)
    avisos: list[Problema] = field(default_factory=list)

    @property
    def clave(self) -> tuple[str, str]:
        return self.codigo_modular, self.anexo

    @property
    def servicio(self) -> str:
        return f"{self.codigo_modular}-{self.anexo}"

    def huella(self) -> int:
        """Same number for two rows that say the same, within one run."""
        return hash((self.codgeo, self.codooii, tuple(sorted(self.datos.items()))))


def leer_fila(linea: int, celdas: dict[str, str]) -> Fila:
    """Return the row with its errors and notices; one of another level stops at `fuera_de_alcance`."""
    fila = Fila(linea)
    celdas = {columna: limpieza.texto(valor) for columna, valor in celdas.items()}
    if not _leer_nivel(fila, celdas):
        return fila
    fila.codigo_modular = _codigo(fila, celdas, "COD_MOD", 7)
    fila.anexo = _codigo(fila, celdas, "ANEXO", 1)
    fila.codgeo = _codigo(fila, celdas, "CODGEO", 6)
    fila.codooii = _codigo(fila, celdas, "CODOOII", 6)
    if not fila.errores:
        _comprobar_region(fila, celdas)
        _leer_territorio(fila, celdas)
        leer_atributos(fila, celdas)
    return fila


def _leer_nivel(fila: Fila, celdas: dict[str, str]) -> bool:
    """Say whether the row is of a level that the programme serves. No level column: unknown, and in."""
    codigo, nombre = celdas.get("NIV_MOD", "").upper(), celdas.get("D_NIV_MOD", "")
    if codigo in Nivel.values and codigo:
        fila.datos["nivel"] = codigo
    elif codigo:
        fila.fuera_de_alcance = nombre or codigo
    elif nombre:
        nivel = NIVELES_POR_NOMBRE.get(nombres.plano(nombre))
        fila.datos |= {"nivel": nivel.value} if nivel else {}
        fila.fuera_de_alcance = "" if nivel else nombre
    return not fila.fuera_de_alcance


def _codigo(fila: Fila, celdas: dict[str, str], columna: str, digitos: int) -> str:
    try:
        codigo, completado = limpieza.codigo(celdas[columna], digitos)
    except ValorInvalido as error:
        fila.errores.append(Problema(fila.linea, columna, celdas[columna], error.regla, error.arreglo))
        return ""
    if completado:
        fila.avisos.append(
            Problema(
                fila.linea,
                columna,
                celdas[columna],
                "le faltaba el cero inicial",
                f"Se leyó como {codigo}.",
            )
        )
    return codigo


def _comprobar_region(fila: Fila, celdas: dict[str, str]) -> None:
    """CODGEO is INEI's. RENIEC's numbers look alike and name another department."""
    inei = nombres.departamento(fila.codgeo)
    for columna, codigo in (("CODGEO", fila.codgeo), ("CODOOII", fila.codooii)):
        if not nombres.departamento(codigo):
            arreglo = "Los dos primeros dígitos van de 01 (Amazonas) a 25 (Ucayali)."
            fila.errores.append(
                Problema(fila.linea, columna, codigo, "no es de ningún departamento del INEI", arreglo)
            )
    publicado = celdas.get("D_DPTO", "")
    esperado = publicado or nombres.departamento(fila.codooii)
    if not fila.errores and nombres.plano(inei) != nombres.plano(esperado):
        segun = "D_DPTO" if publicado else "el código de UGEL"
        fila.errores.append(
            Problema(
                fila.linea,
                "CODGEO",
                fila.codgeo,
                f"en el INEI es de {inei}, y según {segun} la escuela es de {nombres.titulo(esperado)}",
                "Parece un ubigeo del RENIEC: usa el código del INEI.",
            )
        )


def _leer_territorio(fila: Fila, celdas: dict[str, str]) -> None:
    fila.territorio = {
        Provincia: nombres.titulo(celdas.get("D_PROV", "")),
        Distrito: nombres.titulo(celdas.get("D_DIST", "")),
        Ugel: nombres.nombre_de_ugel(celdas.get("D_DREUGEL", "")),
    }
