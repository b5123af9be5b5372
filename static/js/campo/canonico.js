/* The canonical JSON of a content and its hash, the same as acompanamiento/comun/canonico.py (RFC 8785).
   Both are held together by acompanamiento/comun/tests/vectores_canonicos.json. */

const SUSTITUTO_SUELTO = /\p{Surrogate}/u;

export class NoCanonico extends Error {}

function normalizarTexto(texto, ruta) {
  const normal = texto.replace(/\r\n?/g, "\n").normalize("NFC");
  if (SUSTITUTO_SUELTO.test(normal)) throw new NoCanonico(`${ruta}: el texto tiene un carácter incompleto.`);
  return normal;
}

function normalizarObjeto(objeto, ruta) {
  const limpio = new Map();
  for (const [clave, valor] of Object.entries(objeto)) {
    const normal = normalizarTexto(clave, ruta);
    if (limpio.has(normal)) throw new NoCanonico(`${ruta}: dos claves se escriben igual.`);
    limpio.set(normal, escribir(valor, `${ruta}.${clave}`));
  }
  const claves = [...limpio.keys()].sort();
  return `{${claves.map((clave) => `${JSON.stringify(clave)}:${limpio.get(clave)}`).join(",")}}`;
}

function escribir(valor, ruta) {
  if (typeof valor === "string") return JSON.stringify(normalizarTexto(valor, ruta));
  if (valor === null || typeof valor === "boolean") return String(valor);
  if (typeof valor === "number") {
    if (Number.isSafeInteger(valor)) return String(valor + 0);
    throw new NoCanonico(`${ruta}: el número ${valor} no se puede firmar; escríbelo como texto.`);
  }
  if (Array.isArray(valor)) return `[${valor.map((v, i) => escribir(v, `${ruta}[${i}]`)).join(",")}]`;
  if (typeof valor === "object" && Object.getPrototypeOf(valor) === Object.prototype)
    return normalizarObjeto(valor, ruta);
  throw new NoCanonico(`${ruta}: un valor de tipo ${typeof valor} no se puede firmar.`);
}

/** Return the canonical text of `contenido`. Throws NoCanonico on what has no single spelling. */
export function canonico(contenido) {
  return escribir(contenido, "contenido");
}

/** Return `sha256:<64 hex>` of a text that is already canonical. */
export async function huella(texto, cripto = globalThis.crypto) {
  const bytes = await cripto.subtle.digest("SHA-256", new TextEncoder().encode(texto));
  return `sha256:${[...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
}
