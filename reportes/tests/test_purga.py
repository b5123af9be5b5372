"""What is past its time goes, what can be counted stays, and what is inside its time is not touched."""

from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.tratamiento import Conservacion, declarado, modelos_con_datos
from docentes.models import Docente, MotivoDeFin, Purga, Rol, Usuario
from docentes.purga import BORRADO, REGLAS
from docentes.services import presentar_solicitud, responder_solicitud
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_docente, crear_usuario
from reportes.indicadores import diagnosticas, universo_total
from reportes.models import Instantanea
from reportes.periodos import Rango
from reportes.services import purga
from visitas.models import (
    AsesoriaDirectiva,
    Asistencia,
    Caracterizacion,
    FragmentoDePractica,
    InformeFinal,
    ObservacionDeAcompanante,
    SesionGrupal,
    Traspaso,
    VersionDePlan,
    Viaje,
    Visita,
)

from .un_anio import anio_de

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2027, 3, 1)
"""2025 is past its time: 2026 and 2027 are kept."""
VIEJO, NUEVO = "canario-de-2025", "canario-de-2026"

# Texts declared with the programme's retention that no rule erases, and why they describe nobody.
QUEDAN = {
    "docentes.Docente": "se vuelve «Docente retirado» cuando deja el programa",
    "docentes.Asignacion.motivo_fin": "es un código",
    "visitas.Visita.presentes": "son cuentas por grado",
    "visitas.Revision.huella": "es la huella, no el texto",
    "visitas.Revision.formulario": "es el nombre del formulario",
    "visitas.RevisionDeRegistro.huella": "es la huella, no el texto",
    "visitas.ResolucionDeConflicto.elegido": "son códigos",
    "visitas.ResolucionDeRegistro.elegido": "son códigos",
    "visitas.AprendizajeDeGrado": "son cuentas por nivel",
    "visitas.Caracterizacion.aulas": "son grados por aula",
    "visitas.Caracterizacion.lenguas": "son códigos",
    "visitas.Caracterizacion.servicios": "son códigos",
    "visitas.Caracterizacion.medio": "es un código",
    "visitas.Caracterizacion.matricula": "son cuentas por grado",
    "visitas.AsesoriaDirectiva.dimensiones": "son códigos",
    "visitas.InformeFinal.hechos": "son cuentas, sin docentes ni niveles",
    "visitas.VersionDePlan.huella": "es la huella, no el texto",
    "visitas.SesionGrupal.lugar": "dice dónde, no quién",
    "visitas.SesionGrupal.tema": "dice de qué trató, no quién",
}
# Texts in which the year of these tests plants nothing, and why.
SIN_CANARIO = {
    "docentes.SolicitudDeDerecho.texto": "tiene su propia prueba",
    "docentes.SolicitudDeDerecho.respuesta": "tiene su propia prueba",
    "visitas.Caso.termino": "no cabe: es el bimestre, y se va con el caso",
    "visitas.Cuarentena.huella": "no cabe: es una huella, y se va con el registro",
    "visitas.Cuarentena.formulario": "no cabe: es el nombre del formulario, y se va con el registro",
    "visitas.VersionDeAsesoria.huella": "no cabe: es una huella, y se va con la versión",
}
DE_TEXTO = (models.CharField, models.TextField, models.JSONField)


@pytest.fixture
def dos_anios(territorio):
    """Rosa's 2025 and 2026, with the same acompañante all along."""
    docente = crear_docente(nombres="Rosa", apellidos="Quispe", escuela=territorio.corlas)
    acompanante = crear_acompanante(ugel=territorio.gran_chimu)
    crear_asignacion(docente=docente, acompanante=acompanante, desde=date(2025, 3, 10))
    return (
        anio_de(2025, VIEJO, docente, acompanante),
        anio_de(2026, NUEVO, docente, acompanante),
    )


