// Follows a piece of work: asks the server for the part of the page in [data-seguir] until it carries [data-fin].

export const PRIMERA_ESPERA = 1000;
export const ESPERA_MAXIMA = 10000;

/** The next wait: half as much again, up to ten seconds, so that a long queue does not tire the server. */
export function siguienteEspera(espera) {
  return Math.min(espera * 1.5, ESPERA_MAXIMA);
}

/** Returns the new HTML, or null when there is no news worth painting (no network, session ended, server busy). */
export async function preguntar(url, pedir) {
  try {
    const respuesta = await pedir(url, { headers: { "X-Requested-With": "fetch" } });
    return respuesta.ok && !respuesta.redirected ? await respuesta.text() : null;
  } catch {
    return null;
  }
}

/** Repaints `caja` until it carries [data-fin]. `pedir` is fetch and `esperar(ms)` a promise. */
export async function seguir(caja, pedir, esperar) {
  let espera = PRIMERA_ESPERA;
  while (!caja.querySelector("[data-fin]")) {
    await esperar(espera);
    const html = await preguntar(caja.dataset.seguir, pedir);
    if (html !== null && html !== caja.innerHTML) caja.innerHTML = html;
    espera = siguienteEspera(espera);
  }
}

if (typeof document !== "undefined") {
  const esperar = (ms) => new Promise((listo) => setTimeout(listo, ms));
  for (const caja of document.querySelectorAll("[data-seguir]")) seguir(caja, (...datos) => fetch(...datos), esperar);
}
