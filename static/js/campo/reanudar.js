/* Signing in again in place, when the server's session ended with work on the device: nothing is closed, nothing is lost. */

import { aviso, h } from "./dibujo.js";

const CAJA = "[data-reanudar]";

/** Show the password's question among the notices, once. `reanudar(clave)` rejects with a Spanish sentence. */
export function pedirClave(lugar, { motivo, reanudar }) {
  if (lugar.querySelector(CAJA)) return;
  const clave = h("input", { class: "form-control", id: "c-reanudar", type: "password", autocomplete: "current-password", required: true });
  const error = h("p", { class: "ac-nota", role: "alert" });
  const boton = h("button", { type: "submit", class: "btn btn-primary" }, "Entrar y enviar");
  const formulario = h("form", { class: "ac-arriba-s", "data-reanudar": true, novalidate: true }, h("label", { class: "form-label", for: "c-reanudar" }, "Contraseña"), clave, h("p", { class: "ac-botones ac-arriba-s" }, boton), error);
  formulario.addEventListener("submit", async (evento) => {
    evento.preventDefault();
    boton.disabled = true;
    try {
      await reanudar(clave.value);
    } catch (falla) {
      error.textContent = falla.message;
      clave.focus();
    } finally {
      boton.disabled = false;
    }
  });
  const caja = aviso(...motivo);
  caja.lastChild.append(formulario);
  lugar.replaceChildren(caja);
}
