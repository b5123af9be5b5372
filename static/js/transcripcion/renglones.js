// The items of the page: finds them, reads what they hold and writes in them.

const SIN_TECLA = new Set(["hidden", "submit", "button"]);
const controlesDe = (caja) => [...caja.querySelectorAll("input, select, textarea")].filter((c) => !SIN_TECLA.has(c.type));

function tipoDe(controles) {
  const [primero] = controles;
  if (primero.type === "radio") return "una";
  if (primero.type === "checkbox") return controles.length > 1 ? "varias" : "casilla";
  return primero.tagName === "TEXTAREA" ? "texto" : "linea";
}

function valorDe(tipo, controles) {
  if (tipo === "texto" || tipo === "linea") return controles[0].value.trim();
  return controles.find((c) => c.checked)?.value ?? "";
}

/** An item of the page, fresh: {caja, controles, tipo, numero, fila, lista, vacio, no}. */
export function leer(caja) {
  const controles = controlesDe(caja);
  const tipo = tipoDe(controles);
  const valor = valorDe(tipo, controles);
  const numero = caja.dataset.renglon;
  const lista = caja.closest("[data-filas]")?.dataset.filas ?? "";
  return { caja, controles, tipo, numero, fila: numero.replace(/[a-z]$/, ""), lista, vacio: valor === "", no: valor === "no" };
}

/** Every item under `raiz` with something to fill in, in the order of the page. */
export function todos(raiz) {
  return [...raiz.querySelectorAll("[data-renglon]")].filter((caja) => controlesDe(caja).length > 0).map(leer);
}

/** The key of each option, in order: as the server wrote it, or "" when an option has none. */
export function teclasDe(controles) {
  return controles.map((c) => c.closest("[data-tecla]")?.dataset.tecla ?? "");
}

/** Put the focus in an item: on the chosen option when there is one. */
export function enfocar({ controles, tipo }) {
  const elegido = tipo === "una" && controles.find((c) => c.checked);
  const destino = elegido || controles[0];
  destino.closest("details")?.setAttribute("open", "");
  destino.focus();
  if (tipo === "linea" && destino.type === "text") destino.select();
}

export function marcar(controles, tecla) {
  const control = controles[teclasDe(controles).indexOf(tecla)];
  control.click();
  control.focus();
}

export function quitar(controles) {
  for (const control of controles) control.checked = false;
  controles[0].dispatchEvent(new Event("input", { bubbles: true }));
}
