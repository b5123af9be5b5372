"""Padrones for tests: rows as the ministry publishes them, written in every format that reaches us."""

import csv
from pathlib import Path

import dbf

FILA = {
    "COD_MOD": "0212035",
    "ANEXO": "0",
    "CODLOCAL": "274293",
    "CEN_EDU": "80274 SEÑOR DE LOS MILAGROS",
    "NIV_MOD": "B0",
    "COD_CAR": "1",
    "GESTION": "1",
    "AREA_CENSO": "2",
    "ESTADO": "1",
    "DIRECTOR": "MARÍA CANARIO",
    "TELEFONO": "999888777",
    "DIR_CEN": "CARRETERA CONTUMAZÁ KM 4",
    "CEN_POB": "CORLÁS",
    "CODGEO": "131101",
    "D_DPTO": "LA LIBERTAD",
    "D_PROV": "GRAN CHIMU",
    "D_DIST": "CASCAS",
    "CODOOII": "130012",
    "D_DREUGEL": "UGEL GRAN CHIMÚ",
    "CODCP_INEI": "1311010026",
    "NLAT_IE": "-7.48",
    "NLONG_IE": "-78.82",
    "ALTITUD": "1278",
}


def fila(**cambios) -> dict[str, str]:
    """One row; a column given as None is not in the file."""
    return {columna: valor for columna, valor in (FILA | cambios).items() if valor is not None}


def filas(cuantas: int, **cambios) -> list[dict[str, str]]:
    """Rows of `cuantas` different services."""
    return [fila(COD_MOD=f"{3_000_000 + i}", CODLOCAL=f"{300_000 + i}", **cambios) for i in range(cuantas)]


def escribir_csv(ruta: Path, datos: list[dict], *, separador=",", codificacion="utf-8", antes="") -> Path:
    with ruta.open("w", encoding=codificacion, newline="") as archivo:
        archivo.write(antes)
        escritor = csv.DictWriter(archivo, list(datos[0]), delimiter=separador)
        escritor.writeheader()
        escritor.writerows(datos)
    return ruta


def escribir_dbf(ruta: Path, datos: list[dict], *, codificacion="cp850") -> Path:
    columnas = "; ".join(f"{nombre} C(60)" for nombre in datos[0])
    tabla = dbf.Table(str(ruta), columnas, codepage=codificacion)
    with tabla.open(dbf.READ_WRITE):
        for dato in datos:
            tabla.append(tuple(dato.values()))
    return ruta
