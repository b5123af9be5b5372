import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";

import { abrirAlmacen } from "../campo/almacen.js";
import { alFrente, faltaLaQueVale, porConsultar, porTraer, segunRecibos } from "../campo/cabezas.js";
import { canonico, huella } from "../campo/canonico.js";
import { MEDIO } from "../campo/cola.js";
import { crearSincronizador } from "../campo/sincronizador.js";

const identidad = { cifrar: async (v) => structuredClone(v), descifrar: async (v) => structuredClone(v) };
let secuencia = 0;
const revision = (id, cambios = {}) => ({ revision: id, visita: "v", base: null, hash: `h-${id}`, estado: "confirmada", secuencia: (secuencia += 1), ...cambios });
const recibo = (id, mas = {}) => ({ revision: id, hash: `h-${id}`, recibo: `recibo-${id}`, recibido_en: "2026-06-20T00:00:00Z", ...mas });
const cabeza = (id) => ({ revision: id, hash: `h-${id}`, recibido_en: "2026-06-20T00:00:00Z" });

test("solo se pregunta por lo que está en manos de otros", () => {
  const estados = ["lista", "enviada", "confirmada", "rechazada", "en_conflicto", "en_cuarentena"];

  assert.deepEqual(porConsultar(estados.map((estado) => revision(estado, { estado }))).map((r) => r.estado), ["en_conflicto", "en_cuarentena"]);
});

test("lo que contestan los recibos lleva a cada una a su estado, y sin la misma huella a ninguno", () => {
  const decir = (estado, dicho) => segunRecibos([revision("r", { estado })], dicho)[0];
  const resuelta = decir("en_conflicto", { recibos: [recibo("r", { rama: { cabeza: cabeza("m"), resuelta_en: "2026-06-21T00:00:00Z" } })] });
  const errores = [{ campo: "fin", codigo: "X", mensaje: "…" }];
  const negada = { revision: "r", hash: "h-r", estado: "rechazada", errores };

  assert.deepEqual([resuelta.estado, resuelta.recibo, resuelta.resueltaEn, resuelta.cabeza.revision], ["confirmada", "recibo-r", "2026-06-21T00:00:00Z", "m"]);
  assert.equal(decir("en_conflicto", { recibos: [recibo("r", { rama: { cabeza: cabeza("m"), resuelta_en: null } })] }).estado, "en_conflicto");
  assert.equal(decir("en_cuarentena", { recibos: [recibo("r")] }).estado, "confirmada");
  assert.equal(decir("en_cuarentena", { recibos: [recibo("r", { rama: { cabeza: cabeza("m"), resuelta_en: null } })] }).estado, "en_conflicto");
  assert.deepEqual(decir("en_cuarentena", { recibos: [], cuarentena: [negada] }).errores, errores);
  assert.equal(decir("en_cuarentena", { recibos: [], cuarentena: [{ ...negada, hash: "otra" }] }).estado, "en_cuarentena");
  assert.equal(decir("en_cuarentena", { recibos: [recibo("r", { hash: "otra" })] }).estado, "en_cuarentena");
  assert.equal(decir("lista", { recibos: [recibo("r")] }).estado, "lista");
});

test("se trae la cabeza de un conflicto, la de una elección y la que otro equipo corrigió, si aquí no hay nada abierto", () => {
  const paquete = { docentes: [{ visitas: [{ id: "v", cabeza: "m" }, { id: "otra", cabeza: "x" }] }] };
  const traer = (...revisiones) => porTraer(revisiones, paquete).map((f) => f.revision);

  assert.deepEqual(traer(revision("r2", { estado: "en_conflicto", cabeza: cabeza("h2") })), ["h2"]);
  assert.deepEqual(traer(revision("r2", { resueltaEn: "x", cabeza: cabeza("m") })), ["m"]);
  assert.deepEqual(traer(revision("r2")), ["m"]);
  assert.deepEqual(traer(revision("r2"), revision("m")), []);
  assert.deepEqual(traer(revision("r2"), revision("r3", { base: "r2", estado: "lista" })), []);
  assert.deepEqual(porTraer([revision("r2")], null), []);
});

test("una visita muestra lo que pide atención, o la que vale; nunca la que ya no vale", () => {
  const frente = (...revisiones) => alFrente(revisiones).map((r) => r.revision);
  const r1 = revision("r1");
  const conflicto = revision("r2", { base: "r1", estado: "en_conflicto", cabeza: cabeza("h2") });
  const traida = revision("h2", { base: "r1", traida: true });
  const resuelta = { ...conflicto, estado: "confirmada", resueltaEn: "x", cabeza: cabeza("m") };
  const vale = revision("m", { base: "h2", traida: true });

  assert.deepEqual(frente(r1, conflicto, traida), ["r2"]);
  assert.deepEqual(frente(r1, resuelta, traida), ["r2"]);
  assert.equal(faltaLaQueVale(resuelta, [r1, resuelta, traida]), true);
  assert.deepEqual(frente(r1, resuelta, traida, vale), ["m"]);
  assert.deepEqual(frente(r1, resuelta, traida, vale, revision("r4", { base: "m", estado: "lista" })), ["r4"]);
});

const json = (status, cuerpo, tipo = "application/json") => ({ status, tipo, cuerpo, reintentarEn: 0 });
let bases = 0;

