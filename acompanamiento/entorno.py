"""Reading the environment: a wrong variable stops the start and names itself."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

VERDADERO = {"1", "true", "yes", "on", "si", "sí"}
FALSO = {"0", "false", "no", "off"}
OBLIGATORIA = object()
BASES_DE_DATOS = {"sqlite", "postgres", "postgresql"}
BROKERS = {"filesystem", "redis", "rediss", "redis+socket"}

env = environ.Env()


def _mala(nombre, motivo):
    return ImproperlyConfigured(f"{nombre}: {motivo}")


def texto(nombre, por_defecto=OBLIGATORIA):
    valor = env.str(nombre, default="").strip()
    if valor:
        return valor
    if por_defecto is OBLIGATORIA:
        raise _mala(nombre, "falta. Mira .env.example.")
    return por_defecto


def booleano(nombre, por_defecto):
    """django-environ reads any unknown word as false; here it is an error."""
    valor = texto(nombre, "").lower()
    if not valor:
        return por_defecto
    if valor not in VERDADERO | FALSO:
        raise _mala(nombre, f"«{valor}» no es true ni false.")
    return valor in VERDADERO


def entero(nombre, por_defecto, minimo, maximo):
    valor = texto(nombre, str(por_defecto))
    if not valor.isdecimal() or not minimo <= int(valor) <= maximo:
        raise _mala(nombre, f"«{valor}» no es un número entre {minimo} y {maximo}.")
    return int(valor)


def opcion(nombre, por_defecto, opciones):
    valor = texto(nombre, por_defecto)
    if valor not in opciones:
        raise _mala(nombre, f"«{valor}» no es una de: {', '.join(opciones)}.")
    return valor


def lista(nombre):
    return [parte.strip() for parte in texto(nombre, "").split(",") if parte.strip()]


def clave_secreta(depurando):
    """No default outside DEBUG: a known key lets anyone sign a session."""
    clave = texto(
        "SECRET_KEY", "solo-para-desarrollo-nunca-en-produccion-0123456789" if depurando else OBLIGATORIA
    )
    if not depurando and (len(clave) < 50 or len(set(clave)) < 5):
        raise _mala("SECRET_KEY", "necesita al menos 50 caracteres al azar.")
    return clave


def anfitriones(depurando):
    nombres = lista("ALLOWED_HOSTS")
    if not nombres and not depurando:
        raise _mala(
            "ALLOWED_HOSTS", "falta: escribe el nombre del servidor, por ejemplo acompana.ejemplo.pe."
        )
    for nombre in nombres:
        if "/" in nombre or "*" in nombre:
            raise _mala("ALLOWED_HOSTS", f"«{nombre}» debe ser un nombre, sin https://, ruta ni asterisco.")
    return nombres or ["localhost", "127.0.0.1", "[::1]"]


def origenes():
    direcciones = lista("CSRF_TRUSTED_ORIGINS")
    for direccion in direcciones:
        if urlsplit(direccion).scheme not in {"http", "https"}:
            raise _mala("CSRF_TRUSTED_ORIGINS", f"«{direccion}» debe empezar con https:// (o http://).")
    return direcciones


def base_de_datos(archivo_sqlite):
    url = texto("DATABASE_URL", "")
    if not url:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(archivo_sqlite)}
    if urlsplit(url).scheme not in BASES_DE_DATOS:
        raise _mala("DATABASE_URL", "debe empezar con sqlite:// o postgres://.")
    try:
        config = environ.Env.db_url_config(url)
    except (ValueError, KeyError) as error:
        raise _mala("DATABASE_URL", "no se entiende como dirección de una base de datos.") from error
    if not config.get("NAME"):
        raise _mala("DATABASE_URL", "no dice el nombre de la base de datos.")
    return config


def broker():
    nombre = "CELERY_BROKER_URL" if texto("CELERY_BROKER_URL", "") else "REDIS_URL"
    url = texto(nombre, "filesystem://")
    if urlsplit(url).scheme not in BROKERS:
        raise _mala(nombre, "debe empezar con redis:// o filesystem://.")
    return url


def memoria_compartida():
    """Redis when there is one, so that every process counts together; else each process's own memory."""
    url = texto("REDIS_URL", "")
    if urlsplit(url).scheme not in {"redis", "rediss"}:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    opciones = {"socket_connect_timeout": 1, "socket_timeout": 1}
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url,
        "KEY_PREFIX": "acompana",
        "OPTIONS": opciones,
    }


def archivo(nombre, por_defecto):
    """A file that we read and, when it is missing, write: its folder must exist."""
    ruta = Path(texto(nombre, str(por_defecto))).expanduser().resolve()
    if ruta.is_dir() or not ruta.parent.is_dir():
        raise _mala(nombre, f"{ruta} debe ser un archivo dentro de una carpeta que exista.")
    return ruta


def carpeta(nombre, por_defecto):
    ruta = Path(texto(nombre, str(por_defecto))).expanduser().resolve()
    try:
        ruta.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _mala(nombre, f"no se puede crear la carpeta {ruta} ({error.strerror}).") from error
    return ruta
