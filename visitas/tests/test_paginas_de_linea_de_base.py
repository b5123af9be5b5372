"""The pages of the baseline: they work, they are not somebody else's, they are not everybody's job."""

import pytest
from django.urls import reverse

from acompanamiento.tests.paginas import consultas, texto
from docentes.models import Lectura
from docentes.tests.fabricas import crear_asignacion, crear_docente
from visitas.models import Caracterizacion, EstadoDeCaracterizacion, Momento
from visitas.services.linea_de_base import version_de

from .fabricas import crear_visita
from .fabricas_de_base import crear_caracterizacion, crear_necesidad, valores

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]


@pytest.fixture
def borrador(rosa, ana, territorio):
    return crear_caracterizacion(
        escuela=territorio.corlas,
        autor=ana.acompanante,
        estado=EstadoDeCaracterizacion.BORRADOR,
        hallazgos=(),
        borrador={"contexto": "A medias"},
    )


@pytest.fixture
def terminada(rosa, ana, territorio):
    return crear_caracterizacion(
        escuela=territorio.corlas,
        autor=ana.acompanante,
        matricula={"1": 12, "2": 3},
        aprendizajes={("1", "comunicacion"): (6, 4, 2), ("2", "comunicacion"): (3, 0, 0)},
        contexto="Se siembra papa.",
    )


@pytest.fixture
def ajena(beto):
    docente = beto.acompanante.asignaciones.get().docente
    return crear_caracterizacion(escuela=docente.escuela, autor=beto.acompanante)


def escribir(c, nombre="caracterizacion_escribir"):
    return reverse(nombre, args=[c.pk])


def lista(cliente, **consulta):
    return cliente.get(reverse("linea_de_base_list"), {"anio": 2026} | consulta)


# --- What is missing


def test_la_lista_dice_lo_que_falta_y_ofrece_hacerlo(rosa, ana, ajena, cliente_de):
    pagina = texto(lista(cliente_de(ana)))
    assert "0 <small>de 1</small>" in pagina
    assert "IE N.° 80274 Corlás" in pagina
    assert reverse("caracterizar", args=[rosa.docente.escuela.codigo]) in pagina
    assert f"{reverse('visita_nueva')}?docente={rosa.docente.pk}" in pagina
    assert "Después de la diagnóstica" in pagina
    assert "Sayapullo" not in pagina


def test_la_lista_dice_en_que_esta_cada_escuela_y_cada_docente(rosa, ana, terminada, cliente_de):
    visita = crear_visita(docente=rosa.docente, tipo="D", fecha="2026-04-15")
    cierre = crear_caracterizacion(
        escuela=terminada.escuela,
        autor=ana.acompanante,
        momento=Momento.CIERRE,
        estado=EstadoDeCaracterizacion.BORRADOR,
    )
    crear_necesidad(docente=rosa.docente, autor=ana.acompanante)
    respuesta = lista(cliente_de(ana))
    pagina = texto(respuesta)
    for direccion in (terminada.get_absolute_url(), escribir(cierre), visita.get_absolute_url()):
        assert f'href="{direccion}"' in pagina
    assert "1 priorizada" in pagina
    cobertura = respuesta.context["cobertura"]
    assert (cobertura.con_inicio, cobertura.con_cierre, cobertura.con_necesidades) == (1, 0, 1)


def test_el_anio_se_elige_y_uno_que_no_empieza_no_pide_nada(rosa, ana, terminada, cliente_de):
    assert lista(cliente_de(ana), anio=2025).context["cobertura"].con_inicio == 0
    pagina = texto(lista(cliente_de(ana), anio=2099))
    assert "Ese año aún no empieza" in pagina
    assert "Caracterizar" not in pagina


def test_sin_docentes_la_lista_dice_que_aparecera(ana, cliente_de):
    assert "Aún no tienes docentes asignados" in texto(lista(cliente_de(ana)))


# --- Writing


def test_caracterizar_abre_un_borrador_y_lo_continua(rosa, ana, cliente_de):
    url = reverse("caracterizar", args=[rosa.docente.escuela.codigo])
    cliente = cliente_de(ana)
    respuesta = cliente.post(url, {"anio": 2026, "momento": "inicio"})
    c = Caracterizacion.objects.get()
    assert respuesta.url == escribir(c)
    assert (c.anio, c.momento, c.autor, c.terminada) == (2026, "inicio", ana.acompanante, False)
    assert cliente.post(url, {"anio": 2026, "momento": "inicio"}).url == escribir(c)
    assert cliente.get(url).status_code == 405


