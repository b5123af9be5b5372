"""The trust table, cell by cell, and the read log that fails closed (trust.md §2 and §5)."""

from datetime import date, timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from docentes.models import ClaseDeDato, Lectura
from docentes.services import registrar_lectura
from visitas.models import Caracterizacion, Competencia, Necesidad, NotaPrivada, Visita
from visitas.models.visita import DIAS_DE_LECTURA_DEL_ANTERIOR

from .confianza import COLUMNAS, CUENTA, PERSONA, PUERTAS, RESULTADOS, SIMBOLOS, SIN_LECTURA, lee
from .matriz import MATRIZ
from .mundo import construir, rutas
from .test_matriz import _cliente, _cuerpo

PERSONAS = ("ana", "beto", "carmen", "dario", "elena", "fidel", "rosa", "hugo", "ines", "admin")
DE_ROSA = ("Apellido-propio", "canario-propio-dicho", "canario-nora-dicho")


@pytest.fixture
def mundo(catalogos, territorio, request, settings, tmp_path):
    settings.DIR_REPORTES = tmp_path
    personas = {nombre: request.getfixturevalue(nombre) for nombre in PERSONAS}
    return construir(personas, territorio)


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
    estado = _cliente(nora).get(reverse("visita_detail", args=[mundo.visita_de_nora.pk])).status_code
    assert estado == (200 if la_lee else 404)


def test_la_anterior_no_lee_los_niveles_ni_en_la_historia(mundo):
    cliente = _cliente(mundo.personas["nora"])
    evidencia = mundo.visita_de_nora.niveles.exclude(evidencia="").first().evidencia

    for nombre in ("visita_detail", "visita_historia"):
        cuerpo = cliente.get(reverse(nombre, args=[mundo.visita_de_nora.pk])).content.decode()
        assert "canario-nora-dicho" in cuerpo
        assert evidencia not in cuerpo


# --- The read log


def _paginas_con_datos_de_rosa(mundo):
    """Yield (name, persona, path) of every page on which somebody else meets something of Rosa's."""
    for nombre, fila in MATRIZ.items():
        for inquilino, celda, ruta in rutas(mundo, nombre, fila):
            for persona, usuario in mundo.personas.items():
                if persona == "rosa" or (not fila.publica and celda.esperado(persona) != 200):
                    continue
                cuerpo = _cuerpo(_cliente(usuario).get(ruta)).decode(errors="ignore")
                if any(canario in cuerpo for canario in DE_ROSA):
                    yield f"{nombre} [{inquilino}]", nombre, persona, ruta


def test_toda_pagina_que_muestra_algo_de_una_docente_deja_su_fila(mundo):
    rosa, sin_fila, vistas = mundo.personas["rosa"].docente, [], set()
    for donde, nombre, persona, ruta in _paginas_con_datos_de_rosa(mundo):
        vistas.add(nombre)
        filas = Lectura.objects.filter(usuario=mundo.personas[persona], docente=rosa, pagina=ruta)
        if nombre not in SIN_LECTURA and not filas.exists():
            sin_fila.append(f"{donde} muestra algo de Rosa a {persona} y no lo anota")

    assert sin_fila == []
    assert {"docente_detail", "visita_detail", "visitas_de_docente", "inicio", "visita_list"} <= vistas


def test_si_no_se_puede_anotar_no_se_muestra_nada(mundo, monkeypatch):
    paginas = [p for p in _paginas_con_datos_de_rosa(mundo) if p[1] not in SIN_LECTURA]

    def rota(filas):
        if filas:
            raise OperationalError("el registro de lecturas no responde")

    monkeypatch.setattr("docentes.services.lecturas._anotar", rota)
    mal = []
    for donde, _nombre, persona, ruta in paginas:
        respuesta = Client(raise_request_exception=False)
        respuesta.force_login(mundo.personas[persona], backend="django.contrib.auth.backends.ModelBackend")
        respuesta = respuesta.get(ruta)
        cuerpo = _cuerpo(respuesta).decode(errors="ignore")
        if respuesta.status_code < 500 or any(c in cuerpo for c in DE_ROSA):
            mal.append(f"{donde} {persona}: {respuesta.status_code}")

    assert len(paginas) >= 10
    assert mal == []
