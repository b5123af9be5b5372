"""A visit with two versions in each tenant, and a record that waits for an assignment, each with its canary."""

from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.identidad import nuevo_id
from visitas.models import ContenidoDeRevision, Cuarentena, Dispositivo, EstadoDeRevision, Revision
from visitas.services.cadena import continuar
from visitas.tests.fabricas import contenido_de_visita

CANARIOS = {
    "canario-propio-rama": {"ana"},
    "canario-ajeno-rama": {"beto"},
    "canario-lejos-rama": set(),
    "canario-propio-cuarentena": set(),
    "canario-ajeno-cuarentena": set(),
    "canario-lejos-cuarentena": set(),
}


def sembrar(mundo):
    for nombre, objetos in mundo.objetos.items():
        objetos["rama"] = _rama(nombre, objetos["visita"])
        _en_espera(nombre, objetos["docente"], objetos["acompanante"])


def _rama(nombre, visita):
    """What another device wrote of the same visit, without having seen the server's."""
    texto = canonico(contenido_de_visita(docente=visita.docente, analisis=f"canario-{nombre}-rama"))
    ahora = timezone.now()
    rama = Revision.objects.create(
        visita=visita,
        estado=EstadoDeRevision.RAMA,
        huella=huella(texto),
        formulario_version=1,
        autor=visita.acompanante.usuario,
        finalizada_en=ahora,
        recibido_en=ahora,
    )
    ContenidoDeRevision.objects.create(revision=rama, texto=texto)
    return rama


def rama_de_registro(registro, *, autor, contenido):
    """What another device wrote of the same session or baseline, without having seen the server's."""
    texto = canonico(contenido)
    ahora = timezone.now()
    return continuar(
        registro,
        None,
        estado=EstadoDeRevision.RAMA,
        texto=texto,
        huella=huella(texto),
        formulario_version=1,
        autor=autor,
        finalizada_en=ahora,
        recibido_en=ahora,
    )


def _en_espera(nombre, docente, acompanante):
    ahora = timezone.now()
    texto = canonico(
        contenido_de_visita(docente=docente, analisis=f"canario-{nombre}-cuarentena", fin="06:00")
    )
    Cuarentena.objects.create(
        revision_id=nuevo_id(),
        visita_id=nuevo_id(),
        formulario="visita",
        formulario_version=1,
        autor=acompanante.usuario,
        dispositivo=nuevo_id(),
        huella=huella(texto),
        texto=texto,
        finalizada_en=ahora,
    )
    Dispositivo.objects.create(
        acompanante=acompanante, ultimo_contacto=ahora, sin_enviar=3, espera_desde=ahora
    )
