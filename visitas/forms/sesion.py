"""Planning a group session, changing it, and writing down what was done."""

from datetime import time

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout, Submit
from django import forms
from django.utils import timezone

from acompanamiento.comun.formato import fecha as en_cifras
from acompanamiento.comun.formato import horas as en_horas
from acompanamiento.comun.widgets import Fecha, Hora
from visitas.models import SesionGrupal, TipoDeSesion

from .programacion import NoRealizadaForm, ReprogramarForm, VolverAProgramarForm
from .visita import ESTRUCTURA
from .visita.campos import limpiar_texto
from .visita.plano import podar, primera_diferencia

SIN_NOMBRES = "La leen los docentes invitados. Sin nombres de personas."


def campo_fecha(label, falta):
    return forms.DateField(
        label=label,
        widget=Fecha,
        error_messages={
            "required": falta,
            "invalid": "No entendimos la fecha. Escríbela como 15/10/2026.",
        },
    )


def campo_hora(label, falta="", **opciones):
    return forms.TimeField(
        label=label,
        widget=Hora,
        error_messages={"required": falta, "invalid": "No entendimos la hora. Escríbela como 8:30."},
        **opciones,
    )


def campo_docentes(label, falta):
    return forms.ModelMultipleChoiceField(
        label=label,
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": falta,
            "invalid_choice": "Uno de los docentes no está a tu cargo. Marca solo los de la lista.",
            "invalid_pk_value": "Uno de los docentes no está a tu cargo. Marca solo los de la lista.",
        },
    )


def con_escuela(docente):
    return f"{docente.nombre_de_lista} · {docente.escuela.nombre}"


def ayudante_de(boton, *campos):
    ayudante = FormHelper()
    ayudante.attrs = {"novalidate": True}
    ayudante.layout = Layout(*campos)
    ayudante.add_input(Submit("guardar", boton))
    return ayudante


def pareja(*campos):
    return Div(*campos, css_class="ac-pareja")


class SesionForm(forms.ModelForm):
    """What is planned. `docentes` is the scoped queryset, None when the whole group is invited; `cuotas` by kind.

    A session that exists keeps its day here: that one moves with its reason.
    """

    fecha = campo_fecha("Día", "Falta el día. Elige la fecha de la sesión.")
    inicio = campo_hora("Empieza", "Falta la hora de inicio.")
    fin = campo_hora(
        "Termina",
        required=False,
        help_text="Si la dejas en blanco, dura lo que pide el protocolo.",
    )
    docentes = campo_docentes(
        "A quiénes invitas", "Falta invitar a alguien. Marca por lo menos a un docente."
    )

    class Meta:
        model = SesionGrupal
        fields = ["tipo", "fecha", "inicio", "fin", "lugar", "escuela", "tema", "competencias"]
        labels = {"tipo": "Tipo de sesión", "tema": "Tema", "competencias": "Competencias que trabaja"}
        widgets = {"competencias": forms.CheckboxSelectMultiple}
        help_texts = {
            "lugar": "Por ejemplo: local comunal de Corlás.",
            "tema": "Lo leen los docentes invitados. Sin nombres de personas.",
        }
        error_messages = {
            "tipo": {"required": "Falta el tipo de sesión. Elige uno."},
            "lugar": {"required": "Falta el lugar. Escribe dónde se reúnen."},
            "tema": {"required": "Falta el tema. Escribe qué van a trabajar."},
        }

    def __init__(self, *args, docentes, escuelas, competencias, cuotas, **kwargs):
        super().__init__(*args, **kwargs)
        self.cuotas = cuotas
        self.es_nueva = self.instance._state.adding
        self.fields["tipo"].choices = [("", "Elige…"), *((t.value, self._tipo(t)) for t in TipoDeSesion)]
        self.fields["escuela"].queryset = escuelas
        self.fields["escuela"].empty_label = "En otro lugar"
        self.fields["competencias"].queryset = competencias
        self._poner_docentes(docentes)
        if not self.es_nueva:
            del self.fields["fecha"]
        self.helper = self._armar()

    def _tipo(self, tipo):
        cuota = self.cuotas.get(tipo)
        return f"{tipo.label} ({en_horas(cuota.minutos)})" if cuota else tipo.label

    def _poner_docentes(self, docentes):
        if docentes is None:
            del self.fields["docentes"]
            return
        self.fields["docentes"].queryset = docentes
        self.fields["docentes"].label_from_instance = con_escuela
        if self.es_nueva:
            self.fields["docentes"].initial = docentes
        else:
            invitados = self.instance.asistencias.values_list("docente", flat=True)
            self.fields["docentes"].initial = list(invitados)

    def _armar(self):
        campos = ["tipo", "fecha" if self.es_nueva else None, pareja("inicio", "fin"), "tema"]
        campos += [pareja("lugar", "escuela"), Field("competencias")]
        campos += ["docentes" if "docentes" in self.fields else None]
        boton = "Programar sesión" if self.es_nueva else "Guardar cambios"
        return ayudante_de(boton, *(c for c in campos if c is not None))

    def clean(self):
        datos = super().clean()
        if datos.get("inicio") and datos.get("tipo") and not datos.get("fin") and "fin" not in self.errors:
            self._poner_fin(datos)
        return datos

    def _poner_fin(self, datos):
        cuota = self.cuotas.get(datos["tipo"])
        if cuota is None:
            return self.add_error(
                "fin", "Falta la hora de fin. El protocolo no dice cuánto dura este tipo de sesión."
            )
        horas, minutos = divmod(datos["inicio"].hour * 60 + datos["inicio"].minute + cuota.minutos, 60)
        if horas > 23:
            return self.add_error(
                "fin", f"Con {en_horas(cuota.minutos)} terminaría al día siguiente. Escribe la hora de fin."
            )
        datos["fin"] = time(horas, minutos)
        return None

    def _post_clean(self):
        """The service builds the row: nothing of the form touches the instance."""

    @property
    def datos(self) -> dict:
        return {c: self.cleaned_data[c] for c in self.fields}


