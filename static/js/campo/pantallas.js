/* The lists of the notebook. */

import { chip, escribir, h, renovar } from "./dibujo.js";
import { plan, visitasDe } from "./lecturas.js";
import { seGuardaOtraVez } from "./cola.js";
import { chipDe, fecha, momento, sobre } from "./palabras.js";

const ACCIONES = { borrador: "Continuar", rechazada: "Corregir", lista: "Corregir", confirmada: "Corregir", en_conflicto: "Ver las dos" };
const URGENTES = ["rechazada", "borrador", "en_conflicto"];

function motivoDe({ estado, borrador, revision, seAbre, pasado, dicho }) {
  const motivo = estado === "borrador" ? `Guardado en este equipo el ${momento(borrador.guardadoEn)}. No se envía hasta que lo termines.` : sobre(revision, pasado);
  if (dicho) return `${dicho} ${motivo}`;
  return seAbre ? motivo : `${motivo} Ya no está en lo que trajiste del servidor: sigue guardado aquí.`;
}

/** What the button of a line says; undefined when it has none. */
export const accionDe = ({ estado, revision }) => (revision && seGuardaOtraVez(revision) ? "Volver a guardar" : ACCIONES[estado]);

function linea(datos, continuar) {
  const motivo = motivoDe(datos);
  const cerrada = !datos.seAbre || (datos.pasado && datos.estado === "confirmada") || datos.faltaLaQueVale;
  const accion = cerrada && !(datos.revision && seGuardaOtraVez(datos.revision)) ? null : accionDe(datos);
  const clase = `btn btn-sm ${URGENTES.includes(datos.estado) ? "btn-primary" : "btn-outline-primary"}`;
  const boton = accion && h("button", { type: "button", class: clase, onclick: () => continuar(datos) }, accion, h("span", { class: "visually-hidden" }, `: ${datos.titulo}, ${datos.nombre}`));
  return h("li", {}, h("span", {}, chip(...chipDe(datos.estado, datos.revision))), h("div", {}, h("b", {}, datos.nombre), h("p", {}, [datos.titulo, fecha(datos.fecha)].filter(Boolean).join(" · ")), h("p", { class: "ac-motivo" }, motivo)), boton ?? "");
}

export const vacio = (titulo, texto) => h("li", { class: "ac-vacio" }, h("b", {}, titulo), h("p", {}, texto));

export function pintarBandeja(pantalla, { lineas, docentes, abrir, continuar }) {
  escribir(pantalla, "cuantos", `${lineas.length} ${lineas.length === 1 ? "registro" : "registros"}`);
  const filas = lineas.map((datos) => linea(datos, continuar));
  renovar(pantalla.querySelector("[data-cola]"), filas.length > 0 ? filas : [vacio("Aún no hay nada en este equipo", "Elige a un docente, una sesión o una escuela para registrar lo primero.")]);
  const deDocentes = docentes.filter((d) => !d.pasado).map((d) => {
    const proxima = d.programadas[0];
    const cuando = proxima ? `${proxima.nombre}, ${fecha(proxima.fecha)}` : "Sin visitas por hacer";
    return h("li", {}, h("div", {}, h("b", {}, d.nombre), h("p", { class: "ac-suave" }, `${d.escuela.nombre}, ${d.escuela.distrito} · ${cuando}`)), h("button", { type: "button", class: "btn btn-outline-primary btn-sm", onclick: () => abrir(d) }, "Abrir", h("span", { class: "visually-hidden" }, `: ${d.nombre}`)));
  });
  renovar(pantalla.querySelector("[data-docentes]"), deDocentes.length > 0 ? deDocentes : [vacio("Aún no se trajo a tus docentes", "Abre el cuaderno con señal una vez: después estarán aquí sin ella.")]);
}

const avance = (a) => h("li", {}, h("p", { class: "ac-cita ac-texto-largo" }, `«${a.texto}»`), h("p", { class: "ac-suave ac-chico" }, `Anotado el ${fecha(a.fecha)}`));

function compromiso(c) {
  const avances = c.avances ?? [];
  const notas = avances.length > 0 && h("ul", { class: "ac-avances", "aria-label": "Cómo va" }, ...avances.map(avance));
  return h("li", {}, h("div", {}, c.que, h("p", { class: "ac-suave" }, `Hasta el ${fecha(c.hasta)}${c.como ? ` · Se sabrá por: ${c.como}` : ""}`), notas || ""));
}

export function pintarDocente(pantalla, { docente, paquete, empezar, corregir }) {
  escribir(pantalla, "nombre", docente.nombre);
  escribir(pantalla, "escuela", `${docente.escuela.nombre}, ${docente.escuela.distrito} · ${docente.escuela.modalidad}`);
  escribir(pantalla, "frescura", `según el servidor, el ${momento(paquete.hecho_en)}`);
  const opciones = docente.programadas.map((p) => ({ tipo: p.tipo, programada: p.id, dia: p.fecha, texto: p.nombre, cuando: `Prevista para el ${fecha(p.fecha)}` }));
  opciones.push({ tipo: "X", programada: null, texto: "Adicional, fuera del plan", cuando: "Cuando haga falta una más" });
  pantalla.querySelector("[data-programadas]").replaceChildren(
    ...opciones.map((o) => h("li", {}, h("div", {}, h("b", {}, o.texto), h("p", { class: "ac-suave" }, o.cuando)), h("button", { type: "button", class: "btn btn-primary btn-sm", onclick: () => empezar(o) }, "Registrar visita", h("span", { class: "visually-hidden" }, `: ${o.texto}`)))),
  );
  const enCurso = docente.compromisos.filter((c) => c.estado === "pendiente").map(compromiso);
  pantalla.querySelector("[data-compromisos]").replaceChildren(...(enCurso.length > 0 ? enCurso : [vacio("Sin compromisos en curso", "De cada visita salen de uno a tres.")]));
  pantalla.querySelector("[data-plan]").replaceChildren(...plan(docente));
  pantalla.querySelector("[data-visitas]").replaceChildren(...visitasDe(docente.visitas, corregir));
}

const dato = (nombre, valor) => [h("dt", {}, nombre), h("dd", {}, valor)];

/** `espacio` is the browser's estimate, or undefined. */
export function pintarEquipo(pantalla, { ultimoEnvio, protegido, espacio }) {
  pantalla.querySelector("[data-equipo]").replaceChildren(
    ...dato("Último envío", momento(ultimoEnvio)),
    ...dato("Guardado protegido", protegido ? "Sí" : "El navegador no lo asegura: envía o exporta seguido"),
    ...dato("Espacio usado", espacio ? `${(espacio.usage / 1e6).toFixed(1).replace(".", ",")} MB` : "no se sabe"),
  );
}
