"""Real servers that live as long as a `with` block: PostgreSQL, Redis, and Acompaña itself."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from acompanamiento.herramientas import ordenes
from acompanamiento.herramientas.consola import RAIZ, Alto
from acompanamiento.herramientas.procesos import detener, esperar, lanzar, puerto_libre, responde

SIN_DURABILIDAD = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def _programa_de_postgresql(nombre):
    candidatos = [*sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{nombre}"), reverse=True)]
    encontrado = candidatos[0] if candidatos else shutil.which(nombre)
    if not encontrado:
        raise Alto("Falta PostgreSQL. En Debian: apt install postgresql")
    return str(encontrado)


def _como_postgres(orden):
    """PostgreSQL refuses to run as root: root becomes the user postgres."""
    prefijo = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    hecho = subprocess.run([*prefijo, *orden], cwd="/", capture_output=True, text=True, check=False)
    if hecho.returncode:
        raise Alto(f"Falló {orden[0]}: {hecho.stderr or hecho.stdout}")


@contextlib.contextmanager
def postgresql(ajustes=SIN_DURABILIDAD):
    """A PostgreSQL of our own on a socket in a temporary folder; yields the address of an empty database.

    `ajustes` are options of the server; those of the tests give up durability for speed.
    """
    carpeta = Path(tempfile.mkdtemp(prefix="acompana-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(carpeta, "postgres")
    datos, control = carpeta / "datos", _programa_de_postgresql("pg_ctl")
    try:
        _como_postgres(
            [
                *[_programa_de_postgresql("initdb"), "-D", str(datos), "-U", "postgres", "-A", "trust"],
                *["-E", "UTF8", "--no-sync", "--locale", "C.UTF-8"],
            ]
        )
        opciones = f"{ajustes} -c listen_addresses='' -c unix_socket_directories={carpeta}"
        _como_postgres(
            [control, "-D", str(datos), "-w", "-l", str(carpeta / "registro"), "-o", opciones, "start"]
        )
        yield f"postgres://postgres@/{carpeta}/postgres"
    finally:
        if (datos / "postmaster.pid").exists():
            _como_postgres([control, "-D", str(datos), "-m", "immediate", "stop"])
        shutil.rmtree(carpeta, ignore_errors=True)


@contextlib.contextmanager
def _administrar(url):
    """A cursor outside any transaction on the server of a database of `postgresql()`."""
    import psycopg2  # a package of the venv: the rest of the module is standard library

    carpeta = url.split("@/", 1)[1].rpartition("/")[0]
    conexion = psycopg2.connect(host=carpeta, user="postgres", dbname="postgres")
    conexion.autocommit = True
    try:
        yield conexion.cursor()
    finally:
        conexion.close()


def crear_base(url, nombre, plantilla="template1"):
    """Make a database beside the one at `url`, as a copy of another that nobody uses; return its address."""
    with _administrar(url) as cursor:
        cursor.execute(f"CREATE DATABASE {nombre} TEMPLATE {plantilla}")
    return f"{url.rpartition('/')[0]}/{nombre}"


def borrar_base(url, nombre):
    """Drop it, whoever is connected."""
    with _administrar(url) as cursor:
        cursor.execute(f"DROP DATABASE {nombre} WITH (FORCE)")


@contextlib.contextmanager
def redis():
    """A Redis of our own, in memory; yields its address, without the number of the database."""
    puerto = puerto_libre()
    orden = ["redis-server", "--port", puerto, "--bind", "127.0.0.1", "--save", "", "--databases", "64"]
    proceso = lanzar(orden, dict(os.environ), subprocess.DEVNULL)
    try:
        if not esperar(lambda: _redis_responde(puerto), 10, [proceso]):
            raise Alto("Redis no respondió.")
        yield f"redis://127.0.0.1:{puerto}"
    finally:
        detener([proceso])


def _redis_responde(puerto):
    import redis as cliente  # a package of the venv: the rest of the module is standard library

    try:
        return cliente.Redis(port=puerto, socket_timeout=1).ping()
    except cliente.RedisError:
        return False


class Servidor:
    """Acompaña as real processes on a database of its own: gunicorn and a Celery worker that a test may kill."""

    def __init__(self, env):
        self.env = dict(os.environ) | {
            "DEBUG": "false",
            "SOLO_HTTPS": "false",
            "SECRET_KEY": "una-clave-solo-de-las-pruebas-0123456789-abcdefghijklmnopqrstuvwxyz",
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "NIVEL_LOG": "WARNING",
            "DJANGO_SETTINGS_MODULE": "acompanamiento.settings",
            **env,
        }
        self.puerto = puerto_libre()
        self.url = f"http://127.0.0.1:{self.puerto}"
        self.registro = Path(self.env["DIR_VAR"]) / "servidor.log"
        self.web = self.trabajador = None

    def manage(self, *argumentos):
        """Run a management command against the server's database and return what it printed."""
        hecho = subprocess.run(
            [str(parte) for parte in ordenes.manage(*argumentos)],
            env=self.env,
            cwd=RAIZ,
            capture_output=True,
            text=True,
            check=False,
        )
        if hecho.returncode:
            raise RuntimeError(f"manage.py {' '.join(argumentos)}\n{hecho.stdout}{hecho.stderr}")
        return hecho.stdout

    def arrancar_web(self, procesos=1, hilos=8):
        with self.registro.open("ab") as salida:
            self.web = lanzar(ordenes.web(self.puerto, hilos, procesos), self.env, salida)
        if not esperar(lambda: responde(f"{self.url}/"), 120, [self.web]):
            raise RuntimeError(f"El servidor no respondió:\n{self.registro.read_text()}")

    def arrancar_trabajador(self):
        with self.registro.open("ab") as salida:
            self.trabajador = lanzar(ordenes.trabajador(), self.env, salida)

    def detener_web(self):
        detener([self.web] if self.web else [])
        self.web = None

    def detener_trabajador(self):
        detener([self.trabajador] if self.trabajador else [])
        self.trabajador = None

    def detener(self):
        detener([proceso for proceso in (self.web, self.trabajador) if proceso])
        self.web = self.trabajador = None
