"""From a report's data to a tagged A4 PDF. The only module that touches WeasyPrint.

The engine's own fetcher would embed local files and follow any address; ours serves the project's static
files and nothing else.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from acompanamiento.comun.estaticos import HOJAS_DE_PAPEL
from acompanamiento.comun.formato import fecha, hora
from docentes.models import Rol

# An address that cannot exist (RFC 2606): relative links of our style sheets resolve under it.
BASE = "https://acompana.invalid/estaticos/"
TIPOS = {".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
HOJAS = (*HOJAS_DE_PAPEL, "css/reporte.css")
VARIANTE = "pdf/ua-1"


class RecursoAjeno(ValueError):
    """The document asked for something that is not a static file of the project."""


class SoloEstaticos(URLFetcher):
    """Deny by default: a style sheet, font or drawing under our static folders, by its plain name."""

    def fetch(self, url, headers=None):
        archivo = self._archivo(url)
        return URLFetcherResponse(url, archivo.read_bytes(), {"Content-Type": TIPOS[archivo.suffix]})

    @staticmethod
    def _archivo(url):
        partes = urlsplit(url)
        nombre = unquote(f"{partes.scheme}://{partes.netloc}{partes.path}").removeprefix(BASE)
        if not url.startswith(BASE) or ".." in nombre.split("/") or Path(nombre).suffix not in TIPOS:
            raise RecursoAjeno(url)
        encontrado = finders.find(nombre)
        if not encontrado:
            raise RecursoAjeno(url)
        return Path(encontrado)


@dataclass(frozen=True)
class Documento:
    """The finished file and how many pages it has."""

    contenido: bytes
    paginas: int


def renderizar(datos, *, pedido_por, pedido_en) -> Documento:
    """Return the PDF of a report. Same data, asker and moment give the same bytes, so the same file name."""
    return componer(
        render_to_string(
            "reportes/pdf/documento.html",
            {
                "datos": datos,
                "pedido": quien_y_cuando(pedido_por, pedido_en),
                "pedido_en": pedido_en,
                "en_papel": True,
            },
        )
    )


def componer(html: str) -> Documento:
    hojas, fuentes = _hojas()
    pagina = HTML(string=html, base_url=BASE, url_fetcher=SoloEstaticos())
    opciones = {"stylesheets": hojas, "font_config": fuentes, "pdf_variant": VARIANTE}
    documento = pagina.render(**opciones)
    return Documento(documento.write_pdf(pdf_variant=VARIANTE), len(documento.pages))


@cache
def _hojas():
    """Parse the style sheets and load the fonts once in each worker process."""
    fuentes = FontConfiguration()
    fetcher = SoloEstaticos()
    return [CSS(url=BASE + hoja, url_fetcher=fetcher, font_config=fuentes) for hoja in HOJAS], fuentes


def quien_y_cuando(usuario, momento) -> str:
    """Return the stamp of every page."""
    cuando = f"el {fecha(momento)} a las {hora(momento)}"
    if usuario is None:
        return f"Preparado por el sistema {cuando}"
    de = usuario.ugel if usuario.rol == Rol.ESPECIALISTA else usuario.get_rol_display()
    return f"Pedido por {usuario.nombre_completo} ({de}) {cuando}"
