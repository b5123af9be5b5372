"""Rows of a delimited text file, one by one."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from .columnas import OBLIGATORIAS, canonica, indices
from .informe import PadronIlegible, Problema

SEPARADORES = {",": "comas", ";": "punto y coma", "\t": "tabulaciones", "|": "barras"}
LINEAS_ANTES_DE_LA_CABECERA = 20


class LectorCsv:
    """`columnas` is the header as it came; iterating gives (line, {column: text}) or (line, Problema)."""

    unidad = "línea"
    notas: tuple[str, ...] = ()

    def __init__(self, ruta: Path, codec: str):
        self.ruta, self.codec = ruta, codec
        self.salto, self.separador = self._buscar_cabecera()
        self.columnas = next(self._filas())[1]
        self.indices = indices(self.columnas)

    @property
    def formato(self) -> str:
        return f"texto separado por {SEPARADORES[self.separador]}"

    def __iter__(self) -> Iterator[tuple[int, dict | Problema]]:
        filas = self._filas()
        next(filas)
        for linea, celdas in filas:
            if any(celda.strip() for celda in celdas):
                yield linea, self._leer(linea, celdas)

    def _leer(self, linea: int, celdas: list[str]) -> dict | Problema:
        ancho = len(self.columnas)
        if len(celdas) < ancho or any(celda.strip() for celda in celdas[ancho:]):
            return Problema(
                linea,
                "fila",
                "",
                f"tiene {len(celdas)} columnas y la cabecera {ancho}",
                "Revisa si la fila está cortada o si falta o sobra un separador o una comilla.",
            )
        return {columna: celdas[i] for columna, i in self.indices.items()}

    def _lineas(self) -> Iterator[str]:
        with self.ruta.open(encoding=self.codec, newline="") as archivo:
            for linea in archivo:
                yield linea.replace("\0", "")

    def _filas(self) -> Iterator[tuple[int, list[str]]]:
        """Yield (line where the row starts, cells), the header first."""
        lector = csv.reader(islice(self._lineas(), self.salto, None), delimiter=self.separador)
        linea = self.salto + 1
        try:
            for celdas in lector:
                yield linea, celdas
                linea = self.salto + lector.line_num + 1
        except csv.Error as error:
            raise PadronIlegible(
                f"La línea {linea} no se puede leer: probablemente una comilla se abre y no se cierra. "
                "Corrige esa línea y vuelve a cargar el archivo."
            ) from error
        except UnicodeError as error:
            raise PadronIlegible(
                f"Cerca de la línea {linea} hay letras que no son de la codificación {self.codec}. "
                "Prueba con otra: --codificacion latin-1 o --codificacion cp850."
            ) from error

    def _buscar_cabecera(self) -> tuple[int, str]:
        """Return (lines to jump, delimiter). Titles, blank lines and `sep=;` may come before the header."""
        primeras = self._primeras_lineas()
        for salto, linea in enumerate(primeras):
            for separador in SEPARADORES:
                if _es_cabecera(linea, separador):
                    return salto, separador
        con_texto = [salto for salto, linea in enumerate(primeras) if linea.strip()]
        if not con_texto:
            raise PadronIlegible("El archivo está vacío. Descarga otra vez el padrón y vuelve a cargarlo.")
        primera = primeras[con_texto[0]]
        return con_texto[0], max(SEPARADORES, key=primera.count)

    def _primeras_lineas(self) -> list[str]:
        try:
            return list(islice(self._lineas(), LINEAS_ANTES_DE_LA_CABECERA))
        except UnicodeError as error:
            raise PadronIlegible(
                f"El archivo no está en la codificación {self.codec}. "
                "Quita --codificacion para que se detecte sola."
            ) from error


def _es_cabecera(linea: str, separador: str) -> bool:
    """A header names at least two of the required columns."""
    try:
        celdas = next(csv.reader([linea], delimiter=separador), [])
    except csv.Error:
        return False
    return len({canonica(celda) for celda in celdas} & set(OBLIGATORIAS)) >= 2
