"""The list and the page of a school: they work, they stay in the person's reach, they cost the same."""

import re

import pytest

from .fabricas import crear_distrito, crear_escuela, crear_provincia, crear_ugel

pytestmark = pytest.mark.django_db


def _pagina(cliente, **filtros):
    respuesta = cliente.get("/escuelas/", filtros)
    assert respuesta.status_code == 200
    return respuesta


def _sin_azar(respuesta):
    """The body without what is drawn anew for every request: nonce and CSRF token."""
    return re.sub(r'(nonce|value)="[^"]*"', "", respuesta.content.decode())


def _nombres(respuesta):
    return [escuela.nombre for escuela in respuesta.context["pagina"]]


@pytest.fixture
def elena_entra(elena, cliente_de):
    return cliente_de(elena)


def test_la_region_ve_todas_y_cuantas_son(elena_entra):
    respuesta = _pagina(elena_entra)

    assert _nombres(respuesta) == ["IE N.° 80274 Corlás", "IE N.° 80712 Salpo"]
    assert "2 escuelas" in respuesta.content.decode()


@pytest.mark.parametrize("persona", ["ana", "carmen"])
def test_la_ugel_ve_las_suyas(request, cliente_de, persona):
    cliente = cliente_de(request.getfixturevalue(persona))

    assert _nombres(_pagina(cliente)) == ["IE N.° 80274 Corlás"]


@pytest.mark.parametrize("persona", ["hugo", "rosa"])
def test_director_y_docente_ven_solo_su_escuela(request, cliente_de, persona, territorio):
    cliente = cliente_de(request.getfixturevalue(persona))
    vecina = crear_escuela(nombre="IE vecina")

    assert _nombres(_pagina(cliente)) == ["IE N.° 80274 Corlás"]
    assert cliente.get(territorio.corlas.get_absolute_url()).status_code == 200
    assert cliente.get(vecina.get_absolute_url()).status_code == 404


def test_la_escuela_de_otra_ugel_no_existe(carmen, dario, cliente_de, territorio):
    ruta = territorio.salpo.get_absolute_url()

    assert cliente_de(dario).get(ruta).status_code == 200
    ajena, ninguna = cliente_de(carmen).get(ruta), cliente_de(carmen).get("/escuelas/1234567-0/")
    assert (ajena.status_code, ninguna.status_code) == (404, 404)
    assert _sin_azar(ajena) == _sin_azar(ninguna)


@pytest.mark.parametrize("ruta", ["/escuelas/", "/escuelas/0212035-0/"])
def test_sin_entrar_se_pide_entrar(client, ruta):
    assert client.get(ruta).url == f"/entrar/?next={ruta}"


@pytest.mark.parametrize("codigo", ["123", "0212035", "0212035-X", "0212035-10", "٠٢١٢٠٣٥-0"])
def test_un_codigo_sin_forma_de_codigo_no_existe(elena_entra, codigo):
    assert elena_entra.get(f"/escuelas/{codigo}/").status_code == 404


@pytest.mark.parametrize(
    "buscado", ["corlas", "CORLÁS", "Corlás 80274", "80274", "0212035", "0212035-0", "ánimas"]
)
def test_la_busqueda_no_distingue_tildes_ni_mayusculas(elena_entra, territorio, buscado):
    territorio.salpo.localidad = "Salpo"
    territorio.salpo.save()
    crear_escuela(codigo_modular="0212035", nombre="IE N.° 80274 CORLAS", localidad="Las Animas")

    respuesta = _pagina(elena_entra, q=buscado)

    assert "IE N.° 80274 CORLAS" in _nombres(respuesta)
    assert "IE N.° 80712 Salpo" not in _nombres(respuesta)


@pytest.mark.parametrize(
    "filtro",
    [
        {"ugel": "130007"},
        {"provincia": "1306"},
        {"distrito": "130613"},
        {"nivel": "F0"},
        {"area": "1"},
        {"modalidad": "3"},
        {"ugel": "130007", "area": "1", "q": "salpo"},
    ],
)
def test_cada_filtro_deja_lo_que_pide(elena_entra, territorio, filtro):
    territorio.salpo.nivel, territorio.salpo.area, territorio.salpo.modalidad = "F0", "1", "3"
    territorio.salpo.save()

    assert _nombres(_pagina(elena_entra, **filtro)) == ["IE N.° 80712 Salpo"]


def test_lo_que_no_figura_en_el_padron_tambien_se_filtra(elena_entra):
    crear_escuela(nombre="IE sin nivel", nivel="")

    assert _nombres(_pagina(elena_entra, nivel="sin-dato")) == ["IE sin nivel"]


def test_ugel_y_provincia_son_independientes(elena_entra, territorio):
    crear_escuela(nombre="IE cruzada", ugel=territorio.gran_chimu, distrito=territorio.salpo.distrito)

    respuesta = _pagina(elena_entra, ugel="130012", provincia="1306")

    assert _nombres(respuesta) == ["IE cruzada"]
    assert "UGEL Gran Chimú · Provincia Otuzco" in respuesta.content.decode()


