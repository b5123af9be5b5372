/* Which version of a record counts, when another device or a person's choice moved it. Without storage or network. */

const ABIERTAS = new Set(["lista", "enviada", "rechazada", "en_conflicto", "en_cuarentena"]);
const POR_DECIDIR = new Set(["en_conflicto", "en_cuarentena"]);

/** The revisions whose fate is in somebody else's hands: the server is asked about them (`recibos`). */
export const porConsultar = (revisiones) => revisiones.filter((r) => POR_DECIDIR.has(r.estado));

/** What became of those: a record that got its assignment, one that was refused, a branch that its author resolved. */
export function segunRecibos(revisiones, { recibos, cuarentena = [] }) {
  const recibidas = new Map(recibos.map((r) => [r.revision, r]));
  const negadas = new Map(cuarentena.filter((c) => c.estado === "rechazada").map((c) => [c.revision, c]));
  return revisiones.map((r) => {
    if (!POR_DECIDIR.has(r.estado)) return r;
    const [recibo, negada] = [recibidas.get(r.revision), negadas.get(r.revision)];
    if (recibo?.hash === r.hash) return conRecibo(r, recibo);
    return negada?.hash === r.hash ? { ...r, estado: "rechazada", errores: negada.errores } : r;
  });
}

function conRecibo(revision, { recibo, recibido_en: recibidoEn, rama }) {
  if (rama && !rama.resuelta_en) return { ...revision, estado: "en_conflicto", codigo: "BASE_ANTIGUA", cabeza: rama.cabeza };
  const confirmada = { ...revision, estado: "confirmada", recibo, recibidoEn };
  return rama ? { ...confirmada, resueltaEn: rama.resuelta_en, cabeza: rama.cabeza } : confirmada;
}

function porVisita(revisiones) {
  const grupos = new Map();
  for (const r of revisiones) grupos.set(r.visita, [...(grupos.get(r.visita) ?? []), r]);
  return grupos;
}

/** The heads that the device lacks: [{visita, revision, por}]. Those of the package only where nothing of here is open.

    `por` is what the server is asked by: the visit, or what this device wrote of a session or of a baseline, whose id
    there may be another (the baseline of a school, year and moment is one). */
export function porTraer(revisiones, paquete) {
  const tiene = new Set(revisiones.map((r) => r.revision));
  const delPaquete = new Map((paquete?.docentes ?? []).flatMap((d) => d.visitas.map((v) => [v.id, v.cabeza])));
  const faltan = [];
  for (const [visita, suyas] of porVisita(revisiones)) {
    const dichas = suyas.filter((r) => r.cabeza).map((r) => r.cabeza.revision);
    if (!suyas.some((r) => ABIERTAS.has(r.estado)) && delPaquete.has(visita)) dichas.push(delPaquete.get(visita));
    const revision = dichas.find((id) => !tiene.has(id));
    if (!revision) continue;
    const rama = suyas.find((r) => r.cabeza?.revision === revision);
    const deVisita = (rama?.formulario ?? "visita") === "visita";
    faltan.push({ visita, revision, por: deVisita ? visita : rama.revision });
  }
  return faltan;
}

/** Whether its author chose already and the version that stands is still to come. */
export const faltaLaQueVale = (revision, revisiones) =>
  Boolean(revision.resueltaEn) && !revisiones.some((r) => r.revision === revision.cabeza?.revision);

/** The revisions to show, one a visit unless several are open: what needs somebody, else the one that stands. */
export function alFrente(revisiones) {
  const bases = new Set(revisiones.map((r) => r.base));
  return [...porVisita(revisiones).values()].flatMap((suyas) => {
    const puntas = suyas.filter((r) => !bases.has(r.revision));
    const abiertas = puntas.filter((r) => ABIERTAS.has(r.estado));
    if (abiertas.length > 0) return abiertas;
    const esperan = puntas.filter((r) => faltaLaQueVale(r, revisiones));
    return esperan.length > 0 ? esperan : puntas.sort((a, b) => b.secuencia - a.secuencia).slice(0, 1);
  });
}
