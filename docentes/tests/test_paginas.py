import pytest
from django.db import IntegrityError, transaction

from docentes.models import Docente, Usuario
from docentes.tests.fabricas import CLAVE, crear_acompanante, crear_asignacion, crear_docente, crear_usuario
from escuelas.tests.fabricas import crear_region, crear_ugel

pytestmark = pytest.mark.django_db


@pytest.fixture
def con_clave(ana):
    ana.set_password(CLAVE)
    ana.save()
    return ana


def test_entrar_con_mayusculas_en_el_usuario(client, con_clave):
    respuesta = client.post("/entrar/", {"username": "Ana", "password": CLAVE})

    assert (respuesta.status_code, respuesta.url) == (302, "/")


def test_entrar_con_otra_clave_explica_y_no_abre(client, con_clave):
    respuesta = client.post("/entrar/", {"username": "ana", "password": "no-es-esta"})

    assert "El usuario o la contraseña no coinciden" in respuesta.content.decode()
    assert client.get("/cuenta/").status_code == 302


def test_cinco_intentos_cierran_la_entrada_hasta_con_la_clave_buena(client, con_clave):
    for _ in range(5):
        ultima = client.post("/entrar/", {"username": "ana", "password": "no-es-esta"})

    assert ultima.status_code == 429
    assert "Espera 15 minutos" in ultima.content.decode()
    assert client.post("/entrar/", {"username": "ana", "password": CLAVE}).status_code == 429


def test_una_cuenta_cerrada_no_entra(client, con_clave):
    con_clave.is_active = False
    con_clave.save()

    respuesta = client.post("/entrar/", {"username": "ana", "password": CLAVE})

    assert respuesta.status_code == 200
    assert client.get("/cuenta/").status_code == 302


def test_salir_cierra_la_sesion_y_pide_post(ana, cliente_de):
    cliente = cliente_de(ana)

    assert cliente.get("/salir/").status_code == 405
    assert cliente.post("/salir/").status_code == 302
    assert cliente.get("/cuenta/").status_code == 302


def test_cambiar_la_clave_pide_la_de_ahora(client, con_clave):
    client.force_login(con_clave, backend="django.contrib.auth.backends.ModelBackend")
    datos = {
        "old_password": "otra",
        "new_password1": "cuatro palabras muy largas",
        "new_password2": "cuatro palabras muy largas",
    }

    assert client.post("/cuenta/clave/", datos).status_code == 200
    assert client.post("/cuenta/clave/", datos | {"old_password": CLAVE}).status_code == 302
    con_clave.refresh_from_db()
    assert con_clave.check_password("cuatro palabras muy largas")


def test_la_acompanante_ve_a_sus_docentes_y_no_a_los_de_otro(ana, beto, rosa, cliente_de):
    ajena = beto.acompanante.asignaciones.get().docente
    cliente = cliente_de(ana)

    lista = cliente.get("/docentes/").content.decode()

    assert "Quispe Mamani, Rosa" in lista
    assert "Rodríguez Vera" not in lista
    assert cliente.get(f"/docentes/{ajena.pk}/").status_code == 404


def test_la_lista_de_docentes_busca_sin_tildes_y_no_crece_en_consultas(
    ana, rosa, cliente_de, django_assert_num_queries
):
    cliente = cliente_de(ana)
    cliente.get("/docentes/")
    with django_assert_num_queries(5):
        assert "Quispe" in cliente.get("/docentes/?q=QUISPÉ corlas").content.decode()
    for apellidos in ("Quispe Uno", "Quispe Dos"):
        nueva = crear_docente(apellidos=apellidos, escuela=rosa.docente.escuela)
        crear_asignacion(docente=nueva, acompanante=ana.acompanante)
    with django_assert_num_queries(5):
        assert cliente.get("/docentes/?q=quispe corlas").content.decode().count("Quispe") == 3


def test_el_director_ve_a_su_personal_y_no_al_de_otra_escuela(hugo, beto, rosa, cliente_de):
    ajena = beto.acompanante.asignaciones.get().docente
    cliente = cliente_de(hugo)

    assert cliente.get(f"/docentes/{rosa.docente.pk}/").status_code == 200
    assert cliente.get(f"/docentes/{ajena.pk}/").status_code == 404


@pytest.mark.parametrize("persona", ["carmen", "elena", "fidel", "ines", "admin", "rosa"])
def test_la_lista_de_docentes_no_es_de_los_demas(persona, request, cliente_de):
    assert cliente_de(request.getfixturevalue(persona)).get("/docentes/").status_code == 403


def test_la_coordinadora_asigna_por_plaza_sin_leer_ni_buscar_nombres(elena, rosa, cliente_de):
    cliente = cliente_de(elena)

    lista = cliente.get("/docentes/asignaciones/").content.decode()

    assert rosa.docente.plaza in lista
    assert "Quispe" not in lista
    assert rosa.docente.plaza not in cliente.get("/docentes/asignaciones/?q=quispe").content.decode()
    assert rosa.docente.plaza in cliente.get("/docentes/asignaciones/?q=corlas").content.decode()


