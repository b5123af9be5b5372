"""Planning a trip: the range to look in, the trip's own data, its stops, moving a day, cancelling."""

from crispy_forms.helper import FormHelper
from django import forms

from acompanamiento.comun.formato import fecha as en_cifras
from acompanamiento.comun.formato import fecha_larga
from acompanamiento.comun.widgets import Cuenta, Fecha
from visitas.models import Viaje
from visitas.services import CambioDeParada

from .programacion import NoRealizadaForm, ReprogramarForm

MAXIMO_DE_DIAS = 62
MINUTOS = {
    "min_value": 0,
    "max_value": 1440,
    "required": False,
    "widget": Cuenta,
    "error_messages": {
        "invalid": "Escribe los minutos con números, como 90.",
        "max_value": "Un tramo dura 1440 minutos (un día) como máximo. Revisa la cifra.",
        "min_value": "Los minutos no pueden ser menos que 0.",
    },
}


def _proponer(form, campo, guardados, tramo):
    """Fill in the minutes that nobody has noted yet, and say under the field where they come from."""
    if tramo:
        form.initial[campo] = tramo.minutos if guardados is None else guardados
        form.fields[campo].help_text = tramo.ayuda


def etiqueta_de(programada) -> str:
    """Return how a scheduled visit is named in a list of choices."""
    docente = programada.docente
    return f"{en_cifras(programada.fecha)} · {docente.nombre_completo} · {docente.escuela.nombre}"


class RangoForm(forms.Form):
    """The days in which to look for visits. GET: what is missing or not valid falls back to what was proposed."""

    marca_opcionales = False

    desde = forms.DateField(label="Desde", widget=Fecha, required=False)
    hasta = forms.DateField(label="Hasta", widget=Fecha, required=False)

    def __init__(self, data, *, desde, hasta):
        super().__init__({"desde": data.get("desde") or desde, "hasta": data.get("hasta") or hasta})
        self.por_defecto = (desde, hasta)
        self.fields["desde"].error_messages["invalid"] = "No entendimos la fecha. Escríbela como 15/10/2026."
        self.fields["hasta"].error_messages["invalid"] = "No entendimos la fecha. Escríbela como 15/10/2026."
        self.full_clean()

    def clean(self):
        desde, hasta = self.cleaned_data.get("desde"), self.cleaned_data.get("hasta")
        if desde and hasta and hasta < desde:
            self.add_error(
                "hasta", f"El {en_cifras(hasta)} es anterior al {en_cifras(desde)}. Elige otro día."
            )
        elif desde and hasta and (hasta - desde).days > MAXIMO_DE_DIAS:
            self.add_error("hasta", f"Busca en {MAXIMO_DE_DIAS} días como máximo. Acerca las dos fechas.")
        return self.cleaned_data

    def rango(self):
        """Return (first day, last day)."""
        return (
            (self.cleaned_data["desde"], self.cleaned_data["hasta"]) if self.is_valid() else self.por_defecto
        )


class NuevoViajeForm(forms.Form):
    """The visits of a new trip. `programadas` is the scoped queryset of those that are free."""

    visitas = forms.ModelMultipleChoiceField(
        queryset=None,
        error_messages={
            "required": "Marca al menos una visita para armar el viaje.",
            "invalid_choice": "Una de esas visitas ya no está por hacer o ya está en otro viaje. Mira la lista otra vez.",
            "invalid_pk_value": "Una de esas visitas no existe. Mira la lista otra vez.",
        },
    )

    def __init__(self, data, *, programadas):
        super().__init__(data)
        self.fields["visitas"].queryset = programadas


