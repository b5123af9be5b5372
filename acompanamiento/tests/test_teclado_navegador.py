"""Every form of the year on a phone (360 px) and by keyboard alone, in real Chromium over the matrix's world."""

import pytest
from django.urls import reverse

from docentes.models import SolicitudDeDerecho
from visitas import services
from visitas.models import (
    AsesoriaDirectiva,
    BorradorDeVisita,
    DedicacionFuera,
    FragmentoDePractica,
    Necesidad,
    ReflexionPropia,
    Traspaso,
    VozDelDocente,
)

from .infraestructura import ESPERA_MS
from .recorrido import cliente
from .teclado import TECLADO, con_formulario, recorrer

pytestmark = [pytest.mark.navegador, pytest.mark.lento, pytest.mark.una_vez]
ANCHO, ALTO = 360, 740


@pytest.fixture
def telefono(chromium, transactional_db, live_server):
    """telefono(user): a page of 360 × 740 already signed in, or signed out without a user. Console errors fail at the end."""
    contextos, errores = [], []

    def abrir(usuario):
        contexto = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": ANCHO, "height": ALTO},
            locale="es-PE",
            reduced_motion="reduce",
        )
        contexto.set_default_timeout(ESPERA_MS)
        contexto.add_init_script(TECLADO)
        galletas = cliente(usuario).cookies.values()
        contexto.add_cookies([{"name": g.key, "value": g.value, "url": live_server.url} for g in galletas])
        contextos.append(contexto)
        pagina = contexto.new_page()
        pagina.on("pageerror", lambda error: errores.append(str(error)))
        return pagina

    yield abrir
    for contexto in contextos:
        contexto.close()
    assert errores == []


def _paginas(mundo):
    """Those of the matrix's world, and then the plan's once it is a draft again."""
    yield from con_formulario(mundo)
    services.retirar_plan(plan=mundo.objetos["propio"]["plan"])
    yield from con_formulario(mundo, ["plan", "plan_docente"])


def test_todo_formulario_del_anio_se_recorre_con_tab_en_un_telefono(mundo, telefono):
    abiertas, faltas, cuantas = {}, [], 0
    for persona, nombre, ruta in _paginas(mundo):
        if persona not in abiertas:
            abiertas[persona] = telefono(mundo.personas.get(persona))
        assert abiertas[persona].goto(ruta).status == 200, ruta
        faltas += [f"{nombre} ({persona}): {falta}" for falta in recorrer(abiertas[persona])]
        cuantas += 1

    assert cuantas > 45
    assert faltas == []


FALTAS_PUESTAS = """() => {
  const [titulo, texto, enviar] = ["titulo", "texto", "guardar"].map((n) => document.querySelector(`main [name=${n}]`));
  titulo.tabIndex = 5;
  document.querySelector(`label[for=${texto.id}]`).remove();
  enviar.style.cssText = "outline: none; width: 20px; min-height: 0; height: 20px; padding: 0; overflow: hidden";
  document.querySelector("main").style.width = "900px";
  const barra = document.body.appendChild(document.createElement("div"));
  barra.style.cssText = "position: fixed; bottom: 0; width: 100%; height: 400px";
}"""
DICHAS = (
    "900 px de ancho",
    "<input titulo>",
    "<textarea texto>  no tiene etiqueta",
    "no muestra el foco",
    "tapado",
    "menos de 24 × 24",
)
TRAMPA = "document.onkeydown = (k) => { if (document.activeElement.name === 'texto') k.preventDefault(); }"


def test_el_recorrido_ve_las_faltas_puestas_a_proposito(mundo, telefono):
    pagina = telefono(mundo.personas["rosa"])
    pagina.goto(reverse("fragmento_crear"))
    pagina.evaluate(FALTAS_PUESTAS)
    faltas = " ".join(recorrer(pagina))
    assert [d for d in DICHAS if d not in faltas] == []

    pagina.goto(reverse("fragmento_crear"))
    pagina.evaluate(TRAMPA)
    assert recorrer(pagina) == ["Tab no sale de la página"]


# --- With the keyboard alone, until it is stored


