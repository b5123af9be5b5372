/* The vault of one person on one device (offline-sync.md §5), with WebCrypto only.
   A random data key encrypts every record (AES-GCM); it is kept wrapped by the password (PBKDF2-SHA-256) and by the
   server's public key (RSA-OAEP), so that a password reset loses nothing. Records are bound to where they are stored. */

export const VUELTAS = 600_000;
const AES = { name: "AES-GCM", length: 256 };
const codificador = new TextEncoder();
const decodificador = new TextDecoder();

export class ClaveIncorrecta extends Error {}

async function llaveDeClave(cripto, clave, sal, vueltas) {
  const material = await cripto.subtle.importKey("raw", codificador.encode(clave.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  const receta = { name: "PBKDF2", hash: "SHA-256", salt: sal, iterations: vueltas };
  return cripto.subtle.deriveKey(receta, material, AES, false, ["wrapKey", "unwrapKey"]);
}

async function envolver(cripto, llave, clave, vueltas) {
  const sal = cripto.getRandomValues(new Uint8Array(16));
  const iv = cripto.getRandomValues(new Uint8Array(12));
  const deClave = await llaveDeClave(cripto, clave, sal, vueltas);
  const envuelta = await cripto.subtle.wrapKey("raw", llave, deClave, { name: "AES-GCM", iv });
  return { sal, iv, vueltas, envuelta: new Uint8Array(envuelta) };
}

async function desenvolver(cripto, envoltura, clave, extraible) {
  const deClave = await llaveDeClave(cripto, clave, envoltura.sal, envoltura.vueltas);
  const receta = { name: "AES-GCM", iv: envoltura.iv };
  try {
    return await cripto.subtle.unwrapKey("raw", envoltura.envuelta, deClave, receta, AES, extraible, ["encrypt", "decrypt"]);
  } catch {
    throw new ClaveIncorrecta("La contraseña no abre lo guardado en este equipo.");
  }
}

/** Import the server's public key, SPKI in base64. */
export function importarPublica(base64, { cripto = globalThis.crypto } = {}) {
  const der = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return cripto.subtle.importKey("spki", der, { name: "RSA-OAEP", hash: "SHA-256" }, false, ["wrapKey"]);
}

/**
 * Make the vault of `usuario` (uuid). `publica` is the server's RSA-OAEP key; what it wraps opens for that person only.
 * Return {llave, envoltura, custodia}: only the last two are stored.
 */
export async function crear(usuario, clave, publica, { cripto = globalThis.crypto, vueltas = VUELTAS } = {}) {
  const llave = await cripto.subtle.generateKey(AES, true, ["encrypt", "decrypt"]);
  const envoltura = await envolver(cripto, llave, clave, vueltas);
  const custodia = new Uint8Array(await cripto.subtle.wrapKey("raw", llave, publica, { name: "RSA-OAEP", label: codificador.encode(usuario) }));
  return { llave: await desenvolver(cripto, envoltura, clave, false), envoltura, custodia };
}

/** Return the data key, which cannot leave WebCrypto. Throws ClaveIncorrecta. */
export function abrir(clave, envoltura, { cripto = globalThis.crypto } = {}) {
  return desenvolver(cripto, envoltura, clave, false);
}

/** Return the new wrapping of the same data key under another password. Throws ClaveIncorrecta. */
export async function cambiarClave(anterior, nueva, envoltura, { cripto = globalThis.crypto } = {}) {
  const llave = await desenvolver(cripto, envoltura, anterior, true);
  return envolver(cripto, llave, nueva, Math.max(envoltura.vueltas, 1));
}

/** Put the data key that the server gave back (32 bytes) under a new password. Return {llave, envoltura}. */
export async function recuperar(cruda, clave, { cripto = globalThis.crypto, vueltas = VUELTAS } = {}) {
  const extraible = await cripto.subtle.importKey("raw", cruda, AES, true, ["encrypt", "decrypt"]);
  const envoltura = await envolver(cripto, extraible, clave, vueltas);
  return { llave: await desenvolver(cripto, envoltura, clave, false), envoltura };
}

/** Encrypt a value that JSON can hold. `lugar` (store and id) is authenticated: a record moved elsewhere does not open. */
export async function cifrar(llave, valor, lugar, { cripto = globalThis.crypto } = {}) {
  const iv = cripto.getRandomValues(new Uint8Array(12));
  const receta = { name: "AES-GCM", iv, additionalData: codificador.encode(lugar) };
  const datos = await cripto.subtle.encrypt(receta, llave, codificador.encode(JSON.stringify(valor)));
  return { iv, datos: new Uint8Array(datos) };
}

/** Return the value of a record. Throws ClaveIncorrecta when the key, the place or a byte is another. */
export async function descifrar(llave, { iv, datos }, lugar, { cripto = globalThis.crypto } = {}) {
  const receta = { name: "AES-GCM", iv, additionalData: codificador.encode(lugar) };
  try {
    return JSON.parse(decodificador.decode(await cripto.subtle.decrypt(receta, llave, datos)));
  } catch {
    throw new ClaveIncorrecta("Este registro no se puede abrir con esta cuenta.");
  }
}
