// What a key does in an item. Pure: takes the key's name and the kind of item, gives the name of an action or null.

/**
 * `tipo`: "una" (one of several), "varias" (boxes), "casilla" (one box), "texto" (several lines) or "linea".
 * `teclas`: the keys of its options. Actions: {hace: "sigue" | "ir" | "termina" | "quita" | "no"}, {hace: "elige" | "marca", tecla}.
 */
export function accionDe({ tipo, key, teclas = [], shift = false, ctrl = false, alt = false }) {
  if (key === "F2" && !ctrl && !alt) return { hace: "ir" };
  if (alt || (ctrl && key !== "Enter")) return null;
  if (key === "Enter") return deEntrar(tipo, shift, ctrl);
  return deEleccion(tipo, key.toLowerCase(), teclas);
}

function deEntrar(tipo, shift, ctrl) {
  if (ctrl) return { hace: "termina" };
  return shift && tipo === "texto" ? null : { hace: "sigue" };
}

function deEleccion(tipo, tecla, teclas) {
  if (tipo === "una" && teclas.includes(tecla)) return { hace: "elige", tecla };
  if (tipo === "una" && (tecla === "backspace" || tecla === "delete")) return { hace: "quita" };
  if (tipo === "varias" && teclas.includes(tecla)) return { hace: "marca", tecla };
  if (tipo === "casilla" && (tecla === "1" || tecla === "s")) return { hace: "elige", tecla };
  if (tipo === "casilla" && (tecla === "0" || tecla === "n")) return { hace: "no" };
  return null;
}
