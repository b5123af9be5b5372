/* What one person has open on the device: drafts and revisions of the vault, put together for the screens. */

import { alFrente, faltaLaQueVale } from "./cabezas.js";
import { canonico, huella } from "./canonico.js";
import { aplanar, componer } from "./formulario.js";

/** `paquete` may be older than what is on the device; `nuevoId()` mints a UUIDv7; `ahora()` is a Date. */
export function crearLibreta({ almacen, paquete, nuevoId, ahora }) {
  const docentes = new Map((paquete?.docentes ?? []).map((d) => [d.id, d]));

  const contextoDe = (docente, programada, valores = {}) => {
    const formulario = paquete.formularios[docente.nivel];
    const pendientes = docente.compromisos.filter((c) => c.estado === "pendiente").map((c) => c.id);
    const verificables = [...new Set([...pendientes, ...verificados(valores)])];
    return { ...formulario, docente: docente.id, programada, verificables, nuevoId };
  };

  /** Open the draft of a scheduled visit (or of an additional one), the one already begun when there is one. */
  async function empezar(docente, { tipo, programada }) {
    const abiertos = await almacen.borradores();
    const abierto = abiertos.find((b) => b.docente === docente.id && b.base === null && b.valores.tipo === tipo);
    if (abierto) return abierto;
    const valores = { tipo, fecha: fechaLocal(ahora()), lenguas: ["castellano"], areas: [] };
    return { visita: nuevoId(), docente: docente.id, programada: programada ?? null, base: null, reemplaza: null, valores };
  }

  /** Open a draft on a finished revision: on top of it, or in its place when the server refused it. */
  async function corregir(revision) {
    const abierto = await almacen.leerBorrador(revision.visita);
    if (abierto) return abierto;
    const contenido = await almacen.contenido(revision.revision);
    const docente = docentes.get(contenido.docente);
    const valores = aplanar(contenido, contextoDe(docente, contenido.programada));
    const negada = revision.estado === "rechazada";
    return {
      visita: revision.visita,
      docente: contenido.docente,
      programada: contenido.programada,
      base: negada ? revision.base : revision.revision,
      reemplaza: negada ? revision.revision : null,
      errores: negada ? (revision.errores ?? []) : [],
      valores,
    };
  }

  const guardar = (borrador) => {
    const { visita, guardadoEn: _, ...datos } = borrador;
    return almacen.guardarBorrador(visita, datos, ahora().toISOString());
  };

  /** Finish a draft: its content, its hash and its revision, all or nothing. */
  async function terminar(borrador) {
    const docente = docentes.get(borrador.docente);
    const contenido = componer(borrador.valores, contextoDe(docente, borrador.programada, borrador.valores));
    const texto = canonico(contenido);
    const revision = {
      revision: nuevoId(),
      visita: borrador.visita,
      base: borrador.base,
      hash: await huella(texto),
      bytes: texto.length + 600,
      formulario: "visita",
      formularioVersion: paquete.formularios[docente.nivel].version,
      finalizadaEn: ahora().toISOString(),
    };
    await almacen.terminar(revision, JSON.parse(texto), borrador.reemplaza);
    return revision;
  }

  async function lineaDe(contenido, datos) {
    const docente = docentes.get(contenido.docente);
    const tipos = docente ? paquete.formularios[docente.nivel].tipos : {};
    const nombre = docente?.nombre ?? "Docente que ya no acompañas";
    return { ...datos, nombre, titulo: tipos[contenido.tipo] ?? contenido.tipo ?? "Visita", fecha: contenido.fecha };
  }

  /** Everything of this person on the device, what needs attention first. */
  async function lineas() {
    const borradores = await almacen.borradores();
    const revisiones = await almacen.revisiones();
    const deBorrador = borradores.map((b) => lineaDe({ ...b.valores, docente: b.docente }, { estado: "borrador", borrador: b }));
    const deRevision = alFrente(revisiones).map(async (r) =>
      lineaDe(await almacen.contenido(r.revision), { estado: r.estado, revision: r, faltaLaQueVale: faltaLaQueVale(r, revisiones) }),
    );
    const todas = await Promise.all([...deBorrador, ...deRevision]);
    return todas.sort((a, b) => ORDEN.indexOf(a.estado) - ORDEN.indexOf(b.estado) || (b.fecha ?? "").localeCompare(a.fecha ?? ""));
  }

  /** What the device has of a visit with two versions: {base, servidor, mia}, contents or null. */
  async function versiones(revision) {
    const leer = (id) => (id ? almacen.contenido(id) : null);
    const [base, servidor, mia] = await Promise.all([revision.base, revision.cabeza?.revision, revision.revision].map(leer));
    return { base, servidor, mia };
  }

  return { docentes, empezar, corregir, guardar, terminar, lineas, versiones };
}

/** The commitments that the values speak of: an amendment keeps them though they are no longer pending. */
const verificados = (valores) =>
  Object.keys(valores)
    .map((campo) => /^verificacion_(.+)_estado$/.exec(campo)?.[1])
    .filter(Boolean);

const ORDEN = ["rechazada", "en_conflicto", "en_cuarentena", "borrador", "lista", "enviada", "confirmada"];

function fechaLocal(momento) {
  const dos = (n) => String(n).padStart(2, "0");
  return `${momento.getFullYear()}-${dos(momento.getMonth() + 1)}-${dos(momento.getDate())}`;
}
