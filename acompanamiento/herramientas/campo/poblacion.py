"""The database of the field bench: 100 acompañantes with 20 teachers each, and as many stored visits as asked.

Run as a module on the database of the environment: `poblacion gente CARPETA` prepares people and batches, `poblacion
historia N` stores visits until there are N, `poblacion sola N` tells how fast PostgreSQL alone stores N. PostgreSQL only.
"""

import os
import sys
import time
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acompanamiento.settings")
django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402  apps first
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from acompanamiento.comun.sesiones import SessionStore  # noqa: E402
from acompanamiento.herramientas.campo import envios  # noqa: E402
from docentes.models import Acompanante, Asignacion, Docente, Rol  # noqa: E402
from docentes.tests.fabricas import crear_acompanante, crear_usuario  # noqa: E402
from escuelas.models import Escuela  # noqa: E402
from escuelas.tests.fabricas import crear_escuela  # noqa: E402
from visitas.models import AnioEscolar, Visita  # noqa: E402
from visitas.tests.fabricas import entregar  # noqa: E402

ACOMPANANTES = 100
DOCENTES = 20
ESCUELAS = 100
VISITAS_POR_DOCENTE = 10
POR_ORDEN = 25_000
MOTOR = "django.contrib.auth.backends.ModelBackend"


def dia_de_visita() -> date:
    """The last day, up to today, on which the programme visits."""
    anios = AnioEscolar.objects.filter(visitas_desde__lte=timezone.localdate()).order_by("-anio")
    return min(timezone.localdate(), anios.first().visitas_hasta)


@transaction.atomic
def crear_gente() -> list[Acompanante]:
    """Everybody who sends, with their teachers and assignments."""
    escuelas = [crear_escuela() for _ in range(ESCUELAS)]
    acompanantes = [crear_acompanante() for _ in range(ACOMPANANTES)]
    for acompanante in acompanantes:
        asignar(acompanante, _docentes(escuelas, DOCENTES))
    return acompanantes


def _docentes(escuelas, cuantos):
    desde = Docente.objects.count()
    return Docente.objects.bulk_create(
        Docente(
            escuela=escuelas[i % len(escuelas)],
            plaza=f"{i:014}",
            nombres="Docente",
            apellidos=f"De prueba {i:07}",
            grados=["1", "2", "5"],
        )
        for i in range(desde, desde + cuantos)
    )


def asignar(acompanante, docentes):
    Asignacion.objects.bulk_create(
        Asignacion(docente=d, acompanante=acompanante, desde=date(2025, 3, 1)) for d in docentes
    )


def sesion_de(usuario) -> str:
    """The key of an open session of the account."""
    sesion = SessionStore()
    sesion[SESSION_KEY] = str(usuario.pk)
    sesion[BACKEND_SESSION_KEY] = MOTOR
    sesion[HASH_SESSION_KEY] = usuario.get_session_auth_hash()
    sesion.save(must_create=True)
    return sesion.session_key


def preparar(carpeta):
    gente, dia = crear_gente(), dia_de_visita()
    crear_usuario(Rol.FORMADOR, username="formador-del-banco")
    for acompanante in gente:
        docentes = [a.docente for a in acompanante.asignaciones.select_related("docente__escuela")]
        envios.escribir(carpeta, sesion_de(acompanante.usuario), docentes, dia)


def guardar_historia(hasta: int) -> None:
    """Store visits, copies of one that entered by the door, until the database holds `hasta`."""
    modelo = Visita.objects.order_by("pk").first() or _modelo()
    faltan = hasta - Visita.objects.count()
    for desde in range(0, max(0, faltan), POR_ORDEN):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")  # the keys are known to hold
            cuantas = min(POR_ORDEN, faltan - desde)
            _copiar(cursor, modelo, _nuevos_docentes(modelo, cuantas), cuantas)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def _modelo():
    asignacion = Asignacion.objects.select_related("docente__escuela", "acompanante__usuario").first()
    contenido = envios.contenido(asignacion.docente, dia_de_visita(), 0)
    resultado = entregar(autor=asignacion.acompanante.usuario, contenido=contenido)
    return resultado.revision.visita


