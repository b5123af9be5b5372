/* Sends what waits, one batch after the other, until nothing can go. Decides nothing by itself: the queue (cola.js) says
   who is sent and what an answer means; here its words become writes (almacen.js) and requests (conexion.js). */

import { alEmpezar, aplicar, partir, porEnviar, queHacer } from "./cola.js";

export const CLIENTE = 1;
const ESQUEMA = 1;
const MAXIMO_DE_RECIBOS = 500;

/** `datos` has usuario, dispositivo, version (text). `reloj.ahora()` is a Date. `nuevoId()` mints a UUIDv7. */
export function crearSincronizador({ almacen, conexion, datos, reloj, nuevoId }) {
  /** Leave nothing on its way: after a crash, or when an answer did not come. */
  async function recoger() {
    const todas = await almacen.revisiones();
    const cambiadas = alEmpezar(todas).filter((r, i) => r !== todas[i]);
    if (cambiadas.length > 0) await almacen.cambiarEstados(cambiadas);
  }

  async function mensaje(lote, todas) {
    const ids = new Set(lote.map((r) => r.revision));
    const quedan = todas.filter((r) => r.estado !== "confirmada" && !ids.has(r.revision));
    const revisiones = await Promise.all(
      lote.map(async (r) => ({
        visita: r.visita,
        revision: r.revision,
        base: r.base,
        formulario: r.formulario,
        formulario_version: r.formularioVersion,
        finalizada_en: r.finalizadaEn,
        secuencia: r.secuencia,
        hash: r.hash,
        contenido: await almacen.contenido(r.revision),
      })),
    );
    return {
      dispositivo: datos.dispositivo,
      cliente: datos.version,
      esquema: ESQUEMA,
      reloj: reloj.ahora().toISOString(),
      lote: nuevoId(),
      quedan: { cuantas: quedan.length, desde: masAntigua(quedan) },
      revisiones,
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
    if (accion.que === "aplicar") return aplicarResultados(lote, accion.resultados);
    await recoger();
    if (accion.que === "partir" || accion.que === "partir_hasta_una") return enviarPartido(lote, accion, sesion);
    if (accion.que === "renovar_token" && !sesion.renovada) return enviarConOtroToken(lote, sesion);
    return accion;
  }

  async function aplicarResultados(lote, resultados) {
    const ids = new Set(lote.map((r) => r.revision));
    const antes = await almacen.revisiones();
    const despues = aplicar(antes, lote, resultados);
    await almacen.cambiarEstados(despues.filter((r) => ids.has(r.revision)));
    const avanzo = despues.some((r) => ids.has(r.revision) && r.estado !== "lista");
    return avanzo ? null : { que: "esperar" };
  }

  async function enviarPartido(lote, accion, sesion) {
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

  /** After a restore from backup: what the server no longer holds goes again (offline-sync.md §4, `epoca`). */
  async function comprobarEpoca(estado) {
    if ((await almacen.leerAjuste("epoca")) === estado.epoca) return true;
    const confirmadas = (await almacen.revisiones()).filter((r) => r.estado === "confirmada");
    for (let i = 0; i < confirmadas.length; i += MAXIMO_DE_RECIBOS) {
      const tanda = confirmadas.slice(i, i + MAXIMO_DE_RECIBOS);
      const respuesta = await conexion.recibos(tanda.map((r) => r.revision), estado.csrf);
      if (respuesta?.status !== 200 || !Array.isArray(respuesta.cuerpo?.recibos)) return false;
      const enElServidor = new Map(respuesta.cuerpo.recibos.map((r) => [r.revision, r.hash]));
      const perdidas = tanda.filter((r) => enElServidor.get(r.revision) !== r.hash);
      await almacen.cambiarEstados(perdidas.map((r) => ({ ...r, estado: "lista" })));
    }
    await almacen.ponerAjuste("epoca", estado.epoca);
    return true;
  }

  function impedimento(estado) {
    if (!estado) return { que: "sin_red" };
    if (estado.min_cliente > CLIENTE) return { que: "actualizar" };
    if (estado.usuario === null) return { que: "entrar" };
    return estado.usuario === datos.usuario ? null : { que: "otra_persona" };
  }

  /** Send everything that can go. Return {que: "listo"} or what stopped it. Safe to call at any time. */
  async function sincronizar() {
    await recoger();
    const estado = await conexion.estado();
    const alto = impedimento(estado);
    if (alto) return alto;
    if (!(await comprobarEpoca(estado))) return { que: "esperar" };
    const sesion = { csrf: estado.csrf, renovada: false };
    for (;;) {
      const lote = porEnviar(await almacen.revisiones());
      if (lote.length === 0) break;
      const detenido = await enviar(lote, sesion);
      if (detenido) return detenido;
    }
    await almacen.ponerAjuste("ultimoEnvio", reloj.ahora().toISOString());
    return { que: "listo" };
  }

  return { sincronizar };
}

function masAntigua(revisiones) {
  return revisiones.map((r) => r.finalizadaEn).sort()[0] ?? null;
}
