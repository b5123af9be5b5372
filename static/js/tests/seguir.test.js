import assert from "node:assert/strict";
import test from "node:test";

import { ESPERA_MAXIMA, PRIMERA_ESPERA, preguntar, seguir, siguienteEspera } from "../seguir.js";

function caja(html = "en cola") {
  return {
    innerHTML: html,
    dataset: { seguir: "/reportes/1/estado/" },
    querySelector() {
      return this.innerHTML.includes("data-fin") ? {} : null;
    },
  };
}

function servidor(...respuestas) {
  const pedidos = [];
  const pedir = async (url) => {
    pedidos.push(url);
    const respuesta = respuestas.shift();
    if (respuesta instanceof Error) throw respuesta;
    return { ok: true, redirected: false, text: async () => respuesta, ...(respuesta.status ? { ok: false } : {}) };
  };
  return { pedir, pedidos };
}

test("sigue preguntando hasta que el trabajo termina", async () => {
  const pagina = caja();
  const { pedir, pedidos } = servidor("paso 1", "paso 3", "<div data-fin>Listo</div>");
  const esperas = [];
  await seguir(pagina, pedir, async (ms) => esperas.push(ms));
  assert.equal(pagina.innerHTML, "<div data-fin>Listo</div>");
  assert.deepEqual(pedidos, Array(3).fill("/reportes/1/estado/"));
  assert.deepEqual(esperas, [PRIMERA_ESPERA, 1500, 2250]);
});

test("no pregunta por lo que ya terminó", async () => {
  const { pedir, pedidos } = servidor();
  await seguir(caja("<div data-fin>Listo</div>"), pedir, async () => {});
  assert.deepEqual(pedidos, []);
});

test("sin red conserva lo que mostraba y vuelve a preguntar", async () => {
  const pagina = caja("paso 2");
  const vistos = [];
  const { pedir } = servidor(new TypeError("sin red"), { status: 503 }, "<div data-fin>Listo</div>");
  await seguir(pagina, pedir, async () => vistos.push(pagina.innerHTML));
  assert.deepEqual(vistos, ["paso 2", "paso 2", "paso 2"]);
});

test("la página de entrada no se pinta dentro del reporte", async () => {
  const pedir = async () => ({ ok: true, redirected: true, text: async () => "Entra" });
  assert.equal(await preguntar("/x/", pedir), null);
});

test("la espera crece y no pasa de diez segundos", () => {
  assert.equal(siguienteEspera(2000), 3000);
  assert.equal(siguienteEspera(9000), ESPERA_MAXIMA);
});
