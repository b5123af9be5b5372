// A form that is sent with its buttons and not by itself: the browser asks before what was typed is left unsent.

/** Return {cambio, soltar}: what was written is pending from one to the other. `ventana` is where "beforeunload" comes. */
export function avisarSinEnviar(ventana) {
  let pendiente = false;
  ventana.addEventListener("beforeunload", (evento) => {
    if (pendiente) evento.preventDefault();
  });
  return {
    cambio: () => {
      pendiente = true;
    },
    soltar: () => {
      pendiente = false;
    },
  };
}
