"""A group session that was not planned, by the devices' door: its plan and what was done, once, under the device's id."""

import json

import pytest
from django.urls import reverse

from docentes.models import Asignacion, MotivoDeFin
from docentes.tests.fabricas import crear_docente
from escuelas.tests.fabricas import crear_escuela
from visitas.models import Cuarentena, Instrumento, RevisionDeRegistro, SesionGrupal

from .del_campo import DIA
from .envios import enviar, resultados, revision
from .envios_de_registros import de_nueva, de_sesion, dicho
from .fabricas_de_sesiones import crear_grupal, crear_grupo
from .test_campo_esquemas import validador

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]


@pytest.fixture
def otra(ana, rosa):
    return crear_grupo(ana.acompanante, 1)[0]


@pytest.fixture
def nueva(rosa, otra):
    """Both were called, one came."""
    return de_nueva([rosa.docente, otra], [rosa.docente], [otra])


def test_una_sesion_sin_plan_queda_creada_y_registrada_con_el_id_del_equipo(equipo, nueva, rosa, otra, ana):
    respuesta = dicho(equipo, nueva)

    sesion, guardada = SesionGrupal.objects.get(), RevisionDeRegistro.objects.get()
    assert (respuesta["estado"], respuesta["hash"], respuesta["recibo"]) == (
        "creada",
        nueva["hash"],
        str(guardada.recibo),
    )
    assert (str(sesion.pk), sesion.acompanante, sesion.estado) == (
        nueva["visita"],
        ana.acompanante,
        "realizada",
    )
    assert (sesion.tipo, sesion.tema, sesion.lugar, sesion.escuela) == (
        "microtaller",
        "Lectura en voz alta",
        "Local comunal",
        None,
    )
    assert (sesion.fecha, sesion.fecha_original, sesion.minutos, sesion.anio) == (DIA, DIA, 210, 2026)
    assert [c.numero for c in sesion.competencias.all()] == [2, 4]
    assert {a.docente: a.asistio for a in sesion.asistencias.all()} == {rosa.docente: True, otra: False}
    assert (guardada.formulario, guardada.contenido) == ("sesion_nueva", nueva["contenido"])


def test_sus_paginas_la_leen_como_cualquier_otra_y_las_de_otra_persona_no(
    equipo, cliente_de, beto, rosa, nueva, otra
):
    dicho(equipo, nueva)
    url = reverse("sesion_detail", args=[nueva["visita"]])

    texto = equipo.get(url).content.decode()
    assert "Lectura en voz alta" in texto
    assert "Compartieron rutinas de inicio." in texto
    assert "Probar una rutina." in cliente_de(rosa).get(url).content.decode()
    assert cliente_de(beto).get(url).status_code == 404


def test_quien_no_acompana_no_puede_enviarla(cliente_de, rosa, nueva):
    respuesta = enviar(cliente_de(rosa), nueva)

    assert respuesta.status_code == 403
    assert SesionGrupal.objects.count() == 0


def test_reenviarla_no_la_dobla_ni_dentro_del_mismo_envio(equipo, nueva):
    estados = [dicho(equipo, nueva)["estado"] for _ in range(2)]
    enviar(equipo, nueva, nueva)

    assert estados == ["creada", "duplicada"]
    assert (SesionGrupal.objects.count(), RevisionDeRegistro.objects.count()) == (1, 1)


def test_el_mismo_id_con_otras_palabras_es_un_conflicto_que_guarda_las_dos(equipo, nueva, rosa, ana):
    dicho(equipo, nueva)
    distinta = de_nueva([rosa.docente], [rosa.docente], sesion=nueva["visita"], tema="Otro tema")

    respuesta = dicho(equipo, distinta)

    assert (respuesta["estado"], respuesta["codigo"]) == ("conflicto", "BASE_ANTIGUA")
    assert SesionGrupal.objects.get().tema == "Lectura en voz alta"
    assert RevisionDeRegistro.objects.visibles_para(ana).ramas().get().contenido["tema"] == "Otro tema"


