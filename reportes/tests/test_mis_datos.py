import io
import json

import pytest
from django.apps import apps
from django.urls import reverse
from pypdf import PdfReader

from docentes.expediente import FUERA, PARTES, cubiertos
from docentes.models import ClaseDeDato, Docente, Lectura
from docentes.services import presentar_solicitud, registrar_lectura, tomar_solicitud
from visitas.models import (
    AsesoriaDirectiva,
    BorradorDeVisita,
    FragmentoDePractica,
    LineaDePlan,
    NotaPrivada,
    Plan,
)
from visitas.services.borrador import abrir_borrador
from visitas.tests.fabricas import crear_programada, crear_visita, tipo_de_visita

from .un_anio import anio_de

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]


@pytest.fixture
def historia(rosa, ana):
    """What Rosa's file must hold, and what it must not."""
    visita = crear_visita(
        docente=rosa.docente, acompanante=ana.acompanante, analisis="analisis-de-la-visita", niveles={2: 3}
    )
    NotaPrivada.objects.create(visita_id=visita.pk, autor=ana, texto="nota-que-es-de-ana")
    crear_programada(docente=rosa.docente, acompanante=ana.acompanante)
    borrador = abrir_borrador(autor=ana, docente=rosa.docente, tipo=tipo_de_visita("A3"))
    borrador.datos |= {"analisis": "borrador-que-es-de-ana"}
    borrador.save()
    registrar_lectura(usuario=ana, docente=rosa.docente, clase=ClaseDeDato.VISITA, pagina="/visitas/x/")
    return visita


def texto_pdf(respuesta) -> str:
    return " ".join(
        " ".join(p.extract_text() for p in PdfReader(io.BytesIO(respuesta.content)).pages).split()
    )


def sin_cubrir() -> list[str]:
    """Models with a key to Docente that no part tells and nobody excuses."""
    con_docente = {
        modelo._meta.label
        for modelo in apps.get_models()
        if any(
            f.related_model is Docente
            for f in (*modelo._meta.concrete_fields, *modelo._meta.local_many_to_many)
        )
    }
    return sorted(con_docente - cubiertos() - FUERA.keys())


def test_todo_lo_que_habla_de_un_docente_esta_en_su_expediente():
    assert sin_cubrir() == []
    assert {modelo for modelo in cubiertos() if apps.get_model(modelo)} == cubiertos()


def test_la_guardia_ve_un_modelo_sin_parte(monkeypatch):
    monkeypatch.delitem(PARTES, "necesidades")

    assert sin_cubrir() == ["visitas.Necesidad"]


def test_la_docente_se_lleva_todo_lo_suyo_en_json(historia, rosa, cliente_de):
    respuesta = cliente_de(rosa).get(reverse("mis_datos_json"))

    datos = json.loads(respuesta.content)
    assert respuesta["Content-Disposition"].startswith('attachment; filename="mis-datos-rosa-')
    assert "ascensos, remuneraciones, premios o sanciones" in datos["proposito"]
    assert "Rosa Quispe Mamani" in datos["preparado"]
    assert set(datos["partes"]) == {
        "cuenta", "docente", "asignaciones", "lecturas", "avisos", "visitas", "programadas",
    }  # fmt: skip
    visita = datos["partes"]["visitas"]["registros"][0]
    assert visita["Análisis"] == "analisis-de-la-visita"
    assert [n["Nivel"] for n in visita["Niveles"]] == ["III"]
    assert len(visita["Compromisos"]) == 1
    assert datos["partes"]["lecturas"]["registros"][0]["Quién"] == "Ana Campos"


def test_ni_notas_privadas_ni_borradores_de_nadie(historia, rosa, ana, cliente_de):
    for persona in (rosa, ana):
        cuerpo = cliente_de(persona).get(reverse("mis_datos_json")).content.decode()
        assert "nota-que-es-de-ana" not in cuerpo
        assert "borrador-que-es-de-ana" not in cuerpo


