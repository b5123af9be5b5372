from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docentes.models import Rol
from docentes.tests.fabricas import crear_usuario
from escuelas.tests.fabricas import crear_distrito, crear_region
from reportes.indicadores import Cobertura, Plan
from reportes.models import Instantanea
from reportes.tests.fabricas import acompanante_de, crear_compromiso, crear_grupo, crear_hecha, crear_prevista
from visitas.models import AnioEscolar, Bimestre, Dispositivo

PROHIBIDAS = ("dialogoreflexivo", "contenidoderevision", "notaprivada")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos", "hoy"), pytest.mark.lento]


def pedir(cliente, nombre="tablero", *args, **filtros):
    return cliente.get(reverse(nombre, args=args), filtros)


def poblar(ugel="130012", distrito="131101", docentes=8, **cambios):
    """A group with its diagnostic visit and one more, all planned, and one visit more that was not made."""
    grupo = crear_grupo(ugel=ugel, distrito=distrito, docentes=docentes, **cambios)
    for docente in grupo:
        d = crear_prevista(docente, "D", fecha=date(2026, 4, 15))
        a = crear_prevista(docente, "A1", fecha=date(2026, 5, 8))
        crear_hecha(programada=d, niveles={2: 2})
        crear_hecha(programada=a, niveles={2: 3})
        crear_prevista(docente, "A2", fecha=date(2026, 6, 15), estado="no_realizada", motivo="via_cortada")
    return grupo


def test_el_formador_ve_las_cifras_de_la_region(cliente_de, fidel):
    grupo = poblar()
    visita = grupo[0].visitas.get(tipo__codigo="D")
    crear_compromiso(visita, estado="cumplido", verificado_en=grupo[0].visitas.get(tipo__codigo="A1"))
    crear_compromiso(visita, orden=2)
    Dispositivo.objects.create(
        acompanante=acompanante_de(grupo[0]), ultimo_contacto=datetime(2026, 11, 20, tzinfo=UTC), sin_enviar=4
    )
    respuesta = pedir(cliente_de(fidel))
    texto = respuesta.content.decode()

    assert respuesta.status_code == 200
    assert [(c["valor"], c.get("de")) for c in respuesta.context["cifras"]] == [
        ("67\u00a0%", None),
        ("8", "de 8"),
        ("1", "de 2"),
        ("4", None),
    ]
    assert respuesta.context["actividad"].plan.total == Plan(24, 16, 8)
    assert [(f.nombre, f.plan, f.cobertura) for f in respuesta.context["por_ugel"]] == [
        ("Gran Chimú", Plan(24, 16, 8), Cobertura(8, 8))
    ]
    assert [f.plan.planificadas for f in respuesta.context["por_acompanante"]] == [12, 12]
    assert respuesta.context["resultados"].bimestre.codigo == "2026-B3"
    assert "Junio tuvo la mayor brecha: 8 visitas sin hacer" in texto
    assert "Motivos de junio: vía cortada 8." in texto
    assert "Gran Chimú queda por debajo de 80\u00a0%" in texto


def test_registrar_una_visita_mueve_la_cuenta(cliente_de, fidel):
    docente = crear_grupo(docentes=1, escuelas=1, acompanantes=1)[0]
    programada = crear_prevista(docente, "C", fecha=date(2026, 11, 28))
    antes = pedir(cliente_de(fidel)).context["actividad"].plan.total
    crear_hecha(programada=programada, fecha=date(2026, 11, 24))

    assert (antes, pedir(cliente_de(fidel)).context["actividad"].plan.total) == (Plan(0, 0), Plan(1, 1))


def test_el_filtro_de_ugel_y_el_de_provincia_parten_las_mismas_escuelas(cliente_de, fidel):
    poblar()
    poblar(ugel="130007", distrito="130613", docentes=5)
    cliente = cliente_de(fidel)

    def planificadas(**filtros):
        return pedir(cliente, **filtros).context["actividad"].plan.total.planificadas

    assert (planificadas(), planificadas(ugel="130012"), planificadas(ugel="130007")) == (39, 24, 15)
    assert (planificadas(provincia="1311"), planificadas(provincia="1306")) == (24, 15)
    assert planificadas(ugel="130012", provincia="1306") == 0
    assert [f.nombre for f in pedir(cliente, ugel="130012").context["por_distrito"]] == ["Cascas"]


