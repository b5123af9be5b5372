/* The list of group sessions: what the server and this device say of each, and what can be done with it. */

import { h, renovar } from "./dibujo.js";
import { DE_SESION } from "./formularios/index.js";
import { fecha, hora, noSeRealizo } from "./palabras.js";
import { vacio } from "./pantallas.js";
import { accion, boton, estado } from "./pantallas_de_registros.js";
import { apartarSemana } from "./semana.js";

const SI_SE_HIZO = "Sí se hizo";
const SE_PUEDE_DESMENTIR = new Set(["rechazada", "lista", "confirmada"]);

/** Whether the server said something newer than this line, which it had confirmed: on its page, or from another device. */
function superada({ estado: cual, revision }, sesion, { hecho_en: hechoEn }) {
  if (cual !== "confirmada" || Date.parse(hechoEn) <= Date.parse(revision.recibidoEn)) return false;
  return sesion.estado === "programada" || (sesion.cabeza ?? revision.revision) !== revision.revision;
}

/** The line of this device that speaks of a session, undefined when what counts is what the server said. */
export const lineaDeSesion = (lineas, sesion, paquete) =>
  lineas.find((l) => DE_SESION.includes(l.formulario) && l.clave === sesion.id && !superada(l, sesion, paquete));

/** What the row says after when and where. */
export function loDicho(sesion, linea, motivos) {
  if (linea) return linea.dicho ? ` ${linea.dicho}` : "";
  if (sesion.no_realizada) return ` ${noSeRealizo(sesion.no_realizada, motivos).slice(0, -1)}, según el servidor.`;
  return sesion.contenido ? " Registrada, según el servidor." : "";
}

/** What can be said of a session of which this device has nothing: [text, form], the first one being what is expected. */
export function opciones({ estado: cual, contenido }) {
  if (contenido) return [["Corregir", "sesion_grupal"]];
  if (cual === "no_realizada") return [["Corregir", "sesion_no_realizada"], [SI_SE_HIZO, "sesion_grupal"]];
  return [["Registrar", "sesion_grupal"], ["No se hizo", "sesion_no_realizada"]];
}

function botonesDe(sesion, linea, { html = {}, continuar, empezar, desmentir }) {
  const detalle = `${sesion.nombre}, ${fecha(sesion.fecha)}`;
  if (!linea) return opciones(sesion).filter(([, forma]) => forma in html).map(([texto, forma]) => boton(texto, detalle, () => empezar(sesion, forma)));
  const negada = linea.formulario === "sesion_no_realizada" && SE_PUEDE_DESMENTIR.has(linea.estado);
  return [accion(linea, detalle, { continuar }), negada ? boton(SI_SE_HIZO, detalle, () => desmentir(linea)) : ""].filter(Boolean);
}

function fila(sesion, { lineas, paquete, ...acciones }) {
  const linea = lineaDeSesion(lineas, sesion, paquete);
  const dicho = loDicho(sesion, linea, paquete.registros?.sesion_no_realizada?.motivos);
  const cuando = `${fecha(sesion.fecha)}, de ${hora(sesion.inicio)} a ${hora(sesion.fin)} · ${sesion.lugar}.${dicho}`;
  const botones = botonesDe(sesion, linea, { html: paquete.html, ...acciones });
  return h("li", {}, h("div", {}, h("b", {}, `${sesion.nombre}: ${sesion.tema}`), h("p", { class: "ac-suave" }, cuando), estado(linea)), h("div", { class: "ac-botones" }, ...botones));
}

/** In one column (`enUnaColumna`) those of the week of `hoy` have a list of their own, before the teachers: there they are reached.
    `paquete` is null until the first one comes. */
export function pintarSesiones(pantalla, { sesiones, paquete, hoy, enUnaColumna, nueva, ...resto }) {
  const datos = { ...resto, paquete: paquete ?? {} };
  const [deLaSemana, otras] = enUnaColumna ? apartarSemana(sesiones, hoy) : [[], sesiones];
  const lista = pantalla.querySelector("[data-sesiones-semana]");
  renovar(lista, deLaSemana.map((s) => fila(s, datos)));
  lista.closest("section").hidden = deLaSemana.length === 0;
  const deMas = deLaSemana.length > 0 ? ["Sin más sesiones por registrar", "Las de esta semana están más arriba."] : ["Sin sesiones por registrar", "Las que programes con señal, en Sesiones, estarán aquí sin ella."];
  renovar(pantalla.querySelector("[data-sesiones]"), otras.length > 0 ? otras.map((s) => fila(s, datos)) : [vacio(...deMas)]);
  const nuevaSesion = pantalla.querySelector("[data-sesion-nueva]");
  nuevaSesion.hidden = !datos.paquete.html?.sesion_nueva;
  nuevaSesion.onclick = nueva;
}