def test_registrar_una_plaza_y_asignarla(elena, ana, territorio, cliente_de):
    cliente = cliente_de(elena)
    datos = {
        "plaza": "119281211P28",
        "escuela": territorio.corlas.codigo,
        "nombres": "Iris",
        "apellidos": "Ventura",
        "grados": ["1", "2"],
    }

    assert cliente.post("/docentes/registrar/", datos).status_code == 302
    plaza = Docente.objects.get(plaza="119281211P28")
    respuesta = cliente.post(
        f"/docentes/asignaciones/nueva/{plaza.pk}/",
        {"acompanante": ana.acompanante.pk, "desde": "2026-04-01"},
    )

    assert respuesta.status_code == 302
    assert plaza.asignaciones.get().acompanante == ana.acompanante


def test_registrar_una_plaza_mal_dice_que_corregir(elena, territorio, cliente_de):
    datos = {"plaza": "12", "escuela": "9999999", "nombres": "Iris", "apellidos": "Ventura", "dni": "123"}

    pagina = cliente_de(elena).post("/docentes/registrar/", datos).content.decode()

    assert "No hay una escuela con el código «9999999»" in pagina
    assert "El código de plaza tiene de 6 a 14" in pagina
    assert "El DNI tiene 8 dígitos." in pagina
    assert not Docente.objects.exists()


def test_terminar_a_mitad_de_anio_pide_leer_la_advertencia(elena, rosa, cliente_de):
    asignacion = rosa.docente.asignaciones.get()
    cliente, ruta = cliente_de(elena), f"/docentes/asignaciones/{asignacion.pk}/terminar/"
    datos = {"hasta": "2026-06-30", "motivo_fin": "licencia"}

    primera = cliente.post(ruta, datos)
    asignacion.refresh_from_db()
    assert "el acompañante no rote" in primera.content.decode()
    assert asignacion.hasta is None

    assert cliente.post(ruta, datos | {"confirmo": "on"}).status_code == 302
    asignacion.refresh_from_db()
    assert asignacion.motivo_fin == "licencia"


def test_crear_una_cuenta_muestra_la_clave_una_vez(admin, territorio, cliente_de):
    datos = {
        "username": "nueva",
        "rol": "especialista",
        "nombres": "Nora",
        "apellidos": "Paredes",
        "ugel": territorio.otuzco.pk,
    }

    pagina = cliente_de(admin).post("/cuentas/nueva/", datos).content.decode()

    cuenta = Usuario.objects.get(username="nueva")
    clave = pagina.split('ac-clave-temporal">')[1].split("<")[0]
    assert cuenta.check_password(clave)
    assert cuenta.ugel == territorio.otuzco


def test_crear_una_cuenta_sin_su_ambito_dice_que_falta(admin, cliente_de):
    datos = {"username": "nueva", "rol": "director", "nombres": "Nora", "apellidos": "Paredes"}

    pagina = cliente_de(admin).post("/cuentas/nueva/", datos).content.decode()

    assert "Escribe el código de la escuela que dirige." in pagina
    assert not Usuario.objects.filter(username="nueva").exists()


def test_una_cuenta_de_acompanante_crea_su_ficha(admin, territorio, cliente_de):
    datos = {
        "username": "nuevo",
        "rol": "acompanante",
        "nombres": "Raúl",
        "apellidos": "Paz",
        "ugel": territorio.otuzco.pk,
    }

    cliente_de(admin).post("/cuentas/nueva/", datos)

    assert Usuario.objects.get(username="nuevo").acompanante.activo


def test_cerrar_una_cuenta(admin, carmen, cliente_de):
    datos = {"nombres": "Carmen", "apellidos": "Ruiz", "ugel": carmen.ugel_id}

    assert cliente_de(admin).post(f"/cuentas/{carmen.pk}/", datos).status_code == 302
    carmen.refresh_from_db()
    assert not carmen.is_active


@pytest.mark.parametrize("ruta", ["/cuentas/", "/cuentas/nueva/"])
def test_las_cuentas_son_solo_de_la_administracion(ruta, elena, cliente_de):
    assert cliente_de(elena).get(ruta).status_code == 403


def test_los_acompanantes_los_ve_la_region_con_su_carga(fidel, ana, rosa, cliente_de, carmen):
    cliente = cliente_de(fidel)

    lista = cliente.get("/docentes/acompanantes/").content.decode()
    detalle = cliente.get(f"/docentes/acompanantes/{ana.acompanante.pk}/").content.decode()

    assert "Campos, Ana" in lista
    assert "Quispe" not in lista + detalle
    assert cliente_de(carmen).get("/docentes/acompanantes/").status_code == 403


def test_los_acompanantes_van_en_orden_alfabetico(fidel, territorio, cliente_de):
    for apellidos in ("Zegarra", "Alayo", "Marquina"):
        crear_acompanante(ugel=territorio.otuzco, apellidos=apellidos)

    acompanantes = cliente_de(fidel).get("/docentes/acompanantes/").context["acompanantes"]

    assert [a.usuario.apellidos for a in acompanantes] == ["Alayo", "Marquina", "Zegarra"]


def test_un_acompanante_de_otra_region_no_existe(fidel, cliente_de):
    otra = crear_region(codigo="06", nombre="Cajamarca")
    ajeno = crear_acompanante(ugel=crear_ugel(codigo="060002", nombre="Cajamarca", region=otra))

    assert cliente_de(fidel).get(f"/docentes/acompanantes/{ajeno.pk}/").status_code == 404


def test_un_rol_sin_su_ambito_no_cabe_en_la_base():
    with pytest.raises(IntegrityError), transaction.atomic():
        crear_usuario("especialista", ugel=None)
