"""Closed by default: every address declares who may use it (trust.md §3, fence 1)."""

import pytest
from django.urls import URLPattern, get_resolver, path

from acompanamiento.comun.acceso import PUBLICA

DEL_CAMPO = {"campo", "campo_trabajador", "campo_manifiesto", "campo_estado", "campo_esquema"}
PUBLICAS = {"entrar", "salir", "salud", "aviso", "agenda_ics"} | DEL_CAMPO


def direcciones(patrones=None):
    """Yield every URLPattern of the project."""
    for patron in get_resolver().url_patterns if patrones is None else patrones:
        if isinstance(patron, URLPattern):
            yield patron
        else:
            yield from direcciones(patron.url_patterns)


def sin_regla(patrones):
    return [str(p.pattern) for p in patrones if not hasattr(p.callback, "regla")]


def test_toda_direccion_declara_su_regla():
    todas = list(direcciones())

    assert len(todas) > 30
    assert sin_regla(todas) == []


def test_la_guardia_ve_una_vista_sin_regla():
    def vista(request):
        raise AssertionError

    assert sin_regla([path("abierta/", vista)]) == ["abierta/"]


def test_solo_estas_direcciones_son_publicas():
    assert {p.name for p in direcciones() if p.callback.regla == PUBLICA} == PUBLICAS


def test_toda_direccion_tiene_nombre_y_ninguno_se_repite():
    nombres = [p.name for p in direcciones()]

    assert None not in nombres
    assert len(nombres) == len(set(nombres))


@pytest.mark.django_db
def test_sin_sesion_todo_lleva_a_la_entrada(client):
    for ruta in ("/", "/tablero/", "/escuelas/", "/docentes/", "/visitas/", "/reportes/", "/cuenta/"):
        respuesta = client.get(ruta)
        assert (respuesta.status_code, respuesta.url) == (302, f"/entrar/?next={ruta}")
