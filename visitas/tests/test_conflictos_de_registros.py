"""Two devices write the same session, or the same school's baseline: its author chooses, field by field."""

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Lectura, MotivoDeFin
from visitas.models import Caracterizacion, EstadoDeRevision, ResolucionDeRegistro, RevisionDeRegistro

from .envios import enviar, resultados
from .envios_de_registros import contenido_de_base, de_base, de_sesion
from .fabricas_de_sesiones import crear_grupal, crear_grupo
from .test_campo_esquemas import validador

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
DIA = date(2026, 6, 5)


class Choque:
    """A record that arrived from one device (`cabeza`) and then, without having seen it, from another (`rama`)."""

    def __init__(self, cliente, hacer, *, servidor, mia):
        self.cliente, self.hacer = cliente, hacer
        primera = self.enviar("creada")
        self.cabeza = self.enviar("enmendada", base=primera.pk, **servidor)
        self.rama = self.enviar("conflicto", base=primera.pk, **mia)
        self.url = reverse("conflicto", args=[self.rama.pk])

    def enviar(self, estado, base=None, **cambios):
        enviada = self.hacer(base=base and str(base), **cambios)
        dicho = resultados(enviar(self.cliente, enviada))[enviada["revision"]]
        assert dicho["estado"] == estado, dicho
        return RevisionDeRegistro.objects.get(pk=enviada["revision"])

    def form(self):
        return self.cliente.get(self.url).context["form"]

    def elegir(self, cabeza=None, accion="elegir", **elegidas):
        datos = {"cabeza": str((cabeza or self.cabeza).pk), "accion": accion}
        return self.cliente.post(self.url, datos | {f"elige_{c}": v for c, v in elegidas.items()})

    @property
    def vale(self):
        return RevisionDeRegistro.objects.get(pk=self.rama.pk).cabeza

    def recibo(self):
        pedido = json.dumps({"revisiones": [str(self.rama.pk)]})
        respuesta = self.cliente.post(reverse("campo_recibos"), pedido, content_type="application/json")
        return respuesta.json()["recibos"][0]["rama"]


@pytest.fixture
def cliente(cliente_de, ana):
    return cliente_de(ana)


@pytest.fixture
def grupo(ana, rosa):
    return [rosa.docente, *crear_grupo(ana.acompanante, 1)]


@pytest.fixture
def sesion(ana, grupo):
    return crear_grupal(acompanante=ana.acompanante, invitados=grupo, fecha=DIA)


@pytest.fixture
def de_una_sesion(cliente, sesion, grupo):
    rosa, otra = grupo
    ids = {"rosa": str(rosa.pk), "otra": str(otra.pk)}

    def lista(**vino):
        return [{"docente": d, "asistio": v} for d, v in sorted((ids[q], v) for q, v in vino.items())]

    return Choque(
        cliente,
        lambda **cambios: de_sesion(sesion, grupo, **cambios),
        servidor={"desarrollo": "Del servidor.", "asistencia": lista(rosa=True, otra=False)},
        mia={
            "desarrollo": "De mi equipo.",
            "acuerdos": "Solo míos.",
            "asistencia": lista(rosa=False, otra=True),
        },
    )


@pytest.fixture
def de_una_base(cliente, rosa):
    escuela = rosa.docente.escuela
    base = contenido_de_base(escuela)
    registro = nuevo_id()
    extra = [
        {"dimension": "clima", "signo": "fortaleza", "prioridad": 2, "texto": texto, "evidencia": "Lo vi."}
        for texto in ("Se escuchan.", "Se turnan.")
    ]
    return Choque(
        cliente,
        lambda **cambios: de_base(escuela, registro=registro, **cambios),
        servidor={
            "contexto": "Del servidor.",
            "hallazgos": [*base["hallazgos"], extra[0]],
            "minutos_de_viaje": 80,
        },
        mia={
            "contexto": "De mi equipo.",
            "hallazgos": [*base["hallazgos"], extra[1]],
            "grados": [{"grado": "1", "matricula": 7, "aula": "1"}, base["grados"][1]],
            "servicios": ["agua"],
        },
    )


def test_una_sesion_se_compara_en_las_palabras_de_su_formulario_y_queda_anotada(de_una_sesion, rosa, grupo):
    respuesta = de_una_sesion.cliente.get(de_una_sesion.url)

    form, texto = respuesta.context["form"], respuesta.content.decode()
    assert [(d.campo.clave, d.campo.titulo) for d in form.diferencias] == [
        ("asistieron", "Quiénes asistieron"),
        ("desarrollo", "Qué se hizo"),
        ("acuerdos", "Acuerdos"),
    ]
    assert f"Asistieron: {rosa.docente.nombre_completo}." in texto
    assert form["elige_acuerdos"].value() == "mia"
    assert "Quién puede ver esto" in texto
    assert Lectura.objects.filter(docente=rosa.docente, pagina=de_una_sesion.url).exists()