class _DeSesion:
    """The words of a session in the forms that change a day."""

    def clean_fecha(self):
        fecha = self.cleaned_data["fecha"]
        if fecha < timezone.localdate():
            raise forms.ValidationError(
                f"El {en_cifras(fecha)} ya pasó. Elige hoy o un día que venga; si la sesión se hizo ese día, registra "
                "lo realizado."
            )
        return fecha


class ReprogramarSesionForm(_DeSesion, ReprogramarForm):
    fecha = campo_fecha("Nuevo día", "Falta el día. Elige la nueva fecha de la sesión.")


class VolverAProgramarSesionForm(_DeSesion, VolverAProgramarForm):
    fecha = campo_fecha("Nuevo día", "Falta el día. Elige la nueva fecha de la sesión.")


class SesionNoRealizadaForm(NoRealizadaForm):
    """Why a planned session was not held, on its page and on the device: {"sesion", "motivo", "motivo_texto"}.

    That another reason needs its words, the service says (services/sesion.py).
    """

    version = 1
    recibido = None

    @classmethod
    def desde_contenido(cls, contenido: dict):
        """Return the form bound to a content. A content with anything that the form does not know is not valid."""
        form = cls(
            {c: v if isinstance(v := contenido.get(c), str) else "" for c in ("motivo", "motivo_texto")}
        )
        form.recibido = contenido
        return form

    def clean(self):
        datos = super().clean()
        if self.recibido is not None and not self.errors:
            revisar_estructura(self)
        return datos

    def contenido(self) -> dict:
        """Return the content, ready for its hash. The form must come from a content and be valid."""
        datos = self.cleaned_data
        return no_realizada(self.recibido.get("sesion"), datos["motivo"], datos["motivo_texto"])


def no_realizada(sesion, motivo: str, motivo_texto: str) -> dict:
    """Return the content of a session that was not held."""
    return {"sesion": str(sesion), "motivo": motivo, "motivo_texto": limpiar_texto(motivo_texto)}


def revisar_estructura(form) -> None:
    """Refuse a content that says something that its form does not: `form` has `recibido` and `contenido()`."""
    lugar = primera_diferencia(podar(form.recibido), form.contenido())
    if lugar:
        mensaje = f"No se entiende «{lugar}» en esta versión del formulario."
        form.add_error(None, forms.ValidationError(mensaje, ESTRUCTURA))


class PropuestaForm(forms.Form):
    """For which group: everybody, or a district's schools."""

    marca_opcionales = False

    distrito = forms.ModelChoiceField(
        label="A quiénes invitarías", queryset=None, required=False, empty_label="A todos tus docentes"
    )

    def __init__(self, *args, distritos, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["distrito"].queryset = distritos
        self.fields["distrito"].label_from_instance = lambda d: f"A los de {d.nombre}"
        self.full_clean()

    @property
    def elegido(self):
        return self.cleaned_data.get("distrito")
