"""The teacher's own voice: only she writes it, only she and who accompanies her read it, and it moves no count."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.tests.paginas import texto
from docentes.models import Lectura
from docentes.tests.fabricas import crear_acompanante, crear_asignacion
from visitas import services
from visitas.models import (
    Acuerdo,
    AvanceDeCompromiso,
    Competencia,
    Compromiso,
    ReflexionPropia,
    VersionDeVoz,
    VozDelDocente,
)

from .fabricas import compromiso, contenido_de_visita, crear_visita, entregar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
CANARIO = "canario-de-la-reflexion"
NADIE_MAS = ["ana", "hugo", "carmen", "elena", "fidel", "ines", "admin"]


@pytest.fixture
def visita(rosa):
    return crear_visita(
        docente=rosa.docente, fecha="2026-06-15", compromisos=[compromiso("Tarjetas de reto")]
    )


@pytest.fixture
def ajena(beto):
    docente = beto.acompanante.asignaciones.get().docente
    return crear_visita(docente=docente, fecha="2026-06-15", compromisos=[compromiso("Asunto de Elmer")])


@pytest.fixture
def reflexion(rosa):
    return services.guardar_reflexion(docente=rosa.docente, fecha=date(2026, 6, 20), texto=CANARIO)


def decir(cliente, visita, **cambios):
    datos = {"acuerdo": "de_acuerdo", "comentario": "Sí fue así."} | cambios
    return cliente.post(reverse("voz", args=[visita.pk]), datos, follow=True)


# --- Her word on a visit


def test_la_docente_dice_su_palabra_y_la_leen_los_dos(visita, ana, rosa, cliente_de):
    respuesta = decir(cliente_de(rosa), visita)
    url = reverse("visita_detail", args=[visita.pk])

    assert respuesta.redirect_chain == [(f"{url}#voz", 302)]
    assert "Tu palabra queda junto a la visita. La leen tú y quien te acompaña." in texto(respuesta)
    assert "«Sí fue así.»" in texto(cliente_de(ana).get(url))
    voz = VozDelDocente.objects.get()
    assert (voz.visita, voz.acuerdo, voz.comentario) == (visita, "de_acuerdo", "Sí fue así.")


def test_al_cambiarla_lo_anterior_queda_solo_para_ella(visita, ana, rosa, cliente_de):
    decir(cliente_de(rosa), visita, comentario="Lo que retiré")
    decir(cliente_de(rosa), visita, acuerdo="en_desacuerdo", comentario="Falta lo de la posta.")
    url = reverse("visita_detail", args=[visita.pk])

    assert [(v.acuerdo, v.comentario) for v in VersionDeVoz.objects.all()] == [
        ("de_acuerdo", "Lo que retiré")
    ]
    assert "Lo que retiré" in texto(cliente_de(rosa).get(url))
    assert "Lo que retiré" not in texto(cliente_de(ana).get(url))
    assert "Falta lo de la posta." in texto(cliente_de(ana).get(url))


def test_repetir_lo_mismo_no_deja_otra_version(visita, rosa, cliente_de):
    decir(cliente_de(rosa), visita)
    decir(cliente_de(rosa), visita)

    assert VersionDeVoz.objects.count() == 0


def test_su_palabra_se_puede_retirar(visita, ana, rosa, cliente_de):
    decir(cliente_de(rosa), visita)
    decir(cliente_de(rosa), visita, acuerdo="sin_decir", comentario="")

    assert not VozDelDocente.objects.get().dice_algo
    assert "Aún no dijo nada." in texto(cliente_de(ana).get(reverse("visita_detail", args=[visita.pk])))


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"acuerdo": "sin_decir", "comentario": " "}, "Aún no dijiste nada: escribe un comentario"),
        ({"acuerdo": ""}, "Elige una respuesta. Puede ser «Sin decir»."),
        ({"acuerdo": "firmo"}, "Elige una de las tres respuestas."),
        ({"comentario": "a" * 4001}, "El texto tiene 4001 caracteres y caben 4000. Acórtalo."),
    ],
)
def test_lo_que_no_se_entiende_se_dice_y_nada_se_guarda(visita, rosa, cliente_de, cambios, frase):
    respuesta = decir(cliente_de(rosa), visita, **cambios)

    assert frase in texto(respuesta)
    assert VozDelDocente.objects.count() == 0


def test_estar_en_desacuerdo_no_cambia_la_visita_ni_sus_cuentas(visita, rosa, cliente_de):
    def fila():
        return list(type(visita).objects.filter(pk=visita.pk).values())

    antes = fila(), list(Compromiso.objects.values()), list(visita.niveles.values())
    pagina = texto(decir(cliente_de(rosa), visita, acuerdo="en_desacuerdo"))

    assert (fila(), list(Compromiso.objects.values()), list(visita.niveles.values())) == antes
    assert "Tu desacuerdo no cambia ninguna cuenta" in pagina


def test_lo_nuevo_se_avisa_a_quien_acompana_hasta_que_abre_la_visita(visita, ana, rosa, cliente_de):
    decir(cliente_de(rosa), visita, comentario="Algo que conversar")
    acompanante, hilo = cliente_de(ana), reverse("hilo", args=[rosa.docente.pk])
    inicio = texto(acompanante.get(reverse("inicio")))

    assert "Palabras por leer" in inicio
    assert "Algo que conversar" not in inicio
    assert ">Nueva</span>" in texto(acompanante.get(hilo))
    acompanante.get(reverse("visita_detail", args=[visita.pk]))
    assert "Palabras por leer" not in texto(acompanante.get(reverse("inicio")))
    assert ">Nueva</span>" not in texto(acompanante.get(hilo))
    decir(cliente_de(rosa), visita, comentario="Otra cosa")
    assert "Palabras por leer" in texto(acompanante.get(reverse("inicio")))


def test_quien_acompano_antes_no_lee_la_voz(visita, ana, rosa, cliente_de):
    decir(cliente_de(rosa), visita)
    hoy = timezone.localdate()
    rosa.docente.asignaciones.update(
        desde=hoy - timedelta(days=90), hasta=hoy - timedelta(days=1), motivo_fin="licencia"
    )
    crear_asignacion(docente=rosa.docente, acompanante=crear_acompanante(), desde=hoy)
    pagina = texto(cliente_de(ana).get(reverse("visita_detail", args=[visita.pk])))

    assert "Sí fue así." not in pagina
    assert "La palabra de" not in pagina
    assert "Fases del año" not in pagina
    assert VozDelDocente.objects.get().leida_en is None


@pytest.mark.parametrize("persona", NADIE_MAS)
@pytest.mark.parametrize("metodo", ["get", "post"])
def test_nadie_mas_habla_por_ella(request, visita, rosa, cliente_de, persona, metodo):
    cliente = cliente_de(request.getfixturevalue(persona))

    assert getattr(cliente, metodo)(reverse("voz", args=[visita.pk])).status_code == 403
    assert VozDelDocente.objects.count() == 0


def test_la_visita_de_otra_no_existe(ajena, rosa, cliente_de):
    assert decir(cliente_de(rosa), ajena).status_code == 404
    compromiso_ajeno = ajena.compromisos.get()
    url = reverse("compromiso_avance", args=[compromiso_ajeno.pk])
    assert cliente_de(rosa).post(url, {"texto": "x"}).status_code == 404


# --- How a commitment goes


def test_la_docente_anota_como_va_y_quien_acompana_lo_ve_al_verificar(visita, ana, rosa, cliente_de):
    acordado = visita.compromisos.get()
    url = reverse("compromiso_avance", args=[acordado.pk])
    respuesta = cliente_de(rosa).post(url, {"texto": "Lo probé dos veces."}, follow=True)
    borrador = services.abrir_borrador(
        autor=ana,
        docente=rosa.docente,
        tipo=type(visita.tipo).objects.get(codigo="A2", protocolo__nivel="primaria"),
    )
    formulario = cliente_de(ana).get(reverse("borrador", args=[borrador.pk]))
    pagina = texto(formulario)

    assert "Anotado. Lo verán juntos al empezar la próxima visita." in texto(respuesta)
    assert "«Lo probé dos veces.»" in texto(cliente_de(ana).get(reverse("compromiso_list")))
    assert next(s.id for s in formulario.context["secciones"]) == "verificar"
    verificar = pagina.split('id="verificar"')[1].split("</section>")[0]
    for dato in ("Tarjetas de reto", "10/12/2026", "Tarjetas usadas en dos sesiones.", "Lo probé dos veces."):
        assert dato in verificar


def test_lo_verificado_ya_no_recibe_notas(visita, rosa, cliente_de):
    acordado = visita.compromisos.get()
    verificacion = {"compromiso": str(acordado.pk), "estado": "cumplido", "comentario": "Se vio."}
    crear_visita(
        docente=rosa.docente,
        tipo="A2",
        fecha="2026-07-15",
        compromisos=[compromiso()],
        verificaciones=[verificacion],
    )
    url = reverse("compromiso_avance", args=[acordado.pk])

    assert "Este compromiso ya se verificó" in texto(cliente_de(rosa).get(url))
    assert AvanceDeCompromiso.objects.count() == 0
    with pytest.raises(Rechazo, match="ya se verificó: cumplido"):
        services.anotar_avance(compromiso=acordado, texto="tarde")


def test_una_nota_vacia_se_rechaza_con_una_frase(visita, rosa, cliente_de):
    url = reverse("compromiso_avance", args=[visita.compromisos.get().pk])

    assert "Falta el texto. Escribe qué probaste" in texto(cliente_de(rosa).post(url, {"texto": " "}))
    assert AvanceDeCompromiso.objects.count() == 0


def test_corregir_la_visita_no_borra_un_compromiso_con_notas_de_la_docente(rosa, ana):
    quedan, sobran = compromiso("Con notas"), compromiso("Sin notas")
    visita = crear_visita(docente=rosa.docente, fecha="2026-06-15", compromisos=[quedan, sobran])
    services.anotar_avance(compromiso=visita.compromisos.get(pk=quedan["id"]), texto="Voy bien.")
    corregida = contenido_de_visita(
        docente=rosa.docente, fecha="2026-06-15", compromisos=[compromiso("Otro distinto")]
    )
    entregar(autor=ana, contenido=corregida, visita_id=visita.pk, base_id=visita.cabeza_id)

    assert sorted(visita.compromisos.values_list("que", flat=True)) == ["Con notas", "Otro distinto"]
    assert AvanceDeCompromiso.objects.get().texto == "Voy bien."


@pytest.mark.parametrize("persona", NADIE_MAS)
def test_nadie_mas_anota_por_ella(request, visita, rosa, cliente_de, persona):
    url = reverse("compromiso_avance", args=[visita.compromisos.get().pk])
    cliente = cliente_de(request.getfixturevalue(persona))

    assert (cliente.get(url).status_code, cliente.post(url, {"texto": "x"}).status_code) == (403, 403)


# --- Her own reflections


def test_la_reflexion_nace_privada_y_nadie_mas_la_lee_en_ninguna_pagina(
    reflexion, visita, ana, hugo, fidel, rosa, cliente_de
):
    rutas = [
        reverse("inicio"),
        reverse("hilo", args=[rosa.docente.pk]),
        reverse("hilo", args=[rosa.docente.pk]) + "?anio=2026",
        reverse("visitas_de_docente", args=[rosa.docente.pk]),
        reverse("visita_detail", args=[visita.pk]),
        reverse("compromiso_list"),
        reverse("reflexion_list"),
        reverse("reflexion_editar", args=[reflexion.pk]),
        reverse("reflexion_borrar", args=[reflexion.pk]),
    ]
    for persona in (ana, hugo, fidel):
        for ruta in rutas:
            assert CANARIO not in cliente_de(persona).get(ruta).content.decode()
    assert CANARIO in texto(cliente_de(rosa).get(reverse("reflexion_list")))
    assert CANARIO in texto(cliente_de(rosa).get(reverse("hilo", args=[rosa.docente.pk]) + "?anio=2026"))


def test_compartirla_la_abre_a_quien_acompana_y_retirarla_la_cierra(reflexion, ana, rosa, cliente_de):
    hilo = reverse("hilo", args=[rosa.docente.pk]) + "?anio=2026"
    compartir = cliente_de(rosa).post(reverse("reflexion_compartir", args=[reflexion.pk]), follow=True)

    assert "Compartida con Ana Campos." in texto(compartir)
    assert CANARIO in texto(cliente_de(ana).get(hilo))
    retirar = cliente_de(rosa).post(reverse("reflexion_retirar", args=[reflexion.pk]), follow=True)
    assert "vuelve a ser solo tuya" in texto(retirar)
    assert CANARIO not in texto(cliente_de(ana).get(hilo))


def test_quien_acompana_despues_no_hereda_lo_compartido(reflexion, ana, rosa, cliente_de):
    services.compartir_reflexion(reflexion=reflexion)
    hoy = timezone.localdate()
    rosa.docente.asignaciones.update(
        desde=hoy - timedelta(days=90), hasta=hoy - timedelta(days=1), motivo_fin="licencia"
    )
    nueva = crear_asignacion(docente=rosa.docente, acompanante=crear_acompanante(), desde=hoy).acompanante
    hilo = reverse("hilo", args=[rosa.docente.pk]) + "?anio=2026"

    assert CANARIO not in texto(cliente_de(nueva.usuario).get(hilo))
    assert cliente_de(ana).get(hilo).status_code == 404
    assert not ReflexionPropia.objects.visibles_para(ana).exists()


def test_sin_acompanante_no_se_comparte(reflexion, rosa, cliente_de):
    rosa.docente.asignaciones.all().delete()
    pagina = texto(cliente_de(rosa).post(reverse("reflexion_compartir", args=[reflexion.pk]), follow=True))

    assert "Hoy no tienes acompañante, así que no hay con quién compartirla." in pagina
    assert ReflexionPropia.objects.get().compartida_con is None


def test_se_escribe_se_cambia_y_se_borra(visita, rosa, cliente_de):
    cliente = cliente_de(rosa)
    competencia = Competencia.objects.get(numero=4)
    datos = {"fecha": "2026-06-20", "texto": "Primera", "competencia": competencia.pk, "visita": visita.pk}
    cliente.post(reverse("reflexion_crear"), datos)
    escrita = ReflexionPropia.objects.get()

    assert (escrita.docente, escrita.competencia, escrita.visita, escrita.compartida_con) == (
        rosa.docente,
        competencia,
        visita,
        None,
    )
    cliente.post(reverse("reflexion_editar", args=[escrita.pk]), {"fecha": "2026-06-21", "texto": "Segunda"})
    escrita.refresh_from_db()
    assert (escrita.texto, escrita.competencia, escrita.fecha) == ("Segunda", None, date(2026, 6, 21))
    borrar = reverse("reflexion_borrar", args=[escrita.pk])
    assert "¿Borrar esta reflexión?" in texto(cliente.get(borrar))
    cliente.post(borrar)
    assert ReflexionPropia.objects.count() == 0


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"texto": ""}, "Falta la reflexión. Escribe al menos una oración."),
        ({"fecha": ""}, "Falta la fecha."),
        ({"fecha": "2999-01-01"}, "El 01/01/2999 aún no llega. Elige hoy o un día pasado."),
        ({"competencia": "999999"}, "Elige una competencia de la lista."),
    ],
)
def test_una_reflexion_con_un_dato_malo_no_se_guarda(rosa, cliente_de, cambios, frase):
    datos = {"fecha": "2026-06-20", "texto": "Algo"} | cambios

    assert frase in texto(cliente_de(rosa).post(reverse("reflexion_crear"), datos))
    assert ReflexionPropia.objects.count() == 0


def test_desde_una_visita_la_reflexion_llega_con_ella_elegida(visita, rosa, cliente_de):
    cliente = cliente_de(rosa)
    enlace = f"{reverse('reflexion_crear')}?visita={visita.pk}"

    assert enlace in texto(cliente.get(reverse("visita_detail", args=[visita.pk])))
    assert f'<option value="{visita.pk}" selected>' in texto(cliente.get(enlace))
    assert cliente.get(f"{reverse('reflexion_crear')}?visita=disparate").status_code == 200


def test_la_visita_de_otra_no_se_puede_elegir(ajena, rosa, cliente_de):
    datos = {"fecha": "2026-06-20", "texto": "Algo", "visita": ajena.pk}

    assert "Elige una de tus visitas." in texto(cliente_de(rosa).post(reverse("reflexion_crear"), datos))
    assert "Elmer" not in texto(cliente_de(rosa).get(reverse("reflexion_crear")))


@pytest.mark.parametrize("persona", NADIE_MAS)
@pytest.mark.parametrize(
    "nombre", ["reflexion_editar", "reflexion_borrar", "reflexion_compartir", "reflexion_retirar"]
)
def test_las_reflexiones_son_solo_de_la_docente(request, reflexion, cliente_de, persona, nombre):
    cliente = cliente_de(request.getfixturevalue(persona))

    assert cliente.post(reverse(nombre, args=[reflexion.pk])).status_code == 403
    assert cliente.get(reverse("reflexion_list")).status_code == 403
    assert ReflexionPropia.objects.get().compartida_con is None


@pytest.mark.parametrize("nombre", ["reflexion_compartir", "reflexion_retirar"])
def test_compartir_no_se_hace_con_un_enlace(reflexion, rosa, cliente_de, nombre):
    assert cliente_de(rosa).get(reverse(nombre, args=[reflexion.pk])).status_code == 405


def test_las_paginas_de_la_docente_no_dejan_lectura_y_ninguna_cuenta_lee_su_voz(visita, rosa, cliente_de):
    decir(cliente_de(rosa), visita)
    cliente_de(rosa).get(reverse("reflexion_list"))

    assert Lectura.objects.count() == 0
    for modelo in (VozDelDocente, AvanceDeCompromiso, ReflexionPropia, VersionDeVoz):
        assert not hasattr(modelo.objects.all(), "agregables_para")


@pytest.mark.parametrize("modelo", [VozDelDocente, VersionDeVoz, AvanceDeCompromiso, ReflexionPropia])
def test_cada_campo_dice_para_que_es(modelo):
    declarados = [campo for dato in modelo.TRATAMIENTO for campo in dato.campos.split()]

    assert sorted(declarados) == sorted(c.name for c in modelo._meta.concrete_fields)


def test_sin_decir_es_una_respuesta():
    assert VozDelDocente(acuerdo=Acuerdo.SIN_DECIR, comentario="Lo pienso").dice_algo
    assert not VozDelDocente(acuerdo=Acuerdo.SIN_DECIR).dice_algo
