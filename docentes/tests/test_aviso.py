import pytest
from django.urls import reverse

from acompanamiento.comun.errores import Rechazo
from acompanamiento.tests.paginas import texto
from docentes import avisos
from docentes.models import AceptacionDeAviso, Rol
from docentes.services import aceptar_aviso
from docentes.tests.fabricas import crear_usuario

pytestmark = pytest.mark.django_db
AJENO = 'version = 2\ndesde = 2026-01-02\ntitulo = "Otro texto"\nresumen = "Cambió."\n[[parte]]\ntitulo = "A"\nfrases = ["b"]\n'


@pytest.fixture
def nueva(db):
    """An account that has not accepted anything."""
    return crear_usuario(Rol.FORMADOR, aviso_aceptado=0)


@pytest.fixture
def version_2(tmp_path, monkeypatch):
    (tmp_path / "1.toml").write_text(
        (avisos.CARPETA / "1.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "2.toml").write_text(AJENO, encoding="utf-8")
    monkeypatch.setattr(avisos, "CARPETA", tmp_path)


def test_quien_no_acepto_llega_al_aviso_desde_cualquier_pagina(nueva, cliente_de):
    cliente = cliente_de(nueva)

    for ruta in ("/", "/tablero/", "/escuelas/?q=80274"):
        respuesta = cliente.get(ruta)
        assert respuesta.status_code == 302
        assert respuesta.url.startswith("/aviso/?seguir=")


def test_aceptar_deja_constancia_y_sigue_a_donde_iba(nueva, cliente_de):
    cliente = cliente_de(nueva)
    pagina = texto(cliente.get("/escuelas/?q=80274", follow=True))
    assert "Leí y acepto" in pagina
    assert 'name="seguir" value="/escuelas/?q=80274"' in pagina

    respuesta = cliente.post(reverse("aviso_aceptar"), {"version": "1", "seguir": "/escuelas/?q=80274"})

    assert respuesta.url == "/escuelas/?q=80274"
    assert list(AceptacionDeAviso.objects.values_list("usuario", "version")) == [(nueva.pk, 1)]
    assert cliente.get("/escuelas/").status_code == 200


def test_aceptar_dos_veces_es_una(nueva):
    aceptar_aviso(usuario=nueva, version=1)
    aceptar_aviso(usuario=nueva, version=1)

    assert AceptacionDeAviso.objects.filter(usuario=nueva).count() == 1


def test_no_se_acepta_un_texto_que_ya_no_rige(nueva, version_2):
    with pytest.raises(Rechazo, match="ahora rige la versión 2"):
        aceptar_aviso(usuario=nueva, version=1)


def test_una_version_nueva_se_pregunta_otra_vez(ana, version_2, cliente_de):
    cliente = cliente_de(ana)

    pagina = texto(cliente.get("/", follow=True))

    assert "El aviso cambió." in pagina
    assert "Otro texto" in pagina
    cliente.post(reverse("aviso_aceptar"), {"version": "2"})
    assert cliente.get("/").status_code == 200
    assert set(ana.aceptaciones.values_list("version", flat=True)) == {1, 2}


def test_una_version_no_rige_antes_de_su_dia(version_2):
    from datetime import date

    assert avisos.vigente(date(2026, 1, 1)).version == 1
    assert avisos.vigente(date(2026, 1, 2)).version == 2


def test_sin_aceptar_se_puede_salir_y_usar_los_derechos(nueva, cliente_de):
    cliente = cliente_de(nueva)

    for nombre in ("derecho_list", "tratamiento", "mis_datos_json"):
        assert cliente.get(reverse(nombre)).status_code == 200
    assert cliente.post(reverse("salir")).url == "/entrar/"


def test_un_programa_recibe_403_en_json(nueva, cliente_de):
    respuesta = cliente_de(nueva).get("/", headers={"Accept": "application/json"})

    assert respuesta.status_code == 403
    assert respuesta.json()["codigo"] == "AVISO_PENDIENTE"


@pytest.mark.parametrize("ruta", ["https://otra.example/", "//otra.example/", "javascript:alert(1)"])
def test_despues_de_aceptar_no_se_va_a_otro_sitio(nueva, cliente_de, ruta):
    respuesta = cliente_de(nueva).post(reverse("aviso_aceptar"), {"version": "1", "seguir": ruta})

    assert respuesta.url == "/"


def test_el_aviso_se_lee_sin_entrar_y_desde_el_pie_de_toda_pagina(client, ana, cliente_de):
    assert "Para qué no, nunca" in texto(client.get("/aviso/"))
    assert 'href="/aviso/"' in texto(client.get("/entrar/"))
    assert 'href="/aviso/"' in texto(cliente_de(ana).get("/"))
    assert "Aceptaste esta versión" in texto(cliente_de(ana).get("/aviso/"))


def test_el_aviso_dice_lo_que_la_ley_pide():
    titulos = {parte["titulo"] for parte in avisos.vigente().partes}

    assert titulos >= {"Qué guardamos", "Para qué", "Para qué no, nunca", "Quién lo lee", "Cuánto tiempo"}
    assert titulos >= {"Tus derechos", "A quién preguntar"}
