/* The week of a day, from Monday to Sunday. Days are texts, "2026-10-15". */

const DIA_MS = 24 * 3600 * 1000;

/** [Monday, Sunday] of the week of `dia`. */
export function semanaDe(dia) {
  const instante = Date.parse(`${dia}T00:00:00Z`);
  const desdeLunes = (new Date(instante).getUTCDay() + 6) % 7;
  return [-desdeLunes, 6 - desdeLunes].map((n) => new Date(instante + n * DIA_MS).toISOString().slice(0, 10));
}

/** Two lists of what has `fecha`: those of the week of `hoy` and the others, each in the order in which they came. */
export function apartarSemana(cosas, hoy) {
  const [lunes, domingo] = semanaDe(hoy);
  const es = ({ fecha }) => lunes <= fecha && fecha <= domingo;
  return [cosas.filter(es), cosas.filter((c) => !es(c))];
}
