"""Two devices amend the same visit: nothing is overwritten, and its author chooses, field by field."""

import json
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from docentes.models import Lectura, MotivoDeFin
from docentes.tests.fabricas import crear_asignacion
from visitas.models import EstadoDeRevision, ResolucionDeConflicto, Revision, Visita
from visitas.services import resolver_conflicto
from visitas.services.revision import Estado

from .envios import enviar, resultados, revision
from .fabricas import contenido_de_visita, entregar, nivel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]


class Choque:
    """Ana's visit to Rosa, amended on two devices: `cabeza` is the one that arrived first, `rama` the other."""

    def __init__(self, autor, docente, *, servidor, mia, **comun):
        self.autor = autor
        self.contenido = contenido_de_visita(docente=docente, **comun)
        self.primera = self.entregar(self.contenido)
        self.visita_id = self.primera.revision.visita_id
        self.cabeza = self.corregir(servidor).revision
        self.rama = self.corregir(mia).revision
        self.url = reverse("conflicto", args=[self.rama.pk])

    def entregar(self, contenido, **cambios):
        return entregar(autor=self.autor, contenido=contenido, **cambios)

    def corregir(self, cambio, base=None):
        return self.entregar(
            self.contenido | cambio, visita_id=self.visita_id, base_id=(base or self.primera.revision).pk
        )

    def elegir(self, cliente, cabeza=None, accion="elegir", **elegidas):
        datos = {"cabeza": str((cabeza or self.cabeza).pk), "accion": accion}
        return cliente.post(self.url, datos | {f"elige_{c}": v for c, v in elegidas.items()})

    @property
    def vale(self) -> dict:
        return json.loads(Visita.objects.get(pk=self.visita_id).cabeza.contenido.texto)


@pytest.fixture
def choque(ana, rosa):
    return Choque(
        ana,
        rosa.docente,
        servidor={"analisis": "Del servidor.", "fin": "13:00"},
        mia={"analisis": "De mi equipo.", "seccion": "B"},
    )


@pytest.fixture
def cliente(cliente_de, ana):
    return cliente_de(ana)


def test_la_pagina_dice_las_dos_versiones_solo_donde_difieren_y_anota_la_lectura(choque, cliente, rosa):
    texto = cliente.get(choque.url).content.decode()

    assert "Del servidor." in texto
    assert "De mi equipo." in texto
    assert [d.campo.clave for d in cliente.get(choque.url).context["form"].diferencias] == [
        "fin",
        "seccion",
        "analisis",
    ]
    assert "datos iguales en las dos" in texto
    assert Lectura.objects.filter(docente=rosa.docente, pagina=choque.url).exists()


def test_lo_que_cambio_en_un_solo_lado_viene_marcado_y_lo_que_cambio_en_los_dos_no(choque, cliente):
    form = cliente.get(choque.url).context["form"]

    assert {c: form[f"elige_{c}"].value() for c in ("fin", "seccion", "analisis")} == {
        "fin": "servidor",
        "seccion": "mia",
        "analisis": None,
    }


def test_elegir_campo_a_campo_hace_una_revision_nueva_sobre_la_cabeza_y_cierra_la_rama(choque, cliente, ana):
    respuesta = choque.elegir(cliente, fin="servidor", seccion="mia", analisis="mia")

    assert respuesta.url == reverse("visita_detail", args=[choque.visita_id])
    assert (choque.vale["fin"], choque.vale["seccion"], choque.vale["analisis"]) == (
        "13:00",
        "B",
        "De mi equipo.",
    )
    visita = Visita.objects.select_related("cabeza").get(pk=choque.visita_id)
    assert (visita.cabeza.base, visita.cabeza.estado) == (choque.cabeza, EstadoDeRevision.ACEPTADA)
    assert visita.minutos == 300
    resolucion = ResolucionDeConflicto.objects.get()
    assert (resolucion.rama, resolucion.resultado, resolucion.por) == (choque.rama, visita.cabeza, ana)
    assert resolucion.elegido == {"fin": "servidor", "seccion": "mia", "analisis": "mia"}
    assert Revision.objects.count() == 4


def test_conservar_ambas_junta_los_textos_y_dice_de_quien_es_cada_uno(choque, cliente):
    choque.elegir(cliente, fin="mia", seccion="servidor", analisis="ambas")

    lineas = choque.vale["analisis"].splitlines()
    assert lineas[0].startswith("En el servidor (")
    assert lineas[1] == "Del servidor."
    assert lineas[3].startswith("En mi equipo (")
    assert lineas[4] == "De mi equipo."
    assert choque.vale["fin"] == "12:30"


