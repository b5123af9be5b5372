// What the keyboard meets on a page: `teclado.empezar()` numbers the stops; each Tab is noted; `teclado.faltas()` tells.
(() => {
  const PARADAS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const CAMPOS = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea";
  let orden = [];
  let vistas = [];
  let sombras = new Map();

  const nombre = (e) => `<${e.tagName.toLowerCase()} ${e.name || e.id || e.className}> ${texto(e).slice(0, 40)}`;
  const texto = (e) => (e.textContent || e.value || "").trim().replace(/\s+/g, " ");
  const parte = (e) => (e.labels && e.labels[0]) || e.closest("label") || e;
  const diminuta = (e) => {
    const caja = e.getBoundingClientRect();
    return caja.width < 4 || caja.height < 4 || getComputedStyle(e).opacity === "0";
  };
  // A control drawn by its label (levels, big options) is where its label is.
  const aLaVista = (e) => (diminuta(e) ? parte(e) : e);

  function esParada(e) {
    if (e.disabled || e.tabIndex < 0 || e.type === "hidden" || e.closest("[inert]")) return false;
    if (!e.checkVisibility({ visibilityProperty: true })) return false;
    return e.type !== "radio" || laDelGrupo(e) === e;
  }

  function laDelGrupo(e) {
    const grupo = [...document.getElementsByName(e.name)].filter((r) => r.type === "radio" && r.form === e.form);
    return grupo.find((r) => r.checked) || grupo.find((r) => !r.disabled);
  }

  const foco = (e) => {
    const estilo = getComputedStyle(e);
    const borde = estilo.outlineStyle !== "none" && parseFloat(estilo.outlineWidth) >= 2;
    return borde || (estilo.boxShadow !== "none" && estilo.boxShadow !== sombras.get(e));
  };
  const cercanas = (e) => [e, parte(e), e.nextElementSibling, e.parentElement].filter(Boolean);

  function tapada(e) {
    const cosa = aLaVista(e);
    return ![...cosa.getClientRects()].some((caja) => {
      const izquierda = Math.max(caja.left, 0), derecha = Math.min(caja.right, innerWidth);
      const arriba = Math.max(caja.top, 0), abajo = Math.min(caja.bottom, innerHeight);
      if (derecha <= izquierda || abajo <= arriba) return false;
      const encima = document.elementFromPoint((izquierda + derecha) / 2, (arriba + abajo) / 2);
      return encima && (cosa.contains(encima) || parte(e).contains(encima));
    });
  }

  function nombrada(e) {
    if (e.getAttribute("aria-label") || e.getAttribute("aria-labelledby")) return true;
    if (e.matches(CAMPOS)) return [...(e.labels || [])].some((l) => texto(l));
    return Boolean(texto(e) || e.title || e.querySelector("[aria-label], title, img[alt]"));
  }

  // Noted when the next Tab goes down: by then the page has scrolled to where this one led.
  function anotar() {
    const e = document.activeElement;
    if (vistas.at(-1)?.e === e || (e === document.body && !vistas.length)) return;
    const faltas = [];
    if (e !== document.body) {
      if (!cercanas(e).some(foco)) faltas.push("no muestra el foco");
      if (tapada(e)) faltas.push("queda fuera de la vista o tapado");
    }
    vistas.push({ e, faltas });
  }

  function delFormulario(form) {
    const campos = [...form.elements].filter((e) => e.matches(CAMPOS) && e.checkVisibility());
    const envios = [...form.elements].filter((e) => e.type === "submit" && orden.includes(e));
    if (campos.length && !envios.length) return [`el formulario ${form.action} no tiene cómo enviarse`];
    return envios.filter((e) => {
      const caja = e.getBoundingClientRect();
      return caja.width < 24 || caja.height < 24;
    }).map((e) => `${nombre(e)} mide menos de 24 × 24`);
  }

  // A page may put the focus on a field of its own; the walk begins at the first line all the same.
  function alPrincipio() {
    document.body.tabIndex = -1;
    document.body.focus({ preventScroll: true });
    document.body.blur();
    document.body.removeAttribute("tabindex");
  }

  window.teclado = {
    // The browser gives `autofocus` its focus when it next paints, which may come after the page has loaded.
    asentada() {
      const suyo = document.querySelector("[autofocus]");
      return !suyo || document.activeElement === suyo;
    },
    empezar() {
      document.querySelectorAll("details").forEach((d) => { d.open = true; });
      alPrincipio();
      orden = [...document.querySelectorAll(PARADAS)].filter(esParada);
      sombras = new Map(orden.flatMap(cercanas).map((e) => [e, getComputedStyle(e).boxShadow]));
      vistas = [];
      document.addEventListener("keydown", (k) => { if (k.key === "Tab") anotar(); }, true);
      return orden.length;
    },
    termino() {
      anotar();
      return vistas.length > 1 && [document.body, vistas[0].e].includes(vistas.at(-1).e);
    },
    faltas() {
      const recorrido = vistas.map((v) => v.e).filter((e, i, todas) => e !== document.body && todas.indexOf(e) === i);
      const faltas = vistas.flatMap((v) => v.faltas.map((f) => `${nombre(v.e)} ${f}`));
      const sin = orden.filter((e) => !recorrido.includes(e)).map((e) => `no se llega con Tab a ${nombre(e)}`);
      const de_mas = recorrido.filter((e) => !orden.includes(e)).map((e) => `Tab se detiene en ${nombre(e)}`);
      const comunes = recorrido.filter((e) => orden.includes(e));
      const esperado = orden.filter((e) => comunes.includes(e));
      const salto = comunes.findIndex((e, i) => e !== esperado[i]);
      const fuera = salto < 0 ? [] : [`Tab va a ${nombre(comunes[salto])} antes que a ${nombre(esperado[salto])}`];
      const mudas = orden.filter((e) => !nombrada(e)).map((e) => `${nombre(e)} no tiene etiqueta`);
      const ancho = document.documentElement.scrollWidth;
      const desborde = ancho > innerWidth ? [`mide ${ancho} px de ancho en una pantalla de ${innerWidth}`] : [];
      return [...new Set([...desborde, ...faltas, ...sin, ...de_mas, ...fuera, ...mudas,
        ...[...document.forms].flatMap(delFormulario)])];
    },
  };
})();