/** A device with one revision in `estado`, against a server that answers `red`; returns what the round left. */
async function ronda(estado, red, paquete = null, mas = {}) {
  const almacen = await abrirAlmacen(`cabezas-${(bases += 1)}`, identidad);
  const nueva = { revision: "r", visita: "v", base: null, hash: "h-r", bytes: 1, formulario: "visita", formularioVersion: 1, finalizadaEn: "2026-06-15T12:00:00Z" };
  await almacen.terminar(nueva, { mia: true });
  await almacen.cambiarEstados([{ ...nueva, secuencia: 1, epoca: 1, estado, ...mas }]);
  const enviados = [];
  const pedidas = [];
  const conexion = {
    estado: async () => ({ servicio: "acompana", min_cliente: 1, csrf: "t", usuario: "ana", epoca: 1 }),
    enviar: async (lote) => enviados.push(lote) && json(207, { resultados: [] }, MEDIO),
    recibos: async () => json(200, { recibos: [], cuarentena: [] }),
    ...red,
    cabeza: async (visita) => pedidas.push(visita) && (await (red.cabeza?.(visita) ?? json(404, { codigo: "NO_EXISTE" }))),
  };
  const datos = { usuario: "ana", dispositivo: "d", version: "1" };
  const reloj = { ahora: () => new Date("2026-06-20T12:00:00Z") };
  const sincronizador = crearSincronizador({ almacen, conexion, datos, reloj, nuevoId: () => "lote", paquete });
  const resultado = await sincronizador.sincronizar();
  await sincronizador.sincronizar();
  return { resultado, enviados, pedidas, almacen, revisiones: await almacen.revisiones() };
}

const contenido = { analisis: "La que vale." };
const traida = async (hash) => ({ revision: "m", visita: "v", base: "r", hash: hash ?? (await huella(canonico(contenido))), recibo: "recibo-m", recibido_en: "2026-06-20T00:00:00Z", finalizada_en: "2026-06-20T00:00:00Z", formulario: "visita", formulario_version: 1, contenido });

test("al saber que se eligió, el equipo trae la que vale y puede corregirla", async () => {
  const rama = { cabeza: cabeza("m"), resuelta_en: "2026-06-21T00:00:00Z" };
  const { almacen, revisiones, pedidas } = await ronda("en_conflicto", {
    recibos: async () => json(200, { recibos: [recibo("r", { rama })] }),
    cabeza: async () => json(200, await traida()),
  });

  assert.deepEqual(revisiones.map((r) => [r.revision, r.estado]), [["m", "confirmada"], ["r", "confirmada"]]);
  assert.deepEqual(await almacen.contenido("m"), contenido);
  assert.deepEqual(alFrente(revisiones).map((r) => r.revision), ["m"]);
  assert.deepEqual(pedidas, ["v"]);
});

test("de una línea de base se pregunta por lo que se escribió aquí, y lo que vale queda junto a ello aunque allá tenga otro id", async () => {
  const rama = { cabeza: cabeza("m"), resuelta_en: "2026-06-21T00:00:00Z" };
  const red = {
    recibos: async () => json(200, { recibos: [recibo("r", { rama })] }),
    cabeza: async () => json(200, { ...(await traida()), visita: "la-de-alla", formulario: "caracterizacion" }),
  };
  const { almacen, revisiones, pedidas } = await ronda("en_conflicto", red, null, { formulario: "caracterizacion" });

  assert.deepEqual(pedidas, ["r"]);
  assert.deepEqual(alFrente(revisiones).map((r) => [r.revision, r.visita, r.formulario]), [["m", "v", "caracterizacion"]]);
  assert.deepEqual(await almacen.contenido("m"), contenido);
});

test("lo traído con otra huella no se guarda", async () => {
  const { revisiones } = await ronda("en_conflicto", { cabeza: async () => json(200, await traida("sha256:otra")) }, null, { cabeza: cabeza("m") });

  assert.deepEqual(revisiones.map((r) => r.revision), ["r"]);
});

test("la corrección de otro equipo, que dice el paquete, se trae una sola vez", async () => {
  const paquete = { docentes: [{ visitas: [{ id: "v", cabeza: "m" }] }] };
  const bien = await ronda("confirmada", { cabeza: async () => json(200, await traida()) }, paquete);
  const ajena = await ronda("confirmada", {}, paquete);

  assert.deepEqual(alFrente(bien.revisiones).map((r) => r.revision), ["m"]);
  assert.deepEqual([bien.pedidas, ajena.pedidas], [["v"], ["v"]]);
});

test("lo que no puede salir se avisa de vez en cuando, con cuántas quedan", async () => {
  const { enviados } = await ronda("rechazada", {});
  const { enviados: ninguno } = await ronda("confirmada", {});

  assert.equal(enviados.length, 1);
  assert.deepEqual([enviados[0].revisiones, enviados[0].quedan.cuantas], [[], 1]);
  assert.equal(ninguno.length, 0);
});

test("los recibos que piden esperar detienen la ronda y dicen cuánto", async () => {
  const { resultado, enviados } = await ronda("en_conflicto", { recibos: async () => ({ ...json(429, {}), reintentarEn: 40 }) });

  assert.deepEqual(resultado, { que: "esperar", segundos: 40 });
  assert.equal(enviados.length, 0);
});

test("una visita que este equipo no tenía se trae para corregirla; sin señal se corrige la que hay, si hay", async () => {
  const almacen = await abrirAlmacen(`cabezas-${(bases += 1)}`, identidad);
  let red = async () => json(200, await traida());
  const conexion = { cabeza: () => red() };
  const { traer } = crearSincronizador({ almacen, conexion, datos: {}, reloj: {}, nuevoId: () => "lote" });
  red = async () => null;
  assert.equal(await traer("v"), null);
  red = async () => json(200, await traida());
  assert.equal((await traer("v")).revision, "m");
  red = async () => null;
  assert.equal((await traer("v")).revision, "m");
});