CICLO = {
    "voz": "Lo que digo",
    "avances": "Cómo voy",
    "reflexiones": "Reflexión",
    "necesidades": "Qué necesito",
    "plan": "Estrategia",
    "fragmentos": "Qué pasó en el aula",
    "comentarios": "Qué dije",
    "traspasos": "Nota de quien me acompañaba",
    "casos": "Qué se preguntó",
}


@pytest.fixture
def ciclo(rosa, ana):
    """Rosa's whole year, each part of it saying "lo-de-rosa", with what is not hers to take."""
    docente, acompanante = rosa.docente, ana.acompanante
    visita = anio_de(2026, "lo-de-rosa", docente, acompanante)
    fragmento = FragmentoDePractica.objects.create(
        autor=docente, titulo="Sin firma", texto="borrador-de-rosa", pregunta="¿Qué harían?", con_nombre=False
    )
    plan = Plan.objects.create(acompanante=acompanante, anio=2025)
    LineaDePlan.objects.create(plan=plan, docente=docente, estrategia="estrategia-sin-enviar")
    NotaPrivada.objects.filter(visita_id=visita.pk).update(texto="nota-que-es-de-ana")
    BorradorDeVisita.objects.update(datos={"analisis": "borrador-que-es-de-ana"})
    return fragmento


def test_cada_parte_del_ciclo_esta_en_su_expediente(ciclo, rosa, cliente_de):
    datos = json.loads(cliente_de(rosa).get(reverse("mis_datos_json")).content)

    partes = {clave: parte["registros"] for clave, parte in datos["partes"].items()}
    dicen = {
        clave: any("lo-de-rosa" in str(f[campo]) for f in partes[clave]) for clave, campo in CICLO.items()
    }
    assert dicen == dict.fromkeys(CICLO, True)
    assert partes["sesiones"][0]["Tema"] == "Tiempo"
    assert "borrador-de-rosa" in {f["Qué pasó en el aula"] for f in partes["fragmentos"]}
    ajeno = json.dumps(datos, ensure_ascii=False)
    for de_ana in ("nota-que-es-de-ana", "borrador-que-es-de-ana", "estrategia-sin-enviar"):
        assert de_ana not in ajeno


def test_la_acompanante_se_lleva_lo_que_se_dice_de_su_trabajo(ciclo, ana, cliente_de):
    datos = json.loads(cliente_de(ana).get(reverse("mis_datos_json")).content)

    assert datos["partes"]["observaciones"]["registros"][0]["Devolución"] == "lo-de-rosa"
    assert {"calibraciones", "viajes", "informes"} <= datos["partes"].keys()
    assert not {"voz", "reflexiones", "fragmentos", "traspasos", "casos", "plan"} & datos["partes"].keys()
    assert "borrador-de-rosa" not in json.dumps(datos, ensure_ascii=False)


def test_el_director_se_lleva_sus_asesorias(ciclo, hugo, cliente_de):
    AsesoriaDirectiva.objects.update(director=hugo)

    partes = json.loads(cliente_de(hugo).get(reverse("mis_datos_json")).content)["partes"]

    assert partes["asesorias"]["registros"][0]["Qué se observó"] == "lo-de-rosa"
    assert partes["asesorias"]["registros"][0]["Qué trabajamos"] == ["Clima y convivencia"]


def test_el_pdf_del_ciclo_se_lee(ciclo, rosa, cliente_de):
    texto = texto_pdf(cliente_de(rosa).get(reverse("mis_datos_pdf")))

    for titulo in ("Mi palabra sobre mis visitas", "Mis reflexiones", "Mis fragmentos de práctica"):
        assert titulo in texto
    assert "borrador-de-rosa" in texto
    assert "lo-de-rosa. Cómo: Visita en aula." in texto
    for crudo in ("[{", "{'", "None", "estrategia-sin-enviar"):
        assert crudo not in texto


def test_el_expediente_de_la_acompanante_no_lleva_lo_de_sus_docentes(historia, ana, cliente_de):
    datos = json.loads(cliente_de(ana).get(reverse("mis_datos_json")).content)

    assert "visitas" not in datos["partes"]
    assert datos["partes"]["trabajo"]["registros"][0]["Dónde"] == "IE N.° 80274 Corlás"
    for ajeno in ("analisis-de-la-visita", "Quispe"):
        assert ajeno not in json.dumps(datos, ensure_ascii=False)


