// The page where a school is characterised: saves by itself and adds lines. Everything here works without it too.
import { crearAutoguardado, textoDeEstado } from "../visita/autoguardado.js";
import { agregarFila, empezarFila } from "../visita/filas.js";
import { crearEnvioConVersion } from "./envio.js";

const formulario = document.querySelector("[data-linea-de-base]");
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

const enviar = crearEnvioConVersion({
  formulario,
  traer: (...argumentos) => fetch(...argumentos),
  datosDe: (form) => new URLSearchParams(new FormData(form)),
});
const auto = crearAutoguardado({ enviar, pintar, reloj });

document.addEventListener("input", (evento) => evento.target.form === formulario && auto.cambio());

formulario.addEventListener("submit", async (evento) => {
  const boton = evento.submitter;
  if (boton?.dataset.listo === "si") return auto.soltar();
  evento.preventDefault();
  if (!boton?.hasAttribute("data-terminar")) return auto.guardar();
  // What is on its way brings a new version: finishing waits for it.
  await auto.guardar();
  boton.dataset.listo = "si";
  return boton.click();
});

for (const boton of formulario.querySelectorAll("[data-agregar]")) {
  boton.type = "button";
  boton.addEventListener("click", () => {
    const fila = agregarFila(formulario.querySelector(`[data-filas="${boton.dataset.agregar}"]`));
    if (!fila) return boton.setAttribute("disabled", "");
    return empezarFila(fila, boton.dataset.agregar, new Date());
  });
}
