/* The content of a visit as flat form values and back: what visitas/forms/visita/plano.py does, on the device.
   Both are held together by visitas/tests/vectores_formulario.json. */

export const PASOS = ["describir", "explicar", "confrontar", "reconstruir"];
const SUBCAMPOS = { nota: ["hora", "texto"], compromiso: ["id", "que", "hasta", "como"] };
const VISIBLES = { nota: ["hora", "texto"], compromiso: ["que", "hasta", "como"] };
const SIMPLES = ["tipo", "fecha", "inicio", "fin", "seccion", "analisis", "preguntas"];

/** A text as the content keeps it: NFC, \n line ends, no blanks around, no control characters. */
export function limpiar(valor) {
  const texto = String(valor ?? "").replace(/\r\n?/g, "\n").normalize("NFC");
  return texto.replace(/(?![\n\t])\p{Cc}|\p{Surrogate}/gu, "").trim();
}

/** "8:05", "08:05:00" → "08:05"; what is not an hour stays as it is. */
export function hora(valor) {
  const hallada = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(limpiar(valor));
  return hallada ? `${hallada[1].padStart(2, "0")}:${hallada[2]}` : limpiar(valor);
}

/** The written rows of a kind, in order: {subcampo: texto, indice}. */
export function filas(valores, clase) {
  const indices = new Set();
  const forma = new RegExp(`^${clase}_(\\d+)_`);
  for (const campo of Object.keys(valores)) {
    const hallada = forma.exec(campo);
    if (hallada) indices.add(Number(hallada[1]));
  }
  return [...indices]
    .sort((a, b) => a - b)
    .map((indice) => {
      const fila = Object.fromEntries(SUBCAMPOS[clase].map((s) => [s, limpiar(valores[`${clase}_${indice}_${s}`])]));
      return { ...fila, indice };
    })
    .filter((fila) => VISIBLES[clase].some((s) => fila[s]));
}

/** Marked codes in their order, then the person's own words; a word that names a code is that code. */
export function conOtras(marcadas, escritas, opciones) {
  const porNombre = new Map(Object.entries(opciones).map(([codigo, nombre]) => [nombre.toLowerCase(), codigo]));
  const propias = limpiar(escritas)
    .split(",")
    .map((p) => p.trim())
    .filter(Boolean)
    .map((p) => porNombre.get(p.toLowerCase()) ?? p);
  const elegidas = Object.keys(opciones).filter((c) => (marcadas ?? []).includes(c));
  return [...new Set([...elegidas, ...propias])];
}

/**
 * Return the content of the values. `contexto` has docente, programada (or null), instrumento {codigo, version}, grados
 * (codes in order), areas and lenguas {code: name}, competencias (numbers in order), verificables (ids in order) and
 * nuevoId().
 */
export function componer(valores, contexto) {
  const texto = (campo) => limpiar(valores[campo]);
  return {
    docente: contexto.docente,
    tipo: texto("tipo"),
    programada: contexto.programada,
    instrumento: contexto.instrumento,
    fecha: texto("fecha"),
    inicio: hora(valores.inicio),
    fin: hora(valores.fin),
    grados: grados(valores, contexto.grados),
    seccion: texto("seccion"),
    areas: conOtras(valores.areas, valores.area_otra, contexto.areas),
    lenguas: conOtras(valores.lenguas, valores.lengua_otra, contexto.lenguas),
    cuaderno: filas(valores, "nota").map((fila) => ({ hora: hora(fila.hora), texto: fila.texto })),
    analisis: texto("analisis"),
    preguntas: texto("preguntas"),
    niveles: niveles(valores, contexto.competencias),
    dialogo: Object.fromEntries(PASOS.map((paso) => [paso, texto(paso)])),
    verificaciones: verificaciones(valores, contexto.verificables),
    compromisos: filas(valores, "compromiso").map(({ id, que, hasta, como }) => ({ id: id || contexto.nuevoId(), que, hasta, como })),
    acuerdo: valores.acuerdo === "on",
  };
}

