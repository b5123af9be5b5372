"""Throughput of the field sync, on PostgreSQL that keeps what it says (fsync) and gunicorn as in production.

The small and the large database take turns of a few seconds, so that a machine whose speed changes serves both alike.
"""

import contextlib
import json
import os
import subprocess
import tempfile
import threading
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from acompanamiento.herramientas.consola import PYTHON, RAIZ, Alto, decir
from acompanamiento.herramientas.servidores import Servidor, crear_base, postgresql, redis

MODULO = "acompanamiento.herramientas.campo"
POCAS, MUCHAS = 20_000, 1_000_000
CONEXIONES = 8
TURNOS = 5
SEGUNDOS_DE_UN_TURNO = 15
LOTES_DE_UN_TURNO = 7
UN_MINUTO = 60
CINCO_MINUTOS = 300
LOTES_DE_CINCO_MINUTOS = 60


class Banco:
    """One database with its servers, and the next batch that no device has sent to it yet."""

    def __init__(self, servidor, carpeta):
        self.servidor, self.carpeta, self.siguiente = servidor, carpeta, 0
        self.dichos = []

    def poblar(self, orden, valor):
        """Run `poblacion` and return what it printed."""
        return _correr([PYTHON, "-m", f"{MODULO}.poblacion", orden, str(valor)], self.servidor.env)

    def enviar(self, lotes, **cambios):
        """Send up to `lotes` new batches of each device; returns what `clientes.correr` does."""
        pedido = {
            "url": self.servidor.url,
            "carpeta": str(self.carpeta),
            "desde": self.siguiente,
            "lotes": lotes,
        }
        pedido |= {"equipos": 100, "conexiones": CONEXIONES} | cambios
        self.siguiente += lotes
        return json.loads(
            _correr([PYTHON, "-m", f"{MODULO}.clientes", json.dumps(pedido)], self.servidor.env)
        )


def _correr(orden, env):
    hecho = subprocess.run(orden, cwd=RAIZ, env=env, capture_output=True, text=True, check=False)
    if hecho.returncode:
        raise Alto(f"Falló {' '.join(map(str, orden[:4]))}\n{hecho.stderr[-3000:]}")
    return hecho.stdout.splitlines()[-1]


@contextlib.contextmanager
def bancos():
    """Yield (few, many): the same people and batches on two databases of one PostgreSQL with fsync, each with a gunicorn of four
    processes, a Redis database and a folder of its own; `few` may start a Celery worker."""
    with tempfile.TemporaryDirectory(prefix="acompana-banco-") as carpeta, ExitStack() as pila:
        base = pila.enter_context(postgresql("-c shared_buffers=1GB -c max_wal_size=4GB"))
        memoria = pila.enter_context(redis())
        pocas = _servidor(pila, base, f"{memoria}/0", Path(carpeta) / "pocas")
        pocas.manage("migrate", "-v0")
        pocas.manage("cargar_catalogos")
        envios = Path(carpeta) / "envios"
        chico = Banco(pocas, envios)
        chico.poblar("gente", envios)
        chico.poblar("historia", POCAS)
        grande = Banco(
            _servidor(pila, crear_base(base, "muchas", "postgres"), f"{memoria}/1", Path(carpeta) / "muchas"),
            envios,
        )
        grande.poblar("historia", MUCHAS)
        yield chico, grande


def _servidor(pila, base, memoria, carpeta):
    carpeta.mkdir()
    env = {"DATABASE_URL": base, "REDIS_URL": memoria, "DIR_VAR": str(carpeta), "NIVEL_LOG": "ERROR"}
    servidor = Servidor(env)
    pila.callback(servidor.detener)
    return servidor


def medir_ritmo(chico, grande):
    """Visits a second of both, in turns, and PostgreSQL alone beside each. Prints a line for each, and the ratio."""
    for banco in (chico, grande):
        banco.enviar(1)
    for _ in range(TURNOS):
        for banco in (chico, grande):
            banco.dichos.append(banco.enviar(LOTES_DE_UN_TURNO, limite=SEGUNDOS_DE_UN_TURNO))
    for banco, cuantas in ((chico, POCAS), (grande, MUCHAS)):
        _decir_ritmo(banco, cuantas)
    razones = [_ritmo(g) / _ritmo(c) for c, g in zip(chico.dichos, grande.dichos, strict=True)]
    decir(
        f"{MUCHAS} frente a {POCAS}, turno a turno: ×{median(razones):.2f} (de ×{min(razones):.2f} a ×{max(razones):.2f})"
    )


