/* The open notebook of one person: her store, the package it works with, and what is made of both. */

import { SinEspacio, abrirAlmacen } from "./almacen.js";
import * as boveda from "./boveda.js";
import { conLosDeAntes, crearLibreta } from "./libreta.js";
import { crearPuestaAlDia } from "./puesta_al_dia.js";
import { crearSincronizador } from "./sincronizador.js";

const VERSION = "1.0.0";

/**
 * `llave` is the open vault's; `paquete` what the server has just given, or null: then the notebook opens with what is here, and
 * `pedirLoNuevo` brings the other behind. `traerPaquete()` is the server's. Return {persona, almacen, paquete, libreta, sincronizador,
 * alDia(), pedirLoNuevo(), usarLoNuevo()}; the three of the middle change with `usarLoNuevo`.
 */
export async function crearCuaderno({ persona, llave, paquete: traido }, { conexion, traerPaquete, nuevoId, ahora = () => new Date() }) {
  const almacen = await abrirAlmacen(persona.usuario, {
    cifrar: (valor, lugar) => boveda.cifrar(llave, valor, lugar),
    descifrar: (registro, lugar) => boveda.descifrar(llave, registro, lugar),
  });
  const puesta = crearPuestaAlDia({ traer: traerPaquete, ahora: () => ahora().getTime(), alDia: traido !== null });
  let recibido = null;

  /** Keep a new package and what the one before had of work that is here. A full disk loses the package, never what was written. */
  async function conservar(nuevo, anterior) {
    const actual = await conLosDeAntes(nuevo, anterior, almacen);
    await almacen.ponerPaquete(actual).catch((error) => error instanceof SinEspacio || Promise.reject(error));
    return actual;
  }

  function usar(paquete) {
    const datos = { usuario: persona.usuario, dispositivo: persona.dispositivo, version: VERSION };
    const libreta = crearLibreta({ almacen, paquete, nuevoId, ahora });
    const sincronizador = crearSincronizador({ almacen, conexion, datos, reloj: { ahora }, nuevoId, paquete });
    Object.assign(cuaderno, { paquete, libreta, sincronizador });
  }

  const cuaderno = {
    persona,
    almacen,
    alDia: () => puesta.alDia,
    /** Keep what the server gives, for `usarLoNuevo`. Return whether it gave something. */
    async pedirLoNuevo() {
      const nuevo = await puesta.pedir();
      if (!nuevo) return false;
      await conservar(nuevo, cuaderno.paquete);
      recibido = nuevo;
      return true;
    },
    /** Work with what came, from now on: whoever has a draft open goes on with the one that it was opened with. */
    async usarLoNuevo() {
      const nuevo = recibido;
      recibido = null;
      if (nuevo) usar(await conservar(nuevo, cuaderno.paquete));
    },
  };
  const anterior = await almacen.leerPaquete();
  usar(traido ? await conservar(traido, anterior) : anterior);
  return cuaderno;
}
