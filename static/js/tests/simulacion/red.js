/* A network that lies. Each request asks `falla()` what goes wrong with it, and waits its turn on the way and back. */

import { MEDIO } from "../../campo/cola.js";

export const FALLAS_DE_ENVIO = [
  "se_pierde",
  "se_corta",
  "llega_tarde",
  "se_repite",
  "portal",
  "portal_json",
  "error_500",
  "demasiado",
  "sesion",
  "csrf",
  "truncada",
  "a_medias",
  "desordenada",
  "servidor_cae",
];

const json = (status, cuerpo, tipo = "application/json") => ({ status, tipo, cuerpo, reintentarEn: 0 });
const SIN_LLEGAR = {
  se_pierde: () => null,
  portal: () => json(200, null, "text/html"),
  portal_json: () => json(200, { resultados: [], bienvenida: "Acepta las condiciones" }),
  error_500: () => json(503, null, "text/html"),
  sesion: () => json(401, { codigo: "SIN_SESION" }),
  csrf: () => json(403, null, "text/html"),
};

/** `turno()` waits until the scheduler lets this tab go on; `tardias` collects the batches that arrive long after. */
export function crearRed({ servidor, falla, turno, tardias }) {
  async function enviar(lote) {
    await turno();
    const cual = falla("envio");
    if (cual in SIN_LLEGAR) return SIN_LLEGAR[cual]();
    if (cual === "llega_tarde") return void tardias.push(structuredClone(lote)) ?? null;
    if (cual === "demasiado" && lote.revisiones.length > 1) return json(413, { max_items: 50, max_bytes: 1_048_576 });
    if (servidor.ilegible(lote)) return json(400, { mensaje: "no tiene la forma." });
    const pedir = () => servidor.recibir(structuredClone(lote), { seCae: cual === "servidor_cae", antesDeGuardar: turno });
    if (cual === "se_repite") await pedir();
    const dicho = await pedir();
    if (dicho === null) return null;
    await turno();
    return devolver(cual, dicho.resultados);
  }

  function devolver(cual, resultados) {
    if (cual === "se_corta") return null;
    if (cual === "truncada") return json(207, null, MEDIO);
    if (cual === "a_medias") return json(207, { resultados: resultados.slice(resultados.length / 2) }, MEDIO);
    if (cual === "desordenada") return json(207, { resultados: [...resultados].reverse() }, MEDIO);
    return json(207, { resultados }, MEDIO);
  }

  return {
    enviar,
    async estado() {
      await turno();
      if (falla("estado")) return null;
      return { servicio: "acompana", min_cliente: 1, csrf: "t", usuario: "ana", epoca: servidor.epoca };
    },
    /** The version that stands is asked for and not given: what the device does with one is cabezas.test.js. */
    async cabeza() {
      await turno();
      return json(404, null);
    },
    async recibos(ids) {
      await turno();
      return falla("recibos") ? null : json(200, { recibos: servidor.recibos(ids) });
    },
  };
}
