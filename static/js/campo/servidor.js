/* The server as the sign-in needs it (sesion.js), over the connection of the field app. */

/** The server is there and asks to wait. `segundos` is how long, 0 when it did not say. */
export class Ocupado extends Error {
  constructor(segundos) {
    const cuanto = segundos > 0 ? `unos ${Math.max(1, Math.ceil(segundos / 60))} min` : "un momento";
    super(`El servidor pide esperar ${cuanto}. Vuelve a intentarlo entonces.`);
    this.segundos = segundos;
  }
}

function revisarSiEspera(respuesta) {
  if (respuesta?.status === 429 || respuesta?.status === 503) throw new Ocupado(respuesta.reintentarEn);
}

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

/** Forms asked for together: on a network that takes two seconds to answer, one by one would be minutes. */
const A_LA_VEZ = 4;
const LIMITE_MS = 60_000;

export function crearServidor({ conexion, fetch, entrarUrl, salirUrl }) {
  /** Give each of these teachers the form of a visit. Return whether all came. */
  async function traerFormularios(docentes) {
    const respuestas = await Promise.all(docentes.map((d) => conexion.traer(`formulario/${d.id}`)));
    respuestas.forEach(revisarSiEspera);
    docentes.forEach((docente, i) => (docente.html = respuestas[i]?.cuerpo?.html));
    return respuestas.every((r) => r?.status === 200 && r.cuerpo?.html);
  }

  /** Post an ordinary form. Whether it worked, `estado` says: the page that answers is not read, nor is its absence. */
  async function mandarFormulario(url, campos) {
    const opciones = { method: "POST", body: new URLSearchParams(campos), credentials: "same-origin", signal: AbortSignal.timeout(LIMITE_MS) };
    await fetch(url, opciones).catch(() => null);
  }

  return {
    estado: () => conexion.estado(),
    entrar: (cuenta, clave, csrf) => mandarFormulario(entrarUrl, { username: cuenta, password: clave, csrfmiddlewaretoken: csrf }),
    salir: (csrf) => mandarFormulario(salirUrl, { csrfmiddlewaretoken: csrf }),
    /** The package and its forms (each teacher's, the session's, each level's baseline), or null when the network went away in
        between. Throws Ocupado. */
    async paquete() {
      const respuesta = await conexion.traer("paquete");
      revisarSiEspera(respuesta);
      if (respuesta?.status !== 200 || !respuesta.cuerpo?.docentes) return null;
      const paquete = respuesta.cuerpo;
      for (let i = 0; i < paquete.docentes.length; i += A_LA_VEZ)
        if (!(await traerFormularios(paquete.docentes.slice(i, i + A_LA_VEZ)))) return null;
      const formularios = await conexion.traer("formularios");
      if (formularios?.status !== 200 || !formularios.cuerpo?.sesion_grupal) return null;
      paquete.html = formularios.cuerpo;
      return paquete;
    },
    async recuperar(custodia, csrf) {
      const respuesta = await conexion.mandar("custodia", { custodia: base64(custodia) }, csrf);
      if (respuesta?.status !== 200) throw new Error(respuesta?.cuerpo?.mensaje ?? "No hay señal.");
      return Uint8Array.from(atob(respuesta.cuerpo.llave), (c) => c.charCodeAt(0));
    },
  };
}
