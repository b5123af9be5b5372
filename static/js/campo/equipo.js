/* Who uses this device: one small database that anybody may open, with names and wrapped keys, never texts. */

import { openDB } from "idb";

const NOMBRE = "acompana-equipo";

export async function abrirEquipo() {
  const db = await openDB(NOMBRE, 1, { upgrade: (d) => d.createObjectStore("personas", { keyPath: "cuenta" }) });
  return {
    personas: () => db.getAll("personas"),
    persona: (cuenta) => db.get("personas", cuenta),
    /** `persona` is {cuenta, usuario, nombre, dispositivo, envoltura, custodia}. */
    async registrar(persona) {
      const tx = db.transaction("personas", "readwrite", { durability: "strict" });
      await Promise.all([tx.store.put(persona), tx.done]);
    },
    cerrar: () => db.close(),
  };
}
