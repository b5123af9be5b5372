/* The list of schools and the screen of one, and the pieces of a row that may be on this device already. */

import { chip, escribir, h, renovar } from "./dibujo.js";
import { clave as claveDeBase } from "./formularios/caracterizacion.js";
import { chipDe, fecha, momento } from "./palabras.js";
import { accionDe, vacio } from "./pantallas.js";
import { resumenDeBase } from "./vistas.js";

const de = (lineas, formulario, clave) => lineas.find((l) => l.formulario === formulario && l.clave === clave);

export function boton(texto, detalle, alPulsar, fuerte = false) {
  const clase = `btn btn-sm ${fuerte ? "btn-primary" : "btn-outline-primary"}`;
  return h("button", { type: "button", class: clase, onclick: alPulsar }, texto, h("span", { class: "visually-hidden" }, `: ${detalle}`));
}

/** The button of something that may be on the device already: what it would do there, or to begin it. */
export function accion(linea, detalle, { continuar, empezar, hecha }) {
  if (!linea) return boton(hecha ? "Corregir" : "Registrar", detalle, empezar);
  const texto = accionDe(linea);
  return texto ? boton(texto, detalle, () => continuar(linea), linea.estado !== "confirmada") : "";
}

export const estado = (linea) => (linea ? chip(...chipDe(linea.estado, linea.revision)) : "");

function loDelServidor({ terminada_en: en, en_linea: enLinea }) {
  if (en) return `terminada el ${fecha(en)}`;
  return enLinea ? "en borrador en la página" : "falta";
}

export function pintarEscuelas(pantalla, { escuelas, lineas, abrir }) {
  const filas = escuelas.map((e) => {
    const suyas = e.momentos.map((m) => de(lineas, "caracterizacion", claveDeBase({ escuela: e.codigo, anio: e.anio, momento: m.momento })));
    const chips = suyas.filter(Boolean).map(estado);
    return h("li", {}, h("div", {}, h("b", {}, e.nombre), h("p", { class: "ac-suave" }, `${e.distrito} · ${e.momentos.map((m) => `${m.nombre}: ${loDelServidor(m)}`).join(" · ")}`), ...chips), boton("Abrir", e.nombre, () => abrir(e)));
  });
  renovar(pantalla.querySelector("[data-escuelas]"), filas.length > 0 ? filas : [vacio("Aún no se trajeron tus escuelas", "Abre el cuaderno con señal una vez: después estarán aquí sin ella.")]);
}

/** Whether the close can be written: its start is finished, on the server or on this device. */
function hayInicio(escuela, lineas) {
  const inicio = de(lineas, "caracterizacion", claveDeBase({ escuela: escuela.codigo, anio: escuela.anio, momento: "inicio" }));
  return Boolean(escuela.momentos[0].contenido) || (inicio !== undefined && inicio.estado !== "borrador");
}

export function pintarEscuela(pantalla, { escuela, paquete, lineas, continuar, empezar }) {
  escribir(pantalla, "nombre", escuela.nombre);
  escribir(pantalla, "escuela", `${escuela.distrito} · ${escuela.modalidad}`);
  escribir(pantalla, "frescura", `según el servidor, el ${momento(paquete.hecho_en)}`);
  const filas = escuela.momentos.map((m) => {
    const linea = de(lineas, "caracterizacion", claveDeBase({ escuela: escuela.codigo, anio: escuela.anio, momento: m.momento }));
    const falta = m.momento === "cierre" && !hayInicio(escuela, lineas);
    const texto = falta ? "Se escribe cuando esté terminada la del inicio." : `Según el servidor, ${loDelServidor(m)}.`;
    const acciones = { continuar, empezar: () => empezar(escuela, m.momento), hecha: m.contenido !== null };
    return h("li", {}, h("div", {}, h("b", {}, `${m.nombre} ${escuela.anio}`), h("p", { class: "ac-suave" }, texto), estado(linea)), falta ? "" : accion(linea, m.nombre, acciones));
  });
  pantalla.querySelector("[data-momentos]").replaceChildren(...filas);
  const terminadas = escuela.momentos.filter((m) => m.contenido);
  const hojas = terminadas.map((m) =>
    h("details", { class: "ac-hoja ac-arriba-s" }, h("summary", {}, `${m.nombre} · terminada el ${fecha(m.terminada_en)}`), ...resumenDeBase(m.contenido, paquete.registros.caracterizacion[escuela.nivel])),
  );
  pantalla.querySelector("[data-bases]").replaceChildren(...(hojas.length > 0 ? hojas : [h("p", { class: "ac-suave" }, "Todavía no hay una terminada.")]));
}
