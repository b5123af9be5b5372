"""A visit shared as a case: exactly what was confirmed, without names, for its readers and nobody else."""

import re

import pytest
from django.urls import reverse

from acompanamiento.comun.errores import Rechazo
from docentes.models import Lectura, Rol
from docentes.tests.fabricas import crear_usuario
from escuelas.tests.fabricas import crear_region
from visitas import services
from visitas.casos import partes_de
from visitas.expediente import contenido_de
from visitas.models import Caso, NotaPrivada, Visita
from visitas.tests.fabricas import crear_visita, nivel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

DICHO = "Rosa Quispe contó en Corlás que ANA CAMPOS la ayudó."


@pytest.fixture
def visita(rosa):
    visita = crear_visita(
        docente=rosa.docente,
        analisis=DICHO,
        niveles=[nivel(2, 2, "Rosa dio 9 minutos sin tarea."), nivel(8, None)],
    )
    return Visita.objects.select_related("docente__escuela__distrito__provincia", "acompanante__usuario").get(
        pk=visita.pk
    )


@pytest.fixture
def caso(visita):
    return services.compartir_caso(
        visita=visita, partes=partes_de(visita, contenido_de(visita)), pregunta="¿Cómo ayudo a Rosa?"
    )


def confirmado(cliente, visita, **cambios):
    """What the preview shows, as the browser sends it back, with the question and the confirmation."""
    form = cliente.get(reverse("caso_compartir", args=[visita.pk])).context["form"]
    datos = {}
    for fila in form.filas():
        datos[fila["campo"].html_name] = fila["campo"].value()
        datos[fila["incluir"].html_name] = "on"
    return datos | {"pregunta": "¿Qué harías tú?", "confirmo": "on"} | cambios


def compartir(cliente, visita, **cambios):
    datos = {c: v for c, v in confirmado(cliente, visita, **cambios).items() if v is not None}
    return cliente.post(reverse("caso_compartir", args=[visita.pk]), datos, follow=True)


def test_la_vista_previa_ya_no_lleva_nombres_y_es_lo_que_se_comparte(visita, ana, cliente_de):
    cliente = cliente_de(ana)
    previa = cliente.get(reverse("caso_compartir", args=[visita.pk])).context["form"]
    compartir(cliente, visita)

    en_pantalla = [f["campo"].value() for f in previa.filas()]
    assert [p["texto"] for p in Caso.objects.get().partes] == en_pantalla
    assert "«la docente» contó en «la localidad» que «quien acompaña» la ayudó." in en_pantalla
    assert all("No observado" not in f["titulo"] for f in previa.filas())


def test_lo_que_se_quita_no_va_y_lo_que_se_cambia_va_cambiado(visita, ana, cliente_de):
    compartir(cliente_de(ana), visita, incluir_1=None, texto_0="Otra manera de decirlo.")

    textos = [p["texto"] for p in Caso.objects.get().partes]
    assert textos[0] == "Otra manera de decirlo."
    assert not any("contó en" in t for t in textos)


def test_un_nombre_escrito_al_final_se_quita_y_se_pide_leer_otra_vez(visita, ana, cliente_de):
    pagina = compartir(cliente_de(ana), visita, pregunta="¿Qué hago con la señora quispe?")

    assert "Quitamos nombres de lo que escribiste" in pagina.content.decode()
    assert pagina.context["form"]["pregunta"].value() == "¿Qué hago con la señora «la docente»?"
    assert not Caso.objects.exists()


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"pregunta": ""}, "Falta la pregunta."),
        ({"confirmo": None}, "Lee lo que se comparte y marca la casilla."),
        ({f"incluir_{i}": None for i in range(12)}, "No queda ninguna parte."),
    ],
)
def test_un_dato_que_falta_se_dice_y_nada_se_comparte(visita, ana, cliente_de, cambios, frase):
    assert frase in compartir(cliente_de(ana), visita, **cambios).content.decode()
    assert not Caso.objects.exists()


def test_el_formador_lo_lee_con_seudonimo_y_nada_lleva_a_la_docente(caso, visita, fidel, cliente_de):
    NotaPrivada.objects.create(visita_id=visita.pk, autor=visita.acompanante.usuario, texto="canario-nota")
    for pagina in (reverse("caso_list"), caso.get_absolute_url()):
        texto = cliente_de(fidel).get(pagina).content.decode()
        nombre = caso.seudonimo_para(fidel)

        assert nombre in texto
        assert re.fullmatch(r"Docente \w+-\d+", nombre)
        assert "Junio de 2026" in texto
        assert "15/06/2026" not in texto
        for delator in (
            "Rosa",
            "Quispe",
            "Corlás",
            "80274",
            "Cascas",
            "canario-nota",
            visita.pk,
            visita.docente_id,
        ):
            assert str(delator) not in texto


