"""The only module that touches WeasyPrint.

The engine's own fetcher would embed local files and follow any address; ours serves the project's static
files and nothing else.
"""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from acompanamiento.comun.estaticos import HOJAS_DE_PAPEL

from .documento import Documento

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


def componer(html: str) -> Documento:
    """Lay the page out. The same text gives the same bytes."""
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
