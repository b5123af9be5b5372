"""Open a padrón by its content, never by its name."""

from pathlib import Path

from .codificacion import detectar, exigir_conocida
from .informe import PadronIlegible
from .lector_csv import LectorCsv
from .lector_dbf import LectorDbf, fin_de_la_cabecera, parece_dbf

_GUARDA_COMO_CSV = "Ábrelo, elige «Guardar como» y CSV (o descarga el DBF del padrón), y carga ese archivo."
_OTROS_FORMATOS = (
    (b"PK\x03\x04", f"Es un libro de Excel o un archivo comprimido. {_GUARDA_COMO_CSV}"),
    (b"\xd0\xcf\x11\xe0", f"Es un libro antiguo de Excel. {_GUARDA_COMO_CSV}"),
    (b"%PDF", "Es un PDF. Carga el padrón en CSV o DBF."),
    (b"\x1f\x8b", "Está comprimido. Descomprímelo y carga el CSV o el DBF."),
)


def abrir(ruta: Path, codificacion: str = "") -> LectorCsv | LectorDbf:
    """Return a reader of rows. Raises PadronIlegible with what to do."""
    codec = exigir_conocida(codificacion) if codificacion else ""
    inicio = _inicio(ruta)
    for firma, mensaje in _OTROS_FORMATOS:
        if inicio.startswith(firma):
            raise PadronIlegible(mensaje)
    if parece_dbf(inicio):
        return LectorDbf(ruta, codec or detectar(ruta, desde=fin_de_la_cabecera(inicio), preferida="cp850"))
    return LectorCsv(ruta, codec or detectar(ruta))


def _inicio(ruta: Path) -> bytes:
    try:
        with ruta.open("rb") as archivo:
            inicio = archivo.read(64)
    except OSError as error:
        raise PadronIlegible(f"No se pudo abrir «{ruta}»: {_motivo(error)}.") from error
    if not inicio:
        raise PadronIlegible("El archivo está vacío. Descarga otra vez el padrón y vuelve a cargarlo.")
    return inicio


def _motivo(error: OSError) -> str:
    motivos = {
        FileNotFoundError: "no existe. Revisa la ruta",
        IsADirectoryError: "es una carpeta. Indica el archivo",
        PermissionError: "no tienes permiso para leerlo",
    }
    return motivos.get(type(error), "el disco no lo dejó leer")