def test_el_pdf_dice_lo_mismo_y_lleva_quien_y_cuando(historia, rosa, cliente_de):
    respuesta = cliente_de(rosa).get(reverse("mis_datos_pdf"))

    texto = texto_pdf(respuesta)
    assert respuesta["Content-Type"] == "application/pdf"
    assert "analisis-de-la-visita" in texto
    assert "Pedido por Rosa Quispe Mamani (Docente)" in texto
    assert "ascensos, remuneraciones, premios o sanciones" in texto
    assert "nota-que-es-de-ana" not in texto


def test_cualquier_cuenta_se_lleva_lo_suyo(hugo, fidel, admin, cliente_de):
    for persona in (hugo, fidel, admin):
        datos = json.loads(cliente_de(persona).get(reverse("mis_datos_json")).content)
        assert datos["partes"]["cuenta"]["registros"][0]["Usuario"] == persona.username


def test_llevarse_lo_propio_no_anota_lectura(historia, rosa, cliente_de):
    antes = Lectura.objects.count()
    cliente_de(rosa).get(reverse("mis_datos_json"))

    assert Lectura.objects.count() == antes


# --- The officer's copy


@pytest.fixture
def acceso(rosa, ines):
    solicitud = presentar_solicitud(usuario=rosa, derecho="acceso", texto="Quiero una copia.")
    return tomar_solicitud(solicitud=solicitud, por=ines)


def test_la_oficial_prepara_la_copia_y_queda_escrito(historia, acceso, rosa, ines, cliente_de):
    respuesta = cliente_de(ines).post(reverse("copia_json", args=[acceso.pk]))

    assert "analisis-de-la-visita" in respuesta.content.decode()
    assert "Inés Alva" in json.loads(respuesta.content)["preparado"]
    assert Lectura.objects.filter(usuario=ines, docente=rosa.docente, clase=ClaseDeDato.COPIA).count() == 1
    assert acceso.cambios.last().nota == "Preparó la copia de los datos en JSON."


def test_sin_una_solicitud_de_acceso_en_tramite_no_hay_copia(historia, rosa, ines, cliente_de):
    cliente = cliente_de(ines)
    for derecho in ("acceso", "rectificacion"):
        solicitud = presentar_solicitud(usuario=rosa, derecho=derecho, texto="Pido.")
        assert cliente.post(reverse("copia_json", args=[solicitud.pk])).status_code == 404
        assert cliente.post(reverse("copia_pdf", args=[solicitud.pk])).status_code == 404
    assert not Lectura.objects.filter(usuario=ines).exists()


def test_si_la_copia_no_se_puede_anotar_no_se_entrega(historia, acceso, ines, cliente_de, monkeypatch):
    from django.db import OperationalError

    def rota(filas):
        raise OperationalError("no se puede escribir")

    cliente = cliente_de(ines)
    cliente.raise_request_exception = False
    monkeypatch.setattr("docentes.services.lecturas._anotar", rota)

    respuesta = cliente.post(reverse("copia_json", args=[acceso.pk]))

    assert respuesta.status_code == 503
    assert "analisis-de-la-visita" not in respuesta.content.decode()


def test_las_consultas_no_crecen_con_las_visitas(rosa, ana, cliente_de):
    from datetime import date

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    cliente = cliente_de(rosa)
    cuantas = []
    for dia in (5, 12, 19):
        crear_visita(
            docente=rosa.docente,
            acompanante=ana.acompanante,
            fecha=date(2026, 5, dia),
            tipo=f"A{dia // 6 + 1}",
        )
        with CaptureQueriesContext(connection) as consultas:
            cliente.get(reverse("mis_datos_json"))
        cuantas.append(len(consultas))

    assert cuantas[1] == cuantas[2]
    assert cuantas[0] <= cuantas[1]