def test_caracterizar_lo_que_no_toca_se_dice(rosa, ana, cliente_de):
    url = reverse("caracterizar", args=[rosa.docente.escuela.codigo])
    pagina = texto(cliente_de(ana).post(url, {"anio": 2026, "momento": "cierre"}, follow=True))
    assert "no tiene terminada la línea de base del inicio de 2026" in pagina


def test_el_borrador_guarda_lo_escrito_aunque_no_sirva_y_lo_dice(borrador, ana, cliente_de):
    datos = {
        "version": version_de(borrador),
        "matricula_1": "seis",
        "contexto": "Sigo mañana",
        "nombre_de_estudiante": "Juan",
    }
    respuesta = cliente_de(ana).post(escribir(borrador, "caracterizacion_guardar"), datos, follow=True)
    borrador.refresh_from_db()
    assert borrador.borrador == {"matricula_1": "seis", "contexto": "Sigo mañana"}
    pagina = texto(respuesta)
    assert "Borrador guardado" in pagina
    assert "«seis» no es una cantidad de estudiantes." in pagina
    assert 'value="seis"' in pagina


def test_un_guion_recibe_la_version_nueva_y_el_motivo_si_se_rechaza(borrador, ana, cliente_de):
    cliente, url = cliente_de(ana), escribir(borrador, "caracterizacion_guardar")
    vieja = version_de(borrador)
    respuesta = cliente.post(
        url, {"version": vieja, "contexto": "Uno"}, headers={"Accept": "application/json"}
    )
    borrador.refresh_from_db()
    assert respuesta.json()["version"] == version_de(borrador) != vieja
    respuesta = cliente.post(
        url, {"version": vieja, "contexto": "Dos"}, headers={"Accept": "application/json"}
    )
    assert respuesta.status_code == 409
    assert "otra persona" in respuesta.json()["motivo"]


def test_agregar_un_hallazgo_sin_guion_guarda_y_da_una_fila_mas(borrador, ana, cliente_de):
    datos = valores() | {"version": version_de(borrador), "agregar": "hallazgo"}
    respuesta = cliente_de(ana).post(escribir(borrador, "caracterizacion_guardar"), datos, follow=True)
    assert respuesta.context["form"].hallazgos == 5
    assert "hallazgo_4_texto" in texto(respuesta)


def test_terminar_publica_y_lleva_a_leerla(borrador, ana, rosa, cliente_de):
    datos = valores() | {"version": version_de(borrador)}
    respuesta = cliente_de(ana).post(escribir(borrador, "caracterizacion_terminar"), datos, follow=True)
    pagina = texto(respuesta)
    assert "Línea de base terminada." in pagina
    assert "fortaleza de clima" in pagina
    assert "12,5 km" in pagina
    assert cliente_de(rosa).get(borrador.get_absolute_url()).status_code == 200


def test_terminar_incompleta_dice_que_falta_guarda_lo_escrito_y_no_publica(borrador, ana, rosa, cliente_de):
    datos = valores(hallazgo_0_evidencia="") | {"version": version_de(borrador)}
    cliente = cliente_de(ana)
    respuesta = cliente.post(escribir(borrador, "caracterizacion_terminar"), datos)
    assert "Falta la evidencia." in texto(respuesta)
    borrador.refresh_from_db()
    assert (borrador.terminada, borrador.hallazgos.count()) == (False, 0)
    assert borrador.borrador["hallazgo_0_texto"] == "debilidad de tiempo"
    assert cliente_de(rosa).get(borrador.get_absolute_url()).status_code == 404
    datos = valores() | {"version": respuesta.context["version"]}
    assert cliente.post(escribir(borrador, "caracterizacion_terminar"), datos).status_code == 302


def test_terminar_sobre_lo_que_otra_persona_guardo_no_cambia_nada(borrador, ana, cliente_de):
    datos = valores() | {"version": "2026-01-01"}
    pagina = texto(cliente_de(ana).post(escribir(borrador, "caracterizacion_terminar"), datos))
    assert "Copia lo que falte" in pagina
    assert "debilidad de tiempo" in pagina
    borrador.refresh_from_db()
    assert (borrador.terminada, borrador.borrador) == (False, {"contexto": "A medias"})


