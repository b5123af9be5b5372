"""The product's own static files: which style sheets, which fonts first, which JavaScript modules."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

SPRITE = "img/iconos.svg"

# In the order of the cascade. The field pages keep the same list in the browser's cache.
HOJAS_DE_ESTILO = (
    "npm/bootstrap/bootstrap.min.css",
    "css/fuentes.css",
    "css/tokens.css",
    "css/mapa.css",
    "css/marco.css",
    "css/barra.css",
    "css/piezas.css",
    "css/listas.css",
    "css/formularios.css",
    "css/campo.css",
    "css/paginas.css",
    "css/hilo.css",
    "css/papel.css",
)

# The PDF engine needs neither Bootstrap nor the controls; the bar's file brings the mark.
HOJAS_DE_PAPEL = (
    "css/fuentes.css",
    "css/tokens.css",
    "css/marco.css",
    "css/barra.css",
    "css/piezas.css",
    "css/listas.css",
    "css/paginas.css",
    "css/papel.css",
)

# The faces of the first paint: text and title.
FUENTES_PRIMERO = (
    "npm/fuentes/atkinson-400-normal.woff2",
    "npm/fuentes/andada-600-normal.woff2",
)

# What our modules import from others, by the name they write.
MODULOS_AJENOS = {"idb": "npm/idb/index.js", "uuidv7": "npm/uuidv7/index.js"}
SIMBOLO = re.compile(r'<symbol id="([\w-]+)" ([^>]+)>(.*?)</symbol>', re.S)


@cache
def nombres_de_modulos() -> tuple[str, ...]:
    """Return the modules under static/js, "js/visita/filas.js", tests apart."""
    carpeta = Path(settings.BASE_DIR) / "static"
    rutas = (r for r in carpeta.glob("js/**/*.js") if carpeta / "js/tests" not in r.parents)
    return tuple(sorted(r.relative_to(carpeta).as_posix() for r in rutas))


@cache
def modulos() -> dict[str, str]:
    """Return {what an `import` says: its hashed address} for every module under static/js, read once per process.

    Manifest storage gives each file a name with its hash and does not rewrite imports between modules (its
    experimental option hashed one import twice). The page carries this map, so modules import each other by
    their plain relative names, here and under `node --test`.
    """
    propios = {f"{settings.STATIC_URL}{nombre}": static(nombre) for nombre in nombres_de_modulos()}
    return propios | {nombre: static(archivo) for nombre, archivo in MODULOS_AJENOS.items()}


@cache
def simbolos() -> dict[str, tuple[str, str]]:
    """Return {id: (attributes, drawing)} of the sprite, for the PDF engine, which cannot follow `<use>`."""
    texto = Path(finders.find(SPRITE)).read_text(encoding="utf-8")
    return {nombre: (atributos, dibujo) for nombre, atributos, dibujo in SIMBOLO.findall(texto)}
