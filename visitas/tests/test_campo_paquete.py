import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from docentes.models import ClaseDeDato, Lectura
from docentes.tests.fabricas import crear_asignacion
from visitas.models import ActividadDePlan, AvanceDeCompromiso, Competencia, LineaDePlan, NotaPrivada, Plan

from .envios import enviar, resultados
from .envios_de_registros import de_base, de_no_realizada, de_sesion
from .fabricas import crear_programada, crear_visita
from .fabricas_de_base import crear_caracterizacion
from .fabricas_de_sesiones import crear_grupal, terminar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
HOY = timezone.localdate()


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
        crear_grupal(
            acompanante=ana.acompanante, invitados=[docente], fecha=HOY, estado="realizada", asistio=True
        )
        crear_caracterizacion(escuela=docente.escuela, autor=ana.acompanante, anio=HOY.year)
    cliente = cliente_de(ana)
    with CaptureQueriesContext(
        connection,
    ) as consultas:
        assert len(paquete(cliente)["docentes"]) == mas + 1

    assert len(consultas) <= 31


def test_el_formulario_de_una_docente_llega_entero_y_el_de_otra_no_existe(cliente_de, ana, beto, rosa):
    crear_visita(docente=rosa.docente)
    ruta = reverse("campo_formulario", args=[rosa.docente.pk])
    html = cliente_de(ana).get(ruta).json()["html"]

    assert all(f'name="{campo}"' in html for campo in ("inicio", "presentes_1", "nivel_2", "describir"))
    assert "Lo que acordaron" in html
    assert "csrfmiddlewaretoken" not in html
    assert cliente_de(beto).get(ruta).status_code == 404


# --- Sessions and schools


def test_el_paquete_trae_las_sesiones_por_hacer_y_las_de_estos_dias_con_lo_registrado(cliente_de, ana, rosa):
    cliente = cliente_de(ana)
    por_hacer = crear_grupal(
        acompanante=ana.acompanante, invitados=[rosa.docente], fecha=HOY + timedelta(days=5)
    )
    hecha = crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente], fecha=HOY - timedelta(days=3))
    crear_grupal(acompanante=ana.acompanante, fecha=HOY - timedelta(days=40), estado="realizada")
    enviada = de_sesion(hecha, [rosa.docente])
    assert resultados(enviar(cliente, enviada))[enviada["revision"]]["estado"] == "creada"

    sesiones = {s["id"]: s for s in paquete(cliente)["sesiones"]}

    assert set(sesiones) == {str(por_hacer.pk), str(hecha.pk)}
    una = sesiones[str(hecha.pk)]
    assert (una["cabeza"], una["contenido"]) == (enviada["revision"], enviada["contenido"])
    otra = sesiones[str(por_hacer.pk)]
    assert (otra["cabeza"], otra["contenido"]) == (None, None)
    assert (otra["nombre"], otra["invitados"]) == ("Microtaller", [str(rosa.docente.pk)])


def test_el_paquete_trae_las_que_no_se_realizaron_con_su_motivo_y_lo_que_hace_falta_para_una_nueva(
    cliente_de, ana, rosa
):
    cliente = cliente_de(ana)
    sesion = crear_grupal(
        acompanante=ana.acompanante, invitados=[rosa.docente], fecha=HOY - timedelta(days=3)
    )
    enviada = de_no_realizada(sesion, "otro", "Fiesta patronal.")
    assert resultados(enviar(cliente, enviada))[enviada["revision"]]["estado"] == "creada"

    datos = paquete(cliente)

    (dicha,) = datos["sesiones"]
    assert (dicha["estado"], dicha["cabeza"], dicha["contenido"]) == (
        "no_realizada",
        enviada["revision"],
        None,
    )
    assert dicha["no_realizada"] == enviada["contenido"]
    assert datos["registros"]["sesion_no_realizada"]["motivos"]["lluvia"] == "Lluvias"
    nueva = datos["registros"]["sesion_nueva"]
    assert nueva["tipos"]["gia"] == "Grupo de interaprendizaje"
    assert nueva["competencias"]["2"] == Competencia.objects.get(instrumento__vigente=True, numero=2).nombre
    assert nueva["instrumento"] == datos["formularios"]["primaria"]["instrumento"]


