"""The measures of `make bench`, on the database of the environment. Prints one line of JSON."""

import json
import os
import statistics
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acompanamiento.settings")
django.setup()

from django.contrib.auth import get_user_model  # noqa: E402  the registry has to be ready
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from acompanamiento.herramientas.paginas_diarias import Contador, paginas_diarias  # noqa: E402
from docentes.models import Asignacion  # noqa: E402
from reportes.services import generar_reporte, solicitar_reporte  # noqa: E402
from visitas.models import Revision, VisitaProgramada  # noqa: E402
from visitas.tests.fabricas import contenido_de_visita, entregar  # noqa: E402

ACOMPANANTE = "ana"
DE_LA_REGION = {
    "tablero de la región": ("fidel", "/tablero/"),
    "tablero de una UGEL": ("fidel", "/tablero/ugel/130012/"),
    "actividad de la UGEL (especialista)": ("carmen", "/tablero/"),
    "lista de escuelas": ("fidel", "/escuelas/"),
}


def medir(funcion, veces):
    """Median milliseconds, statements and transactions begun of `funcion(i)`; the first call only warms caches."""
    funcion(0)
    tiempos, consultas, marcos = [], [], []
    for i in range(1, veces + 1):
        contador, inicio = Contador(), time.perf_counter()
        with connection.execute_wrapper(contador):
            funcion(i)
        tiempos.append((time.perf_counter() - inicio) * 1000)
        consultas.append(len(contador.sentencias))
        marcos.append(contador.marcos)
    return statistics.median(tiempos), round(statistics.median(consultas)), round(statistics.median(marcos))


def cuenta(username):
    return get_user_model().objects.get(username=username)


def paginas():
    """{name: (username, path)}: the acompañante's of every day, and those that count a region or a UGEL."""
    de_cada_dia = paginas_diarias(cuenta(ACOMPANANTE))
    return {nombre: (ACOMPANANTE, ruta) for nombre, ruta in de_cada_dia.items()} | DE_LA_REGION


def abrir(usuario, ruta):
    cliente = Client(SERVER_NAME="localhost")
    cliente.force_login(cuenta(usuario), backend="django.contrib.auth.backends.ModelBackend")

    def pedir(_):
        respuesta = cliente.get(ruta)
        if respuesta.status_code != 200:
            raise AssertionError(f"{ruta} respondió {respuesta.status_code}")

    return pedir


def registrar(veces):
    """A finished visit of a teacher who still lacks that kind, through the door that every visit enters."""
    pendientes = VisitaProgramada.objects.por_hacer().filter(tipo__codigo__startswith="A")
    por_docente = {p.docente_id: p for p in pendientes.select_related("docente__escuela", "tipo")}
    citas = list(por_docente.values())[: veces + 1]
    autores = {
        a.docente_id: a.acompanante.usuario
        for a in Asignacion.objects.vigentes().select_related("acompanante__usuario")
    }

    def uno(i):
        contenido = contenido_de_visita(
            docente=citas[i].docente, tipo=citas[i].tipo.codigo, fecha=timezone.localdate()
        )
        resultado = entregar(autor=autores[citas[i].docente_id], contenido=contenido)
        if not resultado.guardada:
            raise AssertionError(f"la visita no entró: {resultado}")

    return uno


def reportar():
    """A report from the request to the file, without the queue's wait."""

    def uno(_):
        reporte = solicitar_reporte(usuario=None, ambito="ugel", codigo="130012", periodo="2026")
        generar_reporte(reporte.pk)
        reporte.refresh_from_db()
        if reporte.estado != "listo":
            raise AssertionError(f"el reporte quedó {reporte.estado}: {reporte.error}")

    return uno


def main():
    revisiones = Revision.objects.count()
    medidas = {nombre: medir(abrir(*pagina), 15) for nombre, pagina in paginas().items()}
    medidas["registrar una visita"] = medir(registrar(12), 12)
    medidas["reporte PDF de una UGEL"] = medir(reportar(), 3)
    print(json.dumps({"revisiones": revisiones, "medidas": medidas}))


if __name__ == "__main__":
    main()
