"""The formador reviews a plan without names: not in what is structured, not in what was typed."""

from datetime import date, time

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.models import Lectura
from docentes.tests.fabricas import crear_asignacion, crear_docente
from escuelas.tests.fabricas import crear_escuela
from visitas import services
from visitas.models import SesionGrupal
from visitas.planes.sin_nombres import SinNombres, letras
from visitas.tests.planes import crear_necesidad, crear_plan, enviar, observar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HOY = date(2026, 4, 27)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def segundo(ana):
    escuela = crear_escuela(nombre="IE N.° 80311 Sayapullo Alto", modalidad="1", nivel="B0")
    docente = crear_docente(nombres="Segundo Ángel", apellidos="Huamán Ñopo", escuela=escuela)
    crear_asignacion(docente=docente, acompanante=ana.acompanante)
    return docente


@pytest.fixture
def plan(rosa, ana, segundo):
    """A plan whose author typed names everywhere."""
    crear_necesidad(rosa.docente, texto="Que Rosa y QUISPE MAMANI acorten las esperas.")
    crear_necesidad(segundo, texto="Acompañar a segundo ángel huamán en Sayapullo Alto (80311).")
    plan = crear_plan(ana.acompanante)
    plan.recursos = "Movilidad a IE N.° 80274 Corlás y a Sayapullo, con Ñopo, Segundo. Plaza " + segundo.plaza
    plan.save()
    SesionGrupal.objects.create(
        acompanante=ana.acompanante, tipo="gia", anio=2026, fecha_original=date(2026, 6, 1),
        fecha=date(2026, 6, 1), inicio=time(9), fin=time(12), minutos=180, lugar="Cascas", tema="La clase de Huamán",
    )  # fmt: skip
    return plan


NOMBRES = ("Rosa", "Quispe", "QUISPE", "Mamani", "MAMANI", "Segundo", "Ángel", "huamán", "Huamán", "Ñopo")
LUGARES = ("80274", "Corlás", "80311", "Sayapullo")


def _paginas(cliente, version):
    yield cliente.get(reverse("plan_revisar", args=[version.pk]))
    yield cliente.post(reverse("plan_observar", args=[version.pk]), {})
    yield cliente.get(reverse("plan_versiones", args=[version.plan_id]))
    yield cliente.get(reverse("plan_list"))


def test_ningun_nombre_ni_identificador_llega_al_formador(plan, rosa, segundo, ana, fidel, cliente_de):
    primera = observar(enviar(plan), fidel, "A Rosa le falta plazo.", "matriz", rosa.docente.pk)
    services.comentar_plan(version=primera, seccion="metas", texto="Lo hablé con Huamán.", por=ana)
    plan.refresh_from_db()
    services.guardar_generales(
        plan=plan, textos={"objetivo": "Otro, para Rosa."}, metas=list(plan.metas.values())
    )
    segunda = enviar(plan)
    cliente = cliente_de(fidel)
    vistas = [*_paginas(cliente, primera), *_paginas(cliente, segunda)]
    prohibidos = [
        *NOMBRES,
        *LUGARES,
        *(str(d.pk) for d in (rosa.docente, segundo)),
        rosa.docente.plaza,
        segundo.plaza,
    ]
    for pagina in vistas:
        html = pagina.content.decode()
        assert [n for n in prohibidos if n in html] == []
    todo = "".join(p.content.decode() for p in vistas)
    assert "Docente A" in todo
    assert "Docente B" in todo
    assert "Primaria, unidocente multigrado" in todo


def test_lo_que_no_es_un_nombre_queda_igual(plan):
    anonimo = SinNombres(plan)
    assert anonimo.borrar("Una clase rosa, en segundo grado.") == "Una clase rosa, en segundo grado."
    assert anonimo.borrar("Con Rosa y con ROSA QUISPE.") == "Con un docente y con un docente."
    assert anonimo.borrar("En Corlás, Sayapullo y Cascas.") == "En varias escuelas y Cascas."


def test_una_letra_es_el_mismo_docente_en_todas_las_versiones(plan, rosa, segundo, ana, fidel):
    observar(enviar(plan), fidel)
    antes = letras(plan)
    nuevo = crear_docente(nombres="Aaron", apellidos="Abad", escuela=crear_escuela())
    crear_asignacion(docente=nuevo, acompanante=ana.acompanante)
    crear_necesidad(nuevo)
    services.proponer_lineas(plan=plan, docente=nuevo)
    enviar(plan)
    assert letras(plan) == antes | {str(nuevo.pk): "Docente C"}


def test_la_lectura_sin_nombres_tambien_queda_escrita(plan, rosa, segundo, fidel, cliente_de):
    version = enviar(plan)
    cliente_de(fidel).get(reverse("plan_revisar", args=[version.pk]))
    assert {x.docente for x in Lectura.objects.filter(usuario=fidel, clase="plan")} == {rosa.docente, segundo}


def test_si_la_lectura_no_se_puede_escribir_no_se_muestra_nada(plan, fidel, cliente_de, monkeypatch):
    version = enviar(plan)

    def fallar(*args, **kwargs):
        raise RuntimeError("sin registro")

    monkeypatch.setattr("docentes.services.lecturas._anotar", fallar)
    with pytest.raises(RuntimeError, match="sin registro"):
        cliente_de(fidel).get(reverse("plan_revisar", args=[version.pk]))
