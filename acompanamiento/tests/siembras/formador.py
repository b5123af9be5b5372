"""A case, an exercise and a field visit in each tenant, with what nobody else may meet."""

from datetime import timedelta

from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from visitas.models import (
    EjercicioDeCalibracion,
    EstadoDeObservacion,
    Instrumento,
    NivelDeRespuesta,
    ObservacionDeAcompanante,
    RespuestaDeCalibracion,
    Visita,
)
from visitas.services import comentar_caso, compartir_caso

CANARIOS = {
    "canario-propio-caso": {"ana", "fidel"},
    "canario-ajeno-caso": {"beto", "fidel"},
    "canario-lejos-caso": set(),
    "canario-propio-devolucion": {"ana", "fidel"},
    "canario-ajeno-devolucion": {"beto"},
    "canario-lejos-devolucion": set(),
    "canario-region-leccion": {"ana", "nora", "beto", "fidel"},
    "canario-lejos-leccion": set(),
    "canario-propio-lectura": {"ana"},
    "canario-ajeno-lectura": {"beto"},
}


def sembrar(mundo):
    propio, ajeno, lejos = (mundo.objetos[n] for n in ("propio", "ajeno", "lejos"))
    fidel, otro, lejano = mundo.personas["fidel"], propio["usuario"], lejos["usuario"]
    _caso("propio", propio, mundo.personas["ana"].acompanante)
    _caso("ajeno", ajeno, ajeno["acompanante"])
    _caso("lejos", lejos, lejos["acompanante"])
    for nombre, objetos, formador in (
        ("propio", propio, fidel),
        ("ajeno", ajeno, otro),
        ("lejos", lejos, lejano),
    ):
        _observaciones(nombre, objetos, formador)
    suyos = _ejercicios("region", fidel, {"propio": propio["acompanante"], "ajeno": ajeno["acompanante"]})
    propio |= suyos
    ajeno |= suyos
    lejos |= _ejercicios("lejos", lejano, {})


def _caso(nombre, objetos, acompanante):
    """The case says the teacher's surname: the scrubber must have taken it out."""
    visita, apellido = objetos["visita"], objetos["docente"].apellidos
    partes = [
        {
            "grupo": "analisis",
            "titulo": "Análisis",
            "nivel": None,
            "texto": f"canario-{nombre}-caso de {apellido}.",
        }
    ]
    objetos["caso"] = compartir_caso(visita=visita, partes=partes, pregunta=f"¿Qué hago con {apellido}?")
    comentar_caso(caso=objetos["caso"], autor=acompanante.usuario, texto=f"{apellido} sigue igual.")
    objetos["visita_por_compartir"] = _otra_visita(visita)


def _otra_visita(visita):
    """One more row with the same head: on any day of the year, and not shared yet."""
    otra = Visita.objects.get(pk=visita.pk)
    otra.pk = nuevo_id()
    otra.save(force_insert=True)
    return otra


def _observaciones(nombre, objetos, formador):
    datos = {
        "formador": formador,
        "acompanante": objetos["acompanante"],
        "fecha": timezone.localdate(),
        "devolucion": f"canario-{nombre}-devolucion",
    }
    objetos["observacion"] = ObservacionDeAcompanante.objects.create(
        **datos, estado=EstadoDeObservacion.TERMINADA, terminada_en=timezone.now()
    )
    objetos["observacion_en_borrador"] = ObservacionDeAcompanante.objects.create(**datos)


def _ejercicios(nombre, formador, acompanantes):
    """One open and one closed, answered by `acompanantes` ({tenant: Acompanante})."""
    hoy = timezone.localdate()
    datos = {
        "region_id": formador.region_id,
        "instrumento": Instrumento.objects.all().vigente(),
        "leccion": f"canario-{nombre}-leccion",
        "creado_por": formador,
        "abre": hoy - timedelta(days=9),
    }
    cerrado = EjercicioDeCalibracion.objects.create(titulo="Cerrado", cierra=hoy - timedelta(days=1), **datos)
    abierto = EjercicioDeCalibracion.objects.create(titulo="Abierto", cierra=hoy + timedelta(days=9), **datos)
    for inquilino, acompanante in acompanantes.items():
        _respuestas(abierto, cerrado, inquilino, acompanante)
    return {"ejercicio": abierto, "ejercicio_cerrado": cerrado}


def _respuestas(abierto, cerrado, inquilino, acompanante):
    """In the closed one, too few reasons to show; in the open one, a draft with a reason for the author alone."""
    enviada = RespuestaDeCalibracion.objects.create(
        ejercicio=cerrado, acompanante=acompanante, enviada_en=timezone.now()
    )
    NivelDeRespuesta.objects.bulk_create(
        NivelDeRespuesta(respuesta=enviada, competencia=c, nivel=2, razon=f"canario-{inquilino}-lectura")
        for c in cerrado.instrumento.competencias.all()
    )
    RespuestaDeCalibracion.objects.create(
        ejercicio=abierto, acompanante=acompanante, borrador={"razon_1": f"canario-{inquilino}-lectura"}
    )
