/* What was kept again must say the same: `verdad` (id → what was written) follows the words to their new ids. Return what is wrong. */

/** `antes` are the ids that there were, `ahora` the revisions that there are. */
export function seguirSustituidas(verdad, antes, ahora) {
  const faltas = [];
  const quedan = new Set(ahora.map((r) => r.revision));
  const idas = new Set([...antes].filter((id) => !quedan.has(id)).map((id) => verdad.get(id)));
  for (const r of ahora.filter((una) => !antes.has(una.revision))) {
    const ida = [...idas].find((otra) => otra.hash === r.hash);
    if (!ida) faltas.push(`${r.revision} no dice lo de ninguna`);
    verdad.set(r.revision, { ...r, veneno: ida?.veneno });
    verdad.delete(ida?.revision);
    idas.delete(ida);
  }
  return [...faltas, ...[...idas].map((ida) => `${ida.revision} se perdió al guardarla otra vez`)];
}