def test_otro_formador_y_otro_bimestre_ven_otro_seudonimo(caso, fidel):
    otro = crear_usuario(Rol.FORMADOR, region=fidel.region)
    antes = caso.seudonimo_para(fidel)

    assert caso.seudonimo_para(otro) != antes
    caso.termino = "2027-B1"
    assert caso.seudonimo_para(fidel) != antes


def test_el_identificador_del_caso_no_dice_cuando(caso):
    assert caso.pk.version == 4


def test_la_docente_ve_quien_leyo_su_visita_como_caso(caso, rosa, fidel, cliente_de):
    cliente_de(fidel).get(caso.get_absolute_url())

    assert list(Lectura.objects.filter(usuario=fidel).values_list("clase", "docente__usuario")) == [
        ("caso", rosa.pk)
    ]
    pagina = cliente_de(rosa).get(reverse("lectura_list")).content.decode()
    assert "Visita compartida como caso, sin nombres" in pagina
    assert "Fidel Torres" in pagina


def test_si_no_se_puede_anotar_la_lectura_no_se_muestra_nada(caso, fidel, cliente_de, monkeypatch):
    def falla(*args, **kwargs):
        raise RuntimeError("sin registro")

    monkeypatch.setattr("docentes.services.lecturas._anotar", falla)
    with pytest.raises(RuntimeError):
        cliente_de(fidel).get(caso.get_absolute_url())


def test_la_conversacion_va_y_viene_y_tampoco_lleva_nombres(caso, ana, fidel, cliente_de):
    url = reverse("caso_comentar", args=[caso.pk])
    cliente_de(fidel).post(url, {"texto": "¿Y si Rosa empieza por un grado?"})
    pagina = cliente_de(ana).post(url, {"texto": "Lo probaré."}, follow=True).content.decode()

    assert "¿Y si «la docente» empieza por un grado?" in pagina
    assert "Lo probaré." in pagina


def test_un_mensaje_vacio_se_dice(caso, fidel, cliente_de):
    pagina = cliente_de(fidel).post(reverse("caso_comentar", args=[caso.pk]), {"texto": "  "})

    assert "Falta el mensaje." in pagina.content.decode()
    assert not caso.mensajes.exists()


def test_retirado_nadie_mas_lo_lee_y_la_copia_se_borra(caso, ana, fidel, cliente_de):
    cliente_de(ana).post(reverse("caso_retirar", args=[caso.pk]))
    caso.refresh_from_db()

    assert (caso.retirado, caso.partes) == (True, [])
    assert cliente_de(fidel).get(caso.get_absolute_url()).status_code == 404
    assert "Retirado." in cliente_de(ana).get(caso.get_absolute_url()).content.decode()
    with pytest.raises(Rechazo, match="ya se retiró"):
        services.comentar_caso(caso=caso, autor=ana, texto="Tarde.")


def test_una_visita_se_comparte_una_vez_hasta_que_se_retira(caso, visita):
    partes = partes_de(visita, contenido_de(visita))
    with pytest.raises(Rechazo, match="ya está compartida"):
        services.compartir_caso(visita=visita, partes=partes, pregunta="¿Otra vez?")

    services.retirar_caso(caso=caso)
    assert services.compartir_caso(visita=visita, partes=partes, pregunta="¿Otra vez?").pk != caso.pk


def test_corregir_la_visita_no_cambia_lo_compartido(caso, visita):
    Visita.objects.filter(pk=visita.pk).update(anio=2026)
    caso.refresh_from_db()

    assert any("9 minutos" in p["texto"] for p in caso.partes)


def test_no_se_comparte_la_visita_de_otro(visita, beto, cliente_de):
    assert cliente_de(beto).get(reverse("caso_compartir", args=[visita.pk])).status_code == 404


def test_un_formador_de_otra_region_no_lo_encuentra(caso, cliente_de):
    lejano = crear_usuario(Rol.FORMADOR, region=crear_region(codigo="06", nombre="Cajamarca"))

    assert cliente_de(lejano).get(caso.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("quien", ["rosa", "hugo", "elena", "carmen", "ines", "admin"])
def test_los_casos_no_son_trabajo_de_todos(caso, quien, request, cliente_de):
    cliente = cliente_de(request.getfixturevalue(quien))

    assert cliente.get(caso.get_absolute_url()).status_code == 403
    assert cliente.get(reverse("caso_list")).status_code == 403


def test_la_lista_hace_las_mismas_consultas_con_uno_y_con_tres(
    caso, rosa, fidel, cliente_de, django_assert_num_queries
):
    cliente = cliente_de(fidel)
    with django_assert_num_queries(5):
        cliente.get(reverse("caso_list"))
    for tipo in ("A2", "A3"):
        otra = crear_visita(docente=rosa.docente, tipo=tipo)
        services.compartir_caso(
            visita=otra, partes=partes_de(otra, contenido_de(otra)), pregunta="¿Qué miro?"
        )
    with django_assert_num_queries(5):
        cliente.get(reverse("caso_list"))