def test_corregirla_antes_de_saber_que_llego_cambia_tambien_su_plan(equipo, nueva, rosa, otra):
    suya = rosa.docente.escuela
    segunda = de_nueva(
        [otra],
        [otra],
        [rosa.docente],
        sesion=nueva["visita"],
        base=nueva["revision"],
        tema="Leer y conversar",
        tipo="taller",
        escuela=suya.codigo,
        competencias=[1],
        fin="12:00",
        secuencia=2,
    )

    dichas = resultados(enviar(equipo, nueva, segunda))

    assert [d["estado"] for d in dichas.values()] == ["creada", "enmendada"]
    sesion = SesionGrupal.objects.get()
    assert (sesion.tema, sesion.tipo, sesion.escuela, sesion.minutos) == (
        "Leer y conversar",
        "taller",
        suya,
        240,
    )
    assert [c.numero for c in sesion.competencias.all()] == [1]
    assert {a.docente: a.asistio for a in sesion.asistencias.all()} == {otra: True}


def test_despues_se_corrige_como_una_planeada_en_el_equipo_y_en_la_pagina(equipo, nueva, rosa):
    dicho(equipo, nueva)
    sesion = SesionGrupal.objects.get()
    corregida = de_sesion(sesion, [rosa.docente], base=nueva["revision"], acuerdos="Del equipo.")
    assert dicho(equipo, corregida)["estado"] == "enmendada"

    en_pagina = {
        "fecha": "2026-06-05", "inicio": "08:00", "fin": "11:00", "asistieron": [str(rosa.docente.pk)],
        "desarrollo": "En la página.", "acuerdos": "", "base": corregida["revision"],
    }  # fmt: skip
    assert equipo.post(reverse("sesion_registrar", args=[sesion.pk]), en_pagina).status_code == 302
    vieja = dicho(equipo, de_sesion(sesion, [rosa.docente], base=corregida["revision"]))

    assert (vieja["estado"], vieja["codigo"]) == ("conflicto", "BASE_ANTIGUA")
    formularios = [r.formulario for r in sesion.revisiones.aceptadas().order_by("numero")]
    assert formularios == ["sesion_nueva", "sesion_grupal", "sesion_grupal"]


def test_una_correccion_que_llega_sin_la_primera_la_pide(equipo, nueva, rosa):
    sesion = SesionGrupal(pk=nueva["visita"], fecha=DIA)
    sueltas = [
        de_sesion(sesion, [rosa.docente], base=nueva["revision"]),
        de_nueva([rosa.docente], [rosa.docente], sesion=nueva["visita"], base=nueva["revision"]),
    ]

    assert [dicho(equipo, s)["estado"] for s in sueltas] == ["falta_base"] * 2
    assert (SesionGrupal.objects.count(), Cuarentena.objects.count()) == (0, 0)


def test_rechazada_se_corrige_en_su_lugar(equipo, rosa):
    mala = de_nueva([rosa.docente], [rosa.docente], fecha="2026-01-15")
    respuesta = dicho(equipo, mala)
    assert (respuesta["estado"], respuesta["errores"][0]["codigo"]) == ("rechazada", "FUERA_DEL_ANIO")
    assert SesionGrupal.objects.count() == 0

    buena = de_nueva([rosa.docente], [rosa.docente], sesion=mala["visita"])

    assert dicho(equipo, buena)["estado"] == "creada"


def test_con_el_id_de_la_sesion_de_otra_persona_espera_a_la_coordinacion(equipo, beto, rosa):
    ajena = crear_grupal(acompanante=beto.acompanante, fecha=DIA)
    enviada = de_nueva([rosa.docente], [rosa.docente], sesion=ajena.pk)

    assert [dicho(equipo, enviada)["estado"] for _ in range(2)] == ["sin_asignacion"] * 2

    guardada = Cuarentena.objects.get()
    assert (guardada.formulario, json.loads(guardada.texto)) == ("sesion_nueva", enviada["contenido"])
    ajena.refresh_from_db()
    assert (ajena.estado, ajena.tema) == ("programada", "Tiempo de aprendizaje")


