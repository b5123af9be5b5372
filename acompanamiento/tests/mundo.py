"""Three tenants with everything that could be seen in each, and a canary text in every corner of it."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from docentes.models import MotivoDeFin, Rol
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_docente, crear_usuario
from escuelas.tests.fabricas import crear_distrito, crear_escuela, crear_provincia, crear_region, crear_ugel
from reportes.models import EstadoDeReporte, Reporte
from visitas.models import NotaPrivada
from visitas.services.borrador import abrir_borrador
from visitas.tests.fabricas import crear_programada, crear_visita, tipo_de_visita

from .siembras import CANARIOS, sembrar

DIA_DE_NORA = date(2026, 4, 20)

# What each canary is, and which personas may meet it on some page.
QUIEN_PUEDE_LEER = {
    "canario-propio-dicho": {"ana", "rosa"},
    "canario-ajeno-dicho": {"beto"},
    "canario-lejos-dicho": set(),
    "canario-nora-dicho": {"nora", "ana", "rosa"},
    "canario-propio-nota": {"ana"},
    "canario-ajeno-nota": {"beto"},
    "canario-propio-borrador": {"ana"},
    "canario-ajeno-borrador": {"beto"},
    "Apellido-propio": {"ana", "rosa", "hugo", "nora"},
    "Apellido-ajeno": {"beto"},
    "Apellido-lejos": set(),
    **CANARIOS,
}


def _vida_de(nombre, docente, acompanante):
    """Everything that one teacher's accompaniment leaves behind."""
    hoy = timezone.localdate()
    visita = crear_visita(
        docente=docente,
        acompanante=acompanante,
        analisis=f"canario-{nombre}-dicho",
        dialogo={
            c: f"canario-{nombre}-dicho" for c in ("describir", "explicar", "confrontar", "reconstruir")
        },
    )
    NotaPrivada.objects.create(visita_id=visita.pk, autor=acompanante.usuario, texto=f"canario-{nombre}-nota")
    programada = crear_programada(docente=docente, acompanante=acompanante, tipo="A2", fecha=hoy)
    borrador = abrir_borrador(autor=acompanante.usuario, docente=docente, tipo=tipo_de_visita("A3"))
    borrador.datos |= {"analisis": f"canario-{nombre}-borrador"}
    borrador.save()
    return {"visita": visita, "programada": programada, "borrador": borrador, "docente": docente}


def _reporte(usuario, ambito="ugel", codigo="130012"):
    archivo = f"{usuario.username}.pdf"
    (settings.DIR_REPORTES / archivo).write_bytes(b"%PDF-1.7")
    return Reporte.objects.create(
        clave=f"{usuario.username}",
        ambito=ambito,
        codigo=codigo,
        nombre="Reporte de prueba",
        periodo=str(timezone.localdate().year),
        pedido_por=usuario,
        estado=EstadoDeReporte.LISTO,
        archivo=archivo,
    )


def _otra_region():
    region = crear_region(codigo="06", nombre="Cajamarca")
    provincia = crear_provincia(codigo="0601", nombre="Cajamarca", region=region)
    ugel = crear_ugel(codigo="060002", nombre="Cajamarca", region=region)
    escuela = crear_escuela(
        ugel=ugel, distrito=crear_distrito(codigo="060101", nombre="Cajamarca", provincia=provincia)
    )
    docente = crear_docente(nombres="Lejana", apellidos="Apellido-lejos", escuela=escuela)
    acompanante = crear_acompanante(ugel=ugel)
    asignacion = crear_asignacion(docente=docente, acompanante=acompanante)
    formador = crear_usuario(Rol.FORMADOR, username="formador-lejos", region=region)
    return _vida_de("lejos", docente, acompanante) | {
        "asignacion": asignacion,
        "acompanante": acompanante,
        "escuela": escuela,
        "ugel": ugel,
        "usuario": formador,
        "reporte": _reporte(formador, codigo="060002"),
    }


