/* The device's real modules against a server that follows the protocol and a network that lies: lost requests, answers
   cut after COMMIT, portals, errors, expired sessions, poison, crashes, restored backups. Deterministic by seed. */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { abrirAlmacen } from "../campo/almacen.js";
import { MEDIO } from "../campo/cola.js";
import { crearSincronizador } from "../campo/sincronizador.js";

const CORRIDAS = Number(process.env.CORRIDAS ?? 250);
const VECES = Math.min(100, Math.floor(CORRIDAS / 3));
const PASOS = 24;
const FALLAS = ["se_pierde", "se_corta", "portal", "error_500", "sesion", "csrf", "apagon", "truncada"];
const identidad = { cifrar: async (v) => structuredClone(v), descifrar: async (v) => structuredClone(v) };

function azarDe(semilla) {
  let s = semilla >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The server of the contract: one row an id, one child a base, same id and hash is `duplicada`. */
class Servidor {
  constructor() {
    this.filas = new Map();
    this.cabezas = new Map();
    this.epoca = 1;
    this.escrituras = 0;
  }
  recibir(r) {
    const base = { revision: r.revision };
    const guardada = this.filas.get(r.revision);
    if (guardada) return guardada.hash === r.hash ? { ...base, estado: "duplicada", ...this.recibo(r) } : { ...base, estado: "conflicto", codigo: "HASH_DISTINTO", cabeza: null };
    if (r.contenido.veneno) return { ...base, estado: "rechazada", errores: [{ campo: "fin", codigo: "X", mensaje: "…" }] };
    const cabeza = this.cabezas.get(r.visita) ?? null;
    if (cabeza !== r.base) return { ...base, estado: r.base && !this.filas.has(r.base) ? "falta_base" : "conflicto", codigo: "BASE_ANTIGUA", cabeza: null };
    this.escrituras += 1;
    this.filas.set(r.revision, { hash: r.hash, visita: r.visita });
    this.cabezas.set(r.visita, r.revision);
    return { ...base, estado: r.base ? "enmendada" : "creada", ...this.recibo(r) };
  }
  recibo(r) {
    return { hash: this.filas.get(r.revision).hash, recibo: `recibo-${r.revision}`, recibido_en: "2026-06-20T00:00:00Z" };
  }
  /** A backup comes back: the newest rows are gone and the epoch is another. */
  restaurar() {
    const quedan = [...this.filas].slice(0, Math.floor(this.filas.size / 2));
    this.filas = new Map(quedan);
    this.cabezas = new Map(quedan.map(([id, { visita }]) => [visita, id]));
    this.epoca += 1;
  }
}

const json = (status, cuerpo, tipo = "application/json") => ({ status, tipo, cuerpo, reintentarEn: 0 });

/** The connection between them. `falla()` names what goes wrong with the next request, or null. */
function crearRed(servidor, falla, contadores) {
  function conFalla(hacer) {
    const cual = falla();
    if (cual) contadores[cual] = (contadores[cual] ?? 0) + 1;
    if (cual === "se_pierde") return null;
    if (cual === "portal") return json(200, null, "text/html");
    if (cual === "error_500") return json(503, null, "text/html");
    if (cual === "sesion") return json(401, { codigo: "SIN_SESION" });
    if (cual === "csrf") return json(403, null, "text/html");
    const respuesta = hacer();
    if (cual === "apagon") throw new Error("apagón");
    if (cual === "se_corta") return null;
    if (cual === "truncada") return json(respuesta.status, null, respuesta.tipo);
    return respuesta;
  }
  return {
    async estado() {
      return { servicio: "acompana", min_cliente: 1, csrf: "t", usuario: "ana", epoca: servidor.epoca };
    },
    async enviar(lote) {
      return conFalla(() => json(207, { resultados: lote.revisiones.map((r) => servidor.recibir(structuredClone(r))) }, MEDIO));
    },
    async recibos(ids) {
      const recibos = ids.filter((id) => servidor.filas.has(id)).map((id) => ({ revision: id, hash: servidor.filas.get(id).hash }));
      return conFalla(() => json(200, { recibos }));
    },
  };
}

let bases = 0;
async function crearEquipo(servidor, falla, contadores) {
  const almacen = await abrirAlmacen(`ana-${(bases += 1)}`, identidad);
  const verdad = new Map();
  let n = 0;
  const anotar = async (visita, base, veneno) => {
    const revision = `r${(n += 1)}`;
    verdad.set(revision, { visita, base, veneno, hash: `h${n}` });
    await almacen.terminar({ revision, visita, base, hash: `h${n}`, bytes: 5000, formulario: "visita", formularioVersion: 1, finalizadaEn: "2026-06-15T12:00:00Z" }, { veneno, n });
  };
  return {
    almacen,
    verdad,
    nueva: (veneno) => anotar(`v${n + 1}`, null, veneno),
    async corregir(cual) {
      const cabezas = new Map([...verdad].map(([id, r]) => [r.visita, id]));
      const visitas = [...cabezas.keys()];
      if (visitas.length === 0) return;
      const visita = visitas[cual % visitas.length];
      await anotar(visita, cabezas.get(visita), verdad.get(cabezas.get(visita)).veneno);
    },
    async sincronizar() {
      const datos = { usuario: "ana", dispositivo: "d", version: "1" };
      let ids = 0;
      const conexion = crearRed(servidor, falla, contadores);
      const sincronizador = crearSincronizador({ almacen, conexion, datos, reloj: { ahora: () => new Date(0) }, nuevoId: () => `lote-${(ids += 1)}` });
      try {
        return await sincronizador.sincronizar();
      } catch (error) {
        if (error.message !== "apagón") throw error;
        return { que: "apagon" };
      }
    },
  };
}

/** Return what is broken, in words; nothing when all holds. */
async function faltas(equipo, servidor) {
  const dichas = [];
  const revisiones = await equipo.almacen.revisiones();
  const conVeneno = (r) => equipo.verdad.get(r).veneno;
  if (revisiones.length !== equipo.verdad.size) dichas.push("el equipo perdió una revisión");
  for (const r of revisiones) {
    const fila = servidor.filas.get(r.revision);
    if (r.estado === "confirmada" && fila?.hash !== r.hash) dichas.push("confirmada sin la misma copia en el servidor");
    if (!conVeneno(r.revision) && r.estado !== "confirmada") dichas.push(`${r.revision} quedó ${r.estado}`);
    if (conVeneno(r.revision) && fila) dichas.push("el servidor guardó lo que no debía");
  }
  const buenas = [...equipo.verdad.keys()].filter((r) => !conVeneno(r));
  if (servidor.filas.size !== buenas.length) dichas.push(`el servidor tiene ${servidor.filas.size} y son ${buenas.length}`);
  return dichas;
}

async function correr(semilla, contadores) {
  const azar = azarDe(semilla);
  const servidor = new Servidor();
  let sana = false;
  const falla = () => (!sana && azar() < 0.6 ? FALLAS[Math.floor(azar() * FALLAS.length)] : null);
  const equipo = await crearEquipo(servidor, falla, contadores);
  for (let paso = 0; paso < PASOS; paso += 1) {
    const dado = azar();
    if (dado < 0.3) await equipo.nueva(azar() < 0.12);
    else if (dado < 0.45) await equipo.corregir(Math.floor(azar() * 9));
    else if (dado < 0.97) await equipo.sincronizar();
    else servidor.restaurar();
  }
  sana = true;
  for (let vuelta = 0; vuelta < 3; vuelta += 1) await equipo.sincronizar();
  const dichas = await faltas(equipo, servidor);
  equipo.almacen.cerrar();
  return dichas;
}

test("con la peor red, nada se pierde, nada se dobla y todo llega al sanar", async () => {
  const contadores = {};
  for (let semilla = 1; semilla <= CORRIDAS; semilla += 1)
    assert.deepEqual(await correr(semilla, contadores), [], `semilla ${semilla}`);

  for (const falla of FALLAS) assert.ok(contadores[falla] >= VECES, `${falla}: ${contadores[falla]}`);
});

test("una cola de 120 se vacía en una sola vuelta y dice cuánto queda", async () => {
  const servidor = new Servidor();
  const equipo = await crearEquipo(servidor, () => null, {});
  for (let i = 0; i < 120; i += 1) await equipo.nueva(false);

  assert.deepEqual(await equipo.sincronizar(), { que: "listo" });
  assert.equal(servidor.escrituras, 120);
});

async function conUna(red) {
  const almacen = await abrirAlmacen(`ana-${(bases += 1)}`, identidad);
  for (const id of ["r1", "r2", "r3"])
    await almacen.terminar({ revision: id, visita: id, base: null, hash: id, bytes: 1, formulario: "visita", formularioVersion: 1, finalizadaEn: "2026-06-15T12:00:00Z" }, { id });
  const estado = { servicio: "acompana", min_cliente: 1, csrf: "t", usuario: "ana", epoca: 1 };
  const conexion = { estado: async () => estado, recibos: async () => json(200, { recibos: [] }), ...red };
  const datos = { usuario: "ana", dispositivo: "d", version: "1" };
  const sincronizador = crearSincronizador({ almacen, conexion, datos, reloj: { ahora: () => new Date(0) }, nuevoId: () => "lote" });
  return { resultado: await sincronizador.sincronizar(), estados: (await almacen.revisiones()).map((r) => r.estado) };
}

test("lo que impide enviar se dice, y nada cambia en el equipo", async () => {
  const estado = { servicio: "acompana", min_cliente: 1, csrf: "t", usuario: "ana", epoca: 1 };
  const casos = [
    [{ estado: async () => null }, "sin_red"],
    [{ estado: async () => ({ ...estado, min_cliente: 2 }) }, "actualizar"],
    [{ estado: async () => ({ ...estado, usuario: null }) }, "entrar"],
    [{ estado: async () => ({ ...estado, usuario: "beto" }) }, "otra_persona"],
    [{ enviar: async () => json(401, {}) }, "entrar"],
    [{ enviar: async () => json(426, {}) }, "actualizar"],
    [{ enviar: async () => json(200, null, "text/html") }, "portal"],
    [{ enviar: async () => json(429, null) }, "esperar"],
    [{ enviar: async () => json(403, null) }, "renovar_token"],
  ];
  for (const [red, que] of casos) {
    const { resultado, estados } = await conUna(red);
    assert.equal(resultado.que, que);
    assert.deepEqual(estados, ["lista", "lista", "lista"]);
  }
});

test("un cuerpo que el servidor no lee se parte hasta dar con la mala, y las otras llegan", async () => {
  const enviar = async ({ revisiones }) => {
    if (revisiones.some((r) => r.revision === "r2")) return json(400, { mensaje: "«hash» no tiene la forma." });
    return json(207, { resultados: revisiones.map((r) => ({ revision: r.revision, estado: "creada", hash: r.hash, recibo: "x", recibido_en: "2026-06-20T00:00:00Z" })) }, MEDIO);
  };
  const { resultado, estados } = await conUna({ enviar });

  assert.deepEqual([resultado.que, ...estados], ["listo", "confirmada", "rechazada", "confirmada"]);
});
