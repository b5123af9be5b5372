/* Whoever goes away does not leave the notebook open. */

const MINUTOS_HASTA_CERRAR = 30;
const CADA_MS = 5_000;

/** Call `cerrar(motivo)` when half an hour goes by without a key or a press, if `hayAlgoAbierto()`. */
export function vigilarReposo({ hayAlgoAbierto, cerrar }) {
  let ultimoGesto = Date.now();
  for (const gesto of ["keydown", "pointerdown"]) addEventListener(gesto, () => (ultimoGesto = Date.now()), { passive: true });
  setInterval(() => {
    if (hayAlgoAbierto() && Date.now() - ultimoGesto > MINUTOS_HASTA_CERRAR * 60_000)
      cerrar(["El cuaderno se cerró solo.", "Pasó media hora sin usarlo. Todo quedó guardado."]);
  }, CADA_MS);
}
