"""What a row tells about the school beyond its codes. A bad value here is left out with a notice: the school still loads."""

from collections.abc import Callable
from decimal import Decimal

from escuelas.models import Area, Escuela, Estado, Gestion, Modalidad

from . import limpieza, nombres
from .informe import Problema
from .limpieza import ValorInvalido

NO_APLICA = ("a", "no aplica")
LATITUDES_DEL_PERU = (Decimal("-18.5"), Decimal("0.1"))
LONGITUDES_DEL_PERU = (Decimal("-81.5"), Decimal("-68.5"))
ALTITUDES = (-50, 6_000)
SEIS_DECIMALES = Decimal("0.000001")


def _texto(campo: str, dar_forma: Callable[[str], str]) -> Callable[[str], str]:
    maximo = Escuela._meta.get_field(campo).max_length

    def leer(valor: str) -> str:
        nombre = dar_forma(valor)
        if len(nombre) > maximo:
            raise ValorInvalido(f"pasa de {maximo} caracteres", "Acórtalo en el archivo.")
        return nombre

    return leer


def _codigo(digitos: int) -> Callable[[str], str]:
    def leer(valor: str) -> str:
        codigo = limpieza.codigo(valor, digitos)[0]
        return codigo if codigo.strip("0") else ""

    return leer


def _opcion(opciones, **nombres_publicados: str) -> Callable[[str], str]:
    """Accept the code, the label or one of the published names, in any case and without accents."""
    valores = {nombres.plano(o.label): o.value for o in opciones if o.value}
    valores |= {o.value: o.value for o in opciones if o.value}
    valores |= dict.fromkeys(NO_APLICA, "") | nombres_publicados

    def leer(valor: str) -> str:
        try:
            return valores[nombres.plano(valor)]
        except KeyError:
            posibles = ", ".join(o.value for o in opciones if o.value)
            raise ValorInvalido("no es un valor del padrón", f"Los códigos son {posibles}.") from None

    return leer


def _altitud(valor: str) -> int:
    metros = round(limpieza.decimal(valor))
    if not ALTITUDES[0] <= metros <= ALTITUDES[1]:
        raise ValorInvalido("no es una altitud del Perú en metros", "Revisa las unidades.")
    return metros


_GESTION = _opcion(Gestion, publica=Gestion.PUBLICA.value)
_ESTADO = _opcion(Estado, activo=Estado.ACTIVA.value, inactivo=Estado.INACTIVA.value)
_AREA = _opcion(Area, urbano=Area.URBANA.value)
_MODALIDAD = _opcion(Modalidad)
_LOCALIDAD = _texto("localidad", nombres.titulo)

# Field of Escuela -> columns that may bring it; the first one with something in the cell decides.
ATRIBUTOS = {
    "nombre": {"CEN_EDU": _texto("nombre", nombres.nombre_de_escuela)},
    "codlocal": {"CODLOCAL": _codigo(6)},
    "modalidad": {"COD_CAR": _MODALIDAD, "D_COD_CAR": _MODALIDAD},
    "area": {"AREA_CENSO": _AREA, "DAREACENSO": _AREA},
    "gestion": {"GESTION": _GESTION, "D_GESTION": _GESTION},
    "estado": {"ESTADO": _ESTADO, "D_ESTADO": _ESTADO},
    "localidad": {"CEN_POB": _LOCALIDAD, "LOCALIDAD": _LOCALIDAD},
    "direccion": {"DIR_CEN": _texto("direccion", nombres.titulo)},
    "codigo_centro_poblado": {"CODCP_INEI": _codigo(10)},
    "altitud": {"ALTITUD": _altitud, "ALTITUD_CP": _altitud},
}


def leer_atributos(fila, celdas: dict[str, str]) -> None:
    """Fill `fila.datos` with what the cells say; blank cells say nothing."""
    for campo, columnas in ATRIBUTOS.items():
        for columna, leer in columnas.items():
            if celdas.get(columna):
                _anotar(fila, campo, columna, celdas[columna], leer)
                break
    _leer_coordenadas(fila, celdas)


def _anotar(fila, campo: str, columna: str, valor: str, leer: Callable) -> None:
    try:
        fila.datos[campo] = leer(valor)
    except ValorInvalido as error:
        _avisar(fila, columna, valor, error)


def _avisar(fila, columna: str, valor: str, error: ValorInvalido) -> None:
    fila.avisos.append(Problema(fila.linea, columna, valor, f"{error.regla}; se dejó de lado", error.arreglo))


def _leer_coordenadas(fila, celdas: dict[str, str]) -> None:
    """Both or none. WGS 84 degrees; 0, 0 is how the register writes that it has none."""
    latitud, longitud = celdas.get("NLAT_IE", ""), celdas.get("NLONG_IE", "")
    if not (latitud and longitud):
        return
    try:
        par = limpieza.decimal(latitud), limpieza.decimal(longitud)
        if any(par):
            fila.datos["latitud"], fila.datos["longitud"] = _en_el_peru(*par)
    except ValorInvalido as error:
        _avisar(fila, "NLAT_IE, NLONG_IE", f"{latitud}, {longitud}", error)


def _en_el_peru(latitud: Decimal, longitud: Decimal) -> tuple[Decimal, Decimal]:
    dentro = LATITUDES_DEL_PERU[0] <= latitud <= LATITUDES_DEL_PERU[1]
    if not (dentro and LONGITUDES_DEL_PERU[0] <= longitud <= LONGITUDES_DEL_PERU[1]):
        raise ValorInvalido(
            "no es un punto del Perú", "La latitud va de -18,5 a 0 y la longitud de -81,5 a -68,5."
        )
    return latitud.quantize(SEIS_DECIMALES), longitud.quantize(SEIS_DECIMALES)
