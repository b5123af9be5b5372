/* The screen where a visit is written on the device: the server's own form, kept in the vault as it is written. */

import { crearAutoguardado, textoDeEstado } from "../visita/autoguardado.js";
import { agregarFila, completarFilas, empezarFila } from "../visita/filas.js";
import { prepararNiveles } from "../nivel.js";
import { aviso, escribir, h, mostrar } from "./dibujo.js";
import { leer, poner } from "./formulario.js";
import { detalleDe, plan, visitasDe } from "./lecturas.js";
import { fecha, momento } from "./palabras.js";

const reloj = { setTimeout: (f, ms) => setTimeout(f, ms), clearTimeout: (id) => clearTimeout(id), now: () => performance.now() };

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

/** Beside the form: the last visit, the ones before and the plan, each as the server said it on `hechoEn`. */
function pintarPrevia(lugar, docente, visitas, hechoEn) {
  const [ultima, ...otras] = visitas;
  const primera = [h("p", { class: "ac-suave" }, "Es la primera visita en el programa.")];
  lugar.replaceChildren(
    h("h2", {}, "Visita anterior"),
    h("p", { class: "ac-suave ac-chico" }, `Según el servidor, el ${momento(hechoEn)}.`),
    ...(ultima ? [h("p", { class: "ac-suave" }, `${ultima.tipo} · ${fecha(ultima.fecha)}`), ...detalleDe(ultima)] : primera),
    ...(otras.length > 0 ? [h("details", { class: "ac-define ac-arriba" }, h("summary", {}, "Visitas de antes"), ...visitasDe(otras))] : []),
    h("details", { class: "ac-define ac-arriba" }, h("summary", {}, "Su plan del año"), ...plan(docente)),
  );
}

/** What was verified about commitments for which this form has no question any more: it stays as it was. */
function sinControl(formulario, valores) {
  const suyos = Object.entries(valores).filter(([campo]) => campo.startsWith("verificacion_") && !formulario.elements.namedItem(campo));
  return Object.fromEntries(suyos);
}

/** What the device can already tell is missing; the server checks everything again. */
export function faltantes(valores) {
  const faltan = [];
  for (const [campo, frase] of [["fecha", "Falta la fecha de la visita."], ["inicio", "Falta la hora de inicio."], ["fin", "Falta la hora de fin."]])
    if (!valores[campo]) faltan.push({ campo, mensaje: frase });
  if (valores.inicio && valores.fin && valores.fin <= valores.inicio)
    faltan.push({ campo: "fin", mensaje: `La hora de fin (${valores.fin}) no es posterior a la de inicio (${valores.inicio}).` });
  for (const [campo, valor] of Object.entries(valores)) {
    const numero = /^nivel_(\d+)$/.exec(campo)?.[1];
    if (numero && valor && valor !== "no" && !valores[`evidencia_${numero}`]?.trim())
      faltan.push({ campo: `evidencia_${numero}`, mensaje: `Competencia ${numero}: falta la evidencia. Escribe qué viste o escuchaste.` });
  }
  return faltan;
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

/**
 * Open the screen on a draft. `libreta` keeps it; `hechoEn` is when the server said what stands beside the form;
 * `alTerminar(revision)` and `alDescartar()` go on from there.
 */
export function abrirEscritura({ borrador, docente, hechoEn, libreta, titulo, alTerminar, alDescartar }) {
  const pantalla = mostrar("escribir");
  escribir(pantalla, "titulo", titulo);
  escribir(pantalla, "escuela", `${docente.escuela.nombre} · ${docente.escuela.modalidad}`);
  pantalla.querySelector("[data-hueco]").innerHTML = docente.html;
  const formulario = pantalla.querySelector("form");
  abrirFilas(formulario, borrador.valores);
  formulario.reset();
  poner(formulario, borrador.valores);
  abrirCompetencias(formulario, borrador.valores);
  prepararNiveles(formulario);
  pintarPrevia(pantalla.querySelector("[data-previa]"), docente, docente.visitas.filter((v) => v.id !== borrador.visita), hechoEn);
  if (borrador.errores?.length) mostrarErrores(pantalla, borrador.errores);

  const lugares = pantalla.querySelectorAll("[data-guardado]");
  const pintar = (estado, detalle) => {
    for (const lugar of lugares) {
      lugar.classList.toggle("ac-guardado--mal", estado === "fallo");
      lugar.querySelector("[data-guardado-texto]").textContent = textoDeEstado(estado, detalle).replace("Guardado,", "Guardado en este equipo,");
    }
  };
  const guardar = async () => {
    borrador.valores = { ...sinControl(formulario, borrador.valores), ...leer(formulario) };
    await libreta.guardar(borrador);
    const ahora = new Date();
    return { guardado: `${ahora.getHours()}:${String(ahora.getMinutes()).padStart(2, "0")}` };
  };
  const auto = crearAutoguardado({ enviar: guardar, pintar, reloj });
  formulario.addEventListener("input", auto.cambio);
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
      const faltan = faltantes(borrador.valores);
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
