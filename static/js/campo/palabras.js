/* What the field app says: states, dates and reasons in plain words. */

import { seGuardaOtraVez } from "./cola.js";

const ROMANOS = { 1: "I", 2: "II", 3: "III", 4: "IV" };
const CHIPS = {
  borrador: ["hueco", "lapiz", "En borrador"],
  lista: ["ojo", "reloj", "Por enviar"],
  enviada: ["ojo", "subir", "Enviando"],
  confirmada: ["ok", "sic", "Confirmada"],
  rechazada: ["mal", "alerta", "Por corregir"],
  en_conflicto: ["mal", "ramas", "Dos versiones"],
  en_cuarentena: ["mal", "candado", "Espera a la coordinación"],
  por_guardar: ["mal", "alerta", "Por guardar de nuevo"],
};
const MOTIVOS = {
  listo: ["ok", "Todo enviado.", "El servidor tiene la misma copia que este equipo."],
  sin_red: ["ojo", "No hay señal.", "Puedes seguir: todo queda guardado en este equipo y se enviará solo."],
  portal: ["ojo", "Esta red pide entrar a una página antes de dejarte pasar.", "Ábrela en el navegador. Lo tuyo está a salvo en este equipo."],
  entrar: ["ojo", "Tu sesión en el servidor terminó.", "Escribe tu contraseña otra vez y se envía lo pendiente."],
  aviso: ["ojo", "Hay un aviso de datos por leer.", "Entra con señal a la página de inicio, léelo y acéptalo. Lo tuyo sigue guardado en este equipo."],
  otra_persona: ["mal", "En este navegador entró otra persona.", "Escribe tu contraseña para cerrar su sesión y enviar lo tuyo. Nada se mezcla ni se pierde."],
  actualizar: ["ojo", "Hay una versión nueva del cuaderno.", "Actualízala para enviar. Lo guardado no se toca."],
  esperar: ["ojo", "El servidor está ocupado.", "Se intentará de nuevo en un momento."],
  sin_espacio: ["mal", "Este equipo no pudo anotar lo que se envió.", "Puede que no quede espacio. Nada se perdió: libera espacio y se enviará de nuevo, sin doblarse."],
  abierta_en_otra: ["ojo", "Eso está abierto en otra pestaña.", "Sigue en ella, o ciérrala para abrirlo aquí."],
  en_otra: ["ojo", "Ya se está enviando.", "Otra pestaña empezó antes. No hace falta repetirlo: lo tuyo va en ese envío o en el siguiente."],
  renovar_token: ["ojo", "El servidor no reconoció el envío.", "Se intentará de nuevo en un momento."],
};

export const chipDe = (estado, revision) => CHIPS[revision && seGuardaOtraVez(revision) ? "por_guardar" : estado];
export const motivoDe = (que) => MOTIVOS[que] ?? MOTIVOS.esperar;

/** The server said how long: "El servidor pide esperar hasta las 10:42." `hasta` is a Date, shown by the device's clock. */
export const motivoDeEspera = (hasta) => ["ojo", `El servidor pide esperar hasta las ${horaDe(hasta)}.`, "Se enviará solo. Lo tuyo está guardado en este equipo."];

/** A round under way, in the words of its button and of its line. `confirmadas` are those of `total` whose receipt came; `esperando`,
    whether the server has been silent for some seconds. */
export function enMarcha({ total, confirmadas, esperando }) {
  const boton = total > 0 ? "Enviando…" : "Consultando…";
  const dichas = confirmadas > 0 ? `${confirmadas} de ${total} confirmados por el servidor` : "";
  if (esperando) return { boton, texto: `${dichas && `${dichas}. `}Esperando respuesta del servidor… Puedes seguir trabajando.` };
  if (dichas) return { boton, texto: `Enviando: ${dichas}…` };
  return { boton, texto: total > 0 ? `Enviando ${total} ${total === 1 ? "registro" : "registros"}…` : "Preguntando al servidor…" };
}

