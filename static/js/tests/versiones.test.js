import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { catalogoDe, diferencias } from "../campo/versiones.js";

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

const vectores = JSON.parse(readFileSync(new URL("../../../visitas/tests/vectores_registros.json", import.meta.url), "utf8"));
const paquete = { docentes: [{ id: "r", nombre: "Rosa" }, { id: "b", nombre: "Berta" }], formularios: {}, registros: { caracterizacion: { primaria: vectores.base.contexto } } };

test("las dos versiones de una sesión se leen con nombres, y de quien ya no se acompaña se dice cuántos", () => {
  const servidor = { fecha: "2026-06-05", inicio: "08:00", fin: "11:30", asistencia: [{ docente: "r", asistio: true }, { docente: "b", asistio: true }], desarrollo: "Uno.", acuerdos: "" };
  const mia = { ...servidor, asistencia: [{ docente: "r", asistio: true }, { docente: "otra", asistio: false }], desarrollo: "Dos." };

  assert.deepEqual(diferencias("sesion_grupal", { servidor, mia }, catalogoDe("sesion_grupal", {}, paquete)), [
    { titulo: "Quiénes asistieron", servidor: "Asistieron: Berta, Rosa.", mia: "Asistieron: Rosa.\nNo asistieron: 1 docente que ya no acompañas." },
    { titulo: "Qué se hizo", servidor: "Uno.", mia: "Dos." },
  ]);
});

test("las dos versiones de una línea de base se leen por grado y por área, con sus palabras", () => {
  const servidor = { grados: [{ grado: "1", matricula: 6, aula: "1" }], lenguas: [], servicios: ["agua"], contexto: "", minutos_de_viaje: 90, medio: "combi", distancia_km: "", como_llegar: "", hallazgos: [], aprendizajes: [] };
  const mia = { ...servidor, grados: [{ grado: "1", matricula: null, aula: "" }], medio: "moto", hallazgos: [{ dimension: "clima", signo: "fortaleza", prioridad: 1, texto: "Se escuchan.", evidencia: "Lo vi." }], aprendizajes: [{ area: "comunicacion", fuente: "Prueba", grados: [{ grado: "1", inicio: 1, proceso: 2, satisfactorio: null }] }] };
  const dichas = diferencias("caracterizacion", { servidor, mia }, catalogoDe("caracterizacion", { nivel: "primaria" }, paquete));

  assert.equal(dichas.length, 4);
  assert.deepEqual([dichas[0].servidor, dichas[0].mia], ["6, aula 1", "Sin matrícula"]);
  assert.deepEqual(dichas[1], { titulo: "Medio de transporte", servidor: "Combi o microbús", mia: "Moto o mototaxi" });
  assert.match(dichas[2].mia, /^Fortaleza, lo primero\. Convivencia en el aula: Se escuchan\.\nEvidencia: Lo vi\.$/);
  assert.match(dichas[3].mia, /en inicio 1, en proceso 2, satisfactorio \nFuente: Prueba$/);
});

test("un hallazgo del que solo cambió la prioridad se ve en las dos", () => {
  const con = (prioridad) => ({ hallazgos: [{ dimension: "clima", signo: "debilidad", prioridad, texto: "Gritan.", evidencia: "Lo vi." }] });
  const [hallazgos, ...otras] = diferencias("caracterizacion", { servidor: con(1), mia: con(3) }, catalogoDe("caracterizacion", { nivel: "primaria" }, paquete));

  assert.deepEqual(otras, []);
  assert.match(hallazgos.servidor, /^Debilidad, lo primero\. /);
  assert.match(hallazgos.mia, /^Debilidad, puede esperar\. /);
});

test("sin paquete, o de lo que ya no está en él, se leen los códigos y nada falla", () => {
  const mia = vectores.base.casos[0].contenido;

  for (const catalogo of [catalogoDe("caracterizacion", undefined, paquete), catalogoDe("caracterizacion", { nivel: "primaria" }, null), catalogoDe("otro", {}, paquete)])
    assert.ok(diferencias("caracterizacion", { servidor: null, mia }, catalogo).length > 0);
});
