import assert from "node:assert/strict";
import { test } from "node:test";
import { conIndice, conRenglon, estaVacia, horaDe } from "../visita/filas.js";
import { seccionActual } from "../visita/indice.js";

test("una fila nueva lleva su número en cada nombre", () => {
  assert.equal(conIndice("nota_3_hora", "nota", 4), "nota_4_hora");
  assert.equal(conIndice("id_nota_0_texto_error", "nota", 12), "id_nota_12_texto_error");
  assert.equal(conIndice("id_compromiso_0_que", "compromiso", 2), "id_compromiso_2_que");
  assert.equal(conIndice("id_compromiso_0_que", "nota", 2), "id_compromiso_0_que");
});

test("una fila nueva lleva el número de su renglón, con su letra", () => {
  assert.equal(conRenglon("3.1.4a", 4), "3.1.5a");
  assert.equal(conRenglon("6.1.1", 11), "6.1.12");
});

test("la hora de ahora se escribe con dos cifras", () => {
  assert.equal(horaDe(new Date(2026, 9, 15, 8, 5)), "08:05");
});

test("una fila está vacía cuando nadie escribió en ella, aunque lleve su identidad", () => {
  const fila = (...controles) => ({ querySelectorAll: () => controles });
  const control = (value, type = "text") => ({ value, type });
  assert.equal(estaVacia(fila(control("id", "hidden"), control("  "))), true);
  assert.equal(estaVacia(fila(control(""), control("08:05"))), false);
  const opcion = (checked) => ({ value: "clima", type: "radio", checked });
  assert.equal(estaVacia(fila(opcion(false), opcion(false), control(""))), true);
  assert.equal(estaVacia(fila(opcion(false), opcion(true), control(""))), false);
});

test("la sección actual es la última que ya pasó la línea", () => {
  const posiciones = [
    { id: "datos", arriba: -300 },
    { id: "aula", arriba: 90 },
    { id: "notas", arriba: 600 },
  ];
  assert.equal(seccionActual(posiciones, 250), "aula");
  assert.equal(seccionActual(posiciones, -900), "datos");
  assert.equal(seccionActual([], 250), "");
});
