/* What the device may read of a teacher without a network: earlier visits and her plan, as the server said them last. */

import { h } from "./dibujo.js";
import { fecha, romano } from "./palabras.js";

const nivel = (n) => h("li", { class: "ac-filaniv" }, h("span", { class: "ac-num-romano" }, romano(n.nivel)), h("span", {}, h("b", {}, `${n.numero}. ${n.nombre}.`), ` ${n.evidencia || "No observado."}`));

/** The levels, with their evidence, and the words of one visit. */
export function detalleDe(visita) {
  const partes = [];
  if (visita.niveles.length > 0) partes.push(h("h3", {}, "Niveles y evidencia"), h("ul", {}, ...visita.niveles.map(nivel)));
  if (visita.palabras.length > 0) partes.push(h("h3", {}, "En sus palabras"), ...visita.palabras.map((t) => h("p", { class: "ac-cita ac-texto-largo" }, `«${t}»`)));
  return partes.length > 0 ? partes : [h("p", { class: "ac-suave" }, "No tiene niveles ni palabras registradas.")];
}

const botonDe = (visita, corregir) =>
  corregir && visita.propia ? [h("p", { class: "ac-botones" }, h("button", { type: "button", class: "btn btn-outline-primary btn-sm", onclick: () => corregir(visita) }, "Corregir en este equipo"))] : [];

/** Earlier visits, folded; `corregir(visita)` opens an own one, where that is offered. */
export function visitasDe(visitas, corregir = null) {
  if (visitas.length === 0) return [h("p", { class: "ac-suave" }, "Aún no hay visitas en el servidor.")];
  return visitas.map((v) => h("details", { class: "ac-define" }, h("summary", {}, `${v.tipo} · ${fecha(v.fecha)}`), ...detalleDe(v), ...botonDe(v, corregir)));
}

const actividad = (a) => h("li", {}, `${a.tipo}: ${a.que} `, h("span", { class: "ac-suave" }, `(del ${fecha(a.desde)} al ${fecha(a.hasta)})`));

function linea({ necesidad, estrategia, actividades }) {
  return h("div", { class: "ac-arriba-s" }, necesidad && h("p", { class: "ac-suave" }, `Necesidad: ${necesidad}`), h("p", {}, h("b", {}, estrategia)), actividades.length > 0 ? h("ul", {}, ...actividades.map(actividad)) : "");
}

/** The teacher's matrix: need, strategy, activities; needs alone when there is no strategy yet. */
export function plan({ plan: lineas, necesidades }) {
  if (lineas.length > 0) return lineas.map(linea);
  if (necesidades.length === 0) return [h("p", { class: "ac-suave" }, "Aún no tiene necesidades ni estrategias en el plan del año.")];
  return [h("p", {}, "Necesidades priorizadas, aún sin estrategia:"), h("ol", {}, ...necesidades.map((n) => h("li", {}, n)))];
}
