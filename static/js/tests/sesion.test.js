import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { ClaveIncorrecta, cifrar, descifrar } from "../campo/boveda.js";
import { abrirEquipo } from "../campo/equipo.js";
import { Ocupado } from "../campo/servidor.js";
import { NoEntra, SinRed, crearSesion } from "../campo/sesion.js";

const RSA = { name: "RSA-OAEP", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" };
const par = await crypto.subtle.generateKey(RSA, true, ["wrapKey", "unwrapKey", "decrypt"]);
const custodia = Buffer.from(await crypto.subtle.exportKey("spki", par.publicKey)).toString("base64");
let cuentas = 0;

/** A server with one account; `red` says whether it can be reached. */
function crearServidor(cuenta, clave) {
  const servidor = { red: true, clave, sesion: null, usuario: `id-${cuenta}` };
  return Object.assign(servidor, {
    estado: async () => (servidor.red ? { csrf: "t", usuario: servidor.sesion } : null),
    salir: async () => void (servidor.sesion = null),
    async entrar(c, k) {
      servidor.sesion ??= c === cuenta && k === servidor.clave ? servidor.usuario : null;
    },
    paquete: async () => ({ usuario: { id: servidor.usuario, nombre: "Ana Campos" }, custodia }),
    recuperar: async (envuelta) =>
      new Uint8Array(
        await crypto.subtle.decrypt({ name: "RSA-OAEP", label: new TextEncoder().encode(servidor.usuario) }, par.privateKey, envuelta),
      ),
  });
}

async function preparar() {
  const cuenta = `ana-${(cuentas += 1)}`;
  const servidor = crearServidor(cuenta, "primera");
  const sesion = crearSesion({ equipo: await abrirEquipo(), servidor, nuevoId: () => "equipo-1", vueltas: 1000 });
  return { cuenta, servidor, sesion };
}

test("la primera vez hace falta señal; después se abre sin ella", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  servidor.red = false;
  await assert.rejects(sesion.entrar(cuenta, "primera"), SinRed);
  servidor.red = true;
  const { llave } = await sesion.entrar(cuenta, "primera");
  const guardado = await cifrar(llave, { a: 1 }, "x");
  servidor.red = false;
  const otraVez = await sesion.entrar(cuenta, "primera");

  assert.deepEqual(await descifrar(otraVez.llave, guardado, "x"), { a: 1 });
  assert.deepEqual([otraVez.paquete, otraVez.persona.usuario, otraVez.persona.dispositivo], [null, servidor.usuario, "equipo-1"]);
});

test("una contraseña equivocada no abre, con señal ni sin ella", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  await assert.rejects(sesion.entrar(cuenta, "otra"), NoEntra);
  await sesion.entrar(cuenta, "primera");
  servidor.red = false;
  await assert.rejects(sesion.entrar(cuenta, "otra"), ClaveIncorrecta);
});

test("con la contraseña restablecida en el servidor se abre lo que ya estaba", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  const { llave } = await sesion.entrar(cuenta, "primera");
  const guardado = await cifrar(llave, { a: 1 }, "x");
  Object.assign(servidor, { clave: "segunda", sesion: null });
  const despues = await sesion.entrar(cuenta, "segunda");

  assert.deepEqual(await descifrar(despues.llave, guardado, "x"), { a: 1 });
  servidor.red = false;
  assert.deepEqual(await descifrar((await sesion.entrar(cuenta, "segunda")).llave, guardado, "x"), { a: 1 });
  await assert.rejects(sesion.entrar(cuenta, "primera"), ClaveIncorrecta);
});

test("con la sesión de otra abierta, una contraseña equivocada no entra ni crea bóveda", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  servidor.sesion = "id-de-otra";
  await assert.rejects(sesion.entrar(cuenta, "mala"), NoEntra);
  servidor.red = false;
  await assert.rejects(sesion.entrar(cuenta, "mala"), SinRed);
});

test("otra persona en el mismo equipo abre otra sesión y otra bóveda", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  await sesion.entrar(cuenta, "primera");
  servidor.sesion = "id-de-otra";
  const { persona } = await sesion.entrar(cuenta, "primera");
  await sesion.reanudar(persona, "primera");

  assert.equal(servidor.sesion, servidor.usuario);
  assert.equal(persona.usuario, servidor.usuario);
});

test("un servidor que pide esperar no deja cerrado un cuaderno que ya está; la primera vez lo dice", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  const { paquete } = servidor;
  servidor.paquete = async () => {
    throw new Ocupado(600);
  };
  await assert.rejects(sesion.entrar(cuenta, "primera"), /pide esperar unos 10 min/);
  servidor.paquete = paquete;
  await sesion.entrar(cuenta, "primera");
  servidor.paquete = async () => {
    throw new Ocupado(0);
  };

  assert.equal((await sesion.entrar(cuenta, "primera")).paquete, null);
});

test("una red que acepta y nunca contesta no hace esperar por lo que ya está en el equipo", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  const { llave } = await sesion.entrar(cuenta, "primera");
  const guardado = await cifrar(llave, { a: 1 }, "x");
  const nunca = () => new Promise(() => {});
  Object.assign(servidor, { estado: nunca, entrar: nunca, salir: nunca, paquete: nunca });
  const abierta = await Promise.race([sesion.entrar(cuenta, "primera"), new Promise((listo) => setImmediate(() => setTimeout(listo, 5000, null).unref()))]);

  assert.deepEqual(await descifrar(abierta.llave, guardado, "x"), { a: 1 });
  assert.equal(abierta.paquete, null);
});

test("una sesión abierta en el servidor no vale por la contraseña: con otra no se abre ni cambia la bóveda", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  await sesion.entrar(cuenta, "primera");
  assert.equal(servidor.sesion, servidor.usuario);
  await assert.rejects(sesion.entrar(cuenta, "otra"), NoEntra);
  servidor.red = false;
  await assert.rejects(sesion.entrar(cuenta, "otra"), ClaveIncorrecta);

  assert.ok((await sesion.entrar(cuenta, "primera")).llave);
});

test("si la red se va justo al entrar no se culpa a la contraseña", async () => {
  const { cuenta, servidor, sesion } = await preparar();
  servidor.entrar = async () => void (servidor.red = false);

  await assert.rejects(sesion.entrar(cuenta, "primera"), SinRed);
});
