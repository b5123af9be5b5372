"""How the records of one person's file are laid on paper: a table when they are short and alike, a sheet each otherwise."""

from datetime import date, datetime

from acompanamiento.comun.formato import fecha, fecha_hora

COLUMNAS = 6
CELDA = 170
BREVE = 60
ROTULO = 40


def seccion(titulo: str, registros: list[dict]) -> dict:
    """Return {titulo, columnas, filas} or {titulo, fichas}. What is empty in every record takes no room."""
    claves = [c for c in registros[0] if any(_lineas(r[c]) for r in registros)]
    filas = [[_lineas(r[c]) for c in claves] for r in registros]
    if len(registros) > 1 and len(claves) <= COLUMNAS and all(_cabe(celda) for f in filas for celda in f):
        return {"titulo": titulo, "columnas": claves, "filas": filas}
    return {"titulo": titulo, "fichas": [_ficha(r, con_rotulo=len(registros) > 1) for r in registros]}


def _cabe(lineas) -> bool:
    return sum(len(fuerte) + len(resto) for fuerte, resto in lineas) <= CELDA


def _ficha(registro: dict, *, con_rotulo: bool) -> dict:
    """Return {rotulo, breves: [(key, text)], largos: [(key, lines)]}; the label is what names the record."""
    dichos = [(clave, valor) for clave, valor in registro.items() if _lineas(valor)]
    rotulo = _rotulo(dichos) if con_rotulo else []
    resto = dichos[len(rotulo) :]
    return {
        "rotulo": " · ".join(rotulo),
        "breves": [(c, _en_una(v)) for c, v in resto if _es_breve(v)],
        "largos": [(c, _lineas(v)) for c, v in resto if not _es_breve(v)],
    }


def _rotulo(dichos) -> list[str]:
    """The first one or two values, when they are short enough for a heading."""
    primeros = []
    for _, valor in dichos[:2]:
        if isinstance(valor, list) or len(_texto(valor)) > ROTULO:
            break
        primeros.append(_texto(valor))
    return primeros


def _es_breve(valor) -> bool:
    return not _hay_registros(valor) and len(_en_una(valor)) <= BREVE


def _en_una(valor) -> str:
    return ", ".join(_texto(v) for v in valor) if isinstance(valor, list) else _texto(valor)


def _hay_registros(valor) -> bool:
    return isinstance(valor, list) and any(isinstance(v, dict) for v in valor)


def _lineas(valor) -> list[tuple[str, str]]:
    """Return [(bold beginning, the rest)], a line for each of what `valor` holds; nothing for an empty one."""
    lineas = [_linea(v) for v in (valor if isinstance(valor, list) else [valor])]
    return [linea for linea in lineas if any(linea)]


def _linea(valor) -> tuple[str, str]:
    if not isinstance(valor, dict):
        return "", _texto(valor)
    (_, primero), *otros = ((c, _en_una(v).rstrip(".")) for c, v in valor.items())
    resto = " ".join(f"{c}: {texto}." for c, texto in otros if texto)
    return f"{primero}." if primero else "", resto


def _texto(valor) -> str:
    if valor is None:
        return ""
    if isinstance(valor, bool):
        return "Sí" if valor else "No"
    if isinstance(valor, datetime):
        return fecha_hora(valor)
    return fecha(valor) if isinstance(valor, date) else str(valor)