def test_el_plan_de_una_sesion_programada_no_se_cambia_desde_el_campo(equipo, ana, rosa):
    sesion = crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente], fecha=DIA)

    respuesta = dicho(equipo, de_nueva([rosa.docente], [rosa.docente], sesion=sesion.pk))

    assert (respuesta["estado"], respuesta["errores"][0]["campo"]) == ("rechazada", "sesion")
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.tema) == ("programada", "Tiempo de aprendizaje")


def test_quien_cambio_de_acompanante_mientras_tanto_cuenta_si_lo_acompanaba_ese_dia(equipo, rosa, otra):
    Asignacion.objects.filter(docente=otra).update(hasta=DIA, motivo_fin=MotivoDeFin.RENUNCIA)

    assert dicho(equipo, de_nueva([rosa.docente, otra], [otra], [rosa.docente]))["estado"] == "creada"
    assert SesionGrupal.objects.get().asistencias.get(docente=otra).asistio is True


def test_quien_vino_sin_invitacion_queda_invitado(equipo, rosa, otra):
    dicho(equipo, de_nueva([rosa.docente], [rosa.docente, otra]))

    assert SesionGrupal.objects.get().asistencias.filter(asistio=True).count() == 2


def test_las_competencias_de_un_instrumento_que_ya_no_rige_se_aceptan(equipo, rosa):
    enviada = de_nueva([rosa.docente], [rosa.docente])
    Instrumento.objects.update(vigente=False)

    assert dicho(equipo, enviada)["estado"] == "creada"
    assert SesionGrupal.objects.get().competencias.count() == 2


MALOS = [
    ({"tipo": "fiesta"}, "tipo", "INVALID_CHOICE"),
    ({"tipo": ""}, "tipo", "REQUIRED"),
    ({"tema": " "}, "tema", "REQUIRED"),
    ({"tema": "x" * 161}, "tema", "MAX_LENGTH"),
    ({"lugar": ""}, "lugar", "REQUIRED"),
    ({"escuela": "9999999-0"}, "escuela", "INVALID_CHOICE"),
    ({"escuela": "\x00"}, "escuela", "INVALID_CHOICE"),
    ({"escuela": 7}, "", "ESTRUCTURA"),
    ({"competencias": [2, 99]}, "competencias", "INVALID_CHOICE"),
    ({"competencias": [4, 2]}, "", "ESTRUCTURA"),
    ({"competencias": [2, 2**53 - 1]}, "", "ESTRUCTURA"),
    ({"competencias": "todas"}, "", "ESTRUCTURA"),
    ({"instrumento": {"codigo": "otro", "version": 2**53 - 1}}, "competencias", "INVALID_CHOICE"),
    ({"instrumento": 3}, "competencias", "INVALID_CHOICE"),
    ({"invitados": []}, "docentes", "REQUIRED"),
    ({"invitados": ["no es un id"]}, "docentes", "INVALID"),
    ({"invitados": {"todos": True}}, "docentes", "REQUIRED"),
    ({"asistencia": []}, "asistieron", "REQUIRED"),
    ({"fecha": "2099-06-05"}, "fecha", "FECHA_FUTURA"),
    ({"fecha": "2026-01-15"}, "fecha", "FUERA_DEL_ANIO"),
    ({"fecha": "2001-06-05"}, "fecha", "ANIO_DESCONOCIDO"),
    ({"fin": ""}, "fin", "REQUIRED"),
    ({"fin": "07:00"}, "fin", "HORAS"),
    ({"desarrollo": ""}, "desarrollo", "REQUIRED"),
    ({"estudiantes": ["Juan"]}, "", "ESTRUCTURA"),
]


@pytest.mark.parametrize(("cambios", "campo", "codigo"), MALOS)
def test_con_un_dato_malo_dice_cual_y_no_deja_nada(equipo, rosa, cambios, campo, codigo):
    respuesta = dicho(equipo, de_nueva([rosa.docente], [rosa.docente], **cambios))

    assert respuesta["estado"] == "rechazada", respuesta
    assert (campo, codigo) in [(e["campo"], e["codigo"]) for e in respuesta["errores"]]
    assert (SesionGrupal.objects.count(), RevisionDeRegistro.objects.count()) == (0, 0)


