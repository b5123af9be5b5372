import assert from "node:assert/strict";
import { test } from "node:test";

import { apartarSemana, semanaDe } from "../campo/semana.js";

test("la semana va de lunes a domingo, también en el cambio de año", () => {
  for (const dia of ["2026-11-23", "2026-11-26", "2026-11-29"]) assert.deepEqual(semanaDe(dia), ["2026-11-23", "2026-11-29"], dia);
  assert.deepEqual(semanaDe("2027-01-01"), ["2026-12-28", "2027-01-03"]);
});

test("aparta lo de la semana y no pierde ni desordena nada", () => {
  const cosas = ["2026-11-22", "2026-11-29", "2026-11-23", "2026-11-30"].map((fecha) => ({ fecha }));

  assert.deepEqual(apartarSemana(cosas, "2026-11-25"), [[cosas[1], cosas[2]], [cosas[0], cosas[3]]]);
});
