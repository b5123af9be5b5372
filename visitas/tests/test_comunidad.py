"""The learning community: sharing is chosen, is read by the community of today and nobody else, and is taken back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura, MotivoDeFin, Rol
from docentes.tests.fabricas import crear_asignacion, crear_docente, crear_usuario
from visitas.models import ComentarioDeFragmento, FragmentoDePractica
from visitas.services.comunidad import ComunidadRechazada, compartir_fragmento, vincular_a_sesion

from .fabricas_de_sesiones import crear_fragmento, crear_grupal, crear_grupo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2026, 10, 15)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def colega(ana, rosa):
    """Another teacher of Ana, with an account: Rosa's colleague."""
    usuario = crear_usuario(Rol.DOCENTE, username="nelida", nombres="Nélida", apellidos="Paredes León")
    docente = crear_docente(usuario=usuario, nombres="Nélida", apellidos="Paredes León")
    crear_asignacion(docente=docente, acompanante=ana.acompanante)
    return usuario


@pytest.fixture
def compartido(rosa, ana):
    return crear_fragmento(rosa.docente, ana.acompanante)


def deja_la_comunidad(usuario):
    usuario.docente.asignaciones.update(hasta=HOY - timedelta(days=1), motivo_fin=MotivoDeFin.RENUNCIA)


DATOS = {"titulo": "Contar con tapas", "texto": "Contaron solos.", "pregunta": "¿Cómo esperan?"}


# --- Writing and sharing


def test_escribir_guarda_un_borrador_que_solo_lee_su_autora(rosa, ana, colega, cliente_de):
    pagina = texto(cliente_de(rosa).post(reverse("fragmento_crear"), DATOS, follow=True))
    fragmento = FragmentoDePractica.objects.get()
    assert (fragmento.estado, fragmento.acompanante, fragmento.autor) == ("borrador", None, rosa.docente)
    assert "¿Lo compartes?" in pagina
    for otro in (ana, colega):
        assert cliente_de(otro).get(fragmento.get_absolute_url()).status_code == 404
        assert "Contar con tapas" not in texto(cliente_de(otro).get(reverse("fragmento_list")))


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"titulo": ""}, "Falta el título."),
        ({"texto": "  "}, "Falta contar qué pasó en el aula."),
        ({"pregunta": ""}, "Falta tu pregunta."),
        ({"texto": "a" * 4001}, "El texto tiene 4001 caracteres y caben 4000."),
    ],
)
def test_un_fragmento_a_medias_no_se_guarda(rosa, cliente_de, cambios, frase):
    assert frase in texto(cliente_de(rosa).post(reverse("fragmento_crear"), DATOS | cambios))
    assert not FragmentoDePractica.objects.exists()


def test_antes_de_compartir_se_ve_quien_lo_leera(rosa, ana, colega, cliente_de):
    fragmento = crear_fragmento(rosa.docente)
    pagina = texto(cliente_de(rosa).get(reverse("fragmento_compartir", args=[fragmento.pk])))
    assert "<b>1 colega</b> que hoy acompaña Ana Campos, de 2 escuelas" in pagina
    assert "Tu comunidad es pequeña" in pagina
    assert "Paredes" not in pagina
    crear_grupo(ana.acompanante, 3)
    pagina = texto(cliente_de(rosa).get(reverse("fragmento_compartir", args=[fragmento.pk])))
    assert "<b>4 colegas</b>" in pagina
    assert "Tu comunidad es pequeña" not in pagina


def test_compartir_exige_elegir_la_firma(rosa, ana, colega, cliente_de):
    fragmento = crear_fragmento(rosa.docente)
    url = reverse("fragmento_compartir", args=[fragmento.pk])
    assert "Elige cómo lo firmas" in texto(cliente_de(rosa).post(url))
    fragmento.refresh_from_db()
    assert fragmento.estado == "borrador"
    cliente_de(rosa).post(url, {"firma": "nombre"})
    fragmento.refresh_from_db()
    assert (fragmento.estado, fragmento.acompanante, fragmento.con_nombre) == (
        "compartido",
        ana.acompanante,
        True,
    )
    assert "Rosa Quispe Mamani" in texto(cliente_de(colega).get(fragmento.get_absolute_url()))


def test_sin_acompanante_no_hay_con_quien_compartir(rosa, cliente_de):
    deja_la_comunidad(rosa)
    fragmento = crear_fragmento(rosa.docente)
    url = reverse("fragmento_compartir", args=[fragmento.pk])
    assert "Hoy no eres parte de una comunidad" in texto(cliente_de(rosa).post(url, {"firma": "nombre"}))
    fragmento.refresh_from_db()
    assert fragmento.estado == "borrador"