def test_el_cruce_de_ugel_y_provincia_no_publica_niveles(cliente_de, fidel):
    poblar()
    respuesta = pedir(cliente_de(fidel), ugel="130012", provincia="1311")

    assert respuesta.context["resultados"].grafico is None
    assert "no por el cruce de ambas" in respuesta.content.decode()


def test_el_periodo_acota_la_actividad(cliente_de, fidel):
    poblar()
    cliente = cliente_de(fidel)

    assert pedir(cliente, periodo="2026-B1").context["actividad"].plan.total == Plan(16, 16)
    assert pedir(cliente, periodo="2026-B2").context["actividad"].plan.total == Plan(24, 16, 8)


@pytest.mark.parametrize(
    ("filtros", "frase"),
    [
        ({"periodo": "2026-B7"}, "El año escolar tiene cuatro bimestres"),
        ({"periodo": "1999"}, "«1999» no está en el calendario escolar."),
        ({"ugel": "999999"}, "Esa UGEL no está en tu región: se muestran todas."),
        ({"provincia": "<b>"}, "Esa provincia no está en tu región: se muestran todas."),
    ],
)
def test_un_filtro_que_no_existe_se_explica_y_no_rompe_la_pagina(cliente_de, fidel, filtros, frase):
    poblar(docentes=1, escuelas=1, acompanantes=1)
    respuesta = pedir(cliente_de(fidel), **filtros)

    assert respuesta.status_code == 200
    assert frase in respuesta.content.decode()
    assert respuesta.context["periodo"].codigo == "2026"


def test_un_periodo_sin_datos_dice_que_hacer(cliente_de, fidel):
    grupo = crear_grupo(docentes=1, escuelas=1, acompanantes=1)
    grupo[0].asignaciones.update(desde=date(2026, 8, 1))
    respuesta = pedir(cliente_de(fidel), periodo="2026-B1")

    assert respuesta.context["actividad"].vacia
    assert "Aún no hay actividad en este periodo" in respuesta.content.decode()


def test_con_la_base_vacia_las_paginas_dicen_que_falta(cliente_de, fidel):
    cliente = cliente_de(fidel)
    assert "Aún no hay actividad en este periodo" in pedir(cliente).content.decode()
    Bimestre.objects.all().delete()
    AnioEscolar.objects.all().delete()

    assert "Aún no hay un año escolar" in pedir(cliente).content.decode()


def test_la_especialista_ve_su_ugel_por_distrito_y_a_nadie_por_su_nombre(cliente_de, carmen):
    grupo = poblar()
    poblar(ugel="130007", distrito="130613")
    respuesta = pedir(cliente_de(carmen), ugel="130007")
    texto = respuesta.content.decode()

    assert respuesta.context["titulo"] == "Actividad de la UGEL Gran Chimú"
    assert respuesta.context["actividad"].plan.total == Plan(24, 16, 8)
    assert [f.nombre for f in respuesta.context["por_distrito"]] == ["Cascas"]
    assert (respuesta.context["por_acompanante"], respuesta.context["por_ugel"]) == ([], [])
    for docente in grupo:
        assert docente.apellidos not in texto
        assert acompanante_de(docente).usuario.apellidos not in texto


def test_la_pagina_de_otra_ugel_no_existe_para_la_especialista(cliente_de, carmen, fidel):
    poblar(ugel="130007", distrito="130613")
    poblar()

    assert pedir(cliente_de(carmen), "tablero_ugel", "130007").status_code == 404
    assert pedir(cliente_de(carmen), "tablero_ugel", "000000").status_code == 404
    assert pedir(cliente_de(carmen), "tablero_ugel", "130012").status_code == 200
    assert pedir(cliente_de(fidel), "tablero_ugel", "130007").status_code == 200


