"""Sign-in and password change."""

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm


class EntradaForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "El usuario o la contraseña no coinciden. Revisa las mayúsculas e inténtalo otra vez.",
        "inactive": "Esta cuenta está cerrada. Habla con la administración técnica.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Usuario"


class ClaveForm(PasswordChangeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Contraseña de ahora"
        self.fields["new_password1"].label = "Contraseña nueva"
        self.fields[
            "new_password1"
        ].help_text = (
            "Al menos 12 caracteres. Una frase de cuatro palabras es fácil de recordar y difícil de adivinar."
        )
        self.fields["new_password2"].label = "Otra vez la contraseña nueva"
        self.fields["new_password2"].help_text = ""