def _donde_dice(texto) -> dict[str, int]:
    """Return {column: rows} of every text column of the database that holds `texto`."""
    hallado = {}
    for modelo in apps.get_models():
        for campo in modelo._meta.concrete_fields:
            if isinstance(campo, DE_TEXTO):
                columna = connection.ops.quote_name(campo.column)
                with connection.cursor() as cursor:
                    cursor.execute(
                        f"SELECT COUNT(*) FROM {connection.ops.quote_name(modelo._meta.db_table)} "
                        f"WHERE CAST({columna} AS TEXT) LIKE %s",
                        [f"%{texto}%"],
                    )
                    if cuantas := cursor.fetchone()[0]:
                        hallado[f"{modelo._meta.label}.{campo.name}"] = cuantas
    return hallado


def _actividad(anio) -> tuple:
    rango, todo = Rango(date(anio, 1, 1), date(anio, 12, 31)), universo_total()
    cobertura = diagnosticas(todo.asignaciones, todo.visitas, rango).total
    return (
        cobertura.docentes,
        cobertura.con_diagnostica,
        todo.visitas.filter(anio=anio).count(),
        sum(todo.visitas.filter(anio=anio).values_list("minutos", flat=True)),
        todo.programadas.filter(anio=anio).count(),
        todo.compromisos.filter(visita__anio=anio).count(),
        SesionGrupal.objects.filter(anio=anio).count(),
        Asistencia.objects.filter(sesion__anio=anio, asistio=True).count(),
        AsesoriaDirectiva.objects.terminadas().filter(anio=anio).count(),
        Caracterizacion.objects.filter(anio=anio).count(),
        VersionDePlan.objects.enviadas().filter(plan__anio=anio).count(),
        InformeFinal.objects.get(anio=anio).hechos,
        Viaje.objects.filter(anio=anio, paradas__isnull=False).count(),
        ObservacionDeAcompanante.objects.terminadas().filter(fecha__year=anio).count(),
        Traspaso.objects.filter(anterior__hasta__year=anio).count(),
    )


# --- What goes and what stays


def test_nada_de_lo_escrito_en_el_anio_vencido_queda_en_ninguna_tabla(dos_anios):
    antes = _donde_dice(VIEJO)
    assert set(con_plazo()) - antes.keys() == SIN_CANARIO.keys()

    purga.purgar(por="prueba", hoy=HOY)

    assert _donde_dice(VIEJO) == {}


def test_lo_que_esta_en_su_plazo_no_se_toca(dos_anios):
    antes = _donde_dice(NUEVO)

    purga.purgar(por="prueba", hoy=HOY)

    assert _donde_dice(NUEVO) == antes
    assert dos_anios[1].niveles.count() == 1


def test_las_cuentas_de_actividad_son_las_mismas(dos_anios):
    antes = {anio: _actividad(anio) for anio in (2025, 2026)}
    assert antes[2025][:3] == (1, 1, 1)

    purga.purgar(por="prueba", hoy=HOY)

    assert {anio: _actividad(anio) for anio in (2025, 2026)} == antes


def test_la_visita_vencida_ya_no_se_lee_y_se_sigue_contando(dos_anios, territorio):
    vieja, nueva = dos_anios
    rosa = crear_usuario(Rol.DOCENTE)
    Docente.objects.filter(pk=vieja.docente_id).update(usuario=rosa)
    fidel = crear_usuario(Rol.FORMADOR, region=territorio.region)

    purga.purgar(por="prueba", hoy=HOY)

    assert list(Visita.objects.visibles_para(rosa)) == [nueva]
    assert set(Visita.objects.agregables_para(fidel)) == {vieja, nueva}


def test_las_versiones_del_plan_vencido_se_abren_vacias(dos_anios, cliente_de):
    version = VersionDePlan.objects.get(plan__anio=2025)
    fidel = crear_usuario(Rol.FORMADOR, region=version.enviada_por.ugel.region)

    purga.purgar(por="prueba", hoy=HOY)

    assert not version.docentes.exists()
    for lector, pagina in ((version.enviada_por, "plan_version"), (fidel, "plan_revisar")):
        respuesta = cliente_de(lector).get(reverse(pagina, args=[version.pk]))
        assert respuesta.status_code == 200
        assert BORRADO in respuesta.content.decode()