def test_la_ugel_de_otra_region_no_existe(cliente_de, territorio):
    otra = crear_usuario(Rol.FORMADOR, region=crear_region("06", "Cajamarca"))

    assert pedir(cliente_de(otra), "tablero_ugel", "130012").status_code == 404


@pytest.mark.parametrize("quien", ["ana", "rosa", "hugo"])
def test_el_tablero_no_es_trabajo_de_acompanante_docente_ni_director(cliente_de, request, quien):
    cliente = cliente_de(request.getfixturevalue(quien))

    assert pedir(cliente).status_code == 403
    assert pedir(cliente, "tablero_ugel", "130012").status_code == 403


def test_administrador_y_oficial_ven_cuentas_sin_personas(cliente_de, admin, ines):
    poblar()
    del_admin, de_ines = pedir(cliente_de(admin)).context, pedir(cliente_de(ines)).context

    assert (del_admin["resultados"], del_admin["ve_resultados"]) == (None, False)
    assert (del_admin["por_acompanante"], de_ines["por_acompanante"]) == ([], [])
    assert del_admin["actividad"].plan.total == de_ines["actividad"].plan.total == Plan(24, 16, 8)


def test_las_listas_van_en_orden_alfabetico_y_no_hay_como_ordenarlas(cliente_de, fidel):
    poblar(ugel="130009", distrito="130801", docentes=5, nombre_ugel="Pataz")
    poblar(ugel="130003", distrito="130201", docentes=6, nombre_ugel="Ascope")
    poblar(ugel="130010", distrito="130901", docentes=7, nombre_ugel="Ólmos")
    cliente = cliente_de(fidel)
    nombres = [f.nombre for f in pedir(cliente).context["por_ugel"]]

    assert nombres == ["Ascope", "Ólmos", "Pataz"]
    assert [f.nombre for f in pedir(cliente, orden="-visitas", order="plan").context["por_ugel"]] == nombres


@pytest.mark.parametrize(("nombre", "args"), [("tablero", ()), ("tablero_ugel", ("130012",))])
def test_las_consultas_no_crecen_con_las_filas(cliente_de, fidel, nombre, args):
    poblar(docentes=5)
    cliente = cliente_de(fidel)
    pedir(cliente, nombre, *args)
    with CaptureQueriesContext(connection) as pocas:
        pedir(cliente, nombre, *args)
    poblar(ugel="130007", distrito="130613", docentes=6)
    poblar(docentes=6, acompanantes=3)
    crear_distrito("131102", "Lucma")
    with CaptureQueriesContext(connection) as muchas:
        pedir(cliente, nombre, *args)

    assert len(muchas) == len(pocas) <= 15


def test_ninguna_consulta_toca_el_dialogo_las_notas_ni_los_contenidos(cliente_de, fidel, carmen):
    poblar()
    for usuario in (fidel, carmen):
        cliente = cliente_de(usuario)
        with CaptureQueriesContext(connection) as consultas:
            pedir(cliente)
            pedir(cliente, "tablero_ugel", "130012")
            cliente.get(reverse("inicio"))
        assert Instantanea.objects.exists()
        assert len(consultas) > 20
        for consulta in consultas:
            assert not any(tabla in consulta["sql"].lower() for tabla in PROHIBIDAS)


def test_un_grupo_pequeno_se_ve_oculto_en_la_tabla_y_en_el_grafico(cliente_de, fidel):
    poblar()
    poblar(ugel="130007", distrito="130613", docentes=3)
    por_ugel = {f.nombre: f.resultado for f in pedir(cliente_de(fidel)).context["por_ugel"]}
    oculta = pedir(cliente_de(fidel), "tablero_ugel", "130007").content.decode()

    assert por_ugel == {"Gran Chimú": "<5 a >95\u00a0%", "Otuzco": "‹5"}
    assert "Los niveles por competencia no se muestran" in oculta
    assert "Nivel III" not in oculta


def test_la_pagina_no_lleva_estilos_ni_guiones_adentro(cliente_de, fidel):
    poblar()
    texto = pedir(cliente_de(fidel)).content.decode()

    assert " style=" not in texto
    assert "<style" not in texto
    assert "onclick" not in texto
