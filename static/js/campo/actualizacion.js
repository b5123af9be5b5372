/* Registers the service worker and offers a new version; it never changes under an open draft. */

import { aviso, h } from "./dibujo.js";

/** `hayBorradorAbierto()` says whether somebody is writing. */
export async function vigilarVersion({ trabajador, base, hayBorradorAbierto }) {
  if (!("serviceWorker" in navigator)) return false;
  const registro = await navigator.serviceWorker.register(trabajador, { scope: base, updateViaCache: "none" });
  let recargar = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => recargar && location.reload());
  const ofrecer = () => {
    if (!registro.waiting || !navigator.serviceWorker.controller) return;
    const boton = h("button", { type: "button", class: "btn btn-outline-primary btn-sm" }, "Actualizar ahora");
    boton.addEventListener("click", () => {
      if (hayBorradorAbierto()) return boton.replaceWith("Termina o cierra lo que escribes y actualiza después.");
      recargar = true;
      return registro.waiting.postMessage("actualizar");
    });
    const caja = aviso("mar", "Hay una versión nueva del cuaderno.", "Lo guardado no se toca. ");
    caja.lastChild.append(boton);
    document.querySelector("[data-avisos]").replaceChildren(caja);
  };
  registro.addEventListener("updatefound", () => registro.installing?.addEventListener("statechange", ofrecer));
  ofrecer();
  return true;
}
