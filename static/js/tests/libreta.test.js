import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { abrirAlmacen } from "../campo/almacen.js";
import { canonico, huella } from "../campo/canonico.js";
import { conLosDeAntes, crearLibreta } from "../campo/libreta.js";

const ARCHIVO = new URL("../../../visitas/tests/vectores_formulario.json", import.meta.url);
const { contexto, casos } = JSON.parse(readFileSync(ARCHIVO, "utf8"));
const { docente: id, verificables: _, ...formulario } = contexto;
const docente = { id, nombre: "Rosa Quispe", nivel: "primaria", compromisos: contexto.verificables.map((v) => ({ id: v, estado: "pendiente" })) };
const paquete = { docentes: [docente], formularios: { primaria: { ...formulario, version: 1, tipos: { A1: "Asesoría 1" } } } };
const identidad = { cifrar: async (v) => structuredClone(v), descifrar: async (v) => structuredClone(v) };
let bases = 0;
let ids = 0;

async function nueva() {
  const almacen = await abrirAlmacen(`libreta-${(bases += 1)}`, identidad);
  return { almacen, libreta: crearLibreta({ almacen, paquete, nuevoId: () => `id-${(ids += 1)}`, ahora: () => new Date("2026-06-15T18:00:00Z") }) };
}

test("la de un año anterior empieza en su día, y no abre el borrador de la misma visita de este año", async () => {
  const { libreta } = await nueva();
  const deEsteAnio = await libreta.empezar(docente, { tipo: "A1", programada: "p-2026", dia: "2026-05-04" });
  await libreta.guardar(deEsteAnio);

  const deAntes = await libreta.empezar(docente, { tipo: "A1", programada: "p-2025", dia: "2025-12-03" });

  assert.deepEqual([deEsteAnio.valores.fecha, deAntes.valores.fecha], ["2026-06-15", "2025-12-03"]);
  assert.notEqual(deAntes.visita, deEsteAnio.visita);
  assert.equal((await libreta.empezar(docente, { tipo: "A1", programada: "p-2026", dia: "2026-05-04" })).visita, deEsteAnio.visita);
});

test("una visita empezada, guardada y terminada queda lista con la huella de su contenido", async () => {
  const { almacen, libreta } = await nueva();
  const borrador = await libreta.empezar(docente, { tipo: "A1", programada: null });
  assert.equal(borrador.valores.fecha, "2026-06-15");
  borrador.valores = casos[0].plano;
  await libreta.guardar(borrador);
  const revision = await libreta.terminar(await almacen.leerBorrador(borrador.visita));

  const contenido = await almacen.contenido(revision.revision);
  assert.equal(revision.hash, await huella(canonico(contenido)));
  assert.equal(contenido.docente, id);
  assert.deepEqual((await libreta.lineas()).map((l) => [l.estado, l.nombre, l.titulo]), [["lista", "Rosa Quispe", "Asesoría 1"]]);
});

test("volver a empezar la misma visita abre el borrador que ya estaba", async () => {
  const { libreta } = await nueva();
  const primero = await libreta.empezar(docente, { tipo: "A1" });
  await libreta.guardar({ ...primero, valores: { ...primero.valores, analisis: "a medias" } });

  assert.equal((await libreta.empezar(docente, { tipo: "A1" })).valores.analisis, "a medias");
  assert.notEqual((await libreta.empezar(docente, { tipo: "D" })).visita, primero.visita);
});

async function conTerminada() {
  const todo = await nueva();
  const borrador = { ...(await todo.libreta.empezar(docente, { tipo: "A1" })), valores: casos[0].plano };
  const revision = await todo.libreta.terminar(borrador);
  return { ...todo, revision: (await todo.almacen.revisiones()).find((r) => r.revision === revision.revision) };
}

test("corregir una terminada hace otra encima, y la lista muestra solo la última", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  const borrador = await libreta.corregir(revision);
  const segunda = await libreta.terminar({ ...borrador, valores: { ...borrador.valores, fin: "13:00" } });

  assert.equal(segunda.base, revision.revision);
  assert.equal((await almacen.revisiones()).length, 2);
  assert.deepEqual((await libreta.lineas()).map((l) => l.revision.revision), [segunda.revision]);
});

