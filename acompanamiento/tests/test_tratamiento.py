"""The register of processing covers every stored field, once (Ley 29733; trust.md §5)."""

import pytest
from django.urls import reverse

from acompanamiento.comun.tratamiento import Conservacion, Dato, declarado, modelos_con_datos, registro


def faltas(modelo, datos) -> list[str]:
    """Return what is wrong with the declaration of a model."""
    nombre = modelo._meta.label
    existen = {f.name for f in [*modelo._meta.concrete_fields, *modelo._meta.local_many_to_many]}
    dichos = [campo for dato in datos for campo in dato.campos.split()]
    return (
        [
            f"{nombre}.{c} no dice para qué se guarda: agrégalo a TRATAMIENTO"
            for c in sorted(existen - set(dichos))
        ]
        + [f"{nombre}.{c} se declara y no existe" for c in sorted(set(dichos) - existen)]
        + [f"{nombre}.{c} se declara dos veces" for c in sorted({c for c in dichos if dichos.count(c) > 1})]
        + [
            f"{nombre}: falta finalidad o destinatarios de «{d.campos}»"
            for d in datos
            if not (
                d.finalidad.strip() and d.destinatarios.strip() and isinstance(d.conservacion, Conservacion)
            )
        ]
    )


def test_todo_campo_dice_para_que_hasta_cuando_y_para_quien():
    modelos = modelos_con_datos()

    assert len(modelos) > 40
    assert [f for modelo in modelos for f in faltas(modelo, declarado(modelo))] == []


def test_la_guardia_ve_lo_que_falta_lo_que_sobra_y_lo_repetido():
    from docentes.models import Acompanante

    bien = declarado(Acompanante)
    incompleto = [Dato("id usuario", "x", Conservacion.CUENTA, "y")]
    repetido = [*bien, Dato("id nada", "x", Conservacion.CUENTA, "y")]

    assert faltas(Acompanante, bien) == []
    assert len(faltas(Acompanante, incompleto)) == 2
    assert [f.split()[0] for f in faltas(Acompanante, repetido)] == [
        "docentes.Acompanante.nada",
        "docentes.Acompanante.id",
    ]
    assert len(faltas(Acompanante, [])) == 4


@pytest.mark.django_db
def test_toda_persona_con_cuenta_lo_lee(rosa, ines, carmen, cliente_de):
    for persona in (rosa, ines, carmen):
        pagina = cliente_de(persona).get(reverse("tratamiento")).content.decode()
        assert "Conversar sobre la práctica con evidencias" in pagina


def test_el_registro_nombra_cada_modelo_una_vez():
    nombres = [m["nombre"] for app in registro() for m in app["modelos"]]

    assert len(nombres) == len(modelos_con_datos())