def _ir_a(pagina, condicion):
    """Press Tab until the focused element `e` meets a condition in JavaScript."""
    for _ in range(400):
        pagina.keyboard.press("Tab")
        if pagina.evaluate(f"(e => {condicion})(document.activeElement)"):
            return
    raise AssertionError(f"Tab no llega a {condicion}")


def _llenar(pagina, ruta, teclas: dict):
    """Type into each field, by its name and in the page's order, then send the form that holds the last one."""
    assert pagina.goto(ruta).status == 200
    for nombre, escrito in teclas.items():
        _ir_a(pagina, f"e.name === '{nombre}'")
        if escrito.startswith("Arrow") or escrito == "Space":
            pagina.keyboard.press(escrito)
        else:
            pagina.keyboard.type(escrito)
    _ir_a(pagina, "e.type === 'submit' && e.name !== 'agregar'")
    with pagina.expect_response(lambda respuesta: respuesta.request.method == "POST"):
        pagina.keyboard.press("Enter")


def _con_el_teclado(mundo):
    """{name: (persona, path, what is typed, whether it was stored)}: a form of each part of the year."""
    propio, rosa, ana = mundo.objetos["propio"], mundo.personas["rosa"], mundo.personas["ana"]
    de_rosa = {"docente": rosa.docente}
    return {
        "necesidades": (
            "ana",
            reverse("necesidades", args=[rosa.docente.pk]),
            {"necesidad_2_competencia": "7", "necesidad_2_texto": "Con teclado."},
            lambda: Necesidad.objects.filter(competencia__numero=7, texto="Con teclado.", **de_rosa),
        ),
        "dedicacion": (
            "ana",
            reverse("dedicacion"),
            {"otro_1": "2.5"},
            lambda: DedicacionFuera.objects.filter(
                acompanante=ana.acompanante, mes=1, clase="otro", medias_horas=5
            ),
        ),
        "borrador": (
            "ana",
            reverse("borrador", args=[propio["borrador"].pk]),
            {"analisis": " Con teclado."},
            lambda: BorradorDeVisita.objects.filter(
                pk=propio["borrador"].pk, datos__analisis__icontains="Con teclado."
            ),
        ),
        "traspaso": (
            "rosa",
            reverse("traspaso", args=[propio["traspaso"].pk]),
            {"plan": "ArrowRight", "palabra": " Con teclado."},
            lambda: Traspaso.objects.filter(plan=False, palabra__contains="Con teclado.", **de_rosa),
        ),
        "voz": (
            "rosa",
            reverse("voz", args=[propio["visita"].pk]),
            {"acuerdo": "ArrowRight", "comentario": " Con teclado."},
            lambda: VozDelDocente.objects.filter(comentario__contains="Con teclado."),
        ),
        "reflexion": (
            "rosa",
            reverse("reflexion_crear"),
            {"texto": "Con teclado."},
            lambda: ReflexionPropia.objects.filter(texto="Con teclado.", **de_rosa),
        ),
        "fragmento": (
            "rosa",
            reverse("fragmento_crear"),
            {"titulo": "Con teclado.", "texto": "Les pregunté.", "pregunta": "Y ustedes, colegas?"},
            lambda: FragmentoDePractica.objects.filter(titulo="Con teclado."),
        ),
        "derecho": (
            "rosa",
            reverse("derecho_list"),
            {"derecho": "Space", "texto": "Con teclado."},
            lambda: SolicitudDeDerecho.objects.filter(texto="Con teclado."),
        ),
        "asesoria": (
            "hugo",
            reverse("asesoria_detail", args=[propio["asesoria"].pk]),
            {"texto": "Con teclado."},
            lambda: AsesoriaDirectiva.objects.filter(comentario="Con teclado."),
        ),
    }


def test_los_formularios_se_llenan_y_se_envian_solo_con_el_teclado(mundo, telefono):
    abiertas, sin_guardar = {}, []
    for nombre, (persona, ruta, teclas, guardado) in _con_el_teclado(mundo).items():
        if persona not in abiertas:
            abiertas[persona] = telefono(mundo.personas[persona])
        assert not guardado().exists(), nombre
        _llenar(abiertas[persona], ruta, teclas)
        sin_guardar += [] if guardado().exists() else [nombre]

    assert sin_guardar == []
