"""The import itself: rows in batches, compared in memory with what is stored, written in bulk, in one transaction."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.db import transaction

from escuelas.models import Escuela

from .archivo import abrir
from .codificacion import CODIFICACIONES
from .columnas import ausentes, personales
from .comparacion import comparar, escuela_nueva
from .fila import Fila, leer_fila
from .informe import Informe, PadronIlegible, Problema
from .territorio import Territorio

LOTE = 500


def importar_padron(
    *,
    ruta: Path | str,
    codificacion: str = "",
    simular: bool = False,
    avance: Callable[[int], None] | None = None,
) -> Informe:
    """Load a padrón (CSV or DBF) and return what happened.

    Good rows load while bad ones are named. With `simular` everything is computed and nothing is kept.
    A cell that is blank, or a column that is absent, never erases what is stored. Raises PadronIlegible when
    the file as a whole cannot be read or no row of it could be used; then nothing is written.
    """
    lector = abrir(Path(ruta), codificacion)
    informe = _informe_de(lector, simular)
    with transaction.atomic():
        _cargar(lector, informe, avance)
        _exigir_algo(informe)
        transaction.set_rollback(simular)
    return informe


def _informe_de(lector, simular: bool) -> Informe:
    return Informe(
        simulado=simular,
        formato=lector.formato,
        codificacion=CODIFICACIONES.get(lector.codec, lector.codec),
        unidad=lector.unidad,
        columnas_descartadas=personales(lector.columnas),
        columnas_ausentes=ausentes(lector.indices),
        notas=list(lector.notas),
    )


def _cargar(lector, informe: Informe, avance) -> None:
    territorio = Territorio(informe)
    filas = _sin_repetidas(_filas_buenas(lector, informe, avance), informe)
    for lote in _lotes(filas, LOTE):
        _guardar(lote, territorio, informe)
    territorio.contar()


def _filas_buenas(lector, informe: Informe, avance) -> Iterator[Fila]:
    for linea, celdas in lector:
        informe.leidas += 1
        if avance:
            avance(informe.leidas)
        if isinstance(celdas, Problema):
            informe.anotar_errores([celdas])
            continue
        fila = leer_fila(linea, celdas)
        if fila.fuera_de_alcance:
            informe.fuera_de_alcance[fila.fuera_de_alcance] += 1
        elif _sin_errores(fila, informe):
            yield fila


def _sin_errores(fila: Fila, informe: Informe) -> bool:
    for aviso in fila.avisos:
        informe.avisar(aviso)
    fila.avisos.clear()
    if fila.errores:
        informe.anotar_errores(fila.errores)
    return not fila.errores


def _sin_repetidas(filas: Iterable[Fila], informe: Informe) -> Iterator[Fila]:
    """Let through the first row of each service. Memory: one pair of numbers a service."""
    vistas: dict[int, tuple[int, int]] = {}
    for fila in filas:
        numero = int(fila.codigo_modular + fila.anexo)
        if numero not in vistas:
            vistas[numero] = (fila.linea, fila.huella())
            yield fila
        else:
            _anotar_repetida(fila, *vistas[numero], informe)


def _anotar_repetida(fila: Fila, primera: int, huella: int, informe: Informe) -> None:
    if fila.huella() == huella:
        informe.repetidas += 1
        regla, arreglo = (
            "está repetido con los mismos datos",
            f"Se cargó una vez ({informe.unidad} {primera}).",
        )
        informe.avisar(Problema(fila.linea, "COD_MOD + ANEXO", fila.servicio, regla, arreglo))
        return
    regla = f"ya vino en {informe.unidad} {primera} con otros datos"
    arreglo = "Deja en el archivo solo la fila correcta; mientras tanto vale la primera."
    informe.anotar_errores([Problema(fila.linea, "COD_MOD + ANEXO", fila.servicio, regla, arreglo)])


def _lotes(filas: Iterable[Fila], tamano: int) -> Iterator[list[Fila]]:
    filas = iter(filas)
    while lote := list(islice(filas, tamano)):
        yield lote


def _guardar(lote: list[Fila], territorio: Territorio, informe: Informe) -> None:
    """Create and update the schools of a batch: one query to read, one to create, one to update."""
    guardadas = _guardadas(lote, territorio)
    nuevas, cambiadas, campos = [], [], set()
    for fila in lote:
        escuela = guardadas.get(fila.clave)
        if escuela is not None and escuela.es_sintetica:
            fila.errores.append(_choca_con_la_demo(fila))
        lugar = None if fila.errores else territorio.ubicar(fila)
        if not _sin_errores(fila, informe):
            continue
        if escuela is None:
            nuevas.append(escuela_nueva(fila, *lugar))
        elif cambios := comparar(escuela, fila, *lugar):
            informe.anotar_cambios(cambios.por_decir)
            campos |= cambios.campos
            cambiadas.append(escuela)
        else:
            informe.iguales += 1
    informe.nuevas += len(nuevas)
    Escuela.objects.bulk_create(nuevas)
    if cambiadas:
        Escuela.objects.bulk_update(cambiadas, sorted(campos), batch_size=100)


def _guardadas(lote: list[Fila], territorio: Territorio) -> dict[tuple[str, str], Escuela]:
    codigos = {fila.codigo_modular for fila in lote}
    guardadas = {}
    for escuela in Escuela.objects.filter(codigo_modular__in=codigos):
        territorio.recordar(escuela)
        guardadas[escuela.codigo_modular, escuela.anexo] = escuela
    return guardadas


def _choca_con_la_demo(fila: Fila) -> Problema:
    return Problema(
        fila.linea,
        "COD_MOD + ANEXO",
        fila.servicio,
        "ese código es de una escuela de demostración",
        "Carga el padrón real en una base sin datos de demostración.",
    )


def _exigir_algo(informe: Informe) -> None:
    if informe.cargadas:
        return
    if not informe.leidas:
        raise PadronIlegible("El archivo tiene cabecera y ninguna fila. Descarga otra vez el padrón.")
    if not informe.con_error:
        raise PadronIlegible(
            f"Ninguna de las {informe.leidas} filas es de Inicial (II ciclo), Primaria o Secundaria. "
            "Revisa que sea el padrón de Educación Básica Regular."
        )
    detalle = "\n".join(f"  {informe.unidad} {p.linea}. {p}" for p in informe.errores[:5])
    raise PadronIlegible(
        f"No se pudo usar ninguna de las {informe.leidas} filas. Lo primero que falla:\n{detalle}"
    )