test("corregir una rechazada ocupa su lugar, con la misma base y sus motivos a la vista", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  const errores = [{ campo: "fin", codigo: "X", mensaje: "Falta la hora de fin." }];
  await almacen.cambiarEstados([{ ...revision, estado: "rechazada", errores }]);
  const borrador = await libreta.corregir({ ...revision, estado: "rechazada", errores });
  const segunda = await libreta.terminar(borrador);

  assert.deepEqual(borrador.errores, errores);
  assert.equal(segunda.base, null);
  assert.deepEqual((await almacen.revisiones()).map((r) => r.revision), [segunda.revision]);
});

test("corregir conserva lo verificado aunque el compromiso ya no esté pendiente", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  const borrador = await libreta.corregir(revision);
  borrador.valores["verificacion_c-viejo_estado"] = "cumplido";
  const segunda = await libreta.terminar(borrador);

  assert.ok((await almacen.contenido(segunda.revision)).verificaciones.some((v) => v.compromiso === "c-viejo"));
});

test("de una visita con dos versiones el equipo tiene lo suyo y lo que trajo", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  await almacen.guardarTraida({ ...revision, revision: "m", cifrado: undefined }, { analisis: "La otra." });

  const versiones = await libreta.versiones({ ...revision, cabeza: { revision: "m" } });
  assert.deepEqual([versiones.base, versiones.servidor], [null, { analisis: "La otra." }]);
  assert.equal(versiones.mia.docente, id);
});

// --- Sessions and baselines

const registros = JSON.parse(readFileSync(new URL("../../../visitas/tests/vectores_registros.json", import.meta.url), "utf8"));
const deSesion = registros.sesion.casos[0];
const sesion = { id: registros.sesion.contexto.sesion, nombre: "Microtaller", tema: "Tiempo", fecha: "2026-10-29", inicio: "08:00", fin: "12:00", invitados: [], otros: 0, cabeza: null, contenido: null };
const momentos = ["inicio", "cierre"].map((momento) => ({ momento, nombre: momento, registro: null, terminada_en: null, en_linea: false, cabeza: null, contenido: null }));
const escuela = { codigo: "0259564-0", nombre: "Corlás", nivel: "primaria", anio: 2026, partida: { como_llegar: "A pie." }, momentos };
const opcionesDeBase = registros.base.contexto;
const conRegistros = (cambios) => ({
  ...paquete,
  hecho_en: "2026-11-01T00:00:00Z",
  docentes: registros.sesion.contexto.docentes.map((d) => ({ ...docente, id: d })),
  sesiones: [{ ...sesion, ...cambios?.sesion }],
  escuelas: [{ ...escuela, ...cambios?.escuela }],
  registros: { sesion_grupal: { version: 1 }, sesion_no_realizada: { version: 1, motivos: { lluvia: "Lluvias" } }, sesion_nueva: { version: 1, tipos: { gia: "Grupo de interaprendizaje" }, instrumento: registros.nueva.contexto.instrumento }, caracterizacion: { primaria: opcionesDeBase } },
});

async function nuevaCon(cambios) {
  const almacen = await abrirAlmacen(`libreta-${(bases += 1)}`, identidad);
  const suyo = conRegistros(cambios);
  const libreta = crearLibreta({ almacen, paquete: suyo, nuevoId: () => `id-${(ids += 1)}`, ahora: () => new Date("2026-10-30T18:00:00Z") });
  return { almacen, libreta, paquete: suyo };
}

