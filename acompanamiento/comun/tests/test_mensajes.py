"""What Django itself says to a person, said in the product's words (acompanamiento/locale/es)."""

import gettext
import re
from pathlib import Path

import django
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import MinimumLengthValidator, get_default_password_validators
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator

CARPETA = Path(settings.BASE_DIR) / "acompanamiento" / "locale" / "es" / "LC_MESSAGES"
DE_USTED = re.compile(r"\b(Introduzca|Escoja|Asegúrese|Seleccione|Su contraseña|Por favor|vuelva)\b")


def _error(campo, valor):
    try:
        campo.clean(valor)
    except ValidationError as error:
        return error.messages[0]
    return ""


def test_un_formulario_habla_de_tu_y_dice_que_hacer():
    assert _error(forms.CharField(), "") == "Falta este dato."
    assert _error(forms.DateField(), "32/13/2026") == "Escribe una fecha que exista, como 15/10/2026."
    assert (
        _error(forms.ChoiceField(choices=[("a", "A")]), "z")
        == "«z» no es una de las opciones. Elige una de la lista."
    )


def test_los_plurales_tambien_son_los_nuestros():
    assert _error(forms.CharField(validators=[MinLengthValidator(12)]), "corta") == (
        "Escribe al menos 12 caracteres (tiene 5)."
    )
    assert _error(forms.CharField(min_length=1, validators=[]), "x") == ""
    assert MinimumLengthValidator(12).get_help_text() == "Usa 12 caracteres o más."


def test_las_reglas_de_la_contrasena_hablan_de_tu():
    ayudas = [regla.get_help_text() for regla in get_default_password_validators()]
    assert len(ayudas) >= 4
    assert [ayuda for ayuda in ayudas if DE_USTED.search(ayuda)] == []


def test_el_catalogo_compilado_es_el_que_se_lee():
    """Who changes django.po and forgets `msgfmt` finds out here."""
    fuente = (CARPETA / "django.po").read_text(encoding="utf-8")
    pares = re.findall(r'^msgid "(.+)"\nmsgstr "(.*)"$', fuente, re.M)
    with (CARPETA / "django.mo").open("rb") as archivo:
        compilado = gettext.GNUTranslations(archivo)
    assert len(pares) > 20
    assert [original for original, nuestro in pares if compilado.gettext(original) != nuestro] == []


def _de_django(carpeta):
    with (Path(django.__file__).parent / carpeta / "locale" / "es" / "LC_MESSAGES" / "django.mo").open(
        "rb"
    ) as archivo:
        return gettext.GNUTranslations(archivo)


def test_cada_mensaje_cambiado_existe_en_django():
    """A message that Django rewords would go back to usted in silence."""
    suyos = [_de_django("conf"), _de_django("contrib/auth")]
    originales = re.findall(r'^msgid "(.+)"$', (CARPETA / "django.po").read_text(encoding="utf-8"), re.M)
    desconocidos = [
        original
        for original in originales
        if all(catalogo.ngettext(original, "", 1) == original for catalogo in suyos)
        and all(catalogo.gettext(original) == original for catalogo in suyos)
    ]
    assert desconocidos == []
