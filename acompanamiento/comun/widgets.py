"""Controls of our own that any app may use. Their HTML is in templates/piezas/widgets/."""

from django import forms


class Opciones(forms.RadioSelect):
    """Two to four short answers in a row, as buttons: cumplido, en parte, no se pudo."""

    template_name = "piezas/widgets/opciones.html"
    con_plantilla_propia = True


class Fecha(forms.DateInput):
    """The browser's own calendar; the value travels as 2026-10-15 and is shown in the person's format."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class Hora(forms.TimeInput):
    """The browser's own clock; the value travels as 08:05."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


class Cuenta(forms.NumberInput):
    """A small count (pupils, people): digits on the phone's keyboard, never below zero."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "numeric", "min": "0", "step": "1", **(attrs or {})})