def test_si_la_comunidad_cambio_entre_ver_y_compartir_se_vuelve_a_preguntar(rosa, ana, beto):
    fragmento = crear_fragmento(rosa.docente)
    with pytest.raises(ComunidadRechazada, match="Tu acompañante cambió"):
        compartir_fragmento(fragmento=fragmento, con_nombre=True, acompanante=beto.acompanante)
    fragmento.refresh_from_db()
    assert fragmento.estado == "borrador"


def test_lo_compartido_ya_no_se_edita(compartido, rosa, cliente_de):
    for nombre in ("fragmento_editar", "fragmento_compartir", "fragmento_descartar"):
        assert cliente_de(rosa).post(reverse(nombre, args=[compartido.pk]), DATOS).status_code == 404


def test_un_borrador_se_corrige_y_se_descarta(rosa, cliente_de):
    fragmento = crear_fragmento(rosa.docente)
    cliente = cliente_de(rosa)
    cliente.post(reverse("fragmento_editar", args=[fragmento.pk]), DATOS | {"titulo": "Otro título"})
    fragmento.refresh_from_db()
    assert fragmento.titulo == "Otro título"
    assert cliente.get(reverse("fragmento_descartar", args=[fragmento.pk])).status_code == 200
    cliente.post(reverse("fragmento_descartar", args=[fragmento.pk]))
    assert not FragmentoDePractica.objects.exists()


# --- Unsigned


def test_sin_firma_nadie_lee_el_nombre_ni_siquiera_en_sus_comentarios(rosa, ana, colega, cliente_de):
    fragmento = crear_fragmento(rosa.docente, ana.acompanante, con_nombre=False)
    url = reverse("fragmento_comentar", args=[fragmento.pk])
    cliente_de(rosa).post(url, {"tipo": "pregunto", "texto": "¿Y ustedes?"})
    for otro in (ana, colega):
        paginas = [fragmento.get_absolute_url(), reverse("fragmento_list")]
        visto = " ".join(texto(cliente_de(otro).get(p)) for p in paginas)
        assert "Una colega" in visto
        assert "Quien compartió el fragmento" in visto
        for dato in ("Rosa", "Quispe", str(rosa.docente.pk), "Corlás"):
            assert dato not in visto
    assert not Lectura.objects.filter(docente=rosa.docente).exists()
    assert "Una colega" in texto(cliente_de(ana).get(reverse("fragmento_vincular", args=[fragmento.pk])))


# --- Reading


def test_leer_un_fragmento_firmado_deja_constancia_con_su_autora(compartido, rosa, ana, colega, cliente_de):
    cliente_de(rosa).get(compartido.get_absolute_url())
    assert not Lectura.objects.exists()
    cliente_de(colega).get(compartido.get_absolute_url())
    cliente_de(ana).get(reverse("fragmento_list"))
    leidas = Lectura.objects.order_by("momento").values_list("usuario__username", "docente", "clase")
    assert list(leidas) == [
        ("nelida", rosa.docente.pk, "comunidad"),
        ("ana", rosa.docente.pk, "comunidad"),
    ]


def test_si_la_lectura_no_se_puede_anotar_no_se_muestra(compartido, ana, cliente_de, monkeypatch):
    def falla(*args, **kwargs):
        raise RuntimeError("sin registro")

    monkeypatch.setattr("docentes.services.lecturas._anotar", falla)
    cliente = cliente_de(ana)
    cliente.raise_request_exception = False
    respuesta = cliente.get(compartido.get_absolute_url())
    assert respuesta.status_code == 500
    assert "Los chicos contaron solos" not in respuesta.content.decode()


def test_quien_deja_la_comunidad_ya_no_lee(compartido, ana, colega, cliente_de):
    cliente = cliente_de(colega)
    assert cliente.get(compartido.get_absolute_url()).status_code == 200
    deja_la_comunidad(colega)
    assert cliente.get(compartido.get_absolute_url()).status_code == 404
    assert cliente.post(reverse("fragmento_comentar", args=[compartido.pk])).status_code == 404
    assert "Contar con tapas" not in texto(cliente.get(reverse("fragmento_list")))


