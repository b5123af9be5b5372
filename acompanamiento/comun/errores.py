"""What a service says when it refuses."""


class Rechazo(Exception):
    """A write that a rule of the domain does not allow.

    `codigo` is for programs (upper case), `campo` is the field at fault or "" and the message is the
    Spanish sentence for the person: the value, the rule and what to do.
    """

    codigo = "RECHAZADO"

    def __init__(self, mensaje: str, *, campo: str = "", codigo: str = ""):
        super().__init__(mensaje)
        self.mensaje = mensaje
        self.campo = campo
        self.codigo = codigo or type(self).codigo