def test_quienes_asistieron_van_en_orden_alfabetico(de_una_sesion, rosa, grupo):
    for docente, nombres in zip(grupo, ("Óscar", "Zoila"), strict=True):
        docente.nombres = nombres
        docente.save()

    ambas = de_una_sesion.form().diferencias[0]

    dicho = ambas.campo.decir(ambas.ambas)
    assert dicho.index("Óscar") < dicho.index("Zoila")


def test_elegir_en_una_sesion_hace_una_revision_sobre_la_cabeza_y_cierra_la_rama(de_una_sesion, sesion, ana):
    respuesta = de_una_sesion.elegir(asistieron="ambas", desarrollo="ambas", acuerdos="mia")

    assert respuesta.url == reverse("sesion_detail", args=[sesion.pk])
    vale = de_una_sesion.vale
    assert (vale.base, vale.estado) == (de_una_sesion.cabeza, EstadoDeRevision.ACEPTADA)
    sesion.refresh_from_db()
    assert sesion.acuerdos == "Solo míos."
    assert sesion.desarrollo.splitlines()[1::3] == ["Del servidor.", "De mi equipo."]
    assert [a.asistio for a in sesion.asistencias.all()] == [True, True]
    resolucion = ResolucionDeRegistro.objects.get()
    assert (resolucion.rama, resolucion.resultado, resolucion.por) == (de_una_sesion.rama, vale, ana)
    assert resolucion.elegido == {"asistieron": "ambas", "desarrollo": "ambas", "acuerdos": "mia"}
    assert de_una_sesion.cliente.get(reverse("conflicto_list")).context["ramas"] == []
    assert de_una_sesion.elegir(accion="servidor").url == respuesta.url


def test_una_base_se_compara_por_grado_por_area_y_su_inventario_se_junta(de_una_base):
    form = de_una_base.form()
    assert [d.campo.clave for d in form.diferencias] == [
        "grado_1", "servicios", "contexto", "minutos_de_viaje", "hallazgos",
    ]  # fmt: skip

    de_una_base.elegir(
        grado_1="mia", servicios="mia", contexto="servidor", minutos_de_viaje="servidor", hallazgos="ambas"
    )

    base = Caracterizacion.objects.get()
    assert (base.matricula, base.servicios, base.contexto) == ({"1": 7, "2": 5}, ["agua"], "Del servidor.")
    assert base.minutos_de_viaje == 80
    assert [h.texto for h in base.hallazgos.all()][-2:] == ["Se escuchan.", "Se turnan."]
    assert de_una_base.vale.base == de_una_base.cabeza


@pytest.mark.parametrize("cual", ["de_una_sesion", "de_una_base"])
def test_quedarse_con_la_del_servidor_cierra_la_rama_y_el_equipo_lo_sabe(request, cual):
    choque = request.getfixturevalue(cual)
    assert choque.recibo()["resuelta_en"] is None

    choque.elegir(accion="servidor")

    assert choque.vale == choque.cabeza
    assert RevisionDeRegistro.objects.count() == 3
    rama = choque.recibo()
    assert rama["resuelta_en"]
    assert rama["cabeza"]["revision"] == str(choque.cabeza.pk)


@pytest.mark.parametrize("cual", ["de_una_sesion", "de_una_base"])
def test_el_equipo_trae_la_que_vale_por_lo_que_escribio_y_nadie_mas(request, cual, cliente_de, beto, rosa):
    choque = request.getfixturevalue(cual)
    ruta = reverse("campo_cabeza", args=[choque.rama.pk])
    Lectura.objects.all().delete()

    traida = choque.cliente.get(ruta).json()

    validador(choque.cliente, "cabeza-1").validate(traida)
    assert (traida["revision"], traida["hash"]) == (str(choque.cabeza.pk), choque.cabeza.huella)
    assert (traida["formulario"], traida["contenido"]) == (choque.rama.formulario, choque.cabeza.contenido)
    assert Lectura.objects.filter(docente=rosa.docente, pagina=ruta).exists()
    assert cliente_de(beto).get(ruta).status_code == 404
    assert cliente_de(rosa).get(ruta).status_code == 403


@pytest.mark.parametrize("cual", ["de_una_sesion", "de_una_base"])
def test_solo_su_autora_ve_las_dos(request, cual, cliente_de, beto, rosa):
    choque = request.getfixturevalue(cual)

    assert [r.pk for r in choque.cliente.get(reverse("conflicto_list")).context["ramas"]] == [choque.rama.pk]
    assert "1 registro con dos versiones." in choque.cliente.get(reverse("visita_list")).content.decode()
    assert cliente_de(beto).get(choque.url).status_code == 404
    assert cliente_de(beto).get(reverse("conflicto_list")).context["ramas"] == []
    assert cliente_de(rosa).get(choque.url).status_code == 403


