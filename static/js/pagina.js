// What every page starts: the menu, the list of what a form did not accept, and what waits in the field notebook.
import { pintarBandeja } from "./bandeja.js";
import { prepararMenu } from "./menu.js";
import { enfocarErrores } from "./errores.js";
import { prepararNiveles } from "./nivel.js";

prepararMenu(document);
enfocarErrores(document);
prepararNiveles(document);
pintarBandeja(document);
