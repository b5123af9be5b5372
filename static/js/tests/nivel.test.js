import assert from "node:assert/strict";
import test from "node:test";

import { pideEvidencia, pintarNivel } from "../nivel.js";

function selectorCon(elegido, evidencia) {
  const descriptores = ["1", "2", "3", "4", "no"].map((valor) => ({ dataset: { descriptor: valor }, hidden: false }));
  return {
    descriptores,
    dataset: { evidencia },
    querySelector: () => (elegido ? { value: elegido } : null),
    querySelectorAll: () => descriptores,
  };
}

function documentoCon(atributos) {
  return { getElementById: () => ({ setAttribute: (nombre, valor) => (atributos[nombre] = valor) }) };
}

test("un nivel siempre pide su evidencia y no observado no", () => {
  assert.deepEqual(["1", "2", "3", "4"].map(pideEvidencia), [true, true, true, true]);
  assert.deepEqual(["no", "", undefined].map(pideEvidencia), [false, false, false]);
});

test("solo se ve el descriptor del nivel elegido", () => {
  const selector = selectorCon("3", "");
  pintarNivel(selector, documentoCon({}));
  assert.deepEqual(
    selector.descriptores.filter((d) => !d.hidden).map((d) => d.dataset.descriptor),
    ["3"],
  );
});

test("sin nivel elegido no se ve ningún descriptor", () => {
  const selector = selectorCon("", "");
  pintarNivel(selector, documentoCon({}));
  assert.equal(selector.descriptores.every((d) => d.hidden), true);
});

test("la evidencia deja de ser obligatoria al elegir no observado", () => {
  const atributos = {};
  pintarNivel(selectorCon("2", "id_evidencia"), documentoCon(atributos));
  assert.equal(atributos["aria-required"], "true");
  pintarNivel(selectorCon("no", "id_evidencia"), documentoCon(atributos));
  assert.equal(atributos["aria-required"], "false");
});
