/* Each defect of offline-sync.md §6 that a device or the server's model can have, planted in a copy of the modules: the tests must see it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { DEFECTOS_DE_SERVIDOR } from "./simulacion/servidor.js";

const RAIZ = new URL("../../../", import.meta.url).pathname;
const ENVIADA = 'await almacen.cambiarEstados(lote.map((r) => ({ ...r, estado: "enviada" })));';
/* {what it does: [file, what it says, what it says then, which test sees it when it is not the state machine]} */
const DEFECTOS = {
  "confirma lo que la respuesta no nombra": ["cola.js", 'return { ...revision, estado: "lista" };', 'return { ...revision, estado: "confirmada" };'],
  "confirma sin mirar la huella": ["cola.js", "dicha?.recibo && dicha.hash === revision.hash", "dicha?.recibo", "cola"],
  "toma cualquier 2xx por nuestro": ["cola.js", "status === 207 && tipo === MEDIO && Array.isArray(cuerpo?.resultados)", "status < 300"],
  "la rechazada detiene a las demás": ["cola.js", "|| detenida(r, porId, saltar)) continue;", "|| detenida(r, porId, saltar)) break;"],
  "deja a la que falla delante de todas": ["sincronizador.js", "for (const r of lote) saltar.add(r.revision);", "if (!(await almacen.revisiones()).some((r) => r.estado !== \"lista\" && lote.some((l) => l.revision === r.revision))) break;", "sincronizador"],
  "envía detrás de una rechazada": ["cola.js", "|| detenida(r, porId, saltar)) continue;", ") continue;", "cola"],
  "envía sin sus antecesoras": ["cola.js", "a.secuencia - b.secuencia)) {", "b.secuencia - a.secuencia)) {", "cola"],
  "deja sin salida lo escrito sobre una rechazada": ["cola.js", "cadena.findLastIndex", "cadena.slice(0, 1).findLastIndex"],
  "olvida lo que iba en camino": ["cola.js", '(r.estado === "enviada" ? { ...r, estado: "lista" } : r)', "r"],
  "se cansa de reintentar": ["cola.js", '{ ...r, estado: "lista" } : r));', '{ ...r, estado: "rechazada" } : r));'],
  "purga la cabeza": ["cola.js", "&& cabezas.get(r.visita) !== r", "", "cola"],
  "cambia de identidad al reintentar": ["sincronizador.js", "revision: r.revision,", "revision: r.revision + nuevoId(),"],
  "borra al enviar": ["sincronizador.js", ENVIADA, "const textos = new Map(await Promise.all(lote.map(async (r) => [r.revision, await almacen.contenido(r.revision)])));\n    await almacen.purgar(lote.map((r) => r.revision));\n    almacen = { ...almacen, contenido: (id) => textos.get(id) };"],
  "no mira la época": ["sincronizador.js", "filter((r) => r.epoca !== estado.epoca)", "filter(() => false)"],
  "olvida lo que el servidor apartó y perdió": ["sincronizador.js", 'await almacen.cambiarEstados(aparte.map((r) => ({ ...r, estado: "lista" })));', ""],
  "no vuelve a mandar la base que falta": ["cola.js", 'return perdidas.has(r) ? { ...r, estado: "lista" } : r;', "return r;", "sincronizador"],
  "rechaza el lote entero por una": ["sincronizador.js", "if (lote.length === 1) {", "if (lote.length > 1) { for (const r of lote) await rechazar(r, \"\"); return null; }\n    if (lote.length === 1) {"],
  "dos pestañas se pisan": ["almacen.js", "tienda.add(", "tienda.put(", "almacen"],
  "dos pestañas terminan lo mismo": ["almacen.js", "await revisarQueNadieLaTermino(tienda, revision, reemplaza);", ""],
  "edita el texto al cambiar el estado": ["almacen.js", "{ ...cambiada, cifrado: guardada.cifrado }", "cambiada", "almacen"],
  "termina sin la misma transacción": ["almacen.js", 'await tx.objectStore("borradores").delete(revision.visita);', "", "almacen"],
  "borra al cerrar": ["almacen.js", "cerrar: () => db.close(),", "cerrar: () => (db.close(), indexedDB.deleteDatabase(nombreDe(usuario))),"],
  "da por recibida otra versión de lo que esperaba": ["cabezas.js", "if (recibo?.hash === r.hash)", "if (recibo)", "cabezas"],
  "corrige desde la versión que ya no vale": ["cabezas.js", "return esperan.length > 0 ? esperan : puntas", "return puntas", "cabezas"],
  "pisa lo abierto con lo del servidor": ["cabezas.js", "!suyas.some((r) => ABIERTAS.has(r.estado)) && ", "", "cabezas"],
  "guarda lo traído sin mirar la huella": ["sincronizador.js", "if ((await huella(texto)) !== hash) return;", "", "cabezas"],
};

function plantar(ruta, de, a) {
  const antes = readFileSync(ruta, "utf8");
  assert.ok(antes.includes(de), `no se halló en ${ruta}: ${de}`);
  writeFileSync(ruta, antes.replace(de, () => a));
}

function correrCon([archivo, de, a, prueba = "protocolo"], entornoExtra = {}) {
  const carpeta = mkdtempSync(join(tmpdir(), "acompana-defecto-"));
  try {
    for (const parte of ["campo", "tests"]) cpSync(join(RAIZ, "static/js", parte), join(carpeta, parte), { recursive: true });
    symlinkSync(join(RAIZ, "node_modules"), join(carpeta, "node_modules"));
    writeFileSync(join(carpeta, "package.json"), '{"type": "module"}');
    plantar(join(carpeta, "campo", archivo), de, a);
    const { NODE_TEST_CONTEXT: _, ...entorno } = process.env;
    const env = { ...entorno, CORRIDAS: "60", ...entornoExtra };
    return spawnSync(process.execPath, ["--test", join(carpeta, "tests", `${prueba}.test.js`)], { env, timeout: 60_000 }).status;
  } finally {
    rmSync(carpeta, { recursive: true, force: true });
  }
}

const SIN_CAMBIO = ["cola.js", "/*", "/*"];

for (const prueba of ["protocolo", "cola", "almacen", "sincronizador"])
  test(`sin defecto, la copia de ${prueba} pasa`, () => assert.equal(correrCon([...SIN_CAMBIO, prueba]), 0));

for (const [defecto, cambio] of Object.entries(DEFECTOS))
  test(`se ve un equipo que ${defecto}`, () => assert.notEqual(correrCon(cambio), 0));

for (const DEFECTO of DEFECTOS_DE_SERVIDOR)
  test(`se ve un servidor con «${DEFECTO}»`, () => assert.equal(correrCon(SIN_CAMBIO, { DEFECTO }), 1));
