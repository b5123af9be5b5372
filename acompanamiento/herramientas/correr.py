"""`make run`: install what is missing, prepare the data, and keep web, worker and beat together until Ctrl-C."""

import os
import signal
import sys

from acompanamiento.herramientas import instalar, ordenes
from acompanamiento.herramientas.consola import PYTHON, Alto, decir, entorno_con
from acompanamiento.herramientas.procesos import detener, esperar, lanzar, puerto_ocupado, responde


class Terminar(Exception):
    """Somebody asked us to stop."""


def _al_terminar(_numero, _marco):
    raise Terminar


def numero(nombre, por_defecto, minimo, maximo):
    texto = os.environ.get(nombre, "").strip() or str(por_defecto)
    if not texto.isdecimal() or not minimo <= int(texto) <= maximo:
        raise Alto(f"{nombre}: «{texto}» no es un número entre {minimo} y {maximo}.")
    return int(texto)


def preparar(env):
    """Migrations, catalogues and, on an empty database, the demonstration. Children, so that Ctrl-C reaches them."""
    proceso = lanzar([PYTHON, "-m", "acompanamiento.herramientas.preparar"], env)
    try:
        if proceso.wait():
            raise Alto("No se pudo preparar la base de datos. Lo que se haya cargado a medias se deshizo.")
    finally:
        detener([proceso])


def anunciar(url):
    decir(f"\n  Acompaña está en {url}\n  Ctrl-C para terminar.\n")


def servir(puerto, hilos, trabajadores, env):
    """Runs until one of the processes ends (an error) or we are asked to stop."""
    url = f"http://127.0.0.1:{puerto}/"
    procesos = [lanzar(ordenes.web(puerto, hilos), env), lanzar(ordenes.trabajador(trabajadores), env)]
    try:
        if not esperar(lambda: responde(url), 120, procesos):
            raise Alto("El servidor no respondió. El motivo está más arriba.")
        anunciar(url)
        esperar(lambda: False, float("inf"), procesos)
        raise Alto("Un proceso terminó sin que nadie lo pidiera. El motivo está más arriba.")
    finally:
        for señal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(señal, signal.SIG_IGN)
        detener(procesos)


def main():
    puerto = numero("PUERTO", 8000, 1, 65535)
    hilos, trabajadores = numero("WEB_HILOS", 8, 1, 64), numero("TRABAJADORES", 1, 1, 16)
    if puerto_ocupado(puerto):
        raise Alto(f"El puerto {puerto} está ocupado. Usa otro: make run PUERTO={puerto + 1}")
    for señal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(señal, _al_terminar)
    env = entorno_con(DEBUG="true", PYTHONUNBUFFERED="1")
    try:
        instalar.asegurar()
        preparar(env)
        servir(puerto, hilos, trabajadores, env)
    except Terminar:
        decir("\nTerminado.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
