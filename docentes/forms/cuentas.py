"""Accounts, as the technical administrator makes and changes them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms

from docentes.models import Docente, Rol, Usuario
from docentes.models.usuario import CON_ESCUELA, CON_REGION, CON_UGEL
from escuelas.models import Escuela

AMBITOS = [
    (CON_REGION, "region", "Elige la región de esta cuenta."),
    (CON_UGEL, "ugel", "Elige la UGEL de esta cuenta."),
    (CON_ESCUELA, "escuela_codigo", "Escribe el código de la escuela que dirige."),
]


class EscuelaPorCodigoField(forms.CharField):
    """A school by its code: `0267963` or `0267963-0`."""

    def clean(self, value):
        texto = super().clean(value)
        if not texto:
            return None
        modular, _, anexo = texto.partition("-")
        escuela = Escuela.objects.filter(codigo_modular=modular, anexo=anexo or "0").first()
        if escuela is None:
            raise forms.ValidationError(
                f"No hay una escuela con el código «{texto}». Búscalo en la lista de escuelas."
            )
        return escuela


class CuentaEditarForm(forms.ModelForm):
    """Name, e-mail, scope and whether it is active. The role is fixed: another role is another account."""

    escuela_codigo = EscuelaPorCodigoField(
        label="Código modular de la escuela",
        required=False,
        help_text="Solo para directores. Por ejemplo 0267963.",
    )

    class Meta:
        model = Usuario
        fields = ["nombres", "apellidos", "email", "region", "ugel", "is_active"]
        labels = {"is_active": "Cuenta activa"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.escuela_id:
            self.fields["escuela_codigo"].initial = self.instance.escuela.codigo
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = self.disposicion()

    def disposicion(self):
        campos = {"region": CON_REGION, "ugel": CON_UGEL, "escuela_codigo": CON_ESCUELA}
        del_rol = [campo for campo, roles in campos.items() if self.instance.rol in roles]
        for campo in campos.keys() - set(del_rol):
            del self.fields[campo]
        return Layout(
            Div("nombres", "apellidos", css_class="ac-pareja"),
            "email",
            *del_rol,
            "is_active",
        )

    def rol_elegido(self):
        return self.instance.rol

    def clean(self):
        datos = super().clean()
        rol = self.rol_elegido()
        for roles, campo, falta in AMBITOS:
            if rol in roles and not datos.get(campo) and campo not in self.errors:
                self.add_error(campo, falta)
            if rol not in roles and datos.get(campo):
                datos[campo] = None
        return datos

    def _post_clean(self):
        self.instance.escuela = self.cleaned_data.get("escuela_codigo")
        super()._post_clean()

    def campos(self) -> dict:
        """Return what `services.cambiar_cuenta` takes."""
        datos = dict(self.cleaned_data)
        if "escuela_codigo" in datos:
            datos["escuela"] = datos.pop("escuela_codigo")
        return datos


class CuentaNuevaForm(CuentaEditarForm):
    """A new account: user name, role and the scope that the role needs."""

    plaza = forms.CharField(
        label="Código de plaza",
        required=False,
        max_length=14,
        help_text="Solo para docentes: la plaza que ya está registrada.",
    )

    class Meta(CuentaEditarForm.Meta):
        fields = ["username", "rol", "nombres", "apellidos", "email", "region", "ugel"]

    def disposicion(self):
        self.fields["rol"].help_text = "Cada rol pide su ámbito: región, UGEL, escuela o plaza."
        return Layout(
            Div("username", "rol", css_class="ac-pareja"),
            Div("nombres", "apellidos", css_class="ac-pareja"),
            "email",
            Div("region", "ugel", css_class="ac-pareja"),
            Div("escuela_codigo", "plaza", css_class="ac-pareja"),
        )

    def rol_elegido(self):
        return self.cleaned_data.get("rol")

    def clean_plaza(self):
        plaza = self.cleaned_data["plaza"].strip()
        if not plaza:
            return None
        docente = Docente.objects.filter(plaza=plaza).first()
        if docente is None:
            raise forms.ValidationError(f"No hay un docente registrado en la plaza «{plaza}».")
        if docente.usuario_id:
            raise forms.ValidationError(f"La plaza {plaza} ya tiene una cuenta.")
        return docente

    def clean(self):
        datos = super().clean()
        if datos.get("rol") == Rol.DOCENTE and not datos.get("plaza") and "plaza" not in self.errors:
            self.add_error("plaza", "Escribe la plaza del docente que usará la cuenta.")
        return datos

    def campos(self) -> dict:
        """Return what `services.crear_cuenta` takes."""
        datos = super().campos()
        docente = datos.pop("plaza", None)
        return datos | {"docente": docente if datos["rol"] == Rol.DOCENTE else None}
