/* The sessions that were not planned and that this device wrote: until the package brings them, they are known from here. */

/** One as the package says the others; `porConfirmar` while no package could have it. */
function comoDelPaquete({ sesion, tipo, tema, lugar, fecha, inicio, fin, invitados }, tipos, porConfirmar) {
  const dicha = { id: sesion, nombre: tipos[tipo] ?? "Sesión", tema, lugar, fecha, inicio, fin, invitados };
  return { ...dicha, otros: 0, estado: "realizada", cabeza: null, contenido: null, no_realizada: null, porConfirmar };
}

/** Return those that `paquete` does not have, each as its last revision on this device says it. */
export async function sesionesPropias(almacen, revisiones, paquete) {
  const conocidas = new Set((paquete?.sesiones ?? []).map((s) => s.id));
  const propias = revisiones.filter((r) => r.formulario === "sesion_nueva" && !conocidas.has(r.visita));
  const ultimas = new Map([...propias].sort((a, b) => a.secuencia - b.secuencia).map((r) => [r.visita, r]));
  const tipos = paquete?.registros?.sesion_nueva?.tipos ?? {};
  const despues = (r) => r.estado !== "confirmada" || Date.parse(r.recibidoEn) > Date.parse(paquete?.hecho_en);
  const leidas = await Promise.all([...ultimas.values()].map(async (r) => [r, await almacen.contenido(r.revision)]));
  return leidas.filter(([, contenido]) => contenido !== null).map(([r, contenido]) => comoDelPaquete(contenido, tipos, despues(r)));
}
