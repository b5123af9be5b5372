"""Children that never outlive their parent: each in its own group, stopped together."""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from acompanamiento.herramientas.consola import RAIZ

PR_SET_PDEATHSIG = 1


def _morir_con_el_padre():
    """Linux sends us SIGTERM when the parent dies, even by kill -9."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def lanzar(orden, env, salida=None):
    return subprocess.Popen(
        [str(parte) for parte in orden],
        cwd=RAIZ,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=salida,
        stderr=subprocess.STDOUT if salida else None,
        start_new_session=True,
        preexec_fn=_morir_con_el_padre,
    )


def _grupo_vivo(proceso):
    try:
        os.killpg(proceso.pid, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def detener(procesos, espera_s=6):
    """SIGTERM to all, then SIGKILL to the groups that remain: a report cut short is done again by the sweeper."""
    for proceso in procesos:
        if proceso.poll() is None:
            proceso.terminate()
    limite = time.monotonic() + espera_s
    for proceso in procesos:
        with contextlib.suppress(subprocess.TimeoutExpired):
            proceso.wait(max(0.05, limite - time.monotonic()))
    for proceso in procesos:
        if _grupo_vivo(proceso):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(proceso.pid, signal.SIGKILL)
        proceso.wait()


def puerto_ocupado(puerto, direccion="127.0.0.1"):
    with socket.socket() as conexion:
        conexion.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            conexion.bind((direccion, puerto))
        except OSError:
            return True
    return False


def puerto_libre():
    with socket.socket() as conexion:
        conexion.bind(("127.0.0.1", 0))
        return conexion.getsockname()[1]


def responde(url):
    """Whether something answers HTTP there, with any status."""
    try:
        urllib.request.urlopen(url, timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def esperar(condicion, segundos, vivos=()):
    """Poll a condition; False when time is over or when one of `vivos` has ended."""
    limite = time.monotonic() + segundos
    while time.monotonic() < limite:
        if condicion():
            return True
        if any(proceso.poll() is not None for proceso in vivos):
            return False
        time.sleep(0.05)
    return False
