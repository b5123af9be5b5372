"""How many statements the daily pages ask of the database, with the whole demo in it."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from acompanamiento.herramientas.paginas_diarias import LIMITE, Contador, paginas_diarias
from acompanamiento.tests.demostracion import HOY
from docentes.models import Usuario

pytestmark = [pytest.mark.lento, pytest.mark.una_vez]


def contar(cliente, ruta) -> int:
    contador = Contador()
    with connection.execute_wrapper(contador):
        assert cliente.get(ruta).status_code == 200, ruta
    return len(contador.sentencias)


def test_las_paginas_de_cada_dia_hacen_pocas_consultas(en_demo, cliente_de, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    ana = Usuario.objects.get(username="ana")
    cliente = cliente_de(ana)
    cuentas = {nombre: contar(cliente, ruta) for nombre, ruta in paginas_diarias(ana).items()}

    assert len(cuentas) > 20
    assert {nombre: n for nombre, n in cuentas.items() if n > LIMITE} == {}


def test_el_inicio_de_enero_tampoco_hace_mas(en_demo, cliente_de, monkeypatch):
    """What is left of the year that ended is read with the year that begins."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: date(2027, 1, 8))
    cliente = cliente_de(Usuario.objects.get(username="ana"))

    assert len(cliente.get(reverse("inicio")).context["sin_registrar"]) > 10
    assert contar(cliente, reverse("inicio")) <= LIMITE
