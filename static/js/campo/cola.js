/* The queue, without storage, network or clock: who is sent, and what an answer means (offline-sync.md §3 and §4).
   A revision here is {visita, revision, base, hash, estado, secuencia, bytes}; its text stays in the vault. */

export const ESTADOS = ["lista", "enviada", "confirmada", "rechazada", "en_conflicto", "en_cuarentena"];
export const MAXIMO_DE_REVISIONES = 50;
export const MAXIMO_DE_BYTES = 1024 * 1024;
export const MEDIO = "application/vnd.acompana.sync+json";
const ESPERA_MINIMA_S = 30;
const ESPERA_MAXIMA_S = 3600;
const POR_ENVIAR = new Set(["lista", "enviada"]);
const DETENIDAS = new Set(["rechazada", "en_conflicto", "en_cuarentena"]);

/** On start nothing is on its way: every `enviada` waits again (a crash in the middle of a send). */
export function alEmpezar(revisiones) {
  return revisiones.map((r) => (r.estado === "enviada" ? { ...r, estado: "lista" } : r));
}

/** The next batch, oldest first. A revision whose ancestor is stopped waits outside it, so nothing else is blocked;
    `saltar` are ids already tried in this round, with the same effect: one that fails for ever is not ahead of others. */
export function porEnviar(revisiones, { revisionesMax = MAXIMO_DE_REVISIONES, bytesMax = MAXIMO_DE_BYTES, saltar = new Set() } = {}) {
  const porId = new Map(revisiones.map((r) => [r.revision, r]));
  const lote = [];
  let bytes = 0;
  for (const r of [...revisiones].sort((a, b) => a.secuencia - b.secuencia)) {
    if (r.estado !== "lista" || saltar.has(r.revision) || detenida(r, porId, saltar)) continue;
    if (lote.length === revisionesMax || (lote.length > 0 && bytes + r.bytes > bytesMax)) break;
    lote.push(r);
    bytes += r.bytes;
  }
  return lote;
}

/** How many could go in this round, in whatever number of batches. */
export const cuantasPorEnviar = (revisiones, saltar) => porEnviar(revisiones, { revisionesMax: Infinity, bytesMax: Infinity, saltar }).length;

function detenida(revision, porId, saltar) {
  return antecesoras(revision, porId).some((r) => DETENIDAS.has(r.estado) || (r.estado !== "confirmada" && saltar.has(r.revision)));
}

function antecesoras(revision, porId) {
  const cadena = [];
  for (let r = porId.get(revision.base); r; r = porId.get(r.base)) cadena.push(r);
  return cadena;
}

/** The revision that stops this one: itself or the first stopped ancestor; null when it may go. */
export function queDetiene(revisiones, revision) {
  const porId = new Map(revisiones.map((r) => [r.revision, r]));
  return [revision, ...antecesoras(revision, porId)].findLast((r) => DETENIDAS.has(r.estado)) ?? null;
}

/** Where the correction of a visit's last revision goes: on top of it or, when the server refused it or one before it,
    in the place of the refused one and of all that was written on that. */
export function sitioDeCorreccion(revisiones, revision) {
  const porId = new Map(revisiones.map((r) => [r.revision, r]));
  const cadena = [revision, ...antecesoras(revision, porId)];
  const negada = cadena.findLastIndex((r) => r.estado === "rechazada");
  if (negada < 0) return { base: revision.revision, reemplaza: [], errores: [] };
  const { base, errores = [] } = cadena[negada];
  return { base, reemplaza: cadena.slice(0, negada + 1).map((r) => r.revision), errores };
}

/** What the device does after an HTTP answer: {que, ...}. `respuesta` is {status, tipo, cuerpo, reintentarEn}. */
export function queHacer(respuesta) {
  if (respuesta === null) return { que: "esperar" };
  const { status, tipo, cuerpo, reintentarEn } = respuesta;
  if (status === 207 && tipo === MEDIO && Array.isArray(cuerpo?.resultados)) return { que: "aplicar", resultados: cuerpo.resultados };
  if (status === 401) return { que: "entrar" };
  if (status === 403 && cuerpo?.codigo === "AVISO_PENDIENTE") return { que: "aviso" };
  if (status === 403) return { que: "renovar_token" };
  if (status === 413) return { que: "partir", revisionesMax: cuerpo?.max_items, bytesMax: cuerpo?.max_bytes };
  if (status === 426) return { que: "actualizar" };
  if (status === 400 || status === 422) return { que: "partir_hasta_una", mensaje: cuerpo?.mensaje ?? "" };
  if (status === 429 || status >= 500) return { que: "esperar", segundos: reintentarEn };
  return { que: "portal" };
}

