import assert from "node:assert/strict";
import { test } from "node:test";
import { crearEnvioConVersion } from "../linea_de_base/envio.js";

const crear = (estado, cuerpo) => {
  const formulario = { action: "/guardar/", elements: { version: { value: "v1" } } };
  const pedidos = [];
  const enviar = crearEnvioConVersion({
    formulario,
    datosDe: (form) => `version=${form.elements.version.value}`,
    traer: async (direccion, opciones) => {
      pedidos.push(opciones.body);
      return {
        status: estado,
        redirected: false,
        headers: new Map([["Content-Type", "application/json"]]),
        json: async () => cuerpo,
      };
    },
  });
  return { enviar, formulario, pedidos };
};

test("cada guardado lleva la versión que dio el anterior", async () => {
  const { enviar, formulario, pedidos } = crear(200, { guardado: "10:42", version: "v2" });
  await enviar();
  assert.equal(formulario.elements.version.value, "v2");
  await enviar();
  assert.deepEqual(pedidos, ["version=v1", "version=v2"]);
});

test("si otra persona guardó, se lee la frase del servidor y la versión no cambia", async () => {
  const { enviar, formulario } = crear(409, { motivo: "Se guardó en otra ventana." });
  await assert.rejects(enviar(), /Se guardó en otra ventana\./);
  assert.equal(formulario.elements.version.value, "v1");
});

test("un error que no es nuestro dice que se intentará de nuevo", async () => {
  const { enviar } = crear(500, {});
  await assert.rejects(enviar(), /se intentará de nuevo/);
});
