/* HTTP of the sync protocol: from a batch to {status, tipo, cuerpo, reintentarEn}, or null without a network.
   Never throws: what an answer means is the queue's matter (cola.js). */

const LIMITE_MS = 60_000;
const INTENTOS = 3;

/** The value of a body that says JSON, null when it is not. An answer cut on its way throws, as any lost network. */
async function leerJson(respuesta) {
  const texto = await respuesta.text();
  try {
    return JSON.parse(texto);
  } catch {
    return null;
  }
}

async function comprimir(texto) {
  const flujo = new Blob([texto]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(flujo).arrayBuffer());
}

/** `base` is the address of the field endpoints, "/visitas/campo/". */
export function crearConexion({ fetch, base, limiteMs = LIMITE_MS }) {
  async function unaVez(ruta, opciones) {
    const respuesta = await fetch(base + ruta, {
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(limiteMs),
      ...opciones,
    });
    const tipo = (respuesta.headers.get("Content-Type") ?? "").split(";")[0].trim().toLowerCase();
    const cuerpo = tipo.endsWith("json") ? await leerJson(respuesta) : null;
    return { status: respuesta.status, tipo, cuerpo, reintentarEn: Number(respuesta.headers.get("Retry-After")) || 0 };
  }

  /** A request that a bad network lost goes again at once (all are safe to repeat); one that nobody answered, does not. */
  async function pedir(ruta, opciones = {}) {
    for (let intento = 1; ; intento += 1) {
      try {
        return await unaVez(ruta, opciones);
      } catch (error) {
        if (intento === INTENTOS || error.name === "TimeoutError") return null;
      }
    }
  }

  async function mandar(ruta, valor, csrf) {
    const cabeceras = { "Content-Type": "application/json", "Content-Encoding": "gzip", "X-CSRFToken": csrf };
    return pedir(ruta, { method: "POST", headers: cabeceras, body: await comprimir(JSON.stringify(valor)) });
  }

  return {
    traer: (ruta) => pedir(ruta),
    mandar,
    /** The server's state; null when nothing answers or it cannot now, false when something that is not our server does. */
    async estado() {
      const respuesta = await pedir("estado");
      if (respuesta?.status === 200 && respuesta.cuerpo?.servicio === "acompana") return respuesta.cuerpo;
      return respuesta === null || respuesta.status >= 400 ? null : false;
    },
    enviar: (lote, csrf) => mandar("sync", lote, csrf),
    recibos: (revisiones, csrf) => mandar("recibos", { revisiones }, csrf),
    cabeza: (por) => pedir(`cabeza/${por}`),
  };
}
