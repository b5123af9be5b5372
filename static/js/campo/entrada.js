/* The screen that opens the notebook of one person of this device. */

import { aviso, h, mostrar } from "./dibujo.js";

/** `abrir(cuenta, clave)` opens it or throws the reason why not; `motivo` is [title, text] of why the one before was closed. */
export async function pantallaDeEntrada({ equipo, abrir, motivo = null }) {
  const pantalla = mostrar("entrar");
  const formulario = pantalla.querySelector("[data-formulario]");
  const { cuenta, clave } = formulario.elements;
  const personas = await equipo.personas();
  pantalla.querySelector("[data-cuentas]").append(...personas.map((p) => h("option", { value: p.cuenta }, p.nombre)));
  if (personas.length === 1) cuenta.value = personas[0].cuenta;
  if (motivo) pantalla.querySelector("[data-error]").append(aviso("ojo", ...motivo));
  formulario.addEventListener("submit", async (evento) => {
    evento.preventDefault();
    const boton = formulario.querySelector("button");
    boton.disabled = true;
    try {
      await abrir(cuenta.value.trim().toLowerCase(), clave.value);
    } catch (error) {
      pantalla.querySelector("[data-error]").replaceChildren(aviso("mal", "No se abrió.", error.message, "alerta"));
      clave.focus();
    } finally {
      boton.disabled = false;
    }
  });
}
