// A form typed from paper: the same draft as the ordinary page, saved by the same modules.
import { crearEnvioConVersion } from "../linea_de_base/envio.js";
import { crearAutoguardado } from "../visita/autoguardado.js";
import { RELOJ, envioDe, guardarAlSalir, pintarGuardado } from "../visita/en_pagina.js";
import { crearEnvio } from "../visita/envio.js";
import { agregarFila, empezarFila } from "../visita/filas.js";
import { aclararAlSalir } from "./aclarar.js";
import { enfocar, todos } from "./renglones.js";
import { avisarSinEnviar } from "./sin_enviar.js";
import { prepararTeclado } from "./teclado.js";

const formulario = document.querySelector("[data-transcribir]");
const boton = formulario.querySelector("[data-terminar]");

// A characterisation's draft has a version. What saves nothing by itself goes with its buttons, and is not left unsent unawares.
const conVersion = Boolean(formulario.elements.version);
const enviar = envioDe(conVersion ? crearEnvioConVersion : crearEnvio, formulario);
const conBotones = formulario.dataset.transcribir === "sin-borrador";
const auto = conBotones ? avisarSinEnviar(window) : crearAutoguardado({ enviar, pintar: pintarGuardado, reloj: RELOJ });
aclararAlSalir(formulario, Number(formulario.dataset.anio));
prepararTeclado({
  formulario,
  barra: formulario.querySelector("[data-ir]"),
  cambio: auto.cambio,
  terminar: () => boton.click(),
});

let listo = !conVersion;
formulario.addEventListener("submit", async (evento) => {
  if (conBotones || (evento.submitter === boton && listo)) return auto.soltar();
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

if (!conBotones) guardarAlSalir(auto, enviar);

// With errors the list has the focus; without them, typing begins at once.
if (!document.querySelector("[data-errores]")) {
  const renglones = todos(formulario);
  enfocar(renglones.find((r) => r.vacio) ?? renglones[0]);
}
