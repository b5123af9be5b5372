/* Small pieces of the page: elements with text, never HTML that came from data. */

/** h("li", {class: "x", onclick: f}, "text", child…) → an element. */
export function h(etiqueta, atributos = {}, ...hijos) {
  const elemento = document.createElement(etiqueta);
  for (const [nombre, valor] of Object.entries(atributos)) {
    if (valor === null || valor === false) continue;
    if (nombre.startsWith("on")) elemento[nombre] = valor;
    else elemento.setAttribute(nombre, valor === true ? "" : valor);
  }
  elemento.append(...hijos.filter((hijo) => hijo !== null && hijo !== false && hijo !== ""));
  return elemento;
}

export function icono(nombre, sprite = document.body.dataset.sprite) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "ac-icono");
  svg.setAttribute("aria-hidden", "true");
  const uso = document.createElementNS("http://www.w3.org/2000/svg", "use");
  uso.setAttribute("href", `${sprite}#i-${nombre}`);
  svg.append(uso);
  return svg;
}

export function aviso(tono, titulo, texto, nombreDeIcono = "info") {
  const rol = tono === "mal" ? "alert" : "status";
  return h("div", { class: `ac-aviso ac-aviso--${tono}`, role: rol }, icono(nombreDeIcono), h("div", {}, h("b", {}, titulo), ` ${texto}`));
}

export const chip = (tono, nombreDeIcono, texto) => h("span", { class: `ac-chip ac-chip--${tono}` }, icono(nombreDeIcono), texto);

/** A screen from its <template>, in place of the one before, with the focus on its title. What went well was said there. */
export function mostrar(id) {
  document.querySelector("[data-avisos] > .ac-aviso--ok")?.remove();
  const lugar = document.querySelector("[data-pantalla]");
  lugar.replaceChildren(document.getElementById(`p-${id}`).content.cloneNode(true));
  const titulo = lugar.querySelector("h1");
  titulo.tabIndex = -1;
  titulo.focus({ preventScroll: true });
  scrollTo(0, 0);
  return lugar;
}

const pulsables = (fila) => [fila, ...fila.querySelectorAll("*")];

/** `vieja`, that reads the same as `nueva`, does from now on what `nueva` would. */
function heredar(vieja, nueva) {
  const nuevos = pulsables(nueva);
  pulsables(vieja).forEach((elemento, i) => (elemento.onclick = nuevos[i].onclick));
  return vieja;
}

/** Put `filas` in `lista` and leave where it is each row that reads the same: the finger already on its button must not miss it. */
export function renovar(lista, filas) {
  const viejas = [...lista.children];
  const definitivas = filas.map((nueva) => {
    const igual = viejas.findIndex((vieja) => vieja.isEqualNode(nueva));
    return igual < 0 ? nueva : heredar(viejas.splice(0, igual + 1).at(-1), nueva);
  });
  for (const sobra of [...lista.children].filter((fila) => !definitivas.includes(fila))) sobra.remove();
  definitivas.forEach((fila, i) => fila === lista.children[i] || lista.insertBefore(fila, lista.children[i] ?? null));
}

/** Paint lists again and leave the focus on the button that says the same, if one still does. */
export function conElFoco(pantalla, pintar) {
  const lista = document.activeElement?.closest("ul");
  const dice = lista && pantalla.contains(lista) ? document.activeElement.textContent : null;
  pintar();
  if (dice === null || lista.contains(document.activeElement)) return;
  [...lista.querySelectorAll("button")].find((b) => b.textContent === dice)?.focus({ preventScroll: true });
}

/** Write `texto` in every element of the screen that asks for it by data-<nombre>. */
export function escribir(pantalla, nombre, texto) {
  for (const lugar of pantalla.querySelectorAll(`[data-${nombre}]`)) lugar.textContent = texto;
}
