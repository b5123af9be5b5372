"""The plan on paper: whose names it has, and what every page says."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from docentes.models import Lectura
from visitas.tests.planes import aprobar, crear_necesidad, crear_plan, enviar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HOY = date(2026, 4, 27)
PROPOSITO = "Uso formativo. Prohibido su uso para ascensos, remuneraciones, premios o sanciones."


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def plan(rosa, ana):
    crear_necesidad(rosa.docente, texto="Que Rosa acorte las esperas en Corlás.")
    return crear_plan(ana.acompanante)


def paginas(respuesta):
    assert respuesta["Content-Type"] == "application/pdf"
    assert respuesta["Cache-Control"] == "no-store"
    return [" ".join(p.extract_text().split()) for p in PdfReader(BytesIO(respuesta.content)).pages]


@pytest.mark.lento
def test_quien_lo_hizo_lo_descarga_con_nombres_y_el_formador_sin_ellos(plan, rosa, ana, fidel, cliente_de):
    aprobar(enviar(plan), fidel)
    url = reverse("plan_pdf", args=[plan.pk])
    de_ana, de_fidel = (paginas(cliente_de(quien).get(url)) for quien in (ana, fidel))
    assert "Rosa Quispe Mamani" in " ".join(de_ana)
    todo = " ".join(de_fidel)
    assert [n for n in ("Rosa", "Quispe", "Mamani", "Corlás", "80274", rosa.docente.plaza) if n in todo] == []
    assert "Docente A" in todo
    assert "Aprobado por Fidel Torres, formador regional" in todo
    for pagina in de_fidel:
        assert PROPOSITO in pagina
        assert "Pedido por Fidel Torres (Formador regional) el" in pagina
    assert {x.usuario for x in Lectura.objects.filter(docente=rosa.docente, clase="plan")} == {ana, fidel}


@pytest.mark.lento
def test_el_borrador_dice_que_lo_es(plan, ana, cliente_de):
    todo = " ".join(paginas(cliente_de(ana).get(reverse("plan_pdf", args=[plan.pk]))))
    assert "Borrador: no se ha enviado y no está aprobado." in todo
