// Fills in a form from the keyboard alone: keys, jumps by item number, what is left blank.
import { agregarFila } from "../visita/filas.js";
import { buscar, enBlancoDe, siguiente } from "./recorrido.js";
import { enfocar, leer, marcar, quitar, teclasDe, todos } from "./renglones.js";
import { accionDe } from "./teclas.js";
import { ponerEnClaro } from "./tecleo.js";

const cajaDe = (control) => control.closest("[data-renglon]");

/** Show in its item what cannot be read, or take it away. */
function decir(control, error) {
  const caja = cajaDe(control);
  caja.querySelector("[data-ilegible]")?.remove();
  control.classList.toggle("is-invalid", Boolean(error));
  if (!error) return control.removeAttribute("aria-invalid");
  control.setAttribute("aria-invalid", "true");
  const aviso = document.createElement("p");
  aviso.className = "ac-error";
  aviso.dataset.ilegible = "";
  aviso.setAttribute("role", "alert");
  aviso.textContent = error;
  return caja.append(aviso);
}

function aclarar(control, anio) {
  const { texto, error } = ponerEnClaro(control.dataset.teclea, control.value, anio);
  if (!error) control.value = texto;
  decir(control, error);
}

/**
 * Start on `formulario`. `barra` has [data-quedan], [data-ir-aviso] and the box to jump; `anio` is the year of days
 * without one; `cambio()` is called when something changed, and `terminar()` for Ctrl + Enter.
 */
export function prepararTeclado({ formulario, barra, anio, cambio, terminar }) {
  const caja = barra.querySelector("input");
  const avisoDeSalto = barra.querySelector("[data-ir-aviso]");
  let antes = null;

  function pintar() {
    const quedan = enBlancoDe(todos(formulario));
    barra.querySelector("[data-quedan]").textContent = quedan === 1 ? "1 renglón en blanco" : `${quedan} renglones en blanco`;
  }

  function seguir(lugar, renglones) {
    const actual = renglones[lugar];
    const destino = siguiente(renglones, lugar);
    if (destino === "agregar") {
      const fila = agregarFila(actual.caja.closest("[data-filas]"));
      if (fila) return enfocar(leer(fila.querySelector("[data-renglon]")));
      return ir(renglones, lugar + 1);
    }
    return ir(renglones, destino);
  }

  function ir(renglones, lugar) {
    if (lugar < renglones.length) return enfocar(renglones[lugar]);
    return formulario.querySelector("[data-terminar]").focus();
  }

  function avanzar(desde) {
    const renglones = todos(formulario);
    seguir(
      renglones.findIndex((r) => r.caja === desde),
      renglones,
    );
  }

  const hacer = {
    ir: ({ control }) => {
      antes = control;
      caja.value = "";
      caja.focus();
    },
    termina: () => terminar(),
    sigue: ({ renglon }) => avanzar(renglon.caja),
    marca: ({ renglon, tecla }) => marcar(renglon.controles, tecla),
    quita: ({ renglon }) => quitar(renglon.controles),
    no: ({ renglon }) => {
      quitar(renglon.controles);
      avanzar(renglon.caja);
    },
    elige: ({ renglon, tecla }) => {
      if (renglon.tipo === "casilla") renglon.controles[0].checked || renglon.controles[0].click();
      else marcar(renglon.controles, tecla);
      avanzar(renglon.caja);
    },
  };

  formulario.addEventListener("keydown", (evento) => {
    if (evento.target === caja || evento.isComposing) return;
    const origen = cajaDe(evento.target);
    if (!origen && evento.key !== "F2") return;
    const renglon = origen && leer(origen);
    const { key, shiftKey: shift, ctrlKey: ctrl, altKey: alt } = evento;
    const teclas = renglon ? teclasDe(renglon.controles) : [];
    const accion = accionDe({ tipo: renglon?.tipo, key, teclas, shift, ctrl, alt });
    if (!accion) return;
    evento.preventDefault();
    hacer[accion.hace]({ ...accion, renglon, control: evento.target });
  });

  caja.addEventListener("keydown", (evento) => {
    if (evento.key !== "Enter" && evento.key !== "Escape") return;
    evento.preventDefault();
    const renglones = todos(formulario);
    const lugar = evento.key === "Enter" ? buscar(renglones, caja.value) : -1;
    const nada = evento.key === "Enter" && caja.value.trim() !== "" && lugar < 0;
    avisoDeSalto.textContent = nada ? `No hay un renglón «${caja.value}».` : "";
    if (nada) return caja.select();
    return lugar >= 0 ? enfocar(renglones[lugar]) : antes?.focus();
  });

  formulario.addEventListener("focusout", ({ target }) => {
    if (target.dataset.teclea) aclarar(target, anio);
  });
  formulario.addEventListener("input", ({ target }) => {
    if (target === caja) return;
    pintar();
    cambio();
  });
  for (const pieza of formulario.querySelectorAll("[data-con-teclado]")) pieza.hidden = false;
  pintar();
  return { avanzar, pintar };
}