/** Only a receipt with the same revision and the same hash confirms; what the answer does not name stays ready. When the
    server misses the base of one, its confirmed ancestors go again: the server lost them. */
export function aplicar(revisiones, enviadas, resultados) {
  const dichas = new Map(resultados.map((r) => [r.revision, r]));
  const ids = new Set(enviadas.map((r) => r.revision));
  const porId = new Map(revisiones.map((r) => [r.revision, r]));
  const sinBase = enviadas.filter((r) => dichas.get(r.revision)?.estado === "falta_base");
  const perdidas = new Set(sinBase.flatMap((r) => antecesoras(r, porId)).filter((r) => r.estado === "confirmada"));
  return revisiones.map((r) => {
    if (ids.has(r.revision)) return segunLoDicho(r, dichas.get(r.revision));
    return perdidas.has(r) ? { ...r, estado: "lista" } : r;
  });
}

function segunLoDicho(revision, dicha) {
  if (dicha?.recibo && dicha.hash === revision.hash)
    return { ...revision, estado: "confirmada", recibo: dicha.recibo, recibidoEn: dicha.recibido_en };
  if (dicha?.estado === "rechazada") return { ...revision, estado: "rechazada", errores: dicha.errores ?? [] };
  if (dicha?.estado === "conflicto") return { ...revision, estado: "en_conflicto", codigo: dicha.codigo, cabeza: dicha.cabeza };
  if (dicha?.estado === "sin_asignacion") return { ...revision, estado: "en_cuarentena", errores: dicha.errores ?? [] };
  return { ...revision, estado: "lista" };
}

/** Two halves of a batch that the server could not take whole. */
export function partir(lote) {
  const medio = Math.ceil(lote.length / 2);
  return [lote.slice(0, medio), lote.slice(medio)];
}

/** Seconds until the next try: full jitter, 30 s to an hour, never before what the server asked. */
export function espera(intento, azar, pedidos = 0) {
  const techo = Math.min(ESPERA_MAXIMA_S, ESPERA_MINIMA_S * 2 ** Math.min(intento, 12));
  return Math.max(pedidos || 0, azar * techo);
}

/** Whether a confirmed revision may leave the device: older than 30 days and not the head of its visit. */
export function purgables(revisiones, ahora) {
  const cabezas = new Map();
  for (const r of revisiones) {
    const cabeza = cabezas.get(r.visita);
    if (!cabeza || cabeza.secuencia < r.secuencia) cabezas.set(r.visita, r);
  }
  const limite = ahora - 30 * 24 * 3600 * 1000;
  return revisiones.filter(
    (r) => r.estado === "confirmada" && Date.parse(r.recibidoEn) < limite && cabezas.get(r.visita) !== r,
  );
}

/** The counters of the outbox: {estado: how many}, every state named. */
const NO_COINCIDE = "HUELLA_NO_COINCIDE";

/** Whether that is what stops a revision: correcting its text would not help it. */
export function seGuardaOtraVez({ estado, codigo, errores = [] }) {
  return (estado === "en_conflicto" && codigo === "HASH_DISTINTO") || (estado === "rechazada" && errores.some((e) => e.codigo === NO_COINCIDE));
}

export function cuentas(revisiones) {
  const total = Object.fromEntries([...ESTADOS, "por_guardar"].map((estado) => [estado, 0]));
  for (const r of revisiones) total[seGuardaOtraVez(r) ? "por_guardar" : r.estado] += 1;
  return total;
}

/** How many of each form wait to be sent: {formulario: how many}. */
export function porEnviarDeCada(revisiones) {
  const total = {};
  for (const { estado, formulario = "visita" } of revisiones) if (POR_ENVIAR.has(estado)) total[formulario] = (total[formulario] ?? 0) + 1;
  return total;
}
