"""The devices of the bench, in a process of their own. Standard library only: it shares the two cores with the server.

`clientes JSON` calls `correr` with those arguments and prints one line of JSON.
"""

import http.client
import json
import queue
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit


class Equipo:
    """One device: its session, its token, and its batches in order."""

    def __init__(self, carpeta: Path, desde: int, lotes: int):
        self.sesion, self.cabeceras = carpeta.name, None
        self.cuerpos = [a.read_bytes() for a in sorted(carpeta.glob("*.gz"))[desde : desde + lotes]]

    def entrar(self, conexion):
        conexion.request("GET", "/visitas/campo/estado", headers={"Cookie": f"sesion={self.sesion}"})
        respuesta = conexion.getresponse()
        datos = json.loads(respuesta.read())
        galletas = respuesta.headers.get_all("Set-Cookie") or []
        csrf = next((g.split(";")[0] for g in galletas if g.startswith("csrf=")), "")
        self.cabeceras = {
            "Cookie": f"sesion={self.sesion}; {csrf}",
            "X-CSRFToken": datos["csrf"],
            "Content-Type": "application/json",
            "Content-Encoding": "gzip",
        }

    def enviar(self, conexion, cuerpo):
        """Return {estado: how many} of one batch. A 429 or 503 waits what it asks and sends the same again."""
        while True:
            conexion.request("POST", "/visitas/campo/sync", cuerpo, self.cabeceras)
            respuesta = conexion.getresponse()
            texto = respuesta.read()
            if respuesta.status == 207:
                return _contar(json.loads(texto)["resultados"])
            if respuesta.status not in (429, 503):
                raise RuntimeError(f"{respuesta.status}: {texto[:300]!r}")
            time.sleep(float(respuesta.headers["Retry-After"]))


def _contar(resultados):
    cuentas = {}
    for r in resultados:
        cuentas[r["estado"]] = cuentas.get(r["estado"], 0) + 1
    return cuentas


def trabajar(url, cola, inicio, limite, salida):
    """One connection: takes the batch whose turn it is, sends it, takes the next, until time is over."""
    conexion = http.client.HTTPConnection(urlsplit(url).netloc, timeout=120)
    while time.monotonic() - inicio < limite:
        try:
            sale_en, equipo, cuerpo = cola.get_nowait()
        except queue.Empty:
            return
        if sale_en:
            conexion.close()  # a device that comes by itself opens a connection of its own
        time.sleep(max(0.0, inicio + sale_en - time.monotonic()))
        antes = time.monotonic()
        if equipo.cabeceras is None:
            equipo.entrar(conexion)
        cuentas = equipo.enviar(conexion, cuerpo)
        salida.append((time.monotonic() - antes, cuentas))


def correr(*, url, carpeta, desde, lotes, equipos, conexiones, esparcir=0.0, limite=3600.0, veces=1):
    """Send `lotes` batches of each of the first `equipos` devices, from their batch `desde` on, taking turns.

    Devices start one after the other within `esparcir` seconds; each batch goes `veces` times, at once; after `limite`
    seconds nothing new is sent. Returns {segundos, estados: {estado: visits}, enviados: batches, p50, p95: ms of a
    batch}.
    """
    cola, salida = queue.Queue(), []
    gente = [Equipo(c, desde, lotes) for c in sorted(Path(carpeta).iterdir())[:equipos]]
    for turno in range(lotes):
        for orden, equipo in enumerate(gente):
            for _ in range(veces):
                cola.put((esparcir * orden / equipos, equipo, equipo.cuerpos[turno]))
    inicio = time.monotonic()
    with ThreadPoolExecutor(conexiones) as hilos:
        hechos = [hilos.submit(trabajar, url, cola, inicio, limite, salida) for _ in range(conexiones)]
        for hecho in hechos:
            hecho.result()
    return {"segundos": time.monotonic() - inicio, **resumir(salida)}


def resumir(salida):
    estados = {}
    for _, cuentas in salida:
        for estado, n in cuentas.items():
            estados[estado] = estados.get(estado, 0) + n
    tiempos = sorted(1000 * s for s, _ in salida)
    en = {f"p{p}": round(tiempos[len(tiempos) * p // 100]) if tiempos else 0 for p in (50, 95)}
    return {"estados": estados, "enviados": len(salida), **en}


if __name__ == "__main__":
    print(json.dumps(correr(**json.loads(sys.argv[1]))))
