"""The trust table, cell by cell (trust.md §2). The read log that fails closed is seen by test_matriz.py."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.models import ClaseDeDato, Lectura
from docentes.services import registrar_lectura
from visitas.models import Caracterizacion, Competencia, Necesidad, NotaPrivada, Visita
from visitas.models.visita import DIAS_DE_LECTURA_DEL_ANTERIOR

from .confianza import COLUMNAS, CUENTA, PERSONA, PUERTAS, RESULTADOS, SIMBOLOS, lee
from .recorrido import cliente


@pytest.fixture
def filas(mundo):
    """Return {row of the table: {tenant: pk of its object}}."""
    propio, ajeno, lejos = (mundo.objetos[i] for i in ("propio", "ajeno", "lejos"))
    de_nora = mundo.visita_de_nora
    NotaPrivada.objects.create(visita_id=de_nora.pk, autor=mundo.personas["nora"], texto="nota de nora")
    visitas = {
        "propio": propio["visita"],
        "ajeno": ajeno["visita"],
        "lejos": lejos["visita"],
        "anterior": de_nora,
    }
    tres = {k: v for k, v in visitas.items() if k != "anterior"}
    return {
        "identidad y contacto": {k: mundo.objetos[k]["docente"].pk for k in tres},
        "lo escrito y conversado": {k: v.pk for k, v in visitas.items()},
        "compromisos": {k: v.compromisos.first().pk for k, v in tres.items()},
        "niveles de un docente": {k: v.niveles.first().pk for k, v in visitas.items()},
        "notas privadas": {
            k: NotaPrivada.objects.get(visita_id=v.pk).pk for k, v in visitas.items()
        },
        "necesidades": {k: _necesidad(v).pk for k, v in tres.items()},
        "línea de base de escuela": {k: _caracterizacion(v).pk for k, v in tres.items()},
        "que hubo una visita": {k: v.pk for k, v in visitas.items()},
        "visita programada": {k: mundo.objetos[k]["programada"].pk for k in tres},
        "registro de lecturas": {k: _lectura(v).pk for k, v in tres.items()},
    }  # fmt: skip


def _necesidad(visita):
    return Necesidad.objects.get_or_create(
        docente=visita.docente,
        anio=visita.anio,
        competencia=Competencia.objects.first(),
        defaults={"texto": "Usar el tiempo.", "prioridad": 1, "autor": visita.acompanante},
    )[0]


def _caracterizacion(visita):
    """The finished one of the world's school: its theme has sown it already."""
    return Caracterizacion.objects.terminadas().get(escuela=visita.escuela, anio=visita.anio)


def _lectura(visita):
    registrar_lectura(
        usuario=visita.acompanante.usuario, docente=visita.docente, clase=ClaseDeDato.PLAN, pagina="/x/"
    )
    return Lectura.objects.get(docente=visita.docente, clase=ClaseDeDato.PLAN)


def _vistos(puerta, usuario, objetos) -> set:
    vistos = set(puerta(usuario).values_list("pk", flat=True))
    return {inquilino for inquilino, pk in objetos.items() if pk in vistos}


def test_la_tabla_y_sus_puertas_hablan_de_lo_mismo():
    assert PUERTAS.keys() | RESULTADOS.keys() == SIMBOLOS.keys()


def test_cada_celda_de_la_tabla_se_cumple(mundo, filas):
    mal, celdas = [], 0
    for dato, (puerta, cuenta) in PUERTAS.items():
        for columna in COLUMNAS:
            simbolo, usuario = SIMBOLOS[dato][columna], mundo.personas[PERSONA[columna]]
            visto, esperado = (
                _vistos(puerta, usuario, filas[dato]),
                lee(columna, simbolo) & filas[dato].keys(),
            )
            celdas += 1
            if visto != esperado:
                mal.append(f"{dato} · {columna} ({simbolo}) lee {visto}, se esperaba {esperado}")
            if cuenta and simbolo in "■○✗":
                contado = _vistos(cuenta, usuario, filas[dato]) - {"anterior"}
                if contado != CUENTA.get(simbolo, set()) and columna != "administrador":
                    mal.append(f"{dato} · {columna} ({simbolo}) cuenta {contado}")

    assert mal == []
    assert celdas == len(PUERTAS) * len(COLUMNAS)


def test_los_resultados_los_ve_quien_dice_la_tabla(mundo):
    for dato, puede in RESULTADOS.items():
        ven = {c for c in COLUMNAS if puede(mundo.personas[PERSONA[c]])}
        assert ven == {c for c in COLUMNAS if SIMBOLOS[dato][c] == "■"}


def test_la_tabla_ve_una_puerta_abierta_de_mas(mundo, filas, monkeypatch):
    from docentes.models.personas import DocenteQuerySet

    monkeypatch.setattr(DocenteQuerySet, "visibles_para", lambda self, usuario: self)

    assert _vistos(
        PUERTAS["identidad y contacto"][0], mundo.personas["carmen"], filas["identidad y contacto"]
    ) == {
        "propio",
        "ajeno",
        "lejos",
    }


# --- The former acompañante


@pytest.mark.parametrize(("dias", "la_lee"), [(1, True), (90, True), (91, False)])
def test_la_anterior_lee_hasta_el_dia_90_y_no_el_91(mundo, dias, la_lee):
    rosa, nora, hoy = mundo.personas["rosa"], mundo.personas["nora"], timezone.localdate()
    rosa.docente.asignaciones.exclude(hasta=None).update(
        desde=date(2025, 3, 1), hasta=hoy - timedelta(days=dias)
    )

    assert DIAS_DE_LECTURA_DEL_ANTERIOR == 90
    assert Visita.objects.visibles_para(nora).filter(pk=mundo.visita_de_nora.pk).exists() is la_lee
    estado = cliente(nora).get(reverse("visita_detail", args=[mundo.visita_de_nora.pk])).status_code
    assert estado == (200 if la_lee else 404)


def test_la_anterior_no_lee_los_niveles_ni_en_la_historia(mundo):
    de_nora = cliente(mundo.personas["nora"])
    evidencia = mundo.visita_de_nora.niveles.exclude(evidencia="").first().evidencia

    for nombre in ("visita_detail", "visita_historia"):
        cuerpo = de_nora.get(reverse(nombre, args=[mundo.visita_de_nora.pk])).content.decode()
        assert "canario-nora-dicho" in cuerpo
        assert evidencia not in cuerpo
