// The menu under 1200 px is a <details>: it opens without JavaScript; this closes it.

/** Closes the menu with Escape (the focus goes back to its button), a click outside or when the focus leaves. */
export function prepararMenu(documento) {
  const menu = documento.querySelector("[data-menu]");
  if (!menu) return;
  documento.addEventListener("keydown", (evento) => {
    if (evento.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  documento.addEventListener("click", (evento) => {
    if (!menu.contains(evento.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (evento) => {
    if (evento.relatedTarget && !menu.contains(evento.relatedTarget)) menu.open = false;
  });
}