test("una sesión se registra sobre la fila de su plan y queda lista con su formulario", async () => {
  const { almacen, libreta, paquete: suyo } = await nuevaCon();
  const borrador = await libreta.empezar(suyo.sesiones[0], {}, "sesion_grupal");
  assert.deepEqual([borrador.visita, borrador.base, borrador.valores.fecha], [sesion.id, null, "2026-10-29"]);
  borrador.valores = deSesion.plano;
  await libreta.guardar(borrador);
  assert.equal((await libreta.empezar(suyo.sesiones[0], {}, "sesion_grupal")).valores.desarrollo, deSesion.plano.desarrollo);
  assert.deepEqual(libreta.faltantes(borrador), []);
  const revision = await libreta.terminar(await almacen.leerBorrador(sesion.id));

  assert.deepEqual([revision.visita, revision.formulario, revision.formularioVersion], [sesion.id, "sesion_grupal", 1]);
  assert.deepEqual(await almacen.contenido(revision.revision), deSesion.contenido);
  assert.deepEqual((await libreta.lineas()).map((l) => [l.estado, l.nombre, l.titulo, l.formulario, l.clave]), [["lista", "Tiempo", "Microtaller", "sesion_grupal", sesion.id]]);
});

test("lo que el servidor ya tiene es la base: una sesión registrada se corrige encima", async () => {
  const { libreta, paquete: suyo } = await nuevaCon({ sesion: { cabeza: "r-servidor", contenido: deSesion.contenido } });
  const borrador = await libreta.empezar(suyo.sesiones[0], {}, "sesion_grupal");

  assert.deepEqual([borrador.base, borrador.valores], ["r-servidor", deSesion.plano]);
});

test("corregir una sesión confirmada parte de lo más nuevo que el servidor dijo", async () => {
  const { almacen, libreta, paquete: suyo } = await nuevaCon();
  const borrador = { ...(await libreta.empezar(suyo.sesiones[0], {}, "sesion_grupal")), valores: deSesion.plano };
  const { revision } = await libreta.terminar(borrador);
  const [guardada] = await almacen.revisiones();
  const confirmada = { ...guardada, estado: "confirmada", recibidoEn: "2026-10-30T19:00:00Z" };
  const propia = await libreta.corregir(confirmada);
  suyo.sesiones[0] = { ...sesion, cabeza: "r-pagina", contenido: { ...deSesion.contenido, acuerdos: "De la página." } };
  const ajena = await libreta.corregir(confirmada);
  const aunNoEnviada = await libreta.corregir(guardada);

  assert.deepEqual([propia.base, propia.valores.acuerdos], [revision, deSesion.plano.acuerdos]);
  assert.deepEqual([ajena.base, ajena.valores.acuerdos], ["r-pagina", "De la página."]);
  assert.equal(aunNoEnviada.base, revision);
});

test("corregir una sesión confirmada se abre en el formulario con que el servidor la dice", async () => {
  const { almacen, libreta, paquete: suyo } = await nuevaCon();
  const negada = { ...(await libreta.empezar(suyo.sesiones[0], {}, "sesion_no_realizada")), valores: { motivo: "lluvia", motivo_texto: "" } };
  await libreta.terminar(negada);
  const [guardada] = await almacen.revisiones();
  suyo.sesiones[0] = { ...sesion, cabeza: "r-pagina", contenido: deSesion.contenido };
  const borrador = await libreta.corregir({ ...guardada, estado: "confirmada", recibidoEn: "2026-10-30T19:00:00Z" });

  assert.deepEqual([borrador.formulario, borrador.base, borrador.valores], ["sesion_grupal", "r-pagina", deSesion.plano]);
});

test("una que no se realizó dice su motivo, se corrige, y después se puede decir que sí se hizo", async () => {
  const { almacen, libreta, paquete: suyo } = await nuevaCon();
  const borrador = await libreta.empezar(suyo.sesiones[0], {}, "sesion_no_realizada");
  assert.deepEqual(libreta.faltantes(borrador).map((f) => f.campo), ["motivo"]);
  borrador.valores = { motivo: "lluvia", motivo_texto: "Creció la quebrada" };
  const primera = await libreta.terminar(borrador);
  const [linea] = await libreta.lineas();
  assert.deepEqual([linea.nombre, linea.titulo, linea.dicho, linea.clave], ["Tiempo", "Microtaller que no se realizó", "No se realizó: lluvias (Creció la quebrada).", sesion.id]);

  assert.deepEqual((await libreta.corregir(linea.revision)).valores, borrador.valores);
  const hecha = await libreta.decirOtraCosa(linea.revision, "sesion_grupal");
  assert.deepEqual([hecha.formulario, hecha.visita, hecha.base, hecha.valores.fecha], ["sesion_grupal", sesion.id, primera.revision, "2026-10-29"]);
  const segunda = await libreta.terminar({ ...hecha, valores: deSesion.plano });
  assert.deepEqual((await almacen.revisiones()).map((r) => [r.formulario, r.base]).sort(), [["sesion_grupal", primera.revision], ["sesion_no_realizada", null]]);
  assert.deepEqual((await libreta.lineas()).map((l) => [l.revision.revision, l.dicho]), [[segunda.revision, undefined]]);
});

