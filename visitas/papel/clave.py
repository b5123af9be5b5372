"""The key printed on a form: it leads its owner back to the visit, and says nothing to whoever finds the sheet."""

ALFABETO = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O nor U, which a hand writes like other signs."""
PARECIDAS = str.maketrans("ILO", "110")
LETRAS = 6


def clave_de(programada) -> str:
    """Return six signs, "K7F-2QD", from the random end of the scheduled visit's id: 30 bits."""
    resto, signos = programada.pk.int, []
    for _ in range(LETRAS):
        resto, lugar = divmod(resto, len(ALFABETO))
        signos.append(ALFABETO[lugar])
    return f"{''.join(signos[:3])}-{''.join(signos[3:])}"


def normalizar(texto: str) -> str:
    """Return a key as `clave_de` writes it, however it was typed; other text comes back without blanks."""
    signos = "".join(c for c in texto.upper() if c.isalnum()).translate(PARECIDAS)
    return f"{signos[:3]}-{signos[3:]}"


def la_de(clave: str, programadas):
    """Return the scheduled visit of that key among the person's own; None when none has it."""
    buscada = normalizar(clave)
    return next((p for p in programadas if clave_de(p) == buscada), None)
