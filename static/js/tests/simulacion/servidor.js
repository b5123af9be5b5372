/* The server of offline-sync.md §3 and §4 as a model. `defecto` plants one of the mistakes that the proof must see. */

export const DEFECTOS_DE_SERVIDOR = [
  "sin_unicidad",
  "confirma_antes_de_guardar",
  "edita_en_su_sitio",
  "lote_atomico",
  "gana_la_ultima",
  "duplicada_sin_mirar_la_huella",
  "acepta_base_desconocida",
];

export const huellaDe = (contenido) => `h:${JSON.stringify(contenido)}`;

export class Servidor {
  constructor(defecto = null) {
    this.defecto = defecto;
    this.escrituras = []; // accepted revisions in order: {revision, visita, base, hash, contenido}
    this.ramas = new Map();
    this.cuarentena = new Map();
    this.epoca = 1;
    this.faltas = [];
  }

  fila(revision) {
    return this.escrituras.find((f) => f.revision === revision);
  }

  cabeza(visita) {
    return this.escrituras.findLast((f) => f.visita === visita)?.revision ?? null;
  }

  /** Body that cannot be read as a whole: the device splits it. */
  ilegible(lote) {
    return lote.revisiones.some((r) => r.contenido.veneno === "cuerpo");
  }

  /** Process a batch; `antesDeGuardar()` is where another request may come in between, when nothing prevents it. */
  async recibir(lote, { seCae, antesDeGuardar }) {
    const conocidas = new Set(lote.revisiones.filter((r) => this.fila(r.revision)).map((r) => r.revision));
    if (this.defecto === "sin_unicidad") await antesDeGuardar();
    const antes = [...this.escrituras];
    const resultados = lote.revisiones.map((r) => this.una(r, conocidas));
    if (this.defecto === "lote_atomico" && resultados.some((r) => r.estado === "rechazada")) {
      this.escrituras = antes;
      return { resultados: resultados.map(({ revision }) => ({ revision, estado: "reintentar", codigo: "INTERNO" })) };
    }
    if (!seCae) return { resultados };
    this.escrituras = antes;
    return this.defecto === "confirma_antes_de_guardar" ? { resultados } : null;
  }

  una(r, conocidas) {
    const dicho = (estado, mas = {}) => ({ revision: r.revision, estado, ...mas });
    const guardada = this.fila(r.revision);
    if (guardada && !(this.defecto === "sin_unicidad" && !conocidas.has(r.revision))) return this.repetida(r, guardada, dicho);
    if (huellaDe(r.contenido) !== r.hash) return dicho("rechazada", { errores: [{ campo: "", codigo: "HUELLA_NO_COINCIDE", mensaje: "…" }] });
    if (r.contenido.veneno === "reintentar") return dicho("reintentar", { codigo: "INTERNO" });
    if (r.contenido.veneno === "ajena") {
      this.cuarentena.set(r.revision, r);
      return dicho("sin_asignacion");
    }
    const cabeza = this.cabeza(r.visita);
    if (cabeza !== r.base && !this.toleraBase(r, cabeza)) return this.fueraDeOrden(r, cabeza, dicho);
    if (r.contenido.veneno === "rechazada") return dicho("rechazada", { errores: [{ campo: "fin", codigo: "X", mensaje: "…" }] });
    this.guardar(r, guardada);
    return dicho(r.base ? "enmendada" : "creada", this.recibo(r.revision));
  }

  toleraBase(r, cabeza) {
    if (this.defecto === "sin_unicidad" || this.defecto === "gana_la_ultima") return cabeza !== null;
    return this.defecto === "acepta_base_desconocida" && r.base !== null && !this.fila(r.base);
  }

  guardar({ revision, visita, base, hash, contenido }) {
    const anterior = this.escrituras.findIndex((f) => f.revision === base);
    if (this.defecto === "edita_en_su_sitio" && anterior >= 0) this.escrituras.splice(anterior, 1);
    this.escrituras.push({ revision, visita, base, hash, contenido: structuredClone(contenido) });
  }

  repetida(r, guardada, dicho) {
    if (guardada.hash === r.hash) return dicho("duplicada", this.recibo(r.revision));
    if (this.defecto === "duplicada_sin_mirar_la_huella") return dicho("duplicada", { ...this.recibo(r.revision), hash: r.hash });
    return dicho("conflicto", { codigo: "HASH_DISTINTO", cabeza: null });
  }

  fueraDeOrden(r, cabeza, dicho) {
    if (r.base !== null && !this.fila(r.base)) return dicho("falta_base");
    this.ramas.set(r.revision, r);
    return dicho("conflicto", { codigo: "BASE_ANTIGUA", cabeza: { revision: cabeza } });
  }

  recibo(revision) {
    return { hash: this.fila(revision).hash, recibo: `recibo-${revision}`, recibido_en: "2026-06-20T00:00:00Z" };
  }

  recibos(ids) {
    return ids.filter((id) => this.fila(id)).map((id) => ({ revision: id, ...this.recibo(id) }));
  }

  /** Somebody else's door: an amendment written online on the head of a visit. */
  enmendarEnLinea(visita, revision) {
    const base = this.cabeza(visita);
    if (base === null) return false;
    const contenido = { enLinea: revision };
    this.guardar({ revision, visita, base, hash: huellaDe(contenido), contenido });
    return true;
  }

  /** A backup comes back: the newest rows are gone and the epoch is another. */
  restaurar(parte) {
    this.anotarFaltas();
    const mitad = (mapa) => new Map([...mapa].slice(0, Math.floor(mapa.size * parte)));
    this.escrituras = this.escrituras.slice(0, Math.floor(this.escrituras.length * parte));
    [this.ramas, this.cuarentena] = [mitad(this.ramas), mitad(this.cuarentena)];
    this.epoca += 1;
  }

  /** What is wrong with the rows, whatever the code above meant: doubled, without base, or with two children on one. */
  anotarFaltas() {
    const bases = new Set();
    const vistas = new Set();
    for (const f of this.escrituras) {
      if (vistas.has(f.revision)) this.faltas.push(`${f.revision} está dos veces`);
      if (f.base !== null && !vistas.has(f.base)) this.faltas.push(`${f.revision} no tiene su base ${f.base}`);
      const lugar = `${f.visita}<${f.base}`;
      if (bases.has(lugar)) this.faltas.push(`dos revisiones sobre ${lugar}`);
      if (huellaDe(f.contenido) !== f.hash) this.faltas.push(`${f.revision} no es lo que dice su huella`);
      vistas.add(f.revision);
      bases.add(lugar);
    }
  }
}
