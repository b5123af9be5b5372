"""What each stored datum is for, how long it stays and who receives it (Ley 29733; trust.md §1 and §5).

Every model declares `TRATAMIENTO`, a list of `Dato`, beside its fields. The register of processing is made from
these declarations, and a test fails for a field without one.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.apps import apps


class Conservacion(StrEnum):
    """How long a datum stays before `manage.py purgar` drops it or its link to the person."""

    CATALOGO = "Mientras el catálogo esté en uso; no es dato personal."
    CUENTA = "Mientras la cuenta exista."
    PROGRAMA = "El año del programa y uno más; después se borra el vínculo con la persona."
    TRABAJO = "Mientras se escribe; se borra al terminar o al descartar."
    REGISTRO = "Permanente: es la prueba de lo que se hizo con los datos."
    SESION = "Hasta 12 horas después de entrar."


@dataclass(frozen=True)
class Dato:
    """Fields of one model that share purpose, retention and recipients.

    `campos` are field names separated by spaces; `finalidad` is a Spanish sentence; `destinatarios` are the roles
    (`docentes.models.Rol` values) whose pages may show them one by one, in Spanish words for the register.
    """

    campos: str
    finalidad: str
    conservacion: Conservacion
    destinatarios: str


# Tables of the libraries that hold something about a person. The rest of theirs is the framework's own.
DE_BIBLIOTECAS = {
    "axes.AccessAttempt": [
        Dato(
            "id user_agent ip_address username http_accept path_info attempt_time get_data post_data "
            "failures_since_start",
            "Cerrar la entrada por 15 minutos tras cinco contraseñas equivocadas.",
            Conservacion.TRABAJO,
            "Nadie en pantalla",
        ),
    ],
    "axes.AccessAttemptExpiration": [
        Dato(
            "access_attempt expires_at",
            "Saber cuándo se vuelve a abrir la entrada.",
            Conservacion.TRABAJO,
            "Nadie en pantalla",
        )
    ],
    "axes.AccessFailureLog": [
        Dato(
            "id user_agent ip_address username http_accept path_info attempt_time locked_out",
            "Investigar un intento de entrar con la cuenta de otra persona.",
            Conservacion.REGISTRO,
            "Nadie en pantalla",
        )
    ],
    "axes.AccessLog": [
        Dato(
            "id user_agent ip_address username http_accept path_info attempt_time logout_time session_hash",
            "Saber cuándo entró y salió cada cuenta, si hay que investigar un abuso.",
            Conservacion.REGISTRO,
            "Nadie en pantalla",
        )
    ],
    "sessions.Session": [
        Dato(
            "session_key session_data expire_date",
            "Reconocer a quien ya entró.",
            Conservacion.SESION,
            "Nadie en pantalla",
        )
    ],
}
# How the register calls those tables and what they hold: their own names are in English.
EN_PALABRAS = {
    "axes.AccessAttempt": ("intentos de entrada", "usuario, dirección de red, navegador, página y momento"),
    "axes.AccessAttemptExpiration": ("entradas cerradas por intentos fallidos", "hasta cuándo"),
    "axes.AccessFailureLog": ("entradas fallidas", "usuario, dirección de red, navegador, página y momento"),
    "axes.AccessLog": ("entradas y salidas", "usuario, dirección de red, navegador y momentos"),
    "sessions.Session": ("sesiones abiertas", "de quién es la sesión y cuándo termina"),
}
ENTRADA = ("Entrada al sistema", "entrada")
SIN_PERSONAS = {"auth", "contenttypes"}


def declarado(modelo) -> list[Dato]:
    """Return what a model declares; empty when it declares nothing."""
    return DE_BIBLIOTECAS.get(modelo._meta.label) or vars(modelo).get("TRATAMIENTO", [])


def modelos_con_datos() -> list:
    """Return every stored model of the product and of its libraries that may hold something about a person."""
    return [m for m in apps.get_models() if m._meta.app_label not in SIN_PERSONAS]


def nombre_de_campo(modelo, nombre: str) -> str:
    """Return a field's name as a person reads it."""
    campo = modelo._meta.get_field(nombre)
    return "identificador" if nombre == "id" else str(campo.verbose_name)


def registro() -> list[dict]:
    """Return the register of processing: [{titulo, clave, modelos: [{nombre, datos: [{campos, dato}]}]}], by app."""
    por_parte = {}
    for modelo in modelos_con_datos():
        nombre, campos = _en_palabras(modelo)
        datos = [{"campos": campos(dato), "dato": dato} for dato in declarado(modelo)]
        por_parte.setdefault(_parte(modelo), []).append({"nombre": nombre, "datos": datos})
    return [
        {"titulo": titulo, "clave": clave, "modelos": sorted(filas, key=lambda fila: fila["nombre"])}
        for (titulo, clave), filas in sorted(por_parte.items())
    ]


def _parte(modelo) -> tuple[str, str]:
    if modelo._meta.label in EN_PALABRAS:
        return ENTRADA
    return str(modelo._meta.app_config.verbose_name), modelo._meta.app_label


def _en_palabras(modelo):
    """Return the model's name and the function that tells the fields of a Dato."""
    if modelo._meta.label in EN_PALABRAS:
        nombre, campos = EN_PALABRAS[modelo._meta.label]
        return nombre, lambda dato: campos
    return str(modelo._meta.verbose_name_plural), lambda dato: ", ".join(
        nombre_de_campo(modelo, campo) for campo in dato.campos.split()
    )
