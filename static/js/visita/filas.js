// Adds rows (notes, commitments) without a trip to the server. The last row is the pattern of the next.

const ATRIBUTOS = ["name", "id", "for", "aria-describedby"];

/** "nota_3_hora" → "nota_4_hora", wherever the row's index stands in a name or an id. */
export function conIndice(texto, clase, indice) {
  return texto.replaceAll(new RegExp(`(^|_)${clase}_\\d+_`, "g"), `$1${clase}_${indice}_`);
}

/** "3.1.4a" → "3.1.5a": the number of an item in another row (`indice` counts from 0). */
export function conRenglon(numero, indice) {
  return numero.replace(/\d+(?=[a-z]?$)/, String(indice + 1));
}

/** "10:43" of a Date. */
export function horaDe(momento) {
  return `${String(momento.getHours()).padStart(2, "0")}:${String(momento.getMinutes()).padStart(2, "0")}`;
}

const controlesDe = (fila) => [...fila.querySelectorAll("input, textarea, select")];
const visiblesDe = (fila) => controlesDe(fila).filter((control) => control.type !== "hidden");

const seMarca = ({ type }) => type === "radio" || type === "checkbox";

export function estaVacia(fila) {
  return visiblesDe(fila).every((control) => (seMarca(control) ? !control.checked : control.value.trim() === ""));
}

function numerar(fila, clase, indice) {
  for (const elemento of fila.querySelectorAll("*")) {
    for (const atributo of ATRIBUTOS) {
      const valor = elemento.getAttribute(atributo);
      if (valor) elemento.setAttribute(atributo, conIndice(valor, clase, indice));
    }
  }
  for (const oculto of fila.querySelectorAll("label .visually-hidden")) {
    oculto.textContent = oculto.textContent.replace(/\d+/, String(indice + 1));
  }
  for (const item of fila.querySelectorAll("[data-renglon]")) item.dataset.renglon = conRenglon(item.dataset.renglon, indice);
  for (const visible of fila.querySelectorAll(".ac-renglon")) visible.textContent = conRenglon(visible.textContent, indice);
  const numero = fila.querySelector("[data-numero]");
  if (numero) numero.textContent = String(indice + 1);
}

function vaciar(fila) {
  for (const control of controlesDe(fila)) {
    if (seMarca(control)) control.checked = false;
    else control.value = "";
    control.classList.remove("is-invalid");
    control.removeAttribute("aria-invalid");
  }
  for (const error of fila.querySelectorAll(".ac-error")) error.remove();
}

/** Return an empty row to write in: the last one when nobody has used it, or a new one; null when no more fit. */
export function agregarFila(lista) {
  const filas = [...lista.querySelectorAll("[data-fila]")];
  const ultima = filas.at(-1);
  if (estaVacia(ultima)) return ultima;
  if (filas.length >= Number(lista.dataset.maximo ?? Infinity)) return null;
  return clonar(lista, filas);
}

function clonar(lista, filas) {
  const nueva = filas.at(-1).cloneNode(true);
  vaciar(nueva);
  numerar(nueva, lista.dataset.filas, filas.length);
  filas.at(-1).after(nueva);
  return nueva;
}

/** Make the list `cuantas` rows long at least, to hold values that are there already. */
export function completarFilas(lista, cuantas) {
  const filas = [...lista.querySelectorAll("[data-fila]")];
  while (filas.length < cuantas) filas.push(clonar(lista, filas));
}

/** Focus the first control of a row; a note starts with the hour of now. */
export function empezarFila(fila, clase, ahora) {
  const [primero, segundo] = visiblesDe(fila);
  if (clase !== "nota") return primero.focus();
  primero.value ||= horaDe(ahora);
  segundo.focus();
}
