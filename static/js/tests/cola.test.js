import assert from "node:assert/strict";
import { test } from "node:test";

import { MEDIO, alEmpezar, aplicar, cuentas, espera, partir, porEnviar, porEnviarDeCada, purgables, queHacer } from "../campo/cola.js";

let numero = 0;
function revision(cambios = {}) {
  numero += 1;
  const base = { visita: `v${numero}`, revision: `r${numero}`, base: null, hash: `sha256:${numero}` };
  return { ...base, estado: "lista", secuencia: numero, bytes: 1000, ...cambios };
}
const ids = (lista) => lista.map((r) => r.revision);
const respuesta = (status, cuerpo = null, tipo = "application/json") => ({ status, tipo, cuerpo });

test("se envía en orden, con sus antecesoras, hasta el límite de revisiones y de bytes", () => {
  const primera = revision();
  const segunda = revision({ visita: primera.visita, base: primera.revision });
  const tercera = revision({ bytes: 5000 });

  assert.deepEqual(porEnviar([tercera, segunda, primera]), [primera, segunda, tercera]);
  assert.deepEqual(porEnviar([primera, segunda, tercera], { revisionesMax: 2 }), [primera, segunda]);
  assert.deepEqual(porEnviar([primera, segunda, tercera], { bytesMax: 2500 }), [primera, segunda]);
  assert.deepEqual(porEnviar([tercera], { bytesMax: 10 }), [tercera]);
});

test("lo que espera detrás de una rechazada, un conflicto o una cuarentena no detiene a nadie", () => {
  for (const estado of ["rechazada", "en_conflicto", "en_cuarentena"]) {
    const mala = revision({ estado });
    const detras = revision({ visita: mala.visita, base: mala.revision });
    const masAtras = revision({ visita: mala.visita, base: detras.revision });
    const otra = revision();
    assert.deepEqual(ids(porEnviar([mala, detras, masAtras, otra])), [otra.revision]);
  }
});

test("solo un recibo con la misma huella confirma", () => {
  const [a, b, c] = [revision(), revision(), revision()];
  const dichas = [
    { revision: a.revision, estado: "creada", hash: a.hash, recibo: "x", recibido_en: "2026-06-20T00:00:00Z" },
    { revision: b.revision, estado: "creada", hash: "sha256:otra", recibo: "y" },
  ];
  const despues = aplicar([a, b, c], [a, b, c], dichas);

  assert.deepEqual(despues.map((r) => r.estado), ["confirmada", "lista", "lista"]);
  assert.equal(despues[0].recibo, "x");
});

test("una duplicada con su recibo también confirma, y lo no enviado no se toca", () => {
  const [a, otra] = [revision({ estado: "enviada" }), revision({ estado: "enviada" })];
  const dicha = { revision: a.revision, estado: "duplicada", hash: a.hash, recibo: "x", recibido_en: "2026-06-20T00:00:00Z" };

  assert.deepEqual(aplicar([a, otra], [a], [dicha]).map((r) => r.estado), ["confirmada", "enviada"]);
});

test("cada respuesta de una revisión lleva a su estado y conserva el motivo", () => {
  const r = revision();
  const dicho = (dicha) => aplicar([r], [r], [{ revision: r.revision, ...dicha }])[0];
  const errores = [{ campo: "fecha", codigo: "FECHA_FUTURA", mensaje: "…" }];

  assert.deepEqual(dicho({ estado: "rechazada", errores }).errores, errores);
  assert.equal(dicho({ estado: "conflicto", codigo: "BASE_ANTIGUA", cabeza: {} }).estado, "en_conflicto");
  assert.equal(dicho({ estado: "sin_asignacion", errores }).estado, "en_cuarentena");
  for (const estado of ["falta_base", "reintentar", "eliminada", "desconocido"])
    assert.equal(dicho({ estado }).estado, "lista");
});

test("qué hacer con cada respuesta del servidor", () => {
  assert.equal(queHacer(respuesta(207, { resultados: [] }, MEDIO)).que, "aplicar");
  assert.equal(queHacer(respuesta(401)).que, "entrar");
  assert.equal(queHacer(respuesta(403)).que, "renovar_token");
  assert.deepEqual(queHacer(respuesta(413, { max_items: 50, max_bytes: 9 })), { que: "partir", revisionesMax: 50, bytesMax: 9 });
  assert.equal(queHacer(respuesta(403, { codigo: "AVISO_PENDIENTE" })).que, "aviso");
  assert.equal(queHacer(respuesta(426)).que, "actualizar");
  for (const status of [400, 422]) assert.equal(queHacer(respuesta(status)).que, "partir_hasta_una");
  for (const status of [429, 500, 502, 503, 504]) assert.equal(queHacer(respuesta(status)).que, "esperar");
  assert.equal(queHacer(null).que, "esperar");
  assert.equal(queHacer({ ...respuesta(503), reintentarEn: 10 }).segundos, 10);
});

test("un portal cautivo nunca pasa por una respuesta nuestra", () => {
  for (const status of [200, 204, 301, 302, 404, 207])
    assert.equal(queHacer(respuesta(status, { resultados: [] }, "text/html")).que, "portal");
  assert.equal(queHacer(respuesta(207, null, MEDIO)).que, "portal");
  assert.equal(queHacer(respuesta(207, "<html>", MEDIO)).que, "portal");
});

test("lo que iba en camino cuando se apagó el equipo vuelve a estar listo", () => {
  const estados = ["lista", "enviada", "confirmada", "rechazada"].map((estado) => revision({ estado }));

  assert.deepEqual(alEmpezar(estados).map((r) => r.estado), ["lista", "lista", "confirmada", "rechazada"]);
});

test("un lote se parte hasta llegar a una", () => {
  assert.deepEqual(partir([1, 2, 3]), [[1, 2], [3]]);
  assert.deepEqual(partir([1]), [[1], []]);
});

test("la espera crece con azar de 30 segundos a una hora y respeta lo que pide el servidor", () => {
  assert.equal(espera(0, 1), 30);
  assert.equal(espera(3, 1), 240);
  assert.equal(espera(50, 1), 3600);
  assert.equal(espera(5, 0), 0);
  assert.equal(espera(0, 0.5, 120), 120);
});

test("solo se purga lo confirmado, con más de 30 días y que no es cabeza", () => {
  const antes = "2026-05-01T00:00:00Z";
  const base = revision({ estado: "confirmada", recibidoEn: antes });
  const cabeza = revision({ visita: base.visita, base: base.revision, estado: "confirmada", recibidoEn: antes });
  const reciente = revision({ estado: "confirmada", recibidoEn: "2026-06-19T00:00:00Z" });
  revision();

  assert.deepEqual(purgables([base, cabeza, reciente], Date.parse("2026-06-20T00:00:00Z")), [base]);
});

test("los contadores nombran todos los estados", () => {
  const distinta = revision({ estado: "en_conflicto", codigo: "HASH_DISTINTO" });
  const total = cuentas([revision(), revision(), revision({ estado: "rechazada" }), distinta]);

  assert.deepEqual(total, { lista: 2, enviada: 0, confirmada: 0, rechazada: 1, en_conflicto: 0, en_cuarentena: 0, por_guardar: 1 });
});

test("lo que espera se cuenta por formulario, y lo guardado por una versión anterior es una visita", () => {
  const filas = [revision(), revision({ estado: "enviada", formulario: "sesion_grupal" }), revision({ formulario: "sesion_grupal" }), revision({ estado: "confirmada" })];

  assert.deepEqual(porEnviarDeCada(filas), { visita: 1, sesion_grupal: 2 });
});
