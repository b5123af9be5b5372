// What every page with a draft wires the same way: the clock, where "Guardado" is said, how the form travels, the last save.
import { textoDeEstado } from "./autoguardado.js";

export const RELOJ = {
  setTimeout: (tarea, ms) => setTimeout(tarea, ms),
  clearTimeout: (id) => clearTimeout(id),
  now: () => performance.now(),
};

/** Say in each place of the page how the draft is. */
export function pintarGuardado(estado, detalle) {
  for (const lugar of document.querySelectorAll("[data-guardado]")) {
    lugar.classList.toggle("ac-guardado--mal", estado === "fallo");
    lugar.querySelector("[data-guardado-texto]").textContent = textoDeEstado(estado, detalle);
  }
}

/** What `crear` (crearEnvio, crearEnvioConVersion) needs to post this form. */
export const envioDe = (crear, formulario) =>
  crear({
    formulario,
    traer: (...argumentos) => fetch(...argumentos),
    datosDe: (form) => new URLSearchParams(new FormData(form)),
  });

/** Save what is pending when the page is left. */
export function guardarAlSalir(auto, enviar) {
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && auto.pendiente()) enviar({ alSalir: true }).catch(() => {});
  });
}
