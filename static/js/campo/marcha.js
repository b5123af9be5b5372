/* How a round of sending goes, while it goes: it is said as soon as it begins, counts only what the server has confirmed, and says
   that nobody answers when that takes long. */

import { enMarcha } from "./palabras.js";

export const SIN_RESPUESTA_MS = 6_000;

/** `pintar(dicho)` draws {boton, texto}, or what there is without a round when it is null. `reloj` has setTimeout and clearTimeout.
    A round that nobody asked for and that has nothing to send is not shown: it would say so twice a minute. */
export function crearMarcha({ pintar, reloj }) {
  let ronda = null;
  let espera = null;

  const repintar = () => pintar(ronda && (ronda.pedida || ronda.total > 0) ? enMarcha(ronda) : null);

  /** Something was heard, or is about to be: from here the silence is counted. */
  function escuchar(cambio) {
    if (!ronda) return;
    Object.assign(ronda, cambio, { esperando: false });
    reloj.clearTimeout(espera);
    espera = reloj.setTimeout(() => {
      ronda.esperando = true;
      repintar();
    }, SIN_RESPUESTA_MS);
    repintar();
  }

  return {
    /** Begin a round; `pedida`, whether a person waits for its result. */
    empezar(pedida) {
      ronda = { pedida, total: 0, confirmadas: 0 };
      escuchar({});
    },
    /** Whether there is a round already; who asks for another waits for that one. */
    sumarse(pedida) {
      if (!ronda) return false;
      ronda.pedida ||= pedida;
      repintar();
      return true;
    },
    /** The server answered, or what is to be sent was counted: {total} and {confirmadas}, of this round. */
    avanzar: escuchar,
    pedida: () => ronda?.pedida ?? false,
    terminar() {
      reloj.clearTimeout(espera);
      ronda = null;
      repintar();
    },
    repintar,
  };
}

/** Draw it where the screen has its button and its line. The button keeps the focus: it is not taken away from who pressed it. */
export function pintarMarcha(dicho) {
  const boton = document.querySelector("[data-enviar]");
  if (!boton) return;
  for (const estado of ["aria-busy", "aria-disabled"]) dicho ? boton.setAttribute(estado, "true") : boton.removeAttribute(estado);
  boton.querySelector("[data-enviar-texto]").textContent = dicho?.boton ?? "Enviar ahora";
  const lugar = document.querySelector("[data-marcha]");
  const texto = dicho?.texto ?? "";
  if (lugar.textContent !== texto) lugar.textContent = texto;
}
