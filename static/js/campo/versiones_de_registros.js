/* A session and a baseline as [title, text], in the order and the words of their forms; what is empty says nothing. */

import { fecha, noSeRealizo } from "./palabras.js";

const QUE_PASO = "Qué pasó";

const NIVELES = { inicio: "en inicio", proceso: "en proceso", satisfactorio: "satisfactorio" };
const PRIORIDADES = { 1: "lo primero", 2: "después", 3: "puede esperar" };
const SIGNOS = { fortaleza: "Fortaleza", debilidad: "Debilidad" };

/** `docentes` is {id: name} of those whom the device knows; the others are counted. The rest are {code: word}. */
export function deSesion(contenido, catalogo = {}) {
  if ("motivo" in contenido) return [[QUE_PASO, noSeRealizo(contenido, catalogo.motivos)]];
  return [[QUE_PASO, "Se hizo."], ...delPlan(contenido, catalogo), ...deLoHecho(contenido, catalogo)];
}

/** What was planned, of a session that says it: one that nobody had planned. */
function delPlan(contenido, { docentes = {}, tipos = {}, competencias = {}, escuelas = {} }) {
  if (!("tema" in contenido)) return [];
  return [
    ["Tipo de sesión", tipos[contenido.tipo] ?? contenido.tipo],
    ["Tema", contenido.tema],
    ["Lugar", contenido.lugar],
    ["Escuela sede", escuelas[contenido.escuela] ?? contenido.escuela],
    ["Competencias que trabaja", (contenido.competencias ?? []).map((n) => `${n}. ${competencias[n] ?? ""}`).join("\n")],
    ["A quiénes invitaste", personas((contenido.invitados ?? []).map((id) => docentes[id]))],
  ];
}

function deLoHecho(contenido, { docentes = {} }) {
  const lista = contenido.asistencia ?? [];
  const nombres = (vino) => personas(lista.filter((a) => a.asistio === vino).map((a) => docentes[a.docente]));
  const asistencia = [["Asistieron", nombres(true)], ["No asistieron", nombres(false)]].filter(([, quienes]) => quienes);
  return [
    ["Día en que se hizo", fecha(contenido.fecha)],
    ["Horas", `${contenido.inicio} a ${contenido.fin}`],
    ["Quiénes asistieron", asistencia.map(([rotulo, quienes]) => `${rotulo}: ${quienes}.`).join("\n")],
    ["Qué se hizo", contenido.desarrollo],
    ["Acuerdos", contenido.acuerdos],
  ];
}

function personas(nombres) {
  const conocidos = nombres.filter(Boolean).sort((a, b) => a.localeCompare(b));
  const otros = nombres.length - conocidos.length;
  if (otros > 0) conocidos.push(otros === 1 ? "1 docente que ya no acompañas" : `${otros} docentes que ya no acompañas`);
  return conocidos.join(", ");
}

/** The catalogue is what the package says of the school's level (paquete.registros.caracterizacion). */
export function deBase(contenido, { grados = {}, areas = {}, lenguas = {}, servicios = {}, medios = {}, dimensiones = {} } = {}) {
  const enLista = (codigos, catalogo) => (codigos ?? []).map((c) => catalogo[c] ?? c).join(", ");
  const sobre = Object.assign({}, ...Object.values(dimensiones));
  return [
    ...(contenido.grados ?? []).map((g) => [`Estudiantes de ${grados[g.grado] ?? g.grado}`, deGrado(g)]),
    ["Lenguas que se hablan en la escuela", enLista(contenido.lenguas, lenguas)],
    ["Servicios que hay", enLista(contenido.servicios, servicios)],
    ["La comunidad y la escuela", contenido.contexto],
    ["Tiempo de viaje, en minutos", `${contenido.minutos_de_viaje ?? ""}`],
    ["Medio de transporte", medios[contenido.medio] ?? contenido.medio],
    ["Distancia, en kilómetros", contenido.distancia_km],
    ["Cómo se llega", contenido.como_llegar],
    ["Fortalezas y debilidades", (contenido.hallazgos ?? []).map((x) => deHallazgo(x, sobre)).join("\n\n")],
    ...(contenido.aprendizajes ?? []).map((a) => [`Niveles de aprendizaje: ${areas[a.area] ?? a.area}`, deArea(a, grados)]),
  ];
}

const deGrado = ({ matricula, aula }) => `${matricula ?? "Sin matrícula"}${aula ? `, aula ${aula}` : ""}`;

function deHallazgo({ dimension, signo, prioridad, texto, evidencia }, sobre) {
  const que = [SIGNOS[signo] ?? signo, PRIORIDADES[prioridad]].filter(Boolean).join(", ");
  return `${que}. ${sobre[dimension] ?? dimension}: ${texto}\nEvidencia: ${evidencia}`;
}

function deArea({ fuente, grados: filas }, grados) {
  const lineas = (filas ?? []).map((fila) => `${grados[fila.grado] ?? fila.grado}: ${Object.entries(NIVELES).map(([n, palabra]) => `${palabra} ${fila[n] ?? ""}`).join(", ")}`);
  return [...lineas, ...(fuente ? [`Fuente: ${fuente}`] : [])].join("\n");
}
