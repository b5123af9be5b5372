import assert from "node:assert/strict";
import test from "node:test";

import { campoDe, enfocarErrores } from "../errores.js";

const enlace = (href) => ({ getAttribute: () => href });

test("el enlace de un error encuentra su campo", () => {
  const documento = { getElementById: (id) => `campo ${id}` };
  assert.equal(campoDe(enlace("#id_fecha"), documento), "campo id_fecha");
  assert.equal(campoDe(enlace("/otra"), documento), null);
  assert.equal(campoDe(enlace(null), documento), null);
});

test("el foco empieza en la lista y el enlace lo lleva al campo", () => {
  const pasos = [];
  let alHacerClic;
  const lista = { focus: () => pasos.push("lista"), addEventListener: (_, f) => (alHacerClic = f) };
  const campo = { focus: () => pasos.push("campo"), scrollIntoView: () => {} };
  enfocarErrores({ querySelector: () => lista, getElementById: () => campo });
  alHacerClic({ target: { closest: () => enlace("#id_fin") }, preventDefault: () => pasos.push("sin salto") });
  assert.deepEqual(pasos, ["lista", "sin salto", "campo"]);
});
