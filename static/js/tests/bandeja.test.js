import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { contarSinEnviar, textoDeBandeja } from "../bandeja.js";
import { abrirAlmacen } from "../campo/almacen.js";

const cerrada = { cifrar: async () => ({ datos: "x" }), descifrar: () => assert.fail("la bóveda no se abre para contar") };

test("cuenta lo que espera sin abrir la bóveda", async () => {
  const almacen = await abrirAlmacen("bandeja", cerrada);
  const nueva = (revision) => almacen.terminar({ revision, visita: revision, base: null, hash: "h", bytes: 1 }, {});
  for (const id of ["a", "b", "c"]) await nueva(id);
  await almacen.cambiarEstados([{ ...(await almacen.revisiones())[0], estado: "confirmada" }]);

  assert.equal(await contarSinEnviar("bandeja"), 2);
  almacen.cerrar();
});

test("donde nadie abrió su cuaderno no se crea nada", async () => {
  assert.equal(await contarSinEnviar("nadie"), null);
  assert.ok(!(await indexedDB.databases()).some((d) => d.name === "acompana-nadie"));
});

test("dice según quién, y calla donde no hay cuaderno", () => {
  assert.deepEqual(textoDeBandeja(3), { numero: "3", detalle: "sin enviar, según este equipo" });
  assert.deepEqual(textoDeBandeja(0), { numero: "", detalle: "nada sin enviar, según este equipo" });
  assert.deepEqual(textoDeBandeja(null), { numero: "", detalle: "" });
});