def test_donde_cambio_un_solo_lado_no_hay_nada_que_conservar_del_otro(ana, rosa, cliente):
    choque = Choque(ana, rosa.docente, servidor={"fin": "13:00"}, mia={"analisis": "Otro análisis."})

    form = cliente.get(choque.url).context["form"]

    assert [cual for cual, _ in form.fields["elige_analisis"].choices] == ["servidor", "mia"]


def test_quedarse_con_la_del_servidor_no_hace_otra_revision(choque, cliente):
    choque.elegir(cliente, accion="servidor")

    assert Visita.objects.get(pk=choque.visita_id).cabeza == choque.cabeza
    assert ResolucionDeConflicto.objects.get().resultado == choque.cabeza
    assert Revision.objects.count() == 3
    assert cliente.get(reverse("conflicto_list")).context["ramas"] == []


def test_sin_elegir_un_campo_no_se_guarda_y_lo_marcado_sigue_marcado(choque, cliente):
    respuesta = choque.elegir(cliente, fin="servidor", seccion="mia")

    form = respuesta.context["form"]
    assert form.errors == {"elige_analisis": ["Elige cuál vale."]}
    assert form["elige_seccion"].value() == "mia"
    assert not ResolucionDeConflicto.objects.exists()


def test_lo_que_el_formulario_no_acepta_se_dice_en_su_campo_y_no_se_pierde_nada(ana, rosa, cliente):
    choque = Choque(
        ana,
        rosa.docente,
        servidor={"inicio": "08:04"},
        mia={"fin": "08:04", "analisis": "Texto mío."},
        cuaderno=[{"hora": "08:04", "texto": "Entran al aula."}],
    )

    respuesta = choque.elegir(cliente, inicio="servidor", fin="mia", analisis="mia")

    form = respuesta.context["form"]
    assert list(form.errors) == ["elige_fin"]
    assert form["elige_analisis"].value() == "mia"
    assert Visita.objects.get(pk=choque.visita_id).cabeza == choque.cabeza
    assert not ResolucionDeConflicto.objects.exists()


def test_si_la_cabeza_cambia_mientras_se_elige_se_dice_y_se_muestra_otra_vez(choque, cliente):
    nueva = choque.corregir({"analisis": "Otra más.", "fin": "13:00"}, base=choque.cabeza).revision

    respuesta = choque.elegir(cliente, fin="servidor", seccion="mia", analisis="mia")

    texto = respuesta.content.decode()
    assert "El registro cambió mientras elegías." in texto
    assert "Otra más." in texto
    assert respuesta.context["form"]["elige_analisis"].value() == "mia"
    assert not ResolucionDeConflicto.objects.exists()
    choque.elegir(cliente, cabeza=nueva, fin="servidor", seccion="mia", analisis="mia")
    assert choque.vale["analisis"] == "De mi equipo."


def test_una_cabeza_que_cambia_entre_leer_y_guardar_no_hace_otra_rama(choque, cliente, monkeypatch):
    from visitas.views import conflicto as vista

    juntar = vista.juntar

    def alguien_corrige(*argumentos):
        choque.corregir({"analisis": "Otra más."}, base=choque.cabeza)
        return juntar(*argumentos)

    monkeypatch.setattr(vista, "juntar", alguien_corrige)
    respuesta = choque.elegir(cliente, fin="servidor", seccion="mia", analisis="mia")

    assert respuesta.url == choque.url
    assert Revision.objects.filter(estado=EstadoDeRevision.RAMA).count() == 1
    assert choque.vale["analisis"] == "Otra más."


def test_resolver_la_ultima_de_una_cadena_cierra_las_que_corrige(choque, cliente):
    siguiente = choque.corregir({"analisis": "De mi equipo, dos.", "seccion": "B"}, base=choque.rama).revision

    assert cliente.get(choque.url).url == reverse("conflicto", args=[siguiente.pk])
    assert [r.pk for r in cliente.get(reverse("conflicto_list")).context["ramas"]] == [siguiente.pk]
    choque.url = reverse("conflicto", args=[siguiente.pk])
    choque.elegir(cliente, fin="servidor", seccion="mia", analisis="mia")

    assert set(ResolucionDeConflicto.objects.values_list("rama", flat=True)) == {choque.rama.pk, siguiente.pk}
    assert choque.vale["analisis"] == "De mi equipo, dos."


