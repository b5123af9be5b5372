"""`make bloqueo`: versions and hashes of every Python package, with no address in the files."""

from acompanamiento.herramientas.consola import PYTHON, RAIZ, VENV, correr

CABECERA = "# Written by `make bloqueo` from {origen}: every version with its hashes. Do not edit.\n"


def bloquear(origen, destino, *opciones):
    correr(
        *[VENV / "bin" / "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"],
        *["--python", PYTHON, "--upgrade", "--generate-hashes", "--no-header", "--no-annotate"],
        *["--no-emit-index-url", "--no-emit-find-links", *opciones, origen, "-o", destino],
    )
    archivo = RAIZ / destino
    archivo.write_text(CABECERA.format(origen=origen) + archivo.read_text())


if __name__ == "__main__":
    bloquear("requirements.in", "requirements.txt")
    bloquear("requirements-dev.in", "requirements-dev.txt", "--constraint", "requirements.txt")
