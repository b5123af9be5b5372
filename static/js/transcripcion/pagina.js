// A form typed from paper: the same draft as the ordinary page, saved by the same modules.
import { crearEnvioConVersion } from "../linea_de_base/envio.js";
import { crearAutoguardado, textoDeEstado } from "../visita/autoguardado.js";
import { crearEnvio } from "../visita/envio.js";
import { agregarFila, empezarFila } from "../visita/filas.js";
import { enfocar, todos } from "./renglones.js";
import { prepararTeclado } from "./teclado.js";

const formulario = document.querySelector("[data-transcribir]");
const boton = formulario.querySelector("[data-terminar]");
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

// A characterisation's draft has a version; a group session has no draft, and is sent once, at the end.
const conVersion = Boolean(formulario.elements.version);
const enviar = (conVersion ? crearEnvioConVersion : crearEnvio)({
  formulario,
  traer: (...argumentos) => fetch(...argumentos),
  datosDe: (form) => new URLSearchParams(new FormData(form)),
});
const sinBorrador = { cambio: () => {}, pendiente: () => false, soltar: () => {} };
const auto = formulario.dataset.transcribir === "sin-borrador" ? sinBorrador : crearAutoguardado({ enviar, pintar, reloj });
prepararTeclado({
  formulario,
  barra: formulario.querySelector("[data-ir]"),
  anio: Number(formulario.dataset.anio),
  cambio: auto.cambio,
  terminar: () => boton.click(),
});

let listo = !conVersion;
formulario.addEventListener("submit", async (evento) => {
  if (evento.submitter === boton && listo) return auto.soltar();
  evento.preventDefault();
  if (evento.submitter !== boton) return auto.guardar();
  // What is on its way brings a new version: finishing waits for it.
  await auto.guardar();
  listo = true;
  return boton.click();
});

for (const otra of formulario.querySelectorAll("[data-agregar]")) {
  otra.type = "button";
  otra.addEventListener("click", () => {
    const fila = agregarFila(formulario.querySelector(`[data-filas="${otra.dataset.agregar}"]`));
    if (fila) empezarFila(fila, "", new Date());
  });
}

addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && auto.pendiente()) enviar({ alSalir: true }).catch(() => {});
});

// With errors the list has the focus; without them, typing begins at once.
if (!document.querySelector("[data-errores]")) {
  const renglones = todos(formulario);
  enfocar(renglones.find((r) => r.vacio) ?? renglones[0]);
}