def test_los_formularios_de_una_nueva_y_de_una_no_realizada_llegan_enteros(cliente_de, ana, beto, rosa):
    url = reverse("campo_formularios")
    de_ana, de_beto = (cliente_de(quien).get(url).json() for quien in (ana, beto))

    nueva, escuela = de_ana["sesion_nueva"], rosa.docente.escuela
    campos = ("tipo", "tema", "lugar", "escuela", "competencias", "docentes", "asistieron", "acuerdos")
    assert all(f'name="{c}"' in nueva for c in campos)
    assert nueva.count("Quispe Mamani, Rosa") == 2
    assert f'<option value="{escuela.codigo}">' in nueva
    assert "Quispe" not in de_beto["sesion_nueva"]
    assert all(f'name="{c}"' in de_ana["sesion_no_realizada"] for c in ("motivo", "motivo_texto"))
    assert "csrfmiddlewaretoken" not in json.dumps(de_ana)
    assert cliente_de(rosa).get(url).status_code == 403


def test_de_los_invitados_que_ya_no_acompana_solo_se_sabe_cuantos(cliente_de, ana, beto, rosa):
    invitados = [rosa.docente, crear_asignacion(acompanante=ana.acompanante).docente]
    crear_grupal(
        acompanante=ana.acompanante, invitados=invitados, asistio=True, fecha=HOY, estado="realizada"
    )
    terminar(rosa, HOY)

    (sesion,) = paquete(cliente_de(ana))["sesiones"]

    assert (sesion["invitados"], sesion["otros"]) == ([str(invitados[1].pk)], 1)
    assert [a["docente"] for a in sesion["contenido"]["asistencia"]] == [str(invitados[1].pk)]
    assert paquete(cliente_de(beto))["sesiones"] == []


def test_el_paquete_trae_cada_escuela_con_su_linea_de_base_y_su_cabeza(cliente_de, ana, beto, rosa):
    cliente, corlas = cliente_de(ana), rosa.docente.escuela
    enviada = de_base(corlas, anio=HOY.year)
    assert resultados(enviar(cliente, enviada))[enviada["revision"]]["estado"] == "creada"

    (escuela,) = paquete(cliente)["escuelas"]

    inicio, cierre = escuela["momentos"]
    assert (escuela["codigo"], escuela["nivel"], escuela["anio"]) == (corlas.codigo, "primaria", HOY.year)
    assert (inicio["cabeza"], inicio["registro"]) == (enviada["revision"], enviada["visita"])
    de_vuelta = inicio["contenido"]
    assert sorted(h["dimension"] for h in de_vuelta["hallazgos"]) == ["clima", "familias", "local", "tiempo"]
    assert de_vuelta | {"hallazgos": 0} == enviada["contenido"] | {"hallazgos": 0}
    assert (cierre["registro"], cierre["contenido"]) == (None, None)
    assert escuela["partida"]["como_llegar"] == "Combi hasta el desvío y una hora a pie."
    assert "Combi hasta el desvío" not in json.dumps(paquete(cliente_de(beto)))


def test_llevarse_sesiones_y_escuelas_queda_en_el_registro_de_lecturas(cliente_de, ana, rosa):
    crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente], fecha=HOY)
    crear_caracterizacion(escuela=rosa.docente.escuela, autor=ana.acompanante, anio=HOY.year)

    paquete(cliente_de(ana))

    clases = set(Lectura.objects.filter(docente=rosa.docente, usuario=ana).values_list("clase", flat=True))
    assert clases == {ClaseDeDato.VISITA, ClaseDeDato.COMUNIDAD, ClaseDeDato.PLAN}


def test_los_formularios_de_sesion_y_de_base_llegan_enteros_y_sin_nada_escrito(cliente_de, ana, beto, rosa):
    crear_caracterizacion(escuela=rosa.docente.escuela, autor=ana.acompanante, contexto="canario")
    de_ana, de_beto = (cliente_de(quien).get(reverse("campo_formularios")).json() for quien in (ana, beto))

    assert all(
        f'name="{c}"' in de_ana["sesion_grupal"] for c in ("fecha", "inicio", "asistieron", "acuerdos")
    )
    assert "Quispe Mamani, Rosa" in de_ana["sesion_grupal"]
    assert "Quispe" not in de_beto["sesion_grupal"]
    assert set(de_ana["caracterizacion"]) == {"primaria"}
    campos = ("matricula_1", "hallazgo_3_evidencia", "aprendizaje_6_matematica_inicio", "como_llegar")
    assert all(f'name="{c}"' in de_ana["caracterizacion"]["primaria"] for c in campos)
    assert "canario" not in json.dumps(de_ana)
    assert "csrfmiddlewaretoken" not in json.dumps(de_ana)
    assert 'type="submit" name="agregar"' not in json.dumps(de_ana).replace('\\"', '"')


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
