"""Rows for tests: catalogues, scheduled visits and finished visits, which enter by the same door as real ones."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db.models.signals import post_migrate
from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Asignacion
from docentes.tests.fabricas import crear_asignacion
from visitas.contexto import Catalogos
from visitas.models import (
    AnioEscolar,
    Bimestre,
    Competencia,
    CuotaDeSesion,
    Descriptor,
    Instrumento,
    NivelEducativo,
    Protocolo,
    TipoDeVisita,
    VisitaProgramada,
)
from visitas.services.catalogos import cargar_catalogos
from visitas.services.revision import recibir_revision

DIA = date(2026, 6, 15)
DE_CATALOGO = (
    Descriptor,
    Competencia,
    Instrumento,
    CuotaDeSesion,
    TipoDeVisita,
    Protocolo,
    Bimestre,
    AnioEscolar,
)


def _al_crear_la_base(**_):
    cargar_catalogos()


# A new test database holds the catalogues, and so does one that a transactional test has just flushed.
post_migrate.connect(_al_crear_la_base, sender=apps.get_app_config("visitas"), dispatch_uid="catalogos")


@pytest.fixture
def catalogos(db):
    """School years, protocols and instrument, as the product ships them: every test database holds them."""


@pytest.fixture
def sin_catalogos(db):
    """The database of who has not loaded them yet."""
    for modelo in DE_CATALOGO:
        modelo.objects.all().delete()


def tipo_de_visita(codigo="A1", nivel=NivelEducativo.PRIMARIA) -> TipoDeVisita:
    return Protocolo.objects.all().vigente_para(nivel).tipos.get(codigo=codigo)


def competencia(numero=2) -> Competencia:
    return Competencia.objects.get(instrumento=Instrumento.objects.vigente(), numero=numero)


def crear_programada(**cambios) -> VisitaProgramada:
    """A visit planned for 15/10/2026 ("A1" unless told), of a teacher with an assignment. Needs `catalogos`."""
    tipo = cambios.pop("tipo", "A1")
    if "docente" not in cambios:
        cambios["docente"] = crear_asignacion(**_solo(cambios, "acompanante")).docente
    if "acompanante" not in cambios:
        cambios["acompanante"] = Asignacion.objects.filter(docente=cambios["docente"]).first().acompanante
    fecha = cambios.get("fecha", date(2026, 10, 15))
    datos = {
        "tipo": tipo_de_visita(tipo) if isinstance(tipo, str) else tipo,
        "anio": fecha.year,
        "fecha": fecha,
        "fecha_original": fecha,
    }
    return VisitaProgramada.objects.create(**(datos | cambios))


def _solo(campos, *nombres):
    return {n: campos[n] for n in nombres if n in campos}


def compromiso(que="Caja de tarjetas de reto para quien termina primero.", **cambios) -> dict:
    """A commitment of a content."""
    return {
        "id": str(nuevo_id()),
        "que": que,
        "hasta": "2026-12-10",
        "como": "Tarjetas usadas en dos sesiones.",
    } | cambios


def nivel(competencia, valor=2, evidencia="De 8:05 a 10:30 conté 9 minutos sin tarea.") -> dict:
    """An observed level of a content; `valor` None is *no observado*."""
    return {"competencia": competencia, "nivel": valor, "evidencia": evidencia if valor else ""}


def contenido_de_visita(*, docente, **cambios) -> dict:
    """The content of a complete visit A1 to `docente` on 15 June 2026; every key can be changed.

    `niveles` may be {competency: level}; `fecha` may be a date.
    """
    fecha = cambios.get("fecha", DIA)
    fecha = date.fromisoformat(fecha) if isinstance(fecha, str) else fecha
    if isinstance(cambios.get("niveles"), dict):
        cambios["niveles"] = [nivel(n, v) for n, v in sorted(cambios["niveles"].items())]
    grados = {
        NivelEducativo.INICIAL: ("3", "4"),
        NivelEducativo.PRIMARIA: ("1", "2", "5"),
        NivelEducativo.SECUNDARIA: ("1", "2"),
    }[NivelEducativo.de_escuela(docente.escuela)]
    base = {
        "docente": str(docente.pk),
        "tipo": "A1",
        "programada": None,
        "instrumento": {"codigo": "acompanamiento", "version": 1},
        "inicio": "08:00",
        "fin": "12:30",
        "grados": [{"grado": g, "presentes": 3} for g in grados],
        "seccion": "única",
        "areas": ["comunicacion", "matematica"],
        "lenguas": ["castellano"],
        "cuaderno": [{"hora": "08:05", "texto": "Pregunta qué cosecharon en casa esta semana."}],
        "analisis": "La espera bajó de 12 minutos a casi nada en 5.º.",
        "preguntas": "¿Qué notaste en los grandes cuando estabas con los chicos?",
        "niveles": [nivel(2, 2), nivel(4, 3), nivel(8, None)],
        "dialogo": {
            "describir": "Les di el mismo problema a todos.",
            "explicar": "",
            "confrontar": "",
            "reconstruir": "",
        },
        "verificaciones": [],
        "compromisos": [compromiso(hasta=min(fecha + timedelta(28), date(fecha.year, 12, 15)).isoformat())],
        "acuerdo": True,
    }
    return base | cambios | {"fecha": fecha.isoformat()}


def entregar(*, autor, contenido, visita_id=None, revision_id=None, base_id=None, hoy=None, **cambios):
    """Hand a content to `recibir_revision` as its author would, and return the Resultado.

    `hoy` is the day on which it arrives: the visit's own, or the real one when that is later.
    """
    dia = date.fromisoformat(contenido["fecha"])
    datos = {
        "formulario_version": 1,
        "huella": cambios.get("huella") or huella(canonico(contenido)),
        "finalizada_en": timezone.now(),
        "catalogos": Catalogos(hoy=hoy or max(dia, timezone.localdate())),
    }
    return recibir_revision(
        **(
            datos
            | {
                "autor": autor,
                "contenido": contenido,
                "visita_id": visita_id or nuevo_id(),
                "revision_id": revision_id or nuevo_id(),
                "base_id": base_id,
            }
            | cambios
        )
    )


def crear_visita(*, docente=None, acompanante=None, visita_id=None, hoy=None, **cambios):
    """A finished visit, and what it needs: catalogues, teacher, assignment. Other keys change its content.

    Without `docente`, a new one; without `acompanante`, the one assigned to the teacher, or a new assignment.
    """
    fecha = cambios.get("fecha", DIA)
    fecha = date.fromisoformat(fecha) if isinstance(fecha, str) else fecha
    if docente is None:
        docente = crear_asignacion(**({"acompanante": acompanante} if acompanante else {})).docente
    suyas = docente.asignaciones.vigentes(fecha)
    if acompanante:
        suyas = suyas.filter(acompanante=acompanante)
    asignacion = suyas.select_related("acompanante__usuario").first() or crear_asignacion(
        docente=docente, **({"acompanante": acompanante} if acompanante else {})
    )
    resultado = entregar(
        autor=asignacion.acompanante.usuario,
        contenido=contenido_de_visita(docente=docente, **cambios),
        visita_id=visita_id,
        hoy=hoy,
    )
    if not resultado.guardada:
        raise AssertionError(f"la visita de prueba no se pudo registrar: {resultado}")
    return resultado.revision.visita