def test_volver_a_mandar_la_eleccion_lleva_a_la_visita_y_no_hace_nada(choque, cliente):
    choque.elegir(cliente, fin="servidor", seccion="mia", analisis="mia")

    respuesta = choque.elegir(cliente, fin="mia", seccion="mia", analisis="servidor")

    assert respuesta.url == reverse("visita_detail", args=[choque.visita_id])
    assert Revision.objects.count() == 4


def test_las_filas_se_eligen_una_a_una_y_las_notas_se_juntan_por_la_hora(ana, rosa, cliente):
    nota = {"hora": "08:05", "texto": "Pregunta qué cosecharon en casa esta semana."}
    choque = Choque(
        ana,
        rosa.docente,
        servidor={
            "cuaderno": [nota, {"hora": "10:00", "texto": "Recreo."}],
            "niveles": [nivel(2, 2, "Vi A."), nivel(4, 1, "Baja.")],
            "grados": [{"grado": "1", "presentes": 5}],
        },
        mia={
            "cuaderno": [nota, {"hora": "09:00", "texto": "Leen en voz alta."}],
            "niveles": [nivel(2, 2, "Vi B."), nivel(4, 3, "Sube.")],
            "compromisos": [],
        },
        tipo="X",
    )
    form = cliente.get(choque.url).context["form"]
    claves = [d.campo.clave for d in form.diferencias]
    compromiso = next(c for c in claves if c.startswith("compromiso_"))
    assert claves == [
        "presentes_1", "presentes_2", "presentes_5", "cuaderno", "nivel_2", "nivel_4", compromiso,
    ]  # fmt: skip
    elegidas = dict.fromkeys(claves, "servidor") | {
        "cuaderno": "ambas",
        "nivel_2": "ambas",
        "nivel_4": "mia",
        compromiso: "mia",
    }
    assert "ambas" not in dict(form.fields["elige_nivel_4"].choices)

    choque.elegir(cliente, **elegidas)

    assert [n["hora"] for n in choque.vale["cuaderno"]] == ["08:05", "09:00", "10:00"]
    dos, cuatro = choque.vale["niveles"][:2]
    assert dos["evidencia"].splitlines()[1::3] == ["Vi A.", "Vi B."]
    assert (cuatro["nivel"], cuatro["evidencia"]) == (3, "Sube.")
    assert choque.vale["compromisos"] == []
    assert choque.vale["grados"] == [{"grado": "1", "presentes": 5}]


@pytest.mark.parametrize(
    "clave", ["niveles", "cuaderno", "compromisos", "verificaciones", "dialogo", "areas"]
)
def test_una_rama_con_otra_forma_se_muestra_sin_fallar(ana, rosa, cliente, clave):
    choque = Choque(ana, rosa.docente, servidor={"fin": "13:00"}, mia={clave: [7, {"x": []}], "inicio": 8})

    assert cliente.get(choque.url).status_code == 200
    choque.elegir(cliente, accion="servidor")
    assert ResolucionDeConflicto.objects.exists()


def test_solo_su_autora_la_ve(choque, cliente_de, beto, rosa, carmen):
    assert cliente_de(beto).get(choque.url).status_code == 404
    assert cliente_de(beto).get(reverse("conflicto_list")).context["ramas"] == []
    for otra in (rosa, carmen):
        assert cliente_de(otra).get(choque.url).status_code == 403
        assert cliente_de(otra).get(reverse("conflicto_list")).status_code == 403


def test_quien_acompana_despues_lee_la_visita_y_no_sus_dos_versiones(choque, cliente_de, beto, rosa):
    """The visit passes on with the teacher; what its author left unresolved does not."""
    ayer = timezone.localdate() - timedelta(days=1)
    rosa.docente.asignaciones.update(hasta=ayer, motivo_fin=MotivoDeFin.LICENCIA)
    crear_asignacion(docente=rosa.docente, acompanante=beto.acompanante, desde=timezone.localdate())
    cliente = cliente_de(beto)

    assert cliente.get(reverse("visita_detail", args=[choque.visita_id])).status_code == 200
    assert cliente.get(choque.url).status_code == 404
    assert cliente.get(reverse("conflicto_list")).context["ramas"] == []


def test_quien_ya_no_acompana_elige_sin_ver_niveles(ana, rosa, cliente):
    choque = Choque(
        ana,
        rosa.docente,
        servidor={"niveles": [nivel(2, 1, "Evidencia del servidor.")]},
        mia={"niveles": [nivel(2, 4, "Evidencia mía.")], "analisis": "Texto mío."},
    )
    ayer = timezone.localdate() - timedelta(days=1)
    rosa.docente.asignaciones.update(hasta=ayer, motivo_fin=MotivoDeFin.LICENCIA)

    texto = cliente.get(choque.url).content.decode()
    assert "Ya no acompañas a este docente" in texto
    assert "Evidencia del servidor." not in texto
    choque.elegir(cliente, analisis="mia")

    assert choque.vale["analisis"] == "Texto mío."
    assert choque.vale["niveles"][0]["evidencia"] == "Evidencia del servidor."


