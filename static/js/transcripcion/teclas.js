// What a key does in an item. Pure: takes the key's name and the kind of item, gives the name of an action or null.

// Keys of the whole form, wherever the focus is: none of them is Chromium's, nor a screen reader's, nor writes anything.
const DEL_FORMULARIO = {
  F2: (shift) => (shift ? { hace: "lista" } : { hace: "ir" }),
  F8: (shift) => ({ hace: "seccion", paso: shift ? -1 : 1 }),
  F9: (shift) => (shift ? null : { hace: "nota" }),
};

/**
 * `tipo`: "una" (one of several), "varias" (boxes), "casilla" (one box), "texto" (several lines) or "linea"; nothing out of an item.
 * `teclas`: the keys of its options. `seguido`: texts are written at length, so Enter is theirs. Actions: {hace: "sigue" | "ir" |
 * "termina" | "quita" | "no" | "lista" | "nota"}, {hace: "elige" | "marca", tecla}, {hace: "seccion", paso}.
 */
export function accionDe({ tipo, key, teclas = [], shift = false, ctrl = false, alt = false, seguido = false }) {
  if (key in DEL_FORMULARIO && !ctrl && !alt) return DEL_FORMULARIO[key](shift);
  if (!tipo || alt || (ctrl && key !== "Enter")) return null;
  if (key === "Enter") return deEntrar(tipo, shift || seguido, ctrl);
  return deEleccion(tipo, key.toLowerCase(), teclas);
}

function deEntrar(tipo, otraLinea, ctrl) {
  if (ctrl) return { hace: "termina" };
  return otraLinea && tipo === "texto" ? null : { hace: "sigue" };
}

function deEleccion(tipo, tecla, teclas) {
  if (tipo === "una" && teclas.includes(tecla)) return { hace: "elige", tecla };
  if (tipo === "una" && (tecla === "backspace" || tecla === "delete")) return { hace: "quita" };
  if (tipo === "varias" && teclas.includes(tecla)) return { hace: "marca", tecla };
  if (tipo === "casilla" && (tecla === "1" || tecla === "s")) return { hace: "elige", tecla };
  if (tipo === "casilla" && (tecla === "0" || tecla === "n")) return { hace: "no" };
  return null;
}
