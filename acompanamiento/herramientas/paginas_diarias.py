"""The pages that an acompañante opens every day, for the bench and for the test that holds their number of queries.

Needs Django set up. `LIMITE` counts the statements that the page asks of the database, beside the frame of a
transaction (`Contador.marcos`).
"""

from django.db.models import Count, F
from django.urls import reverse
from django.utils import timezone

from docentes.models import Docente
from visitas.models import SesionGrupal, Visita, VisitaProgramada
from visitas.services import abrir_borrador

LIMITE = 15
MARCOS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Contador:
    """Counts the statements of a block: `with connection.execute_wrapper(contador)`."""

    def __init__(self):
        self.sentencias, self.marcos = [], 0

    def __call__(self, ejecutar, sql, parametros, varias, contexto):
        if sql.lstrip().upper().startswith(MARCOS):
            self.marcos += 1
        else:
            self.sentencias.append(sql)
        return ejecutar(sql, parametros, varias, contexto)


SIN_OBJETO = (
    "inicio",
    "docente_list",
    "linea_de_base_list",
    "plan",
    "visita_list",
    "visita_nueva",
    "compromiso_list",
    "calendario",
    "sesion_list",
    "asesoria_list",
    "viaje_list",
    "fragmento_list",
)
DEL_DOCENTE = ("docente_detail", "visitas_de_docente", "hilo", "necesidades", "plan_docente")


def paginas_diarias(acompanante):
    """Return {name: path} for an account with teachers, visits and group sessions. Opens a draft if it has none."""
    docente = _con_mas_visitas(acompanante)
    visita = Visita.objects.filter(docente=docente).order_by("-fecha", "pk").first()
    sesion = SesionGrupal.objects.visibles_para(acompanante).realizadas().order_by("-fecha", "pk").first()
    return {
        **{nombre: reverse(nombre) for nombre in SIN_OBJETO},
        **{nombre: reverse(nombre, args=[docente.pk]) for nombre in DEL_DOCENTE},
        "visita_detail": reverse("visita_detail", args=[visita.pk]),
        "borrador": reverse("borrador", args=[_borrador(acompanante, docente).pk]),
        "sesion_detail": reverse("sesion_detail", args=[sesion.pk]),
        "agenda, semana": f"{reverse('agenda')}?vista=semana",
        "agenda, mes": f"{reverse('agenda')}?vista=mes",
    }


def _con_mas_visitas(acompanante):
    """The teacher with an account, who has most to show, and among equals the one with most visits."""
    docentes = Docente.objects.visibles_para(acompanante).annotate(cuantas=Count("visitas"))
    return docentes.order_by(F("usuario").asc(nulls_last=True), "-cuantas", "pk").exclude(cuantas=0).first()


def _borrador(acompanante, docente):
    programadas = VisitaProgramada.objects.visibles_para(acompanante).por_hacer().filter(docente=docente)
    cita = programadas.filter(anio=timezone.localdate().year).order_by("fecha").first()
    return abrir_borrador(autor=acompanante, docente=docente, tipo=cita.tipo, programada=cita)
