import assert from "node:assert/strict";
import { test } from "node:test";

import { ClaveIncorrecta, VUELTAS, abrir, cambiarClave, cifrar, crear, descifrar } from "../campo/boveda.js";

const RSA = { name: "RSA-OAEP", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" };
const servidor = await crypto.subtle.generateKey(RSA, true, ["wrapKey", "unwrapKey"]);
const deQuien = (usuario) => ({ name: "RSA-OAEP", label: new TextEncoder().encode(usuario) });
const nueva = (clave = "acompana-demo") => crear(USUARIO, clave, servidor.publicKey, { vueltas: 1000 });
const USUARIO = "01930d3c-0000-7000-8000-000000000001";
const VISITA = { analisis: "La espera bajó en 5.º.", niveles: [2, null] };

test("lo cifrado se abre con la contraseña, también después de cerrar", async () => {
  const { llave, envoltura } = await nueva();
  const guardado = await cifrar(llave, VISITA, "borradores/1");
  const otraVez = await abrir("acompana-demo", envoltura);

  assert.deepEqual(await descifrar(otraVez, guardado, "borradores/1"), VISITA);
});

test("otra contraseña, otra persona, otro lugar u otro byte no abren nada", async () => {
  const { llave, envoltura } = await nueva();
  const guardado = await cifrar(llave, VISITA, "borradores/1");
  const cambiado = { ...guardado, datos: guardado.datos.with(3, guardado.datos[3] ^ 1) };

  await assert.rejects(abrir("acompana-dema", envoltura), ClaveIncorrecta);
  await assert.rejects(descifrar((await nueva()).llave, guardado, "borradores/1"), ClaveIncorrecta);
  await assert.rejects(descifrar(llave, guardado, "borradores/2"), ClaveIncorrecta);
  await assert.rejects(descifrar(llave, cambiado, "borradores/1"), ClaveIncorrecta);
});

test("nada de lo escrito queda legible y dos copias iguales no se parecen", async () => {
  const { llave } = await nueva();
  const [una, otra] = [await cifrar(llave, VISITA, "x"), await cifrar(llave, VISITA, "x")];

  assert.equal(Buffer.from(una.datos).includes("espera"), false);
  assert.notDeepEqual(una.datos, otra.datos);
});

test("la llave no sale del navegador", async () => {
  const { llave } = await nueva();

  await assert.rejects(crypto.subtle.exportKey("raw", llave));
});

test("cambiar la contraseña abre lo de antes y la anterior deja de servir", async () => {
  const { llave, envoltura } = await nueva();
  const guardado = await cifrar(llave, VISITA, "x");
  const cambiada = await cambiarClave("acompana-demo", "otra clave ñ", envoltura);

  assert.deepEqual(await descifrar(await abrir("otra clave n\u0303", cambiada), guardado, "x"), VISITA);
  await assert.rejects(abrir("acompana-demo", cambiada), ClaveIncorrecta);
});

test("el servidor puede devolver la llave a quien olvidó su contraseña", async () => {
  const { llave, custodia } = await nueva();
  const guardado = await cifrar(llave, VISITA, "x");
  const devuelta = await crypto.subtle.unwrapKey(
    "raw", custodia, servidor.privateKey, deQuien(USUARIO), { name: "AES-GCM" }, false, ["decrypt"],
  );

  assert.deepEqual(await descifrar(devuelta, guardado, "x"), VISITA);
  await assert.rejects(
    crypto.subtle.unwrapKey("raw", custodia, servidor.privateKey, deQuien("otra"), { name: "AES-GCM" }, false, ["decrypt"]),
  );
});

test("la contraseña se estira al menos 600 000 veces", async () => {
  const vistas = [];
  const espia = { ...crypto, getRandomValues: (a) => crypto.getRandomValues(a), subtle: new Proxy(crypto.subtle, {
    get: (s, nombre) => (...a) => (nombre === "deriveKey" && vistas.push(a[0].iterations), s[nombre](...a)),
  }) };
  await crear(USUARIO, "acompana-demo", servidor.publicKey, { cripto: espia });

  assert.deepEqual([...new Set(vistas)], [VUELTAS]);
  assert.ok(VUELTAS >= 600_000);
});
