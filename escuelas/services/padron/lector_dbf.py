"""Rows of the DBF that the ministry publishes. Cells stay bytes until they are needed: personal data never decode."""

import struct
from collections.abc import Iterator
from pathlib import Path

from dbfread import DBF, DBFNotFound

from .columnas import indices
from .informe import PadronIlegible


class LectorDbf:
    """`columnas` is the header as it came; iterating gives (record number, {column: text})."""

    unidad = "registro"
    formato = "tabla DBF"

    def __init__(self, ruta: Path, codec: str):
        self.codec = codec
        try:
            self.tabla = DBF(
                str(ruta), encoding=codec, raw=True, recfactory=None, ignore_missing_memofile=True
            )
        except (ValueError, struct.error, DBFNotFound, IndexError) as error:
            raise PadronIlegible(
                "El archivo DBF está dañado: no se puede leer su cabecera. Descárgalo otra vez."
            ) from error
        self.columnas = self.tabla.field_names
        self.indices = indices(self.columnas)
        self.notas = tuple(_si_esta_cortado(self.tabla, ruta))

    def __iter__(self) -> Iterator[tuple[int, dict]]:
        try:
            for numero, celdas in enumerate(self.tabla, start=1):
                yield numero, {c: celdas[i][1].decode(self.codec) for c, i in self.indices.items()}
        except UnicodeDecodeError as error:
            raise PadronIlegible(
                f"El registro {numero + 1} tiene letras que no son de la codificación {self.codec}. "
                "Prueba con --codificacion cp850."
            ) from error


def _si_esta_cortado(tabla: DBF, ruta: Path) -> Iterator[str]:
    cabecera = tabla.header
    hay = max(0, ruta.stat().st_size - cabecera.headerlen) // max(1, cabecera.recordlen)
    if hay < cabecera.numrecords:
        yield (
            f"El archivo está cortado: anuncia {cabecera.numrecords} registros y trae {hay}. "
            "Descárgalo otra vez para tenerlo completo."
        )


def parece_dbf(inicio: bytes) -> bool:
    """Version, a plausible date, and a header as long as its fields say."""
    if len(inicio) < 32 or inicio[0] not in (0x02, 0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5):
        return False
    mes, dia = inicio[2], inicio[3]
    largo = struct.unpack_from("<H", inicio, 8)[0]
    return mes <= 12 and dia <= 31 and largo >= 65


def fin_de_la_cabecera(inicio: bytes) -> int:
    return struct.unpack_from("<H", inicio, 8)[0]
