import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { FORMULARIOS, formularioDe } from "../campo/formularios/index.js";

const ARCHIVO = new URL("../../../visitas/tests/vectores_registros.json", import.meta.url);
const { sesion, nueva, no_realizada: negada, base } = JSON.parse(readFileSync(ARCHIVO, "utf8"));
const { sesion_grupal: Sesion, sesion_nueva: Nueva, sesion_no_realizada: Negada, caracterizacion: Base } = FORMULARIOS;
const normal = (valor) => JSON.parse(JSON.stringify(valor).normalize("NFC"));
const contextoDe = ({ escuela, anio, momento }) => ({ ...base.contexto, escuela, anio, momento });

test("de los valores de una sesión sale el mismo contenido que en el servidor, y de él los mismos valores", () => {
  assert.ok(sesion.casos.length >= 3);
  for (const { contenido, plano } of sesion.casos) {
    assert.deepEqual(Sesion.componer(plano, sesion.contexto), normal(contenido));
    assert.deepEqual(Sesion.aplanar(contenido), plano);
  }
});

for (const [nombre, Forma, vectores] of [["no programada", Nueva, nueva], ["no realizada", Negada, negada]]) {
  test(`de los valores de una sesión ${nombre} sale el mismo contenido que en el servidor, y de él los mismos valores`, () => {
    assert.ok(vectores.casos.length >= 3);
    for (const { contenido, plano } of vectores.casos) {
      assert.deepEqual(Forma.componer(plano, vectores.contexto), normal(contenido));
      assert.deepEqual(Forma.aplanar(contenido), plano);
    }
  });
}

const dichos = (Forma, valores) => Forma.faltantes(valores, {}, "2026-10-29").map(({ campo, mensaje }) => [campo, mensaje]);

test("a una sesión no programada le falta lo mismo aquí que en el servidor, con las mismas frases", () => {
  assert.deepEqual(dichos(Nueva, {}).sort(), nueva.faltas.sort());
  assert.deepEqual(dichos(Nueva, nueva.casos[0].plano), []);
  assert.deepEqual(dichos(Nueva, { ...nueva.casos[0].plano, fecha: "2026-10-30" }).map(([campo]) => campo), ["fecha"]);
});

test("a una que no se realizó le falta el motivo, y si es otro, cuál", () => {
  assert.deepEqual([...dichos(Negada, {}), ...dichos(Negada, { motivo: "otro", motivo_texto: " " })], negada.faltas);
  assert.deepEqual(dichos(Negada, { motivo: "lluvia", motivo_texto: "" }), []);
});

test("las competencias van como números y en orden, y todos los de la lista están invitados al empezar", () => {
  const contenido = Nueva.componer({ ...nueva.casos[0].plano, competencias: ["10", "9", "2"] }, nueva.contexto);
  const borrador = Nueva.nuevo(null, { docentes: ["b", "a"] }, { hoy: "2026-10-29", nuevoId: () => "n1" });

  assert.deepEqual(contenido.competencias, [2, 9, 10]);
  assert.deepEqual([borrador.visita, borrador.sesion, borrador.base, borrador.valores.docentes], ["n1", "n1", null, ["b", "a"]]);
  assert.deepEqual(Nueva.componer(borrador.valores, nueva.contexto).invitados, ["a", "b"]);
});

test("de quien ya no acompaño no se dice nada en la lista de una sesión", () => {
  const docentes = [{ id: "a" }, { id: "b", pasado: true }];

  assert.deepEqual(Sesion.contexto({ docentes }, {}, { sesion: "s" }).docentes, ["a"]);
});

test("de los valores de una línea de base sale el mismo contenido que en el servidor, y de él los mismos valores", () => {
  assert.ok(base.casos.length >= 7);
  for (const { contenido, plano } of base.casos) {
    assert.deepEqual(Base.componer(plano, contextoDe(contenido)), normal(contenido));
    assert.deepEqual(Base.aplanar(contenido, base.contexto), plano);
  }
});

test("a una línea de base le falta lo mismo aquí que en el servidor, con las mismas frases", () => {
  const frases = new Set();
  for (const { valores, errores } of base.faltas) {
    const dichos = Base.faltantes(valores, base.contexto).map(({ campo, mensaje }) => [campo, mensaje]);
    assert.deepEqual(dichos.sort(), errores.sort());
    for (const [, mensaje] of errores) frases.add(mensaje);
  }
  assert.ok(frases.size >= 20, `${frases.size}`);
});

test("una distancia se escribe de una sola forma y lo que no es número queda como se escribió", () => {
  const de = (km, minutos) => {
    const { distancia_km, minutos_de_viaje } = Base.componer({ distancia_km: km, minutos_de_viaje: minutos }, contextoDe(base.casos[0].contenido));
    return [distancia_km, minutos_de_viaje];
  };
  assert.deepEqual(de("12", "090"), ["12,0", 90]);
  assert.deepEqual(de("12.5", "1h"), ["12,5", "1h"]);
  assert.deepEqual(de("1e2", ""), ["1e2", null]);
});

test("de quien ya no está en la lista queda que vino, y de los demás nada", () => {
  const valores = { ...sesion.casos[0].plano, asistieron: ["f-se-fue"] };
  const { asistencia } = Sesion.componer(valores, { sesion: "s", docentes: ["b", "a"] });

  assert.deepEqual(asistencia, [{ docente: "a", asistio: false }, { docente: "b", asistio: false }, { docente: "f-se-fue", asistio: true }]);
});

test("a una sesión le falta lo que no se ve, y un día que no llega se dice", () => {
  const campos = (valores) => Sesion.faltantes(valores, {}, "2026-10-29").map((f) => f.campo);

  assert.deepEqual(campos(sesion.casos[0].plano), []);
  assert.deepEqual(campos({}), ["fecha", "inicio", "fin", "desarrollo", "asistieron"]);
  assert.deepEqual(campos({ ...sesion.casos[0].plano, fecha: "2026-10-30", fin: "07:00" }), ["fecha", "fin"]);
});

test("una sesión que ya no está en el plan se puede abrir y decir", () => {
  const paquete = { sesiones: [], docentes: [] };
  const objeto = Sesion.objeto(paquete, { sesion: "s1" });

  assert.equal(Sesion.rotulo(paquete, objeto, { valores: { fecha: "2026-10-29" } }).nombre, "Sesión que ya no está en el plan");
});

test("lo guardado por una versión anterior es una visita", () => {
  assert.equal(formularioDe({}), FORMULARIOS.visita);
});

test("todos los formularios tienen la misma forma", () => {
  const claves = Object.values(FORMULARIOS).map((f) => Object.keys(f).sort().join());
  assert.equal(new Set(claves).size, 1);
});
