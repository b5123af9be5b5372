/* The forms of the field, by the protocol's word. Each module has the same shape:
   terminado      what is said once it is finished
   corrige        the form in which one that the server confirmed is corrected
   varios         the names of its boxes of several
   objeto(paquete, datos)            what a draft or a content is about (a teacher, a session, a school), or undefined
   clave(datos)                      what tells apart a record that exists by itself ("" for a visit: each is a new one)
   esDe(borrador, objeto, opcion)    whether an open draft is the one that this choice would begin
   nuevo(objeto, opcion, {hoy, nuevoId})   a draft with nothing on the device: {visita, base, valores, …}
   delServidor(objeto, datos)        {formulario, cabeza, contenido} as the server had it at the last package, or null; formulario when it
                                     may be another
   propio(contenido)                 the keys that a draft takes from a content
   version(paquete, objeto), contexto(paquete, objeto, datos, nuevoId), componer(valores, contexto), aplanar(contenido, contexto)
   rotulo(paquete, objeto, datos)    {nombre, titulo, fecha, dicho} for a list; dicho when there is more to say than its state
   faltantes(valores, contexto, hoy) what the device can already tell is missing; the server checks everything again */

import * as caracterizacion from "./caracterizacion.js";
import * as sesion_grupal from "./sesion.js";
import * as sesion_no_realizada from "./sesion_no_realizada.js";
import * as sesion_nueva from "./sesion_nueva.js";
import * as visita from "./visita.js";

export const FORMULARIOS = { visita, sesion_grupal, sesion_no_realizada, sesion_nueva, caracterizacion };

/** The forms that speak of a group session: one record, and one chain, whichever of them. */
export const DE_SESION = ["sesion_grupal", "sesion_no_realizada", "sesion_nueva"];

/** The form of a draft or of a revision; those that an earlier version of the app kept are visits. */
export const formularioDe = ({ formulario = "visita" }) => FORMULARIOS[formulario];
