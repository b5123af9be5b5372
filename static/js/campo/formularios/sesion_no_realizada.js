/* A planned group session that was not held, and why: SesionNoRealizadaForm (visitas/forms/sesion.py), on the device.
   Both are held together by visitas/tests/vectores_registros.json. */

import { limpiar } from "../formulario.js";
import { noSeRealizo } from "../palabras.js";

export { clave, contexto, delServidor, esDe, objeto, propio } from "./sesion.js";

export const terminado = "Anotaste que la sesión no se hizo.";
export const corrige = "sesion_no_realizada";
export const varios = [];
const SIN_MOTIVO = "Falta el motivo. Elige el que más se parezca.";
const SIN_DETALLE = "Elegiste «Otro motivo». Escribe en pocas palabras cuál fue.";

export const version = (paquete) => paquete.registros.sesion_no_realizada.version;

export function nuevo({ id, cabeza, no_realizada: dicha }) {
  const valores = dicha ? aplanar(dicha) : { motivo: "", motivo_texto: "" };
  return { visita: id, sesion: id, base: cabeza, valores };
}

export const componer = (valores, { sesion }) => ({ sesion, motivo: limpiar(valores.motivo), motivo_texto: limpiar(valores.motivo_texto) });

export const aplanar = ({ motivo, motivo_texto }) => ({ motivo, motivo_texto });

/** `dicho` is what the list says of it once it is finished. */
export function rotulo(paquete, sesion, { contenido }) {
  const motivos = paquete?.registros?.sesion_no_realizada?.motivos;
  return { nombre: sesion.tema, titulo: `${sesion.nombre} que no se realizó`, fecha: sesion.fecha, dicho: contenido ? noSeRealizo(contenido, motivos) : "" };
}

export function faltantes({ motivo, motivo_texto: detalle }) {
  if (!limpiar(motivo)) return [{ campo: "motivo", mensaje: SIN_MOTIVO }];
  return motivo === "otro" && !limpiar(detalle) ? [{ campo: "motivo_texto", mensaje: SIN_DETALLE }] : [];
}
