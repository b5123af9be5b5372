/* A visit to a teacher. Its content is made in ../formulario.js. */

export { aplanar, componer } from "../formulario.js";

export const terminado = "Visita terminada.";
export const corrige = "visita";
export const varios = ["areas", "lenguas"];

export const objeto = (paquete, { docente }) => paquete?.docentes.find((d) => d.id === docente);
export const clave = () => "";
const esOtra = (borrador, programada) => Boolean(programada && borrador.programada && borrador.programada !== programada);
export const esDe = (borrador, docente, { tipo, programada }) =>
  borrador.docente === docente.id && borrador.base === null && borrador.valores.tipo === tipo && !esOtra(borrador, programada);
export const delServidor = () => null;
export const propio = ({ docente, programada }) => ({ docente, programada });
export const version = (paquete, docente) => paquete.formularios[docente.nivel].version;

/** One planned for an earlier year (`dia`) begins on its own day: a visit answers the plan of the year of its date. */
export function nuevo(docente, { tipo, programada, dia }, { hoy, nuevoId }) {
  const deAntes = Boolean(dia) && dia.slice(0, 4) < hoy.slice(0, 4);
  const valores = { tipo, fecha: deAntes ? dia : hoy, lenguas: ["castellano"], areas: [] };
  return { visita: nuevoId(), docente: docente.id, programada: programada ?? null, base: null, valores };
}

export function contexto(paquete, docente, { programada, valores = {} }, nuevoId) {
  const pendientes = docente.compromisos.filter((c) => c.estado === "pendiente").map((c) => c.id);
  const verificables = [...new Set([...pendientes, ...verificados(valores)])];
  return { ...paquete.formularios[docente.nivel], docente: docente.id, programada, verificables, nuevoId };
}

/** The commitments that the values speak of: an amendment keeps them though they are no longer pending. */
const verificados = (valores) =>
  Object.keys(valores)
    .map((campo) => /^verificacion_(.+)_estado$/.exec(campo)?.[1])
    .filter(Boolean);

export function rotulo(paquete, docente, { valores, contenido = valores }) {
  const tipos = docente ? paquete.formularios[docente.nivel].tipos : {};
  const nombre = docente?.nombre ?? "Docente que ya no acompañas";
  return { nombre, titulo: tipos[contenido.tipo] ?? contenido.tipo ?? "Visita", fecha: contenido.fecha };
}

export function faltantes(valores) {
  const faltan = [];
  for (const [campo, frase] of [["fecha", "Falta la fecha de la visita."], ["inicio", "Falta la hora de inicio."], ["fin", "Falta la hora de fin."]])
    if (!valores[campo]) faltan.push({ campo, mensaje: frase });
  if (valores.inicio && valores.fin && valores.fin <= valores.inicio)
    faltan.push({ campo: "fin", mensaje: `La hora de fin (${valores.fin}) no es posterior a la de inicio (${valores.inicio}).` });
  for (const [campo, valor] of Object.entries(valores)) {
    const numero = /^nivel_(\d+)$/.exec(campo)?.[1];
    if (numero && valor && valor !== "no" && !valores[`evidencia_${numero}`]?.trim())
      faltan.push({ campo: `evidencia_${numero}`, mensaje: `Competencia ${numero}: falta la evidencia. Escribe qué viste o escuchaste.` });
  }
  return faltan;
}
