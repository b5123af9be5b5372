/* When the notebook talks to the server by itself: a beat while all goes well, further apart after each failure, and never before
   the moment that the server asked for. */

import { espera } from "./cola.js";

const LATIDO_MS = 30_000;

/** `ahora()` is milliseconds; `azar()` from 0 to 1, as Math.random. */
export function crearRitmo({ ahora = Date.now, azar = Math.random } = {}) {
  let intento = 0;
  let proximo = 0;
  let pedidoHasta = 0;
  return {
    /** Until when the server asked to be left alone, as a Date; null when it may be called. */
    enEspera: () => (ahora() < pedidoHasta ? new Date(pedidoHasta) : null),
    toca: () => ahora() >= proximo,
    cuantoAntes() {
      proximo = 0;
    },
    /** From the first again: another notebook is open. What the server asked for stands. */
    reiniciar() {
      intento = proximo = 0;
    },
    /** What a round came to: whether it went well, and the seconds that the server asked for, if it did. */
    anotar({ bien, segundos }) {
      intento = bien ? 0 : intento + 1;
      if (segundos > 0) pedidoHasta = ahora() + segundos * 1000;
      proximo = ahora() + (bien ? LATIDO_MS : espera(intento - 1, azar(), segundos) * 1000);
    },
  };
}
