"""Writing a plan: general sections with goals, a teacher's matrix, and what the formador observes of each section."""

from django import forms
from django.utils.html import format_html

from acompanamiento.comun.formato import fecha as en_cifras
from visitas.models import DecisionDePlan, SeccionDePlan, TipoDeActividad

from .visita.campos import Eleccion, Fecha, Texto

MAXIMO_DE_FILAS = 20
TIPOS = [("", "Elige…"), *TipoDeActividad.choices]


class GeneralesForm(forms.Form):
    """The sections that speak of all. None is required by itself: a draft may be half written."""

    marca_opcionales = False

    caracterizacion = Texto("De dónde partimos", maximo=6000, filas=8)
    objetivo = Texto("Objetivo general", maximo=1500, filas=3)
    objetivos = Texto("Objetivos específicos", maximo=3000, filas=5, help_text="Uno por línea.")
    recursos = Texto("Recursos", maximo=3000, filas=4)
    evaluacion = Texto("Cómo se evaluará", maximo=3000, filas=4)


class _Fila(forms.Form):
    """A row that may be empty or taken away: then nothing of it is asked. `exigidos` is {field: sentence}."""

    marca_opcionales = False
    exigidos = {}
    ocultos = ("id", "quitar")

    def clean(self):
        datos = super().clean()
        if self.sobra:
            self._errors.clear()
            return datos
        for campo, frase in self.exigidos.items():
            if not datos.get(campo) and campo not in self.errors:
                self.add_error(campo, frase)
        return datos

    @property
    def sobra(self) -> bool:
        datos = self.cleaned_data
        escrito = [datos.get(c) for c in self.fields if c not in self.ocultos]
        return bool(datos.get("quitar")) or (not any(escrito) and not self._mal_escrito())

    def _mal_escrito(self):
        return any(campo not in self.ocultos for campo in self.errors)


def _quitar():
    return forms.BooleanField(label="Quitar", required=False)


class MetaForm(_Fila):
    exigidos = {
        "indicador": "Falta el indicador: qué se mirará.",
        "meta": "Falta la meta: a cuánto se quiere llegar.",
    }

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    indicador = Texto("Indicador", maximo=200, filas=0)
    partida = Texto("De dónde parte", maximo=60, filas=0)
    meta = Texto("Meta", maximo=60, filas=0)
    quitar = _quitar()


