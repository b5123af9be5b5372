"""The words in which the table of addresses is written.

Tenants of an object: `propio` is Rosa's (UGEL Gran Chimú, accompanied by Ana), `ajeno` is of the same UGEL but of
Beto's teacher, `lejos` is of another region. `nora` accompanied Rosa until a week ago. A persona that a row does not
name gets 403; without a session, or with a closed account, everything but the public pages leads to the sign-in.
"""

from dataclasses import dataclass, field

SIN_SESION = ("anonimo", "cerrada")
PERSONAS = ("ana", "nora", "beto", "carmen", "dario", "elena", "fidel", "rosa", "hugo", "ines", "admin")
TODAS = " ".join(PERSONAS)
ACOMPANANTES = "ana nora beto"


@dataclass(frozen=True)
class Celda:
    """Personas that get 200, that are sent on (302) and for whom the object does not exist (404)."""

    ok: str = ""
    sigue: str = ""
    no_existe: str = ""

    def esperado(self, persona: str) -> int:
        for nombres, estado in ((self.ok, 200), (self.sigue, 302), (self.no_existe, 404)):
            if persona in nombres.split():
                return estado
        return 403


@dataclass(frozen=True)
class Fila:
    """One address. `objeto` names what its argument is; `metodo` is the one that a permitted persona uses.

    `tambien` names other things that its argument may be, with the same cells. One that speaks JSON answers 401 without
    a session instead of leading to the sign-in.
    """

    celdas: dict = field(default_factory=dict)
    objeto: str = ""
    metodo: str = "get"
    publica: bool = False
    json: bool = False
    tambien: tuple[str, ...] = ()


def pagina(ok="", sigue="", metodo="get"):
    return Fila({"": Celda(ok, sigue)}, metodo=metodo)


def de(objeto, *, propio, ajeno, lejos, metodo="get"):
    return Fila({"propio": propio, "ajeno": ajeno, "lejos": lejos}, objeto=objeto, metodo=metodo)


def solo_de_ana(objeto, *, roles=ACOMPANANTES, metodo="get", estado="ok"):
    """Ana's own; for the other people of the same role it does not exist."""
    otros = " ".join(p for p in roles.split() if p != "ana")
    sin_beto = " ".join(p for p in roles.split() if p != "beto")
    return de(
        objeto,
        propio=Celda(**{estado: "ana"}, no_existe=otros),
        ajeno=Celda(**{estado: "beto"}, no_existe=sin_beto),
        lejos=Celda(no_existe=roles),
        metodo=metodo,
    )


def solo_de_carmen(*, metodo="get", estado="ok"):
    """A report belongs to who asked for it."""
    return de(
        "reporte",
        propio=Celda(**{estado: "carmen"}, no_existe="dario elena fidel"),
        ajeno=Celda(**{estado: "dario"}, no_existe="carmen elena fidel"),
        lejos=Celda(no_existe="carmen dario elena fidel"),
        metodo=metodo,
    )


LEEN_VISITAS = "ana nora beto rosa"
REGION = "elena fidel ines admin"
