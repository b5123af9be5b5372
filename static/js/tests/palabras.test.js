import assert from "node:assert/strict";
import { test } from "node:test";

import { ESTADOS } from "../campo/cola.js";
import { chipDe, fecha, frescura, hora, momento, motivoDe, motivoDeDetenidas, motivoDeEspera, resumen, romano, sinEnviar, sobre } from "../campo/palabras.js";

test("cada estado de la cola tiene su palabra", () => {
  for (const estado of [...ESTADOS, "borrador"]) assert.equal(chipDe(estado).length, 3, estado);
});

test("fechas y momentos como se escriben aquí, en hora de Lima", () => {
  assert.equal(fecha("2026-10-15"), "15/10/2026");
  assert.equal(fecha(""), "");
  assert.equal(momento("2026-10-16T03:05:00Z"), "15/10/2026, 22:05");
  assert.equal(momento("2026-10-15T13:05:00Z"), "15/10/2026, 8:05");
  assert.deepEqual(["08:05", "12:30", undefined].map(hora), ["8:05", "12:30", ""]);
  assert.equal(momento(null), "todavía no");
});

test("se dice cuánto queda por enviar, y de qué", () => {
  assert.match(sinEnviar({}), /confirmado por el servidor/);
  assert.match(sinEnviar({ visita: 0 }), /confirmado por el servidor/);
  assert.equal(sinEnviar({ visita: 1 }), "1 visita guardada en este equipo, sin enviar.");
  assert.equal(sinEnviar({ visita: 3 }), "3 visitas guardadas en este equipo, sin enviar.");
  assert.equal(sinEnviar({ caracterizacion: 1 }), "1 caracterización guardada en este equipo, sin enviar.");
  assert.equal(sinEnviar({ sesion_grupal: 2, visita: 1 }), "1 visita y 2 sesiones guardadas en este equipo, sin enviar.");
  assert.equal(
    sinEnviar({ visita: 3, sesion_grupal: 1, caracterizacion: 1 }),
    "3 visitas, 1 sesión y 1 caracterización guardadas en este equipo, sin enviar.",
  );
});

test("lo que le pasó a cada visita, con su motivo", () => {
  assert.equal(sobre({ estado: "confirmada", recibidoEn: "2026-10-15T13:05:00Z" }), "Enviada y confirmada por el servidor el 15/10/2026, 8:05.");
  assert.equal(sobre({ estado: "rechazada", errores: [{ mensaje: "Falta la evidencia." }] }), "Falta la evidencia.");
  assert.match(sobre({ estado: "rechazada", errores: [] }), /Nada se perdió/);
  assert.match(sobre({ estado: "en_conflicto" }), /dos equipos/);
  assert.match(sobre({ estado: "lista", finalizadaEn: "2026-10-15T13:05:00Z" }), /Espera conexión/);
});

test("un nivel es un numeral y un motivo desconocido es esperar", () => {
  assert.deepEqual([1, 2, 3, 4, null].map(romano), ["I", "II", "III", "IV", "N. O."]);
  assert.equal(motivoDe("nada"), motivoDe("esperar"));
});

test("con algo por corregir o con dos versiones no se dice que todo está enviado, sino cuánto espera y a quién", () => {
  const lineas = (...pares) => pares.map(([estado, formulario]) => ({ estado, formulario }));
  const dicho = (...pares) => motivoDeDetenidas(lineas(...pares))?.slice(0, 2);
  const hechas = [["confirmada", "visita"], ["borrador", "visita"], ["lista", "sesion_grupal"]];

  assert.equal(dicho(), undefined);
  assert.equal(dicho(...hechas), undefined);
  assert.deepEqual(dicho(...hechas, ["rechazada", undefined]), ["mal", "1 visita necesita que la mires."]);
  assert.deepEqual(dicho(["rechazada", "visita"], ["en_conflicto", "visita"], ["en_cuarentena", "visita"]), ["mal", "2 visitas necesitan que las mires."]);
  assert.deepEqual(dicho(["en_conflicto", "visita"], ["rechazada", "caracterizacion"]), ["mal", "1 visita y 1 caracterización necesitan que las mires."]);
  assert.deepEqual(dicho(["en_cuarentena", "visita"]), ["ojo", "1 visita espera a la coordinación."]);
  assert.deepEqual(dicho(["en_cuarentena", "visita"], ["en_cuarentena", "sesion_grupal"]), ["ojo", "1 visita y 1 sesión esperan a la coordinación."]);
});

test("cuando el servidor pide esperar se dice hasta qué hora, y que nada se pierde", () => {
  const [tono, titulo, texto] = motivoDeEspera(new Date(2026, 9, 15, 10, 42, 30));

  assert.deepEqual([tono, titulo], ["ojo", "El servidor pide esperar hasta las 10:42."]);
  assert.match(texto, /guardado en este equipo/);
});

test("de cuándo es lo que se ve, y si ya se preguntó al servidor", () => {
  assert.equal(frescura(null, false), "Aún no se trajo nada del servidor.");
  assert.equal(frescura("2026-10-15T13:05:00Z", true), "Lo del servidor es del 15/10/2026, 8:05.");
  assert.match(frescura("2026-10-15T13:05:00Z", false), /^Según este equipo, al 15\/10\/2026, 8:05\. /);
});

test("los contadores dicen quién los dice, y lo que espera a otros", () => {
  const total = { lista: 2, enviada: 0, confirmada: 1, rechazada: 0, en_conflicto: 1, en_cuarentena: 3, por_guardar: 2 };

  assert.equal(
    resumen(total, { visita: 1, sesion_grupal: 1 }, "2026-10-15T13:05:00Z"),
    "Según este equipo: 1 visita y 1 sesión guardadas en este equipo, sin enviar. 3 registros esperan a la coordinación. 1 registro tiene dos versiones. 2 por guardar de nuevo. Según el servidor, el 15/10/2026, 8:05: 1 confirmada.",
  );
  assert.match(resumen({ ...total, lista: 0 }, {}, null), /^Según este equipo: nada por enviar\. 3 registros/);
  assert.match(resumen({ ...total, en_conflicto: 0, en_cuarentena: 0 }, {}, null), /Según el servidor: 1 confirmada\.$/);
});

test("una rama resuelta y una versión traída dicen lo que son", () => {
  assert.match(sobre({ estado: "confirmada", resueltaEn: "2026-10-15T13:05:00Z" }), /^Elegiste entre las dos versiones el 15/);
  assert.match(sobre({ estado: "confirmada", traida: true, recibidoEn: "2026-10-15T13:05:00Z" }), /según el servidor, el 15/);
});
