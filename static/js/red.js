// The state of the network in the bar. Who captures visits calls `pintarRed` with what it knows.

/** What the bar says for a state: the long parts hide at 360 px, the number and the icon stay. */
export function textoDeRed({ enLinea, porEnviar }) {
  const nada = porEnviar === 0;
  if (enLinea && nada) return { icono: "nube", clase: "", antes: "Todo enviado", corto: "", despues: "" };
  return {
    icono: enLinea ? "subir" : "nubeno",
    clase: enLinea ? "" : "ac-red--no",
    antes: enLinea ? "" : nada ? "Sin conexión" : "Sin conexión · ",
    corto: nada ? "" : String(porEnviar),
    despues: nada ? "" : " por enviar",
  };
}

/** Writes the state in the bar's element ([data-red]) and shows it. */
export function pintarRed(elemento, estado) {
  const { icono, clase, antes, corto, despues } = textoDeRed(estado);
  elemento.classList.toggle("ac-red--no", clase !== "");
  elemento.querySelector("use").setAttribute("href", `${elemento.dataset.sprite}#i-${icono}`);
  elemento.querySelector("[data-red-antes]").textContent = antes;
  elemento.querySelector("[data-red-corto]").textContent = corto;
  elemento.querySelector("[data-red-despues]").textContent = despues;
  elemento.hidden = false;
}
