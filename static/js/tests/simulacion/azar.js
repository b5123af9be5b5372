/* Chance that a seed repeats. */
export function azarDe(semilla) {
  let s = semilla >>> 0;
  const azar = () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  azar.entero = (n) => Math.floor(azar() * n);
  azar.de = (lista) => lista[azar.entero(lista.length)];
  return azar;
}
