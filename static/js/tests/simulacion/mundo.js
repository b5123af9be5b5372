/* One laptop with two tabs that no lock holds apart, the server's model and the network between them. A scheduler lets
   one step of one tab happen at a time, so that every interleaving may come, and a crash between any two steps. */

import { queDetiene, seGuardaOtraVez, sitioDeCorreccion } from "../../campo/cola.js";
import { volverAGuardar } from "../../campo/otra_vez.js";
import { crearSincronizador } from "../../campo/sincronizador.js";
import { azarDe } from "./azar.js";
import { FALLAS_DE_ENVIO, crearRed } from "./red.js";
import { huellaDe } from "./servidor.js";
import { seguirSustituidas } from "./sustituidas.js";

export const VENENOS = ["rechazada", "cuerpo", "ajena", "reintentar"];
export const SUCESOS = ["apagon", "dos_pestanas", "doble_terminar", "restaurar", "en_linea", "clon", "cerrar", "corregir_negada", "otra_vez"];
const PASOS = [
  ["nueva", 0.2],
  ["corregir", 0.1],
  ["empezar", 0.22],
  ["avanzar", 0.32],
  ["apagon", 0.04],
  ["restaurar", 0.02],
  ["en_linea", 0.02],
  ["clon", 0.02],
  ["cerrar", 0.02],
  ["doble_terminar", 0.02],
  ["corregir_negada", 0.02],
  ["otra_vez", 0.02],
];
const PROBABILIDAD = { envio: 0.6, estado: 0.1, recibos: 0.4 };
const NO_GASTAN_TURNO = new Set(["contenido", "cerrar", "terminar", "purgar"]);

const unPaso = () => new Promise((seguir) => setImmediate(seguir));

export class Mundo {
  /** `abrir()` returns the laptop's store, the same disk each time. `contadores` counts what really happened. */
  constructor({ semilla, servidor, abrir, contadores }) {
    Object.assign(this, { servidor, abrir, contadores, azar: azarDe(semilla), sana: false, n: 0 });
    this.verdad = new Map();
    this.tocadas = new Set();
    this.tardias = [];
    this.turnos = [];
    this.ocupados = 0;
    this.pestanas = [null, null];
    this.envios = 0;
  }

  contar(suceso) {
    this.contadores[suceso] = (this.contadores[suceso] ?? 0) + 1;
  }

  // --- The scheduler

  turno(pestana) {
    return new Promise((seguir) => this.turnos.push({ pestana, seguir }));
  }

  async seguirUno() {
    const [{ seguir }] = this.turnos.splice(this.azar.entero(this.turnos.length), 1);
    seguir();
    do await unPaso();
    while (this.ocupados > 0);
  }

  async seguirTodo() {
    while (this.turnos.length > 0) await this.seguirUno();
  }

  /** The store as one tab sees it: each transaction waits its turn and then happens whole. */
  almacenDe(pestana) {
    return new Proxy(this.almacen, {
      get: (almacen, nombre) => async (...datos) => {
        if (!NO_GASTAN_TURNO.has(nombre)) await this.turno(pestana);
        this.ocupados += 1;
        try {
          return await almacen[nombre](...datos);
        } finally {
          this.ocupados -= 1;
        }
      },
    });
  }

  falla(clase) {
    if (clase === "envio") this.envios += 1;
    if (this.sana || this.azar() > PROBABILIDAD[clase]) return null;
    const cual = clase === "envio" ? this.azar.de(FALLAS_DE_ENVIO) : clase;
    this.contar(cual);
    return cual;
  }

  // --- What a person and the world do

  async anotar({ visita, base, reemplaza = [], veneno = null }) {
    const revision = `r${String((this.n += 1)).padStart(5, "0")}`;
    const contenido = { n: this.n, veneno };
    const fila = { revision, visita: visita ?? `v${revision}`, base, hash: huellaDe(contenido), bytes: 5000, formulario: "visita", formularioVersion: 1, finalizadaEn: "2026-06-15T12:00:00Z" };
    await this.almacen.terminar(fila, contenido, reemplaza);
    for (const id of reemplaza) this.verdad.delete(id);
    this.verdad.set(revision, { ...fila, veneno });
    return fila;
  }

  veneno() {
    return this.azar() < 0.15 ? this.azar.de(VENENOS) : null;
  }

