"""A bad network between Chromium and the live server: an HTTP proxy that cuts, answers as a portal, loses and is slow."""

import contextlib
import threading
import time
from collections import Counter
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

import pytest

SEGMENTO = 1460
DE_LA_CONEXION = {"connection", "keep-alive", "transfer-encoding", "content-length"}
PORTAL = (200, "text/html", b"<!doctype html><title>WiFi</title><h1>Bienvenido</h1>")
PORTAL_JSON = (200, "application/json", b'{"resultados": [], "servicio": "wifi", "bienvenida": "Acepta"}')


class Enlace:
    """A line shared by every connection: bits a second each way, seconds of round trip, share of segments lost.

    A lost segment costs its connection one more round trip, as a retransmission does.
    """

    def __init__(self, bits_por_segundo, ida_y_vuelta=0.0, perdida=0.0, semilla=1):
        self.bits, self.ida_y_vuelta, self.perdida = bits_por_segundo, ida_y_vuelta, perdida
        self.azar, self.turno = Random(semilla), threading.Lock()
        self.libre = {"sube": 0.0, "baja": 0.0}

    def cruzar(self, octetos, sentido):
        """Wait as long as so many bytes take to get across."""
        with self.turno:
            salida = max(self.libre[sentido], time.monotonic())
            self.libre[sentido] = salida + octetos * 8 / self.bits
            perdidos = sum(self.azar.random() < self.perdida for _ in range(-(-octetos // SEGMENTO)))
            llegada = self.libre[sentido] + self.ida_y_vuelta / 2 + perdidos * self.ida_y_vuelta
        time.sleep(max(0.0, llegada - time.monotonic()))


class Apoderado:
    """`.url` leads to the server. `.regla(metodo, ruta, numero)` says what goes wrong with a request: None, "perder" (it does not
    arrive), "cortar" (the server answers and the answer does not arrive), "colgar" (nobody ever answers, until `limpiar()`), or
    (status, type, body) in its place. `numero` counts the requests. `.enlace` is an Enlace or None. `.pedidos` are (method, path, bytes of the answer); `.fallas` counts."""

    def __init__(self, puerto_del_servidor):
        self.destino = puerto_del_servidor
        self.cambiar, self.descolgar = None, threading.Event()
        self.limpiar()
        self.servidor = ThreadingHTTPServer(("127.0.0.1", 0), type("Pedido", (_Pedido,), {"apoderado": self}))
        self.servidor.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.servidor.server_port}"

    def limpiar(self):
        """A good network again, and nothing counted; whoever was left waiting is cut."""
        self.regla, self.enlace, self.numero = (lambda *_: None), None, 0
        self.pedidos, self.fallas = [], Counter()
        self.descolgar.set()
        self.descolgar = threading.Event()

    def que_pasa(self, metodo, ruta):
        self.numero += 1
        falla = self.regla(metodo, ruta, self.numero)
        if falla:
            self.fallas[falla if isinstance(falla, str) else "portal"] += 1
        return falla

    def cruzar(self, octetos, sentido):
        if self.enlace:
            self.enlace.cruzar(octetos, sentido)


class _Pedido(BaseHTTPRequestHandler):
    apoderado: Apoderado
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def atender(self):
        cuerpo = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        ruta = self.path.partition("?")[0]
        falla = self.apoderado.que_pasa(self.command, ruta)
        self.apoderado.cruzar(len(cuerpo) + len(str(self.headers)), "sube")
        if falla == "colgar":
            self.apoderado.descolgar.wait()
        if falla in ("perder", "colgar"):
            return self.cortar()
        estado, cabeceras, datos = self.respuesta_de(falla, cuerpo)
        if falla == "cortar":
            return self.cortar()
        if self.apoderado.cambiar:
            datos = self.apoderado.cambiar(ruta, datos)
        self.apoderado.pedidos.append((self.command, ruta, len(datos)))
        self.apoderado.cruzar(len(datos) + 300, "baja")
        return self.contestar(estado, cabeceras, datos)

    do_GET = do_POST = do_HEAD = atender

    def respuesta_de(self, falla, cuerpo):
        if isinstance(falla, tuple):
            estado, tipo, datos = falla
            return estado, [("Content-Type", tipo)], datos
        conexion = HTTPConnection("127.0.0.1", self.apoderado.destino, timeout=60)
        propias = {k: v for k, v in self.headers.items() if k.lower() not in DE_LA_CONEXION}
        with contextlib.closing(conexion):
            conexion.request(self.command, self.path, body=cuerpo or None, headers=propias)
            respuesta = conexion.getresponse()
            return respuesta.status, respuesta.getheaders(), respuesta.read()

    def contestar(self, estado, cabeceras, datos):
        with contextlib.suppress(ConnectionError):
            self.send_response_only(estado)
            for nombre, valor in cabeceras:
                if nombre.lower() not in DE_LA_CONEXION:
                    self.send_header(nombre, valor)
            self.send_header("Content-Length", str(len(datos)))
            self.end_headers()
            self.wfile.write(datos)

    def cortar(self):
        self.close_connection = True

    def log_message(self, *_):
        """Silent: what happened is in `fallas` and `pedidos`."""


@contextlib.contextmanager
def red_entre(servidor):
    """Yield an Apoderado before a Servidor (acompanamiento.herramientas.servidores)."""
    apoderado = Apoderado(servidor.puerto)
    hilo = threading.Thread(target=apoderado.servidor.serve_forever, daemon=True)
    hilo.start()
    try:
        yield apoderado
    finally:
        apoderado.servidor.shutdown()
        apoderado.servidor.server_close()
        hilo.join(timeout=10)


@pytest.fixture(scope="module")
def red(servidor_vivo):
    """The network between the browser and the live server, one a module: `limpiar()` makes it good again."""
    with red_entre(servidor_vivo) as apoderado:
        yield apoderado
