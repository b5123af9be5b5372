/* The field app: wires the vault, the store, the queue and the screens. Everything else is in the modules it names. */

import { uuidv7 } from "uuidv7";
import { pintarRed } from "../red.js";
import { RELOJ } from "../visita/en_pagina.js";
import { vigilarVersion } from "./actualizacion.js";
import { tomar } from "./candado.js";
import { alEmpezar, cuantasPorEnviar, cuentas, porEnviarDeCada, purgables, seGuardaOtraVez } from "./cola.js";
import { crearConexion } from "./conexion.js";
import { crearCuaderno } from "./cuaderno.js";
import { aviso, conElFoco, escribir, h, mostrar } from "./dibujo.js";
import { pantallaDeEntrada } from "./entrada.js";
import { abrirEquipo } from "./equipo.js";
import { abrirEscritura } from "./escritura.js";
import { formularioDe } from "./formularios/index.js";
import { fechaLocal } from "./libreta.js";
import { exportar } from "./maletin.js";
import { crearMarcha, pintarMarcha } from "./marcha.js";
import { frescura, motivoDe, motivoDeDetenidas, motivoDeEspera, resumen } from "./palabras.js";
import { pintarBandeja, pintarDocente, pintarEquipo } from "./pantallas.js";
import { pintarSesiones } from "./pantalla_de_sesiones.js";
import { pintarEscuela, pintarEscuelas } from "./pantallas_de_registros.js";
import { pedirClave } from "./reanudar.js";
import { vigilarReposo } from "./reposo.js";
import { crearRitmo } from "./ritmo.js";
import { crearServidor } from "./servidor.js";
import { crearSesion } from "./sesion.js";
import { abrirVersiones } from "./versiones.js";
import { VISTAS } from "./vistas.js";

const { trabajador, base, conflictos, entrar: entrarUrl, salir: salirUrl } = document.body.dataset;
const TIC_MS = 5_000;
const unaColumna = matchMedia("(max-width: 62rem)"); // as .ac-rejilla, piezas.css
const traer = (...argumentos) => fetch(...argumentos);
const conexion = crearConexion({ fetch: traer, base });
const servidor = crearServidor({ conexion, fetch: traer, entrarUrl, salirUrl });
const equipo = await abrirEquipo();
const sesion = crearSesion({ equipo, servidor, nuevoId: uuidv7 });
let abierta = null;
let escritura = null;
let soltarBorrador = null;
const ritmo = crearRitmo();
const marcha = crearMarcha({ pintar: pintarMarcha, reloj: RELOJ });

// --- Opening and closing the notebook

async function abrirCuaderno(cuenta, clave) {
  const entrada = await sesion.entrar(cuenta, clave);
  abierta = await crearCuaderno(entrada, { conexion, traerPaquete: servidor.paquete, nuevoId: uuidv7 });
  abierta.protegido = (await navigator.storage?.persist?.()) ?? false;
  ritmo.reiniciar();
  // Why the session could not be opened, the round that comes after it finds out and says.
  abierta.entrando = entrada.paquete ? null : sesion.reanudar(entrada.persona, clave).catch(() => null);
  await bandeja();
  sincronizar();
}

/** Bring the server's package behind what the person does; it is used from the list on. */
async function ponerAlDia() {
  const cuaderno = abierta;
  if (!(await cuaderno.pedirLoNuevo()) || abierta !== cuaderno || !document.querySelector("[data-cola]")) return;
  await cuaderno.usarLoNuevo();
  pintarFrescura(document.querySelector("[data-pantalla]"));
  await repintarListas();
  ritmo.cuantoAntes();
}

async function cerrarCuaderno(motivo) {
  await escritura?.guardar();
  abierta?.almacen.cerrar();
  soltarBorrador?.();
  abierta = escritura = soltarBorrador = null;
  marcha.terminar();
  document.querySelector("[data-persona]").hidden = true;
  document.querySelector("[data-cerrar]").hidden = true;
  document.querySelector("[data-red]").hidden = true;
  await pantallaDeEntrada({ equipo, abrir: abrirCuaderno, motivo });
}

// --- Screens

async function bandeja() {
  soltarBorrador?.();
  escritura = soltarBorrador = null;
  await abierta.usarLoNuevo();
  const { persona, almacen, libreta } = abierta;
  const lineas = await libreta.lineas();
  const pantalla = mostrar("bandeja");
  pintarFrescura(pantalla);
  pintarListas(pantalla, lineas);
  const quien = document.querySelector("[data-persona]");
  quien.replaceChildren(h("b", {}, persona.nombre), "Acompañante");
  quien.hidden = document.querySelector("[data-cerrar]").hidden = false;
  pantalla.querySelector("[data-enviar]").addEventListener("click", () => sincronizar({ avisar: true }));
  pantalla.querySelector("[data-exportar]").addEventListener("click", async () => anunciar(...(await exportar(abierta))));
  marcha.repintar();
  await pintarCuentas();
  const espacio = await navigator.storage?.estimate?.();
  pintarEquipo(pantalla, { ultimoEnvio: await almacen.leerAjuste("ultimoEnvio"), protegido: abierta.protegido, espacio });
}

