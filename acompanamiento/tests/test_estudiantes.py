"""Pupils are counts, never persons (trust.md §1.5): no form and no table has a place for a pupil's name."""

import pkgutil
import re
from importlib import import_module

import pytest
from django import forms
from django.apps import apps
from django.db import models

from acompanamiento.comun.texto import sin_tildes
from visitas.expediente import formulario_de
from visitas.services.borrador import abrir_borrador
from visitas.tests.fabricas import tipo_de_visita

from .codigo import APPS

PUPILO = r"(alumn|estudiante|nino|nina|escolar(es)?\b)"
QUIEN = r"(nombre|apellido|dni|documento|identidad|relacion|lista|nomina|quien|codigo)"
NIEGA = r"(nunca|sin nombre|no escribas|ningun)"
LISTA_DE_PERSONAS = re.compile(
    r"\b(alumnos?|alumnas?|estudiantes?|ninos?|ninas?|matriculados?|asistentes|participantes|presentes)\b"
)
DE_TEXTO = (models.CharField, models.TextField, models.JSONField)
# {grade: how many}: the service and the form write whole numbers only (test below).
SON_CUENTAS = {"visitas.Visita.presentes"}


def nombra_a_un_estudiante(nombre: str, etiqueta: str, ayuda: str) -> bool:
    """Whether name, label or help of a field ask for a pupil's identity; a help that forbids it does not."""
    partes = [sin_tildes(nombre.replace("_", " ")), sin_tildes(str(etiqueta or ""))]
    if not re.search(NIEGA, sin_tildes(str(ayuda or ""))):
        partes.append(sin_tildes(str(ayuda or "")))
    return any(re.search(f"{PUPILO}.*{QUIEN}|{QUIEN}.*{PUPILO}", parte) for parte in partes)


def es_lista_de_personas(nombre: str, etiqueta: str) -> bool:
    """Whether a field that takes words is called as a group of people in the classroom."""
    return any(LISTA_DE_PERSONAS.search(sin_tildes(str(t).replace("_", " "))) for t in (nombre, etiqueta))


def formularios() -> set:
    """Return every form class of the product."""
    for app in APPS:
        paquete = import_module(f"{app}.forms")
        for modulo in pkgutil.walk_packages(getattr(paquete, "__path__", []), f"{app}.forms."):
            import_module(modulo.name)
    vistos, por_ver = set(), [forms.BaseForm]
    while por_ver:
        clase = por_ver.pop()
        por_ver += clase.__subclasses__()
        if clase.__module__.startswith(APPS) and ".tests." not in clase.__module__:
            vistos.add(clase)
    return vistos


def _faltas_de(lugar, campos) -> list[str]:
    """`campos` is {name: form field}."""
    return [
        f"{lugar}.{nombre}"
        for nombre, campo in campos.items()
        if nombra_a_un_estudiante(nombre, campo.label, campo.help_text)
        or (type(campo) is forms.CharField and es_lista_de_personas(nombre, campo.label))
    ]


def test_ningun_formulario_pide_quien_es_un_estudiante():
    clases = formularios()

    assert len(clases) >= 15
    assert [f for c in clases for f in _faltas_de(c.__qualname__, getattr(c, "base_fields", {}))] == []


@pytest.mark.django_db
def test_el_formulario_de_la_visita_tampoco(catalogos, rosa, ana):
    borrador = abrir_borrador(autor=ana, docente=rosa.docente, tipo=tipo_de_visita("A1"))
    form = formulario_de(borrador)
    presentes = [c for nombre, c in form.fields.items() if nombre.startswith("presentes_")]
    resto = {n: c for n, c in form.fields.items() if not n.startswith("presentes_")}

    assert _faltas_de("VisitaForm", resto) == []
    assert presentes
    for campo in presentes:
        with pytest.raises(forms.ValidationError):
            campo.clean("Juan Pérez")


def test_ninguna_tabla_tiene_donde_guardar_quien_es_un_estudiante():
    faltas = []
    for modelo in apps.get_models():
        if modelo._meta.app_label not in APPS:
            continue
        for campo in modelo._meta.concrete_fields:
            lugar = f"{modelo._meta.label}.{campo.name}"
            pide = nombra_a_un_estudiante(campo.name, campo.verbose_name, campo.help_text)
            lista = isinstance(campo, DE_TEXTO) and es_lista_de_personas(campo.name, campo.verbose_name)
            if (pide or lista) and lugar not in SON_CUENTAS:
                faltas.append(lugar)

    assert faltas == []


@pytest.mark.parametrize(
    ("nombre", "etiqueta", "ayuda"),
    [
        ("nombre_del_alumno", "", ""),
        ("x", "Apellidos de la estudiante", ""),
        ("x", "Casos", "Escribe el nombre de cada niño."),
        ("x", "DNI del estudiante", ""),
        ("lista_de_estudiantes", "", ""),
    ],
)
def test_la_guardia_ve_un_campo_que_pide_el_nombre(nombre, etiqueta, ayuda):
    assert nombra_a_un_estudiante(nombre, etiqueta, ayuda)


@pytest.mark.parametrize(
    ("nombre", "etiqueta", "ayuda"),
    [
        ("presentes_1", "1.º grado", "Cuántos estudiantes hubo."),
        ("contexto", "La comunidad", "Habla de grupos de estudiantes, nunca de un nombre."),
        ("nombres", "Nombres", ""),
    ],
)
def test_la_guardia_deja_contar_y_deja_prohibir(nombre, etiqueta, ayuda):
    assert not nombra_a_un_estudiante(nombre, etiqueta, ayuda)


def test_la_guardia_ve_una_lista_de_personas():
    assert es_lista_de_personas("asistentes", "Quiénes vinieron")
    assert not es_lista_de_personas("total_de_horas", "Horas")
