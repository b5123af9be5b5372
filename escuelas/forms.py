"""The filters of the list of schools."""

from django import forms
from django.db.models import Exists, OuterRef

from acompanamiento.comun.texto import sin_tildes

from .models import Area, Distrito, Escuela, Modalidad, Nivel, Provincia, Ugel

SIN_DATO = "sin-dato"


class FiltroDeEscuelas(forms.Form):
    """Search and filters, offering only places where the person has schools. Receives the schools in reach."""

    marca_opcionales = False

    q = forms.CharField(
        label="Buscar",
        required=False,
        max_length=80,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Nombre, código o lugar", "autocomplete": "off"}
        ),
    )
    ugel = forms.ChoiceField(label="UGEL", required=False)
    provincia = forms.ChoiceField(label="Provincia", required=False)
    distrito = forms.ChoiceField(label="Distrito", required=False)
    nivel = forms.ChoiceField(label="Nivel", required=False)
    area = forms.ChoiceField(label="Área", required=False)
    modalidad = forms.ChoiceField(label="Modalidad", required=False)

    COLUMNAS = {
        "ugel": "ugel__codigo",
        "provincia": "distrito__provincia__codigo",
        "distrito": "distrito__codigo",
        "nivel": "nivel",
        "area": "area",
        "modalidad": "modalidad",
    }

    def __init__(self, datos, *, usuario):
        super().__init__(datos)
        self.escuelas = Escuela.objects.visibles_para(usuario)
        self._ofrecer("ugel", "Todas", _opciones(self._lugares(Ugel, usuario, "ugel")))
        provincias = self._lugares(Provincia, usuario, "distrito__provincia")
        self._ofrecer("provincia", "Todas", _opciones(provincias))
        distritos = self._lugares(Distrito, usuario, "distrito").select_related("provincia")
        self._ofrecer("distrito", "Todos", _por_provincia(distritos, self.data.get("provincia")))
        for campo, clase, todas in (
            ("nivel", Nivel, "Todos"),
            ("area", Area, "Todas"),
            ("modalidad", Modalidad, "Todas"),
        ):
            self._ofrecer(campo, todas, _codigos(clase))

    @property
    def a_la_vista(self):
        return [self[campo] for campo in ("q", "ugel", "provincia") if campo in self.fields]

    @property
    def los_demas(self):
        """Fields that open on request."""
        return [campo for campo in self if campo not in self.a_la_vista]

    @property
    def hay_mas_elegidos(self) -> bool:
        return any(campo.value() for campo in self.los_demas)

    def filtradas(self):
        """Return the schools that meet what was asked; a filter that does not exist filters nothing and says so."""
        self.is_valid()
        escuelas = self.escuelas.buscar(self.cleaned_data.get("q", ""))
        for campo, columna in self.COLUMNAS.items():
            if valor := self.cleaned_data.get(campo):
                escuelas = escuelas.filter(**{columna: "" if valor == SIN_DATO else valor})
        return escuelas

    def elegidos(self) -> list[str]:
        """Return what was chosen in words, for the line under the title."""
        textos = [self._texto(campo) for campo in self.COLUMNAS if self.cleaned_data.get(campo)]
        buscado = self.cleaned_data.get("q")
        return [f"«{buscado}»", *textos] if buscado else textos

    def _lugares(self, modelo, usuario, camino):
        """Places with at least one school in the person's reach."""
        con_escuela = Exists(self.escuelas.filter(**{camino: OuterRef("pk")}))
        return modelo.objects.visibles_para(usuario).filter(con_escuela)

    def _ofrecer(self, campo, todos, opciones):
        """Offer the places; a choice of one is no choice, and its field goes."""
        if len(_planas(opciones)) < 2 and not self.data.get(campo):
            del self.fields[campo]
        else:
            self.fields[campo].choices = [("", todos), *opciones]
            self.fields[campo].error_messages["invalid_choice"] = (
                "No está entre tus escuelas. Elige de la lista."
            )

    def _texto(self, campo):
        valor = self.cleaned_data[campo]
        texto = _planas(self.fields[campo].choices)[valor]
        rotulos = {
            "ugel": f"UGEL {texto}",
            "provincia": f"Provincia {texto}",
            "distrito": f"Distrito {texto}",
        }
        if valor == SIN_DATO:
            return f"{self.fields[campo].label} sin dato"
        return rotulos.get(campo, texto)


def _codigos(clase) -> list[tuple[str, str]]:
    return [(valor or SIN_DATO, rotulo) for valor, rotulo in clase.choices]


def _opciones(lugares) -> list[tuple[str, str]]:
    return [(lugar.codigo, lugar.nombre) for lugar in sorted(lugares, key=_alfabetico)]


def _alfabetico(lugar) -> str:
    return sin_tildes(lugar.nombre)


def _por_provincia(distritos, codigo_de_provincia) -> list[tuple[str, list]]:
    """Group by province, since names repeat between provinces; only the chosen province's when one is."""
    grupos = {}
    for distrito in distritos:
        if codigo_de_provincia in (None, "", distrito.provincia.codigo):
            grupos.setdefault(distrito.provincia, []).append(distrito)
    return [(p.nombre, _opciones(grupos[p])) for p in sorted(grupos, key=_alfabetico)]


def _planas(opciones) -> dict[str, str]:
    """Return {value: label} of choices, with or without groups."""
    planas = {}
    for valor, rotulo in opciones:
        planas |= dict(rotulo) if isinstance(rotulo, list | tuple) else {valor: rotulo}
    return planas