def test_un_fragmento_viejo_que_se_sigue_conversando_no_se_toca(dos_anios):
    fragmento = FragmentoDePractica.objects.get(titulo=VIEJO)
    fragmento.comentarios.create(
        docente=fragmento.autor,
        tipo="pregunto",
        texto="sigue",
        escrito_en=timezone.make_aware(datetime(2026, 3, 1)),
    )

    purga.purgar(por="prueba", hoy=HOY)

    fragmento.refresh_from_db()
    assert [c.texto for c in fragmento.comentarios.all()] == ["sigue"]


def test_lo_que_se_decidio_despues_de_un_traspaso_viejo_no_se_toca(dos_anios):
    traspaso = Traspaso.objects.get(palabra=VIEJO)
    Traspaso.objects.filter(pk=traspaso.pk).update(decidido_en=timezone.make_aware(datetime(2026, 3, 1)))

    purga.purgar(por="prueba", hoy=HOY)

    traspaso.refresh_from_db()
    assert traspaso.palabra == VIEJO


def test_los_resultados_congelados_quedan(dos_anios):
    Instantanea.objects.create(periodo="2025-B1", corte=timezone.now(), resultados={"region": {"x": 1}})

    purga.purgar(por="prueba", hoy=HOY)

    assert Instantanea.objects.get(periodo="2025-B1").resultados == {"region": {"x": 1}}


def test_los_textos_de_una_solicitud_cerrada_tambien_se_borran(territorio, ines):
    solicitud = presentar_solicitud(usuario=ines, derecho="acceso", texto=VIEJO)
    abierta = presentar_solicitud(usuario=ines, derecho="acceso", texto="abierta")
    responder_solicitud(solicitud=solicitud, por=ines, estado="atendida", respuesta=VIEJO)
    solicitud.refresh_from_db()
    solicitud.cerrada_en = timezone.make_aware(datetime(2025, 5, 5))
    solicitud.save()

    purga.purgar(por="prueba", hoy=HOY)

    solicitud.refresh_from_db()
    abierta.refresh_from_db()
    assert (solicitud.texto, solicitud.respuesta, solicitud.estado) == (BORRADO, BORRADO, "atendida")
    assert abierta.texto == "abierta"


# --- People who left


def _que_se_fue(territorio, **cambios):
    cuenta = crear_usuario(Rol.DOCENTE, username="elvira", nombres="Elvira", apellidos="Salazar Ponce")
    docente = crear_docente(
        **(
            {"usuario": cuenta, "nombres": "Elvira", "apellidos": "Salazar Ponce", "dni": "45678912",
             "telefono": "944111222", "correo": "elvira@example.org", "escuela": territorio.corlas}
            | cambios
        )
    )  # fmt: skip
    crear_asignacion(
        docente=docente, acompanante=crear_acompanante(ugel=territorio.gran_chimu), desde=date(2025, 3, 10),
        hasta=date(2025, 11, 30), motivo_fin=MotivoDeFin.FIN_DE_PROGRAMA,
    )  # fmt: skip
    return docente


def test_quien_se_fue_queda_sin_nombre_sin_documento_y_sin_cuenta(territorio):
    docente = _que_se_fue(territorio)
    cuenta = docente.usuario

    purga.purgar(por="prueba", hoy=HOY)

    docente.refresh_from_db()
    cuenta.refresh_from_db()
    assert docente.nombre_completo == "Docente retirado"
    assert (docente.usuario, docente.dni, docente.telefono, docente.correo) == (None, None, "", "")
    assert not cuenta.is_active
    for resto in ("Elvira", "Salazar", "salazar", "45678912", "944111222", "elvira"):
        assert _donde_dice(resto) == {}