  nueva() {
    return this.anotar({ base: null, veneno: this.veneno() });
  }

  async cabezas() {
    const revisiones = await this.almacen.revisiones();
    const bases = new Set(revisiones.map((r) => r.base));
    return revisiones.filter((r) => !bases.has(r.revision)).map((r) => ({ ...r, ...sitioDeCorreccion(revisiones, r) }));
  }

  async corregir() {
    const cabezas = await this.cabezas();
    if (cabezas.length > 0) await this.anotar({ ...this.azar.de(cabezas), veneno: this.veneno() });
  }

  async corregir_negada() {
    const negadas = (await this.cabezas()).filter((r) => r.reemplaza.length > 0);
    if (negadas.length === 0) return;
    await this.anotar(this.azar.de(negadas));
    this.contar("corregir_negada");
  }

  /** What has another text of the server's under its id is kept again, with what was written on it: the same words under other ids. */
  async otra_vez() {
    const detenida = (await this.almacen.revisiones()).find(seGuardaOtraVez);
    if (!detenida) return false;
    const antes = new Set((await this.almacen.revisiones()).map((r) => r.revision));
    const nuevoId = () => `r${String((this.n += 1)).padStart(5, "0")}`;
    await volverAGuardar(detenida, { almacen: this.almacen, nuevoId, resumir: async (contenido) => ({ hash: huellaDe(contenido), bytes: 5000 }) });
    this.servidor.faltas.push(...seguirSustituidas(this.verdad, antes, await this.almacen.revisiones()));
    this.contar("otra_vez");
    return true;
  }

  /** The same draft finished again by another tab: only one of the two may stay. */
  async doble_terminar() {
    const fila = await this.nueva();
    const antes = this.verdad.size;
    await this.anotar({ visita: fila.visita, base: fila.base }).catch(() => this.contar("doble_terminar"));
    if (this.verdad.size !== antes) this.servidor.faltas.push("dos pestañas terminaron lo mismo");
  }

  empezar(cual = this.azar.entero(2)) {
    if (this.pestanas[cual]) return;
    if (this.pestanas[1 - cual]) this.contar("dos_pestanas");
    const pestana = {};
    const turno = () => this.turno(pestana);
    const conexion = crearRed({ servidor: this.servidor, falla: (clase) => this.falla(clase), turno, tardias: this.tardias });
    const datos = { usuario: "ana", dispositivo: "d", version: "1" };
    const sincronizador = crearSincronizador({ almacen: this.almacenDe(pestana), conexion, datos, reloj: { ahora: () => new Date(0) }, nuevoId: () => "lote" });
    this.pestanas[cual] = pestana;
    const terminada = () => this.pestanas[cual] === pestana && (this.pestanas[cual] = null);
    sincronizador.sincronizar().then(terminada, (error) => {
      terminada();
      this.servidor.faltas.push(`la pestaña cayó: ${error.message}`);
    });
  }

  async avanzar() {
    for (let veces = 1 + this.azar.entero(20); veces > 0 && this.turnos.length > 0; veces -= 1) await this.seguirUno();
    if (this.tardias.length > 0 && this.azar() < 0.3) await this.entregar(this.azar.entero(this.tardias.length));
  }

  async entregar(cual) {
    const [lote] = this.tardias.splice(cual, 1);
    if (!this.servidor.ilegible(lote)) await this.servidor.recibir(lote, { seCae: false, antesDeGuardar: async () => {} });
  }

  apagon(cual = this.azar.entero(2)) {
    const pestana = this.pestanas[cual];
    if (!pestana) return;
    this.turnos = this.turnos.filter((t) => t.pestana !== pestana);
    this.pestanas[cual] = null;
    this.contar("apagon");
  }

  restaurar() {
    this.servidor.restaurar(this.azar());
    this.contar("restaurar");
  }

  en_linea() {
    const escritas = this.servidor.escrituras;
    if (escritas.length === 0) return;
    const { visita } = this.azar.de(escritas);
    if (!this.servidor.enmendarEnLinea(visita, `e${(this.n += 1)}`)) return;
    this.tocadas.add(visita);
    this.contar("en_linea");
  }

