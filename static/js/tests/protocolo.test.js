/* offline-sync.md §6, layer a: the device's real modules against the protocol's model, an adversarial network, crashes,
   restored backups, poison and two tabs. 2,000 runs of 50 steps in memory; the first ones again on IndexedDB, step for
   step the same. DEFECTO plants a mistake in the server (defectos.lento.test.js). */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { abrirAlmacen } from "../campo/almacen.js";
import { abrirMemoria } from "./simulacion/memoria.js";
import { Mundo, SUCESOS } from "./simulacion/mundo.js";
import { FALLAS_DE_ENVIO } from "./simulacion/red.js";
import { Servidor } from "./simulacion/servidor.js";

const CORRIDAS = Number(process.env.CORRIDAS ?? 2000);
const EN_DISCO = Math.min(40, CORRIDAS);
const PASOS = 50;
const identidad = { cifrar: async (v) => structuredClone(v), descifrar: async (v) => structuredClone(v) };

async function correr(semilla, contadores, abrir) {
  const mundo = new Mundo({ semilla, servidor: new Servidor(process.env.DEFECTO), abrir, contadores });
  assert.deepEqual(await mundo.correr(PASOS), [], `semilla ${semilla}`);
  return mundo.final.map(({ cifrado: _, ...r }) => r);
}

const enMemoria = () => {
  const almacen = abrirMemoria();
  return async () => almacen;
};

test(`${CORRIDAS} corridas de ${PASOS} pasos con la peor red: nada se pierde, nada se dobla y todo llega al sanar`, async (t) => {
  const contadores = {};
  for (let semilla = 1; semilla <= CORRIDAS; semilla += 1) await correr(semilla, contadores, enMemoria());

  t.diagnostic(JSON.stringify(contadores));
  const veces = Math.min(100, Math.floor(CORRIDAS / 20));
  for (const suceso of [...FALLAS_DE_ENVIO, ...SUCESOS, "estado", "recibos"]) assert.ok(contadores[suceso] >= veces, `${suceso}: ${contadores[suceso]}`);
});

test(`las mismas ${EN_DISCO} primeras sobre IndexedDB acaban igual`, async () => {
  for (let semilla = 1; semilla <= EN_DISCO; semilla += 1) {
    const enDisco = await correr(semilla, {}, () => abrirAlmacen(`protocolo-${semilla}`, identidad));
    assert.deepEqual(enDisco, await correr(semilla, {}, enMemoria()), `semilla ${semilla}`);
  }
});
