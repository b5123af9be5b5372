/* The two versions of a record on the device, in words, where they differ. Each form has its own reading: DE_FORMULARIO. */

import { escribir, h, mostrar } from "./dibujo.js";
import { fecha, momento, romano } from "./palabras.js";
import { deBase, deSesion } from "./versiones_de_registros.js";

const PASOS = { describir: "Describir", explicar: "Explicar", confrontar: "Confrontar", reconstruir: "Reconstruir" };

/** A visit as [title, text] in the order of its form; what is empty says nothing. */
function deVisita(contenido, { tipos = {}, areas = {}, lenguas = {} } = {}) {
  const nombres = (codigos, catalogo) => (codigos ?? []).map((c) => catalogo[c] ?? c).join(", ");
  const niveles = (contenido.niveles ?? []).map((n) => [`Competencia ${n.competencia}`, `${n.nivel === null ? "No observado" : `Nivel ${romano(n.nivel)}`}. ${n.evidencia}`]);
  const compromisos = (contenido.compromisos ?? []).map((c, i) => [`Compromiso ${i + 1}`, `${c.que} Hasta el ${fecha(c.hasta)}. ${c.como}`]);
  return [
    ["Tipo de visita", tipos[contenido.tipo] ?? contenido.tipo],
    ["Fecha", fecha(contenido.fecha)],
    ["Horas", `${contenido.inicio} a ${contenido.fin}`],
    ["Estudiantes presentes", (contenido.grados ?? []).map((g) => `${g.grado}.º ${g.presentes}`).join(", ")],
    ["Áreas trabajadas", nombres(contenido.areas, areas)],
    ["Lenguas usadas", nombres(contenido.lenguas, lenguas)],
    ["Sección", contenido.seccion],
    ["Cuaderno de campo", (contenido.cuaderno ?? []).map((n) => `${n.hora} ${n.texto}`).join("\n")],
    ["Análisis crítico", contenido.analisis],
    ["Preguntas para el diálogo", contenido.preguntas],
    ...niveles,
    ...Object.entries(PASOS).map(([paso, titulo]) => [titulo, contenido.dialogo?.[paso]]),
    ...compromisos,
    ["Acuerdo", contenido.acuerdo ? "Sí" : "No"],
  ];
}

const DE_FORMULARIO = { visita: deVisita, sesion_grupal: deSesion, sesion_no_realizada: deSesion, sesion_nueva: deSesion, caracterizacion: deBase };

const deSesiones = (_sesion, { docentes, escuelas = [], registros }) => ({
  docentes: Object.fromEntries(docentes.map((d) => [d.id, d.nombre])),
  escuelas: Object.fromEntries(escuelas.map((e) => [e.codigo, e.nombre])),
  motivos: registros?.sesion_no_realizada?.motivos,
  ...registros?.sesion_nueva,
});

const CATALOGOS = {
  visita: (docente, paquete) => docente && paquete.formularios[docente.nivel],
  sesion_grupal: deSesiones,
  sesion_no_realizada: deSesiones,
  sesion_nueva: deSesiones,
  caracterizacion: (escuela, paquete) => escuela && paquete.registros?.caracterizacion[escuela.nivel],
};

/** The words of a form for `objeto`, which may no longer be in the package: codes are said as they are. */
export const catalogoDe = (formulario, objeto, paquete) => (paquete && CATALOGOS[formulario]?.(objeto, paquete)) || undefined;

/** [{titulo, servidor, mia}] of what two contents say differently; with one of them missing, everything of the other. */
export function diferencias(formulario, { servidor, mia }, catalogo) {
  const leer = DE_FORMULARIO[formulario];
  if (!leer) return [];
  const [suya, otra] = [servidor, mia].map((c) => new Map(c ? leer(c, catalogo) : []));
  const titulos = [...new Set([...suya.keys(), ...otra.keys()])];
  return titulos
    .map((titulo) => ({ titulo, servidor: suya.get(titulo) ?? "", mia: otra.get(titulo) ?? "" }))
    .filter((d) => d.servidor !== d.mia);
}

const parte = (rotulo, texto) => h("div", {}, h("dt", {}, rotulo), h("dd", { class: "ac-texto-largo" }, texto || "(nada)"));

/** Paint both versions. `direccion` is the page where the person chooses; `enLinea`, whether it can be reached. */
function pintarVersiones(pantalla, { linea, versiones, catalogo, direccion, enLinea }) {
  const { revision } = linea;
  const distintas = diferencias(revision.formulario, versiones, catalogo);
  pantalla.querySelector("[data-elegir]").replaceChildren(
    enLinea
      ? h("a", { class: "btn btn-primary", href: direccion, target: "_blank", rel: "noopener" }, "Comparar y elegir", h("span", { class: "visually-hidden" }, " (se abre en otra pestaña)"))
      : h("p", { class: "ac-suave" }, "Para elegir hace falta señal. Mientras tanto aquí están las dos: nada se borra."),
  );
  const rotulo = versiones.servidor ? `Según el servidor, el ${momento(revision.cabeza?.recibido_en)}` : "Según el servidor: se traerá con señal";
  const filas = distintas.map((d) => h("section", { class: "ac-hoja" }, h("h2", {}, d.titulo), h("dl", { class: "ac-cambio__dos" }, parte(rotulo, d.servidor), parte(`Según este equipo, terminada el ${momento(revision.finalizadaEn)}`, d.mia))));
  pantalla.querySelector("[data-versiones]").replaceChildren(...(filas.length > 0 ? filas : [h("p", {}, "Las dos dicen lo mismo.")]));
}

/** The screen of both. `conflictos` is the address under which the person chooses. */
export async function abrirVersiones(linea, { libreta, paquete, enLinea, conflictos }) {
  const { revision } = linea;
  const versiones = await libreta.versiones(revision);
  const { formulario = "visita" } = revision;
  const catalogo = catalogoDe(formulario, libreta.objetoDe({ ...versiones.mia, formulario }), paquete);
  const pantalla = mostrar("conflicto");
  escribir(pantalla, "titulo", formulario === "visita" ? `${linea.titulo} con ${linea.nombre}` : `${linea.titulo} · ${linea.nombre}`);
  pintarVersiones(pantalla, { linea, versiones, catalogo, direccion: `${conflictos}${revision.revision}/`, enLinea: enLinea !== false });
}
