// The index of sections: how far each one is, and which one is being read.

/** Draws the states that the server answers: {section: {estado, completa}}. */
export function pintarIndice(indice, secciones) {
  for (const [id, { estado, completa }] of Object.entries(secciones)) {
    const enlace = indice.querySelector(`[data-seccion="${id}"]`);
    if (!enlace) continue;
    enlace.querySelector("[data-estado]").textContent = estado;
    const [si, aun] = enlace.querySelector("[data-marca]").children;
    si.hidden = !completa;
    aun.hidden = completa;
  }
}

/** The section in view: the last whose top is above `linea` px; the first one when none is. */
export function seccionActual(posiciones, linea) {
  const pasadas = posiciones.filter(({ arriba }) => arriba <= linea);
  return (pasadas.at(-1) ?? posiciones[0])?.id ?? "";
}

/** Marks in the index the section in view. */
export function marcarActual(indice, id) {
  for (const enlace of indice.querySelectorAll("[data-seccion]")) {
    if (enlace.dataset.seccion === id) enlace.setAttribute("aria-current", "step");
    else enlace.removeAttribute("aria-current");
  }
}