def _uuid7(sal):
    """SQL for a UUID that grows with time, as ours do."""
    ms = "lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')"
    azar = f"md5('{sal}' || d.id || '.' || i || random())"
    return f"({ms} || '7' || substr({azar}, 1, 3) || '8' || substr({azar}, 4, 15))::uuid"


AZAR = "md5(c.visita::text || m.orden)"
DE_UN_COMPROMISO = f"""
(left(c.visita::text, 15) || substr({AZAR}, 1, 3) || '-8' || substr({AZAR}, 4, 3) || '-' || substr({AZAR}, 7, 12))::uuid
"""
"""Of the same time as its visit, as on a device."""

COPIA = f"""
CREATE TEMP TABLE copia ON COMMIT DROP AS
SELECT d.id AS docente, d.escuela_id AS escuela, {_uuid7("v")} AS visita, {_uuid7("r")} AS revision, {_uuid7("x")} AS recibo
FROM docentes_docente d, generate_series(1, %s) AS i WHERE d.id = ANY(%s) LIMIT %s
"""  # noqa: S608 (no value of anybody's is in it)


def _nuevos_docentes(modelo, cuantas):
    """The teachers that so many visits are about, assigned to the acompañante of the model."""
    docentes = _docentes(list(Escuela.objects.all()[:ESCUELAS]), -(-cuantas // VISITAS_POR_DOCENTE))
    asignar(modelo.acompanante, docentes)
    return docentes


def _copiar(cursor, modelo, docentes, cuantas):
    """Visits to those teachers: every table of a visit."""
    cursor.execute(COPIA, [VISITAS_POR_DOCENTE, [d.pk for d in docentes], cuantas])
    visita, revision = ("visita_id", modelo.pk), ("id", modelo.cabeza_id)
    propias = {
        ("visitas_visita", ("id", modelo.pk)): {
            "id": "c.visita",
            "docente_id": "c.docente",
            "escuela_id": "c.escuela",
            "cabeza_id": "c.revision",
        },
        ("visitas_revision", revision): {"id": "c.revision", "visita_id": "c.visita", "recibo": "c.recibo"},
        ("visitas_contenidoderevision", ("revision_id", modelo.cabeza_id)): {"revision_id": "c.revision"},
        ("visitas_nivelobservado", visita): {
            "id": "nextval(pg_get_serial_sequence('visitas_nivelobservado', 'id'))",
            "visita_id": "c.visita",
        },
        ("visitas_compromiso", visita): {
            "id": DE_UN_COMPROMISO,
            "visita_id": "c.visita",
        },
        ("visitas_dialogoreflexivo", visita): {"visita_id": "c.visita"},
        ("visitas_calidaddevisita", visita): {"visita_id": "c.visita"},
    }
    for (tabla, (llave, valor)), cambios in propias.items():
        _copiar_tabla(cursor, tabla, llave, valor, cambios)


def _copiar_tabla(cursor, tabla, llave, valor, cambios):
    with connection.cursor() as otra:
        columnas = [c.name for c in connection.introspection.get_table_description(otra, tabla)]
    dichas = ", ".join(cambios.get(c, f"m.{c}") for c in columnas)
    cursor.execute(
        f"INSERT INTO {tabla} ({', '.join(columnas)}) SELECT {dichas} FROM {tabla} m, copia c "  # noqa: S608
        f"WHERE m.{llave} = %s",
        [valor],
    )


def medir_sola(cuantas: int) -> float:
    """Visits a second that PostgreSQL stores alone: the same rows and checks, in transactions of a batch's size."""
    modelo = Visita.objects.order_by("pk").first()
    docentes, de_un_lote = _nuevos_docentes(modelo, cuantas), envios.POR_LOTE // VISITAS_POR_DOCENTE
    inicio = time.perf_counter()
    for desde in range(0, len(docentes), de_un_lote):
        with transaction.atomic(), connection.cursor() as cursor:
            _copiar(cursor, modelo, docentes[desde : desde + de_un_lote], envios.POR_LOTE)
    return cuantas / (time.perf_counter() - inicio)


def main(orden, valor):
    """Prints what was asked: the visits stored, or those a second that PostgreSQL alone stores."""
    if orden == "gente":
        preparar(valor)
    elif orden == "historia":
        guardar_historia(int(valor))
    print(medir_sola(int(valor)) if orden == "sola" else Visita.objects.count())


if __name__ == "__main__":
    main(*sys.argv[1:])
