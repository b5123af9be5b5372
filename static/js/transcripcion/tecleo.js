// What paper says, written out: "0830" → "08:30", "1711" → "17/11/2026". The server does the same (visitas/papel/tecleo.py);
// both are held together by visitas/tests/vectores_tecleo.json.

const HORA = /^(\d{1,2})[:.\s]?(\d{2})$/;
const DIA = /^(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{4}|\d{2}))?$/;
const DIA_JUNTO = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/;
const dos = (n) => String(n).padStart(2, "0");

/** "HH:MM", or "" when it is no hour. */
export function horaTecleada(texto) {
  const hallada = HORA.exec(texto.trim());
  if (!hallada || Number(hallada[1]) > 23 || Number(hallada[2]) > 59) return "";
  return `${dos(Number(hallada[1]))}:${hallada[2]}`;
}

function anioDe(escrito, anio) {
  if (!escrito) return anio;
  return escrito.length === 4 ? Number(escrito) : Math.floor(anio / 100) * 100 + Number(escrito);
}

/** "2026-11-17", or "" when it is no day. A day without year is of `anio`. */
export function diaTecleado(texto, anio) {
  const hallado = DIA_JUNTO.exec(texto.trim()) ?? DIA.exec(texto.trim());
  if (!hallado) return "";
  const [dia, mes, de] = [Number(hallado[1]), Number(hallado[2]), anioDe(hallado[3], anio)];
  const fecha = new Date(Date.UTC(de, mes - 1, dia));
  const existe = fecha.getUTCMonth() === mes - 1 && fecha.getUTCDate() === dia && de > 0;
  return existe ? `${String(de).padStart(4, "0")}-${dos(mes)}-${dos(dia)}` : "";
}

/** How the page shows a day: 17/11/2026. */
export function enCifras(iso) {
  return iso.split("-").reverse().join("/");
}

/** Return {texto} as it should stand in its box, or {error}: the sentence of what cannot be read. `que` is "hora", "dia" or "numero". */
export function ponerEnClaro(que, texto, anio) {
  if (texto.trim() === "") return { texto: "" };
  if (que === "hora") {
    const hora = horaTecleada(texto);
    return hora ? { texto: hora } : { error: `«${texto}» no es una hora. Escríbela así: 0830.` };
  }
  if (que === "dia") {
    const dia = diaTecleado(texto, anio);
    return dia ? { texto: enCifras(dia) } : { error: `«${texto}» no es un día. Escríbelo así: 1711 o 17/11.` };
  }
  return /^\d+$/.test(texto.trim()) ? { texto: texto.trim() } : { error: `«${texto}» no es una cantidad. Escribe un número, nunca nombres.` };
}
