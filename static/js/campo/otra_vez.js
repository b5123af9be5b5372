/* What the server does not take for its id or for its hash is kept again, whole, under other ids: the way out of HASH_DISTINTO
   (the server has another text under that id) and of HUELLA_NO_COINCIDE (what arrived is not what its hash says). */

import { queDetiene } from "./cola.js";

/** The stopped revision and all that was written on it, oldest first. */
function conLoDeEncima(revisiones, detenida) {
  const suyas = [detenida];
  for (const r of [...revisiones].sort((a, b) => a.secuencia - b.secuencia)) if (suyas.some((otra) => otra.revision === r.base)) suyas.push(r);
  return suyas;
}

/**
 * Keep again what stops `revision` and what was written on it: the same texts, in the same chain, on the same base, with new ids and
 * the hash of what is stored here. The open draft of that visit goes on top of the new ones. All of it or nothing. `resumir(contenido)`
 * gives {hash, bytes}. Return how many were kept.
 */
export async function volverAGuardar(revision, { almacen, nuevoId, resumir }) {
  const revisiones = await almacen.revisiones();
  const guardada = revisiones.find((r) => r.revision === revision.revision) ?? revision;
  const viejas = conLoDeEncima(revisiones, queDetiene(revisiones, guardada) ?? guardada);
  const ids = new Map(viejas.map((r) => [r.revision, nuevoId()]));
  const nuevas = await Promise.all(viejas.map((r) => nuevaDe(r, ids, { almacen, resumir })));
  await almacen.sustituir(nuevas, [...ids.keys()], await borradorEncima(almacen, revision.visita, ids));
  return nuevas.length;
}

async function nuevaDe({ revision, visita, base, formulario, formularioVersion, finalizadaEn }, ids, { almacen, resumir }) {
  const contenido = await almacen.contenido(revision);
  const publico = { revision: ids.get(revision), visita, base: ids.get(base) ?? base, formulario, formularioVersion, finalizadaEn };
  return { revision: { ...publico, ...(await resumir(contenido)) }, contenido };
}

/** The draft of the visit with its ids changed; null when it has none of these. */
async function borradorEncima(almacen, visita, ids) {
  const borrador = await almacen.leerBorrador(visita);
  if (!borrador) return null;
  const [base, reemplaza] = [ids.get(borrador.base) ?? borrador.base, (borrador.reemplaza ?? []).map((id) => ids.get(id) ?? id)];
  return { ...borrador, base, reemplaza };
}
