import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { buscar, deOtraSeccion, enBlancoDe, siguiente } from "../transcripcion/recorrido.js";
import { avisarSinEnviar } from "../transcripcion/sin_enviar.js";
import { accionDe } from "../transcripcion/teclas.js";
import { diaTecleado, enCifras, horaTecleada, ponerEnClaro } from "../transcripcion/tecleo.js";

const vectores = JSON.parse(readFileSync(new URL("../../../visitas/tests/vectores_tecleo.json", import.meta.url), "utf8"));

/** "4.5a" blank, "4.5b=x" written, "4.6a=no" not observed; `lista` by the beginning of the number. */
function hoja(texto, listas = {}) {
  return texto.split(" ").map((trozo) => {
    const [numero, valor = ""] = trozo.split("=");
    const lista = Object.keys(listas).find((inicio) => numero.startsWith(inicio));
    return { numero, fila: numero.replace(/[a-z]$/, ""), lista: lista ? listas[lista] : "", vacio: valor === "", no: valor === "no" };
  });
}
const desde = (renglones, numero) => {
  const destino = siguiente(renglones, renglones.findIndex((r) => r.numero === numero));
  return destino === "agregar" ? destino : (renglones[destino]?.numero ?? "fin");
};

test("las horas y los días tecleados se escriben como en el servidor", () => {
  for (const [texto, hora] of vectores.horas) assert.equal(horaTecleada(texto), hora, texto);
  for (const [texto, dia] of vectores.dias) assert.equal(diaTecleado(texto, vectores.anio), dia, texto);
  assert.equal(enCifras("2026-11-17"), "17/11/2026");
});

test("lo que no se entiende se dice y no se cambia", () => {
  assert.deepEqual(ponerEnClaro("hora", "830", 2026), { texto: "08:30" });
  assert.deepEqual(ponerEnClaro("dia", "1711", 2026), { texto: "17/11/2026" });
  assert.deepEqual(ponerEnClaro("numero", " ", 2026), { texto: "" });
  assert.match(ponerEnClaro("hora", "2599", 2026).error, /«2599» no es una hora/);
  assert.match(ponerEnClaro("dia", "31/11", 2026).error, /«31\/11» no es un día/);
  assert.match(ponerEnClaro("numero", "Juan", 2026).error, /nunca nombres/);
});

test("una tecla elige el nivel, marca casillas y no estorba al escribir", () => {
  const niveles = ["1", "2", "3", "4", "0"];
  assert.deepEqual(accionDe({ tipo: "una", key: "3", teclas: niveles }), { hace: "elige", tecla: "3" });
  assert.deepEqual(accionDe({ tipo: "una", key: "0", teclas: niveles }), { hace: "elige", tecla: "0" });
  assert.equal(accionDe({ tipo: "una", key: "5", teclas: niveles }), null);
  assert.deepEqual(accionDe({ tipo: "una", key: "Backspace", teclas: niveles }), { hace: "quita" });
  assert.deepEqual(accionDe({ tipo: "varias", key: "B", teclas: ["1", "b"] }), { hace: "marca", tecla: "b" });
  assert.deepEqual(accionDe({ tipo: "casilla", key: "1" }), { hace: "elige", tecla: "1" });
  assert.deepEqual(accionDe({ tipo: "casilla", key: "0" }), { hace: "no" });
  assert.equal(accionDe({ tipo: "linea", key: "1" }), null);
  assert.equal(accionDe({ tipo: "texto", key: "0" }), null);
});

test("Entrar avanza, salvo la línea nueva de un texto; F2 salta y Ctrl+Entrar termina", () => {
  assert.deepEqual(accionDe({ tipo: "texto", key: "Enter" }), { hace: "sigue" });
  assert.equal(accionDe({ tipo: "texto", key: "Enter", shift: true }), null);
  assert.deepEqual(accionDe({ tipo: "linea", key: "Enter" }), { hace: "sigue" });
  assert.deepEqual(accionDe({ tipo: "texto", key: "Enter", ctrl: true }), { hace: "termina" });
  assert.deepEqual(accionDe({ tipo: "una", key: "F2" }), { hace: "ir" });
  assert.equal(accionDe({ tipo: "una", key: "1", teclas: ["1"], ctrl: true }), null);
  assert.equal(accionDe({ tipo: "una", key: "1", teclas: ["1"], alt: true }), null);
});

test("un nivel pide su evidencia; en blanco o no observado pasa a la siguiente competencia", () => {
  const renglones = hoja("4.1a=2 4.1b 4.2a=no 4.2b 4.3a 4.3b 5.1");
  assert.equal(desde(renglones, "4.1a"), "4.1b");
  assert.equal(desde(renglones, "4.2a"), "4.3a");
  assert.equal(desde(renglones, "4.3a"), "5.1");
  assert.equal(desde(renglones, "5.1"), "fin");
});

