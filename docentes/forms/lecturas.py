"""What the data officer narrows the read log to."""

from django import forms
from django.db.models import Q

from acompanamiento.comun.widgets import Fecha
from docentes.models import ClaseDeDato, Rol


class FiltroDeLecturas(forms.Form):
    """By who read, of which post, which class of data and when. A value that is not valid narrows nothing."""

    marca_opcionales = False

    persona = forms.CharField(label="Quién leyó", max_length=80, required=False)
    rol = forms.ChoiceField(label="Como", required=False, choices=[("", "Todos los roles"), *Rol.choices])
    plaza = forms.CharField(label="Plaza del docente", max_length=14, required=False)
    clase = forms.ChoiceField(label="Qué", required=False, choices=[("", "Todo"), *ClaseDeDato.choices])
    desde = forms.DateField(label="Desde", required=False, widget=Fecha)
    hasta = forms.DateField(label="Hasta", required=False, widget=Fecha)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.full_clean()

    @property
    def hay(self) -> bool:
        return any(self.cleaned_data.values())

    def filtrar(self, lecturas):
        elegido = self.cleaned_data
        for palabra in (elegido.get("persona") or "").split():
            lecturas = lecturas.filter(
                Q(usuario__nombres__icontains=palabra)
                | Q(usuario__apellidos__icontains=palabra)
                | Q(usuario__username__icontains=palabra)
            )
        iguales = {
            "rol": elegido.get("rol"),
            "clase": elegido.get("clase"),
            "docente__plaza__icontains": elegido.get("plaza"),
            "momento__date__gte": elegido.get("desde"),
            "momento__date__lte": elegido.get("hasta"),
        }
        return lecturas.filter(**{campo: valor for campo, valor in iguales.items() if valor})
