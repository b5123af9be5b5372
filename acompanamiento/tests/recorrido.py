"""The walk over every address × persona × tenant: what a GET answers, whose words it shows, and whether it is logged."""

import io
import re
from dataclasses import dataclass

from django.db import OperationalError
from django.test import Client
from pypdf import PdfReader

from docentes.models import Lectura

from .matriz import MATRIZ, SIN_SESION
from .matriz.celdas import Celda, Fila
from .mundo import QUIEN_PUEDE_LEER, rutas

DE_ROSA = ("Apellido-propio", "canario-propio-dicho", "canario-nora-dicho")


def cliente(usuario=None, *, revienta=False):
    """A client with the session of a person or with none; a page that breaks answers 500, or fails if it `revienta`."""
    nuevo = Client(raise_request_exception=revienta)
    if usuario:
        nuevo.force_login(usuario, backend="django.contrib.auth.backends.ModelBackend")
    return nuevo


def cuerpo(respuesta) -> bytes:
    """What the answer says, PDF text included."""
    crudo = b"".join(respuesta.streaming_content) if respuesta.streaming else respuesta.content
    if respuesta.get("Content-Type") != "application/pdf" or len(crudo) < 100:
        return crudo
    return "".join(p.extract_text() for p in PdfReader(io.BytesIO(crudo)).pages).encode()


def sin_nonce(respuesta) -> bytes:
    return re.sub(rb'nonce="[^"]+"', b"", respuesta.content)


@dataclass(frozen=True)
class Paso:
    """One persona at one address of one tenant; `objeto` is what the address is about."""

    nombre: str
    fila: Fila
    objeto: str
    inquilino: str
    celda: Celda
    persona: str
    ruta: str

    def __str__(self):
        de_otra_cosa = "" if self.objeto == self.fila.objeto else f", {self.objeto}"
        return f"{self.nombre} [{self.inquilino}{de_otra_cosa}] {self.persona}"

    @property
    def esperado(self):
        return self.celda.esperado(self.persona)

    def estado_malo(self, metodo, respuesta) -> list[str]:
        """Return what is wrong with the status: an address may refuse a method that it does not have (405)."""
        if self.persona in SIN_SESION and not self.fila.publica:
            return [] if self._entra_otra_vez(metodo, respuesta) else [f"{metodo} sin sesión entra"]
        permitidos = self._permitidos(metodo)
        if respuesta.status_code in permitidos:
            return []
        return [f"{metodo} {respuesta.status_code}, se esperaba {sorted(permitidos)}"]

    def _permitidos(self, metodo):
        """A permitted POST without data answers with the form, a redirect or with what is wrong (400, 422)."""
        suyo = metodo == self.fila.metodo
        if self.esperado not in (200, 302):
            return {self.esperado} if suyo else {self.esperado, 405}
        if not suyo:
            return {200, 302, 404, 405}
        return {200, 302, 400, 422} if metodo == "post" else {self.esperado}

    def _entra_otra_vez(self, metodo, respuesta):
        """JSON answers 401; one that has no such method says so before it asks who."""
        if self.fila.json:
            otro = metodo != self.fila.metodo and respuesta.status_code == 405
            return otro or (respuesta.status_code == 401 and respuesta.json()["codigo"] == "SIN_SESION")
        return respuesta.status_code == 302 and respuesta.url.startswith("/entrar/")


def pasos(mundo, personas, filas=MATRIZ):
    """Yield every Paso of the rows of the table."""
    for nombre, fila in filas.items():
        for objeto, inquilino, celda, ruta in rutas(mundo, nombre, fila):
            for persona in personas:
                yield Paso(nombre, fila, objeto, inquilino, celda, persona, ruta)


class Recorrido:
    """Every GET, once. `mal` is what was wrong, `vistos` the canaries met, `con_rosa` who met something of Rosa's."""

    def __init__(self, mundo, clientes, filas=MATRIZ):
        self.mundo, self.clientes = mundo, clientes
        self.mal, self.vistos, self.con_rosa, self.celdas = [], set(), [], 0
        for paso in pasos(mundo, clientes, filas):
            self.celdas += 1
            self._mirar(paso)

    def _mirar(self, paso):
        respuesta = self.clientes[paso.persona].get(paso.ruta)
        texto = cuerpo(respuesta)
        self._anotar(paso, paso.estado_malo("get", respuesta))
        for canario, lectores in QUIEN_PUEDE_LEER.items():
            if canario.encode() in texto:
                self.vistos.add(canario)
                self._anotar(paso, [] if paso.persona in lectores else [f"muestra {canario}"])
        if paso.persona not in ("rosa", *SIN_SESION) and muestra_a_rosa(texto):
            self._mirar_el_registro(paso)

    def _mirar_el_registro(self, paso):
        """A page that showed something of Rosa's to somebody else has left its row."""
        self.con_rosa.append(paso)
        filas = Lectura.objects.filter(
            usuario=self.mundo.personas[paso.persona],
            docente=self.mundo.personas["rosa"].docente,
            pagina=paso.ruta,
        )
        self._anotar(paso, [] if filas.exists() else ["muestra algo de Rosa y no lo anota"])

    def _anotar(self, paso, quejas):
        self.mal += [f"{paso}: {queja}" for queja in quejas]

    def con_el_registro_roto(self, monkeypatch) -> list[str]:
        """Break the read log and return which of the pages that showed something of Rosa's answer all the same."""
        monkeypatch.setattr("docentes.services.lecturas._anotar", _roto)
        respuestas = ((paso, self.clientes[paso.persona].get(paso.ruta)) for paso in self.con_rosa)
        return [
            f"{p}: {r.status_code}" for p, r in respuestas if r.status_code < 500 or muestra_a_rosa(cuerpo(r))
        ]


def muestra_a_rosa(texto: bytes) -> bool:
    return any(canario.encode() in texto for canario in DE_ROSA)


def _roto(filas):
    if filas:
        raise OperationalError("el registro de lecturas no responde")
