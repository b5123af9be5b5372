// Sends the draft with the version that the person was looking at, and takes the new one from the answer.
import { crearEnvio } from "../visita/envio.js";

/** Like crearEnvio; a refusal (409) gives the server's own sentence, and nothing was saved. */
export function crearEnvioConVersion({ formulario, traer, datosDe }) {
  let motivo = "";
  const enviar = crearEnvio({
    formulario,
    datosDe,
    traer: async (...argumentos) => {
      const respuesta = await traer(...argumentos);
      motivo = respuesta.status === 409 ? (await respuesta.json()).motivo : "";
      return respuesta;
    },
  });
  return async function enviarConVersion(opciones) {
    try {
      const respuesta = await enviar(opciones);
      formulario.elements.version.value = respuesta.version;
      return respuesta;
    } catch (error) {
      throw motivo ? new Error(motivo) : error;
    }
  };
}
