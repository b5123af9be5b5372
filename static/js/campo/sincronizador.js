/* Sends what waits, one batch after the other, until nothing can go. Decides nothing by itself: the queue (cola.js) says
   who is sent and what an answer means; here its words become writes (almacen.js) and requests (conexion.js). */

import { canonico, huella } from "./canonico.js";
import { alFrente, porConsultar, porTraer, segunRecibos } from "./cabezas.js";
import { alEmpezar, aplicar, cuantasPorEnviar, partir, porEnviar, queHacer } from "./cola.js";

export const CLIENTE = 1;
const ESQUEMA = 1;
const MAXIMO_DE_RECIBOS = 500;
const MS_ENTRE_AVISOS = 6 * 3600 * 1000;

/**
 * `datos` has usuario, dispositivo, version (text). `reloj.ahora()` is a Date. `nuevoId()` mints a UUIDv7. `paquete` is
 * what the server said last of each visit's head, or null.
 */
export function crearSincronizador({ almacen, conexion, datos, reloj, nuevoId, paquete = null }) {
  const pedidas = new Set();
  let epocaVista = null;

  /** Leave nothing on its way: after a crash, or when an answer did not come. */
  async function recoger() {
    const todas = await almacen.revisiones();
    const cambiadas = alEmpezar(todas).filter((r, i) => r !== todas[i]);
    if (cambiadas.length > 0) await almacen.cambiarEstados(cambiadas);
  }

  async function mensaje(lote, todas) {
    const ids = new Set(lote.map((r) => r.revision));
    const quedan = todas.filter((r) => r.estado !== "confirmada" && !ids.has(r.revision));
    const revisiones = await Promise.all(lote.map(revisionConTexto));
    return {
      dispositivo: datos.dispositivo,
      cliente: datos.version,
      esquema: ESQUEMA,
      reloj: reloj.ahora().toISOString(),
      lote: nuevoId(),
      quedan: { cuantas: quedan.length, desde: masAntigua(quedan) },
      revisiones: revisiones.filter((r) => r.contenido !== null),
    };
  }

  /** `contenido` is null when another tab put a correction in its place meanwhile. */
  async function revisionConTexto(r) {
    return {
      visita: r.visita,
      revision: r.revision,
      base: r.base,
      formulario: r.formulario,
      formulario_version: r.formularioVersion,
      finalizada_en: r.finalizadaEn,
      secuencia: r.secuencia,
      hash: r.hash,
      contenido: await almacen.contenido(r.revision),
    };
  }

  async function rechazar(revision, mensajeDelServidor) {
    const errores = [{ campo: "", codigo: "NO_SE_PUDO_LEER", mensaje: mensajeDelServidor }];
    await almacen.cambiarEstados([{ ...revision, estado: "rechazada", errores }]);
  }

  /** Send one batch. Return what stops the round ({que, …}), or null to go on. */
  async function enviar(lote, sesion) {
    const todas = await almacen.revisiones();
    await almacen.cambiarEstados(lote.map((r) => ({ ...r, estado: "enviada" })));
    const accion = queHacer(await conexion.enviar(await mensaje(lote, todas), sesion.csrf));
    if (accion.que === "aplicar") return aplicarResultados(lote, accion.resultados, sesion);
    await recoger();
    if (accion.que === "partir" || accion.que === "partir_hasta_una") return enviarPartido(lote, accion, sesion);
    if (accion.que === "renovar_token" && !sesion.renovada) return enviarConOtroToken(lote, sesion);
    return accion;
  }

  async function aplicarResultados(lote, resultados, sesion) {
    const antes = await almacen.revisiones();
    const cambiadas = aplicar(antes, lote, resultados).filter((r, i) => r !== antes[i]);
    await almacen.cambiarEstados(cambiadas.map((r) => ({ ...r, epoca: sesion.epoca })));
    sesion.confirmadas += cambiadas.filter((r) => r.estado === "confirmada").length;
    sesion.avanzar();
    return null;
  }

  async function enviarPartido(lote, accion, sesion) {
    sesion.avanzar();
    if (lote.length === 1) {
      await rechazar(lote[0], accion.mensaje || "El servidor no pudo recibir este registro: es demasiado grande.");
      return null;
    }
    for (const mitad of partir(lote)) {
      const alto = await enviar(mitad, sesion);
      if (alto) return alto;
    }
    return null;
  }

  async function enviarConOtroToken(lote, sesion) {
    const estado = await conexion.estado();
    if (!estado) return { que: "portal" };
    sesion.csrf = estado.csrf;
    sesion.renovada = true;
    return enviar(lote, sesion);
  }

  /** Ask the server about revisions and write what `leer(tanda, cuerpo)` makes of each. Return what stops, or null. */
  async function preguntar(revisiones, estado, leer) {
    for (let i = 0; i < revisiones.length; i += MAXIMO_DE_RECIBOS) {
      const tanda = revisiones.slice(i, i + MAXIMO_DE_RECIBOS);
      const respuesta = await conexion.recibos(tanda.map((r) => r.revision), estado.csrf);
      if (respuesta?.status !== 200 || !Array.isArray(respuesta.cuerpo?.recibos)) return queHacer(respuesta);
      const cambiadas = leer(tanda, respuesta.cuerpo).filter((r, j) => r !== tanda[j]);
      if (cambiadas.length > 0) await almacen.cambiarEstados(cambiadas.map((r) => ({ ...r, epoca: estado.epoca })));
    }
    return null;
  }

  /** After a restore from backup: what the server no longer holds goes again (offline-sync.md §4, `epoca`). What it kept
      aside goes again too: to send it twice changes nothing. Each revision carries the epoch in which the server spoke of
      it, for an answer from before the restore may be written after another tab has checked. */
  async function comprobarEpoca(estado) {
    const otras = (await almacen.revisiones()).filter((r) => r.epoca !== estado.epoca);
    const aparte = otras.filter((r) => r.estado === "en_conflicto" || r.estado === "en_cuarentena");
    if (aparte.length > 0) await almacen.cambiarEstados(aparte.map((r) => ({ ...r, estado: "lista" })));
    const confirmadas = otras.filter((r) => r.estado === "confirmada");
    return preguntar(confirmadas, estado, (tanda, { recibos }) => {
      const enElServidor = new Map(recibos.map((r) => [r.revision, r.hash]));
      return tanda.map((r) => (enElServidor.get(r.revision) === r.hash ? { ...r } : { ...r, estado: "lista" }));
    });
  }

  /** Learn what became of conflicts and of what waited for the coordinator. */
  const consultar = async (estado) => preguntar(porConsultar(await almacen.revisiones()), estado, segunRecibos);

  /** Bring the versions that stand and are not here, each asked once while the notebook is open. */
  async function traerCabezas() {
    for (const { visita, revision, por } of porTraer(await almacen.revisiones(), paquete)) {
      if (pedidas.has(revision)) continue;
      const respuesta = await conexion.cabeza(por);
      if (respuesta === null || respuesta.status === 429 || respuesta.status >= 500) return;
      pedidas.add(revision);
      if (respuesta.status === 200 && respuesta.cuerpo?.contenido) await guardarTraida({ ...respuesta.cuerpo, visita });
    }
  }

  /** What came is kept only when it has the hash that it says (P5), and from then on it is the head that is known here. */
  async function guardarTraida(traida) {
    const { contenido, visita, revision, base, hash, recibo, formulario } = traida;
    const texto = canonico(contenido);
    if ((await huella(texto)) !== hash) return;
    const publico = { visita, revision, base, hash, recibo, formulario, bytes: texto.length + 600, epoca: epocaVista, traida: true };
    const fechas = { formularioVersion: traida.formulario_version, finalizadaEn: traida.finalizada_en, recibidoEn: traida.recibido_en };
    await almacen.guardarTraida({ ...publico, ...fechas }, contenido);
    const antes = (await almacen.revisiones()).filter((r) => r.visita === visita && r.cabeza && r.cabeza.revision !== revision);
    await almacen.cambiarEstados(antes.map((r) => ({ ...r, cabeza: { revision, hash, recibido_en: traida.recibido_en } })));
  }

  /** Bring a visit that this device may not have. Return the revision to amend, or null: no network, or not one's own. */
  async function traer(visita) {
    const respuesta = await conexion.cabeza(visita);
    if (respuesta?.status === 200 && respuesta.cuerpo?.contenido) await guardarTraida(respuesta.cuerpo);
    return alFrente((await almacen.revisiones()).filter((r) => r.visita === visita))[0] ?? null;
  }

  /** Nothing could be sent and something stays: say so now and then, for whoever may help to get it out. */
  async function avisarQueQuedan(estado) {
    const todas = await almacen.revisiones();
    const antes = Date.parse((await almacen.leerAjuste("ultimoAviso")) ?? "") || 0;
    if (todas.every((r) => r.estado === "confirmada") || reloj.ahora() - antes < MS_ENTRE_AVISOS) return;
    const respuesta = await conexion.enviar(await mensaje([], todas), estado.csrf);
    if (queHacer(respuesta).que === "aplicar") await almacen.ponerAjuste("ultimoAviso", reloj.ahora().toISOString());
  }

  function impedimento(estado) {
    if (!estado) return { que: estado === false ? "portal" : "sin_red" };
    if (estado.min_cliente > CLIENTE) return { que: "actualizar" };
    if (estado.usuario === null) return { que: "entrar" };
    return estado.usuario === datos.usuario ? null : { que: "otra_persona" };
  }

  /** What a round carries from one batch to the next. `total` grows with what is finished meanwhile. */
  function abrirEnvio({ csrf, epoca }, alAvanzar) {
    const sesion = { csrf, epoca, renovada: false, confirmadas: 0, total: 0, avanzar: () => alAvanzar({ confirmadas: sesion.confirmadas, total: sesion.total }) };
    return sesion;
  }

  /** Send batch after batch. Return what stops, or null when nothing more can go. */
  async function enviarTodo(estado, alAvanzar) {
    const sesion = abrirEnvio(estado, alAvanzar);
    const saltar = new Set();
    for (;;) {
      const todas = await almacen.revisiones();
      const lote = porEnviar(todas, { saltar });
      if (lote.length === 0) break;
      sesion.total = saltar.size + cuantasPorEnviar(todas, saltar);
      sesion.avanzar();
      const detenido = await enviar(lote, sesion);
      if (detenido) return detenido;
      for (const r of lote) saltar.add(r.revision);
    }
    if (saltar.size === 0) await avisarQueQuedan(estado);
    return null;
  }

  /** Send everything that can go, and learn what changed on the server. Return {que: "listo"} or what stopped it. Safe to call at any
      time. `alAvanzar({confirmadas, total})` is told how far this round is each time that the server has answered. */
  async function sincronizar(alAvanzar = () => {}) {
    await recoger();
    const estado = await conexion.estado();
    const alto = impedimento(estado);
    if (alto) return alto;
    epocaVista = estado.epoca;
    const detenido = (await comprobarEpoca(estado)) ?? (await consultar(estado)) ?? (await enviarTodo(estado, alAvanzar));
    if (detenido) return detenido;
    await traerCabezas();
    await almacen.ponerAjuste("ultimoEnvio", reloj.ahora().toISOString());
    return { que: porEnviar(await almacen.revisiones()).length === 0 ? "listo" : "esperar" };
  }

  return { sincronizar, traer };
}

function masAntigua(revisiones) {
  return revisiones.map((r) => r.finalizadaEn).sort()[0] ?? null;
}
