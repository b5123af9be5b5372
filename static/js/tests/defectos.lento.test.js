/* Each defect of offline-sync.md §6 that a device can have, planted in a copy of the modules: the tests must see it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const RAIZ = new URL("../../../", import.meta.url).pathname;
const PRUEBAS = ["sincronizador", "almacen", "cola", "cabezas"];
const DEFECTOS = {
  "confirma lo que la respuesta no nombra": ["cola.js", 'return { ...revision, estado: "lista" };', 'return { ...revision, estado: "confirmada" };'],
  "confirma sin mirar la huella": ["cola.js", "dicha?.recibo && dicha.hash === revision.hash", "dicha?.recibo"],
  "toma cualquier 2xx por nuestro": ["cola.js", "status === 207 && tipo === MEDIO && Array.isArray(cuerpo?.resultados)", "status < 300"],
  "la rechazada detiene a las demás": ["cola.js", "|| detenida(r, porId)) continue;", "|| detenida(r, porId)) break;"],
  "envía detrás de una rechazada": ["cola.js", "|| detenida(r, porId)) continue;", ") continue;"],
  "envía sin sus antecesoras": ["cola.js", "a.secuencia - b.secuencia)) {", "b.secuencia - a.secuencia)) {"],
  "olvida lo que iba en camino": ["cola.js", '(r.estado === "enviada" ? { ...r, estado: "lista" } : r)', "r"],
  "se cansa de reintentar": ["cola.js", '{ ...r, estado: "lista" } : r));', '{ ...r, estado: "rechazada" } : r));'],
  "purga la cabeza": ["cola.js", "&& cabezas.get(r.visita) !== r", ""],
  "cambia de identidad al reintentar": ["sincronizador.js", "revision: r.revision,", "revision: r.revision + nuevoId(),"],
  "borra al enviar": ["sincronizador.js", 'await almacen.cambiarEstados(lote.map((r) => ({ ...r, estado: "enviada" })));', "const textos = new Map(await Promise.all(lote.map(async (r) => [r.revision, await almacen.contenido(r.revision)])));\n    await almacen.purgar(lote.map((r) => r.revision));\n    almacen = { ...almacen, contenido: (id) => textos.get(id) };"],
  "no mira la época": ["sincronizador.js", "if ((await almacen.leerAjuste(\"epoca\")) === estado.epoca) return null;", "return null;"],
  "rechaza el lote entero por una": ["sincronizador.js", "if (lote.length === 1) {", "if (lote.length > 1) { for (const r of lote) await rechazar(r, \"\"); return null; }\n    if (lote.length === 1) {"],
  "dos pestañas se pisan": ["almacen.js", 'objectStore("revisiones").add(', 'objectStore("revisiones").put('],
  "edita el texto al cambiar el estado": ["almacen.js", "{ ...cambiada, cifrado: guardada.cifrado }", "cambiada"],
  "da por recibida otra versión de lo que esperaba": ["cabezas.js", "if (recibo?.hash === r.hash)", "if (recibo)"],
  "corrige desde la versión que ya no vale": ["cabezas.js", "return esperan.length > 0 ? esperan : puntas", "return puntas"],
  "pisa lo abierto con lo del servidor": ["cabezas.js", "!suyas.some((r) => ABIERTAS.has(r.estado)) && ", ""],
  "guarda lo traído sin mirar la huella": ["sincronizador.js", "if ((await huella(texto)) !== hash) return;", ""],
  "termina sin la misma transacción": ["almacen.js", 'await tx.objectStore("borradores").delete(revision.visita);', ""],
};

function plantar(ruta, de, a) {
  const antes = readFileSync(ruta, "utf8");
  assert.ok(antes.includes(de), `no se halló en ${ruta}: ${de}`);
  writeFileSync(ruta, antes.replace(de, () => a));
}

function correrCon([archivo, de, a]) {
  const carpeta = mkdtempSync(join(tmpdir(), "acompana-defecto-"));
  try {
    for (const parte of ["campo", "tests"]) cpSync(join(RAIZ, "static/js", parte), join(carpeta, parte), { recursive: true });
    symlinkSync(join(RAIZ, "node_modules"), join(carpeta, "node_modules"));
    writeFileSync(join(carpeta, "package.json"), '{"type": "module"}');
    plantar(join(carpeta, "campo", archivo), de, a);
    const { NODE_TEST_CONTEXT: _, ...entorno } = process.env;
    const env = { ...entorno, CORRIDAS: "25" };
    const pruebas = PRUEBAS.map((p) => join(carpeta, "tests", `${p}.test.js`));
    return spawnSync(process.execPath, ["--test", ...pruebas], { env, timeout: 60_000 }).status;
  } finally {
    rmSync(carpeta, { recursive: true, force: true });
  }
}

test("sin defecto, la copia pasa", () => assert.equal(correrCon(["cola.js", "/*", "/*"]), 0));

for (const [defecto, cambio] of Object.entries(DEFECTOS))
  test(`se ve un equipo que ${defecto}`, () => assert.notEqual(correrCon(cambio), 0));