const horaDe = (instante) => `${instante.getHours()}:${String(instante.getMinutes()).padStart(2, "0")}`;
export const romano = (nivel) => (nivel === null ? "N. O." : ROMANOS[nivel]);

/** "2026-10-15" → "15/10/2026". */
export function fecha(iso) {
  const [anio, mes, dia] = (iso ?? "").slice(0, 10).split("-");
  return dia ? `${dia}/${mes}/${anio}` : "";
}

/** "08:05" → "8:05". */
export const hora = (texto) => (texto ?? "").replace(/^0/, "");

/** A moment → "15/10/2026, 8:05" in Lima. */
export function momento(iso) {
  if (!iso) return "todavía no";
  const partes = Object.fromEntries(
    new Intl.DateTimeFormat("es-PE", { timeZone: "America/Lima", year: "numeric", month: "2-digit", day: "2-digit", hour: "numeric", minute: "2-digit", hourCycle: "h23" })
      .formatToParts(new Date(iso))
      .map(({ type, value }) => [type, value]),
  );
  return `${partes.day}/${partes.month}/${partes.year}, ${Number(partes.hour)}:${partes.minute}`;
}

const NOMBRES = { visita: ["visita", "visitas"], sesion_grupal: ["sesión", "sesiones"], caracterizacion: ["caracterización", "caracterizaciones"] };
const COMO_SESION = new Set(["sesion_nueva", "sesion_no_realizada"]);
const enLista = new Intl.ListFormat("es", { type: "conjunction" });

/** {formulario: how many} → ["2 visitas y 1 sesión", 3]. */
function contadas(deCadaFormulario) {
  const deCada = {};
  for (const [formulario, cuantas] of Object.entries(deCadaFormulario)) {
    const cual = COMO_SESION.has(formulario) ? "sesion_grupal" : formulario;
    deCada[cual] = (deCada[cual] ?? 0) + cuantas;
  }
  const suyas = Object.keys(NOMBRES).filter((f) => deCada[f] > 0);
  const partes = suyas.map((f) => `${deCada[f]} ${NOMBRES[f][deCada[f] === 1 ? 0 : 1]}`);
  return [enLista.format(partes), suyas.reduce((suma, f) => suma + deCada[f], 0)];
}

/** "3 visitas, 1 sesión y 1 caracterización guardadas en este equipo, sin enviar.", or that everything is sent. */
export function sinEnviar(deCada) {
  const [cuales, total] = contadas(deCada);
  if (total === 0) return "todo lo que terminaste está confirmado por el servidor.";
  return `${cuales} ${total === 1 ? "guardada" : "guardadas"} en este equipo, sin enviar.`;
}

/** "No se realizó: lluvias (creció la quebrada)." `motivos` is {code: word}. */
export function noSeRealizo({ motivo, motivo_texto: detalle }, motivos = {}) {
  return `No se realizó: ${(motivos[motivo] ?? motivo).toLowerCase()}${detalle ? ` (${detalle})` : ""}.`;
}

const DE_LA_PERSONA = new Set(["rechazada", "en_conflicto"]);

function deCadaForma(lineas, esDeEstas) {
  const total = {};
  for (const { estado, formulario = "visita" } of lineas) if (esDeEstas(estado)) total[formulario] = (total[formulario] ?? 0) + 1;
  return total;
}

/** What is said after everything that could go went: what waits for the person or for the coordinator comes before "Todo
    enviado." `lineas` are the notebook's (libreta.js). Return null when nothing waits. */
