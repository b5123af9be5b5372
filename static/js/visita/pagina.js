// The page where a visit is written: wires the form to its modules. Everything here works without it too.
import { crearAutoguardado, textoDeEstado } from "./autoguardado.js";
import { crearEnvio } from "./envio.js";
import { agregarFila, empezarFila } from "./filas.js";
import { marcarActual, pintarIndice, seccionActual } from "./indice.js";

const formulario = document.querySelector("[data-visita]");
const indice = document.querySelector("[data-indice]");
const reloj = {
  setTimeout: (tarea, ms) => setTimeout(tarea, ms),
  clearTimeout: (id) => clearTimeout(id),
  now: () => performance.now(),
};

function pintar(estado, detalle) {
  for (const lugar of document.querySelectorAll("[data-guardado]")) {
    lugar.classList.toggle("ac-guardado--mal", estado === "fallo");
    lugar.querySelector("[data-guardado-texto]").textContent = textoDeEstado(estado, detalle);
  }
}

const enviar = crearEnvio({
  formulario,
  traer: (...argumentos) => fetch(...argumentos),
  datosDe: (form) => new URLSearchParams(new FormData(form)),
});

async function enviarYPintar(opciones) {
  const respuesta = await enviar(opciones);
  pintarIndice(indice, respuesta.secciones);
  return respuesta;
}

const auto = crearAutoguardado({ enviar: enviarYPintar, pintar, reloj });
const esDelFormulario = (evento) => evento.target.form === formulario;

document.addEventListener("input", (evento) => esDelFormulario(evento) && auto.cambio());

formulario.addEventListener("submit", (evento) => {
  if (evento.submitter?.hasAttribute("data-terminar")) return auto.soltar();
  evento.preventDefault();
  return auto.guardar();
});

for (const boton of formulario.querySelectorAll("[data-agregar]")) {
  boton.type = "button";
  boton.addEventListener("click", () => {
    const lista = formulario.querySelector(`[data-filas="${boton.dataset.agregar}"]`);
    const fila = agregarFila(lista);
    if (!fila) return boton.setAttribute("disabled", "");
    empezarFila(fila, boton.dataset.agregar, new Date());
    return auto.cambio();
  });
}

addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && auto.pendiente()) enviar({ alSalir: true }).catch(() => {});
});

function mirar() {
  const secciones = [...formulario.querySelectorAll("section.ac-seccion")];
  const posiciones = secciones.map((s) => ({ id: s.id, arriba: s.getBoundingClientRect().top }));
  marcarActual(indice, seccionActual(posiciones, innerHeight / 3));
}
addEventListener("scroll", mirar, { passive: true });
mirar();