const pintarFrescura = (pantalla) => escribir(pantalla, "fecha", frescura(abierta.paquete?.hecho_en, abierta.alDia()));

function pintarListas(pantalla, lineas) {
  const { paquete, libreta } = abierta;
  const { docentes = [], escuelas = [] } = paquete ?? {};
  const acciones = { continuar, empezar: (sesion, forma) => empezar(sesion, {}, forma), desmentir, nueva: empezarSesion };
  const deSesiones = { sesiones: libreta.sesiones(), paquete, lineas, ...acciones, hoy: fechaLocal(new Date()), enUnaColumna: unaColumna.matches };
  conElFoco(pantalla, () => {
    pintarBandeja(pantalla, { lineas, docentes, abrir, continuar });
    pintarSesiones(pantalla, deSesiones);
    pintarEscuelas(pantalla, { escuelas, lineas, abrir: abrirEscuela });
  });
}

async function repintarListas() {
  const lineas = await abierta?.libreta.lineas();
  if (lineas && document.querySelector("[data-cola]")) pintarListas(document.querySelector("[data-pantalla]"), lineas);
}

async function pintarCuentas() {
  const revisiones = await abierta.almacen.revisiones();
  const total = cuentas(revisiones);
  const porEnviar = total.lista + total.enviada;
  pintarRed(document.querySelector("[data-red]"), { enLinea: abierta.enLinea !== false, porEnviar });
  const lugar = document.querySelector("[data-cuentas][role=status]");
  if (lugar) lugar.textContent = resumen(total, porEnviarDeCada(revisiones), await abierta.almacen.leerAjuste("ultimoEnvio"));
}

function abrir(docente) {
  const pantalla = mostrar("docente");
  pintarDocente(pantalla, { docente, paquete: abierta.paquete, empezar: (cual) => empezar(docente, cual), corregir: traerYCorregir });
}

async function abrirEscuela(escuela) {
  const lineas = await abierta.libreta.lineas();
  const { paquete } = abierta;
  const opciones = paquete.registros.caracterizacion[escuela.nivel];
  const empezarUna = (cual, momentoDelAnio) => empezar(cual, { momento: momentoDelAnio, opciones }, "caracterizacion");
  pintarEscuela(mostrar("escuela"), { escuela, paquete, lineas, continuar, empezar: empezarUna });
}

async function empezar(objeto, opcion, formulario = "visita") {
  mostrarEscritura(await abierta.libreta.empezar(objeto, opcion, formulario));
}

/** A session that was not planned: everybody is called until the person says otherwise. */
function empezarSesion() {
  const docentes = abierta.paquete.docentes.filter((d) => !d.pasado).map((d) => d.id);
  return empezar(null, { docentes }, "sesion_nueva");
}

const desmentir = async (linea) => mostrarEscritura(await abierta.libreta.decirOtraCosa(linea.revision, "sesion_grupal"));

async function traerYCorregir(visita) {
  const revision = await abierta.sincronizador.traer(visita.id);
  if (!revision) return anunciar("ojo", "Esa visita no está en este equipo.", "Para traerla hace falta señal. Puedes leerla aquí mientras tanto.");
  const linea = (await abierta.libreta.lineas()).find((l) => l.revision?.revision === revision.revision);
  return continuar(linea);
}

/** What the server does not take for its id or its hash goes again, whole. Nobody may be writing on it meanwhile. */
async function guardarOtraVez({ revision }) {
  const soltar = await tomar(`borrador:${revision.visita}`);
  if (!soltar) return anunciar(...motivoDe("abierta_en_otra"));
  let dicho = ["ok", "Guardada de nuevo.", "Está entera en este equipo y se enviará cuando haya señal."];
  try {
    await abierta.libreta.otraVez(revision);
  } catch (error) {
    dicho = ["mal", "No se pudo guardar de nuevo:", `${error.message} Nada cambió: sigue en este equipo.`];
  } finally {
    soltar();
  }
  await bandeja();
  anunciar(...dicho);
  await sincronizar();
}

async function continuar(linea) {
  if (linea.revision && seGuardaOtraVez(linea.revision)) return guardarOtraVez(linea);
  if (linea.estado === "en_conflicto") return abrirVersiones(linea, { ...abierta, conflictos });
  return mostrarEscritura(linea.borrador ?? (await abierta.libreta.corregir(linea.revision)));
}

async function mostrarEscritura(borrador) {
  soltarBorrador = await tomar(`borrador:${borrador.visita}`);
  if (!soltarBorrador) return anunciar(...motivoDe("abierta_en_otra"));
  const { libreta, paquete } = abierta;
  escritura = abrirEscritura({
    borrador,
    vista: VISTAS[borrador.formulario ?? "visita"](libreta.objetoDe(borrador), borrador, paquete),
    libreta,
    alTerminar: async () => {
      await bandeja();
      anunciar("ok", formularioDe(borrador).terminado, "Está guardada en este equipo y se enviará cuando haya señal.");
      await sincronizar();
    },
    alDescartar: async ({ visita }) => {
      if (!confirm("¿Descartar este borrador? Se borra de este equipo y no se puede recuperar.")) return;
      await abierta.almacen.descartarBorrador(visita);
      await bandeja();
    },
  });
}

