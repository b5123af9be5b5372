import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { NoCanonico, canonico, huella } from "../campo/canonico.js";

const ARCHIVO = new URL("../../../acompanamiento/comun/tests/vectores_canonicos.json", import.meta.url);
const { buenos, malos } = JSON.parse(readFileSync(ARCHIVO, "utf8"));

test("cada vector da el mismo texto y la misma huella que en el servidor", async () => {
  assert.ok(buenos.length >= 200);
  for (const { json, canonico: esperado, huella: firma } of buenos) {
    assert.equal(canonico(JSON.parse(json)), esperado);
    assert.equal(await huella(esperado), firma);
  }
});

test("lo que no tiene una sola escritura se rechaza", () => {
  assert.ok(malos.length >= 8);
  for (const json of malos) assert.throws(() => canonico(JSON.parse(json)), NoCanonico, json);
});

test("lo que no es JSON se rechaza", () => {
  for (const valor of [undefined, new Date(0), NaN, Infinity, 1n])
    assert.throws(() => canonico({ a: valor }), NoCanonico);
});
