"""The published column names: which are used, which are required, which are never read."""

from acompanamiento.comun.texto import sin_tildes

from .informe import PadronIlegible

OBLIGATORIAS = ("COD_MOD", "ANEXO", "CODGEO", "CODOOII")
USADAS = (
    *OBLIGATORIAS,
    "CODLOCAL",
    "CEN_EDU",
    "NIV_MOD",
    "D_NIV_MOD",
    "COD_CAR",
    "D_COD_CAR",
    "GESTION",
    "D_GESTION",
    "AREA_CENSO",
    "DAREACENSO",
    "ESTADO",
    "D_ESTADO",
    "CEN_POB",
    "LOCALIDAD",
    "DIR_CEN",
    "CODCP_INEI",
    "NLAT_IE",
    "NLONG_IE",
    "ALTITUD",
    "ALTITUD_CP",
    "D_DPTO",
    "D_PROV",
    "D_DIST",
    "D_DREUGEL",
)
# Spellings of other cuts of the register (the Censo Educativo's PADRON.dbf, open data portals).
SINONIMOS = {
    "CODIGO_MODULAR": "COD_MOD",
    "CODMOD": "COD_MOD",
    "CODIGO_LOCAL": "CODLOCAL",
    "COD_LOCAL": "CODLOCAL",
    "UBIGEO": "CODGEO",
    "CODUGEL": "CODOOII",
    "CODIGO_UGEL": "CODOOII",
    "DPTO": "D_DPTO",
    "PROV": "D_PROV",
    "DIST": "D_DIST",
    "DRE_UGEL": "D_DREUGEL",
    "DIRECCION": "DIR_CEN",
    "D_AREACENS": "DAREACENSO",
}
# Personal data that nobody asked for: the cells are never taken from the row.
PERSONALES = ("DIRECTOR", "TELEFONO", "EMAIL", "PROMOTOR")
# What the programme would like to know of a school and a file may not bring.
DESEADAS = {
    "nombre": ("CEN_EDU",),
    "nivel": ("NIV_MOD", "D_NIV_MOD"),
    "modalidad": ("COD_CAR", "D_COD_CAR"),
    "área": ("AREA_CENSO", "DAREACENSO"),
    "gestión": ("GESTION", "D_GESTION"),
}


def canonica(nombre: str) -> str:
    """Return the published name for a header as it may come: "gestión ", "Cod_Mod", "DPTO"."""
    limpio = sin_tildes(nombre.replace("_", " ")).upper().replace(" ", "_")
    return SINONIMOS.get(limpio, limpio)


def indices(cabecera: list[str]) -> dict[str, int]:
    """Return {published name: position} of the used columns, or say what is missing or doubled."""
    canonicas = [canonica(nombre) for nombre in cabecera]
    dobles = sorted({c for c in canonicas if c in USADAS and canonicas.count(c) > 1})
    if dobles:
        raise PadronIlegible(
            f"La columna {dobles[0]} aparece dos veces en la cabecera. Deja una sola y vuelve a cargar el archivo.",
            campo=dobles[0],
        )
    faltan = [c for c in OBLIGATORIAS if c not in canonicas]
    if faltan:
        raise PadronIlegible(_que_falta(faltan, cabecera), campo=faltan[0])
    return {c: i for i, c in enumerate(canonicas) if c in USADAS}


def _que_falta(faltan: list[str], cabecera: list[str]) -> str:
    vistas = [nombre.strip() for nombre in cabecera if nombre.strip()]
    muestra = ", ".join(nombre[:24] for nombre in vistas[:30]) or "ninguna"
    falta = "Falta la columna" if len(faltan) == 1 else "Faltan las columnas"
    return (
        f"{falta} {', '.join(faltan)} del padrón. Columnas que trae el archivo: {muestra}. "
        "Agrega lo que falta, o revisa que la primera línea sea la cabecera."
    )


def personales(cabecera: list[str]) -> list[str]:
    return [c for c in map(canonica, cabecera) if c in PERSONALES]


def ausentes(presentes) -> list[str]:
    """Return the wished facts ("nombre", "nivel"…) for which the file has no column."""
    return [dato for dato, columnas in DESEADAS.items() if not set(columnas) & set(presentes)]
