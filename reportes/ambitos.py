"""The scopes that have a report: every UGEL and every province, and who may ask for which."""

from dataclasses import dataclass

from acompanamiento.comun.orden import clave_de_orden
from docentes.models import Rol
from escuelas.models import Escuela, Provincia, Ugel

from .models import Ambito


@dataclass(frozen=True)
class AmbitoDeReporte:
    """A UGEL or a province. `nombre` says which of the two it is: "UGEL Otuzco", "Provincia Otuzco"."""

    tipo: str
    codigo: str
    nombre: str

    @classmethod
    def de(cls, tipo: str, lugar: Ugel | Provincia) -> "AmbitoDeReporte":
        return cls(tipo, lugar.codigo, f"{'UGEL' if tipo == Ambito.UGEL else 'Provincia'} {lugar.nombre}")

    @property
    def clave(self) -> str:
        """`ugel:130007`: one text for forms, keys and addresses."""
        return f"{self.tipo}:{self.codigo}"

    @property
    def es_provincia(self) -> bool:
        return self.tipo == Ambito.PROVINCIA

    def escuelas(self):
        """Return the schools of the scope. UGEL and province are two partitions of the same schools."""
        if self.es_provincia:
            return Escuela.objects.filter(distrito__provincia__codigo=self.codigo)
        return Escuela.objects.filter(ugel__codigo=self.codigo)


def todos() -> list[AmbitoDeReporte]:
    """Return every UGEL and then every province, each in alphabetical order."""
    return _ordenados(Ugel.objects.all(), Provincia.objects.all())


def ambitos_para(usuario) -> list[AmbitoDeReporte]:
    """Return the scopes whose report the person may ask for and download, as of now.

    The UGEL: its own and every province that it serves, which its schools tell. The region: all of the
    region's. Anybody else: none.
    """
    if not usuario.is_authenticated:
        return []
    if usuario.rol == Rol.ESPECIALISTA:
        provincias = Provincia.objects.filter(distritos__escuelas__ugel_id=usuario.ugel_id).distinct()
        return _ordenados(Ugel.objects.filter(pk=usuario.ugel_id), provincias)
    if usuario.rol in (Rol.FORMADOR, Rol.COORDINADOR):
        region = {"region_id": usuario.region_id}
        return _ordenados(Ugel.objects.filter(**region), Provincia.objects.filter(**region))
    return []


def puede_ver_ambito(usuario, tipo: str, codigo: str) -> bool:
    return any((a.tipo, a.codigo) == (tipo, codigo) for a in ambitos_para(usuario))


def _ordenados(ugeles, provincias):
    ambitos = [AmbitoDeReporte.de(Ambito.UGEL, ugel) for ugel in ugeles]
    ambitos += [AmbitoDeReporte.de(Ambito.PROVINCIA, provincia) for provincia in provincias]
    return sorted(ambitos, key=lambda a: (a.es_provincia, clave_de_orden(a.nombre)))
