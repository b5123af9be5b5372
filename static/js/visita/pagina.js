// The page where a visit is written: wires the form to its modules. Everything here works without it too.
import { crearAutoguardado } from "./autoguardado.js";
import { RELOJ, envioDe, guardarAlSalir, pintarGuardado } from "./en_pagina.js";
import { crearEnvio } from "./envio.js";
import { agregarFila, empezarFila } from "./filas.js";
import { marcarActual, pintarIndice, seccionActual } from "./indice.js";

const formulario = document.querySelector("[data-visita]");
const indice = document.querySelector("[data-indice]");

const enviar = envioDe(crearEnvio, formulario);

async function enviarYPintar(opciones) {
  const respuesta = await enviar(opciones);
  pintarIndice(indice, respuesta.secciones);
  return respuesta;
}

const auto = crearAutoguardado({ enviar: enviarYPintar, pintar: pintarGuardado, reloj: RELOJ });
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

guardarAlSalir(auto, enviar);

function mirar() {
  const secciones = [...formulario.querySelectorAll("section.ac-seccion")];
  const posiciones = secciones.map((s) => ({ id: s.id, arriba: s.getBoundingClientRect().top }));
  marcarActual(indice, seccionActual(posiciones, innerHeight / 3));
}
addEventListener("scroll", mirar, { passive: true });
mirar();
