/* What one person has open on the device: drafts and revisions of the vault, put together for the screens. What differs
   from one form to another is in formularios/. */

import { alFrente, faltaLaQueVale } from "./cabezas.js";
import { canonico, huella } from "./canonico.js";
import { queDetiene, sitioDeCorreccion } from "./cola.js";
import { FORMULARIOS, formularioDe } from "./formularios/index.js";
import { volverAGuardar } from "./otra_vez.js";
import { sesionesPropias } from "./sesiones_propias.js";

/** The new package, and with it the teachers who are no longer in it and of whom there is work on this device: their
    form and their name, marked `pasado`, so that what was written stays readable and can be corrected. */
export async function conLosDeAntes(nuevo, anterior, almacen) {
  const estan = new Set(nuevo.docentes.map((d) => d.id));
  const idos = (anterior?.docentes ?? []).filter((d) => !estan.has(d.id));
  if (idos.length === 0) return nuevo;
  const contenidos = await Promise.all((await almacen.revisiones()).map((r) => almacen.contenido(r.revision)));
  const usados = new Set([...contenidos, ...(await almacen.borradores())].map((c) => c?.docente));
  const pasados = idos.filter((d) => usados.has(d.id)).map((d) => ({ ...d, programadas: [], visitas: [], necesidades: [], plan: [], pasado: true }));
  return { ...nuevo, docentes: [...nuevo.docentes, ...pasados] };
}