  /** A copy of this profile, in another machine, sent other words under the same id. */
  async clon() {
    const libres = (await this.almacen.revisiones()).filter((r) => !this.servidor.fila(r.revision) && this.servidor.cabeza(r.visita) === r.base);
    if (libres.length === 0) return;
    const { revision, visita, base } = this.azar.de(libres);
    const contenido = { clon: revision };
    this.servidor.guardar({ revision, visita, base, hash: huellaDe(contenido), contenido });
    this.tocadas.add(visita);
    this.contar("clon");
  }

  async cerrar() {
    for (const cual of [0, 1]) this.apagon(cual);
    this.almacen.cerrar();
    this.almacen = await this.abrir();
    this.contar("cerrar");
  }

  // --- A run

  async correr(pasos) {
    this.almacen = await this.abrir();
    for (let paso = 0; paso < pasos; paso += 1) {
      let dado = this.azar();
      const elegido = PASOS.find(([, peso]) => (dado -= peso) < 0) ?? PASOS[0];
      await this[elegido[0]]();
      await unPaso();
      if (elegido[0] === "avanzar") await this.mirarConfirmadas();
    }
    await this.sanar();
    const dichas = await this.faltas();
    this.final = await this.almacen.revisiones();
    this.almacen.cerrar();
    return dichas;
  }

  async sincronizarHastaElFin() {
    this.empezar(0);
    await unPaso();
    await this.seguirTodo();
  }

  async sanar() {
    this.sana = true;
    await this.seguirTodo();
    while (this.tardias.length > 0) await this.entregar(0);
    await this.vaciar();
    while (await this.otra_vez()) await this.vaciar();
    for (const negada of (await this.cabezas()).filter((r) => r.reemplaza.length > 0)) await this.anotar(negada);
    await this.vaciar();
  }

  /** Everything that may go, goes: in one round after the epoch is known, and in few requests. */
  async vaciar() {
    await this.sincronizarHastaElFin();
    await this.sincronizarHastaElFin();
    const porIr = (await this.almacen.revisiones()).filter((r) => r.estado === "lista").length;
    this.envios = 0;
    await this.sincronizarHastaElFin();
    if (this.envios > Math.ceil(porIr / 50) + 2) this.servidor.faltas.push(`${this.envios} envíos para ${porIr}`);
  }

  async mirarConfirmadas() {
    if (this.servidor.epoca > 1) return;
    for (const r of await this.almacen.revisiones())
      if (r.estado === "confirmada" && this.servidor.fila(r.revision)?.hash !== r.hash) this.servidor.faltas.push(`${r.revision} confirmada sin copia`);
  }

  /** What is broken, in words; nothing when all holds. */
  async faltas() {
    this.servidor.anotarFaltas();
    const dichas = [...this.servidor.faltas];
    const revisiones = await this.almacen.revisiones();
    if (revisiones.length !== this.verdad.size) dichas.push(`el equipo tiene ${revisiones.length} y se terminaron ${this.verdad.size}`);
    for (const r of revisiones) {
      const falta = await this.faltaDe(r, queDetiene(revisiones, r), revisiones);
      if (falta) dichas.push(`${r.revision} (${r.estado}): ${falta}`);
    }
    return dichas;
  }

  async faltaDe(r, detiene, revisiones) {
    const { hash, veneno } = this.verdad.get(r.revision) ?? {};
    if (r.hash !== hash || huellaDe(await this.almacen.contenido(r.revision)) !== hash) return "ya no es lo que se escribió";
    if (r.estado === "confirmada") return this.servidor.fila(r.revision)?.hash === hash ? null : "confirmada sin la misma copia";
    if (r.estado === "en_cuarentena") return veneno === "ajena" && this.servidor.cuarentena.has(r.revision) ? null : "en cuarentena sin copia";
    if (r.estado === "en_conflicto") return this.faltaDeConflicto(r);
    if (r.estado !== "lista") return "no terminó su camino";
    const trabada = detiene !== null || this.conVenenoQueReintenta(r, revisiones);
    return trabada ? null : "quedó sin enviar";
  }

  faltaDeConflicto(r) {
    if (!this.tocadas.has(r.visita)) return "conflicto de una sola persona";
    return this.servidor.ramas.has(r.revision) ? null : "conflicto sin rama";
  }

  conVenenoQueReintenta(r, revisiones) {
    const porId = new Map(revisiones.map((otra) => [otra.revision, otra]));
    for (let una = r; una; una = porId.get(una.base)) if (this.verdad.get(una.revision).veneno === "reintentar" && una.estado === "lista") return true;
    return false;
  }
}
