"""Where the project is, and how the tools speak. Standard library only: it runs before the venv exists."""

import os
import subprocess
import sys
from pathlib import Path

RAIZ = Path(__file__).resolve().parents[2]
VENV = RAIZ / ".venv"
PYTHON = VENV / "bin" / "python"


class Alto(SystemExit):
    """Stops the tool with a sentence that says what to do."""

    def __init__(self, mensaje):
        print(f"\n✗ {mensaje}", file=sys.stderr, flush=True)
        super().__init__(1)


def decir(mensaje):
    print(mensaje, flush=True)


def correr(*orden, **opciones):
    """Run a command in the project; a failure stops the tool naming the command."""
    resultado = subprocess.run([str(parte) for parte in orden], cwd=RAIZ, check=False, **opciones)
    if resultado.returncode:
        raise Alto(f"Falló: {' '.join(str(parte) for parte in orden)}")
    return resultado


def funciona(*orden):
    try:
        return (
            subprocess.run(
                [str(parte) for parte in orden], cwd=RAIZ, capture_output=True, check=False
            ).returncode
            == 0
        )
    except OSError:
        return False


def entorno_con(**cambios):
    """The environment plus what is missing in it: a variable already set wins."""
    return {clave: str(valor) for clave, valor in cambios.items()} | dict(os.environ)