@pytest.mark.parametrize("sesion", [None, "01930d3c-0000-7000-8000-000000000001", ["x"]])
def test_la_que_no_dice_que_sesion_es_se_rechaza(equipo, rosa, sesion):
    enviada = de_nueva([rosa.docente], [rosa.docente])
    cambiada = revision(enviada["contenido"] | {"sesion": sesion}, formulario="sesion_nueva")

    respuesta = dicho(equipo, cambiada)

    assert (respuesta["estado"], respuesta["errores"][0]["campo"]) == ("rechazada", "sesion")


def test_invitar_a_quien_nunca_acompano_o_a_una_escuela_ajena_se_rechaza(equipo, rosa):
    ajena = dicho(equipo, de_nueva([crear_docente()], [rosa.docente]))
    otra_escuela = dicho(equipo, de_nueva([rosa.docente], [rosa.docente], escuela=crear_escuela().codigo))

    assert [r["errores"][0]["campo"] for r in (ajena, otra_escuela)] == ["docentes", "escuela"]
    assert SesionGrupal.objects.count() == 0


def test_la_mala_no_estorba_a_las_demas_del_envio(equipo, rosa, nueva):
    mala = de_nueva([rosa.docente], [rosa.docente], tema="")

    dichas = resultados(enviar(equipo, mala, nueva))

    assert [d["estado"] for d in dichas.values()] == ["rechazada", "creada"]


def test_su_contenido_cumple_el_esquema_publicado_y_uno_cambiado_no(client, nueva):
    esquema, contenido = validador(client, "sesion_nueva-1"), nueva["contenido"]

    esquema.validate(contenido)
    for cambio in (
        {"tipo": "fiesta"},
        {"escuela": "Corlás"},
        {"competencias": ["2"]},
        {"invitados": []},
        {"instrumento": {"codigo": "x"}},
        {"estudiantes": []},
    ):
        assert not esquema.is_valid(contenido | cambio)


# --- Two versions of it


def _chocar(equipo, nueva, rosa, **mia):
    """The device's correction `mia` arrives on the first version, which another device had already corrected."""
    sobre = {"sesion": nueva["visita"], "base": nueva["revision"]}
    otra, rama = (
        de_nueva([rosa.docente], [rosa.docente], **sobre, **cambios)
        for cambios in ({"tema": "De la tableta", "competencias": [1]}, mia)
    )
    estados = [dicho(equipo, r)["estado"] for r in (nueva, otra, rama)]
    assert estados == ["creada", "enmendada", "conflicto"]
    return reverse("conflicto", args=[rama["revision"]])


def test_tambien_su_plan_se_compara_y_se_elige_campo_por_campo(equipo, nueva, rosa):
    url = _chocar(equipo, nueva, rosa, tema="De la laptop", tipo="gia", competencias=[2])

    pagina = equipo.get(url)
    form = pagina.context["form"]
    assert [d.campo.clave for d in form.diferencias] == ["tipo", "tema", "competencias"]
    assert "Grupo de interaprendizaje" in pagina.content.decode()
    eleccion = {"elige_tipo": "mia", "elige_tema": "servidor", "elige_competencias": "mia"}
    respuesta = equipo.post(url, {"cabeza": str(pagina.context["cabeza"].pk)} | eleccion)

    assert respuesta.status_code == 302
    sesion = SesionGrupal.objects.get()
    assert (sesion.tipo, sesion.tema) == ("gia", "De la tableta")
    assert [c.numero for c in sesion.competencias.all()] == [2]


@pytest.mark.parametrize(
    "clave", ["competencias", "invitados", "asistencia", "tipo", "escuela", "instrumento"]
)
def test_una_version_con_otra_forma_se_muestra_sin_fallar(equipo, nueva, rosa, clave):
    url = _chocar(equipo, nueva, rosa, **{clave: [7, {"x": []}, None, "9"]})

    assert equipo.get(url).status_code == 200
