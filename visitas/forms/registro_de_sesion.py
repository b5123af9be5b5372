"""What was done in a group session: one form for the page and for the device, and its content (campo/esquemas).

    {"sesion": uuid, "fecha": "2026-10-29", "inicio": "08:00", "fin": "12:00",
     "asistencia": [{"docente": uuid, "asistio": bool}], "desarrollo": "", "acuerdos": ""}

`asistencia` names everybody that its author had in front, in order of id: of whoever is not there, nothing is said.
`RegistrarSesionForm.desde_contenido(c).contenido() == c` for every content that it accepts.
"""

from datetime import date, time

from crispy_forms.layout import Hidden
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from acompanamiento.comun.formato import fecha as en_cifras

from .sesion import (
    SIN_NOMBRES,
    ayudante_de,
    campo_docentes,
    campo_fecha,
    campo_hora,
    con_escuela,
    pareja,
    revisar_estructura,
)
from .visita.campos import limpiar_texto

VERSION = 1
SIMPLES = ("fecha", "inicio", "fin", "desarrollo", "acuerdos")


def componer(
    *,
    sesion,
    asistencia: dict[str, bool],
    fecha: date,
    inicio: time,
    fin: time,
    desarrollo: str,
    acuerdos: str,
) -> dict:
    """Return the content. `sesion` is an id; `asistencia` is {id of a teacher: whether they came}."""
    return {
        "sesion": str(sesion),
        "fecha": fecha.isoformat(),
        "inicio": f"{inicio:%H:%M}",
        "fin": f"{fin:%H:%M}",
        "asistencia": [{"docente": d, "asistio": asistencia[d]} for d in sorted(asistencia)],
        "desarrollo": limpiar_texto(desarrollo),
        "acuerdos": limpiar_texto(acuerdos),
    }


def lista_de(contenido: dict) -> dict[str, bool]:
    """Return {id of a teacher: whether they came} of a content, whatever its shape: what does not fit is left out."""
    filas = contenido.get("asistencia")
    filas = [f for f in filas if isinstance(f, dict)] if isinstance(filas, list) else []
    return {f["docente"]: f.get("asistio") is True for f in filas if isinstance(f.get("docente"), str)}


def aplanar(contenido: dict) -> dict:
    """Return {field name: text, or list of texts} of a content, whatever its shape."""
    plano = {c: v if isinstance(v := contenido.get(c), str) else "" for c in SIMPLES}
    return plano | {"asistieron": [docente for docente, vino in lista_de(contenido).items() if vino]}


class RegistrarSesionForm(forms.Form):
    """What was done. `docentes` are those whose attendance may be taken; `invitados`, the ids of the invited.

    `base` is the id of the revision that the person is looking at, "" when there is none.
    """

    fecha = campo_fecha("Día en que se hizo", "Falta el día. Escribe cuándo se hizo.")
    inicio = campo_hora("Empezó", "Falta la hora en que empezó.")
    fin = campo_hora("Terminó", "Falta la hora en que terminó.")
    asistieron = campo_docentes(
        "Quiénes asistieron",
        "Nadie asistió según esta lista. Marca a quienes vinieron, o di que la sesión no se hizo.",
    )
    desarrollo = forms.CharField(
        label="Qué se hizo",
        max_length=4000,
        widget=forms.Textarea({"rows": 5}),
        help_text=SIN_NOMBRES,
        error_messages={"required": "Falta contar qué se hizo. Bastan dos o tres líneas."},
    )
    acuerdos = forms.CharField(
        label="Acuerdos",
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text="Lo que el grupo acordó probar. Uno por línea.",
    )

    def __init__(self, *args, docentes, invitados, ya_registrada, base="", **kwargs):
        super().__init__(*args, **kwargs)
        self.invitados = set(invitados)
        self.recibido = None
        self.fields["asistieron"].queryset = docentes
        self.fields["asistieron"].label_from_instance = self._con_invitacion
        boton = "Guardar corrección" if ya_registrada else "Registrar lo realizado"
        campos = ("fecha", pareja("inicio", "fin"), "asistieron", "desarrollo", "acuerdos")
        self.helper = ayudante_de(boton, *campos, Hidden("base", base))

    @classmethod
    def desde_contenido(cls, contenido: dict, *, docentes):
        """Return the form bound to a content. A content with anything that the form does not know is not valid."""
        plano = MultiValueDict({c: v if isinstance(v, list) else [v] for c, v in aplanar(contenido).items()})
        form = cls(plano, docentes=docentes, invitados=(), ya_registrada=False)
        form.recibido = contenido
        return form

    def _con_invitacion(self, docente):
        sin = "" if docente.pk in self.invitados else " · sin invitación"
        return f"{con_escuela(docente)}{sin}"

    def clean(self):
        datos = super().clean()
        fecha = datos.get("fecha")
        if fecha and fecha > timezone.localdate():
            self.add_error(
                "fecha",
                ValidationError(
                    f"El {en_cifras(fecha)} aún no llega. Registra la asistencia cuando la sesión se haya hecho.",
                    "FECHA_FUTURA",
                ),
            )
        if self.recibido is not None and not self.errors:
            revisar_estructura(self)
        return datos

    def contenido(self) -> dict:
        """Return the content, ready for its hash. The form must come from a content and be valid."""
        vinieron = {str(d.pk) for d in self.cleaned_data["asistieron"]}
        lista = {docente: docente in vinieron for docente in lista_de(self.recibido)}
        datos = {c: self.cleaned_data[c] for c in SIMPLES}
        return componer(sesion=self.recibido.get("sesion"), asistencia=lista, **datos)
