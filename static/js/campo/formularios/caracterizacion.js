/* A school's baseline at one moment of a year: visitas/forms/linea_de_base, on the device.
   Both are held together by visitas/tests/vectores_registros.json. */

import { conOtras, limpiar, marcar } from "../formulario.js";
import { NIVELES, SUBCAMPOS, cuentas, hallazgos, kilometros } from "./filas_de_base.js";

export { faltantes } from "./reglas_de_base.js";

export const terminado = "Línea de base terminada.";
export const corrige = "caracterizacion";
export const varios = ["lenguas", "servicios"];
const TEXTOS = ["contexto", "medio", "como_llegar", "distancia_km"];
const MOMENTOS = { inicio: "inicio", cierre: "fin" };

export const objeto = (paquete, { escuela }) => paquete?.escuelas?.find((e) => e.codigo === escuela);
export const clave = ({ escuela, anio, momento }) => `${escuela}/${anio}/${momento}`;
export const esDe = (borrador, escuela, { momento }) => clave(borrador) === clave({ escuela: escuela.codigo, anio: escuela.anio, momento });
export const propio = ({ escuela, anio, momento }) => ({ escuela, anio, momento });
export const version = (paquete, { nivel }) => paquete.registros.caracterizacion[nivel].version;
export const contexto = (paquete, { nivel }, datos) => ({ ...paquete.registros.caracterizacion[nivel], ...propio(datos) });

export function delServidor({ anio, momentos }, datos) {
  const suyo = anio === datos.anio ? momentos.find((m) => m.momento === datos.momento) : null;
  return suyo?.contenido ? { cabeza: suyo.cabeza, contenido: suyo.contenido } : null;
}

/** `opcion` has momento and opciones (contexto): a new one starts with the rooms and the way of the last finished. */
export function nuevo(escuela, { momento, opciones }, { nuevoId }) {
  const suyo = escuela.momentos.find((m) => m.momento === momento);
  const valores = suyo.contenido ? aplanar(suyo.contenido, opciones) : { lenguas: [], servicios: [], ...escuela.partida };
  return { visita: suyo.registro ?? nuevoId(), escuela: escuela.codigo, anio: escuela.anio, momento, base: suyo.cabeza, valores };
}

function numero(valor) {
  const texto = limpiar(valor);
  if (texto === "") return null;
  return /^\d{1,5}$/.test(texto) ? Number(texto) : texto;
}

function distancia(valor) {
  const texto = limpiar(valor);
  return kilometros(texto)?.toFixed(1).replace(".", ",") ?? texto;
}

function medidos(valores, area, grados) {
  return grados
    .map((grado) => [grado, cuentas(valores, grado, area).map(numero)])
    .filter(([, filas]) => filas.some((n) => n !== null))
    .map(([grado, [inicio, proceso, satisfactorio]]) => ({ grado, inicio, proceso, satisfactorio }));
}

/** `contexto` has escuela, anio, momento, and grados, areas, lenguas and servicios as {code: name}. */
export function componer(valores, { escuela, anio, momento, grados, areas, lenguas, servicios }) {
  const codigos = Object.keys(grados);
  return {
    escuela,
    anio,
    momento,
    grados: codigos
      .map((grado) => ({ grado, matricula: numero(valores[`matricula_${grado}`]), aula: limpiar(valores[`aula_${grado}`]) }))
      .filter(({ matricula, aula }) => matricula !== null || aula),
    lenguas: conOtras(valores.lenguas, valores.lengua_otra, lenguas),
    servicios: Object.keys(servicios).filter((s) => (valores.servicios ?? []).includes(s)),
    contexto: limpiar(valores.contexto),
    minutos_de_viaje: numero(valores.minutos_de_viaje),
    medio: limpiar(valores.medio),
    distancia_km: distancia(valores.distancia_km),
    como_llegar: limpiar(valores.como_llegar),
    hallazgos: hallazgos(valores).map(({ dimension, signo, prioridad, texto, evidencia }) => ({ dimension, signo, prioridad: numero(prioridad) ?? "", texto, evidencia })),
    aprendizajes: Object.keys(areas)
      .map((area) => ({ area, fuente: limpiar(valores[`fuente_${area}`]), grados: medidos(valores, area, codigos) }))
      .filter((a) => a.fuente || a.grados.length > 0),
  };
}

const texto = (valor) => (valor === null || valor === undefined ? "" : String(valor));

/** Return the flat values of a content, to open it again in the form. `contexto` has lenguas. */
export function aplanar(contenido, { lenguas }) {
  const plano = Object.fromEntries(TEXTOS.map((campo) => [campo, texto(contenido[campo])]));
  plano.minutos_de_viaje = texto(contenido.minutos_de_viaje);
  plano.servicios = [...contenido.servicios];
  marcar(plano, "lenguas", "lengua_otra", contenido.lenguas, lenguas);
  for (const { grado, matricula, aula } of contenido.grados) {
    plano[`matricula_${grado}`] = texto(matricula);
    plano[`aula_${grado}`] = aula;
  }
  contenido.hallazgos.forEach((fila, i) => {
    for (const sub of SUBCAMPOS) plano[`hallazgo_${i}_${sub}`] = texto(fila[sub]);
  });
  for (const { area, fuente, grados } of contenido.aprendizajes) {
    plano[`fuente_${area}`] = fuente;
    for (const fila of grados) for (const n of NIVELES) plano[`aprendizaje_${fila.grado}_${area}_${n}`] = texto(fila[n]);
  }
  return plano;
}

export function rotulo(_paquete, escuela, { anio, momento, contenido = { anio, momento } }) {
  const nombre = escuela?.nombre ?? "Escuela que ya no acompañas";
  return { nombre, titulo: `Línea de base, ${MOMENTOS[contenido.momento]} de ${contenido.anio}`, fecha: "" };
}