def test_quien_sigue_o_espera_una_respuesta_conserva_su_nombre(dos_anios, territorio):
    sigue = dos_anios[0].docente
    espera = _que_se_fue(territorio)
    presentar_solicitud(usuario=espera.usuario, derecho="acceso", texto="Quiero mi copia.")
    sin_asignar = crear_docente(nombres="Nueva")

    purga.purgar(por="prueba", hoy=HOY)

    assert set(Docente.objects.filter(anonimizado_en__isnull=True)) == {sigue, espera, sin_asignar}


# --- Simulating, repeating and leaving the proof


def test_simular_dice_exactamente_lo_que_aplicar_hace_y_no_toca_nada(dos_anios, territorio):
    _que_se_fue(territorio)
    antes = _donde_dice(VIEJO)

    cuentas = purga.simular(hoy=HOY)

    assert _donde_dice(VIEJO) == antes
    assert Usuario.objects.filter(username="elvira").exists()
    assert purga.purgar(por="prueba", hoy=HOY).cuentas == cuentas
    assert cuentas["Niveles observados"] == 1
    assert cuentas[purga.DOCENTES] == 1


def test_la_segunda_vez_no_encuentra_nada(dos_anios):
    purga.purgar(por="prueba", hoy=HOY)

    segunda = purga.purgar(por="prueba", hoy=HOY)

    assert set(segunda.cuentas.values()) == {0}
    assert Purga.objects.count() == 2


def test_cada_purga_deja_quien_cuando_y_hasta_donde(dos_anios):
    hecha = purga.purgar(por="operador", hoy=HOY)

    assert (hecha.hecha_por, hecha.hasta_anio) == ("operador", 2025)


def test_el_comando_simula_aplica_y_no_se_adelanta(dos_anios):
    salida = StringIO()
    call_command("purgar", "--simular", "--fecha", "2027-03-01", stdout=salida)
    assert "Se borraría el detalle de 2025" in salida.getvalue()
    assert "Niveles observados: 1" in salida.getvalue()
    lejos = (timezone.localdate() + timedelta(days=400)).isoformat()
    with pytest.raises(CommandError, match="todavía no llega"):
        call_command("purgar", "--aplicar", "--fecha", lejos)
    with pytest.raises(CommandError):
        call_command("purgar")
    assert not Purga.objects.exists()


# --- The rules keep pace with the register of processing


def con_plazo() -> list[str]:
    """Texts that must go when their time is over: "app.Model.field" of every one that is not excused."""
    return [
        f"{modelo._meta.label}.{campo}"
        for modelo in modelos_con_datos()
        for dato in declarado(modelo)
        if dato.conservacion == Conservacion.PROGRAMA or _es_borrador(modelo, dato)
        for campo in dato.campos.split()
        if _es_texto(modelo._meta.get_field(campo))
        and not {modelo._meta.label, f"{modelo._meta.label}.{campo}"} & QUEDAN.keys()
    ]


def _es_borrador(modelo, dato):
    """What somebody left half written goes too: it says the same things."""
    return dato.conservacion == Conservacion.TRABAJO and modelo._meta.app_label in {"docentes", "visitas"}


def _es_texto(campo):
    return isinstance(campo, DE_TEXTO) and not campo.choices


def sin_regla() -> list[str]:
    """Texts that must go when their time is over, and that no rule erases."""
    borrados = {r.filas(0).model._meta.label for r in REGLAS if not r.textos}
    vaciados = {f"{r.filas(0).model._meta.label}.{campo}" for r in REGLAS for campo in r.textos}
    return [t for t in con_plazo() if t not in vaciados and t.rpartition(".")[0] not in borrados]


def test_todo_texto_con_plazo_tiene_quien_lo_borre():
    assert sin_regla() == []


def test_la_guardia_ve_un_texto_sin_regla(monkeypatch):
    monkeypatch.setattr("reportes.tests.test_purga.REGLAS", [r for r in REGLAS if r.nombre != "Necesidades"])

    assert sin_regla() == ["visitas.Necesidad.texto"]
