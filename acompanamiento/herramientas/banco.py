"""`make bench`: what people wait for, at the demonstration's size and at twenty times it, and the field sync.

Pages are measured on temporary SQLite; the sync on PostgreSQL and gunicorn (the package `campo`). `banco paginas` and
`banco campo` measure one of the two.
"""

import json
import os
import subprocess
import sys
import tempfile

from acompanamiento.herramientas import ordenes
from acompanamiento.herramientas.campo.medir import medir_campo
from acompanamiento.herramientas.consola import PYTHON, RAIZ, Alto, decir

ESCALAS = (1, 20)


def medir(escala):
    """Load a demonstration `escala` times as large in a database of its own and measure in another process."""
    with tempfile.TemporaryDirectory(prefix="acompana-banco-") as carpeta:
        env = dict(os.environ) | {
            "DIR_VAR": carpeta,
            "DATABASE_URL": "",
            "DEBUG": "true",
            "NIVEL_LOG": "ERROR",
        }
        for orden in (["migrate", "-v0"], ["cargar_catalogos"], ["cargar_demo", "--escala", str(escala)]):
            _correr(ordenes.manage(*orden), env)
        return json.loads(_correr([PYTHON, "-m", "acompanamiento.herramientas.banco_medidas"], env))


def _correr(orden, env):
    hecho = subprocess.run(
        [str(parte) for parte in orden], cwd=RAIZ, env=env, capture_output=True, text=True, check=False
    )
    if hecho.returncode:
        raise Alto(f"Falló {' '.join(map(str, orden))}\n{hecho.stderr[-2000:]}")
    return hecho.stdout.splitlines()[-1] if hecho.stdout else ""


def imprimir(chica, grande):
    decir(f"\n{'':<44}{'×1':>18}{'×20':>22}{'×20/×1':>13}")
    decir(f"{'revisiones en la base':<44}{chica['revisiones']:>18}{grande['revisiones']:>22}")
    for nombre, medida in chica["medidas"].items():
        medida_20 = grande["medidas"][nombre]
        decir(f"{nombre:<44}{_celda(medida)}{_celda(medida_20)}{medida_20[0] / medida[0]:>8.1f}×")
    decir("q: consultas; +t, las transacciones que abre.")


def _celda(medida):
    ms, consultas, transacciones = medida
    return f"{ms:>9.1f} ms {consultas:>3} q{f' +{transacciones}t' if transacciones else '':<4}"


def medir_paginas():
    resultados = []
    for escala in ESCALAS:
        decir(f"· Cargando la demostración ×{escala} y midiendo…")
        resultados.append(medir(escala))
    imprimir(*resultados)


PARTES = {"paginas": medir_paginas, "campo": medir_campo}


def main(pedidas):
    ajenas = set(pedidas) - set(PARTES)
    if ajenas:
        raise Alto(f"No hay medida «{', '.join(ajenas)}». Las hay de: {', '.join(PARTES)}.")
    for nombre in pedidas or PARTES:
        PARTES[nombre]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
