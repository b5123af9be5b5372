import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { aplanar, componer, filas, limpiar } from "../campo/formulario.js";

const ARCHIVO = new URL("../../../visitas/tests/vectores_formulario.json", import.meta.url);
const { contexto, casos } = JSON.parse(readFileSync(ARCHIVO, "utf8"));
const con = (programada) => ({ ...contexto, programada, nuevoId: () => "nuevo" });
const normal = (valor) => JSON.parse(JSON.stringify(valor).normalize("NFC"));

test("de los valores del formulario sale el mismo contenido que en el servidor", () => {
  assert.ok(casos.length >= 6);
  for (const { contenido, plano } of casos) assert.deepEqual(componer(plano, con(contenido.programada)), normal(contenido));
});

test("un contenido vuelve a los mismos valores que en el servidor", () => {
  for (const { contenido, plano } of casos) assert.deepEqual(aplanar(contenido, contexto), plano);
});

test("un compromiso nuevo recibe identidad y los que ya la tienen la conservan", () => {
  const plano = { ...casos[0].plano, compromiso_1_que: "Otro", compromiso_1_hasta: "2026-07-01", compromiso_1_como: "" };
  const { compromisos } = componer(plano, con(null));

  assert.deepEqual(compromisos.map((c) => c.id), [casos[0].contenido.compromisos[0].id, "nuevo"]);
});

test("las filas vacías no cuentan y las demás van en orden", () => {
  const valores = { nota_2_hora: "9:00", nota_2_texto: "b", nota_10_hora: "10:00", nota_10_texto: "c", nota_0_hora: "", nota_0_texto: " " };

  assert.deepEqual(filas(valores, "nota").map((f) => f.texto), ["b", "c"]);
  assert.deepEqual(componer({ ...casos[0].plano, ...valores, nota_0_hora: "", nota_0_texto: "" }, con(null)).cuaderno[0], { hora: "09:00", texto: "b" });
});

test("un área escrita con el nombre de una de la lista es esa, y no se repite", () => {
  const plano = { ...casos[0].plano, areas: ["matematica"], area_otra: "matemática, Huerto, huerto" };

  assert.deepEqual(componer(plano, con(null)).areas, ["matematica", "Huerto", "huerto"]);
});

test("un texto queda sin controles ni blancos alrededor", () => {
  assert.equal(limpiar(" \u0000a\r\nb\u0007\tc \n"), "a\nb\tc");
  assert.equal(limpiar(null), "");
});