def test_cuando_la_autora_se_va_su_fragmento_se_va_con_ella(compartido, rosa, ana, beto, colega, cliente_de):
    rosa.docente.asignaciones.update(hasta=HOY - timedelta(days=1), motivo_fin=MotivoDeFin.PEDIDO_DEL_DOCENTE)
    crear_asignacion(docente=rosa.docente, acompanante=beto.acompanante, desde=HOY)
    for otro in (ana, colega, beto):
        assert cliente_de(otro).get(compartido.get_absolute_url()).status_code == 404
    cliente = cliente_de(rosa)
    assert cliente.get(compartido.get_absolute_url()).status_code == 200
    assert "De una comunidad que dejaste" in texto(cliente.get(reverse("fragmento_list")))


@pytest.mark.parametrize("quien", ["fidel", "elena", "carmen", "hugo", "ines", "admin"])
def test_quien_no_es_de_la_comunidad_no_lee_nada(compartido, quien, request, cliente_de):
    cliente = cliente_de(request.getfixturevalue(quien))
    assert cliente.get(reverse("fragmento_list")).status_code == 403
    assert cliente.get(compartido.get_absolute_url()).status_code == 403


def test_el_de_otra_comunidad_no_existe(compartido, beto, cliente_de):
    for nombre in ("fragmento_detail", "fragmento_vincular"):
        assert cliente_de(beto).get(reverse(nombre, args=[compartido.pk])).status_code == 404


def test_solo_su_autora_lo_escribe_lo_comparte_y_lo_retira(compartido, rosa, ana, colega, cliente_de):
    borrador = crear_fragmento(rosa.docente)
    for nombre, cual in (
        ("fragmento_editar", borrador),
        ("fragmento_compartir", borrador),
        ("fragmento_descartar", borrador),
        ("fragmento_retirar", compartido),
    ):
        assert cliente_de(colega).post(reverse(nombre, args=[cual.pk])).status_code == 404
        assert cliente_de(ana).post(reverse(nombre, args=[cual.pk])).status_code == 403


# --- Taking back


def test_retirado_desaparece_con_sus_comentarios_y_queda_para_ella(compartido, rosa, ana, colega, cliente_de):
    url = reverse("fragmento_comentar", args=[compartido.pk])
    cliente_de(colega).post(url, {"tipo": "valoro", "texto": "Guardaste la explicación."})
    cliente = cliente_de(rosa)
    assert "¿Retirar este fragmento?" in texto(
        cliente.get(reverse("fragmento_retirar", args=[compartido.pk]))
    )
    cliente.post(reverse("fragmento_retirar", args=[compartido.pk]))
    for otro in (ana, colega):
        assert cliente_de(otro).get(compartido.get_absolute_url()).status_code == 404
        assert cliente_de(otro).post(url, {"tipo": "valoro", "texto": "x"}).status_code == 404
        assert not ComentarioDeFragmento.objects.visibles_para(otro).exists()
        assert "Contar con tapas" not in texto(cliente_de(otro).get(reverse("fragmento_list")))
    pagina = texto(cliente.get(compartido.get_absolute_url()))
    assert "Lo retiraste" in pagina
    assert "Guardaste la explicación." in pagina
    assert "Comentar</" not in pagina
    assert cliente.post(reverse("fragmento_retirar", args=[compartido.pk])).status_code == 404


def test_la_base_no_admite_compartir_sin_decir_con_quien(rosa):
    fragmento = crear_fragmento(rosa.docente)
    with pytest.raises(IntegrityError), transaction.atomic():
        FragmentoDePractica.objects.filter(pk=fragmento.pk).update(estado="compartido")


# --- Comments


def test_la_comunidad_comenta_con_su_nombre(compartido, rosa, ana, colega, cliente_de):
    url = reverse("fragmento_comentar", args=[compartido.pk])
    cliente_de(colega).post(url, {"tipo": "probaria", "texto": "Una tarjeta de ayuda."})
    cliente_de(ana).post(url, {"tipo": "pregunto", "texto": "¿Qué hizo el que no pudo?"})
    pagina = texto(cliente_de(rosa).get(compartido.get_absolute_url()))
    assert "<b>Qué probaría.</b>" in pagina
    assert "Nélida Paredes León" in pagina
    assert "Ana Campos" in pagina
    assert Lectura.objects.filter(usuario=rosa, docente=colega.docente, clase="comunidad").count() == 1


