"""Choosing whom and what kind of visit, before writing."""

from django import forms

from visitas.contexto import Catalogos
from visitas.models import ClaseDeVisita, NivelEducativo, Visita, VisitaProgramada


class NuevaVisitaForm(forms.Form):
    """Teacher and kind of visit. `docentes` is the scoped queryset; `programada`, what the page was opened for."""

    docente = forms.ModelChoiceField(
        queryset=None,
        empty_label="Elige…",
        error_messages={
            "required": "Falta el docente. Elige a quién visitaste.",
            "invalid_choice": "Ese docente no está a tu cargo. Elige uno de la lista.",
        },
    )
    tipo = forms.ChoiceField(
        label="Tipo de visita",
        error_messages={
            "required": "Falta el tipo de visita. Elige uno.",
            "invalid_choice": "«%(value)s» no es una visita del protocolo. Elige una de la lista.",
        },
    )

    def __init__(self, data=None, *, docentes, programada=None, docente=None):
        self.catalogos = Catalogos()
        self.programada = programada
        inicial = {}
        if programada:
            inicial = {"docente": programada.docente_id, "tipo": programada.tipo.codigo}
        elif docente:
            inicial = {"docente": docente.pk, "tipo": _siguiente(docente, self.catalogos.hoy.year)}
        super().__init__(data, initial=inicial)
        self.fields["docente"].queryset = docentes
        self.fields["docente"].label_from_instance = lambda d: f"{d.nombre_de_lista} · {d.escuela.nombre}"
        self.fields["tipo"].choices = [("", "Elige…"), *self._tipos(docentes)]

    def _tipos(self, docentes):
        niveles = sorted({NivelEducativo.de_escuela(d.escuela) for d in docentes})
        grupos = {
            NivelEducativo(nivel).label: [(t.codigo, t.nombre) for t in self.catalogos.tipos_de(nivel)]
            for nivel in niveles
        }
        return next(iter(grupos.values()), []) if len(grupos) == 1 else list(grupos.items())

    def clean(self):
        docente, codigo = self.cleaned_data.get("docente"), self.cleaned_data.get("tipo")
        if not docente or not codigo:
            return self.cleaned_data
        nivel = NivelEducativo.de_escuela(docente.escuela)
        self.tipo = self.catalogos.tipo(nivel, codigo)
        if self.tipo is None:
            self.add_error(
                "tipo", f"«{codigo}» no es una visita del protocolo de {nivel.label.lower()}. Elige otra."
            )
        else:
            self._revisar_repetida(docente)
        return self.cleaned_data

    def _revisar_repetida(self, docente):
        if self.tipo.clase == ClaseDeVisita.ADICIONAL:
            return
        anio = self._anio()
        hecha = Visita.objects.filter(docente=docente, tipo__codigo=self.tipo.codigo, anio=anio).first()
        if hecha:
            self.add_error(
                "tipo",
                f"La visita «{self.tipo.nombre}» de {anio} ya está registrada, con fecha {hecha.fecha:%d/%m/%Y}. "
                "Elige otro tipo, o corrige aquella visita.",
            )

    def programada_elegida(self):
        """The scheduled visit that this one answers, if the calendar has it."""
        return VisitaProgramada.objects.filter(
            docente=self.cleaned_data["docente"], tipo__codigo=self.tipo.codigo, anio=self._anio()
        ).first()

    def _anio(self) -> int:
        """The year of the visit: that of the scheduled one which the page was opened for, or this one."""
        return self.programada.anio if self.programada else self.catalogos.hoy.year


def _siguiente(docente, anio) -> str:
    """The code of the teacher's first scheduled visit that is still to be done."""
    pendiente = (
        VisitaProgramada.objects.filter(docente=docente, anio=anio)
        .por_hacer()
        .select_related("tipo")
        .order_by("fecha")
        .first()
    )
    return pendiente.tipo.codigo if pendiente else ""
