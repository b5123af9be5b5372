import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { crearCuaderno } from "../campo/cuaderno.js";
import { Ocupado } from "../campo/servidor.js";

const llave = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
const MINUTO = 60_000;
const paqueteDe = (hecho_en, ...docentes) => ({ hecho_en, docentes: docentes.map((id) => ({ id, nombre: id })), formularios: {} });
let equipos = 0;

/** A device with `anterior` kept; `traer` is what the server does about a package. */
async function preparar({ anterior = null, traer }) {
  const persona = { usuario: `u-${(equipos += 1)}`, dispositivo: "d" };
  const reloj = { ahora: Date.parse("2026-10-15T13:00:00Z") };
  const opciones = { conexion: {}, nuevoId: () => "n", ahora: () => new Date(reloj.ahora), traerPaquete: traer };
  const abrir = (paquete = null) => crearCuaderno({ persona, llave, paquete }, opciones);
  if (anterior) (await abrir(anterior)).almacen.cerrar();
  return { abrir, reloj };
}

test("abre con lo que hay, lo nuevo llega por detrás y se usa cuando se pide", async () => {
  let llega;
  const { abrir } = await preparar({ anterior: paqueteDe("ayer", "a"), traer: () => new Promise((listo) => (llega = listo)) });
  const cuaderno = await abrir();
  assert.deepEqual([cuaderno.paquete.hecho_en, cuaderno.alDia()], ["ayer", false]);
  const pedido = cuaderno.pedirLoNuevo();
  assert.equal(await cuaderno.pedirLoNuevo(), false, "mientras viene no se pide otro");
  llega(paqueteDe("hoy", "a", "b"));

  assert.equal(await pedido, true);
  assert.deepEqual([cuaderno.paquete.hecho_en, cuaderno.alDia()], ["ayer", true]);
  const { libreta } = cuaderno;
  await cuaderno.usarLoNuevo();
  assert.deepEqual([cuaderno.paquete.hecho_en, cuaderno.paquete.docentes.length], ["hoy", 2]);
  assert.notEqual(cuaderno.libreta, libreta);
  cuaderno.almacen.cerrar();
  assert.equal((await abrir()).paquete.hecho_en, "hoy");
});

test("lo que llegó queda en el equipo aunque se apague antes de usarlo", async () => {
  const { abrir } = await preparar({ anterior: paqueteDe("ayer"), traer: async () => paqueteDe("hoy") });
  const cuaderno = await abrir();
  await cuaderno.pedirLoNuevo();
  cuaderno.almacen.cerrar();

  assert.equal((await abrir()).paquete.hecho_en, "hoy");
});

test("un docente que ya no viene y del que se escribe mientras tanto no se pierde", async () => {
  const { abrir } = await preparar({ anterior: paqueteDe("ayer", "se-va", "otro"), traer: async () => paqueteDe("hoy", "queda") });
  const cuaderno = await abrir();
  await cuaderno.pedirLoNuevo();
  await cuaderno.libreta.guardar({ visita: "v", docente: "se-va", base: null, valores: {} });
  await cuaderno.usarLoNuevo();

  assert.deepEqual(cuaderno.paquete.docentes.map((d) => [d.id, d.pasado === true]), [["queda", false], ["se-va", true]]);
});

test("lo que no se pudo traer se pide de nuevo más tarde, y no antes de lo que pide el servidor", async () => {
  const respuestas = [null, new Ocupado(20 * 60), paqueteDe("hoy")];
  const traer = async () => {
    const respuesta = respuestas.shift();
    if (respuesta instanceof Error) throw respuesta;
    return respuesta;
  };
  const { abrir, reloj } = await preparar({ traer });
  const cuaderno = await abrir();
  const pedido = [];
  for (const minutos of [0, 1, 5, 10, 20, 20]) {
    reloj.ahora += minutos * MINUTO;
    pedido.push([await cuaderno.pedirLoNuevo(), respuestas.length]);
  }

  assert.deepEqual(pedido, [[false, 2], [false, 2], [false, 1], [false, 1], [true, 0], [false, 0]]);
});
