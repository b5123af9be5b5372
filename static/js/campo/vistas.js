/* What the writing screen shows of each form: title, place, the server's form, what to have in sight, and its own set-up. */

import { prepararNiveles } from "../nivel.js";
import { h } from "./dibujo.js";
import { detalleDe, plan, visitasDe } from "./lecturas.js";
import { fecha, hora, momento } from "./palabras.js";

const MOMENTOS = { inicio: "Inicio del año", cierre: "Fin del año" };

/** The last visit, the ones before and the plan, each as the server said it when the package was made. */
function previaDeVisita(docente, borrador, paquete) {
  const [ultima, ...otras] = docente.visitas.filter((v) => v.id !== borrador.visita);
  const primera = [h("p", { class: "ac-suave" }, "Es la primera visita en el programa.")];
  return [
    h("h2", {}, "Visita anterior"),
    h("p", { class: "ac-suave ac-chico" }, `Según el servidor, el ${momento(paquete.hecho_en)}.`),
    ...(ultima ? [h("p", { class: "ac-suave" }, `${ultima.tipo} · ${fecha(ultima.fecha)}`), ...detalleDe(ultima)] : primera),
    ...(otras.length > 0 ? [h("details", { class: "ac-define ac-arriba" }, h("summary", {}, "Visitas de antes"), ...visitasDe(otras))] : []),
    h("details", { class: "ac-define ac-arriba" }, h("summary", {}, "Su plan del año"), ...plan(docente)),
  ];
}

const hechos = (pares) => h("dl", { class: "ac-datos" }, ...pares.filter(([, valor]) => valor).flatMap(([nombre, valor]) => [h("dt", {}, nombre), h("dd", {}, valor)]));

function previaDeSesion(sesion) {
  const invitados = sesion.invitados.length + sesion.otros;
  return [
    h("h2", {}, "Lo planeado"),
    hechos([
      ["Tema", sesion.tema],
      ["Día", sesion.fecha && fecha(sesion.fecha)],
      ["Hora", sesion.inicio && `De ${hora(sesion.inicio)} a ${hora(sesion.fin)}`],
      ["Lugar", sesion.lugar],
      ["Invitados", invitados > 0 ? `${invitados}` : ""],
    ]),
  ];
}

const AL_REGISTRAR = "Es para una sesión que ya hiciste. Cuando se envíe quedará en tus sesiones, con las demás.";
const QUIEN_LEE = "Cada docente que invitaste o asistió lee el tema, lo que se hizo, los acuerdos y su propia asistencia.";
const AL_NEGAR = "El plan original no se borra. Cada docente invitado lee el motivo.";

/** What the server has of a baseline, to read: how to get there, the community and the inventory. */
export function resumenDeBase(contenido, { dimensiones }) {
  const nombres = Object.assign({}, ...Object.values(dimensiones));
  const linea = (x) => h("li", {}, h("b", {}, `${nombres[x.dimension] ?? x.dimension}. `), x.texto, h("p", { class: "ac-suave" }, x.evidencia));
  const de = (signo, titulo) => {
    const suyas = contenido.hallazgos.filter((x) => x.signo === signo);
    return suyas.length > 0 ? [h("h3", {}, titulo), h("ul", {}, ...suyas.map(linea))] : [];
  };
  return [
    h("h3", {}, "Cómo se llega"),
    h("p", { class: "ac-texto-largo" }, contenido.como_llegar),
    ...(contenido.contexto ? [h("h3", {}, "La comunidad y la escuela"), h("p", { class: "ac-texto-largo" }, contenido.contexto)] : []),
    ...de("fortaleza", "Fortalezas"),
    ...de("debilidad", "Debilidades"),
  ];
}

function previaDeBase(escuela, { momento }, paquete) {
  const deInicio = momento === "cierre" ? escuela.momentos.find((m) => m.momento === "inicio")?.contenido : null;
  if (!deInicio) return [h("h2", {}, "Sin nombres"), h("p", { class: "ac-suave" }, "De los estudiantes se escriben cantidades, nunca quiénes son. La leen la dirección y los docentes de la escuela.")];
  return [h("h2", {}, "Al inicio del año"), ...resumenDeBase(deInicio, paquete.registros.caracterizacion[escuela.nivel])];
}

/** Say who of the list was not invited, and keep in it whoever came and is no longer accompanied. */
function prepararLista(formulario, sesion, borrador) {
  const cajas = [...formulario.querySelectorAll("[name=asistieron]")];
  const conocidos = new Set(cajas.map((c) => c.value));
  for (const caja of cajas) if (!sesion.invitados.includes(caja.value)) rotuloDe(caja)?.append(" · sin invitación");
  for (const id of (borrador.valores.asistieron ?? []).filter((d) => !conocidos.has(d))) {
    const ultima = formulario.querySelector("#div_id_asistieron div:has(> [name=asistieron])")?.parentElement?.lastElementChild;
    ultima?.after(cajaDe(id));
  }
}

const rotuloDe = (caja) => caja.labels?.[0] ?? caja.closest("label");

function cajaDe(id) {
  const caja = h("input", { type: "checkbox", class: "form-check-input", name: "asistieron", value: id, id: `id_asistieron_${id}` });
  return h("div", { class: "form-check" }, caja, h("label", { class: "form-check-label", for: caja.id }, "Docente que ya no acompañas"));
}

export const VISTAS = {
  visita: (docente, borrador, paquete) => ({
    titulo: `${paquete.formularios[docente.nivel].tipos[borrador.valores.tipo] ?? "Visita"} con ${docente.nombre}`,
    lugar: `${docente.escuela.nombre} · ${docente.escuela.modalidad}`,
    html: docente.html,
    previa: previaDeVisita(docente, borrador, paquete),
    preparar: prepararNiveles,
  }),
  sesion_grupal: (sesion, borrador, paquete) => ({
    titulo: `${sesion.nombre}: ${sesion.tema}`,
    lugar: sesion.lugar,
    html: paquete.html.sesion_grupal,
    previa: previaDeSesion(sesion),
    alAbrir: (formulario) => prepararLista(formulario, sesion, borrador),
  }),
  sesion_no_realizada: (sesion, _borrador, paquete) => ({
    titulo: `¿Por qué no se hizo? ${sesion.nombre}: ${sesion.tema}`,
    lugar: sesion.lugar,
    html: paquete.html.sesion_no_realizada,
    previa: [...previaDeSesion(sesion), h("p", { class: "ac-nota" }, AL_NEGAR)],
  }),
  sesion_nueva: (_sesion, _borrador, paquete) => ({
    titulo: "Sesión que no estaba programada",
    lugar: "Microtaller, taller, GIA o pasantía con tus docentes",
    html: paquete.html.sesion_nueva,
    previa: [h("h2", {}, "Lo que escribes aquí"), h("p", { class: "ac-suave" }, AL_REGISTRAR), h("p", { class: "ac-suave ac-arriba-s" }, QUIEN_LEE)],
  }),
  caracterizacion: (escuela, borrador, paquete) => ({
    titulo: `Línea de base de ${escuela.nombre}`,
    lugar: `${MOMENTOS[borrador.momento]} ${borrador.anio} · ${escuela.distrito} · ${escuela.modalidad}`,
    html: paquete.html.caracterizacion[escuela.nivel],
    previa: previaDeBase(escuela, borrador, paquete),
  }),
};
