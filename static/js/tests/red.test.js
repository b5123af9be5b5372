import assert from "node:assert/strict";
import test from "node:test";

import { textoDeRed } from "../red.js";

function leido(estado) {
  const { antes, corto, despues } = textoDeRed(estado);
  return antes + corto + despues;
}

test("la barra dice la conexión y cuánto falta enviar", () => {
  assert.equal(leido({ enLinea: false, porEnviar: 4 }), "Sin conexión · 4 por enviar");
  assert.equal(leido({ enLinea: false, porEnviar: 0 }), "Sin conexión");
  assert.equal(leido({ enLinea: true, porEnviar: 4 }), "4 por enviar");
  assert.equal(leido({ enLinea: true, porEnviar: 0 }), "Todo enviado");
});

test("solo sin conexión la barra llama la atención", () => {
  assert.equal(textoDeRed({ enLinea: false, porEnviar: 0 }).clase, "ac-red--no");
  assert.equal(textoDeRed({ enLinea: true, porEnviar: 9 }).clase, "");
});

test("cada estado lleva su propio icono", () => {
  const iconos = [
    textoDeRed({ enLinea: false, porEnviar: 1 }).icono,
    textoDeRed({ enLinea: true, porEnviar: 1 }).icono,
    textoDeRed({ enLinea: true, porEnviar: 0 }).icono,
  ];
  assert.equal(new Set(iconos).size, 3);
});
