import assert from "node:assert/strict";
import { test } from "node:test";

import { sinEnviar } from "../campo/palabras.js";
import { lineaDeSesion, loDicho, opciones } from "../campo/pantalla_de_sesiones.js";
import { diferencias } from "../campo/versiones.js";

const negada = { sesion: "s1", motivo: "otro", motivo_texto: "Fiesta patronal" };
const motivos = { lluvia: "Lluvias", otro: "Otro motivo" };
const paquete = { hecho_en: "2026-10-30T12:00:00Z" };
const linea = (cambios) => ({ formulario: "sesion_no_realizada", clave: "s1", estado: "confirmada", dicho: "No se realizó: lluvias.", revision: { revision: "r1", recibidoEn: "2026-10-30T11:00:00Z" }, ...cambios });
const sesion = (cambios) => ({ id: "s1", estado: "programada", cabeza: null, contenido: null, no_realizada: null, ...cambios });

test("de una sesión se puede decir que se hizo o que no, y lo dicho se corrige", () => {
  const textos = (s) => opciones(s).map(([texto, forma]) => `${texto}: ${forma}`);

  assert.deepEqual(textos(sesion()), ["Registrar: sesion_grupal", "No se hizo: sesion_no_realizada"]);
  assert.deepEqual(textos(sesion({ estado: "realizada", contenido: {} })), ["Corregir: sesion_grupal"]);
  assert.deepEqual(textos(sesion({ estado: "no_realizada", no_realizada: negada })), ["Corregir: sesion_no_realizada", "Sí se hizo: sesion_grupal"]);
});

test("la fila dice el motivo: el de este equipo, y si no, el del servidor", () => {
  const delServidor = sesion({ estado: "no_realizada", no_realizada: negada });

  assert.equal(loDicho(delServidor, undefined, motivos), " No se realizó: otro motivo (Fiesta patronal), según el servidor.");
  assert.equal(loDicho(delServidor, linea(), motivos), " No se realizó: lluvias.");
  assert.equal(loDicho(sesion(), undefined, motivos), "");
  assert.equal(loDicho(sesion({ contenido: {} }), undefined, motivos), " Registrada, según el servidor.");
});

test("lo confirmado cuenta hasta que el servidor dice algo más nuevo de esa sesión", () => {
  const halla = (s, l, p = paquete) => lineaDeSesion([linea({ clave: "otra" }), l], s, p) === l;

  assert.ok(halla(sesion({ estado: "no_realizada", cabeza: "r1" }), linea()));
  assert.ok(!halla(sesion({ estado: "programada", cabeza: "r1" }), linea()), "se volvió a programar en la página");
  assert.ok(!halla(sesion({ estado: "realizada", cabeza: "r2" }), linea()), "se registró en la página");
  assert.ok(halla(sesion({ estado: "programada" }), linea({ revision: { revision: "r1", recibidoEn: "2026-10-30T13:00:00Z" } })), "el paquete es de antes");
  assert.ok(halla(sesion({ estado: "programada", cabeza: "r2" }), linea({ estado: "lista" })), "lo no enviado no se esconde");
});

test("las tres formas de decir una sesión se cuentan juntas", () => {
  assert.equal(sinEnviar({ sesion_nueva: 1, sesion_no_realizada: 1, sesion_grupal: 1, visita: 1 }), "1 visita y 3 sesiones guardadas en este equipo, sin enviar.");
});

test("si una versión dice que se hizo y la otra que no, se leen las dos", () => {
  const hecha = { sesion: "s1", fecha: "2026-10-29", inicio: "08:00", fin: "12:00", asistencia: [], desarrollo: "Leímos.", acuerdos: "" };
  const [primera, ...otras] = diferencias("sesion_no_realizada", { servidor: hecha, mia: negada }, { motivos });

  assert.deepEqual(primera, { titulo: "Qué pasó", servidor: "Se hizo.", mia: "No se realizó: otro motivo (Fiesta patronal)." });
  assert.deepEqual(otras.map((d) => [d.titulo, d.mia])[0], ["Día en que se hizo", ""]);
});

test("el plan de una que no estaba programada se compara en palabras", () => {
  const nueva = (tema, competencias) => ({ sesion: "s1", tipo: "gia", tema, lugar: "Local", escuela: "", competencias, invitados: ["a"], fecha: "2026-10-29", inicio: "08:00", fin: "12:00", asistencia: [], desarrollo: "x", acuerdos: "" });
  const catalogo = { docentes: { a: "Rosa" }, competencias: { 2: "Tiempo", 4: "Clima" } };

  assert.deepEqual(diferencias("sesion_nueva", { servidor: nueva("Uno", [2]), mia: nueva("Dos", [4]) }, catalogo), [
    { titulo: "Tema", servidor: "Uno", mia: "Dos" },
    { titulo: "Competencias que trabaja", servidor: "2. Tiempo", mia: "4. Clima" },
  ]);
});
