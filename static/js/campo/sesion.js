/* Signing in on the device: unlock without a network, open the server's session when there is one. */

import { ClaveIncorrecta, abrir, crear, importarPublica, recuperar } from "./boveda.js";
import { Ocupado } from "./servidor.js";

export class SinRed extends Error {}
export class NoEntra extends Error {}

/** `servidor` has estado(), entrar(cuenta, clave, csrf), salir(csrf), paquete(), recuperar(custodia, csrf). `nuevoId()` mints a UUIDv7. */
export function crearSesion({ equipo, servidor, nuevoId, vueltas }) {
  /** Open the server's session for this account. Return whether there is a network. Throws NoEntra. */
  async function abrirEnServidor(cuenta, clave, persona) {
    const estado = await servidor.estado();
    if (!estado) return false;
    if (persona === undefined || estado.usuario !== persona.usuario) {
      await servidor.entrar(cuenta, clave, await tokenSinSesion(estado));
      if (!(await servidor.estado())?.usuario) throw new NoEntra("La cuenta o la contraseña no es correcta.");
    }
    return true;
  }

  /** A busy server is no reason to keep a notebook closed: what is here opens, and the package comes another time. */
  async function paquetePara(persona) {
    try {
      return await servidor.paquete();
    } catch (error) {
      if (!persona || !(error instanceof Ocupado)) throw error;
      return null;
    }
  }

  /** The sign-in page does not change an open session: whoever's it is, it is closed first. */
  async function tokenSinSesion({ usuario, csrf }) {
    if (usuario === null) return csrf;
    await servidor.salir(csrf);
    return (await servidor.estado())?.csrf ?? csrf;
  }

  async function crearBoveda(cuenta, clave, paquete) {
    const publica = await importarPublica(paquete.custodia);
    const { llave, envoltura, custodia } = await crear(paquete.usuario.id, clave, publica, { vueltas });
    const { id: usuario, nombre } = paquete.usuario;
    const persona = { cuenta, usuario, nombre, dispositivo: nuevoId(), envoltura, custodia };
    await equipo.registrar(persona);
    return { persona, llave };
  }

  /** The password changed on the server: the server gives the data key back, wrapped again under the new one. */
  async function recuperarBoveda(persona, clave) {
    const { csrf } = await servidor.estado();
    const cruda = await servidor.recuperar(persona.custodia, csrf);
    const { llave, envoltura } = await recuperar(cruda, clave, { vueltas });
    await equipo.registrar({ ...persona, envoltura });
    return { persona, llave };
  }

  /**
   * Return {persona, llave, paquete}; `paquete` is null without a network. Throws SinRed when this account has never
   * been on this device and there is no network, ClaveIncorrecta or NoEntra when the password is not right.
   */
  async function entrar(cuenta, clave) {
    const persona = await equipo.persona(cuenta);
    const paquete = (await abrirEnServidor(cuenta, clave, persona)) ? await paquetePara(persona) : null;
    if (!persona) {
      if (!paquete) throw new SinRed("La primera vez en este equipo hace falta señal.");
      return { ...(await crearBoveda(cuenta, clave, paquete)), paquete };
    }
    try {
      return { persona, llave: await abrir(clave, persona.envoltura), paquete };
    } catch (error) {
      if (!(error instanceof ClaveIncorrecta) || !paquete) throw error;
      return { ...(await recuperarBoveda(persona, clave)), paquete };
    }
  }

  /** The server's session ended while the notebook was open. Throws NoEntra, or SinRed. */
  async function reanudar(persona, clave) {
    if (!(await abrirEnServidor(persona.cuenta, clave, persona))) throw new SinRed("No hay señal. Lo tuyo sigue guardado en este equipo.");
  }

  return { entrar, reanudar };
}
