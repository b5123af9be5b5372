/* The repeated parts of a baseline's form: lines of the inventory and counts of pupils, as they were written. */

import { limpiar } from "../formulario.js";

export const NIVELES = ["inicio", "proceso", "satisfactorio"];
export const SUBCAMPOS = ["dimension", "signo", "prioridad", "texto", "evidencia"];

/** The lines of the inventory with something written, in order: {subcampo: texto, indice}. */
export function hallazgos(valores) {
  const indices = Object.keys(valores).map((campo) => /^hallazgo_(\d+)_/.exec(campo)?.[1]);
  return [...new Set(indices.filter(Boolean).map(Number))]
    .sort((a, b) => a - b)
    .map((indice) => ({ ...Object.fromEntries(SUBCAMPOS.map((s) => [s, limpiar(valores[`hallazgo_${indice}_${s}`])])), indice }))
    .filter((fila) => SUBCAMPOS.some((s) => fila[s]));
}

const KILOMETROS = /^\d{1,5}([.,]\d)?$/;

/** A distance as the server reads it, "12", "12,5" or "12.5" in kilometres; null when it is not one. */
export function kilometros(texto) {
  return KILOMETROS.test(texto) ? Number(texto.replace(",", ".")) : null;
}

/** The counts of a grade and area: three texts. */
export const cuentas = (valores, grado, area) => NIVELES.map((n) => limpiar(valores[`aprendizaje_${grado}_${area}_${n}`]));
