"""Writing a fragment of practice, choosing how it is signed, and answering one."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from visitas.models import FragmentoDePractica, NivelEducativo, TipoDeComentario

from .visita.opciones import AREAS

CON_NOMBRE, SIN_FIRMA = "nombre", "sin_firma"


def _ayudante(boton):
    ayudante = FormHelper()
    ayudante.attrs = {"novalidate": True}
    ayudante.add_input(Submit("guardar", boton))
    return ayudante


class FragmentoForm(forms.ModelForm):
    """A moment of the classroom and a question. It has no field for levels, nor for pupils."""

    class Meta:
        model = FragmentoDePractica
        fields = ["titulo", "texto", "pregunta", "area", "competencia"]
        labels = {
            "titulo": "Título",
            "texto": "Qué pasó en el aula",
            "pregunta": "Qué preguntas a tus colegas",
            "area": "Área",
            "competencia": "Competencia",
        }
        widgets = {
            "texto": forms.Textarea({"rows": 7, "maxlength": 4000}),
            "pregunta": forms.Textarea({"rows": 2, "maxlength": 600}),
        }
        help_texts = {
            "texto": "Un momento concreto, con tus palabras: qué hiciste, qué dijeron, qué notaste. Sin nombres de "
            "estudiantes ni de colegas.",
        }
        error_messages = {
            "titulo": {"required": "Falta el título. Unas pocas palabras."},
            "texto": {"required": "Falta contar qué pasó en el aula."},
            "pregunta": {"required": "Falta tu pregunta. ¿Qué quisieras que te respondan?"},
        }

    def __init__(self, *args, nivel, competencias, **kwargs):
        super().__init__(*args, **kwargs)
        opciones = AREAS[NivelEducativo(nivel)].items()
        self.fields["area"] = forms.ChoiceField(
            label="Área", required=False, choices=[("", "Ninguna en especial"), *opciones]
        )
        self.fields["competencia"].queryset = competencias
        self.fields["competencia"].empty_label = "Ninguna en especial"
        self.helper = _ayudante("Guardar borrador")

    def clean_texto(self):
        return _que_quepa(self.cleaned_data["texto"], 4000)

    def clean_pregunta(self):
        return _que_quepa(self.cleaned_data["pregunta"], 600)

    def _post_clean(self):
        """The service writes the row: nothing of the form touches the instance."""


class CompartirForm(forms.Form):
    """How it is signed. There is no default: who shares chooses."""

    firma = forms.ChoiceField(
        label="Cómo lo firmas",
        choices=[],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Elige cómo lo firmas: con tu nombre o como «Una colega».",
            "invalid_choice": "Elige una de las dos firmas.",
        },
    )

    def __init__(self, *args, docente, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["firma"].choices = [
            (CON_NOMBRE, f"Con mi nombre: {docente.nombre_completo}"),
            (SIN_FIRMA, "Sin mi nombre: «Una colega»"),
        ]
        self.helper = _ayudante("Compartir con mi comunidad")

    @property
    def con_nombre(self) -> bool:
        return self.cleaned_data["firma"] == CON_NOMBRE


class ComentarioForm(forms.Form):
    tipo = forms.ChoiceField(
        label="Qué quieres decir",
        choices=TipoDeComentario.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Elige si cuentas qué valoras, qué preguntas o qué probarías.",
            "invalid_choice": "Elige si cuentas qué valoras, qué preguntas o qué probarías.",
        },
    )
    texto = forms.CharField(
        label="Tu comentario",
        widget=forms.Textarea({"rows": 3, "maxlength": 1500}),
        help_text="Habla de lo que se hizo, no de la persona. Lo leen los de esta comunidad.",
        error_messages={"required": "Falta tu comentario. Escribe una o dos líneas."},
    )

    def __init__(self, *args, action, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = _ayudante("Comentar")
        self.helper.form_action = action

    def clean_texto(self):
        return _que_quepa(self.cleaned_data["texto"], 1500)


class VincularForm(forms.Form):
    """In which session it was analysed; none takes the link away."""

    sesion = forms.ModelChoiceField(
        label="Sesión en que se analizó",
        queryset=None,
        required=False,
        empty_label="En ninguna",
        error_messages={"invalid_choice": "Elige una de tus sesiones realizadas."},
    )

    def __init__(self, *args, sesiones, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sesion"].queryset = sesiones
        self.fields["sesion"].label_from_instance = lambda s: f"{s.titulo}: {s.tema}"
        self.helper = _ayudante("Guardar vínculo")


def _que_quepa(texto, maximo):
    texto = texto.replace("\r\n", "\n").strip()
    if len(texto) > maximo:
        raise forms.ValidationError(f"El texto tiene {len(texto)} caracteres y caben {maximo}. Acórtalo.")
    return texto
