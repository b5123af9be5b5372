"""The report of an import as a person reads it on a terminal. Pure text: lines in, nothing printed."""

from acompanamiento.comun.formato import entero
from escuelas.models import Escuela
from escuelas.services.padron.informe import Informe

CAMBIOS_A_LA_VISTA = 15
LUGARES = {
    "region": ("región", "regiones"),
    "ugel": ("UGEL", "UGEL"),
    "provincia": ("provincia", "provincias"),
    "distrito": ("distrito", "distritos"),
}
SIN_COLUMNA = {
    "nombre": "nombre (las escuelas nuevas se llaman «IE» y su código modular)",
    "nivel": "nivel (queda como desconocido)",
    "modalidad": "modalidad (queda como desconocida)",
}


def resumen(informe: Informe, nombre: str) -> list[str]:
    """What was read, what it changed and what it left out."""
    return [
        f"Padrón {nombre} ({informe.formato}, {informe.codificacion})",
        "",
        *_cuentas(informe),
        "",
        *_hechos(informe),
        *_cambios(informe),
        *_avisos(informe),
    ]


def _cuentas(informe: Informe) -> list[str]:
    filas = {
        "nuevas": informe.nuevas,
        "cambian": informe.cambian,
        "iguales": informe.iguales,
        "con error": informe.con_error,
        "repetidas": informe.repetidas,
        "fuera de alcance": informe.fuera_de_alcance.total(),
    }
    siempre = ("nuevas", "cambian", "iguales", "con error")
    visibles = {n: v for n, v in filas.items() if v or n in siempre} | {"filas leídas": informe.leidas}
    return [f"  {nombre:<18}{entero(valor):>9}" for nombre, valor in visibles.items()]


def _hechos(informe: Informe) -> list[str]:
    hechos = [f"  Territorio: {_lugares(informe.territorio)}."]
    if informe.territorio_nuevo:
        hechos.append(f"  Se crearon: {_lugares(informe.territorio_nuevo)}.")
    if informe.fuera_de_alcance:
        niveles = ", ".join(f"{n} ({entero(v)})" for n, v in informe.fuera_de_alcance.most_common(6))
        hechos.append(f"  Fuera de alcance (otros niveles): {niveles}.")
    if informe.columnas_ausentes:
        ausentes = "; ".join(SIN_COLUMNA.get(dato, dato) for dato in informe.columnas_ausentes)
        hechos.append(f"  El archivo no trae: {ausentes}.")
    if informe.columnas_descartadas:
        columnas = ", ".join(informe.columnas_descartadas)
        hechos.append(f"  Datos personales que no se leen ni se guardan: {columnas}.")
    return hechos + [f"  {nota}" for nota in informe.notas]


def _lugares(cuentas: dict[str, int]) -> str:
    partes = [
        f"{entero(cuentas[modelo])} {nombres[cuentas[modelo] != 1]}"
        for modelo, nombres in LUGARES.items()
        if cuentas.get(modelo)
    ]
    return ", ".join(partes) or "ninguno"


def _cambios(informe: Informe) -> list[str]:
    """Changes of UGEL and district first: they move a school between reports."""
    if not informe.cambios:
        return []
    orden = {"ugel": 0, "distrito": 1}
    primeros = sorted(informe.cambios, key=lambda c: (orden.get(c.campo, 2), c.linea))[:CAMBIOS_A_LA_VISTA]
    por_campo = ", ".join(
        f"{_rotulo(campo)} ({entero(veces)})" for campo, veces in informe.campos_cambiados.most_common()
    )
    lineas = [f"    {c.servicio}  {_rotulo(c.campo)}: «{c.antes}» pasa a «{c.despues}»" for c in primeros]
    restan = informe.campos_cambiados.total() - len(primeros)
    return ["", f"Cambios: {por_campo}", *lineas, *([f"    … y {entero(restan)} más"] if restan else [])]


def _rotulo(campo: str) -> str:
    return str(Escuela._meta.get_field(campo).verbose_name)


def _avisos(informe: Informe) -> list[str]:
    lineas = [
        f"  {_veces(aviso.veces)}{informe.unidad} {aviso.primero.linea}. {aviso.primero}"
        for aviso in informe.avisos.values()
    ]
    return ["", "Avisos (las filas se cargaron)", *lineas] if lineas else []


def _veces(veces: int) -> str:
    return "" if veces == 1 else f"{entero(veces)} veces; la primera, "


def errores(informe: Informe, cuantos: int) -> list[str]:
    """Every row in error, by line, up to `cuantos` problems."""
    if not informe.errores:
        return []
    lineas = [f"  {informe.unidad} {p.linea}. {p}" for p in informe.errores[:cuantos]]
    restan = len(informe.errores) - len(lineas) + informe.errores_callados
    cola = [f"  … y {entero(restan)} más. Corrige estos y vuelve a cargar el archivo."] if restan else []
    return [f"Con error: {entero(informe.con_error)} filas que no se cargaron", *lineas, *cola]


def cierre(informe: Informe, segundos: float) -> str:
    """One sentence: what stands now."""
    tiempo = f"{segundos:.1f}".replace(".", ",")
    if informe.simulado:
        return f"Simulación: no se guardó nada ({tiempo} s). Sin --simular se guarda lo de arriba."
    if not (informe.nuevas or informe.cambian):
        return f"La base ya estaba al día: nada cambió ({tiempo} s)."
    return f"Guardado ({tiempo} s)."