class ViajeForm(forms.ModelForm):
    """A trip's own data, and the visits to add to it. `regreso` is the proposed way back (tramos.Tramo), or None."""

    minutos_de_regreso = forms.IntegerField(label="Minutos de regreso", **MINUTOS)
    agregar = forms.ModelMultipleChoiceField(
        label="Agregar visitas",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Una de esas visitas ya no está por hacer o ya está en otro viaje. Mira la lista otra vez.",
            "invalid_pk_value": "Una de esas visitas no existe. Mira la lista otra vez.",
        },
    )

    class Meta:
        model = Viaje
        fields = ["nombre", "medio", "alojamiento", "costo", "minutos_de_regreso"]
        labels = {
            "nombre": "Nombre del viaje",
            "medio": "Medio de transporte",
            "alojamiento": "Dónde te alojas",
            "costo": "Costo estimado, en soles",
        }
        help_texts = {
            "alojamiento": "En pocas palabras: la posta, la casa comunal, un hospedaje.",
            "costo": "Pasajes y alojamiento, si lo sabes.",
        }
        error_messages = {
            "nombre": {"required": "Falta el nombre. Escribe uno que reconozcas, como «Viaje a Cascas»."},
            "costo": {
                "invalid": "Escribe el costo con números, como 45.50.",
                "min_value": "El costo no puede ser menos que 0.",
            },
        }

    def __init__(self, *args, programadas, regreso, **kwargs):
        super().__init__(*args, **kwargs)
        _proponer(self, "minutos_de_regreso", self.instance.minutos_de_regreso, regreso)
        self.fields["costo"].widget.attrs |= {"min": "0"}
        self.fields["agregar"].queryset = programadas
        self.fields["agregar"].label_from_instance = etiqueta_de
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_costo(self):
        costo = self.cleaned_data["costo"]
        if costo is not None and costo < 0:
            raise forms.ValidationError("El costo no puede ser menos que 0.")
        return costo

    def datos(self) -> dict:
        """Return the trip's own fields."""
        return {campo: self.cleaned_data[campo] for campo in self.Meta.fields}


class ParadaForm(forms.Form):
    """One stop. `vista` is its viajes.ParadaDeViaje; `tramo`, the proposed leg to it (tramos.Tramo); `otras` are
    {id: scheduled visit} to fall back on."""

    orden = forms.IntegerField(
        label="Orden en el día",
        min_value=1,
        max_value=20,
        widget=Cuenta,
        error_messages={
            "required": "Falta el orden. Escribe 1 para la primera visita del día.",
            "invalid": "Escribe el orden con un número, como 1.",
            "min_value": "El orden empieza en 1.",
            "max_value": "El orden llega hasta 20.",
        },
    )
    minutos_de_viaje = forms.IntegerField(label="Minutos de viaje", **MINUTOS)
    alterna = forms.ChoiceField(
        label="Visita alterna",
        required=False,
        error_messages={"invalid_choice": "Esa visita ya no está por hacer. Elige otra."},
    )
    plan_b = forms.CharField(label="Si se corta la vía", max_length=200, required=False)
    quitar = forms.BooleanField(label="Quitar del viaje", required=False)

    def __init__(self, data=None, *, vista, tramo, otras):
        self.vista, self.otras = vista, {k: v for k, v in otras.items() if v.pk != vista.cita.programada.pk}
        parada = vista.parada
        campos = ("orden", "minutos_de_viaje", "plan_b")
        inicial = {c: getattr(parada, c) for c in campos} | {"alterna": str(parada.alterna_id or "")}
        super().__init__(data, initial=inicial, prefix=f"p-{parada.pk}")
        _proponer(self, "minutos_de_viaje", parada.minutos_de_viaje, tramo)
        opciones = [(clave, etiqueta_de(p)) for clave, p in self.otras.items()]
        self.fields["alterna"].choices = [("", "Ninguna"), *opciones]

    def cambio(self) -> CambioDeParada:
        datos = self.cleaned_data
        return CambioDeParada(
            parada=self.vista.parada,
            orden=datos["orden"],
            minutos_de_viaje=datos["minutos_de_viaje"],
            alterna=self.otras.get(datos["alterna"]),
            plan_b=datos["plan_b"].strip(),
            quitar=datos["quitar"],
        )


class MoverDiaForm(ReprogramarForm):
    """Which day of the trip moves, to which, and why. `dias` are those with visits still to make."""

    boton = "Mover el día"
    field_order = ["dia", "fecha", "motivo", "motivo_texto"]

    dia = forms.TypedChoiceField(
        label="Día que se mueve",
        error_messages={
            "required": "Falta el día que se mueve. Elígelo de la lista.",
            "invalid_choice": "Ese día no tiene visitas por hacer en este viaje. Elige otro.",
        },
    )

    def __init__(self, *args, dias, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dia"].coerce = {d.isoformat(): d for d in dias}.get
        self.fields["dia"].choices = [(d.isoformat(), fecha_larga(d)) for d in dias]


class CancelarViajeForm(NoRealizadaForm):
    boton = "Cancelar el viaje"
