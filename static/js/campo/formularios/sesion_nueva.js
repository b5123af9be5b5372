/* A group session that was not planned and was held: visitas/forms/sesion_nueva.py, on the device.
   Both are held together by visitas/tests/vectores_registros.json. */

import { limpiar } from "../formulario.js";
import * as Sesion from "./sesion.js";

export { clave, contexto, delServidor, objeto, propio } from "./sesion.js";

export const terminado = "Sesión terminada.";
/** Once the server has it, it is corrected as any other: its plan is no longer changed here. */
export const corrige = "sesion_grupal";
export const varios = ["asistieron", "competencias", "docentes"];
const DEL_PLAN = ["tipo", "tema", "lugar", "escuela"];
const FALTA = {
  tipo: "Falta el tipo de sesión. Elige uno.",
  tema: "Falta el tema. Escribe qué van a trabajar.",
  lugar: "Falta el lugar. Escribe dónde se reúnen.",
};
const NADIE = "Falta invitar a alguien. Marca por lo menos a un docente.";

export const esDe = () => false;
export const version = (paquete) => paquete.registros.sesion_nueva.version;

/** `docentes` are the ids of those whom the form lists: everybody is called until the person says otherwise. */
export function nuevo(_sesion, { docentes }, { hoy, nuevoId }) {
  const id = nuevoId();
  const valores = { tipo: "", fecha: hoy, inicio: "", fin: "", tema: "", lugar: "", escuela: "", competencias: [], docentes, asistieron: [], desarrollo: "", acuerdos: "" };
  return { visita: id, sesion: id, base: null, valores };
}

/** `contexto` is the session's, with the instrument of the competencies that the form lists. */
export function componer(valores, contexto) {
  return {
    ...Sesion.componer(valores, contexto),
    ...Object.fromEntries(DEL_PLAN.map((campo) => [campo, limpiar(valores[campo])])),
    instrumento: contexto.instrumento,
    competencias: (valores.competencias ?? []).map(Number).sort((a, b) => a - b),
    invitados: [...(valores.docentes ?? [])].sort(),
  };
}

export function aplanar(contenido) {
  const plan = Object.fromEntries(DEL_PLAN.map((campo) => [campo, contenido[campo]]));
  return { ...Sesion.aplanar(contenido), ...plan, competencias: contenido.competencias.map(String), docentes: [...contenido.invitados] };
}

export function rotulo(paquete, _sesion, { valores, contenido = valores }) {
  const tipo = paquete?.registros?.sesion_nueva?.tipos[contenido.tipo] ?? "Sesión";
  return { nombre: contenido.tema || "Sesión que aún no tiene tema", titulo: `${tipo}, sin programar`, fecha: contenido.fecha };
}

export function faltantes(valores, contexto, hoy) {
  const faltan = Object.entries(FALTA)
    .filter(([campo]) => !limpiar(valores[campo]))
    .map(([campo, mensaje]) => ({ campo, mensaje }));
  if ((valores.docentes ?? []).length === 0) faltan.push({ campo: "docentes", mensaje: NADIE });
  return [...faltan, ...Sesion.faltantes(valores, contexto, hoy)];
}