test("decir que sí se hizo de una rechazada ocupa su lugar", async () => {
  const { almacen, libreta, paquete: suyo } = await nuevaCon();
  await libreta.terminar({ ...(await libreta.empezar(suyo.sesiones[0], {}, "sesion_no_realizada")), valores: { motivo: "lluvia", motivo_texto: "" } });
  const [guardada] = await almacen.revisiones();
  await almacen.cambiarEstados([{ ...guardada, estado: "rechazada", errores: [] }]);
  const hecha = await libreta.decirOtraCosa({ ...guardada, estado: "rechazada" }, "sesion_grupal");
  const segunda = await libreta.terminar({ ...hecha, valores: deSesion.plano });

  assert.deepEqual((await almacen.revisiones()).map((r) => [r.revision, r.base]), [[segunda.revision, null]]);
});

test("lo empezado en un formulario de la sesión no se pierde al elegir el otro", async () => {
  const { libreta, paquete: suyo } = await nuevaCon();
  const borrador = await libreta.empezar(suyo.sesiones[0], {}, "sesion_grupal");
  await libreta.guardar({ ...borrador, valores: { ...borrador.valores, desarrollo: "A medias." } });
  const otra = await libreta.empezar(suyo.sesiones[0], {}, "sesion_no_realizada");

  assert.deepEqual([otra.formulario, otra.valores.desarrollo], ["sesion_grupal", "A medias."]);
});

test("una que no estaba programada se conoce aquí antes que en el paquete, y confirmada se corrige como las demás", async () => {
  const { almacen, libreta } = await nuevaCon();
  const { plano, contenido } = registros.nueva.casos[0];
  const borrador = { ...(await libreta.empezar(null, { docentes: contenido.invitados }, "sesion_nueva")), valores: plano };
  assert.deepEqual(libreta.faltantes(borrador), []);
  const revision = await libreta.terminar(borrador);
  const [linea] = await libreta.lineas();

  assert.deepEqual(await almacen.contenido(revision.revision), { ...contenido, sesion: revision.visita });
  assert.deepEqual([linea.nombre, linea.titulo, linea.clave, linea.seAbre], ["Leer en voz alta", "Grupo de interaprendizaje, sin programar", revision.visita, true]);
  assert.deepEqual(libreta.sesiones().map((s) => [s.tema, s.estado]), [["Tiempo", undefined], ["Leer en voz alta", "realizada"]]);
  assert.deepEqual((await libreta.corregir(linea.revision)).valores, plano);

  const confirmada = { ...linea.revision, estado: "confirmada", recibidoEn: "2026-10-30T19:00:00Z" };
  await almacen.cambiarEstados([confirmada]);
  const correccion = await libreta.corregir(confirmada);
  assert.deepEqual([correccion.formulario, correccion.base, correccion.valores.desarrollo], ["sesion_grupal", revision.revision, plano.desarrollo]);
  const segunda = await libreta.terminar({ ...correccion, valores: { ...correccion.valores, acuerdos: "Otro." } });
  assert.deepEqual((await libreta.lineas()).map((l) => [l.revision.revision, l.nombre, l.titulo]), [[segunda.revision, "Leer en voz alta", "Grupo de interaprendizaje"]]);
  assert.equal(libreta.sesiones().length, 1, "el paquete es posterior a su recibo y ya no la trae");
});

