import assert from "node:assert/strict";
import { test } from "node:test";

import { SIN_RESPUESTA_MS, crearMarcha } from "../campo/marcha.js";

/** A clock moved by hand, and everything that was drawn. */
function preparar() {
  const dichos = [];
  let tarea = null;
  const reloj = { setTimeout: (hacer, ms) => ((tarea = { hacer, ms }), tarea), clearTimeout: () => (tarea = null) };
  const marcha = crearMarcha({ pintar: (dicho) => dichos.push(dicho), reloj });
  const callar = () => (assert.equal(tarea.ms, SIN_RESPUESTA_MS), tarea.hacer());
  return { marcha, callar, ultimo: () => dichos.at(-1), esperaAlgo: () => tarea !== null };
}

test("desde que empieza dice que envía, y cuenta solo lo que el servidor confirmó", () => {
  const { marcha, ultimo, esperaAlgo } = preparar();
  marcha.empezar(true);
  assert.deepEqual(ultimo(), { boton: "Consultando…", texto: "Preguntando al servidor…" });
  marcha.avanzar({ total: 20 });
  assert.deepEqual(ultimo(), { boton: "Enviando…", texto: "Enviando 20 registros…" });
  marcha.avanzar({ total: 20, confirmadas: 3 });
  assert.equal(ultimo().texto, "Enviando: 3 de 20 confirmados por el servidor…");
  marcha.terminar();

  assert.deepEqual([ultimo(), esperaAlgo()], [null, false]);
});

test("si nadie contesta lo dice, y deja de decirlo en cuanto contesta", () => {
  const { marcha, callar, ultimo } = preparar();
  marcha.empezar(false);
  marcha.avanzar({ total: 1 });
  callar();
  assert.deepEqual(ultimo(), { boton: "Enviando…", texto: "Esperando respuesta del servidor… Puedes seguir trabajando." });
  marcha.avanzar({ total: 120, confirmadas: 50 });
  assert.match(ultimo().texto, /^Enviando: 50 de 120/);
  callar();
  assert.equal(ultimo().texto, "50 de 120 confirmados por el servidor. Esperando respuesta del servidor… Puedes seguir trabajando.");
});

test("la vuelta que nadie pidió y que no tiene qué enviar no se muestra hasta que alguien la pide", () => {
  const { marcha, callar, ultimo } = preparar();
  assert.equal(marcha.sumarse(true), false, "no hay ninguna a la que sumarse");
  marcha.empezar(false);
  marcha.avanzar({ total: 0 });
  callar();
  assert.equal(ultimo(), null);
  assert.deepEqual([marcha.sumarse(true), marcha.pedida()], [true, true]);

  assert.match(ultimo().texto, /^Esperando/);
  assert.deepEqual([marcha.sumarse(false), marcha.pedida()], [true, true]);
});

test("lo que llega de una vuelta ya cerrada no dice nada", () => {
  const { marcha, ultimo, esperaAlgo } = preparar();
  marcha.empezar(true);
  marcha.terminar();
  marcha.avanzar({ total: 5 });

  assert.deepEqual([ultimo(), esperaAlgo(), marcha.pedida()], [null, false, false]);
});
