import assert from "node:assert/strict";
import { test } from "node:test";
import { crearAutoguardado, ESPERA_MS, REINTENTO_MS, TOPE_MS, textoDeEstado } from "../visita/autoguardado.js";

/** A clock that moves when told: runs what falls due, one task at a time. */
function relojDePrueba() {
  let ahora = 0;
  let siguiente = 1;
  const tareas = new Map();
  return {
    setTimeout: (tarea, ms) => (tareas.set(siguiente, { tarea, cuando: ahora + ms }), siguiente++),
    clearTimeout: (id) => tareas.delete(id),
    now: () => ahora,
    async avanzar(ms) {
      ahora += ms;
      for (const [id, { tarea, cuando }] of [...tareas]) {
        if (cuando > ahora) continue;
        tareas.delete(id);
        await tarea();
      }
    },
  };
}

function escenario(enviar = async () => ({ guardado: "10:42" })) {
  const estados = [];
  const envios = [];
  const reloj = relojDePrueba();
  const auto = crearAutoguardado({
    enviar: async () => {
      envios.push(reloj.now());
      return enviar(envios.length);
    },
    pintar: (estado, detalle) => estados.push(textoDeEstado(estado, detalle)),
    reloj,
  });
  return { auto, reloj, estados, envios };
}

test("dice lo que pasa con las palabras del programa", () => {
  assert.equal(textoDeEstado("escribiendo"), "Escribiendo…");
  assert.equal(textoDeEstado("guardado", "10:42"), "Guardado, 10:42");
  assert.equal(textoDeEstado("fallo", "no hay señal."), "No se pudo guardar: no hay señal.");
});

test("guarda cuando la persona deja de escribir", async () => {
  const { auto, reloj, estados, envios } = escenario();
  auto.cambio();
  await reloj.avanzar(ESPERA_MS);
  assert.deepEqual(envios, [ESPERA_MS]);
  assert.deepEqual(estados, ["Escribiendo…", "Guardado, 10:42"]);
  assert.equal(auto.pendiente(), false);
});

test("quien escribe sin parar queda guardado cada dos segundos", async () => {
  const { auto, reloj, envios } = escenario();
  for (let ms = 0; ms < 6000; ms += 200) {
    auto.cambio();
    await reloj.avanzar(200);
  }
  assert.ok(envios.length >= 3);
  for (const [i, momento] of envios.entries()) assert.ok(momento - (envios[i - 1] ?? 0) <= TOPE_MS + 200);
});

test("un fallo se dice y se intenta de nuevo hasta que sale", async () => {
  const { auto, reloj, estados, envios } = escenario(async (vez) => {
    if (vez < 3) throw new Error("no hay señal.");
    return { guardado: "10:43" };
  });
  auto.cambio();
  await reloj.avanzar(ESPERA_MS);
  assert.equal(auto.pendiente(), true);
  await reloj.avanzar(REINTENTO_MS);
  await reloj.avanzar(REINTENTO_MS);
  assert.equal(envios.length, 3);
  assert.equal(estados.at(-1), "Guardado, 10:43");
});

test("lo que se escribe mientras se envía va en el envío siguiente, y no dice guardado antes", async () => {
  const esperas = [];
  const { auto, estados, envios } = escenario(() => new Promise((r) => esperas.push(() => r({ guardado: "10:44" }))));
  auto.cambio();
  const primero = auto.guardar();
  auto.cambio();
  const segundo = auto.guardar();
  esperas[0]();
  await primero;
  assert.equal(estados.at(-1), "Escribiendo…");
  await new Promise((r) => setImmediate(r));
  esperas[1]();
  await segundo;
  assert.equal(envios.length, 2);
  assert.equal(estados.at(-1), "Guardado, 10:44");
});

test("al terminar la visita no queda nada por enviar", async () => {
  const { auto, reloj, envios } = escenario();
  auto.cambio();
  auto.soltar();
  await reloj.avanzar(10_000);
  assert.deepEqual(envios, []);
});
