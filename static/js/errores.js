// After a form comes back with errors, the focus starts at their list, and each link lands inside its field.

/** The field that a link such as "#id_fecha" names, or null. */
export function campoDe(enlace, documento) {
  const destino = enlace.getAttribute("href") ?? "";
  return destino.startsWith("#") ? documento.getElementById(decodeURIComponent(destino.slice(1))) : null;
}

export function enfocarErrores(documento) {
  const lista = documento.querySelector("[data-errores]");
  if (!lista) return;
  lista.focus();
  lista.addEventListener("click", (evento) => {
    const enlace = evento.target.closest("a");
    const campo = enlace && campoDe(enlace, documento);
    if (!campo) return;
    evento.preventDefault();
    campo.focus();
    campo.scrollIntoView({ block: "center" });
  });
}
