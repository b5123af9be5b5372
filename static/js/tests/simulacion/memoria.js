/* The store of the device without a disk: the same promises as almacen.js, and protocolo.test.js holds both equal. */

export function abrirMemoria() {
  const ajustes = new Map();
  const filas = new Map();
  let secuencia = 0;
  const copia = (r) => ({ ...r });
  return {
    cerrar() {},
    leerAjuste: async (clave) => ajustes.get(clave),
    ponerAjuste: async (clave, valor) => void ajustes.set(clave, valor),
    async terminar(revision, contenido, reemplaza = []) {
      const hermanas = [...filas.values()].filter((f) => f.visita === revision.visita && f.base === revision.base);
      if (filas.has(revision.revision) || hermanas.some((f) => !reemplaza.includes(f.revision))) throw new Error("ya terminada");
      secuencia += 1;
      filas.set(revision.revision, { ...revision, estado: "lista", secuencia, cifrado: structuredClone(contenido) });
      for (const id of reemplaza) filas.delete(id);
      return secuencia;
    },
    leerBorrador: async () => null,
    async sustituir(nuevas, viejas) {
      if (viejas.some((id) => !filas.has(id))) throw new Error("ya guardada");
      for (const id of viejas) filas.delete(id);
      for (const { revision, contenido } of nuevas)
        filas.set(revision.revision, { ...revision, estado: "lista", secuencia: (secuencia += 1), cifrado: structuredClone(contenido) });
    },
    revisiones: async () => [...filas.values()].map(copia),
    contenido: async (id) => structuredClone(filas.get(id)?.cifrado ?? null),
    async cambiarEstados(cambiadas) {
      for (const r of cambiadas) {
        const guardada = filas.get(r.revision);
        if (guardada) filas.set(r.revision, { ...r, cifrado: guardada.cifrado });
      }
    },
    async purgar(ids) {
      for (const id of ids) filas.delete(id);
    },
  };
}
