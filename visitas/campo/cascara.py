"""The shell of the field app: which files the browser keeps, and the version that their contents make."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse

from acompanamiento.comun import estaticos

HOJAS = (
    *estaticos.HOJAS_DE_ESTILO,
    "css/visita.css",
    "css/linea_de_base.css",
    "css/sesiones.css",
    "css/teclado.css",
    "css/cuaderno.css",
)
FUENTES = (
    "atkinson-400-normal",
    "atkinson-400-italic",
    "atkinson-500-normal",
    "atkinson-600-normal",
    "andada-600-normal",
    "andada-500-italic",
)
IMAGENES = (
    "img/iconos.svg",
    "img/favicon.svg",
    "img/abajo.svg",
    "img/greca.svg",
    "img/tilde.svg",
    "img/tilde-linea.svg",
    "img/marca-si.svg",
    "img/marca-punto.svg",
    "img/marca-punto-gris.svg",
    "img/marca-parte.svg",
    "img/menu.svg",
    "img/cerrar.svg",
    "img/cuaderno-192.png",
    "img/cuaderno-512.png",
)
CARPETAS_DE_MODULOS = ("js/campo/", "js/visita/", "js/transcripcion/")
MODULOS_SUELTOS = (
    "js/pagina.js",
    "js/bandeja.js",
    "js/menu.js",
    "js/errores.js",
    "js/nivel.js",
    "js/red.js",
)
FUERA = (
    "js/campo/trabajador.js",
    "js/visita/pagina.js",
    "js/visita/envio.js",
    "js/visita/indice.js",
    "js/transcripcion/pagina.js",
    "js/transcripcion/aclarar.js",
    "js/transcripcion/sin_enviar.js",
    "js/transcripcion/tecleo.js",
)


def archivos() -> list[str]:
    """Return the addresses of every static file of the shell, hashed in production."""
    propios = [
        m for m in estaticos.nombres_de_modulos() if m.startswith(CARPETAS_DE_MODULOS) or m in MODULOS_SUELTOS
    ]
    fuentes = [f"npm/fuentes/{nombre}.woff2" for nombre in FUENTES]
    nombres = [
        *HOJAS,
        *fuentes,
        *IMAGENES,
        *(m for m in propios if m not in FUERA),
        *estaticos.MODULOS_AJENOS.values(),
    ]
    return [static(nombre) for nombre in nombres]


@cache
def _fuente(nombre: str) -> str:
    return Path(finders.find(nombre)).read_text(encoding="utf-8")


def version() -> str:
    """Return what changes when any byte of the shell changes: the page's template, the worker or a file's name or bytes."""
    huella = hashlib.sha256(json.dumps(archivos()).encode())
    plantilla = Path(settings.BASE_DIR) / "templates/visitas/campo.html"
    for texto in (plantilla.read_text(encoding="utf-8"), _fuente("js/campo/trabajador.js")):
        huella.update(texto.encode())
    if settings.DEBUG:
        for direccion in archivos():
            huella.update(Path(finders.find(direccion.removeprefix(settings.STATIC_URL))).read_bytes())
    return huella.hexdigest()[:12]


def trabajador() -> str:
    """Return the service worker's program, with what it must keep written before it."""
    campo = {"version": version(), "pagina": reverse("campo"), "archivos": archivos()}
    return f"self.CAMPO = {json.dumps(campo)};\n{_fuente('js/campo/trabajador.js')}"


def manifiesto() -> dict:
    """Return the web app manifest: what makes the page installable."""
    iconos = [
        {
            "src": static(f"img/cuaderno-{lado}.png"),
            "sizes": f"{lado}x{lado}",
            "type": "image/png",
            "purpose": "any maskable",
        }
        for lado in (192, 512)
    ]
    return {
        "name": "Acompaña: cuaderno de campo",
        "short_name": "Acompaña",
        "description": "Registra visitas, sesiones y líneas de base sin señal. Todo queda cifrado en tu equipo y se envía cuando haya red.",
        "lang": "es-PE",
        "start_url": reverse("campo"),
        "scope": reverse("campo"),
        "display": "standalone",
        "background_color": "#faf8f3",
        "theme_color": "#0b5563",
        "icons": iconos,
    }
