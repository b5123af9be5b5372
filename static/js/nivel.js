// The level picker: shows the descriptor of the chosen level and says whether the evidence is mandatory.

export const NO_OBSERVADO = "no";

/** A level always carries its evidence; "no observado" and nothing chosen do not. */
export function pideEvidencia(valor) {
  return Boolean(valor) && valor !== NO_OBSERVADO;
}

/** Draws one picker ([data-nivel]) as its chosen radio says. */
export function pintarNivel(selector, documento) {
  const elegido = selector.querySelector("input:checked")?.value ?? "";
  for (const descriptor of selector.querySelectorAll("[data-descriptor]")) {
    descriptor.hidden = descriptor.dataset.descriptor !== elegido;
  }
  const evidencia = selector.dataset.evidencia && documento.getElementById(selector.dataset.evidencia);
  if (evidencia) evidencia.setAttribute("aria-required", String(pideEvidencia(elegido)));
}

/** Listens once for every picker under `raiz`, also those that htmx or a draft brings later. */
export function prepararNiveles(raiz) {
  const documento = raiz.ownerDocument ?? raiz;
  for (const selector of raiz.querySelectorAll("[data-nivel]")) pintarNivel(selector, documento);
  raiz.addEventListener("change", (evento) => {
    const selector = evento.target.closest("[data-nivel]");
    if (selector) pintarNivel(selector, documento);
  });
}
