// The page where a school is characterised: saves by itself and adds lines. Everything here works without it too.
import { crearAutoguardado } from "../visita/autoguardado.js";
import { RELOJ, envioDe, pintarGuardado } from "../visita/en_pagina.js";
import { agregarFila, empezarFila } from "../visita/filas.js";
import { crearEnvioConVersion } from "./envio.js";

const formulario = document.querySelector("[data-linea-de-base]");

const enviar = envioDe(crearEnvioConVersion, formulario);
const auto = crearAutoguardado({ enviar, pintar: pintarGuardado, reloj: RELOJ });

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