def test_corregir_parte_de_lo_terminado_y_dice_cuando_se_termino(terminada, ana, rosa, cliente_de):
    cliente = cliente_de(ana)
    respuesta = cliente.get(escribir(terminada))
    assert "Terminada el 20/03/2026" in texto(respuesta)
    assert "Se siembra papa." in texto(respuesta)
    datos = {"version": version_de(terminada), "contexto": "Se siembra trigo."}
    cliente.post(escribir(terminada, "caracterizacion_guardar"), datos)
    assert "Se siembra papa." in texto(cliente_de(rosa).get(terminada.get_absolute_url()))
    assert "Seguir corrigiendo" in texto(cliente.get(terminada.get_absolute_url()))


def test_descartar_pregunta_y_deja_lo_terminado(terminada, ana, cliente_de):
    terminada.borrador = {"contexto": "A medias"}
    terminada.save()
    cliente, url = cliente_de(ana), escribir(terminada, "caracterizacion_descartar")
    assert "queda como estaba al terminarla" in texto(cliente.get(url))
    cliente.post(url)
    terminada.refresh_from_db()
    assert (terminada.terminada, terminada.borrador) == (True, {})


# --- Reading


def test_quien_acompana_lee_los_niveles_de_un_grado_pequeno_y_los_demas_no(
    request, terminada, ana, cliente_de
):
    assert "3 <span" in texto(cliente_de(ana).get(terminada.get_absolute_url()))
    for persona in ("rosa", "hugo", "fidel"):
        pagina = texto(cliente_de(request.getfixturevalue(persona)).get(terminada.get_absolute_url()))
        assert pagina.count("Sin niveles: son menos de 5 estudiantes") == 1, persona
        assert "Sin niveles: la resta mostraría los del grado pequeño" in pagina
        assert "3 <span" not in pagina
        assert "100\u00a0%" not in pagina
        assert "Corregir" not in pagina


def test_leerla_deja_constancia_para_cada_docente_de_la_escuela(terminada, rosa, fidel, cliente_de):
    colega = crear_docente(escuela=terminada.escuela)
    cliente_de(fidel).get(terminada.get_absolute_url())
    leidas = {(lectura.docente, lectura.clase, lectura.usuario) for lectura in Lectura.objects.all()}
    assert leidas == {(rosa.docente, "plan", fidel), (colega, "plan", fidel)}


def test_si_no_se_puede_registrar_la_lectura_no_se_muestra_nada(
    terminada, rosa, ana, cliente_de, monkeypatch
):
    def fallar(*args, **kwargs):
        raise RuntimeError("sin registro")

    monkeypatch.setattr("docentes.services.lecturas._anotar", fallar)
    cliente = cliente_de(ana)
    for url in (
        terminada.get_absolute_url(),
        escribir(terminada),
        escribir(terminada, "linea_de_base_avance"),
        reverse("linea_de_base_list"),
        reverse("necesidades", args=[rosa.docente.pk]),
    ):
        with pytest.raises(RuntimeError):
            cliente.get(url)


def test_la_comparacion_muestra_el_anio_o_dice_que_falta(terminada, ana, cliente_de):
    cliente, url = cliente_de(ana), escribir(terminada, "linea_de_base_avance")
    assert "Aún falta la medida del fin del año" in texto(cliente.get(url))
    cierre = crear_caracterizacion(
        escuela=terminada.escuela,
        autor=ana.acompanante,
        momento=Momento.CIERRE,
        hallazgos=[("pedagogica", "tiempo", "fortaleza")],
        aprendizajes={("1", "comunicacion"): (2, 5, 5), ("2", "comunicacion"): (1, 1, 1)},
    )
    pagina = texto(cliente.get(url))
    assert "Ahora es fortaleza" in pagina
    assert "1.º, fin del año" in pagina
    assert texto(cliente.get(escribir(cierre, "linea_de_base_avance"))).count("Ahora es fortaleza") == 1


def test_las_terminadas_se_listan_para_quien_las_lee(terminada, ajena, hugo, fidel, rosa, cliente_de):
    url = reverse("caracterizacion_list")

    def escuelas(usuario, **consulta):
        respuesta = cliente_de(usuario).get(url, {"anio": 2026} | consulta)
        return {c.escuela.nombre for c in respuesta.context["pagina"]}

    assert escuelas(hugo) == escuelas(rosa) == {"IE N.° 80274 Corlás"}
    assert escuelas(fidel) == {"IE N.° 80274 Corlás", "IE N.° 80311 Sayapullo"}
    assert escuelas(fidel, q="sayapullo") == {"IE N.° 80311 Sayapullo"}
    assert escuelas(fidel, q="nada") == escuelas(fidel, anio=2025) == set()


