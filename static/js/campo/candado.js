/* What only one tab may do at a time. */

/** Hold `nombre` until the returned function is called; null when another tab holds it. */
export function tomar(nombre, { locks = navigator.locks } = {}) {
  return new Promise((listo) => {
    locks.request(nombre, { ifAvailable: true }, (candado) => {
      if (candado) return new Promise((soltar) => listo(soltar));
      listo(null);
      return null;
    });
  });
}
