import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from docentes.models import ClaseDeDato, Lectura
from docentes.tests.fabricas import crear_asignacion
from visitas.models import ActividadDePlan, AvanceDeCompromiso, LineaDePlan, NotaPrivada, Plan

from .fabricas import crear_programada, crear_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


def paquete(cliente):
    return cliente.get(reverse("campo_paquete")).json()


def test_el_paquete_trae_a_cada_docente_con_lo_ultimo_que_se_dijo(cliente_de, ana, rosa):
    visita = crear_visita(docente=rosa.docente)
    programada = crear_programada(docente=rosa.docente, tipo="A2")

    (docente,) = paquete(cliente_de(ana))["docentes"]

    assert (docente["nombre"], docente["nivel"]) == ("Rosa Quispe Mamani", "primaria")
    assert [v["id"] for v in docente["visitas"]] == [str(visita.pk)]
    assert docente["visitas"][0]["palabras"] == ["Les di el mismo problema a todos."]
    assert [(n["numero"], n["nivel"]) for n in docente["visitas"][0]["niveles"]] == [
        (2, 2),
        (4, 3),
        (8, None),
    ]
    assert [c["estado"] for c in docente["compromisos"]] == ["pendiente"]
    assert [(p["id"], p["tipo"]) for p in docente["programadas"]] == [(str(programada.pk), "A2")]


def test_el_paquete_no_lleva_notas_privadas_ni_docentes_de_otros(cliente_de, ana, beto, rosa):
    visita = crear_visita(docente=rosa.docente)
    NotaPrivada.objects.create(visita_id=visita.pk, autor=ana, texto="canario de la nota")
    texto = json.dumps(paquete(cliente_de(ana)))

    assert "canario de la nota" not in texto
    assert "Elmer" not in texto
    assert [d["nombre"] for d in paquete(cliente_de(beto))["docentes"]] == ["Elmer Rodríguez Vera"]


def test_llevarse_el_paquete_queda_en_el_registro_de_lecturas(cliente_de, ana, rosa):
    paquete(cliente_de(ana))

    lectura = Lectura.objects.get()
    assert (lectura.usuario, lectura.docente, lectura.clase) == (ana, rosa.docente, ClaseDeDato.VISITA)


def test_el_formulario_de_cada_nivel_dice_sus_opciones(cliente_de, ana, rosa):
    formularios = paquete(cliente_de(ana))["formularios"]

    assert set(formularios) == {"inicial", "primaria", "secundaria"}
    assert formularios["primaria"]["grados"] == ["1", "2", "3", "4", "5", "6"]
    assert formularios["primaria"]["competencias"] == list(range(1, 12))
    assert formularios["primaria"]["tipos"]["D"] == "Diagnóstica"


@pytest.mark.parametrize("mas", [0, 2])
def test_las_consultas_no_dependen_de_cuantos_docentes_haya(cliente_de, ana, rosa, mas):
    for docente in [
        rosa.docente,
        *(crear_asignacion(acompanante=ana.acompanante).docente for _ in range(mas)),
    ]:
        crear_visita(docente=docente)
    cliente = cliente_de(ana)
    with CaptureQueriesContext(
        connection,
    ) as consultas:
        assert len(paquete(cliente)["docentes"]) == mas + 1

    assert len(consultas) <= 23


def test_el_formulario_de_una_docente_llega_entero_y_el_de_otra_no_existe(cliente_de, ana, beto, rosa):
    crear_visita(docente=rosa.docente)
    ruta = reverse("campo_formulario", args=[rosa.docente.pk])
    html = cliente_de(ana).get(ruta).json()["html"]

    assert all(f'name="{campo}"' in html for campo in ("inicio", "presentes_1", "nivel_2", "describir"))
    assert "Lo que acordaron" in html
    assert "csrfmiddlewaretoken" not in html
    assert cliente_de(beto).get(ruta).status_code == 404


def test_lo_que_anoto_la_docente_viaja_junto_a_su_compromiso_y_esta_en_el_formulario(cliente_de, ana, rosa):
    compromiso = crear_visita(docente=rosa.docente).compromisos.get()
    AvanceDeCompromiso.objects.create(compromiso=compromiso, texto="Ya hice seis tarjetas.")
    cliente = cliente_de(ana)

    (docente,) = paquete(cliente)["docentes"]
    (dicho,) = docente["compromisos"]
    assert [a["texto"] for a in dicho["avances"]] == ["Ya hice seis tarjetas."]
    assert dicho["avances"][0]["fecha"] == timezone.localdate().isoformat()
    html = cliente.get(reverse("campo_formulario", args=[rosa.docente.pk])).json()["html"]
    assert "Ya hice seis tarjetas." in html


def test_el_plan_de_cada_docente_viaja_con_sus_actividades(cliente_de, ana, rosa):
    hoy = timezone.localdate()
    plan = Plan.objects.create(acompanante=ana.acompanante, anio=hoy.year)
    linea = LineaDePlan.objects.create(plan=plan, docente=rosa.docente, estrategia="Modelar el reto.")
    ActividadDePlan.objects.create(linea=linea, tipo="visita", que="Clase compartida", desde=hoy, hasta=hoy)

    (docente,) = paquete(cliente_de(ana))["docentes"]

    assert docente["plan"] == [
        {
            "necesidad": "",
            "estrategia": "Modelar el reto.",
            "actividades": [
                {
                    "tipo": ActividadDePlan.objects.get().get_tipo_display(),
                    "que": "Clase compartida",
                    "desde": hoy.isoformat(),
                    "hasta": hoy.isoformat(),
                }
            ],
        }
    ]
