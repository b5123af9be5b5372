"""The filters of a dashboard: a GET form whose choices are only what the person may count."""

from django import forms

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.orden import clave_de_orden
from docentes.models import Rol
from escuelas.models import Provincia, Ugel

from .periodos import Periodo, leer_periodo, periodos_disponibles


def ugeles_de(usuario):
    """Return the UGEL that the person may look into: the region's, or the own one."""
    ugeles = Ugel.objects.visibles_para(usuario)
    if usuario.rol == Rol.ESPECIALISTA:
        return ugeles.filter(pk=usuario.ugel_id)
    return ugeles.filter(region_id=usuario.region_id)


def en_orden(territorio) -> list:
    """Return rows with `nombre` in alphabetical order, as a person would: accents do not count."""
    return sorted(territorio, key=lambda fila: clave_de_orden(fila.nombre))


class FiltroDeTablero(forms.Form):
    """Period, UGEL and province. A value that does not exist leaves `aviso` and counts as not chosen."""

    marca_opcionales = False

    periodo = forms.ChoiceField(label="Periodo", required=False)
    ugel = forms.ChoiceField(label="UGEL", required=False)
    provincia = forms.ChoiceField(label="Provincia", required=False)

    def __init__(self, datos, *, usuario, con_territorio=True):
        super().__init__(datos)
        self.periodos = periodos_disponibles()
        self.ugeles = en_orden(ugeles_de(usuario)) if con_territorio else []
        self.provincias = en_orden(self._provincias_de(usuario)) if con_territorio else []
        self.aviso = ""
        self.periodo_elegido = self._leer_periodo()
        self.ugel_elegida = self._elegir("ugel", self.ugeles, "Esa UGEL")
        self.provincia_elegida = self._elegir("provincia", self.provincias, "Esa provincia")
        self._poner_opciones()

    def _provincias_de(self, usuario):
        return Provincia.objects.visibles_para(usuario).filter(region_id=usuario.region_id)

    def _leer_periodo(self) -> Periodo | None:
        texto = self.data.get("periodo")
        if texto:
            try:
                return leer_periodo(texto)
            except Rechazo as rechazo:
                self.aviso = rechazo.mensaje
        return next(iter(self.periodos), None)

    def _elegir(self, campo, filas, cual):
        codigo = self.data.get(campo)
        if not codigo or not filas:
            return None
        elegida = next((fila for fila in filas if fila.codigo == codigo), None)
        if elegida is None:
            self.aviso = f"{cual} no está en tu región: se muestran todas."
        return elegida

    def _poner_opciones(self):
        if not self.ugeles:
            del self.fields["ugel"], self.fields["provincia"]
        else:
            self.fields["ugel"].choices = _opciones(self.ugeles)
            self.fields["provincia"].choices = _opciones(self.provincias)
        self.fields["periodo"].choices = [(p.codigo, p.texto) for p in self.periodos]
        self.data = {
            "periodo": self.periodo_elegido.codigo if self.periodo_elegido else "",
            "ugel": self.ugel_elegida.codigo if self.ugel_elegida else "",
            "provincia": self.provincia_elegida.codigo if self.provincia_elegida else "",
        }


def _opciones(filas):
    return [("", f"Todas ({len(filas)})"), *((fila.codigo, fila.nombre) for fila in filas)]