def _crear_nora(rosa, territorio):
    """Accompanied Rosa before Ana, and wrote one visit; `_mover_a_ayer` says until when."""
    usuario = crear_usuario(Rol.ACOMPANANTE, username="nora", nombres="Nora", ugel=territorio.gran_chimu)
    nora, docente = crear_acompanante(usuario), rosa.docente
    docente.asignaciones.update(desde=date(2026, 6, 1))
    crear_asignacion(
        docente=docente, acompanante=nora, hasta=date(2026, 5, 31), motivo_fin=MotivoDeFin.LICENCIA
    )
    visita = crear_visita(
        docente=docente,
        acompanante=nora,
        tipo="D",
        fecha=DIA_DE_NORA,
        hoy=DIA_DE_NORA,
        analisis="canario-nora-dicho",
        compromisos=[],
    )
    return usuario, visita


def _mover_a_ayer(rosa):
    """Nora stopped a week ago and Ana goes on: the 90 days of reading are counted from today, on any day."""
    hoy = timezone.localdate()
    rosa.docente.asignaciones.filter(hasta=None).update(desde=hoy - timedelta(days=6))
    rosa.docente.asignaciones.exclude(hasta=None).update(hasta=hoy - timedelta(days=7))


def construir(personas, territorio):
    """Return the world: `personas` by name and `objetos` by tenant."""
    rosa, ana, beto, carmen, dario = (personas[n] for n in ("rosa", "ana", "beto", "carmen", "dario"))
    rosa.docente.apellidos = "Apellido-propio"
    rosa.docente.save()
    ajena = beto.acompanante.asignaciones.get()
    ajena.docente.apellidos = "Apellido-ajeno"
    ajena.docente.save()
    personas["nora"], visita_de_nora = _crear_nora(rosa, territorio)
    propio = _vida_de("propio", rosa.docente, ana.acompanante) | {
        "asignacion": rosa.docente.asignaciones.get(hasta=None),
        "acompanante": ana.acompanante,
        "escuela": territorio.corlas,
        "ugel": territorio.gran_chimu,
        "usuario": crear_usuario(Rol.FORMADOR, region=territorio.region),
        "reporte": _reporte(carmen),
    }
    ajeno = _vida_de("ajeno", ajena.docente, beto.acompanante) | {
        "asignacion": ajena,
        "acompanante": beto.acompanante,
        "escuela": ajena.docente.escuela,
        "ugel": territorio.otuzco,
        "usuario": crear_usuario(Rol.ESPECIALISTA, ugel=territorio.otuzco),
        "reporte": _reporte(dario, codigo="130007"),
    }
    _mover_a_ayer(rosa)
    return sembrar(
        SimpleNamespace(
            personas=personas,
            objetos={"propio": propio, "ajeno": ajeno, "lejos": _otra_region()},
            visita_de_nora=visita_de_nora,
        )
    )


@pytest.fixture
def mundo(
    catalogos, territorio, ana, beto, carmen, dario, elena, fidel, rosa, hugo, ines, admin, settings, tmp_path
):
    """The three tenants, with the personas of the fixtures."""
    settings.DIR_REPORTES = tmp_path
    nombres = ("ana", "beto", "carmen", "dario", "elena", "fidel", "rosa", "hugo", "ines", "admin")
    personas = dict(
        zip(nombres, (ana, beto, carmen, dario, elena, fidel, rosa, hugo, ines, admin), strict=True)
    )
    return construir(personas, territorio)


def rutas(mundo, nombre, fila):
    """Yield (what its argument is, tenant, cell, path) of a row of the matrix."""
    for objeto in (fila.objeto, *fila.tambien):
        for inquilino, celda in fila.celdas.items():
            argumentos = [_argumento(objeto, mundo.objetos[inquilino][objeto])] if objeto else []
            yield objeto, inquilino, celda, reverse(nombre, args=argumentos)


def _argumento(objeto, valor):
    if objeto in ("escuela", "ugel"):
        return valor.codigo
    return valor if isinstance(valor, str) else valor.pk
