// Fills in a form from the keyboard alone: keys, jumps by item number, what is left blank.
import { agregarFila } from "../visita/filas.js";
import { buscar, deOtraSeccion, enBlancoDe, siguiente } from "./recorrido.js";
import { enfocar, leer, marcar, quitar, teclasDe, todos } from "./renglones.js";
import { accionDe } from "./teclas.js";

const cajaDe = (control) => control.closest("[data-renglon]");

/** The place of the item of a control, or of the last one before it; -1 before all of them. */
const lugarDe = (renglones, control) =>
  renglones.findLastIndex((r) => r.caja.contains(control) || r.caja.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING);

/** What the bar says is left; it may not say it. */
function pintarQuedan(barra, formulario) {
  const lugar = barra.querySelector("[data-quedan]");
  if (!lugar) return;
  const quedan = enBlancoDe(todos(formulario));
  lugar.textContent = quedan === 1 ? "1 renglón en blanco" : `${quedan} renglones en blanco`;
}

/** Hear the keys of the page for as long as the form is in it. */
function alPulsar(formulario, hacer) {
  const oir = (evento) => (formulario.isConnected ? hacer(evento) : document.removeEventListener("keydown", oir));
  document.addEventListener("keydown", oir);
}

/**
 * Start on `formulario`. `barra` has the box to jump, [data-ir-aviso] and, if the blanks are counted, [data-quedan]; `cambio()` is
 * called when something changed, and `terminar()` for Ctrl + Enter. `seguido`: Enter is another line of a text. `mas` are actions
 * that only some pages have (teclas.js): {lista(), nota()}.
 */
export function prepararTeclado({ formulario, barra, cambio, terminar, seguido = false, mas = {} }) {
  const caja = barra.querySelector("input");
  const avisoDeSalto = barra.querySelector("[data-ir-aviso]");
  let antes = null;

  const pintar = () => pintarQuedan(barra, formulario);

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
    return formulario.querySelector("[data-terminar]")?.focus();
  }

  function avanzar(desde) {
    const renglones = todos(formulario);
    seguir(
      renglones.findIndex((r) => r.caja === desde),
      renglones,
    );
  }

  const hacer = {
    ...mas,
    seccion: ({ control, paso }) => {
      const renglones = todos(formulario);
      ir(renglones, deOtraSeccion(renglones, lugarDe(renglones, control), paso));
    },
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

  alPulsar(formulario, (evento) => {
    if (evento.target === caja || evento.isComposing) return;
    const origen = formulario.contains(evento.target) && cajaDe(evento.target);
    const renglon = origen ? leer(origen) : null;
    const { key, shiftKey: shift, ctrlKey: ctrl, altKey: alt } = evento;
    const teclas = renglon ? teclasDe(renglon.controles) : [];
    const accion = accionDe({ tipo: renglon?.tipo, key, teclas, shift, ctrl, alt, seguido });
    if (!accion || !hacer[accion.hace]) return;
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

  formulario.addEventListener("input", ({ target }) => {
    if (target === caja) return;
    pintar();
    cambio();
  });
  for (const pieza of document.querySelectorAll("[data-con-teclado]")) pieza.hidden = false;
  pintar();
  return { avanzar, pintar };
}
