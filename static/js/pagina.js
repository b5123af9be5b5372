// What every page starts: the menu, and the list of what a form did not accept.
import { prepararMenu } from "./menu.js";
import { enfocarErrores } from "./errores.js";
import { prepararNiveles } from "./nivel.js";

prepararMenu(document);
enfocarErrores(document);
prepararNiveles(document);
