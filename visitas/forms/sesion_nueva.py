"""A group session that was not planned and was held: its plan and what was done, in one form of the device, and its content.

    {"sesion": uuid, "tipo": "taller", "tema": "", "lugar": "", "escuela": "" | "0259564-0",
     "instrumento": {"codigo": "", "version": 1} | null, "competencias": [2, 4], "invitados": [uuid],
     "fecha": "2026-10-29", "inicio": "08:00", "fin": "12:00",
     "asistencia": [{"docente": uuid, "asistio": bool}], "desarrollo": "", "acuerdos": ""}

The fields, their sentences and their rules are those of the two pages (SesionForm, RegistrarSesionForm). The lists are in
order; `asistencia` is as in registro_de_sesion.py. `desde_contenido(c).contenido() == c` for every content that it accepts.
"""

import re

from django import forms
from django.utils.datastructures import MultiValueDict

from escuelas.models import Escuela
from visitas.contexto import Catalogos
from visitas.models import Competencia

from . import registro_de_sesion
from .registro_de_sesion import RegistrarSesionForm
from .sesion import SesionForm, ayudante_de, con_escuela, pareja
from .visita.campos import limpiar_texto

VERSION = 1
DEL_PLAN = ("tipo", "tema", "lugar", "escuela")
CODIGO = re.compile(r"[0-9]{7}-[0-9]")


class EscuelaPorCodigo(forms.ModelChoiceField):
    """A school by its COD_MOD-ANEXO, which a device may keep: our own ids are nobody else's."""

    def prepare_value(self, value):
        return value.codigo if isinstance(value, Escuela) else value

    def to_python(self, value):
        if value in self.empty_values:
            return None
        escuela = self.queryset.con_codigo(value).first() if CODIGO.fullmatch(value) else None
        if escuela is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice")
        return escuela


def componer(*, hecho: dict, plan: dict) -> dict:
    """Return the content. `hecho` is the content of what was done; `plan` has DEL_PLAN, instrumento, competencias
    (numbers) and invitados (ids)."""
    return (
        hecho
        | {campo: limpiar_texto(plan[campo]) for campo in DEL_PLAN}
        | {
            "instrumento": plan["instrumento"],
            "competencias": sorted(plan["competencias"]),
            "invitados": sorted(plan["invitados"]),
        }
    )


def aplanar(contenido: dict) -> dict:
    """Return {field name: text, or list of texts} of a content, whatever its shape."""
    plano = {c: v if isinstance(v := contenido.get(c), str) else "" for c in DEL_PLAN}
    numeros, invitados = (
        v if isinstance(v := contenido.get(c), list) else [] for c in ("competencias", "invitados")
    )
    return (
        registro_de_sesion.aplanar(contenido)
        | plano
        | {
            "competencias": [str(n) for n in numeros if type(n) is int and 0 < n < 1000],
            "docentes": [d for d in invitados if isinstance(d, str)],
        }
    )


class SesionNuevaForm(RegistrarSesionForm, SesionForm):
    """`docentes` are those who may be called and whose attendance may be taken; `competencias`, of one instrument."""

    escuela = EscuelaPorCodigo(
        label="Escuela sede",
        queryset=Escuela.objects.none(),
        required=False,
        error_messages={
            "invalid_choice": "Esa escuela no es de quienes acompañas. Elige una de la lista, u «En otro lugar»."
        },
    )

    def __init__(self, *args, docentes, escuelas, competencias, cuotas=None, **kwargs):
        SesionForm.__init__(
            self,
            *args,
            docentes=docentes,
            escuelas=escuelas,
            competencias=competencias,
            cuotas=cuotas or {},
            **kwargs,
        )
        self.recibido = None
        self.fields["competencias"].to_field_name = "numero"
        self.fields["docentes"].label = "A quiénes invitaste"
        self.fields["docentes"].initial = None
        self.fields["asistieron"].queryset = docentes
        self.fields["asistieron"].label_from_instance = con_escuela

    def _armar(self):
        del_plan = (
            "tipo",
            "fecha",
            pareja("inicio", "fin"),
            "tema",
            pareja("lugar", "escuela"),
            "competencias",
        )
        return ayudante_de("Terminar sesión", *del_plan, "docentes", "asistieron", "desarrollo", "acuerdos")

    @classmethod
    def desde_contenido(cls, contenido: dict, *, docentes):
        """Return the form bound to a content. A content with anything that the form does not know is not valid."""
        plano = MultiValueDict({c: v if isinstance(v, list) else [v] for c, v in aplanar(contenido).items()})
        escuelas = Escuela.objects.filter(docentes__in=docentes.values("pk")).distinct()
        form = cls(plano, docentes=docentes, escuelas=escuelas, competencias=_competencias_de(contenido))
        form.recibido = contenido
        return form

    @property
    def plan(self) -> dict:
        """The columns of the plan that a service writes, once valid."""
        return {campo: self.cleaned_data[campo] for campo in (*DEL_PLAN, "competencias", "docentes")}

    def contenido(self) -> dict:
        """Return the content, ready for its hash. The form must come from a content and be valid."""
        datos = self.cleaned_data
        escuela = datos["escuela"]
        plan = {
            **{campo: datos[campo] for campo in DEL_PLAN},
            "escuela": escuela.codigo if escuela else "",
            "instrumento": _instrumento_de(self.recibido),
            "competencias": [c.numero for c in datos["competencias"]],
            "invitados": [str(d.pk) for d in datos["docentes"]],
        }
        return componer(hecho=super().contenido(), plan=plan)


def _instrumento_de(contenido) -> dict | None:
    """{codigo, version} of a content; None when it does not say them."""
    dicho = contenido.get("instrumento")
    if not isinstance(dicho, dict):
        return None
    codigo, version = dicho.get("codigo"), dicho.get("version")
    return (
        {"codigo": codigo, "version": version} if isinstance(codigo, str) and type(version) is int else None
    )


def _competencias_de(contenido):
    """The competencies of the instrument that the content names, in force or not."""
    dicho = _instrumento_de(contenido)
    instrumento = dicho and Catalogos().instrumentos.get((dicho["codigo"], dicho["version"]))
    return instrumento.competencias.order_by("numero") if instrumento else Competencia.objects.none()
