// Writes out what was typed short when its control is left, and says there what cannot be read.
import { ponerEnClaro } from "./tecleo.js";

/** Show in its item what cannot be read, or take it away. */
function decir(control, error) {
  const caja = control.closest("[data-renglon]");
  caja.querySelector("[data-ilegible]")?.remove();
  control.classList.toggle("is-invalid", Boolean(error));
  if (!error) return control.removeAttribute("aria-invalid");
  control.setAttribute("aria-invalid", "true");
  const aviso = document.createElement("p");
  aviso.className = "ac-error";
  aviso.dataset.ilegible = "";
  aviso.setAttribute("role", "alert");
  aviso.textContent = error;
  return caja.append(aviso);
}

function aclarar(control, anio) {
  const { texto, error } = ponerEnClaro(control.dataset.teclea, control.value, anio);
  if (!error) control.value = texto;
  decir(control, error);
}

/** Start on `formulario`; `anio` is the year of days without one. */
export function aclararAlSalir(formulario, anio) {
  formulario.addEventListener("focusout", ({ target }) => {
    if (target.dataset.teclea) aclarar(target, anio);
  });
}
