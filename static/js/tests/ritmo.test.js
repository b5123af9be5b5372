import assert from "node:assert/strict";
import test from "node:test";

import { crearRitmo } from "../campo/ritmo.js";

const reloj = () => {
  const puesto = { ms: 1_000_000 };
  const ritmo = crearRitmo({ ahora: () => puesto.ms, azar: () => 1 });
  return { ritmo, pasan: (segundos) => (puesto.ms += segundos * 1000) };
};

test("un cuaderno recién abierto habla enseguida, y después a cada latido", () => {
  const { ritmo, pasan } = reloj();
  assert.equal(ritmo.toca(), true);
  ritmo.anotar({ bien: true });
  pasan(29);
  assert.equal(ritmo.toca(), false);
  pasan(1);
  assert.equal(ritmo.toca(), true);
});

test("tras cada fracaso espera el doble, y un acierto lo olvida", () => {
  const { ritmo, pasan } = reloj();
  for (const segundos of [30, 60, 120]) {
    ritmo.anotar({ bien: false });
    pasan(segundos - 1);
    assert.equal(ritmo.toca(), false);
    pasan(1);
    assert.equal(ritmo.toca(), true);
  }
  ritmo.anotar({ bien: true });
  ritmo.anotar({ bien: false });
  pasan(30);
  assert.equal(ritmo.toca(), true);
});

test("lo que pidió el servidor se espera aunque se quiera cuanto antes o se abra otro cuaderno", () => {
  const { ritmo, pasan } = reloj();
  ritmo.anotar({ bien: false, segundos: 300 });
  ritmo.cuantoAntes();
  ritmo.reiniciar();
  assert.equal(ritmo.toca(), true);
  pasan(299);
  assert.equal(ritmo.enEspera()?.getTime(), 1_300_000);
  pasan(1);
  assert.equal(ritmo.enEspera(), null);
});
