"""The notebook on a network of 64 kbit/s, 2 s of round trip and 10 % of loss; its weight; the keyboard alone."""

import json
import time
from random import Random

import pytest
from playwright.sync_api import expect

from .apoderado import Enlace
from .cuaderno import Laptop, Teclado, con_estado, cuantas, escribir_visitas

pytestmark = [pytest.mark.navegador, pytest.mark.una_vez]
DOS_MINUTOS_MS = 120_000


@pytest.fixture
def laptop(chromium, red):
    red.limpiar()
    encendida = Laptop(chromium, red)
    yield encendida
    encendida.apagar()


def _una_de_diez(azar):
    """One request in ten is lost, about half of them after the server answered; the first of each kind surely."""

    primeras = {"/visitas/campo/estado": "perder", "/visitas/campo/sync": "cortar"}

    def regla(_, ruta, __):
        segura = primeras.pop(ruta, None)
        return segura or (azar.choice(("perder", "cortar")) if azar.random() < 0.1 else None)

    return regla


class Recibos:
    """What the server has acknowledged so far, as its answers leave it: [(milliseconds, how many)]."""

    def __init__(self):
        self.vistos, self.historia = set(), []

    def mirar(self, ruta, datos):
        if ruta.endswith("/sync") and datos.startswith(b"{"):
            self.vistos |= {r["revision"] for r in json.loads(datos).get("resultados", []) if "recibo" in r}
            self.historia.append((time.time() * 1000, len(self.vistos)))
        return datos

    def hasta(self, momento):
        return max((cuantos for t, cuantos in self.historia if t <= momento), default=0)


# How many the screen claims to be confirmed, each time that it changes: in its list, in its sentence and while it sends.
ANOTAR_LO_DICHO = """
() => {
  window.dicho = [];
  const anotar = () => {
    const enLista = [...document.querySelectorAll("[data-cola] .ac-chip")].filter((c) => c.textContent === "Confirmada").length;
    const frase = /(\\d+) confirmada/.exec(document.querySelector("[data-cuentas]")?.textContent ?? "");
    const alEnviar = /(\\d+) de \\d+ confirmados/.exec(document.querySelector("[data-marcha]")?.textContent ?? "");
    window.dicho.push([Date.now(), Math.max(enLista, Number(frase?.[1] ?? 0), Number(alEnviar?.[1] ?? 0))]);
  };
  new MutationObserver(anotar).observe(document.querySelector("[data-pantalla]"), { childList: true, subtree: true, characterData: true });
}
"""


@pytest.mark.lento
def test_veinte_visitas_llegan_en_dos_minutos_por_la_peor_red_y_la_pantalla_dice_la_verdad(
    laptop, red, servidor_vivo
):
    marca, recibos = "A las 9:40 cada quien midió su sombra.", Recibos()
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    pagina = laptop.pagina
    laptop.contexto.set_offline(True)
    escribir_visitas(pagina, "beto", marca, 20)
    pagina.evaluate(ANOTAR_LO_DICHO)
    red.limpiar()
    red.regla, red.cambiar = _una_de_diez(Random(3)), recibos.mirar
    red.enlace = Enlace(64_000, ida_y_vuelta=2.0, perdida=0.1, semilla=3)
    inicio = time.monotonic()
    laptop.contexto.set_offline(False)

    expect(con_estado(pagina, "Confirmada")).to_have_count(20, timeout=DOS_MINUTOS_MS)
    print(
        f"20 visitas en {time.monotonic() - inicio:.0f} s; {dict(red.fallas)}; {len(red.pedidos)} respuestas"
    )
    assert (cuantas(servidor_vivo, "beto", marca), red.fallas["perder"] > 0, red.fallas["cortar"] > 0) == (
        20,
        True,
        True,
    )
    dichos = pagina.evaluate("window.dicho")
    assert dichos
    assert [(t, n) for t, n in dichos if n > recibos.hasta(t)] == []


def test_la_primera_apertura_a_400_kbit_es_usable_y_la_segunda_no_trae_nada_de_nuevo(laptop, red):
    red.enlace = Enlace(400_000, ida_y_vuelta=0.3)
    inicio = time.monotonic()
    laptop.ir()
    puerta = time.monotonic() - inicio
    laptop.entrar_en(laptop.pagina, "beto")
    abierto = time.monotonic() - inicio
    laptop.esperar_al_trabajador()
    octetos = sum(n for _, _, n in red.pedidos)
    print(f"A 400 kbit/s: la puerta en {puerta:.1f} s, el cuaderno en {abierto:.1f} s, {octetos // 1024} KiB")
    assert (puerta < 20, abierto < 60, octetos < 700 * 1024) == (True, True, True)

    red.limpiar()
    laptop.ir()
    laptop.pagina.reload()
    laptop.pagina.wait_for_selector("html[data-listo]")
    estaticos = [ruta for _, ruta, _ in red.pedidos if ruta.startswith("/static/")]
    assert estaticos == []
    de_siempre = ("trabajador.js", "manifiesto.webmanifest", "estado")
    assert {ruta for _, ruta, _ in red.pedidos} <= {f"/visitas/campo/{nombre}" for nombre in de_siempre}


@pytest.mark.parametrize(("ancho", "alto"), [(1366, 768), (360, 740)])
def test_con_el_teclado_solo_se_registra_una_visita(laptop, servidor_vivo, ancho, alto):
    marca = f"A las 8:10 leyeron el cartel. {ancho}"
    laptop.abrir_con_teclado("beto")
    pagina = laptop.pagina
    pagina.set_viewport_size({"width": ancho, "height": alto})
    teclado = Teclado(pagina)
    teclado.hasta(pagina.locator("[data-docentes] button").nth(5)).press("Enter")
    teclado.hasta(pagina.locator("[data-programadas] button").last).press("Enter")
    for nombre, texto in (("inicio", "0800AM"), ("fin", "1230PM")):
        teclado.hasta(pagina.locator(f"[name={nombre}]"))
        pagina.keyboard.type(texto)
    teclado.hasta(pagina.locator("[name^=presentes_]").first)
    pagina.keyboard.type("4")
    teclado.hasta(pagina.get_by_label("Matemática")).press("Space")
    teclado.hasta(pagina.locator("[name=nota_0_hora]"))
    pagina.keyboard.type("0805AM")
    teclado.hasta(pagina.locator("[name=nota_0_texto]"))
    pagina.keyboard.type("Pregunta qué cosecharon en casa.")
    suelta = pagina.locator("details.ac-otra", has=pagina.locator("[name=nivel_2]"))
    if suelta.count() and not suelta.evaluate("d => d.open"):
        teclado.hasta(suelta.locator("summary")).press("Space")
    teclado.elegir(pagina.locator("[name=nivel_2]"), "3")
    teclado.hasta(pagina.locator("[name=evidencia_2]"))
    pagina.keyboard.type(marca)
    teclado.hasta(pagina.locator("[name=describir]"))
    pagina.keyboard.type("Les di el mismo problema a todos.")
    teclado.hasta(pagina.get_by_role("button", name="Terminar visita")).press("Enter")

    expect(con_estado(pagina, "Confirmada")).to_have_count(1)
    print(f"{ancho} px: {teclado.tabs} tabuladores")
    assert cuantas(servidor_vivo, "beto", marca) == 1