class LineaForm(_Fila):
    exigidos = {"estrategia": "Falta la estrategia. Escríbela, o marca «Quitar»."}

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    necesidad = forms.ModelChoiceField(
        label="Necesidad",
        queryset=None,
        required=False,
        empty_label="Otra, no priorizada en la línea de base",
        error_messages={"invalid_choice": "Elige una necesidad de la lista."},
    )
    estrategia = Texto("Estrategia", maximo=1500, filas=3)
    razon = Texto("Por qué esta estrategia", maximo=1500, filas=3)
    quitar = forms.BooleanField(label="Quitar esta estrategia", required=False)

    def __init__(self, *args, necesidades, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["necesidad"].queryset = necesidades
        self.fields["necesidad"].label_from_instance = lambda n: f"{n.competencia}: {n.texto}"[:110]


class ActividadForm(_Fila):
    exigidos = {
        "tipo": "Falta el tipo de actividad. Elige uno.",
        "que": "Falta qué se hará.",
        "desde": "Falta desde cuándo.",
        "hasta": "Falta hasta cuándo.",
    }

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    tipo = Eleccion("Tipo", TIPOS)
    que = Texto("Qué se hará", maximo=300, filas=0)
    desde = Fecha("Desde")
    hasta = Fecha("Hasta")
    quitar = _quitar()

    def __init__(self, *args, anio, **kwargs):
        super().__init__(*args, **kwargs)
        self.anio = anio

    def clean(self):
        datos = super().clean()
        if self.sobra:
            return datos
        desde, hasta = datos.get("desde"), datos.get("hasta")
        for campo, dia in (("desde", desde), ("hasta", hasta)):
            if dia and dia.year != self.anio:
                self.add_error(
                    campo, f"El {en_cifras(dia)} no es de {self.anio}. Elige un día del año del plan."
                )
        if desde and hasta and hasta < desde:
            self.add_error("hasta", f"Termina el {en_cifras(hasta)}, antes de empezar. Corrige una fecha.")
        return datos


class _Filas(forms.BaseFormSet):
    """Rows whose labels carry their number, for who does not see the row."""

    nombre = ""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if index is None:
            return
        for campo in form.fields.values():
            campo.label = format_html(
                '{}<span class="visually-hidden"> de {} {}</span>', campo.label, self.nombre, index + 1
            )

    @property
    def filas(self) -> list[dict]:
        """What stays, in order. Only after `is_valid`."""
        return [f.cleaned_data for f in self.forms if not f.sobra]


def _formset(formulario, titulo, extra):
    clase = forms.formset_factory(
        formulario, formset=_Filas, extra=extra, max_num=MAXIMO_DE_FILAS, absolute_max=MAXIMO_DE_FILAS + 1
    )
    clase.nombre = titulo
    return clase


def metas_de(plan, datos=None, *, una_mas=False):
    """Return the formset of the plan's goals, with an empty row when asked or when there is none."""
    metas = list(plan.metas.values("id", "indicador", "partida", "meta"))
    extra = 1 if una_mas or not metas else 0
    return _formset(MetaForm, "la meta", extra)(datos, prefix="meta", initial=metas)


class Matriz:
    """A teacher's lines, each with its activities. `mas` asks for an empty row: "linea", or the id of a line."""

    def __init__(self, plan, lineas, necesidades, datos=None, *, mas=""):
        self.anio = plan.anio
        extra = 1 if mas == "linea" or not lineas else 0
        iniciales = [
            {"id": f.pk, "necesidad": f.necesidad_id, "estrategia": f.estrategia, "razon": f.razon}
            for f in lineas
        ]
        self.lineas = _formset(LineaForm, "la estrategia", extra)(
            datos, prefix="linea", initial=iniciales, form_kwargs={"necesidades": necesidades}
        )
        propias = {str(f.pk): f for f in lineas}
        self.filas = [self._fila(i, form, propias, datos, mas) for i, form in enumerate(self.lineas)]

    def _fila(self, indice, form, propias, datos, mas):
        linea = propias.get(str(form["id"].value() or ""))
        iniciales = list(linea.actividades.all()) if linea else []
        extra = 2 if linea is None else int(not iniciales or mas == str(linea.pk))
        actividades = _formset(ActividadForm, f"la actividad de la estrategia {indice + 1},", extra)(
            datos,
            prefix=f"linea-{indice}-act",
            initial=[
                {"id": a.pk, "tipo": a.tipo, "que": a.que, "desde": a.desde, "hasta": a.hasta}
                for a in iniciales
            ],
            form_kwargs={"anio": self.anio},
        )
        return {"form": form, "actividades": actividades, "linea": linea}

    def is_valid(self) -> bool:
        return all([self.lineas.is_valid(), *(self._valida(f) for f in self.filas)])

    @staticmethod
    def _valida(fila):
        return fila["actividades"].is_valid() or (fila["form"].is_valid() and fila["form"].sobra)

    def datos(self) -> list[dict]:
        """Return the lines as services.guardar_matriz takes them. Only after `is_valid`."""
        return [
            fila["form"].cleaned_data | {"actividades": fila["actividades"].filas}
            for fila in self.filas
            if not fila["form"].sobra
        ]

    @property
    def formularios(self) -> list:
        """Every form that has errors, for the summary on top."""
        todos = [f for fila in self.filas for f in (fila["form"], *fila["actividades"])]
        return [f for f in todos if f.is_bound and f.errors]


class RevisionForm(forms.Form):
    """What the formador observes, by section and, in the matrix, by letter. `claves` are the letters in order."""

    marca_opcionales = False

    def __init__(self, datos=None, *, claves):
        super().__init__(datos)
        self.claves = claves
        for seccion in SeccionDePlan:
            self.fields[f"sobre_{seccion}"] = Texto(f"Tu observación: {seccion.label.lower()}", maximo=2000)
        for orden, clave in enumerate(claves):
            self.fields[f"sobre_matriz_{orden}"] = Texto(f"Tu observación: matriz de {clave}", maximo=2000)

    def campo_de(self, seccion):
        return self[f"sobre_{seccion}"]

    def campo_de_clave(self, clave):
        return self[f"sobre_matriz_{self.claves.index(clave)}"]

    def comentarios(self) -> list[dict]:
        """Return what was written as {"seccion", "texto", "clave": letter or ""}. Only after `is_valid`."""
        datos = self.cleaned_data
        generales = [(s, "", datos[f"sobre_{s}"]) for s in SeccionDePlan.values]
        de_docentes = [
            (SeccionDePlan.MATRIZ, clave, datos[f"sobre_matriz_{n}"]) for n, clave in enumerate(self.claves)
        ]
        return [
            {"seccion": seccion, "clave": clave, "texto": texto}
            for seccion, clave, texto in generales + de_docentes
            if texto
        ]


class RespuestaForm(forms.Form):
    """What the acompañante answers in a section."""

    seccion = forms.ChoiceField(label="Sección", choices=SeccionDePlan.choices)
    texto = forms.CharField(
        label="Tu respuesta",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Falta el comentario. Escríbelo antes de guardar."},
    )


class FiltroDePlanes(forms.Form):
    """What the formador narrows the list to. A value that is not valid narrows nothing."""

    marca_opcionales = False
    ESTADOS = [("", "Todos"), ("sin", "Sin enviar")] + [
        (d.value, d.label) for d in DecisionDePlan if d != DecisionDePlan.RETIRADA
    ]

    ugel = forms.ChoiceField(label="UGEL", required=False)
    estado = forms.ChoiceField(label="Estado", required=False, choices=ESTADOS)

    def __init__(self, datos, *, ugeles):
        super().__init__(datos)
        self.fields["ugel"].choices = [("", "Todas"), *((u.codigo, u.nombre) for u in ugeles)]
        self.full_clean()

    def elegido(self, campo) -> str:
        return self.cleaned_data.get(campo) or ""
