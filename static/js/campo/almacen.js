/* What one person keeps on one device: IndexedDB, a database a person, texts encrypted (boveda.js).
   In clear stay only what the queue needs: ids, hashes, states, dates. State and text change in one transaction, and a
   promise resolves in `oncomplete`, with strict durability: "Guardado" is true when it is said. */

import { openDB } from "idb";

const VERSION = 1;
const ESCRIBIR = { durability: "strict" };

function crearTiendas(db) {
  db.createObjectStore("ajustes");
  db.createObjectStore("borradores", { keyPath: "visita" });
  const revisiones = db.createObjectStore("revisiones", { keyPath: "revision" });
  revisiones.createIndex("visita", "visita");
}

/** The disk, or what the browser gives us of it, is full. Nothing of what was being written stays; the rest is as it was. */
export class SinEspacio extends Error {}

const traducir = (error) => (error?.name === "QuotaExceededError" ? new SinEspacio("este equipo se quedó sin espacio. Lo guardado antes sigue a salvo; libera espacio y se guardará.") : error);

/** Undo what the transaction did. One that a failed request undid already is left alone. */
function abortar(tx) {
  try {
    tx.abort();
  } catch (error) {
    if (error.name !== "InvalidStateError") throw error;
  }
}

/** The same visit was finished already, on the same base: another tab was first. */
export class YaTerminada extends Error {}

async function revisarQueNadieLaTermino(tienda, { visita, base }, reemplaza) {
  const hermanas = await tienda.index("visita").getAll(visita);
  if (hermanas.some((r) => r.base === base && !reemplaza.includes(r.revision)))
    throw new YaTerminada("esta visita ya se terminó en otra pestaña.");
}

/** The name of a person's database. */
export const nombreDe = (usuario) => `acompana-${usuario}`;

/**
 * Open the store of `usuario` (uuid). `cifrar(valor, lugar)` and `descifrar(registro, lugar)` come from the open vault.
 * Texts are encrypted before the transaction starts: IndexedDB does not wait for WebCrypto.
 */
