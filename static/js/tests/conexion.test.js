import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { test } from "node:test";

import { crearConexion } from "../campo/conexion.js";

function con(responder) {
  const pedidos = [];
  const fetch = async (ruta, opciones) => {
    pedidos.push({ ruta, ...opciones });
    return responder(ruta, opciones);
  };
  return { pedidos, conexion: crearConexion({ fetch, base: "/visitas/campo/", limiteMs: 1000 }) };
}
const json = (cuerpo, opciones) => new Response(JSON.stringify(cuerpo), { headers: { "Content-Type": "application/json" }, ...opciones });

test("un lote sale comprimido, con su token, y la respuesta llega entera", async () => {
  const { pedidos, conexion } = con(() => json({ codigo: "SIN_SESION" }, { status: 401 }));
  const respuesta = await conexion.enviar({ lote: "ñ" }, "token");

  const [pedido] = pedidos;
  assert.deepEqual([pedido.ruta, pedido.method, pedido.headers["X-CSRFToken"]], ["/visitas/campo/sync", "POST", "token"]);
  assert.deepEqual(JSON.parse(gunzipSync(pedido.body)), { lote: "ñ" });
  assert.equal(pedido.redirect, "manual");
  assert.deepEqual([respuesta.status, respuesta.cuerpo.codigo], [401, "SIN_SESION"]);
});

test("sin red, con la respuesta cortada o pasado el límite no hay respuesta", async () => {
  const sinRed = con(() => Promise.reject(new TypeError("Failed to fetch")));
  const cortada = con(() => new Response('{"servicio": "aco', { headers: { "Content-Type": "application/json" } }));
  const nunca = (_, { signal }) =>
    new Promise((_si, no) => {
      const despierto = setTimeout(() => {}, 10_000);
      signal.addEventListener("abort", () => (clearTimeout(despierto), no(signal.reason)));
    });
  const lenta = crearConexion({ fetch: nunca, base: "/visitas/campo/", limiteMs: 5 });

  assert.equal(await sinRed.conexion.enviar({}, ""), null);
  assert.equal((await cortada.conexion.enviar({}, "")).cuerpo, null);
  assert.equal(await lenta.enviar({}, ""), null);
});

test("lo que una mala red pierde se pide otra vez enseguida, y llega; lo que nadie contesta, no", async () => {
  let pedidas = 0;
  const cortada = () => new Response(new ReadableStream({ pull: (c) => c.error(new TypeError("network error")) }), { headers: { "Content-Type": "application/json" } });
  const aLaTercera = con(() => [cortada(), null, json({ servicio: "acompana" })][(pedidas += 1) - 1] ?? Promise.reject(new TypeError("Failed to fetch")));
  const ocupado = con(() => Promise.reject(new DOMException("", "TimeoutError")));

  assert.equal((await aLaTercera.conexion.estado()).servicio, "acompana");
  assert.equal(await ocupado.conexion.estado(), null);
  assert.deepEqual([pedidas, ocupado.pedidos.length], [3, 1]);
});

test("un portal cautivo no pasa por nuestro servidor", async () => {
  const html = con(() => new Response("<h1>Bienvenido</h1>", { headers: { "Content-Type": "text/html" } }));
  const otro = con(() => json({ ok: true }));
  const nuestro = con(() => json({ servicio: "acompana", csrf: "x" }));

  assert.equal(await html.conexion.estado(), false);
  assert.equal(await otro.conexion.estado(), false);
  assert.equal((await nuestro.conexion.estado()).csrf, "x");
});

test("se lee cuánto pide esperar el servidor", async () => {
  const { conexion } = con(() => json({}, { status: 503, headers: { "Retry-After": "10" } }));

  assert.equal((await conexion.recibos([], "")).reintentarEn, 10);
});