# --- Whose it is, and whose job


@pytest.mark.parametrize(
    "nombre",
    [
        "caracterizacion_detail",
        "caracterizacion_escribir",
        "caracterizacion_guardar",
        "caracterizacion_terminar",
        "caracterizacion_descartar",
        "linea_de_base_avance",
    ],
)
def test_la_de_una_escuela_ajena_no_existe(rosa, ana, ajena, cliente_de, nombre):
    metodo = "post" if nombre.endswith(("guardar", "terminar")) else "get"
    assert getattr(cliente_de(ana), metodo)(escribir(ajena, nombre)).status_code == 404


def test_caracterizar_una_escuela_ajena_no_existe(rosa, ana, ajena, cliente_de):
    url = reverse("caracterizar", args=[ajena.escuela.codigo])
    assert cliente_de(ana).post(url, {"anio": 2026}).status_code == 404


@pytest.mark.parametrize("persona", ["carmen", "elena", "ines", "admin"])
def test_ugel_y_region_no_leen_ninguna(request, terminada, rosa, cliente_de, persona):
    cliente = cliente_de(request.getfixturevalue(persona))
    for url in (
        terminada.get_absolute_url(),
        escribir(terminada, "linea_de_base_avance"),
        reverse("caracterizacion_list"),
        reverse("linea_de_base_list"),
        reverse("necesidades", args=[rosa.docente.pk]),
    ):
        assert cliente.get(url).status_code == 403


@pytest.mark.parametrize("persona", ["rosa", "hugo", "fidel"])
def test_quien_solo_lee_no_escribe(request, terminada, rosa, cliente_de, persona):
    cliente = cliente_de(request.getfixturevalue(persona))
    for nombre in ("caracterizacion_guardar", "caracterizacion_terminar", "caracterizacion_descartar"):
        assert cliente.post(escribir(terminada, nombre)).status_code == 403
    assert cliente.post(reverse("necesidades_guardar", args=[rosa.docente.pk])).status_code == 403


# --- The number of queries


def poblar(ana, cuantos):
    for _ in range(cuantos):
        docente = crear_asignacion(docente=crear_docente(), acompanante=ana.acompanante).docente
        crear_caracterizacion(escuela=docente.escuela, autor=ana.acompanante)
        crear_visita(docente=docente, tipo="D", fecha="2026-04-15")
        crear_necesidad(docente=docente, autor=ana.acompanante)


def test_las_listas_cuestan_lo_mismo_con_una_escuela_que_con_tres(ana, fidel, cliente_de):
    de_ana, de_fidel = cliente_de(ana), cliente_de(fidel)
    paginas = [(de_ana, reverse("linea_de_base_list")), (de_fidel, reverse("caracterizacion_list"))]
    poblar(ana, 1)
    con_una = [consultas(cliente, url, anio=2026) for cliente, url in paginas]
    poblar(ana, 2)
    assert [consultas(cliente, url, anio=2026) for cliente, url in paginas] == con_una
    assert max(con_una) <= 15


def test_una_linea_de_base_cuesta_lo_mismo_con_pocos_datos_que_con_muchos(terminada, ana, cliente_de):
    cliente = cliente_de(ana)
    crear_caracterizacion(escuela=terminada.escuela, autor=ana.acompanante, momento=Momento.CIERRE)
    paginas = [
        terminada.get_absolute_url(),
        escribir(terminada),
        escribir(terminada, "linea_de_base_avance"),
    ]
    pocas = [consultas(cliente, url) for url in paginas]
    muchos = {(g, a): (3, 2, 1) for g in "3456" for a in ("comunicacion", "matematica")}
    Caracterizacion.objects.filter(pk=terminada.pk).delete()
    grande = crear_caracterizacion(
        escuela=terminada.escuela,
        autor=ana.acompanante,
        aprendizajes=muchos,
        hallazgos=[("pedagogica", "clima", "debilidad")] * 12,
    )
    crear_docente(escuela=terminada.escuela)
    urls = [grande.get_absolute_url(), escribir(grande), escribir(grande, "linea_de_base_avance")]
    assert [consultas(cliente, url) for url in urls] == pocas
    assert max(pocas) <= 15
