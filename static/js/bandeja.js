// The link to the field notebook in the bar: how many records this device has not sent. The queue is read, never the vault:
// states are in clear, texts are not.

const SIN_ENVIAR = new Set(["lista", "enviada"]);

/** What the link says; `sinEnviar` is null where this person never opened the notebook. */
export function textoDeBandeja(sinEnviar) {
  if (!sinEnviar) return { numero: "", detalle: sinEnviar === 0 ? "nada sin enviar, según este equipo" : "" };
  return { numero: String(sinEnviar), detalle: "sin enviar, según este equipo" };
}

function pedir(solicitud) {
  return new Promise((bien, mal) => {
    solicitud.onsuccess = () => bien(solicitud.result);
    solicitud.onerror = () => mal(solicitud.error);
  });
}

/** How many revisions of the person wait on this device, or null when there is no notebook of theirs. Makes none. */
export async function contarSinEnviar(usuario, indexedDB = globalThis.indexedDB) {
  const apertura = indexedDB.open(`acompana-${usuario}`);
  apertura.onupgradeneeded = () => apertura.transaction.abort();
  let db = null;
  try {
    db = await pedir(apertura);
    const revisiones = await pedir(db.transaction("revisiones").objectStore("revisiones").getAll());
    return revisiones.filter((r) => SIN_ENVIAR.has(r.estado)).length;
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/** Write the count in the bar's link ([data-bandeja] holds the person's id). */
export async function pintarBandeja(documento) {
  const enlace = documento.querySelector("[data-bandeja]");
  if (!enlace || !globalThis.indexedDB) return;
  const { numero, detalle } = textoDeBandeja(await contarSinEnviar(enlace.dataset.bandeja));
  enlace.querySelector("[data-bandeja-numero]").textContent = numero;
  enlace.querySelector("[data-bandeja-detalle]").textContent = detalle;
}
