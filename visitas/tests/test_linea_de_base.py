"""Writing a baseline: what the form asks at the end, and what the services keep and refuse."""

import pytest

from acompanamiento.comun.errores import Rechazo
from docentes.tests.fabricas import crear_acompanante
from escuelas.models import Nivel
from escuelas.tests.fabricas import crear_escuela
from visitas import services
from visitas.forms.linea_de_base import CaracterizacionForm, aplanar
from visitas.models import Caracterizacion, Momento, NivelEducativo
from visitas.services.linea_de_base import version_de

from .fabricas_de_base import crear_caracterizacion, valores

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

PRIMARIA = NivelEducativo.PRIMARIA


def form(terminar=True, nivel=PRIMARIA, **cambios):
    return CaracterizacionForm(valores(**cambios), nivel=nivel, terminar=terminar)


def errores(formulario) -> list[str]:
    return [e for campo in formulario.errors.values() for e in campo]


def abrir(**cambios):
    datos = {"escuela": None, "anio": 2026, "momento": Momento.INICIO, "por": None} | cambios
    datos["escuela"] = datos["escuela"] or crear_escuela()
    datos["por"] = datos["por"] or crear_acompanante()
    return services.abrir_caracterizacion(**datos)


# --- The form


def test_lo_completo_se_puede_terminar():
    assert errores(form()) == []


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"matricula_1": None, "matricula_2": None, "aula_1": None, "aula_2": None}, "Falta la matrícula."),
        ({"aula_1": None}, "1.º tiene 6 estudiantes y no dice en qué aula. Elige una."),
        ({"aula_3": "2"}, "3.º tiene aula y no matrícula."),
        ({"lenguas": []}, "Falta la lengua."),
        ({"servicios": []}, "Faltan los servicios."),
        ({"servicios": ["agua", "ninguno"]}, "Marcaste «Ninguno de estos» junto con otros."),
        ({"minutos_de_viaje": None}, "Falta el tiempo de viaje."),
        ({"medio": ""}, "Falta el medio de transporte."),
        ({"como_llegar": " "}, "Falta cómo se llega."),
        ({"hallazgo_0_evidencia": ""}, "Falta la evidencia. Escribe qué viste, leíste o te contaron."),
        ({"hallazgo_0_prioridad": ""}, "Falta la prioridad"),
        ({"hallazgo_0_signo": "fortaleza"}, "Práctica pedagógica: falta al menos una debilidad"),
        ({"hallazgo_3_dimension": "clima"}, "Gestión de la escuela: falta al menos una fortaleza"),
        ({"aprendizaje_1_comunicacion_proceso": ""}, "Falta una cuenta de 1.º en Comunicación."),
        (
            {"aprendizaje_1_comunicacion_inicio": "5"},
            "Las cuentas de 1.º en Comunicación suman 8 y la matrícula es 6.",
        ),
        ({f"aprendizaje_1_comunicacion_{n}": "0" for n in ("inicio", "proceso", "satisfactorio")}, "suman 0"),
        (
            {f"aprendizaje_1_comunicacion_{n}": None for n in ("inicio", "proceso", "satisfactorio")},
            "Falta el nivel de aprendizaje.",
        ),
        ({"fuente_comunicacion": ""}, "Falta de dónde salen estas cuentas"),
    ],
)
def test_al_terminar_lo_que_falta_se_dice_con_una_frase(cambios, frase):
    assert any(frase in e for e in errores(form(**cambios)))


def test_a_un_borrador_no_se_le_pide_nada():
    assert errores(CaracterizacionForm({}, nivel=PRIMARIA)) == []


@pytest.mark.parametrize(
    ("campo", "valor", "frase"),
    [
        ("matricula_1", "seis", "«seis» no es una cantidad de estudiantes."),
        ("matricula_1", "-1", "«-1» no es una cantidad de estudiantes."),
        ("matricula_1", "Juan Pérez", "«Juan Pérez» no es una cantidad de estudiantes."),
        ("minutos_de_viaje", "1 h", "«1 h» no es un tiempo en minutos."),
        ("distancia_km", "lejos", "«lejos» no es una distancia."),
        ("distancia_km", "12,55", "«12,55» no es una distancia."),
        ("distancia_km", "NaN", "«NaN» no es una distancia."),
        ("distancia_km", "1e2", "«1e2» no es una distancia."),
        ("distancia_km", "1e9", "«1e9» no es una distancia."),
        ("medio", "helicóptero", "«helicóptero» no está en la lista."),
    ],
)
def test_un_borrador_dice_lo_que_no_entiende_y_lo_deja_escrito(campo, valor, frase):
    formulario = form(terminar=False, **{campo: valor})
    assert any(frase in e for e in errores(formulario))
    assert formulario[campo].value() == valor


def test_los_grados_y_las_areas_son_los_del_nivel():
    assert "matricula_6" in form(nivel=PRIMARIA).fields
    assert "matricula_6" not in form(nivel=NivelEducativo.SECUNDARIA).fields
    assert "fuente_ciencia_tecnologia" in form(nivel=NivelEducativo.SECUNDARIA).fields
    assert "matricula_3" in form(nivel=NivelEducativo.INICIAL).fields