export function motivoDeDetenidas(lineas) {
  const [suyas, cuantas] = contadas(deCadaForma(lineas, (estado) => DE_LA_PERSONA.has(estado)));
  if (cuantas > 0) return ["mal", `${suyas} ${cuantas === 1 ? "necesita que la mires" : "necesitan que las mires"}.`, "Lo demás está enviado. Nada se perdió: cada una dice su motivo."];
  const [otras, esperan] = contadas(deCadaForma(lineas, (estado) => estado === "en_cuarentena"));
  return esperan > 0 ? ["ojo", `${otras} ${esperan === 1 ? "espera" : "esperan"} a la coordinación.`, "Lo demás está enviado. No tienes que hacer nada: se aceptará cuando tengas la asignación."] : null;
}

/** How old what is shown is: `hechoEn` is the moment of the package, null without one; `alDia`, whether it came since the notebook opened. */
export function frescura(hechoEn, alDia) {
  if (!hechoEn) return "Aún no se trajo nada del servidor.";
  return alDia ? `Lo del servidor es del ${momento(hechoEn)}.` : `Según este equipo, al ${momento(hechoEn)}. Se pondrá al día cuando responda el servidor.`;
}

/** The counters, each with who says it: what is in this device (`total` by state, `deCada` by form), and the server last. */
export function resumen(total, deCada, ultimoEnvio) {
  const porEnviar = total.lista + total.enviada;
  const detenidas = total.en_cuarentena + total.en_conflicto + total.rechazada + total.por_guardar;
  const partes = [`Según este equipo: ${porEnviar === 0 && detenidas > 0 ? "nada por enviar." : sinEnviar(deCada)}`];
  if (total.en_cuarentena > 0) partes.push(`${total.en_cuarentena} ${total.en_cuarentena === 1 ? "registro espera" : "registros esperan"} a la coordinación.`);
  if (total.en_conflicto > 0) partes.push(`${total.en_conflicto} ${total.en_conflicto === 1 ? "registro tiene" : "registros tienen"} dos versiones.`);
  if (total.rechazada > 0) partes.push(`${total.rechazada} por corregir.`);
  if (total.por_guardar > 0) partes.push(`${total.por_guardar} por guardar de nuevo.`);
  const cuando = ultimoEnvio ? `, el ${momento(ultimoEnvio)}` : "";
  partes.push(`Según el servidor${cuando}: ${total.confirmada} ${total.confirmada === 1 ? "confirmada" : "confirmadas"}.`);
  return partes.join(" ");
}

const YA_NO = "Ya no acompañas a este docente: se aceptó porque lo acompañabas el día de la visita.";

const OTRA_VEZ = "«Volver a guardar» prepara otra vez lo que está aquí y lo envía. Si vuelve a pasar, exporta una copia y avisa a la administración.";
const OTRO_TEXTO = "El servidor ya tenía otro texto con el mismo identificador y no recibió este, que está entero en este equipo.";
const LLEGO_MAL = "Al servidor le llegó cambiada o incompleta y no la recibió. Aquí está entera.";

/** What happened to a revision, in a sentence. `pasado`: its teacher is no longer accompanied by this person. */
export function sobre(revision, pasado = false) {
  if (revision.resueltaEn) return `Elegiste entre las dos versiones el ${momento(revision.resueltaEn)}. La que vale se traerá a este equipo con señal.`;
  if (revision.traida) return `Es la versión que vale, según el servidor, el ${momento(revision.recibidoEn)}.`;
  if (revision.estado === "confirmada") return `Enviada y confirmada por el servidor el ${momento(revision.recibidoEn)}.${pasado ? ` ${YA_NO}` : ""}`;
  if (seGuardaOtraVez(revision)) return `${revision.estado === "rechazada" ? LLEGO_MAL : OTRO_TEXTO} ${OTRA_VEZ}`;
  if (revision.estado === "rechazada" || revision.estado === "en_cuarentena")
    return (revision.errores ?? []).map((e) => e.mensaje).join(" ") || "El servidor no la aceptó. Nada se perdió.";
  if (revision.estado === "en_conflicto") return "La cambiaste en dos equipos. Las dos copias están a salvo: compara y elige.";
  return `Terminada el ${momento(revision.finalizadaEn)}. Espera conexión.`;
}