function anunciar(tono, titulo, texto) {
  document.querySelector("[data-avisos]").replaceChildren(aviso(tono, titulo, texto, tono === "ok" ? "sic" : "info"));
}

// --- Sending

/** One round at a time, whatever the tabs: the server's constraints hold anyway. */
async function sincronizar({ avisar = false } = {}) {
  const cuaderno = abierta;
  if (!cuaderno || marcha.sumarse(avisar)) return;
  marcha.empezar(avisar);
  try {
    const total = cuantasPorEnviar(alEmpezar(await cuaderno.almacen.revisiones()));
    if (abierta === cuaderno) marcha.avanzar({ total });
    await cuaderno.entrando;
    if (abierta === cuaderno) await enviarUnaRonda(cuaderno);
  } finally {
    if (abierta === cuaderno) marcha.terminar();
  }
}

async function enviarUnaRonda(cuaderno) {
  const hasta = ritmo.enEspera();
  if (hasta) return void (marcha.pedida() && anunciar(...motivoDeEspera(hasta)));
  await navigator.locks.request(`sync:${cuaderno.persona.usuario}`, { ifAvailable: true }, async (candado) => {
    if (!candado) return void (marcha.pedida() && anunciar(...motivoDe("en_otra")));
    const alAvanzar = (avance) => abierta === cuaderno && marcha.avanzar(avance);
    const resultado = await cuaderno.sincronizador.sincronizar(alAvanzar).catch((error) => ({ que: "sin_espacio", error }));
    if (abierta !== cuaderno) return;
    cuaderno.enLinea = !["sin_red", "portal"].includes(resultado.que);
    ritmo.anotar({ bien: resultado.que === "listo", segundos: resultado.segundos });
    await cuaderno.almacen.purgar(purgables(await cuaderno.almacen.revisiones(), Date.now()).map((r) => r.revision));
    await despuesDeEnviar(resultado, marcha.pedida());
    if (["listo", "esperar"].includes(resultado.que) && !ritmo.enEspera()) ponerAlDia();
  });
}

async function despuesDeEnviar(resultado, avisar) {
  const hasta = ritmo.enEspera();
  if (hasta) anunciar(...motivoDeEspera(hasta));
  else if (["entrar", "otra_persona"].includes(resultado.que)) pedirClave(document.querySelector("[data-avisos]"), { motivo: motivoDe(resultado.que), reanudar });
  else if (!["listo", "sin_red"].includes(resultado.que)) anunciar(...motivoDe(resultado.que));
  else if (avisar) await anunciarLoHecho(resultado.que);
  await repintarListas();
  await pintarCuentas();
}

/** "Todo enviado." only when nothing waits for anybody; otherwise what waits, and the way to it. */
async function anunciarLoHecho(que) {
  const detenidas = que === "listo" ? motivoDeDetenidas(await abierta.libreta.lineas()) : null;
  if (!detenidas) return anunciar(...motivoDe(que));
  anunciar(...detenidas);
  const boton = h("button", { type: "button", class: "btn btn-outline-primary btn-sm", onclick: irALoPrimero }, "Ver la primera");
  document.querySelector("[data-avisos] .ac-aviso").lastChild.append(h("p", { class: "ac-botones ac-arriba-s" }, boton));
}

/** To the first row of the notebook: what needs attention is there. */
async function irALoPrimero() {
  await escritura?.guardar();
  if (!document.querySelector("[data-cola]")) await bandeja();
  const fila = document.querySelector("[data-cola] > li");
  (fila.querySelector("button") ?? Object.assign(fila, { tabIndex: -1 })).focus();
}

async function reanudar(clave) {
  await sesion.reanudar(abierta.persona, clave);
  document.querySelector("[data-avisos]").replaceChildren();
  await sincronizar({ avisar: true });
}

// --- What happens by itself

document.querySelector("[data-cerrar]").addEventListener("click", () => cerrarCuaderno(null));
addEventListener("online", () => sincronizar());
unaColumna.addEventListener("change", repintarListas);
setInterval(() => abierta && ritmo.toca() && sincronizar(), TIC_MS);
addEventListener("hashchange", () => {
  if (location.hash !== "#bandeja" || !abierta) return;
  history.replaceState(null, "", base);
  Promise.resolve(escritura?.guardar()).then(bandeja);
});
vigilarReposo({ hayAlgoAbierto: () => abierta !== null, cerrar: cerrarCuaderno });
addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") sincronizar();
  else if (escritura?.pendiente()) escritura.guardar();
});

await vigilarVersion({ trabajador, base, hayBorradorAbierto: () => escritura !== null });
await pantallaDeEntrada({ equipo, abrir: abrirCuaderno });
document.documentElement.dataset.listo = "si";
