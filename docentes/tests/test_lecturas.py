import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acompanamiento.tests.paginas import texto
from docentes.models import ClaseDeDato, Lectura
from docentes.services import registrar_lectura

pytestmark = pytest.mark.django_db


def test_cada_docente_leido_deja_una_fila(ana, rosa, cliente_de):
    respuesta = cliente_de(ana).get(f"/docentes/{rosa.docente.pk}/")

    assert respuesta.status_code == 200
    fila = Lectura.objects.get()
    assert (fila.usuario, fila.rol, fila.docente, fila.clase, fila.pagina) == (
        ana,
        "acompanante",
        rosa.docente,
        "identidad",
        f"/docentes/{rosa.docente.pk}/",
    )


def test_la_propia_lectura_no_se_anota(rosa, cliente_de):
    assert cliente_de(rosa).get(f"/docentes/{rosa.docente.pk}/").status_code == 200
    assert Lectura.objects.count() == 0


def test_si_no_se_puede_anotar_no_se_muestra_nada(ana, rosa, cliente_de):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE docentes_lectura RENAME TO docentes_lectura_rota")
    cliente = cliente_de(ana)
    cliente.raise_request_exception = False

    respuesta = cliente.get(f"/docentes/{rosa.docente.pk}/")

    assert respuesta.status_code >= 500
    assert "Quispe" not in respuesta.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("cuantas", [1, 20])
def test_anotar_es_una_sola_sentencia(ana, rosa, cuantas):
    with CaptureQueriesContext(connection) as consultas:
        registrar_lectura(
            usuario=ana, docentes=[rosa.docente] * cuantas, clase=ClaseDeDato.FECHAS, pagina="/x/"
        )

    assert [c["sql"].split()[0] for c in consultas] == ["INSERT"]
    assert Lectura.objects.exclude(momento=None).count() == cuantas


def test_muchas_lecturas_se_anotan_todas(ana, rosa):
    registrar_lectura(usuario=ana, docentes=[rosa.docente] * 300, clase=ClaseDeDato.FECHAS, pagina="/x/")
    registrar_lectura(usuario=ana, docentes=[], clase=ClaseDeDato.FECHAS, pagina="/x/")

    assert Lectura.objects.count() == 300


def test_la_docente_ve_quien_leyo_lo_suyo_y_nada_mas(ana, beto, rosa, cliente_de):
    otra = beto.acompanante.asignaciones.get().docente
    registrar_lectura(usuario=ana, docente=rosa.docente, clase=ClaseDeDato.VISITA, pagina="/visitas/x/")
    registrar_lectura(usuario=beto, docente=otra, clase=ClaseDeDato.PLAN, pagina="/visitas/y/")

    pagina = cliente_de(rosa).get("/docentes/quien-ha-visto/").content.decode()

    assert "Ana Campos" in pagina
    assert "Beto Neyra" not in pagina


def test_el_oficial_las_ve_todas_y_los_demas_las_suyas(ana, beto, fidel, ines, rosa, cliente_de):
    registrar_lectura(usuario=ana, docente=rosa.docente, clase=ClaseDeDato.VISITA, pagina="/visitas/x/")

    assert set(Lectura.objects.visibles_para(ines)) == set(Lectura.objects.all())
    assert Lectura.objects.visibles_para(ana).count() == 1
    for otro in (beto, fidel):
        assert not Lectura.objects.visibles_para(otro).exists()


def test_la_lista_de_lecturas_hace_las_mismas_consultas(ana, rosa, cliente_de, django_assert_num_queries):
    registrar_lectura(usuario=ana, docente=rosa.docente, clase=ClaseDeDato.VISITA, pagina="/visitas/x/")
    cliente = cliente_de(rosa)
    cliente.get("/docentes/quien-ha-visto/")
    with django_assert_num_queries(4):
        cliente.get("/docentes/quien-ha-visto/")
    registrar_lectura(
        usuario=ana, docentes=[rosa.docente] * 2, clase=ClaseDeDato.VISITA, pagina="/visitas/x/"
    )
    with django_assert_num_queries(4):
        cliente.get("/docentes/quien-ha-visto/")


# --- The page of each


def test_la_docente_lo_lee_por_dia_y_lo_repetido_se_dice_una_vez(ana, hugo, rosa, cliente_de):
    for quien, clase in ((ana, ClaseDeDato.VISITA), (ana, ClaseDeDato.VISITA), (hugo, ClaseDeDato.IDENTIDAD)):
        registrar_lectura(usuario=quien, docente=rosa.docente, clase=clase, pagina="/x/")

    pagina = texto(cliente_de(rosa).get("/docentes/quien-ha-visto/"))

    assert "<b>Ana Campos</b>, como acompañante" in pagina
    assert "2 veces, de" in pagina
    assert "<b>Hugo Lezama</b>, como director" in pagina
    assert pagina.count("Ana Campos") == 1


@pytest.mark.parametrize(
    ("filtro", "quienes"),
    [
        ({}, {"Ana Campos", "Beto Neyra"}),
        ({"persona": "campos"}, {"Ana Campos"}),
        ({"clase": "plan"}, {"Beto Neyra"}),
        ({"rol": "director"}, set()),
        ({"desde": "2031-01-01"}, set()),
        ({"hasta": "2031-01-01"}, {"Ana Campos", "Beto Neyra"}),
        ({"desde": "no-es-fecha"}, {"Ana Campos", "Beto Neyra"}),
    ],
)
def test_la_oficial_filtra(ana, beto, rosa, ines, cliente_de, filtro, quienes):
    otra = beto.acompanante.asignaciones.get().docente
    registrar_lectura(usuario=ana, docente=rosa.docente, clase=ClaseDeDato.VISITA, pagina="/x/")
    registrar_lectura(usuario=beto, docente=otra, clase=ClaseDeDato.PLAN, pagina="/y/")

    pagina = texto(cliente_de(ines).get("/docentes/quien-ha-visto/", filtro))

    assert {n for n in ("Ana Campos", "Beto Neyra") if n in pagina} == quienes


def test_la_oficial_busca_por_plaza_y_no_lee_nombres_de_docentes(ana, beto, rosa, ines, cliente_de):
    otra = beto.acompanante.asignaciones.get().docente
    registrar_lectura(usuario=ana, docente=rosa.docente, clase=ClaseDeDato.VISITA, pagina="/x/")
    registrar_lectura(usuario=beto, docente=otra, clase=ClaseDeDato.PLAN, pagina="/y/")

    pagina = texto(cliente_de(ines).get("/docentes/quien-ha-visto/", {"plaza": rosa.docente.plaza}))

    assert rosa.docente.plaza in pagina
    assert "Beto Neyra" not in pagina
    assert "Quispe" not in pagina


def test_las_cuentas_por_rol_y_clase_son_de_la_oficial_y_de_la_administracion(
    ana, rosa, ines, admin, fidel, cliente_de
):
    registrar_lectura(
        usuario=ana, docentes=[rosa.docente] * 3, clase=ClaseDeDato.VISITA, pagina="/visitas/x/"
    )

    for persona in (ines, admin):
        assert 'data-col="Lecturas">3<' in texto(cliente_de(persona).get("/docentes/quien-ha-visto/"))
    assert "Ana Campos" not in texto(cliente_de(admin).get("/docentes/quien-ha-visto/"))
    assert "Cuántas lecturas" not in texto(cliente_de(fidel).get("/docentes/quien-ha-visto/"))