def test_lo_que_se_guardo_vuelve_igual_al_formulario():
    formulario = form()
    assert formulario.is_valid()
    caracterizacion = services.terminar_caracterizacion(
        caracterizacion=abrir(), form=formulario, por=crear_acompanante()
    )
    otra_vez = CaracterizacionForm(aplanar(caracterizacion), nivel=PRIMARIA, terminar=True)
    assert errores(otra_vez) == []
    assert otra_vez.contenido() == formulario.contenido()


# --- The services


def test_terminar_guarda_columnas_inventario_y_cuentas():
    caracterizacion = abrir()
    formulario = form()
    formulario.is_valid()
    c = services.terminar_caracterizacion(
        caracterizacion=caracterizacion, form=formulario, por=caracterizacion.autor
    )
    c.refresh_from_db()
    assert (c.terminada, c.corregida_en, c.borrador) == (True, None, {})
    assert c.matricula == {"1": 6, "2": 5}
    assert c.aulas == [{"nombre": "Aula 1", "grados": ["1", "2"]}]
    assert (float(c.distancia_km), c.minutos_de_viaje) == (12.5, 90)
    assert {(h.practica, h.dimension, h.signo) for h in c.hallazgos.all()} == {
        ("pedagogica", "tiempo", "debilidad"),
        ("pedagogica", "clima", "fortaleza"),
        ("gestion", "familias", "debilidad"),
        ("gestion", "local", "fortaleza"),
    }
    assert [(a.grado, a.area, a.evaluados, a.fuente) for a in c.aprendizajes.all()] == [
        ("1", "comunicacion", 6, "Prueba de entrada, 20/03/2026")
    ]


def test_corregir_conserva_el_primer_termino_y_dice_quien_corrigio():
    c = crear_caracterizacion()
    antes, otro = c.terminada_en, crear_acompanante()
    formulario = form(contexto="Ahora hay luz.")
    formulario.is_valid()
    services.terminar_caracterizacion(caracterizacion=c, form=formulario, por=otro)
    c.refresh_from_db()
    assert (c.terminada_en, c.corregida_por, c.contexto) == (antes, otro, "Ahora hay luz.")
    assert c.hallazgos.count() == 4


def test_mientras_se_corrige_lo_terminado_no_cambia():
    c = crear_caracterizacion(contexto="Antes")
    services.guardar_caracterizacion(
        caracterizacion=c, valores={"contexto": "A medias"}, version=version_de(c)
    )
    c.refresh_from_db()
    assert (c.contexto, c.borrador) == ("Antes", {"contexto": "A medias"})
    services.descartar_borrador_de_caracterizacion(caracterizacion=c)
    c.refresh_from_db()
    assert (c.contexto, c.borrador) == ("Antes", {})


def test_guardar_sobre_lo_que_guardo_otra_persona_se_rechaza():
    c = abrir()
    vieja = version_de(c)
    services.guardar_caracterizacion(caracterizacion=c, valores={"contexto": "De Ana"}, version=vieja)
    with pytest.raises(Rechazo, match="se guardó en otra ventana"):
        services.guardar_caracterizacion(caracterizacion=c, valores={"contexto": "De Beto"}, version=vieja)
    c.refresh_from_db()
    assert c.borrador == {"contexto": "De Ana"}


def test_abrir_dos_veces_es_la_misma():
    escuela, por = crear_escuela(), crear_acompanante()
    assert abrir(escuela=escuela, por=por) == abrir(escuela=escuela, por=crear_acompanante())
    assert Caracterizacion.objects.get().autor == por


def test_el_cierre_empieza_con_el_contexto_del_inicio_y_sin_sus_hallazgos():
    inicio = crear_caracterizacion()
    cierre = abrir(escuela=inicio.escuela, momento=Momento.CIERRE)
    assert (cierre.borrador["matricula_1"], cierre.borrador["medio"]) == ("12", "combi")
    assert not any(campo.startswith(("hallazgo", "aprendizaje")) for campo in cierre.borrador)


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"anio": 2031}, "El año escolar 2031 no está en los catálogos."),
        ({"momento": "mitad"}, "«mitad» no es un momento del año."),
        ({"momento": Momento.CIERRE}, "no tiene terminada la línea de base del inicio de 2026."),
    ],
)
def test_lo_que_no_se_puede_abrir_se_dice_y_no_deja_nada(cambios, frase):
    with pytest.raises(Rechazo, match=frase):
        abrir(**cambios)
    assert not Caracterizacion.objects.exists()


def test_descartar_el_primer_borrador_lo_borra():
    services.descartar_borrador_de_caracterizacion(caracterizacion=abrir())
    assert not Caracterizacion.objects.exists()


def test_inicial_y_secundaria_tambien_se_caracterizan():
    escuela = crear_escuela(nivel=Nivel.INICIAL_JARDIN)
    plano = {
        c.replace("matricula_1", "matricula_3")
        .replace("aula_1", "aula_3")
        .replace("matricula_2", "matricula_4")
        .replace("aula_2", "aula_4")
        .replace("aprendizaje_1", "aprendizaje_3"): v
        for c, v in valores().items()
    }
    formulario = CaracterizacionForm(plano, nivel=NivelEducativo.de_escuela(escuela), terminar=True)
    assert errores(formulario) == []
    assert formulario.contenido()["aprendizajes"][0]["grado"] == "3"
