// Sends the form to the server and understands the answer, whatever stands in between.

const SESION = "tu sesión terminó. Entra de nuevo en otra pestaña y sigue: lo escrito sigue aquí.";
const RED = "no hay señal. Sigue escribiendo; se intentará de nuevo.";
const SERVIDOR = "el servidor no respondió bien. Sigue escribiendo; se intentará de nuevo.";
const PERDIDO = "este borrador ya no existe: quizá la visita se terminó en otra pestaña. Copia lo que falte.";

/** The sentence for an answer that is not ours, or "" when it is: a sign-in page, a portal, an error. */
export function motivoDe({ estado, tipo, redirigida }) {
  if (estado === 404) return PERDIDO;
  if (redirigida || estado === 401 || estado === 403) return SESION;
  if (estado !== 200 || !tipo.startsWith("application/json")) return SERVIDOR;
  return "";
}

/** Return a function that posts the form as it stands and gives the server's JSON, or rejects with a sentence. */
export function crearEnvio({ formulario, traer, datosDe }) {
  return async function enviar({ alSalir = false } = {}) {
    let respuesta;
    try {
      respuesta = await traer(formulario.action, {
        method: "POST",
        body: datosDe(formulario),
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        keepalive: alSalir,
      });
    } catch {
      throw new Error(RED);
    }
    const motivo = motivoDe({
      estado: respuesta.status,
      tipo: respuesta.headers.get("Content-Type") ?? "",
      redirigida: respuesta.redirected,
    });
    if (motivo) throw new Error(motivo);
    return respuesta.json();
  };
}
