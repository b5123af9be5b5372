/* When the server is asked for the package behind an open notebook: once it could be had, and never on the heels of a failure. */

import { Ocupado } from "./servidor.js";

const MS_ENTRE_INTENTOS = 5 * 60_000;

/** `traer()` brings a package, null when it could not, and may throw Ocupado; `ahora()` is milliseconds. `alDia` says whether this
    notebook has one of the server's since it was opened. */
export function crearPuestaAlDia({ traer, ahora, alDia }) {
  let siguiente = 0;
  const puesta = {
    alDia,
    /** Return the new package; null when it is here already, on its way, or was tried a moment ago. */
    async pedir() {
      if (puesta.alDia || ahora() < siguiente) return null;
      siguiente = Infinity;
      let espera = MS_ENTRE_INTENTOS;
      try {
        const paquete = await traer();
        puesta.alDia = paquete !== null;
        return paquete;
      } catch (error) {
        if (!(error instanceof Ocupado)) throw error;
        espera = Math.max(error.segundos * 1000, espera);
        return null;
      } finally {
        siguiente = ahora() + espera;
      }
    },
  };
  return puesta;
}
