import assert from "node:assert/strict";
import { test } from "node:test";

import { diferencias } from "../campo/versiones.js";

const base = { tipo: "A1", fecha: "2026-06-15", inicio: "08:00", fin: "12:30", grados: [{ grado: "1", presentes: 3 }], areas: ["matematica"], lenguas: [], seccion: "", cuaderno: [], analisis: "Uno.", preguntas: "", niveles: [], dialogo: {}, compromisos: [], acuerdo: true };
const catalogo = { tipos: { A1: "Asesoría 1" }, areas: { matematica: "Matemática" }, lenguas: {} };

test("se muestra solo lo que difiere, con sus palabras", () => {
  const mia = { ...base, analisis: "Dos.", areas: ["matematica", "danza"], niveles: [{ competencia: 2, nivel: 3, evidencia: "Vi." }] };

  assert.deepEqual(diferencias("visita", { servidor: base, mia }, catalogo), [
    { titulo: "Áreas trabajadas", servidor: "Matemática", mia: "Matemática, danza" },
    { titulo: "Análisis crítico", servidor: "Uno.", mia: "Dos." },
    { titulo: "Competencia 2", servidor: "", mia: "Nivel III. Vi." },
  ]);
});

test("sin lo del servidor se lee lo propio entero, y un formulario sin palabras no falla", () => {
  const propias = diferencias("visita", { servidor: null, mia: base }, catalogo);

  assert.deepEqual(propias.find((d) => d.titulo === "Tipo de visita"), { titulo: "Tipo de visita", servidor: "", mia: "Asesoría 1" });
  assert.deepEqual(diferencias("otro", { servidor: null, mia: base }), []);
});
