/* The way out for what the server does not take for its id or its hash. How it holds with everything else is protocolo.test.js. */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { YaTerminada, abrirAlmacen } from "../campo/almacen.js";
import { seGuardaOtraVez } from "../campo/cola.js";
import { volverAGuardar } from "../campo/otra_vez.js";
import { chipDe, sobre } from "../campo/palabras.js";

const identidad = { cifrar: async (v, lugar) => ({ lugar, v: structuredClone(v) }), descifrar: async (c, lugar) => (assert.equal(c.lugar, lugar), c.v) };
const DISTINTO = { estado: "en_conflicto", codigo: "HASH_DISTINTO", cabeza: null };
const NO_COINCIDE = { estado: "rechazada", errores: [{ campo: "", codigo: "HUELLA_NO_COINCIDE", mensaje: "…" }] };
let bases = 0;

/** A device where v has r1 ← r2, r1 stopped by `motivo`, and another visit, sent. */
async function conDetenida(motivo) {
  const almacen = await abrirAlmacen(`otra-vez-${(bases += 1)}`, identidad);
  let ids = 0;
  for (const [revision, visita, base] of [["r1", "v", null], ["r2", "v", "r1"], ["x", "otra", null]])
    await almacen.terminar({ revision, visita, base, hash: "vieja", bytes: 1, formulario: "visita", formularioVersion: 2, finalizadaEn: "2026-06-15T12:00:00Z" }, { dice: revision });
  const [r1] = await almacen.revisiones();
  await almacen.cambiarEstados([{ ...r1, ...motivo }]);
  const resumir = async (contenido) => ({ hash: `h:${contenido.dice}`, bytes: 9 });
  return { almacen, otraVez: (revision) => volverAGuardar(revision, { almacen, nuevoId: () => `n${(ids += 1)}`, resumir }) };
}

test("se reconoce lo que su identificador o su huella detienen, y nada más", () => {
  assert.deepEqual([DISTINTO, NO_COINCIDE].map(seGuardaOtraVez), [true, true]);
  const otros = [{ estado: "en_conflicto", codigo: "BASE_ANTIGUA" }, { estado: "rechazada", errores: [{ codigo: "FECHA_FUTURA" }] }, { estado: "rechazada" }, { estado: "lista", codigo: "HASH_DISTINTO" }, { estado: "confirmada" }];
  assert.deepEqual(otros.filter(seGuardaOtraVez), []);
});

for (const [nombre, motivo] of [["con otro texto en el servidor bajo su identificador", DISTINTO], ["que llegó sin coincidir con su huella", NO_COINCIDE]])
  test(`una ${nombre} se guarda de nuevo entera, con lo que se escribió encima, y lo demás queda como estaba`, async () => {
    const { almacen, otraVez } = await conDetenida(motivo);
    const [, , x] = await almacen.revisiones();
    assert.equal(await otraVez({ revision: "r2", visita: "v" }), 2);

    const filas = (await almacen.revisiones()).map(({ cifrado: _, secuencia, ...r }) => r);
    const comun = { visita: "v", estado: "lista", formulario: "visita", formularioVersion: 2, finalizadaEn: "2026-06-15T12:00:00Z", bytes: 9 };
    assert.deepEqual(filas.slice(0, 2), [{ ...comun, revision: "n1", base: null, hash: "h:r1" }, { ...comun, revision: "n2", base: "n1", hash: "h:r2" }]);
    assert.deepEqual(await Promise.all(["n1", "n2", "r1", "r2"].map((id) => almacen.contenido(id))), [{ dice: "r1" }, { dice: "r2" }, null, null]);
    assert.deepEqual((await almacen.revisiones())[2], x);
  });

test("el borrador abierto encima sigue encima, con lo que decía", async () => {
  const { almacen, otraVez } = await conDetenida(DISTINTO);
  await almacen.guardarBorrador("v", { base: "r2", reemplaza: ["r1"], valores: { analisis: "a medias" } }, "2026-06-16T12:00:00Z");
  await otraVez({ revision: "r1", visita: "v" });

  const { base, reemplaza, valores, guardadoEn } = await almacen.leerBorrador("v");
  assert.deepEqual([base, reemplaza, valores.analisis, guardadoEn], ["n2", ["n1"], "a medias", "2026-06-16T12:00:00Z"]);
});

test("dos pestañas a la vez la guardan una sola vez, y si algo falla no se pierde ninguna", async () => {
  const { almacen, otraVez } = await conDetenida(DISTINTO);
  const hechas = await Promise.allSettled([otraVez({ revision: "r1", visita: "v" }), otraVez({ revision: "r1", visita: "v" })]);
  assert.deepEqual(hechas.map((h) => h.status), ["fulfilled", "rejected"]);
  assert.ok(hechas[1].reason instanceof YaTerminada);
  assert.equal((await almacen.revisiones()).length, 3);

  const { almacen: otro } = await conDetenida(DISTINTO);
  const mala = [{ revision: { revision: "x" }, contenido: {} }];
  await assert.rejects(otro.sustituir(mala, ["r1", "r2"], null));
  assert.deepEqual((await otro.revisiones()).map((r) => r.revision), ["r1", "r2", "x"]);
});

test("se dice qué pasó, que está entera y qué hacer", () => {
  for (const motivo of [DISTINTO, NO_COINCIDE]) {
    assert.match(sobre(motivo), /no (la )?recibió/);
    assert.match(sobre(motivo), /«Volver a guardar».*exporta una copia/);
    assert.equal(chipDe(motivo.estado, motivo)[2], "Por guardar de nuevo");
  }
  assert.equal(chipDe("en_conflicto", { estado: "en_conflicto", codigo: "BASE_ANTIGUA" })[2], "Dos versiones");
});
