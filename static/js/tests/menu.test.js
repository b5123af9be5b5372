import assert from "node:assert/strict";
import test from "node:test";

import { prepararMenu } from "../menu.js";

function paginaConMenu() {
  const oyentes = {};
  const boton = { enfocado: false, focus: () => (boton.enfocado = true) };
  const dentro = {};
  const menu = {
    open: true,
    querySelector: () => boton,
    contains: (nodo) => nodo === dentro,
    addEventListener: (nombre, f) => (oyentes[`menu ${nombre}`] = f),
  };
  const documento = { querySelector: () => menu, addEventListener: (nombre, f) => (oyentes[nombre] = f) };
  prepararMenu(documento);
  return { oyentes, boton, dentro, menu };
}

test("escape cierra el menú y devuelve el foco a su botón", () => {
  const { oyentes, boton, menu } = paginaConMenu();
  oyentes.keydown({ key: "a" });
  assert.equal(menu.open, true);
  oyentes.keydown({ key: "Escape" });
  assert.equal(menu.open, false);
  assert.equal(boton.enfocado, true);
});

test("un clic dentro no cierra el menú y uno fuera sí", () => {
  const { oyentes, dentro, menu } = paginaConMenu();
  oyentes.click({ target: dentro });
  assert.equal(menu.open, true);
  oyentes.click({ target: {} });
  assert.equal(menu.open, false);
});

test("al salir el foco del menú se cierra", () => {
  const { oyentes, dentro, menu } = paginaConMenu();
  oyentes["menu focusout"]({ relatedTarget: dentro });
  assert.equal(menu.open, true);
  oyentes["menu focusout"]({ relatedTarget: {} });
  assert.equal(menu.open, false);
});

test("una página sin menú no falla", () => {
  assert.doesNotThrow(() => prepararMenu({ querySelector: () => null }));
});
