/* Signing in on the device: unlock without a network, open the server's session when there is one. */

import { ClaveIncorrecta, abrir, crear, importarPublica, recuperar } from "./boveda.js";

export class SinRed extends Error {}
export class NoEntra extends Error {}

/** `servidor` has estado(), entrar(cuenta, clave, csrf), salir(csrf), paquete(), recuperar(custodia, csrf). `nuevoId()` mints a UUIDv7. A
    server that does not answer keeps nobody waiting for what is on the device: it is asked only when that is not enough. */
export function crearSesion({ equipo, servidor, nuevoId, vueltas }) {
  /** Open the server's session for this account. Return whether there is a network. Throws NoEntra. */
  async function abrirEnServidor(cuenta, clave, persona) {
    const estado = await servidor.estado();
    if (!estado) return false;
    if (persona === undefined || estado.usuario !== persona.usuario) {
      await servidor.entrar(cuenta, clave, await tokenSinSesion(estado));
      const despues = await servidor.estado();
      if (!despues) return false;
      if (!despues.usuario) throw new NoEntra("La cuenta o la contraseña no es correcta.");
    }
    return true;
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

  /** The password changed on the server, which has just accepted it: it gives the data key back, wrapped again under the new one. */
  async function recuperarBoveda(persona, clave) {
    const cruda = await servidor.recuperar(persona.custodia, (await servidor.estado())?.csrf);
    const { llave, envoltura } = await recuperar(cruda, clave, { vueltas });
    await equipo.registrar({ ...persona, envoltura });
    return { persona, llave };
  }

  async function primeraVez(cuenta, clave) {
    const paquete = (await abrirEnServidor(cuenta, clave)) ? await servidor.paquete() : null;
    if (!paquete) throw new SinRed("La primera vez en este equipo hace falta señal.");
    return { ...(await crearBoveda(cuenta, clave, paquete)), paquete };
  }

  /**
   * Return {persona, llave, paquete}; `paquete` is null unless this account is new on this device: what is here opens at
   * once. Only a password that does not open it is asked of the server, where it may have changed; an open session does
   * not stand for it. Throws SinRed when the account is new and there is no network, ClaveIncorrecta or NoEntra when the
   * password is not right.
   */
  async function entrar(cuenta, clave) {
    const persona = await equipo.persona(cuenta);
    if (!persona) return primeraVez(cuenta, clave);
    try {
      return { persona, llave: await abrir(clave, persona.envoltura), paquete: null };
    } catch (error) {
      if (!(error instanceof ClaveIncorrecta) || !(await abrirEnServidor(cuenta, clave))) throw error;
      return { ...(await recuperarBoveda(persona, clave)), paquete: null };
    }
  }

  /** Open the server's session of a notebook that is open: behind it, or when that session ended. Throws NoEntra, or SinRed. */
  async function reanudar(persona, clave) {
    if (!(await abrirEnServidor(persona.cuenta, clave, persona))) throw new SinRed("No hay señal. Lo tuyo sigue guardado en este equipo.");
  }

  return { entrar, reanudar };
}
