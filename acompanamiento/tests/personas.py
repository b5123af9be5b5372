"""The people of the design (architecture.md §6), as fixtures. The demo has the same ones."""

from types import SimpleNamespace

import pytest
from django.test import Client

from docentes.models import Rol
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_docente, crear_usuario
from escuelas.tests.fabricas import crear_distrito, crear_escuela, crear_provincia, crear_region, crear_ugel


@pytest.fixture
def territorio(db):
    """La Libertad with Gran Chimú and Otuzco: `region`, `gran_chimu`, `otuzco`, `corlas` (Rosa's school), `salpo`."""
    region = crear_region()
    gran_chimu = crear_ugel(codigo="130012", nombre="Gran Chimú", region=region)
    otuzco = crear_ugel(codigo="130007", nombre="Otuzco", region=region)
    cascas = crear_distrito(
        codigo="131101",
        nombre="Cascas",
        provincia=crear_provincia(codigo="1311", nombre="Gran Chimú", region=region),
    )
    distrito_salpo = crear_distrito(
        codigo="130613",
        nombre="Salpo",
        provincia=crear_provincia(codigo="1306", nombre="Otuzco", region=region),
    )
    corlas = crear_escuela(
        nombre="IE N.° 80274 Corlás", ugel=gran_chimu, distrito=cascas, nivel="B0", modalidad="2"
    )
    salpo = crear_escuela(
        nombre="IE N.° 80712 Salpo", ugel=otuzco, distrito=distrito_salpo, nivel="B0", modalidad="1"
    )
    return SimpleNamespace(region=region, gran_chimu=gran_chimu, otuzco=otuzco, corlas=corlas, salpo=salpo)


@pytest.fixture
def ana(territorio):
    usuario = crear_usuario(
        Rol.ACOMPANANTE, username="ana", nombres="Ana", apellidos="Campos", ugel=territorio.gran_chimu
    )
    crear_acompanante(usuario)
    return usuario


@pytest.fixture
def beto(territorio):
    """Accompanies another teacher of the same UGEL."""
    usuario = crear_usuario(
        Rol.ACOMPANANTE, username="beto", nombres="Beto", apellidos="Neyra", ugel=territorio.gran_chimu
    )
    otra = crear_docente(
        nombres="Elmer",
        apellidos="Rodríguez Vera",
        escuela=crear_escuela(
            nombre="IE N.° 80311 Sayapullo", ugel=territorio.gran_chimu, distrito=territorio.corlas.distrito
        ),
    )
    crear_asignacion(docente=otra, acompanante=crear_acompanante(usuario))
    return usuario


@pytest.fixture
def carmen(territorio):
    return crear_usuario(
        Rol.ESPECIALISTA, username="carmen", nombres="Carmen", apellidos="Ruiz", ugel=territorio.gran_chimu
    )


@pytest.fixture
def dario(territorio):
    return crear_usuario(
        Rol.ESPECIALISTA, username="dario", nombres="Darío", apellidos="Vega", ugel=territorio.otuzco
    )


@pytest.fixture
def elena(territorio):
    return crear_usuario(
        Rol.COORDINADOR, username="elena", nombres="Elena", apellidos="Paz", region=territorio.region
    )


@pytest.fixture
def fidel(territorio):
    return crear_usuario(
        Rol.FORMADOR, username="fidel", nombres="Fidel", apellidos="Torres", region=territorio.region
    )


@pytest.fixture
def rosa(ana, territorio):
    """A teacher accompanied by Ana; `rosa.docente` is her record."""
    usuario = crear_usuario(Rol.DOCENTE, username="rosa", nombres="Rosa", apellidos="Quispe Mamani")
    docente = crear_docente(
        usuario=usuario,
        nombres="Rosa",
        apellidos="Quispe Mamani",
        escuela=territorio.corlas,
        grados=["1", "2", "3", "4", "5", "6"],
    )
    crear_asignacion(docente=docente, acompanante=ana.acompanante)
    return usuario


@pytest.fixture
def hugo(territorio):
    return crear_usuario(
        Rol.DIRECTOR, username="hugo", nombres="Hugo", apellidos="Lezama", escuela=territorio.corlas
    )


@pytest.fixture
def ines(territorio):
    return crear_usuario(
        Rol.OFICIAL, username="ines", nombres="Inés", apellidos="Alva", region=territorio.region
    )


@pytest.fixture
def admin(territorio):
    return crear_usuario(
        Rol.ADMINISTRADOR, username="admin", nombres="Admin", apellidos="Técnico", region=territorio.region
    )


@pytest.fixture
def cliente_de():
    """Return a function: account → Django test client signed in as that account."""

    def entrar(usuario):
        cliente = Client()
        cliente.force_login(usuario, backend="django.contrib.auth.backends.ModelBackend")
        return cliente

    return entrar
