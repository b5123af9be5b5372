"""Regions, UGELs, provinces and districts of the file: found by code, created when they are new."""

from escuelas.models import Distrito, Escuela, Provincia, Region, Ugel

from . import nombres
from .fila import Fila
from .informe import Informe, Problema

COLUMNA_DEL_NOMBRE = {Provincia: "D_PROV", Distrito: "D_DIST", Ugel: "D_DREUGEL"}
SINGULAR = {Provincia: "la provincia", Distrito: "el distrito", Ugel: "la UGEL"}
DE = {Provincia: "de la provincia", Distrito: "del distrito", Ugel: "de la UGEL"}


class Territorio:
    """Every place known, by code; they are few (Peru has 1,900 districts), so they stay in memory."""

    def __init__(self, informe: Informe):
        self.informe = informe
        modelos = (Region, Ugel, Provincia, Distrito)
        self.lugares = {m: {lugar.codigo: lugar for lugar in m.objects.all()} for m in modelos}
        self.por_id = {m: {lugar.pk: lugar for lugar in self.lugares[m].values()} for m in modelos}
        self.usados = {m: set() for m in modelos}

    def ubicar(self, fila: Fila) -> tuple[Ugel, Distrito] | None:
        """Return the row's UGEL and district, or None after adding its errors. All is created or nothing is."""
        faltan = [modelo for modelo, codigo in self._claves(fila) if self._sin_nombre(modelo, codigo, fila)]
        fila.errores += [_falta_nombre(modelo, fila) for modelo in faltan]
        return None if faltan else (self._ugel(fila), self._distrito(fila))

    def recordar(self, escuela: Escuela) -> None:
        """Give a stored school its UGEL and district from memory."""
        escuela.ugel = self.por_id[Ugel][escuela.ugel_id]
        escuela.distrito = self.por_id[Distrito][escuela.distrito_id]

    def contar(self) -> None:
        """Leave in the report how many places the file uses."""
        for modelo, codigos in self.usados.items():
            self.informe.territorio[modelo._meta.model_name] = len(codigos)

    def _claves(self, fila: Fila):
        return (Ugel, fila.codooii), (Provincia, fila.codgeo[:4]), (Distrito, fila.codgeo)

    def _sin_nombre(self, modelo, codigo: str, fila: Fila) -> bool:
        return codigo not in self.lugares[modelo] and not fila.territorio[modelo]

    def _ugel(self, fila: Fila) -> Ugel:
        if fila.codooii not in self.lugares[Ugel]:
            region = self._region(fila.codooii)
            self._crear(Ugel, fila.codooii, fila.territorio[Ugel], region=region)
        return self._usar(Ugel, fila.codooii, fila)

    def _distrito(self, fila: Fila) -> Distrito:
        provincia = self._provincia(fila)
        if fila.codgeo not in self.lugares[Distrito]:
            self._crear(Distrito, fila.codgeo, fila.territorio[Distrito], provincia=provincia)
        return self._usar(Distrito, fila.codgeo, fila)

    def _provincia(self, fila: Fila) -> Provincia:
        codigo = fila.codgeo[:4]
        if codigo not in self.lugares[Provincia]:
            region = self._region(codigo)
            self._crear(Provincia, codigo, fila.territorio[Provincia], region=region)
        return self._usar(Provincia, codigo, fila)

    def _region(self, codigo: str) -> Region:
        codigo = codigo[:2]
        if codigo not in self.lugares[Region]:
            self._crear(Region, codigo, nombres.departamento(codigo))
        return self.lugares[Region][codigo]

    def _crear(self, modelo, codigo: str, nombre: str, **claves) -> None:
        lugar = modelo.objects.create(codigo=codigo, nombre=nombre[:80], **claves)
        self.lugares[modelo][codigo] = self.por_id[modelo][lugar.pk] = lugar
        self.informe.territorio_nuevo[modelo._meta.model_name] += 1

    def _usar(self, modelo, codigo: str, fila: Fila):
        lugar = self.lugares[modelo][codigo]
        self.usados[modelo].add(codigo)
        self.usados[Region].add(codigo[:2])
        nombre = fila.territorio[modelo]
        if nombre and nombres.plano(nombre) != nombres.plano(lugar.nombre):
            regla = f"{SINGULAR[modelo]} {codigo} se llama «{lugar.nombre}» en la base y se dejó ese nombre"
            arreglo = "Si cambió de nombre, corrígelo en la base."
            fila.avisos.append(Problema(fila.linea, COLUMNA_DEL_NOMBRE[modelo], nombre, regla, arreglo))
        return lugar


def _falta_nombre(modelo, fila: Fila) -> Problema:
    columna = COLUMNA_DEL_NOMBRE[modelo]
    codigo = {Ugel: fila.codooii, Provincia: fila.codgeo[:4], Distrito: fila.codgeo}[modelo]
    regla = f"falta el nombre {DE[modelo]} {codigo}, que aún no está en la base"
    return Problema(fila.linea, columna, "", regla, f"Escríbelo en la columna {columna}.")