def test_quien_se_fue_ya_no_se_nombra_en_sus_comentarios(compartido, rosa, colega, cliente_de):
    url = reverse("fragmento_comentar", args=[compartido.pk])
    cliente_de(colega).post(url, {"tipo": "valoro", "texto": "Esperaste."})
    deja_la_comunidad(colega)
    pagina = texto(cliente_de(rosa).get(compartido.get_absolute_url()))
    assert "Esperaste." in pagina
    assert "Alguien que estuvo en la comunidad" in pagina
    assert "Paredes" not in pagina


@pytest.mark.parametrize(
    ("datos", "frase"),
    [
        ({"tipo": "", "texto": "Bien."}, "Elige si cuentas qué valoras"),
        ({"tipo": "nota", "texto": "18"}, "Elige si cuentas qué valoras"),
        ({"tipo": "valoro", "texto": " "}, "Falta tu comentario."),
        ({"tipo": "valoro", "texto": "a" * 1501}, "caben 1500"),
    ],
)
def test_un_comentario_sin_forma_no_se_publica(compartido, colega, cliente_de, datos, frase):
    respuesta = cliente_de(colega).post(reverse("fragmento_comentar", args=[compartido.pk]), datos)
    assert frase in texto(respuesta)
    assert not ComentarioDeFragmento.objects.exists()


def test_comentar_no_se_hace_con_un_enlace(compartido, ana, cliente_de):
    assert cliente_de(ana).get(reverse("fragmento_comentar", args=[compartido.pk])).status_code == 405


# --- The session where it was analysed


def test_se_vincula_a_una_sesion_hecha_y_sus_acuerdos_los_lee_quien_fue_invitado(
    compartido, rosa, ana, colega, cliente_de
):
    hecha = crear_grupal(
        acompanante=ana.acompanante,
        invitados=[rosa.docente],
        asistio=True,
        estado="realizada",
        fecha=date(2026, 10, 9),
        acuerdos="Probar la tarjeta.",
    )
    cliente_de(ana).post(reverse("fragmento_vincular", args=[compartido.pk]), {"sesion": hecha.pk})
    assert "Probar la tarjeta." in texto(cliente_de(rosa).get(compartido.get_absolute_url()))
    de_la_colega = texto(cliente_de(colega).get(compartido.get_absolute_url()))
    assert "Se analizó en un microtaller" in de_la_colega
    assert "Probar la tarjeta." not in de_la_colega
    assert "Contar con tapas" in texto(cliente_de(ana).get(hecha.get_absolute_url()))
    cliente_de(ana).post(reverse("fragmento_vincular", args=[compartido.pk]), {"sesion": ""})
    compartido.refresh_from_db()
    assert compartido.sesion is None


def test_no_se_vincula_a_lo_que_no_se_hizo_ni_a_lo_de_otra(compartido, ana, beto, cliente_de):
    por_hacer = crear_grupal(acompanante=ana.acompanante)
    taller = crear_grupal(
        acompanante=ana.acompanante, estado="realizada", tipo="taller", fecha=date(2026, 10, 9)
    )
    ajena = crear_grupal(acompanante=beto.acompanante, estado="realizada", fecha=date(2026, 10, 9))
    for sesion in (por_hacer, taller, ajena):
        url = reverse("fragmento_vincular", args=[compartido.pk])
        pagina = texto(cliente_de(ana).post(url, {"sesion": sesion.pk}))
        assert "Elige una de tus sesiones realizadas." in pagina
        with pytest.raises(ComunidadRechazada):
            vincular_a_sesion(fragmento=compartido, sesion=sesion)


# --- Queries


@pytest.mark.parametrize("quien", ["ana", "rosa"])
def test_las_paginas_hacen_las_mismas_consultas_con_una_fila_que_con_tres(
    compartido, rosa, ana, colega, quien, request, cliente_de
):
    cliente = cliente_de(request.getfixturevalue(quien))
    comenta = {"fragmento": compartido, "tipo": "valoro", "texto": "Bien."}
    ComentarioDeFragmento.objects.create(docente=colega.docente, **comenta)
    crear_fragmento(colega.docente, ana.acompanante)

    def consultas():
        cuenta = []
        for url in (reverse("fragmento_list"), compartido.get_absolute_url()):
            with CaptureQueriesContext(connection) as capturadas:
                assert cliente.get(url).status_code == 200
            cuenta.append(len(capturadas))
        return cuenta

    con_una = consultas()
    for docente in crear_grupo(ana.acompanante, 2):
        ComentarioDeFragmento.objects.create(docente=docente, **comenta)
        crear_fragmento(docente, ana.acompanante)
    assert consultas() == con_una
    assert max(con_una) <= 15