def test_el_equipo_sabe_por_sus_recibos_que_se_eligio_y_trae_la_que_vale(choque, cliente):
    pedido = json.dumps({"revisiones": [str(choque.rama.pk), str(choque.cabeza.pk)]})

    def recibos():
        respuesta = cliente.post(reverse("campo_recibos"), pedido, content_type="application/json")
        return {r["revision"]: r for r in respuesta.json()["recibos"]}

    antes = recibos()
    assert "rama" not in antes[str(choque.cabeza.pk)]
    assert antes[str(choque.rama.pk)]["rama"]["resuelta_en"] is None
    choque.elegir(cliente, fin="servidor", seccion="mia", analisis="mia")

    rama = recibos()[str(choque.rama.pk)]["rama"]
    vale = Visita.objects.get(pk=choque.visita_id).cabeza
    assert rama["resuelta_en"]
    assert (rama["cabeza"]["revision"], rama["cabeza"]["hash"]) == (str(vale.pk), vale.huella)
    traida = cliente.get(reverse("campo_cabeza", args=[choque.visita_id])).json()
    assert (traida["revision"], traida["hash"], traida["base"]) == (
        str(vale.pk),
        vale.huella,
        str(choque.cabeza.pk),
    )
    assert traida["contenido"] == choque.vale


def test_la_que_vale_es_solo_de_su_autora_y_queda_en_el_registro_de_lecturas(
    choque, cliente_de, ana, beto, rosa
):
    ruta = reverse("campo_cabeza", args=[choque.visita_id])

    assert cliente_de(beto).get(ruta).status_code == 404
    assert cliente_de(rosa).get(ruta).status_code == 403
    Lectura.objects.all().delete()
    cliente_de(ana).get(ruta)
    assert Lectura.objects.filter(usuario=ana, docente=rosa.docente).exists()


def test_una_correccion_sobre_la_rama_ya_resuelta_vuelve_a_preguntar(choque, cliente):
    choque.elegir(cliente, accion="servidor")
    tarde = revision(
        choque.contenido | {"analisis": "Escrita antes de saberlo."},
        visita=str(choque.visita_id),
        base=str(choque.rama.pk),
    )

    dicha = resultados(enviar(cliente, tarde))[tarde["revision"]]

    assert dicha["estado"] == Estado.CONFLICTO
    assert [str(r.pk) for r in cliente.get(reverse("conflicto_list")).context["ramas"]] == [tarde["revision"]]


def test_la_lista_de_visitas_avisa_y_la_historia_dice_que_se_compararon_dos_versiones(choque, cliente):
    assert "1 registro con dos versiones." in cliente.get(reverse("visita_list")).content.decode()
    choque.elegir(cliente, fin="servidor", seccion="mia", analisis="mia")

    assert "con dos versiones" not in cliente.get(reverse("visita_list")).content.decode()
    historia = cliente.get(reverse("visita_historia", args=[choque.visita_id])).content.decode()
    assert historia.count("después de comparar dos versiones de dos equipos") == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_dos_pestanas_que_eligen_a_la_vez_dejan_una_sola_eleccion():
    asignacion = crear_asignacion()
    choque = Choque(
        asignacion.acompanante.usuario, asignacion.docente, servidor={"fin": "13:00"}, mia={"fin": "11:00"}
    )
    salida, hechas = threading.Barrier(2), []

    def elegir(fin):
        rama = Revision.objects.select_related("autor").get(pk=choque.rama.pk)
        salida.wait()
        try:
            resultado = resolver_conflicto(
                rama=rama,
                cabeza_id=choque.cabeza.pk,
                contenido=choque.contenido | {"fin": fin},
                elegidas={"fin": "mia"},
            )
            hechas.append(resultado.estado)
        except Rechazo as rechazo:
            hechas.append(rechazo.codigo)
        connection.close()

    hilos = [threading.Thread(target=elegir, args=[fin]) for fin in ("11:00", "11:30")]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()

    assert sorted(hechas) == ["YA_RESUELTO", Estado.ENMENDADA]
    assert (Revision.objects.count(), ResolucionDeConflicto.objects.count()) == (4, 1)
