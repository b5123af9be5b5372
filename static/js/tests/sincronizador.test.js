/* What the device says and does with one kind of answer at a time; how it all holds together is protocolo.test.js. */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { abrirAlmacen } from "../campo/almacen.js";
import { MEDIO } from "../campo/cola.js";
import { crearSincronizador } from "../campo/sincronizador.js";

const identidad = { cifrar: async (v) => structuredClone(v), descifrar: async (v) => structuredClone(v) };
const json = (status, cuerpo, tipo = "application/json") => ({ status, tipo, cuerpo, reintentarEn: 0 });
const creada = (r) => ({ revision: r.revision, estado: "creada", hash: r.hash, recibo: "x", recibido_en: "2026-06-20T00:00:00Z" });
const ESTADO = { servicio: "acompana", min_cliente: 1, csrf: "t", usuario: "ana", epoca: 1 };
let bases = 0;

async function conEstas(revisiones, red) {
  const almacen = await abrirAlmacen(`ana-${(bases += 1)}`, identidad);
  for (const r of revisiones)
    await almacen.terminar({ visita: r.revision, base: null, hash: r.revision, bytes: 1, formulario: "visita", formularioVersion: 1, finalizadaEn: "2026-06-15T12:00:00Z", ...r }, { id: r.revision });
  const conexion = { estado: async () => ESTADO, recibos: async () => json(200, { recibos: [] }), ...red };
  const datos = { usuario: "ana", dispositivo: "d", version: "1" };
  const sincronizador = crearSincronizador({ almacen, conexion, datos, reloj: { ahora: () => new Date(0) }, nuevoId: () => "lote" });
  const estados = async () => Object.fromEntries((await almacen.revisiones()).map((r) => [r.revision, r.estado]));
  return { almacen, sincronizador, estados };
}

const ids = (cuantas, letra = "r") => Array.from({ length: cuantas }, (_, i) => ({ revision: `${letra}${String(i + 1).padStart(3, "0")}` }));

test("una cola de 120 se vacía en una sola vuelta, en tres envíos", async () => {
  const lotes = [];
  const enviar = async ({ revisiones, quedan }) => {
    lotes.push([revisiones.length, quedan.cuantas]);
    return json(207, { resultados: revisiones.map(creada) }, MEDIO);
  };
  const { sincronizador } = await conEstas(ids(120), { enviar });

  assert.deepEqual(await sincronizador.sincronizar(), { que: "listo" });
  assert.deepEqual(lotes, [[50, 70], [50, 20], [20, 0]]);
});

test("dice cuántas confirmó el servidor después de cada respuesta, también cuando parte un envío", async () => {
  const dicho = [];
  const enviar = async ({ revisiones }) => (revisiones.length > 25 ? json(413, {}) : json(207, { resultados: revisiones.slice(1).map(creada) }, MEDIO));
  const { sincronizador } = await conEstas(ids(60), { enviar });
  await sincronizador.sincronizar((avance) => dicho.push(`${avance.confirmadas} de ${avance.total}`));

  assert.deepEqual(dicho, ["0 de 60", "0 de 60", "24 de 60", "48 de 60", "48 de 60", "57 de 60"]);
});

test("sesenta que el servidor nunca logra recibir no detienen a las que vienen detrás", async () => {
  const enviar = async ({ revisiones }) => json(207, { resultados: revisiones.map((r) => (r.revision.startsWith("m") ? { revision: r.revision, estado: "reintentar", codigo: "INTERNO" } : creada(r))) }, MEDIO);
  const { sincronizador, estados } = await conEstas([...ids(60, "m"), ...ids(20)], { enviar });

  assert.deepEqual(await sincronizador.sincronizar(), { que: "esperar" });
  const finales = Object.entries(await estados());
  assert.ok(finales.every(([id, estado]) => estado === (id.startsWith("m") ? "lista" : "confirmada")));
});

test("si al servidor le falta la base que ya confirmó, el equipo se la manda otra vez", async () => {
  const pedidas = [];
  const enviar = async ({ revisiones }) => {
    pedidas.push(revisiones.map((r) => r.revision));
    return json(207, { resultados: revisiones.map((r) => (pedidas.length === 2 ? { revision: r.revision, estado: "falta_base" } : creada(r))) }, MEDIO);
  };
  const { almacen, sincronizador, estados } = await conEstas([{ revision: "r1", visita: "v" }], { enviar });
  await sincronizador.sincronizar();
  await almacen.terminar({ revision: "r2", visita: "v", base: "r1", hash: "r2", bytes: 1, finalizadaEn: "2026-06-16T12:00:00Z" }, {});
  await sincronizador.sincronizar();
  await sincronizador.sincronizar();

  assert.deepEqual(pedidas, [["r1"], ["r2"], ["r1"], ["r2"]]);
  assert.deepEqual(await estados(), { r1: "confirmada", r2: "confirmada" });
});

test("lo que se corrige mientras se arma el envío no viaja sin su texto", async () => {
  const pedidas = [];
  const enviar = async ({ revisiones }) => (pedidas.push(...revisiones), json(207, { resultados: revisiones.map(creada) }, MEDIO));
  const { almacen, sincronizador } = await conEstas(ids(2), { enviar });
  const cambiar = almacen.cambiarEstados;
  almacen.cambiarEstados = async (cambiadas) => {
    if (cambiadas.some((r) => r.estado === "enviada")) await almacen.purgar(["r001"]);
    return cambiar(cambiadas);
  };
  await sincronizador.sincronizar();

  assert.deepEqual(pedidas.map((r) => [r.revision, r.contenido?.id]), [["r002", "r002"]]);
});

async function conUna(red) {
  const { sincronizador, estados } = await conEstas([{ revision: "r1" }, { revision: "r2" }, { revision: "r3" }], red);
  return { resultado: await sincronizador.sincronizar(), estados: Object.values(await estados()) };
}

test("lo que impide enviar se dice, y nada cambia en el equipo", async () => {
  const casos = [
    [{ estado: async () => null }, "sin_red"],
    [{ estado: async () => false }, "portal"],
    [{ estado: async () => ({ ...ESTADO, min_cliente: 2 }) }, "actualizar"],
    [{ estado: async () => ({ ...ESTADO, usuario: null }) }, "entrar"],
    [{ estado: async () => ({ ...ESTADO, usuario: "beto" }) }, "otra_persona"],
    [{ enviar: async () => json(401, {}) }, "entrar"],
    [{ enviar: async () => json(426, {}) }, "actualizar"],
    [{ enviar: async () => json(200, null, "text/html") }, "portal"],
    [{ enviar: async () => json(429, null) }, "esperar"],
    [{ enviar: async () => json(403, null) }, "renovar_token"],
  ];
  for (const [red, que] of casos) {
    const { resultado, estados } = await conUna(red);
    assert.equal(resultado.que, que);
    assert.deepEqual(estados, ["lista", "lista", "lista"]);
  }
});

test("un cuerpo que el servidor no lee se parte hasta dar con la mala, y las otras llegan", async () => {
  const enviar = async ({ revisiones }) => {
    if (revisiones.some((r) => r.revision === "r2")) return json(400, { mensaje: "«hash» no tiene la forma." });
    return json(207, { resultados: revisiones.map(creada) }, MEDIO);
  };
  const { resultado, estados } = await conUna({ enviar });

  assert.deepEqual([resultado.que, ...estados], ["listo", "confirmada", "rechazada", "confirmada"]);
});
