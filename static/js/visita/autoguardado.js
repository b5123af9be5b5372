// Saves what is being written, at most two seconds after it is written. Knows nothing of the page.

export const ESPERA_MS = 1000;
export const TOPE_MS = 2000;
export const REINTENTO_MS = 5000;

/** What the person reads for each state. */
export function textoDeEstado(estado, detalle = "") {
  if (estado === "escribiendo") return "Escribiendo…";
  if (estado === "guardado") return `Guardado, ${detalle}`;
  return `No se pudo guardar: ${detalle}`;
}

/**
 * `enviar()` returns a promise of {guardado} or rejects with an Error whose message is a Spanish sentence.
 * `pintar(estado, detalle)` draws "escribiendo", "guardado" or "fallo". `reloj` has setTimeout, clearTimeout, now.
 * One request at a time; what is written meanwhile goes in the next one; a failure is tried again until it works.
 */
export function crearAutoguardado({ enviar, pintar, reloj }) {
  let espera = null;
  let desde = null;
  let version = 0;
  let guardada = 0;
  let enCurso = null;

  const pendiente = () => guardada < version;

  function programar(ms) {
    reloj.clearTimeout(espera);
    espera = reloj.setTimeout(guardar, ms);
  }

  function cambio() {
    version += 1;
    pintar("escribiendo", "");
    desde ??= reloj.now();
    programar(Math.max(0, Math.min(ESPERA_MS, desde + TOPE_MS - reloj.now())));
  }

  async function enviarUna() {
    const enviada = version;
    desde = null;
    try {
      const respuesta = await enviar();
      guardada = enviada;
      if (!pendiente()) pintar("guardado", respuesta.guardado);
      return respuesta;
    } catch (error) {
      pintar("fallo", error.message);
      programar(REINTENTO_MS);
      return null;
    }
  }

  async function guardar() {
    reloj.clearTimeout(espera);
    if (enCurso) {
      await enCurso;
      return pendiente() ? guardar() : null;
    }
    enCurso = enviarUna();
    try {
      return await enCurso;
    } finally {
      enCurso = null;
    }
  }

  /** Forget what is pending: the page is about to send everything itself. */
  function soltar() {
    reloj.clearTimeout(espera);
    guardada = version;
  }

  return { cambio, guardar, pendiente, soltar };
}
