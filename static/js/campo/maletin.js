/* The sealed file of what has not been sent: the records as the vault holds them, and the key that only the server opens. */

import { fecha } from "./palabras.js";

const base64 = (bytes) => btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
const POR_ENVIAR = new Set(["lista", "enviada", "rechazada", "en_conflicto", "en_cuarentena"]);

/** Return the file as text, or null when the server holds everything. */
export async function empaquetar({ persona, almacen }) {
  const revisiones = (await almacen.revisiones()).filter((r) => POR_ENVIAR.has(r.estado));
  if (revisiones.length === 0) return null;
  const sellada = ({ cifrado, errores: _e, cabeza: _c, codigo: _k, bytes: _b, estado: _s, ...publico }) => ({
    ...publico,
    iv: base64(cifrado.iv),
    datos: base64(cifrado.datos),
  });
  return JSON.stringify({
    maletin: 1,
    usuario: persona.usuario,
    dispositivo: persona.dispositivo,
    custodia: base64(persona.custodia),
    revisiones: revisiones.sort((a, b) => a.secuencia - b.secuencia).map(sellada),
  });
}

function descargar(texto, nombre) {
  const enlace = document.createElement("a");
  enlace.href = URL.createObjectURL(new Blob([texto], { type: "application/json" }));
  enlace.download = nombre;
  enlace.click();
  setTimeout(() => URL.revokeObjectURL(enlace.href), 60_000);
}

/** Leave the file in the person's downloads. Return what to announce: tone, title and text. */
export async function exportar(cuaderno) {
  const archivo = await empaquetar(cuaderno);
  if (!archivo) return ["mar", "No hay nada por exportar.", "Todo lo terminado está confirmado por el servidor."];
  descargar(archivo, `acompana-${cuaderno.persona.cuenta}-${fecha(new Date().toISOString()).replaceAll("/", "-")}.json`);
  return ["ok", "Copia exportada.", "Cualquier equipo con señal puede subirla sin poder leerla."];
}