test("una fila en blanco deja la lista; la última escrita pide otra", () => {
  const notas = { "3.1.": "nota" };
  const renglones = hoja("3.1.1a=08:05 3.1.1b=algo 3.1.2a 3.1.2b 3.2", notas);
  assert.equal(desde(renglones, "3.1.1a"), "3.1.1b");
  assert.equal(desde(renglones, "3.1.1b"), "3.1.2a");
  assert.equal(desde(renglones, "3.1.2a"), "3.2");
  assert.equal(desde(hoja("3.1.1a=08:05 3.1.1b=algo 3.2", notas), "3.1.1b"), "agregar");
  assert.equal(desde(hoja("3.1.1a=08:05 3.1.1b=algo", notas), "3.1.1b"), "agregar");
});

test("se cuenta en blanco solo lo que alguien tendría que llenar", () => {
  assert.equal(enBlancoDe(hoja("4.1a=2 4.1b 4.2a=no 4.2b 4.3a 4.3b 5.1=x")), 2);
  assert.equal(enBlancoDe(hoja("3.1.1a=08:05 3.1.1b 3.1.2a 3.1.2b 3.2", { "3.1.": "nota" })), 2);
  assert.equal(enBlancoDe([]), 0);
});

test("un número lleva a su renglón, con o sin letra, con coma o sin puntos", () => {
  const renglones = hoja("1.1 2.1.1 2.1.2 4.5a 4.5b 4.10a 6.1.1a 6.2");
  const lleva = (texto) => renglones[buscar(renglones, texto)]?.numero;
  assert.equal(lleva("4.5b"), "4.5b");
  assert.equal(lleva("4.5"), "4.5a");
  assert.equal(lleva("4,5"), "4.5a");
  assert.equal(lleva("45B"), "4.5b");
  assert.equal(lleva("410"), "4.10a");
  assert.equal(lleva("2.1"), "2.1.1");
  assert.equal(lleva("4"), "4.5a");
  assert.equal(lleva("6."), "6.1.1a");
  assert.equal(lleva("9.9"), undefined);
  assert.equal(lleva(" "), undefined);
});

test("lo que se envía con botones avisa al salir mientras no se haya enviado", () => {
  const ventana = new EventTarget();
  const salir = () => !ventana.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  const envio = avisarSinEnviar(ventana);
  assert.equal(salir(), false);
  envio.cambio();
  assert.equal(salir(), true);
  envio.soltar();
  assert.equal(salir(), false);
});

test("donde se escribe seguido Entrar es otra línea de un texto, y Ctrl+Entrar termina igual", () => {
  assert.equal(accionDe({ tipo: "texto", key: "Enter", seguido: true }), null);
  assert.deepEqual(accionDe({ tipo: "linea", key: "Enter", seguido: true }), { hace: "sigue" });
  assert.deepEqual(accionDe({ tipo: "texto", key: "Enter", ctrl: true, seguido: true }), { hace: "termina" });
});

test("las teclas de función valen en todo el formulario, y fuera de un renglón nada más hace algo", () => {
  for (const tipo of [undefined, "texto", "linea", "una"]) {
    assert.deepEqual(accionDe({ tipo, key: "F2" }), { hace: "ir" });
    assert.deepEqual(accionDe({ tipo, key: "F2", shift: true }), { hace: "lista" });
    assert.deepEqual(accionDe({ tipo, key: "F8" }), { hace: "seccion", paso: 1 });
    assert.deepEqual(accionDe({ tipo, key: "F8", shift: true }), { hace: "seccion", paso: -1 });
    assert.deepEqual(accionDe({ tipo, key: "F9" }), { hace: "nota" });
  }
  for (const key of ["F2", "F8", "F9"]) for (const con of ["ctrl", "alt"]) assert.equal(accionDe({ tipo: "una", key, [con]: true }), null, `${con}+${key}`);
  for (const key of ["Enter", "1", "0", "Backspace"]) assert.equal(accionDe({ key, teclas: ["0", "1"] }), null, key);
  assert.equal(accionDe({ key: "Enter", ctrl: true }), null);
});

test("mientras se escribe, ninguna tecla que escribe hace otra cosa", () => {
  for (const tipo of ["texto", "linea"])
    for (const key of [..."0123456789abcdefghijklmnopqrstuvwxyzñáÁ¿?.,; ", "Backspace", "Delete", "Tab", "Escape", "ArrowUp", "Home", "Dead"])
      for (const shift of [false, true]) assert.equal(accionDe({ tipo, key, shift, teclas: ["0", "1"], seguido: true }), null, `${tipo} ${key}`);
});

test("de sección en sección, sin pasarse de la primera ni de la última", () => {
  const renglones = hoja("0.1a 0.1b 1.1 1.2 3.1.1a 3.1.1b 3.2");
  const a = (numero, paso) => renglones[deOtraSeccion(renglones, renglones.findIndex((r) => r.numero === numero), paso)]?.numero ?? "fin";

  assert.deepEqual([a("nada", 1), a("0.1b", 1), a("1.1", 1), a("3.1.1a", 1), a("3.2", 1)], ["0.1a", "1.1", "3.1.1a", "fin", "fin"]);
  assert.deepEqual([a("nada", -1), a("0.1a", -1), a("1.2", -1), a("3.2", -1)], ["0.1a", "0.1a", "0.1a", "1.1"]);
});
