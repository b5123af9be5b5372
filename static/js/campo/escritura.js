/* The screen where a visit, a session or a baseline is written on the device: the server's own form, kept in the vault as
   it is written. What is of one form only is in vistas.js. */

import { prepararTeclado } from "../transcripcion/teclado.js";
import { crearAutoguardado, textoDeEstado } from "../visita/autoguardado.js";
import { RELOJ } from "../visita/en_pagina.js";
import { agregarFila, completarFilas, empezarFila } from "../visita/filas.js";
import { aviso, escribir, h, mostrar } from "./dibujo.js";
import { leer, poner } from "./formulario.js";
import { formularioDe } from "./formularios/index.js";

/** Make the form's rows as many as the values need. */
function abrirFilas(formulario, valores) {
  for (const lista of formulario.querySelectorAll("[data-filas]")) {
    const clase = lista.dataset.filas;
    const indices = Object.keys(valores).map((campo) => new RegExp(`^${clase}_(\\d+)_`).exec(campo)?.[1]).filter(Boolean).map(Number);
    completarFilas(lista, Math.max(-1, ...indices) + 1);
  }
}

function abrirCompetencias(formulario, valores) {
  for (const otra of formulario.querySelectorAll("details.ac-otra"))
    otra.open = [...otra.querySelectorAll("[name]")].some((c) => valores[c.name]);
}

/** What was verified about commitments for which this form has no question any more: it stays as it was. */
function sinControl(formulario, valores) {
  const suyos = Object.entries(valores).filter(([campo]) => campo.startsWith("verificacion_") && !formulario.elements.namedItem(campo));
  return Object.fromEntries(suyos);
}

function mostrarErrores(pantalla, errores) {
  const lista = h("ul", {}, ...errores.map((e) => h("li", {}, e.campo ? h("a", { href: `#id_${e.campo}` }, e.mensaje) : e.mensaje)));
  const caja = aviso("mal", errores.length === 1 ? "Revisa un dato." : `Revisa ${errores.length} datos.`, "Lo que escribiste sigue aquí.", "alerta");
  caja.lastChild.append(lista);
  caja.tabIndex = -1;
  pantalla.querySelector("[data-error]").replaceChildren(caja);
  for (const enlace of lista.querySelectorAll("a"))
    enlace.addEventListener("click", (evento) => {
      evento.preventDefault();
      const control = pantalla.querySelector(enlace.getAttribute("href")) ?? pantalla.querySelector(`[name="${enlace.hash.slice(4)}"]`);
      if (control?.closest("details")) control.closest("details").open = true;
      control?.focus();
    });
  caja.focus();
}

/** The keys of the transcription (transcripcion/teclado.js), and those that only make sense here; a text keeps its Enter. A form
    that does not print has no numbered items, and their keys are not offered. */
function prepararAtajos(pantalla, formulario, cambio) {
  const mas = { lista: () => (location.hash = "#bandeja"), nota: () => formulario.querySelector("[data-agregar=nota]")?.click() };
  const terminar = () => formulario.requestSubmit();
  const barra = pantalla.querySelector("[data-ir]");
  barra.hidden = formulario.querySelector("[data-renglon]") === null;
  prepararTeclado({ formulario, barra, cambio, terminar, seguido: true, mas });
}

/** Open the screen on a draft as `vista` (vistas.js) says. `libreta` keeps it; `alTerminar(revision)` and `alDescartar()`
    go on from there. */
export function abrirEscritura({ borrador, vista, libreta, alTerminar, alDescartar }) {
  const { varios } = formularioDe(borrador);
  const pantalla = mostrar("escribir");
  escribir(pantalla, "titulo", vista.titulo);
  escribir(pantalla, "escuela", vista.lugar);
  pantalla.querySelector("[data-hueco]").innerHTML = vista.html;
  const formulario = pantalla.querySelector("form");
  vista.alAbrir?.(formulario);
  abrirFilas(formulario, borrador.valores);
  formulario.reset();
  poner(formulario, borrador.valores);
  abrirCompetencias(formulario, borrador.valores);
  vista.preparar?.(formulario);
  pantalla.querySelector("[data-previa]").replaceChildren(...vista.previa);
  if (borrador.errores?.length) mostrarErrores(pantalla, borrador.errores);

  const lugares = pantalla.querySelectorAll("[data-guardado]");
  const pintar = (estado, detalle) => {
    for (const lugar of lugares) {
      lugar.classList.toggle("ac-guardado--mal", estado === "fallo");
      lugar.querySelector("[data-guardado-texto]").textContent = textoDeEstado(estado, detalle).replace("Guardado,", "Guardado en este equipo,");
    }
  };
  const guardar = async () => {
    borrador.valores = { ...sinControl(formulario, borrador.valores), ...leer(formulario, varios) };
    await libreta.guardar(borrador);
    const ahora = new Date();
    return { guardado: `${ahora.getHours()}:${String(ahora.getMinutes()).padStart(2, "0")}` };
  };
  const auto = crearAutoguardado({ enviar: guardar, pintar, reloj: RELOJ });
  prepararAtajos(pantalla, formulario, auto.cambio);
  for (const boton of formulario.querySelectorAll("[data-agregar]"))
    boton.addEventListener("click", () => {
      const lista = formulario.querySelector(`[data-filas="${boton.dataset.agregar}"]`);
      const fila = agregarFila(lista);
      if (!fila) return boton.setAttribute("disabled", "");
      empezarFila(fila, boton.dataset.agregar, new Date());
      return auto.cambio();
    });
  let terminando = false;
  formulario.addEventListener("submit", async (evento) => {
    evento.preventDefault();
    if (terminando) return;
    terminando = true;
    try {
      await auto.guardar();
      await guardar();
      const faltan = libreta.faltantes(borrador);
      if (faltan.length > 0) return void mostrarErrores(pantalla, faltan);
      const revision = await libreta.terminar(borrador);
      auto.soltar();
      alTerminar(revision);
    } catch (error) {
      mostrarErrores(pantalla, [{ campo: "", mensaje: `No se pudo guardar en este equipo: ${error.message} Tu texto sigue en la página.` }]);
    } finally {
      terminando = false;
    }
  });
  formulario.querySelector("[data-descartar]")?.addEventListener("click", async () => {
    auto.soltar();
    await alDescartar(borrador);
  });
  return { pendiente: auto.pendiente, guardar: auto.guardar };
}
