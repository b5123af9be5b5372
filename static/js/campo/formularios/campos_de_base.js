/* What cannot be read in each field of a baseline: visitas/forms/linea_de_base/campos.py, with its sentences. A draft may hold it; to
   finish, it may not. Both are held together by visitas/tests/vectores_registros.json. */

import { limpiar } from "../formulario.js";
import { kilometros } from "./filas_de_base.js";

const MAXIMO_DE_KILOMETROS = 999.9;
const ENTEROS = [
  [/^(matricula|aprendizaje)_/, 400, "una cantidad de estudiantes"],
  [/^minutos_de_viaje$/, 2880, "un tiempo en minutos"],
];
const LARGOS = [
  [/^(lengua_otra$|fuente_)/, 120],
  [/^hallazgo_\d+_(texto|evidencia)$/, 1000],
  [/^como_llegar$/, 2000],
  [/^contexto$/, 3000],
];
const LISTAS = [
  [/^aula_/, ({ grados }) => Object.keys(grados).map((_, i) => String(i + 1))],
  [/^medio$/, ({ medios }) => Object.keys(medios)],
  [/^hallazgo_\d+_dimension$/, ({ dimensiones }) => Object.values(dimensiones).flatMap((de) => Object.keys(de))],
  [/^hallazgo_\d+_signo$/, () => ["fortaleza", "debilidad"]],
  [/^hallazgo_\d+_prioridad$/, () => ["1", "2", "3"]],
];

function enteroMalo(campo, texto) {
  const [, maximo, deQue] = ENTEROS.find(([forma]) => forma.test(campo)) ?? [];
  if (!deQue || texto === "" || (/^[0-9]{1,5}$/.test(texto) && Number(texto) <= maximo)) return "";
  return `«${texto}» no es ${deQue}. Escribe un número entero de 0 a ${maximo}.`;
}

function largoMalo(campo, texto) {
  const [, maximo] = LARGOS.find(([forma]) => forma.test(campo)) ?? [];
  const cuantos = [...texto].length;
  return maximo && cuantos > maximo ? `El texto tiene ${cuantos} caracteres y caben ${maximo}. Acórtalo.` : "";
}

function eleccionMala(campo, valor, contexto) {
  const [, opciones] = LISTAS.find(([forma]) => forma.test(campo)) ?? [];
  return opciones && valor !== "" && !opciones(contexto).includes(valor) ? `«${valor}» no está en la lista. Elige una de las que ves.` : "";
}

function distanciaMala(campo, texto) {
  if (campo !== "distancia_km" || texto === "" || (kilometros(texto) ?? Infinity) <= MAXIMO_DE_KILOMETROS) return "";
  return `«${texto}» no es una distancia. Escribe los kilómetros así: 12 o 12,5; hasta 999,9.`;
}

function marcasMalas(campo, marcadas, contexto) {
  const mala = marcadas.find((m) => !(m in contexto[campo]));
  return mala === undefined ? "" : `«${mala}» no está en la lista. Marca una de las que ves.`;
}

function malDe(campo, valor, contexto) {
  if (Array.isArray(valor)) return marcasMalas(campo, valor, contexto);
  const texto = limpiar(valor);
  return enteroMalo(campo, texto) || largoMalo(campo, texto) || distanciaMala(campo, texto) || eleccionMala(campo, String(valor ?? ""), contexto);
}

/** Return {campo: mensaje} of what cannot be read. `contexto` has grados, medios, dimensiones, lenguas and servicios. */
export function ilegibles(valores, contexto) {
  const pares = Object.entries(valores).map(([campo, valor]) => [campo, malDe(campo, valor, contexto)]);
  return Object.fromEntries(pares.filter(([, mensaje]) => mensaje));
}
