"""School years, protocols and instruments, from the files of visitas/catalogos to the database."""

from dataclasses import dataclass, field

from django.db import transaction

from acompanamiento.comun.errores import Rechazo
from visitas.catalogos import leer
from visitas.models import (
    AnioEscolar,
    Bimestre,
    Competencia,
    CuotaDeSesion,
    Descriptor,
    Instrumento,
    Protocolo,
    TipoDeVisita,
    Visita,
)

INSTRUMENTOS = ["instrumento_acompanamiento_1"]


class InstrumentoEnUso(Rechazo):
    """The wording of an instrument changed after visits were made with it."""

    codigo = "INSTRUMENTO_EN_USO"


@dataclass
class Cambios:
    """What a load did to one catalogue: the rows it created and the rows it changed."""

    catalogo: str
    creadas: list = field(default_factory=list)
    cambiadas: list = field(default_factory=list)

    def __bool__(self):
        return bool(self.creadas or self.cambiadas)


@transaction.atomic
def cargar_catalogos() -> list[Cambios]:
    """Bring the database to what the files say and return what changed. Run again, it changes nothing.

    Rows that a file no longer names stay: visits refer to them. Raises InstrumentoEnUso when the text of a
    version that visits were made with is different: a new wording is a new version.
    """
    return [*_cargar_anios(), *_cargar_protocolos(), *_cargar_instrumentos()]


def _cargar_anios():
    anios = leer("anios")["anio"]
    yield _igualar(AnioEscolar, ["anio"], [_sin(a, "bimestres") for a in anios])
    yield _igualar(
        Bimestre,
        ["anio_id", "numero"],
        [
            {"anio_id": anio["anio"], "numero": numero, **bimestre}
            for anio in anios
            for numero, bimestre in enumerate(anio["bimestres"], start=1)
        ],
    )


def _cargar_protocolos():
    protocolos = leer("protocolos")["protocolo"]
    yield _igualar(Protocolo, ["codigo", "version"], [_sin(p, "tipos", "cuotas") for p in protocolos])
    guardados = {(p.codigo, p.version): p.pk for p in Protocolo.objects.all()}
    con_llave = [(guardados[p["codigo"], p["version"]], p) for p in protocolos]
    yield _igualar(
        TipoDeVisita,
        ["protocolo_id", "codigo"],
        [
            {"protocolo_id": llave, "orden": orden, "mes": None, "obligatoria": "mes" in tipo, **tipo}
            for llave, protocolo in con_llave
            for orden, tipo in enumerate(protocolo["tipos"], start=1)
        ],
    )
    yield _igualar(
        CuotaDeSesion,
        ["protocolo_id", "tipo"],
        [{"protocolo_id": llave, **cuota} for llave, protocolo in con_llave for cuota in protocolo["cuotas"]],
    )


def _cargar_instrumentos():
    instrumentos = [leer(nombre) for nombre in INSTRUMENTOS]
    cambios = [_igualar(Instrumento, ["codigo", "version"], [_sin(i, "competencia") for i in instrumentos])]
    guardados = {(i.codigo, i.version): i.pk for i in Instrumento.objects.all()}
    competencias = [
        {"instrumento_id": guardados[i["codigo"], i["version"]], **competencia}
        for i in instrumentos
        for competencia in i["competencia"]
    ]
    cambios.append(
        _igualar(Competencia, ["instrumento_id", "numero"], [_sin(c, "descriptores") for c in competencias])
    )
    guardadas = {(c.instrumento_id, c.numero): c.pk for c in Competencia.objects.all()}
    cambios.append(
        _igualar(
            Descriptor,
            ["competencia_id", "nivel"],
            [
                {
                    "competencia_id": guardadas[c["instrumento_id"], c["numero"]],
                    "nivel": nivel,
                    "texto": texto,
                }
                for c in competencias
                for nivel, texto in enumerate(c["descriptores"], start=1)
            ],
        )
    )
    _exigir_sin_visitas(cambios)
    return cambios


def _exigir_sin_visitas(cambios):
    cambiado = [fila for de_un_catalogo in cambios for fila in de_un_catalogo.cambiadas]
    if cambiado and Visita.objects.exists():
        raise InstrumentoEnUso(
            f"Ya hay visitas hechas con el instrumento y su texto cambió en «{cambiado[0]}». "
            "Deja esa versión como estaba y crea una nueva."
        )


def _igualar(modelo, claves, filas) -> Cambios:
    """Create the rows that are missing and change those that differ, in two statements."""
    guardadas = {tuple(getattr(o, c) for c in claves): o for o in modelo.objects.all()}
    cambios = Cambios(str(modelo._meta.verbose_name_plural))
    campos = set()
    for fila in filas:
        objeto = guardadas.get(tuple(fila[c] for c in claves))
        if objeto is None:
            cambios.creadas.append(modelo(**fila))
        elif distintos := {c: v for c, v in fila.items() if getattr(objeto, c) != v}:
            for campo, valor in distintos.items():
                setattr(objeto, campo, valor)
            campos |= distintos.keys()
            cambios.cambiadas.append(objeto)
    modelo.objects.bulk_create(cambios.creadas)
    if cambios.cambiadas:
        modelo.objects.bulk_update(cambios.cambiadas, sorted(campos))
    return cambios


def _sin(fila, *campos):
    return {c: v for c, v in fila.items() if c not in campos}
