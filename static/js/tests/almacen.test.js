import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { YaTerminada, abrirAlmacen } from "../campo/almacen.js";

const cifrar = async (valor, lugar) => ({ lugar, secreto: Buffer.from(JSON.stringify(valor)).toString("base64") });
const descifrar = async (registro, lugar) => {
  assert.equal(registro.lugar, lugar);
  return JSON.parse(Buffer.from(registro.secreto, "base64").toString());
};
let personas = 0;
const nuevo = () => abrirAlmacen(`persona-${(personas += 1)}`, { cifrar, descifrar });
const revision = (id, visita = `v-${id}`) => ({ revision: id, visita, base: null, hash: `h-${id}`, bytes: 10 });

test("un borrador vuelve como se escribió y su texto no está a la vista", async () => {
  const almacen = await nuevo();
  await almacen.guardarBorrador("v1", { docente: "d", valores: { analisis: "La espera bajó." } }, "10:42");
  const crudo = JSON.stringify(await almacen.leerAjuste("paquete")) + JSON.stringify(await almacen.revisiones());

  assert.deepEqual(await almacen.leerBorrador("v1"), { docente: "d", valores: { analisis: "La espera bajó." }, visita: "v1", guardadoEn: "10:42" });
  assert.equal(crudo.includes("espera"), false);
  assert.equal((await almacen.borradores()).length, 1);
});

test("terminar cambia el borrador por una revisión lista, con su número de orden", async () => {
  const almacen = await nuevo();
  await almacen.guardarBorrador("v1", { valores: {} }, "10:42");
  assert.equal(await almacen.terminar(revision("r1", "v1"), { analisis: "a" }), 1);
  assert.equal(await almacen.terminar(revision("r2"), { analisis: "b" }), 2);

  assert.deepEqual((await almacen.revisiones()).map((r) => [r.revision, r.estado, r.secuencia]), [["r1", "lista", 1], ["r2", "lista", 2]]);
  assert.deepEqual(await almacen.contenido("r2"), { analisis: "b" });
  assert.equal(await almacen.leerBorrador("v1"), null);
});

test("dos pestañas no terminan lo mismo dos veces: la segunda falla entera y conserva su borrador", async () => {
  const almacen = await nuevo();
  await almacen.terminar(revision("r1", "v1"), { analisis: "a" });
  await almacen.guardarBorrador("v1", { valores: { analisis: "otra pestaña" } }, "10:43");

  await assert.rejects(almacen.terminar(revision("r1", "v1"), { analisis: "otra" }));
  await assert.rejects(almacen.terminar(revision("r1", "v2"), { analisis: "otra" }));
  assert.deepEqual(await almacen.contenido("r1"), { analisis: "a" });
  assert.equal((await almacen.leerBorrador("v1")).valores.analisis, "otra pestaña");
  assert.equal(await almacen.leerAjuste("secuencia"), 1);
});

test("dos pestañas que terminan el mismo borrador con otro número: la segunda falla y su texto sigue", async () => {
  const almacen = await nuevo();
  await almacen.terminar(revision("r1", "v1"), { analisis: "a" });
  await almacen.guardarBorrador("v1", { valores: { analisis: "otra pestaña" } }, "10:43");

  await assert.rejects(almacen.terminar(revision("r2", "v1"), { analisis: "otra" }), YaTerminada);
  assert.deepEqual((await almacen.revisiones()).map((r) => r.revision), ["r1"]);
  assert.equal((await almacen.leerBorrador("v1")).valores.analisis, "otra pestaña");
  await almacen.terminar(revision("r3", "v1"), { analisis: "corregida" }, ["r1"]);
  assert.deepEqual((await almacen.revisiones()).map((r) => r.revision), ["r3"]);
});

test("cerrar y volver a abrir no pierde nada", async () => {
  const almacen = await nuevo();
  await almacen.terminar(revision("r1", "v1"), { analisis: "a" });
  await almacen.guardarBorrador("v2", { valores: { analisis: "b" } }, "10:43");
  almacen.cerrar();
  const otraVez = await abrirAlmacen(`persona-${personas}`, { cifrar, descifrar });

  assert.deepEqual(await otraVez.contenido("r1"), { analisis: "a" });
  assert.equal((await otraVez.leerBorrador("v2")).valores.analisis, "b");
});

test("cambiar el estado nunca toca el texto", async () => {
  const almacen = await nuevo();
  await almacen.terminar(revision("r1"), { analisis: "a" });
  const [guardada] = await almacen.revisiones();
  await almacen.cambiarEstados([{ ...guardada, estado: "confirmada", recibo: "x", cifrado: null }, revision("no-existe")]);

  assert.deepEqual((await almacen.revisiones()).map((r) => [r.estado, r.recibo]), [["confirmada", "x"]]);
  assert.deepEqual(await almacen.contenido("r1"), { analisis: "a" });
});

test("cada persona tiene su base", async () => {
  const [ana, beto] = [await nuevo(), await nuevo()];
  await ana.terminar(revision("r1"), {});
  await ana.ponerPaquete({ docentes: [1] });

  assert.deepEqual(await beto.revisiones(), []);
  assert.equal(await beto.leerPaquete(), null);
  assert.deepEqual(await ana.leerPaquete(), { docentes: [1] });
});

test("purgar quita solo lo que se nombra", async () => {
  const almacen = await nuevo();
  for (const id of ["r1", "r2"]) await almacen.terminar(revision(id), {});
  await almacen.purgar(["r1"]);

  assert.deepEqual((await almacen.revisiones()).map((r) => r.revision), ["r2"]);
});