def test_si_la_cabeza_cambia_mientras_se_elige_se_muestra_otra_vez_y_no_se_guarda(de_una_sesion):
    nueva = de_una_sesion.enviar("enmendada", base=de_una_sesion.cabeza.pk, desarrollo="Otra más.")

    respuesta = de_una_sesion.elegir(asistieron="mia", desarrollo="mia", acuerdos="mia")

    texto = respuesta.content.decode()
    assert "El registro cambió mientras elegías." in texto
    assert "Otra más." in texto
    assert not ResolucionDeRegistro.objects.exists()
    de_una_sesion.elegir(cabeza=nueva, asistieron="mia", desarrollo="mia", acuerdos="mia")
    assert de_una_sesion.vale.contenido["desarrollo"] == "De mi equipo."


def test_una_cabeza_que_cambia_entre_leer_y_guardar_no_hace_otra_rama(de_una_sesion, monkeypatch):
    from visitas.views import conflicto as vista

    juntar = vista.juntar

    def alguien_corrige(*argumentos):
        de_una_sesion.enviar("enmendada", base=de_una_sesion.cabeza.pk, desarrollo="Otra más.")
        return juntar(*argumentos)

    monkeypatch.setattr(vista, "juntar", alguien_corrige)
    respuesta = de_una_sesion.elegir(asistieron="mia", desarrollo="mia", acuerdos="mia")

    assert respuesta.url == de_una_sesion.url
    assert RevisionDeRegistro.objects.ramas().count() == 1
    assert de_una_sesion.vale.contenido["desarrollo"] == "Otra más."


def test_lo_que_el_formulario_no_acepta_se_dice_en_su_campo_y_no_se_pierde_nada(cliente, rosa):
    escuela = rosa.docente.escuela
    choque = Choque(
        cliente,
        lambda **cambios: de_base(escuela, **cambios),
        servidor={"aprendizajes": [_comunicacion(5)]},
        mia={"grados": [{"grado": "1", "matricula": 2, "aula": "1"}], "contexto": "Texto mío."},
    )

    respuesta = choque.elegir(
        grado_1="mia", grado_2="servidor", contexto="mia", aprendizaje_comunicacion="servidor"
    )

    form = respuesta.context["form"]
    assert list(form.errors) == ["elige_aprendizaje_comunicacion"]
    assert form["elige_contexto"].value() == "mia"
    assert choque.vale == choque.cabeza
    assert not ResolucionDeRegistro.objects.exists()


def _comunicacion(en_inicio):
    fila = {"grado": "1", "inicio": en_inicio, "proceso": 1, "satisfactorio": 0}
    return {"area": "comunicacion", "fuente": "Prueba de entrada", "grados": [fila]}


CLAVES = ("grados", "lenguas", "servicios", "hallazgos", "aprendizajes", "minutos_de_viaje", "medio")


@pytest.mark.parametrize("clave", CLAVES)
def test_una_base_con_otra_forma_se_muestra_sin_fallar(cliente, rosa, clave):
    escuela = rosa.docente.escuela
    rara = [7, {"x": []}, {"grado": "1", "matricula": []}, {"area": "comunicacion", "grados": [3, {}]}]
    choque = Choque(
        cliente,
        lambda **cambios: de_base(escuela, **cambios),
        servidor={"contexto": "Del servidor."},
        mia={clave: rara},
    )

    assert cliente.get(choque.url).status_code == 200
    choque.elegir(accion="servidor")
    assert ResolucionDeRegistro.objects.exists()


def test_de_una_escuela_que_ya_no_acompana_no_se_muestra_nada_y_queda_la_del_servidor(de_una_base, ana):
    ayer = timezone.localdate() - timedelta(days=1)
    for asignacion in ana.acompanante.asignaciones.all():
        asignacion.hasta, asignacion.motivo_fin = ayer, MotivoDeFin.LICENCIA
        asignacion.save()

    texto = de_una_base.cliente.get(de_una_base.url).content.decode()
    assert "Ya no acompañas a docentes de esta escuela" in texto
    assert "Del servidor." not in texto
    assert de_una_base.cliente.get(reverse("campo_cabeza", args=[de_una_base.rama.pk])).status_code == 404
    assert de_una_base.elegir(accion="servidor").url == reverse("conflicto_list")
    assert ResolucionDeRegistro.objects.get().resultado == de_una_base.cabeza


def test_de_quien_ya_no_acompana_se_dice_cuantos_y_no_el_nombre(de_una_sesion, rosa):
    ayer = timezone.localdate() - timedelta(days=1)
    rosa.docente.asignaciones.update(hasta=ayer, motivo_fin=MotivoDeFin.LICENCIA)

    texto = de_una_sesion.cliente.get(de_una_sesion.url).content.decode()

    assert "1 docente que ya no acompañas" in texto
    assert rosa.docente.nombre_completo not in texto