def test_los_filtros_ofrecen_solo_lugares_con_escuelas_al_alcance(carmen, elena_entra, cliente_de):
    crear_ugel(codigo="130002", nombre="Virú")

    de_elena = _pagina(elena_entra).context["filtro"].fields
    de_carmen = _pagina(cliente_de(carmen)).context["filtro"].fields

    assert de_elena["ugel"].choices == [("", "Todas"), ("130012", "Gran Chimú"), ("130007", "Otuzco")]
    assert set(de_carmen) == {"q", "nivel", "area", "modalidad"}


def test_los_distritos_son_los_de_la_provincia_elegida(elena_entra, territorio):
    usquil = crear_distrito(codigo="130614", nombre="Usquil", provincia=territorio.salpo.distrito.provincia)
    crear_escuela(distrito=usquil)

    campo = _pagina(elena_entra, provincia="1306").context["filtro"].fields["distrito"]

    assert campo.choices == [("", "Todos"), ("Otuzco", [("130613", "Salpo"), ("130614", "Usquil")])]


def test_los_lugares_van_en_orden_alfabetico_sin_contar_tildes(elena_entra, territorio):
    for codigo, nombre in (("130402", "Zaña"), ("130401", "Ánimas")):
        provincia = crear_provincia(codigo=codigo[:4], nombre="Chepén")
        crear_escuela(distrito=crear_distrito(codigo=codigo, nombre=nombre, provincia=provincia))

    grupos = dict(_pagina(elena_entra).context["filtro"].fields["distrito"].choices[1:])

    assert list(grupos) == ["Chepén", "Gran Chimú", "Otuzco"]
    assert grupos["Chepén"] == [("130401", "Ánimas"), ("130402", "Zaña")]


def test_un_filtro_que_no_existe_lo_dice_y_no_filtra(elena_entra):
    respuesta = _pagina(elena_entra, ugel="999999")

    assert "No está entre tus escuelas" in respuesta.content.decode()
    assert len(_nombres(respuesta)) == 2


def test_la_lista_se_parte_en_paginas_que_guardan_los_filtros(elena_entra):
    for _ in range(30):
        crear_escuela()

    respuesta = _pagina(elena_entra, ugel="130012", pagina="2")

    assert len(_nombres(respuesta)) == 6
    html = respuesta.content.decode()
    assert "31 escuelas" in html
    assert "?ugel=130012&amp;pagina=1" in html
    assert len(_nombres(_pagina(elena_entra, pagina="no-es-un-numero"))) == 25


def test_una_busqueda_sin_resultado_dice_que_hacer(elena_entra):
    html = _pagina(elena_entra, q="no existe").content.decode()

    assert "Ninguna escuela con esos filtros" in html
    assert "Quitar filtros" in html


def test_sin_escuelas_dice_de_donde_vendran(elena, cliente_de, territorio):
    for escuela in (territorio.corlas, territorio.salpo):
        escuela.delete()

    assert "Aún no hay escuelas en tu ámbito" in _pagina(cliente_de(elena)).content.decode()


def test_lo_escrito_en_la_busqueda_no_se_ejecuta(elena_entra):
    html = _pagina(elena_entra, q="<script>alert(1)</script>").content.decode()

    assert "<script>alert" not in html


def test_la_pagina_dice_lo_que_dice_el_registro(elena_entra, territorio):
    escuela = territorio.corlas
    escuela.latitud, escuela.longitud, escuela.altitud = "-7.480000", "-78.820000", 2934
    escuela.save()

    html = elena_entra.get(escuela.get_absolute_url()).content.decode().replace("\u00a0", " ")

    for dato in (
        escuela.nombre,
        escuela.codigo_modular,
        "Polidocente multigrado",
        "2 934 metros",
        "-7.480000, -78.820000",
    ):
        assert dato in html
    assert "UGEL Gran Chimú" in html


def test_la_pagina_nombra_los_otros_servicios_del_local_que_se_alcanzan(carmen, cliente_de, territorio):
    escuela = territorio.corlas
    crear_escuela(nombre="Colegio de al lado", codlocal=escuela.codlocal, nivel="F0")
    crear_escuela(nombre="Colegio de otra UGEL", codlocal=escuela.codlocal, ugel=territorio.otuzco)

    html = cliente_de(carmen).get(escuela.get_absolute_url()).content.decode()

    assert "Colegio de al lado" in html
    assert "Colegio de otra UGEL" not in html


def test_sin_codigo_de_local_no_hay_vecinas(elena_entra, territorio):
    territorio.corlas.codlocal = ""
    territorio.corlas.save()
    crear_escuela(nombre="Otra sin local", codlocal="")

    assert "Otra sin local" not in elena_entra.get(territorio.corlas.get_absolute_url()).content.decode()


def test_las_consultas_no_crecen_con_las_escuelas(elena_entra, django_assert_num_queries):
    with django_assert_num_queries(7) as con_dos:
        _pagina(elena_entra)
    for _ in range(3):
        crear_escuela(ugel=crear_ugel("130002", "Virú"), distrito=crear_distrito("131201", "Virú"))
    with django_assert_num_queries(len(con_dos)):
        _pagina(elena_entra)
