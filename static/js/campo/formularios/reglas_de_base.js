/* What a baseline must say before it is finished: visitas/forms/linea_de_base/reglas.py, with its sentences.
   Both are held together by visitas/tests/vectores_registros.json. A field that cannot be read says only that (campos_de_base.js). */

import { limpiar } from "../formulario.js";
import { ilegibles } from "./campos_de_base.js";
import { NIVELES, cuentas, hallazgos } from "./filas_de_base.js";

const PRACTICAS = { pedagogica: "Práctica pedagógica", gestion: "Gestión de la escuela" };
const FALTA = {
  dimension: "Falta sobre qué es este hallazgo. Elige una dimensión.",
  signo: "Di si es fortaleza o debilidad.",
  prioridad: "Falta la prioridad, de 1 (lo primero) a 3.",
  texto: "Falta qué encontraste. Escríbelo en una o dos frases.",
  evidencia: "Falta la evidencia. Escribe qué viste, leíste o te contaron.",
};
const entero = (texto) => (/^\d{1,5}$/.test(texto) ? Number(texto) : null);

function* deLosGrados(valores, grados, malos) {
  const codigos = Object.keys(grados);
  const matricula = (g) => limpiar(valores[`matricula_${g}`]);
  if (!codigos.some((g) => `matricula_${g}` in malos || (matricula(g) !== "" && entero(matricula(g)) !== 0)))
    yield [`matricula_${codigos[0]}`, "Falta la matrícula. Escribe cuántos estudiantes hay en cada grado."];
  for (const g of codigos) {
    const [cuantos, aula] = [matricula(g), limpiar(valores[`aula_${g}`])];
    if (entero(cuantos) && !aula) yield [`aula_${g}`, `${grados[g]} tiene ${entero(cuantos)} estudiantes y no dice en qué aula. Elige una.`];
    if (aula && (cuantos === "" || entero(cuantos) === 0)) yield [`matricula_${g}`, `${grados[g]} tiene aula y no matrícula. Escribe cuántos estudiantes son.`];
  }
}

function* delContexto(valores) {
  const servicios = valores.servicios ?? [];
  if ((valores.lenguas ?? []).length === 0 && !limpiar(valores.lengua_otra))
    yield ["lenguas", "Falta la lengua. Marca las que se hablan en la escuela o escribe otra."];
  if (servicios.length === 0) yield ["servicios", "Faltan los servicios. Marca los que hay o «Ninguno de estos»."];
  if (servicios.includes("ninguno") && servicios.length > 1) yield ["servicios", "Marcaste «Ninguno de estos» junto con otros. Quita uno de los dos."];
  if (!limpiar(valores.minutos_de_viaje)) yield ["minutos_de_viaje", "Falta el tiempo de viaje. Escribe cuántos minutos tardas en llegar."];
  if (!limpiar(valores.medio)) yield ["medio", "Falta el medio de transporte. Elige cómo llegas la mayor parte del camino."];
  if (!limpiar(valores.como_llegar)) yield ["como_llegar", "Falta cómo se llega. Escribe la ruta para quien no la conoce."];
}

function* delInventario(valores, dimensiones) {
  const escritos = hallazgos(valores);
  for (const fila of escritos)
    for (const [sub, mensaje] of Object.entries(FALTA)) if (!fila[sub]) yield [`hallazgo_${fila.indice}_${sub}`, mensaje];
  for (const [practica, nombre] of Object.entries(PRACTICAS))
    for (const signo of ["fortaleza", "debilidad"])
      if (!escritos.some((f) => f.dimension in dimensiones[practica] && f.signo === signo))
        yield ["", `${nombre}: falta al menos una ${signo} en el inventario.`];
}

function* deUnaCelda(valores, grado, area, donde) {
  const campos = NIVELES.map((n) => `aprendizaje_${grado}_${area}_${n}`);
  const escritas = cuentas(valores, grado, area);
  for (const [i, campo] of campos.entries()) if (escritas[i] === "") yield [campo, `Falta una cuenta de ${donde}. Si no hay ninguno, escribe 0.`];
  const numeros = escritas.map(entero);
  if (numeros.includes(null)) return;
  const total = numeros.reduce((a, b) => a + b, 0);
  const matricula = entero(limpiar(valores[`matricula_${grado}`])) ?? 0;
  if (total === 0) yield [campos[0], `Las cuentas de ${donde} suman 0. Si no se midió, deja las tres en blanco.`];
  else if (total > matricula) yield [campos[0], `Las cuentas de ${donde} suman ${total} y la matrícula es ${matricula}. Corrige una de las dos.`];
}

function* deLosAprendizajes(valores, grados, areas) {
  let medidos = 0;
  for (const [area, nombreDeArea] of Object.entries(areas)) {
    const deEsta = Object.keys(grados).filter((g) => cuentas(valores, g, area).some((c) => c !== ""));
    for (const grado of deEsta) yield* deUnaCelda(valores, grado, area, `${grados[grado]} en ${nombreDeArea}`);
    if (deEsta.length > 0 && !limpiar(valores[`fuente_${area}`])) yield [`fuente_${area}`, "Falta de dónde salen estas cuentas: la prueba o la evaluación, y su fecha."];
    medidos += deEsta.length;
  }
  if (medidos === 0)
    yield [`aprendizaje_${Object.keys(grados)[0]}_${Object.keys(areas)[0]}_inicio`, "Falta el nivel de aprendizaje. Escribe las cuentas de al menos un grado y un área."];
}

/** Return [{campo, mensaje}], one for each field; `contexto` has grados, areas, dimensiones, medios, lenguas and servicios. */
export function faltantes(valores, contexto) {
  const { grados, areas, dimensiones } = contexto;
  const malos = ilegibles(valores, contexto);
  const legibles = Object.fromEntries(Object.entries(valores).filter(([campo]) => !(campo in malos)));
  const faltan = [...deLosGrados(legibles, grados, malos), ...delContexto(legibles), ...delInventario(legibles, dimensiones), ...deLosAprendizajes(legibles, grados, areas)];
  const dichos = new Set(Object.keys(malos));
  const deReglas = faltan.filter(([campo]) => campo === "" || (!dichos.has(campo) && dichos.add(campo)));
  return [...Object.entries(malos), ...deReglas].map(([campo, mensaje]) => ({ campo, mensaje }));
}
