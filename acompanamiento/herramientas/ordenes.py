"""The command lines of the product's processes, the same in `make run` and in the tests."""

from acompanamiento.herramientas.consola import PYTHON


def web(puerto, hilos=8, procesos=1):
    """gunicorn, as in production. With one process its threads share it, which is what SQLite likes best."""
    return [
        *[PYTHON, "-m", "gunicorn", "acompanamiento.wsgi:application"],
        *["--bind", f"127.0.0.1:{puerto}", "--worker-class", "gthread", "--threads", hilos],
        *["--workers", procesos],
        *["--timeout", 60, "--graceful-timeout", 5, "--log-level", "warning"],
    ]


def trabajador(procesos=1, con_agenda=True):
    """The Celery worker, with the beat inside when there is only one."""
    return [
        *[PYTHON, "-m", "celery", "-A", "acompanamiento", "--quiet", "worker"],
        *["--concurrency", procesos, "--loglevel", "WARNING"],
        *["--without-gossip", "--without-mingle", "--without-heartbeat"],
        *(["--beat"] if con_agenda else []),
    ]


def manage(*argumentos):
    return [PYTHON, "manage.py", *argumentos]
