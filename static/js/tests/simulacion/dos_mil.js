/* The device's real modules against a real server: sends what it is told through whatever network lies between, until all
   is confirmed. In: {base, cookie, usuario, revisiones} on stdin. Out: {vueltas, estados: {revision: [state, hash]}}. */
import { readFileSync } from "node:fs";

import { canonico, huella } from "../../campo/canonico.js";
import { crearConexion } from "../../campo/conexion.js";
import { crearSincronizador } from "../../campo/sincronizador.js";
import { abrirMemoria } from "./memoria.js";
import { uuidv7 } from "uuidv7";

const VUELTAS = 300;
const { base, cookie, usuario, dispositivo, revisiones } = JSON.parse(readFileSync(0, "utf8"));
const galletas = new Map([cookie.split("=")]);

/** A browser keeps the cookies that it is given. */
async function fetchConSesion(ruta, opciones) {
  const Cookie = [...galletas].map((par) => par.join("=")).join("; ");
  const respuesta = await fetch(ruta, { ...opciones, headers: { ...opciones.headers, Cookie } });
  for (const puesta of respuesta.headers.getSetCookie()) galletas.set(...puesta.split(";")[0].split("="));
  return respuesta;
}

const almacen = abrirMemoria();
for (const { contenido, ...r } of revisiones) {
  const texto = canonico(contenido);
  await almacen.terminar({ ...r, hash: await huella(texto), bytes: texto.length + 600 }, JSON.parse(texto));
}
const conexion = crearConexion({ fetch: fetchConSesion, base });
const datos = { usuario, dispositivo, version: "1.0.0" };
const sincronizador = crearSincronizador({ almacen, conexion, datos, reloj: { ahora: () => new Date() }, nuevoId: uuidv7 });
let vueltas = 0;
let que = "";
while (que !== "listo" && vueltas < VUELTAS) {
  que = (await sincronizador.sincronizar()).que;
  vueltas += 1;
}
const estados = Object.fromEntries((await almacen.revisiones()).map((r) => [r.revision, [r.estado, r.hash]]));
process.stdout.write(JSON.stringify({ vueltas, que, estados }));