function grados(valores, codigos) {
  return codigos
    .map((grado) => ({ grado, presentes: limpiar(valores[`presentes_${grado}`]) }))
    .filter(({ presentes }) => presentes !== "")
    .map(({ grado, presentes }) => ({ grado, presentes: /^\d+$/.test(presentes) ? Number(presentes) : presentes }));
}

function niveles(valores, numeros) {
  return numeros
    .filter((n) => valores[`nivel_${n}`])
    .map((n) => {
      const nivel = valores[`nivel_${n}`];
      return { competencia: n, nivel: nivel === "no" ? null : Number(nivel), evidencia: limpiar(valores[`evidencia_${n}`]) };
    });
}

function verificaciones(valores, ids) {
  return ids
    .filter((id) => valores[`verificacion_${id}_estado`])
    .map((id) => ({
      compromiso: id,
      estado: valores[`verificacion_${id}_estado`],
      comentario: limpiar(valores[`verificacion_${id}_comentario`]),
    }));
}

/** Return the flat values of a content, to open it again in the form. `contexto` has areas and lenguas. */
export function aplanar(contenido, contexto) {
  const plano = Object.fromEntries(SIMPLES.map((campo) => [campo, contenido[campo] ?? ""]));
  if (contenido.acuerdo) plano.acuerdo = "on";
  for (const { grado, presentes } of contenido.grados) plano[`presentes_${grado}`] = String(presentes);
  marcar(plano, "areas", "area_otra", contenido.areas, contexto.areas);
  marcar(plano, "lenguas", "lengua_otra", contenido.lenguas, contexto.lenguas);
  contenido.cuaderno.forEach((nota, i) => ponerFila(plano, "nota", i, nota));
  for (const { competencia, nivel, evidencia } of contenido.niveles) {
    plano[`nivel_${competencia}`] = nivel === null ? "no" : String(nivel);
    plano[`evidencia_${competencia}`] = evidencia;
  }
  for (const paso of PASOS) plano[paso] = contenido.dialogo[paso];
  for (const { compromiso, estado, comentario } of contenido.verificaciones) {
    plano[`verificacion_${compromiso}_estado`] = estado;
    plano[`verificacion_${compromiso}_comentario`] = comentario;
  }
  contenido.compromisos.forEach((compromiso, i) => ponerFila(plano, "compromiso", i, compromiso));
  return plano;
}

/** Put values of a list that has boxes and a place for others. */
export function marcar(plano, campo, otra, valores, opciones) {
  plano[campo] = valores.filter((v) => v in opciones);
  plano[otra] = valores.filter((v) => !(v in opciones)).join(", ");
}

function ponerFila(plano, clase, indice, fila) {
  for (const sub of SUBCAMPOS[clase]) plano[`${clase}_${indice}_${sub}`] = fila[sub];
}

/** The values of a form in the page: the last of each name, and every one of the boxes that may be several. */
export function leer(formulario, varios) {
  const datos = new FormData(formulario);
  const valores = Object.fromEntries([...datos.entries()].filter(([campo]) => campo !== "csrfmiddlewaretoken"));
  for (const campo of varios) valores[campo] = datos.getAll(campo);
  return valores;
}

/** Put values into a form of the page whose rows are already as many as needed. */
export function poner(formulario, valores) {
  for (const [campo, valor] of Object.entries(valores)) {
    const control = formulario.elements.namedItem(campo);
    if (!control) continue;
    const controles = control instanceof Element ? [control] : [...control];
    for (const c of controles) {
      if (c.type === "checkbox") c.checked = Array.isArray(valor) ? valor.includes(c.value) : valor === "on";
      else if (c.type === "radio") c.checked = c.value === valor;
      else c.value = valor ?? "";
    }
  }
}
