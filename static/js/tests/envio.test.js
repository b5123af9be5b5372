import assert from "node:assert/strict";
import { test } from "node:test";
import { crearEnvio, motivoDe } from "../visita/envio.js";

const bien = { estado: 200, tipo: "application/json", redirigida: false };

test("solo la respuesta propia cuenta como guardado", () => {
  assert.equal(motivoDe(bien), "");
  assert.match(motivoDe({ ...bien, tipo: "text/html" }), /el servidor no respondió bien/);
  assert.match(motivoDe({ ...bien, estado: 503 }), /el servidor no respondió bien/);
  assert.match(motivoDe({ ...bien, redirigida: true }), /tu sesión terminó/);
  assert.match(motivoDe({ ...bien, estado: 403 }), /tu sesión terminó/);
  assert.match(motivoDe({ ...bien, estado: 404 }), /este borrador ya no existe/);
});

const respuesta = (cambios = {}) => ({
  status: 200,
  redirected: false,
  headers: new Headers({ "Content-Type": "application/json" }),
  json: async () => ({ guardado: "10:42" }),
  ...cambios,
});

test("envía el formulario y entrega lo que dice el servidor", async () => {
  const pedidos = [];
  const enviar = crearEnvio({
    formulario: { action: "/visitas/borradores/1/guardar/" },
    traer: async (...pedido) => (pedidos.push(pedido), respuesta()),
    datosDe: () => "datos",
  });
  assert.deepEqual(await enviar(), { guardado: "10:42" });
  assert.equal(pedidos[0][0], "/visitas/borradores/1/guardar/");
  assert.equal(pedidos[0][1].body, "datos");
});

test("sin red o con otra respuesta lo dice con una frase", async () => {
  const hacer = (traer) => crearEnvio({ formulario: {}, traer, datosDe: () => "" })();
  await assert.rejects(hacer(async () => Promise.reject(new TypeError("fetch"))), /no hay señal/);
  await assert.rejects(hacer(async () => respuesta({ redirected: true })), /tu sesión terminó/);
});