/** `paquete` may be older than what is on the device; `nuevoId()` mints a UUIDv7; `ahora()` is a Date. */
export function crearLibreta({ almacen, paquete: delServidor, nuevoId, ahora }) {
  let propias = [];
  let paquete = delServidor;

  /** Learn which sessions are only here, before anything is said of them. */
  async function conocerPropias(revisiones) {
    propias = await sesionesPropias(almacen, revisiones, delServidor);
    if (delServidor && propias.length > 0) paquete = { ...delServidor, sesiones: [...(delServidor.sesiones ?? []), ...propias] };
  }

  /** The sessions to show: those of the package, and those that only this device could know of. */
  const sesiones = () => [...(delServidor?.sesiones ?? []), ...propias.filter((s) => s.porConfirmar)];

  const objetoDe = (datos) => formularioDe(datos).objeto(paquete, datos);

  function contextoDe(borrador) {
    const form = formularioDe(borrador);
    return form.contexto(paquete, objetoDe(borrador), borrador, nuevoId);
  }

  /** Open the draft of what is chosen (formularios/index.js), the one already begun when there is one. */
  async function empezar(objeto, opcion = {}, formulario = "visita") {
    const form = FORMULARIOS[formulario];
    const abiertos = await almacen.borradores();
    const abierto = abiertos.find((b) => formularioDe(b) === form && form.esDe(b, objeto, opcion));
    if (abierto) return abierto;
    const nuevo = form.nuevo(objeto, opcion, { hoy: fechaLocal(ahora()), nuevoId });
    return abiertos.find((b) => b.visita === nuevo.visita) ?? { formulario, reemplaza: [], ...nuevo };
  }

  /** Open a draft on a finished revision: on top of it, in its place when the server refused it, or on what the server
      holds when that is newer than what this device confirmed. */
  async function corregir(revision) {
    const abierto = await almacen.leerBorrador(revision.visita);
    if (abierto) return abierto;
    const contenido = await almacen.contenido(revision.revision);
    const datos = { formulario: enQueForma(revision), visita: revision.visita, ...formularioDe(revision).propio(contenido) };
    const nueva = masNueva(revision, datos);
    if (nueva) return { ...conValores({ ...datos, formulario: nueva.formulario ?? datos.formulario }, nueva.contenido), base: nueva.cabeza, reemplaza: [], errores: [] };
    return { ...conValores(datos, contenido), ...(await sitioDe(revision)) };
  }

  const enQueForma = (revision) => (revision.estado === "confirmada" ? formularioDe(revision).corrige : revision.formulario);
  const conValores = (datos, contenido) => ({ ...datos, valores: formularioDe(datos).aplanar(contenido, contextoDe(datos)) });

  async function sitioDe(revision) {
    const revisiones = await almacen.revisiones();
    return sitioDeCorreccion(revisiones, revisiones.find((r) => r.revision === revision.revision) ?? revision);
  }

  /** Open a draft that says another thing of what a revision is about: that the session was held after all. */
  async function decirOtraCosa(revision, formulario) {
    const abierto = await almacen.leerBorrador(revision.visita);
    if (abierto) return abierto;
    const objeto = objetoDe({ formulario, ...formularioDe(revision).propio(await almacen.contenido(revision.revision)) });
    return { ...(await empezar(objeto, {}, formulario)), ...(await sitioDe(revision)), errores: [] };
  }

  /** What the last package brought, when it is later than this confirmed revision and says another thing. */
  function masNueva(revision, datos) {
    const dicho = formularioDe(datos).delServidor(objetoDe(datos), datos);
    if (revision.estado !== "confirmada" || !dicho?.cabeza || dicho.cabeza === revision.revision) return null;
    return Date.parse(paquete.hecho_en) > Date.parse(revision.recibidoEn) ? dicho : null;
  }

  const guardar = (borrador) => {
    const { visita, guardadoEn: _, ...datos } = borrador;
    return almacen.guardarBorrador(visita, datos, ahora().toISOString());
  };

  /** What the device can already tell is missing: [{campo, mensaje}]. */
  const faltantes = (borrador) => formularioDe(borrador).faltantes(borrador.valores, contextoDe(borrador), fechaLocal(ahora()));

  /** Finish a draft: its content, its hash and its revision, all or nothing. */
  async function terminar(borrador) {
    const form = formularioDe(borrador);
    const contenido = form.componer(borrador.valores, contextoDe(borrador));
    const revision = {
      revision: nuevoId(),
      visita: borrador.visita,
      base: borrador.base,
      ...(await resumir(contenido)),
      formulario: borrador.formulario ?? "visita",
      formularioVersion: form.version(paquete, objetoDe(borrador)),
      finalizadaEn: ahora().toISOString(),
    };
    await almacen.terminar(revision, JSON.parse(canonico(contenido)), borrador.reemplaza);
    return revision;
  }

  /** `datos` are a draft, or what a draft would take from `contenido`. `seAbre`: the package still knows of it; `pasado`:
      only because there is work of it on this device. */
  function lineaDe(datos, mas) {
    const form = formularioDe(datos);
    const objeto = objetoDe(datos);
    return { ...mas, ...form.rotulo(paquete, objeto, datos), formulario: datos.formulario ?? "visita", clave: form.clave(datos), seAbre: objeto !== undefined, pasado: objeto?.pasado === true };
  }

  /** What stops a revision is what its line tells: the refusal of one before it, on its own text; the conflict itself. */
  function loQueSeDice(revision, revisiones) {
    const detiene = queDetiene(revisiones, revision);
    if (detiene?.estado !== "rechazada") return detiene ?? revision;
    return { ...revision, estado: detiene.estado, errores: detiene.errores };
  }

  async function lineaDeRevision(revision, faltaOtra) {
    const contenido = await almacen.contenido(revision.revision);
    const datos = { formulario: revision.formulario, ...formularioDe(revision).propio(contenido), contenido };
    return lineaDe(datos, { estado: revision.estado, revision, faltaLaQueVale: faltaOtra });
  }

  /** Everything of this person on the device, what needs attention first. */
  async function lineas() {
    const borradores = await almacen.borradores();
    const revisiones = await almacen.revisiones();
    await conocerPropias(revisiones);
    const deBorrador = borradores.map((b) => lineaDe(b, { estado: "borrador", borrador: b }));
    const deRevision = alFrente(revisiones).map((r) => lineaDeRevision(loQueSeDice(r, revisiones), faltaLaQueVale(r, revisiones)));
    const todas = [...deBorrador, ...(await Promise.all(deRevision))];
    return todas.sort((a, b) => ORDEN.indexOf(a.estado) - ORDEN.indexOf(b.estado) || (b.fecha ?? "").localeCompare(a.fecha ?? ""));
  }

  /** What the device has of a visit with two versions: {base, servidor, mia}, contents or null. */
  async function versiones(revision) {
    const leer = (id) => (id ? almacen.contenido(id) : null);
    const [base, servidor, mia] = await Promise.all([revision.base, revision.cabeza?.revision, revision.revision].map(leer));
    return { base, servidor, mia };
  }

  const otraVez = (revision) => volverAGuardar(revision, { almacen, nuevoId, resumir });

  return { objetoDe, contextoDe, sesiones, empezar, corregir, decirOtraCosa, guardar, faltantes, terminar, lineas, versiones, otraVez };
}

/** What travels beside a content: its hash, and about how many bytes it takes in a batch. */
async function resumir(contenido) {
  const texto = canonico(contenido);
  return { hash: await huella(texto), bytes: texto.length + 600 };
}

const ORDEN = ["rechazada", "en_conflicto", "en_cuarentena", "borrador", "lista", "enviada", "confirmada"];

/** "2026-10-15" of a Date, on the device's own calendar. */
export function fechaLocal(momento) {
  const dos = (n) => String(n).padStart(2, "0");
  return `${momento.getFullYear()}-${dos(momento.getMonth() + 1)}-${dos(momento.getDate())}`;
}
