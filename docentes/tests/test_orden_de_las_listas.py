"""Lists of people and schools come in the order of a Spanish dictionary, in whichever database the tests run on."""

import random

import pytest

from docentes.models import Docente, Rol, Usuario
from docentes.tests.fabricas import crear_docente, crear_usuario
from escuelas.models import Escuela
from escuelas.tests.fabricas import crear_escuela

pytestmark = pytest.mark.django_db
EN_ORDEN = ["Alva", "Ávila", "avilés", "Nuñez", "Núñez", "Ñahui", "Ochoa", "Óscar", "Zavala"]


def test_las_listas_de_personas_y_de_escuelas_salen_en_orden_alfabetico():
    for apellido in random.Random(7).sample(EN_ORDEN, len(EN_ORDEN)):
        crear_docente(apellidos=apellido, escuela=crear_escuela(nombre=apellido))
        crear_usuario(Rol.ADMINISTRADOR, username=f"de-{apellido}", apellidos=apellido)

    assert list(Docente.objects.values_list("apellidos", flat=True)) == EN_ORDEN
    assert list(Escuela.objects.values_list("nombre", flat=True)) == EN_ORDEN
    por_escuela = Docente.objects.order_by("escuela__nombre").values_list("apellidos", flat=True)
    assert list(por_escuela) == EN_ORDEN
    cuentas = Usuario.objects.filter(username__startswith="de-")
    assert list(cuentas.values_list("apellidos", flat=True)) == EN_ORDEN


def test_dos_nombres_que_difieren_en_una_tilde_siguen_siendo_dos():
    crear_docente(apellidos="Ávila")
    assert not Docente.objects.filter(apellidos="Avila").exists()
    assert Docente.objects.filter(apellidos="Ávila").exists()
