"""The people of test_anio_de_una_docente, made in the live server's database, and the addresses of what they leave.

Runs inside `manage.py shell` of the live server; each function prints one line of JSON.
"""

import json
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from docentes import avisos
from docentes.models import Acompanante, Docente, Rol
from docentes.services import aceptar_aviso, crear_cuenta, registrar_docente
from escuelas.models import Area, Distrito, Escuela, Gestion, Modalidad, Nivel, Ugel
from visitas.models import (
    AnioEscolar,
    Caracterizacion,
    Compromiso,
    InformeFinal,
    Plan,
    ReflexionPropia,
    SesionGrupal,
    Visita,
    VisitaProgramada,
)
from visitas.services.asignacion import asignar_con_calendario
from visitas.services.programacion import programar_anio

CLAVE = "acompana-demo"
PLAZA = "9000001D01"
UGEL = "130012"


@transaction.atomic
def crear():
    """Make the four, assigned since 1 March of the last year whose season of visits has ended."""
    anio = AnioEscolar.objects.filter(visitas_hasta__lt=timezone.localdate()).order_by("-anio").first().anio
    ugel = Ugel.objects.get(codigo=UGEL)
    escuela = _escuela(ugel)
    acompanante = _acompanante(ugel, anio)
    docente = registrar_docente(
        plaza=PLAZA,
        nombres="Delia",
        apellidos="Aguirre Soto",
        escuela=escuela,
        grados=["1", "2", "3"],
        es_sintetico=True,
    )
    _cuenta("delia", "Delia", "Aguirre Soto", Rol.DOCENTE, docente=docente)
    _cuenta("dora", "Dora", "Castillo Rubio", Rol.DIRECTOR, escuela=escuela)
    asignar_con_calendario(docente=docente, acompanante=acompanante, desde=date(anio, 3, 1))
    # The page lays out from today on, so a year gone by is laid out here.
    programar_anio(acompanante=acompanante, anio=anio, por=acompanante.usuario)
    print(json.dumps({"anio": anio, "docente": str(docente.pk), "escuela": escuela.nombre}))


def _escuela(ugel):
    escuela = Escuela(
        codigo_modular="9990001",
        codlocal="999001",
        nombre="IE N.° 89991 Pampa de las Pruebas",
        nivel=Nivel.PRIMARIA,
        modalidad=Modalidad.UNIDOCENTE,
        area=Area.RURAL,
        gestion=Gestion.PUBLICA,
        ugel=ugel,
        distrito=Distrito.objects.filter(escuelas__ugel=ugel).order_by("codigo").first(),
        localidad="Pampa de las Pruebas",
        es_sintetica=True,
    )
    escuela.full_clean()
    escuela.save()
    return escuela


def _acompanante(ugel, anio):
    usuario = _cuenta("marta", "Marta", "Zavaleta Ríos", Rol.ACOMPANANTE, ugel=ugel)
    Acompanante.objects.filter(usuario=usuario).update(desde=date(anio, 3, 1))
    return Acompanante.objects.get(usuario=usuario)


def _cuenta(username, nombres, apellidos, rol, **mas):
    usuario, _ = crear_cuenta(
        username=username, nombres=nombres, apellidos=apellidos, rol=rol, es_sintetica=True, **mas
    )
    usuario.set_password(CLAVE)
    usuario.save(update_fields=["password"])
    aceptar_aviso(usuario=usuario, version=avisos.vigente().version)
    return usuario


def direcciones():
    """Print every address of her record: hers alone, and those that the formador reads without her name."""
    docente = Docente.objects.get(plaza=PLAZA)
    plan = Plan.objects.get(acompanante__usuario__username="marta")
    informe = InformeFinal.objects.get(acompanante=plan.acompanante)
    rutas = {
        "suyas": [*_de_la_docente(docente), *_de_sus_visitas(docente), *_de_la_acompanante(plan)],
        "sin_nombre": [
            *_cada("plan_versiones plan_pdf", [plan]),
            *_cada("plan_revisar", plan.versiones.order_by("numero")),
            *_cada("informe_detail informe_pdf", [informe]),
        ],
        "de_la_escuela": _cada(
            "caracterizacion_detail linea_de_base_avance",
            Caracterizacion.objects.filter(escuela=docente.escuela),
        ),
    }
    print(json.dumps(rutas))


def _cada(nombres, filas):
    return [reverse(nombre, args=[fila.pk]) for nombre in nombres.split() for fila in filas]


def _de_la_docente(docente):
    anio = VisitaProgramada.objects.filter(docente=docente).first().anio
    paginas = _cada("docente_detail visitas_de_docente hilo necesidades plan_docente", [docente])
    return [f"{ruta}?anio={anio}" for ruta in paginas]


def _de_sus_visitas(docente):
    visitas = Visita.objects.filter(docente=docente).order_by("fecha")
    return [
        *_cada("visita_detail", visitas),
        *_cada("visita_historia nota_privada voz caso_compartir", visitas[3:5]),
        *_cada("compromiso_avance", Compromiso.objects.filter(visita__docente=docente)[:2]),
        *_cada("reprogramar no_realizada", VisitaProgramada.objects.filter(docente=docente)[:2]),
        *_cada("reflexion_editar reflexion_borrar", ReflexionPropia.objects.filter(docente=docente)),
    ]


def _de_la_acompanante(plan):
    sesiones = SesionGrupal.objects.filter(acompanante=plan.acompanante)
    return [
        *_cada("plan_editar", [plan]),
        *_cada("plan_version", plan.versiones.all()),
        *_cada("sesion_detail sesion_registrar", sesiones),
    ]
