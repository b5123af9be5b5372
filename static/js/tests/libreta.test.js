import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { abrirAlmacen } from "../campo/almacen.js";
import { canonico, huella } from "../campo/canonico.js";
import { crearLibreta } from "../campo/libreta.js";

const ARCHIVO = new URL("../../../visitas/tests/vectores_formulario.json", import.meta.url);
const { contexto, casos } = JSON.parse(readFileSync(ARCHIVO, "utf8"));
const { docente: id, verificables: _, ...formulario } = contexto;
const docente = { id, nombre: "Rosa Quispe", nivel: "primaria", compromisos: contexto.verificables.map((v) => ({ id: v, estado: "pendiente" })) };
const paquete = { docentes: [docente], formularios: { primaria: { ...formulario, version: 1, tipos: { A1: "Asesoría 1" } } } };
const identidad = { cifrar: async (v) => structuredClone(v), descifrar: async (v) => structuredClone(v) };
let bases = 0;
let ids = 0;

async function nueva() {
  const almacen = await abrirAlmacen(`libreta-${(bases += 1)}`, identidad);
  return { almacen, libreta: crearLibreta({ almacen, paquete, nuevoId: () => `id-${(ids += 1)}`, ahora: () => new Date("2026-06-15T18:00:00Z") }) };
}

test("una visita empezada, guardada y terminada queda lista con la huella de su contenido", async () => {
  const { almacen, libreta } = await nueva();
  const borrador = await libreta.empezar(docente, { tipo: "A1", programada: null });
  assert.equal(borrador.valores.fecha, "2026-06-15");
  borrador.valores = casos[0].plano;
  await libreta.guardar(borrador);
  const revision = await libreta.terminar(await almacen.leerBorrador(borrador.visita));

  const contenido = await almacen.contenido(revision.revision);
  assert.equal(revision.hash, await huella(canonico(contenido)));
  assert.equal(contenido.docente, id);
  assert.deepEqual((await libreta.lineas()).map((l) => [l.estado, l.nombre, l.titulo]), [["lista", "Rosa Quispe", "Asesoría 1"]]);
});

test("volver a empezar la misma visita abre el borrador que ya estaba", async () => {
  const { libreta } = await nueva();
  const primero = await libreta.empezar(docente, { tipo: "A1" });
  await libreta.guardar({ ...primero, valores: { ...primero.valores, analisis: "a medias" } });

  assert.equal((await libreta.empezar(docente, { tipo: "A1" })).valores.analisis, "a medias");
  assert.notEqual((await libreta.empezar(docente, { tipo: "D" })).visita, primero.visita);
});

async function conTerminada() {
  const todo = await nueva();
  const borrador = { ...(await todo.libreta.empezar(docente, { tipo: "A1" })), valores: casos[0].plano };
  const revision = await todo.libreta.terminar(borrador);
  return { ...todo, revision: (await todo.almacen.revisiones()).find((r) => r.revision === revision.revision) };
}

test("corregir una terminada hace otra encima, y la lista muestra solo la última", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  const borrador = await libreta.corregir(revision);
  const segunda = await libreta.terminar({ ...borrador, valores: { ...borrador.valores, fin: "13:00" } });

  assert.equal(segunda.base, revision.revision);
  assert.equal((await almacen.revisiones()).length, 2);
  assert.deepEqual((await libreta.lineas()).map((l) => l.revision.revision), [segunda.revision]);
});

test("corregir una rechazada ocupa su lugar, con la misma base y sus motivos a la vista", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  const errores = [{ campo: "fin", codigo: "X", mensaje: "Falta la hora de fin." }];
  await almacen.cambiarEstados([{ ...revision, estado: "rechazada", errores }]);
  const borrador = await libreta.corregir({ ...revision, estado: "rechazada", errores });
  const segunda = await libreta.terminar(borrador);

  assert.deepEqual(borrador.errores, errores);
  assert.equal(segunda.base, null);
  assert.deepEqual((await almacen.revisiones()).map((r) => r.revision), [segunda.revision]);
});

test("corregir conserva lo verificado aunque el compromiso ya no esté pendiente", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  const borrador = await libreta.corregir(revision);
  borrador.valores["verificacion_c-viejo_estado"] = "cumplido";
  const segunda = await libreta.terminar(borrador);

  assert.ok((await almacen.contenido(segunda.revision)).verificaciones.some((v) => v.compromiso === "c-viejo"));
});

test("de una visita con dos versiones el equipo tiene lo suyo y lo que trajo", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  await almacen.guardarTraida({ ...revision, revision: "m", cifrado: undefined }, { analisis: "La otra." });

  const versiones = await libreta.versiones({ ...revision, cabeza: { revision: "m" } });
  assert.deepEqual([versiones.base, versiones.servidor], [null, { analisis: "La otra." }]);
  assert.equal(versiones.mia.docente, id);
});