test("una línea de base nueva parte de lo que la escuela ya tenía y lleva su momento", async () => {
  const { almacen, libreta, paquete: suyo } = await nuevaCon();
  const [una] = suyo.escuelas;
  const borrador = await libreta.empezar(una, { momento: "inicio", opciones: opcionesDeBase }, "caracterizacion");
  assert.deepEqual([borrador.base, borrador.valores.como_llegar], [null, "A pie."]);
  assert.ok(libreta.faltantes(borrador).length > 5);
  borrador.valores = registros.base.casos[0].plano;
  assert.deepEqual(libreta.faltantes(borrador), []);
  const revision = await libreta.terminar(borrador);

  assert.deepEqual(await almacen.contenido(revision.revision), registros.base.casos[0].contenido);
  assert.notEqual((await libreta.empezar(una, { momento: "cierre", opciones: opcionesDeBase }, "caracterizacion")).visita, revision.visita);
  assert.deepEqual((await libreta.lineas()).map((l) => [l.titulo, l.nombre, l.clave]), [["Línea de base, inicio de 2026", "Corlás", "0259564-0/2026/inicio"]]);
});

test("la línea de base que el servidor ya tiene conserva su identidad", async () => {
  const contenido = registros.base.casos[0].contenido;
  const inicio = { ...momentos[0], registro: "c-servidor", cabeza: "r-servidor", contenido };
  const { libreta, paquete: suyo } = await nuevaCon({ escuela: { momentos: [inicio, momentos[1]] } });
  const borrador = await libreta.empezar(suyo.escuelas[0], { momento: "inicio", opciones: opcionesDeBase }, "caracterizacion");

  assert.deepEqual([borrador.visita, borrador.base, borrador.valores], ["c-servidor", "r-servidor", registros.base.casos[0].plano]);
});

test("una visita de quien ya no acompaño sigue en la lista, sin abrirse", async () => {
  const { almacen, libreta } = await nuevaCon();
  const datos = { docente: "otra", programada: null, base: null, valores: { tipo: "A1", fecha: "2026-06-15" } };
  await almacen.guardarBorrador("v1", datos, "2026-06-15T18:00:00Z");

  assert.deepEqual((await libreta.lineas()).map((l) => [l.nombre, l.seAbre]), [["Docente que ya no acompañas", false]]);
});

test("lo escrito encima de una rechazada muestra sus motivos, y al corregirlo ocupa el lugar de las dos", async () => {
  const { almacen, libreta, revision } = await conTerminada();
  const encima = await libreta.terminar(await libreta.corregir(revision));
  const errores = [{ campo: "fin", codigo: "X", mensaje: "Falta la hora de fin." }];
  await almacen.cambiarEstados([{ ...revision, estado: "rechazada", errores }]);
  const [linea] = await libreta.lineas();
  const borrador = await libreta.corregir(linea.revision);
  const tercera = await libreta.terminar(borrador);

  assert.deepEqual([linea.estado, linea.revision.revision, linea.revision.errores], ["rechazada", encima.revision, errores]);
  assert.deepEqual([tercera.base, borrador.errores], [null, errores]);
  assert.deepEqual((await almacen.revisiones()).map((r) => r.revision), [tercera.revision]);
});

test("de un docente que ya no está en el paquete queda lo que hace falta para su trabajo en este equipo", async () => {
  const { almacen, libreta } = await conTerminada();
  const nuevo = { ...paquete, docentes: [] };
  const otro = { ...docente, id: "sin-trabajo" };
  const mezclado = await conLosDeAntes(nuevo, { ...paquete, docentes: [docente, otro] }, almacen);

  assert.deepEqual(mezclado.docentes.map((d) => [d.id, d.nombre, d.pasado]), [[id, "Rosa Quispe", true]]);
  assert.equal((await libreta.lineas())[0].pasado, false);
  const despues = crearLibreta({ almacen, paquete: mezclado, nuevoId: () => "x", ahora: () => new Date() });
  const [linea] = await despues.lineas();
  assert.deepEqual([linea.pasado, (await despues.corregir(linea.revision)).docente], [true, id]);
});
