/* HTTP of the sync protocol: from a batch to {status, tipo, cuerpo, reintentarEn}, or null without a network.
   Never throws: what an answer means is the queue's matter (cola.js). */

const LIMITE_MS = 60_000;

async function leerJson(respuesta) {
  try {
    return await respuesta.json();
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
  async function pedir(ruta, opciones = {}) {
    try {
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
    } catch {
      return null;
    }
  }

  async function mandar(ruta, valor, csrf) {
    const cabeceras = { "Content-Type": "application/json", "Content-Encoding": "gzip", "X-CSRFToken": csrf };
    return pedir(ruta, { method: "POST", headers: cabeceras, body: await comprimir(JSON.stringify(valor)) });
  }

  return {
    traer: (ruta) => pedir(ruta),
    mandar,
    /** The server's state, or null when what answered is not our server. */
    async estado() {
      const respuesta = await pedir("estado");
      return respuesta?.status === 200 && respuesta.cuerpo?.servicio === "acompana" ? respuesta.cuerpo : null;
    },
    enviar: (lote, csrf) => mandar("sync", lote, csrf),
    recibos: (revisiones, csrf) => mandar("recibos", { revisiones }, csrf),
    cabeza: (por) => pedir(`cabeza/${por}`),
  };
}
