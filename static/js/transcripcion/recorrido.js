// Where the focus goes in a form typed from paper. Knows no page: an item is
// {numero, fila, lista, vacio, no}: `fila` is its number without the letter; `lista`, the growing rows it is in, or "";
// `no` says that its answer is "No observado".

const LETRA = /[a-z]$/;
const deFila = (r) => LETRA.test(r.numero);
const esPrimero = (renglones, i) => deFila(renglones[i]) && renglones[i - 1]?.fila !== renglones[i].fila;
const enBlanco = (renglones, i) => renglones.filter((r) => r.fila === renglones[i].fila).every((r) => r.vacio);

function despuesDe(renglones, i, esDeLoMismo) {
  let j = i + 1;
  while (j < renglones.length && esDeLoMismo(renglones[j])) j += 1;
  return j;
}

/**
 * The place of the next item: `renglones.length` after the last; or "agregar" when another row of the list is wanted.
 * An item left blank, or not observed, takes with it what depends on it: the rest of its row, or the rows still empty.
 */
export function siguiente(renglones, i) {
  const actual = renglones[i];
  if (esPrimero(renglones, i) && (actual.vacio || actual.no)) {
    if (actual.lista && enBlanco(renglones, i)) return despuesDe(renglones, i, (r) => r.lista === actual.lista);
    return despuesDe(renglones, i, (r) => r.fila === actual.fila);
  }
  const proximo = renglones[i + 1];
  const acabaLaLista = actual.lista && proximo?.lista !== actual.lista;
  return acabaLaLista && !enBlanco(renglones, i) ? "agregar" : i + 1;
}

/** How many items are blank, those that nobody has to fill in left out. */
export function enBlancoDe(renglones) {
  return renglones.filter((r, i) => r.vacio && !sobra(renglones, i)).length;
}

function sobra(renglones, i) {
  const actual = renglones[i];
  if (!deFila(actual)) return false;
  if (actual.lista && enBlanco(renglones, i)) return true;
  const primero = renglones.find((r) => r.fila === actual.fila);
  return primero !== actual && (primero.vacio || primero.no);
}

const seccionDe = (r) => r.numero.split(".")[0];

/** The place of the first item of the section that is `paso` (1 or -1) from the one of item `i` (-1: before all of them);
    `renglones.length` after the last, 0 before the first. */
export function deOtraSeccion(renglones, i, paso) {
  const secciones = [...new Set(renglones.map(seccionDe))];
  const actual = i < 0 ? -1 : secciones.indexOf(seccionDe(renglones[i]));
  const destino = secciones[Math.max(0, actual + paso)];
  return destino === undefined ? renglones.length : renglones.findIndex((r) => seccionDe(r) === destino);
}

const sinPuntos = (texto) => texto.replaceAll(".", "");

/** The place of the item that a person names: "4.5b", "4.5", "4,5" or "45"; -1 when there is none. */
export function buscar(renglones, texto) {
  const pedido = texto.trim().toLowerCase().replaceAll(",", ".").replace(/\.+$/, "");
  if (!pedido) return -1;
  const pruebas = [
    (r) => r.numero === pedido,
    (r) => r.fila === pedido,
    (r) => r.numero.startsWith(`${pedido}.`),
    (r) => !pedido.includes(".") && (sinPuntos(r.numero) === pedido || sinPuntos(r.fila) === pedido),
  ];
  return pruebas.map((prueba) => renglones.findIndex(prueba)).find((lugar) => lugar >= 0) ?? -1;
}
