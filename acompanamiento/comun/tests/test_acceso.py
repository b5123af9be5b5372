import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from acompanamiento.comun.acceso import PUBLICA, publica, requiere


class Pedido:
    def __init__(self, user):
        self.user = user


def test_requiere_deja_pasar_y_rechaza():
    vista = requiere(lambda usuario: usuario == "ana")(lambda request: HttpResponse("dentro"))

    assert vista(Pedido("ana")).content == b"dentro"
    with pytest.raises(PermissionDenied):
        vista(Pedido("beto"))


def test_la_vista_lleva_escrita_su_regla():
    def regla(usuario):
        return True

    assert requiere(regla)(lambda request: None).regla is regla
    assert publica(lambda request: None).regla == PUBLICA