def _decir_ritmo(banco, cuantas):
    ritmos = [_ritmo(d) for d in banco.dichos]
    p50, p95 = (round(median(d[p] for d in banco.dichos)) for p in ("p50", "p95"))
    sola = float(banco.poblar("sola", 2000))
    decir(
        f"{cuantas:>9} guardadas: {median(ritmos):6.0f} visitas/s (de {min(ritmos):.0f} a {max(ritmos):.0f}) · lote de 20: "
        f"p50 {p50} ms, p95 {p95} ms · PostgreSQL a solas, las mismas filas: {sola:.0f}/s (×{sola / median(ritmos):.1f})"
    )


def _ritmo(dicho):
    if set(dicho["estados"]) != {"creada"}:
        raise Alto(f"No todas las visitas se guardaron: {dicho['estados']}")
    return dicho["estados"]["creada"] / dicho["segundos"]


def medir_memoria(hecho):
    """Resident memory of the web processes while they receive for five minutes."""
    tomas, listo = [], threading.Event()

    def tomar():
        while not listo.wait(10):
            tomas.append(_memoria(hecho.servidor.web.pid))

    hilo = threading.Thread(target=tomar)
    hilo.start()
    dicho = hecho.enviar(LOTES_DE_CINCO_MINUTOS, limite=CINCO_MINUTOS)
    listo.set()
    hilo.join()
    decir(
        f"Cinco minutos: {_ritmo(dicho):.0f} visitas/s, p95 {dicho['p95']} ms · memoria de los procesos web: "
        f"{tomas[0]} MiB a los 10 s, {tomas[len(tomas) // 2]} a la mitad, {tomas[-1]} al final"
    )


def _memoria(grupo):
    """MiB resident in the processes of a group."""
    total = 0
    for estado in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError, ProcessLookupError):
            if os.getpgid(int(estado.parent.name)) == grupo:
                lineas = dict(
                    linea.split(":", 1) for linea in estado.read_text().splitlines() if ":" in linea
                )
                total += int(lineas["VmRSS"].split()[0])
    return total // 1024


def medir_repetidos(hecho):
    """Eight identical batches at once: all answered, one stored."""
    dicho = hecho.enviar(10, equipos=1, veces=8)
    decir(f"Ocho envíos iguales a la vez, diez veces: {dicho['estados']} · p95 {dicho['p95']} ms")
    if dicho["estados"] != {"creada": 200, "duplicada": 1400}:
        raise Alto("Algún envío repetido no recibió su respuesta, o se guardó dos veces.")


def medir_viernes(hecho):
    """100 devices with 20 visits each within a minute, ten times as fast as expected, while reports are made."""
    hecho.servidor.arrancar_trabajador()
    hecho.servidor.manage("generar_reportes", "--periodo", "2026")
    dicho = hecho.enviar(1, conexiones=16, esparcir=UN_MINUTO)
    decir(
        f"Viernes: {dicho['estados']} de 100 equipos en {dicho['segundos']:.0f} s, con reportes en marcha · "
        f"lote de 20: p50 {dicho['p50']} ms, p95 {dicho['p95']} ms"
    )
    if dicho["estados"] != {"creada": 2000}:
        raise Alto("No llegó todo lo que mandaron los 100 equipos.")


def medir_campo():
    """The whole story, in some twenty minutes; raises Alto when a visit was not stored as it should."""
    decir(
        "\nEnvío desde el campo: PostgreSQL con fsync, gunicorn con 4 procesos de 4 hilos, 8 conexiones, visitas de 45 respuestas"
    )
    with bancos() as (chico, grande):
        for banco in (chico, grande):
            banco.servidor.arrancar_web(procesos=4, hilos=4)
        medir_ritmo(chico, grande)
        medir_repetidos(chico)
        medir_viernes(chico)
        chico.servidor.detener()
        medir_memoria(grande)
