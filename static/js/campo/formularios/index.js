/* The forms of the field, by the protocol's word. Each module has the same shape:
   terminado      what is said once it is finished
   varios         the names of its boxes of several
   objeto(paquete, datos)            what a draft or a content is about (a teacher, a session, a school), or undefined
   clave(datos)                      what tells apart a record that exists by itself ("" for a visit: each is a new one)
   esDe(borrador, objeto, opcion)    whether an open draft is the one that this choice would begin
   nuevo(objeto, opcion, {hoy, nuevoId})   a draft with nothing on the device: {visita, base, valores, …}
   delServidor(objeto, datos)        {cabeza, contenido} as the server had it at the last package, or null
   propio(contenido)                 the keys that a draft takes from a content
   version(paquete, objeto), contexto(paquete, objeto, datos, nuevoId), componer(valores, contexto), aplanar(contenido, contexto)
   rotulo(paquete, objeto, datos)    {nombre, titulo, fecha} for a list
   faltantes(valores, contexto, hoy) what the device can already tell is missing; the server checks everything again */

import * as caracterizacion from "./caracterizacion.js";
import * as sesion_grupal from "./sesion.js";
import * as visita from "./visita.js";

export const FORMULARIOS = { visita, sesion_grupal, caracterizacion };

/** The form of a draft or of a revision; those that an earlier version of the app kept are visits. */
export const formularioDe = ({ formulario = "visita" }) => FORMULARIOS[formulario];
