/* What was done in a group session: visitas/forms/registro_de_sesion.py, on the device.
   Both are held together by visitas/tests/vectores_registros.json. */

import { hora, limpiar } from "../formulario.js";
import { fecha } from "../palabras.js";

export const terminado = "Sesión terminada.";
export const corrige = "sesion_grupal";
export const varios = ["asistieron"];
const FALTA = {
  fecha: "Falta el día. Escribe cuándo se hizo.",
  inicio: "Falta la hora en que empezó.",
  fin: "Falta la hora en que terminó.",
  desarrollo: "Falta contar qué se hizo. Bastan dos o tres líneas.",
};

/** One erased from the plan meanwhile still opens: what was written about it goes to the coordinator. */
export function objeto(paquete, { sesion: id }) {
  const otra = { id, nombre: "Sesión", tema: "Sesión que ya no está en el plan", lugar: "", invitados: [], otros: 0, cabeza: null, contenido: null };
  return paquete?.sesiones?.find((s) => s.id === id) ?? otra;
}

export const clave = ({ sesion }) => sesion;
export const esDe = (borrador, sesion) => borrador.sesion === sesion.id;

/** Held or not, whichever the server says: each is corrected in its own form. */
export function delServidor({ cabeza, contenido, no_realizada: negada }) {
  if (contenido) return { formulario: "sesion_grupal", cabeza, contenido };
  return negada ? { formulario: "sesion_no_realizada", cabeza, contenido: negada } : null;
}

export const propio = ({ sesion }) => ({ sesion });
export const version = (paquete) => paquete.registros.sesion_grupal.version;

export function nuevo(sesion) {
  const { id, fecha: dia, inicio, fin, contenido, cabeza } = sesion;
  const valores = contenido ? aplanar(contenido) : { fecha: dia, inicio, fin, asistieron: [], desarrollo: "", acuerdos: "" };
  return { visita: id, sesion: id, base: cabeza, valores };
}

/** `docentes` are the ids of those whom the form lists; `instrumento`, of the competencies that it lists. */
export const contexto = (paquete, sesion, { sesion: id }) => ({
  sesion: id,
  docentes: paquete.docentes.filter((d) => !d.pasado).map((d) => d.id),
  instrumento: paquete.registros?.sesion_nueva?.instrumento ?? null,
});

/** Of who is no longer in the list, only that they came: what the server knows of the others stays. */
export function componer(valores, { sesion, docentes }) {
  const vinieron = new Set(valores.asistieron ?? []);
  const lista = [...new Set([...docentes, ...vinieron])].sort();
  return {
    sesion,
    fecha: limpiar(valores.fecha),
    inicio: hora(valores.inicio),
    fin: hora(valores.fin),
    asistencia: lista.map((docente) => ({ docente, asistio: vinieron.has(docente) })),
    desarrollo: limpiar(valores.desarrollo),
    acuerdos: limpiar(valores.acuerdos),
  };
}

export function aplanar({ fecha: dia, inicio, fin, asistencia, desarrollo, acuerdos }) {
  const asistieron = asistencia.filter((a) => a.asistio).map((a) => a.docente);
  return { fecha: dia, inicio, fin, desarrollo, acuerdos, asistieron };
}

export function rotulo(paquete, sesion, { valores, contenido = valores }) {
  return { nombre: sesion.tema, titulo: sesion.nombre, fecha: contenido.fecha };
}

export function faltantes(valores, _contexto, hoy) {
  const faltan = Object.entries(FALTA)
    .filter(([campo]) => !limpiar(valores[campo]))
    .map(([campo, mensaje]) => ({ campo, mensaje }));
  if (valores.fecha > hoy)
    faltan.push({ campo: "fecha", mensaje: `El ${fecha(valores.fecha)} aún no llega. Registra la asistencia cuando la sesión se haya hecho.` });
  if (valores.inicio && valores.fin && valores.fin <= valores.inicio)
    faltan.push({ campo: "fin", mensaje: `La hora de fin (${valores.fin}) no es posterior a la de inicio (${valores.inicio}).` });
  if ((valores.asistieron ?? []).length === 0)
    faltan.push({ campo: "asistieron", mensaje: "Nadie asistió según esta lista. Marca a quienes vinieron, o di que la sesión no se hizo." });
  return faltan;
}
