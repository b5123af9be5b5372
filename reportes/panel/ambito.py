"""The part of the territory that a dashboard shows: the region, a UGEL, a province or the crossing of both."""

from dataclasses import dataclass

from escuelas.models import Provincia, Ugel
from reportes.indicadores import Universo
from reportes.resultados import REGION


@dataclass(frozen=True)
class AmbitoDelPanel:
    ugel: Ugel | None = None
    provincia: Provincia | None = None

    @property
    def es_region(self) -> bool:
        return self.ugel is None and self.provincia is None

    @property
    def texto(self) -> str:
        """Return the scope as the end of a sentence: "región", "UGEL Otuzco", "provincia Otuzco"."""
        partes = [str(self.ugel)] if self.ugel else []
        partes += [f"provincia {self.provincia}"] if self.provincia else []
        return ", ".join(partes) or "región"

    @property
    def de_resultados(self) -> str | None:
        """Return the scope whose results are published, None for a crossing: the hierarchy is fixed."""
        if self.ugel and self.provincia:
            return None
        if self.ugel:
            return f"ugel:{self.ugel.codigo}"
        return f"provincia:{self.provincia.codigo}" if self.provincia else REGION

    def recortar(self, universo: Universo) -> Universo:
        if self.ugel:
            universo = universo.de_ugel(self.ugel)
        return universo.de_provincia(self.provincia) if self.provincia else universo