export async function abrirAlmacen(usuario, { cifrar, descifrar }) {
  const db = await openDB(nombreDe(usuario), VERSION, { upgrade: crearTiendas });

  async function escribir(tiendas, hacer) {
    const tx = db.transaction(tiendas, "readwrite", ESCRIBIR);
    const hecho = Promise.resolve(hacer(tx)).catch((error) => {
      abortar(tx);
      throw error;
    });
    try {
      const [resultado] = await Promise.all([hecho, tx.done]);
      return resultado;
    } catch (error) {
      throw traducir(error);
    }
  }

  async function siguienteSecuencia(tx) {
    const ajustes = tx.objectStore("ajustes");
    const secuencia = ((await ajustes.get("secuencia")) ?? 0) + 1;
    await ajustes.put(secuencia, "secuencia");
    return secuencia;
  }

  async function sellar({ visita, guardadoEn, ...datos }) {
    return { visita, guardadoEn, cifrado: await cifrar(datos, `borradores/${visita}`) };
  }

  return {
    cerrar: () => db.close(),

    leerAjuste: (clave) => db.get("ajustes", clave),
    ponerAjuste: (clave, valor) => escribir(["ajustes"], (tx) => tx.objectStore("ajustes").put(valor, clave)),

    async ponerPaquete(paquete) {
      const cifrado = await cifrar(paquete, "paquete");
      await escribir(["ajustes"], (tx) => tx.objectStore("ajustes").put(cifrado, "paquete"));
    },
    async leerPaquete() {
      const cifrado = await db.get("ajustes", "paquete");
      return cifrado ? descifrar(cifrado, "paquete") : null;
    },

    /** Keep a draft as it is being written. `valores` are the form's; `datos` has docente, base, tipo, fecha. */
    async guardarBorrador(visita, datos, ahora) {
      const sellado = await sellar({ ...datos, visita, guardadoEn: ahora });
      await escribir(["borradores"], (tx) => tx.objectStore("borradores").put(sellado));
    },
    async leerBorrador(visita) {
      const guardado = await db.get("borradores", visita);
      return guardado ? { ...(await descifrar(guardado.cifrado, `borradores/${visita}`)), visita, guardadoEn: guardado.guardadoEn } : null;
    },
    async borradores() {
      const todos = await db.getAll("borradores");
      return Promise.all(todos.map(({ visita }) => this.leerBorrador(visita)));
    },
    descartarBorrador: (visita) => escribir(["borradores"], (tx) => tx.objectStore("borradores").delete(visita)),

    /** Finish: the draft goes and its revision is born `lista`, both or neither. Another revision of the same id or on
        the same base fails (YaTerminada). `reemplaza` are the refused revisions in whose place it comes. */
    async terminar(revision, contenido, reemplaza = []) {
      const cifrado = await cifrar(contenido, `revisiones/${revision.revision}`);
      return escribir(["ajustes", "borradores", "revisiones"], async (tx) => {
        const tienda = tx.objectStore("revisiones");
        await revisarQueNadieLaTermino(tienda, revision, reemplaza);
        const secuencia = await siguienteSecuencia(tx);
        await tienda.add({ ...revision, estado: "lista", secuencia, cifrado });
        await tx.objectStore("borradores").delete(revision.visita);
        await Promise.all(reemplaza.map((id) => tienda.delete(id)));
        return secuencia;
      });
    },

    /** Put `nuevas` ({revision, contenido}, oldest first) as `lista` in the place of `viejas` (ids), and the draft that stands on them, or
        null: all or nothing. One of `viejas` that is no longer here fails (YaTerminada): another tab was first. */
    async sustituir(nuevas, viejas, borrador) {
      const cifradas = await Promise.all(nuevas.map(({ revision, contenido }) => cifrar(contenido, `revisiones/${revision.revision}`)));
      const sellado = borrador && (await sellar(borrador));
      await escribir(["ajustes", "borradores", "revisiones"], async (tx) => {
        const tienda = tx.objectStore("revisiones");
        for (const id of viejas) if (!(await tienda.get(id))) throw new YaTerminada("esta visita ya se guardó de nuevo en otra pestaña.");
        for (const id of viejas) await tienda.delete(id);
        for (const [i, { revision }] of nuevas.entries())
          await tienda.add({ ...revision, estado: "lista", secuencia: await siguienteSecuencia(tx), cifrado: cifradas[i] });
        if (sellado) await tx.objectStore("borradores").put(sellado);
      });
    },

    /** Keep a revision that the server gave, unless it is here already: it is the newest of its visit. */
    async guardarTraida(revision, contenido) {
      const cifrado = await cifrar(contenido, `revisiones/${revision.revision}`);
      await escribir(["ajustes", "revisiones"], async (tx) => {
        const tienda = tx.objectStore("revisiones");
        if (await tienda.get(revision.revision)) return;
        await tienda.add({ ...revision, estado: "confirmada", secuencia: await siguienteSecuencia(tx), cifrado });
      });
    },

    revisiones: () => db.getAll("revisiones"),
    async contenido(revision) {
      const guardada = await db.get("revisiones", revision);
      return guardada ? descifrar(guardada.cifrado, `revisiones/${revision}`) : null;
    },

    /** Write the new state of revisions; a text never changes. Those that are gone meanwhile stay gone. */
    async cambiarEstados(cambiadas) {
      await escribir(["revisiones"], async (tx) => {
        const tienda = tx.objectStore("revisiones");
        for (const cambiada of cambiadas) {
          const guardada = await tienda.get(cambiada.revision);
          if (guardada) await tienda.put({ ...cambiada, cifrado: guardada.cifrado });
        }
      });
    },
    purgar: (ids) =>
      escribir(["revisiones"], (tx) => Promise.all(ids.map((id) => tx.objectStore("revisiones").delete(id)))),
  };
}
