"""What the demo holds, and that it is always the same."""

import hashlib
import json
from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.db.models import Count, Max
from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.demo.carga import cargar_demo
from acompanamiento.demo.personas import CLAVE
from acompanamiento.management.commands.cargar_demo import PERSONAS
from acompanamiento.tests.demostracion import HOY
from docentes.models import Acompanante, Asignacion, Docente, Rol, Usuario
from escuelas.models import Distrito, Escuela, Provincia, Region, Ugel
from reportes.models import Instantanea
from reportes.resultados import resultados_de
from visitas.contexto import Catalogos
from visitas.forms.linea_de_base import CaracterizacionForm, aplanar
from visitas.models import (
    AsesoriaDirectiva,
    CalidadDeVisita,
    Caracterizacion,
    Caso,
    ComentarioDeFragmento,
    Compromiso,
    ContenidoDeRevision,
    DialogoReflexivo,
    Dispositivo,
    EjercicioDeCalibracion,
    EstadoDePlan,
    EstadoProgramada,
    FragmentoDePractica,
    InformeFinal,
    Necesidad,
    NivelEducativo,
    NivelObservado,
    ObservacionDeAcompanante,
    Plan,
    Reprogramacion,
    Revision,
    SesionGrupal,
    Traspaso,
    VersionDeAsesoria,
    VersionDePlan,
    Visita,
    VisitaProgramada,
)
from visitas.models.calendario import CatalogoQuerySet
from visitas.services.revision import recibir_revision

pytestmark = [pytest.mark.lento, pytest.mark.una_vez]

NUESTRAS = ("escuelas", "docentes", "visitas", "reportes")
TERRITORIO = (Region, Ugel, Provincia, Distrito)
# The password's salt is chance; the text of a version names the serial keys of its activities.
CON_AZAR = {Usuario: {"password"}, VersionDePlan: {"texto", "huella"}}


def _sembrados():
    """Every model whose rows a load writes: all but the territory and the catalogues, which it only brings up to date."""
    modelos = [m for app in NUESTRAS for m in apps.get_app_config(app).get_models(include_auto_created=True)]
    return [
        m
        for m in modelos
        if m not in TERRITORIO and not isinstance(m._default_manager.all(), CatalogoQuerySet)
    ]


def _vaciar():
    """Delete every row of the demo; foreign keys are checked at a COMMIT that never comes."""
    for modelo in _sembrados():
        modelo._base_manager.all()._raw_delete(modelo._base_manager.db)


def _es_estable(campo) -> bool:
    """Left out: keys that are serial or chance, the moment of the load, and what is made of any of them."""
    if getattr(campo, "auto_now", False) or getattr(campo, "auto_now_add", False):
        return False
    while campo.is_relation:
        campo = campo.target_field
    es_fija = campo.get_internal_type() != "BigAutoField" and campo.default is not uuid4
    return es_fija and campo.name not in CON_AZAR.get(campo.model, ())


def _sumas() -> dict[str, str]:
    """A checksum of each model's rows, in an order that does not depend on serial keys."""
    sumas = {}
    for modelo in _sembrados():
        campos = [c.attname for c in modelo._meta.concrete_fields if _es_estable(c)]
        filas = sorted(map(repr, modelo._base_manager.values_list(*campos)))
        sumas[modelo.__name__] = hashlib.sha256("\n".join(filas).encode()).hexdigest()
    return sumas


def test_la_demo_tiene_la_libertad_completa(en_demo):
    contados = [m.objects.count() for m in (Ugel, Provincia, Distrito, Escuela, Acompanante, Docente)]
    assert contados == [15, 12, 83, 240, 30, 300]
    cruces = set(Escuela.objects.values_list("ugel__codigo", "distrito__provincia__codigo"))
    assert {p for u, p in cruces if u == "130010"} == {"1303", "1309", "1310"}
    assert {("130003", "1306"), ("130014", "1306")} < cruces
    assert {u for u, p in cruces if p == "1301"} == {"130014", "130015", "130016", "130017"}


def test_todo_esta_marcado_como_sintetico(en_demo):
    assert not Escuela.objects.filter(es_sintetica=False).exists()
    assert not Docente.objects.filter(es_sintetico=False).exists()
    assert not Usuario.objects.filter(es_sintetica=False).exists()


@pytest.mark.parametrize("username", PERSONAS)
def test_cada_persona_entra_con_la_clave_de_la_demo(en_demo, rf, username):
    usuario = authenticate(rf.post("/entrar/"), username=username, password=CLAVE)
    assert usuario is not None
    assert usuario.username == username


def test_las_personas_se_relacionan_como_en_el_diseno(en_demo):
    rosa = Docente.objects.get(usuario__username="rosa")
    hugo = Usuario.objects.get(username="hugo")
    assert (rosa.nombre_completo, rosa.escuela.nombre) == ("Rosa Quispe Mamani", "IE N.° 80274 Corlás")
    assert (hugo.rol, hugo.escuela) == (Rol.DIRECTOR, rosa.escuela)
    assert rosa.escuela.docentes.count() == 2
    ana = Asignacion.objects.vigentes(HOY).filter(acompanante__usuario__username="ana")
    assert ana.count() == 10
    assert rosa.pk in ana.values_list("docente", flat=True)
    carmen = Usuario.objects.get(username="carmen")
    assert carmen.ugel == rosa.escuela.ugel


def test_hoy_ana_tiene_por_hacer_la_visita_de_rosa(en_demo):
    de_ana = VisitaProgramada.objects.filter(acompanante__usuario__username="ana")
    de_rosa = de_ana.por_hacer().get(docente__usuario__username="rosa", fecha=HOY)
    assert de_rosa.fecha_original == HOY
    assert de_ana.por_hacer().filter(fecha__gt=HOY, fecha__lte=date(2026, 10, 22)).count() >= 2
    assert de_ana.atrasadas(HOY).count() >= 2


def test_ninguna_visita_es_del_futuro(en_demo):
    assert Visita.objects.aggregate(ultima=Max("fecha"))["ultima"] < HOY
    assert Visita.objects.filter(recibida_en__date__gte=HOY).count() == 0


def test_la_region_tiene_de_todo(en_demo):
    assert not VisitaProgramada.objects.filter(anio=2025).por_hacer().exists()
    motivos = VisitaProgramada.objects.filter(estado=EstadoProgramada.NO_REALIZADA).values_list(
        "motivo", flat=True
    )
    assert set(motivos) == {"via_cortada", "lluvia", "paro", "licencia", "actividad", "otro"}
    assert set(Asignacion.objects.exclude(hasta=None).values_list("motivo_fin", flat=True)) == {
        "licencia",
        "renuncia",
        "fin_de_programa",
        "pedido_del_docente",
        "otro",
    }
    assert set(Compromiso.objects.values_list("estado", flat=True)) == {
        "cumplido",
        "en_parte",
        "no_se_pudo",
        "pendiente",
    }
    assert Reprogramacion.objects.exists()
    assert Revision.objects.filter(base__isnull=False).exists()
    assert Dispositivo.objects.filter(sin_enviar__gt=0, espera_desde__isnull=False).exists()
    assert NivelObservado.objects.filter(nivel=None).exists()


def test_los_planes_estan_en_todos_los_estados_y_el_de_ana_se_aprobo_a_la_segunda(en_demo):
    planes = Plan.objects.filter(anio=2026)
    assert set(planes.values_list("estado", flat=True)) == set(EstadoDePlan.values)
    assert set(Plan.objects.filter(anio=2025).values_list("estado", flat=True)) == {"aprobado"}
    de_ana = planes.get(acompanante__usuario__username="ana")
    assert [v.decision for v in de_ana.versiones.order_by("numero")] == ["observada", "aprobada"]
    assert de_ana.lineas.filter(docente__usuario__username="rosa", necesidad__isnull=False).exists()
    for texto, firma in VersionDePlan.objects.values_list("texto", "huella"):
        assert huella(texto) == firma


def test_julio_tiene_la_mayor_brecha(en_demo):
    planes = VisitaProgramada.objects.filter(anio=2026, fecha__month__in=range(4, 10))
    meses = (
        planes.con_hecha().values("fecha__month").annotate(sin=Count("pk") - Count("visitas", distinct=True))
    )
    brecha = {m["fecha__month"]: m["sin"] for m in meses}
    assert max(brecha, key=brecha.get) == 7


def test_hay_grupos_que_se_ocultan_y_grupos_que_no(en_demo):
    assert list(Instantanea.objects.values_list("pk", flat=True)) == [
        *(f"2025-B{n}" for n in range(1, 5)),
        "2026-B1",
        "2026-B2",
    ]
    ultima = Instantanea.objects.get(pk="2026-B2")
    ocultos = {
        c: resultados_de(ultima, f"ugel:{c}").oculto for c in Ugel.objects.values_list("codigo", flat=True)
    }
    assert {ocultos[c] for c in ("130012", "130010", "130007")} == {False}
    assert {ocultos[c] for c in ("130002", "130005", "130008", "130014")} == {True}
    assert {resultados_de(ultima, "provincia:1301").oculto, resultados_de(ultima, "region").oculto} == {
        True,
        False,
    }


def test_los_niveles_suben_del_diagnostico_a_la_ultima_asesoria(en_demo):
    def promedio(codigo):
        niveles = NivelObservado.objects.filter(
            visita__anio=2026, visita__tipo__codigo=codigo, competencia__numero=2, nivel__isnull=False
        ).values_list("nivel", flat=True)
        return sum(niveles) / len(niveles)

    assert 0.1 < promedio("A5") - promedio("D") < 0.8


def test_cada_revision_lleva_la_huella_de_su_contenido(en_demo):
    for texto, firma in ContenidoDeRevision.objects.values_list("texto", "revision__huella").iterator():
        assert huella(texto) == firma
    for texto in ContenidoDeRevision.objects.order_by("pk").values_list("texto", flat=True)[:200]:
        assert canonico(json.loads(texto)) == texto


def test_la_linea_de_base_de_la_demo_es_la_que_el_formulario_habria_aceptado(en_demo):
    terminadas = Caracterizacion.objects.terminadas().select_related("escuela")
    terminadas = list(terminadas.prefetch_related("hallazgos", "aprendizajes"))
    errores = {
        str(c): form.errors
        for c in terminadas
        if (
            form := CaracterizacionForm(aplanar(c), nivel=NivelEducativo.de_escuela(c.escuela), terminar=True)
        ).errors
    }

    assert errores == {}
    de_2026 = Caracterizacion.objects.filter(anio=2026, momento="inicio").values_list("estado", flat=True)
    assert len(terminadas) > 500
    assert 150 < list(de_2026).count("terminada") < 240
    assert "borrador" in de_2026


def test_las_necesidades_de_la_demo_salen_de_los_niveles_mas_bajos_de_su_diagnostica(en_demo):
    suyas = list(Necesidad.objects.filter(docente__usuario__username="rosa", anio=2026))
    niveles = dict(
        NivelObservado.objects.filter(visita=suyas[0].visita, nivel__isnull=False).values_list(
            "competencia", "nivel"
        )
    )
    priorizados = [niveles.pop(n.competencia_id) for n in suyas]

    assert 3 <= len(suyas) <= 5
    assert priorizados == sorted(priorizados)
    assert max(priorizados) <= min(niveles.values())


def _filas(docente):
    """Every row of a teacher's visits, but for the moments and keys that the server mints on receiving."""
    de = {"visita__docente": docente}
    fuera = {"recibida_en", "enmendada_en", "recibido_en", "recibo", "id", "revision_id"}

    def columnas(modelo, conservar=()):
        return [
            c.attname
            for c in modelo._meta.concrete_fields
            if c.attname not in fuera or c.attname in conservar
        ]

    return {
        "visitas": list(
            Visita.objects.filter(docente=docente).order_by("pk").values_list(*columnas(Visita, ["id"]))
        ),
        "revisiones": list(
            Revision.objects.filter(**de).order_by("pk").values_list(*columnas(Revision, ["id"]))
        ),
        "niveles": list(
            NivelObservado.objects.filter(**de)
            .order_by("visita", "competencia")
            .values_list(*columnas(NivelObservado))
        ),
        "dialogos": list(DialogoReflexivo.objects.filter(**de).order_by("pk").values_list()),
        "compromisos": list(Compromiso.objects.filter(**de).order_by("pk").values_list()),
        "textos": list(
            ContenidoDeRevision.objects.filter(revision__visita__docente=docente)
            .order_by("pk")
            .values_list("revision_id", "texto")
        ),
    }


def _borrar_visitas(docente):
    """Delete what receiving a visit writes; what hangs from it waits for the same keys to come back."""
    suyas = {"visita__docente": docente}
    for filas in (
        CalidadDeVisita.objects.filter(**suyas),
        Compromiso.objects.filter(**suyas),
        DialogoReflexivo.objects.filter(**suyas),
        NivelObservado.objects.filter(**suyas),
        ContenidoDeRevision.objects.filter(revision__visita__docente=docente),
        Revision.objects.filter(**suyas),
        Visita.objects.filter(docente=docente),
    ):
        filas.order_by()._raw_delete(filas.db)


def _enmendado():
    corregida = Revision.objects.filter(base__isnull=False, visita__docente__asignaciones__hasta=None)
    return corregida.order_by("pk").first().visita.docente


def _del_nivel(nivel):
    docentes = Docente.objects.annotate(n=Count("asignaciones")).filter(n=1, asignaciones__hasta=None)
    return next(
        d
        for d in docentes.select_related("escuela").order_by("plaza")
        if NivelEducativo.de_escuela(d.escuela) == nivel
    )


@pytest.mark.parametrize(
    "elegir",
    [
        lambda: Docente.objects.get(usuario__username="rosa"),
        _enmendado,
        lambda: _del_nivel(NivelEducativo.INICIAL),
        lambda: _del_nivel(NivelEducativo.SECUNDARIA),
    ],
    ids=["rosa", "enmendado", "inicial", "secundaria"],
)
def test_las_filas_son_las_que_habria_escrito_el_servicio(en_demo, elegir):
    docente = elegir()
    esperado = _filas(docente)
    revisiones = list(
        Revision.objects.filter(visita__docente=docente)
        .select_related("contenido", "autor")
        .order_by("visita__fecha", "recibido_en")
    )
    _borrar_visitas(docente)
    catalogos = Catalogos(hoy=max(HOY, timezone.localdate()))
    for revision in revisiones:
        resultado = recibir_revision(
            autor=revision.autor,
            visita_id=revision.visita_id,
            revision_id=revision.pk,
            base_id=revision.base_id,
            formulario_version=revision.formulario_version,
            contenido=json.loads(revision.contenido.texto),
            huella=revision.huella,
            finalizada_en=revision.finalizada_en,
            secuencia=revision.secuencia,
            dispositivo=revision.dispositivo,
            catalogos=catalogos,
        )
        assert resultado.errores == []
        assert resultado.estado in ("creada", "enmendada")
    assert len(revisiones) >= 5
    assert _filas(docente) == esperado


def test_hay_sesiones_de_dos_anios_y_una_comunidad_que_conversa(en_demo):
    de_ana = SesionGrupal.objects.filter(acompanante__usuario__username="ana")
    hechas = de_ana.realizadas().values_list("anio", "tipo")
    assert {(2025, "microtaller"), (2025, "taller"), (2026, "microtaller"), (2026, "taller")} == set(hechas)
    assert de_ana.programadas().filter(fecha__gt=HOY).exists()
    assert SesionGrupal.objects.values("acompanante").distinct().count() == 30
    assert not SesionGrupal.objects.realizadas().filter(fecha__gte=HOY).exists()
    assert not SesionGrupal.objects.realizadas().exclude(asistencias__asistio=True).exists()
    rosa = Usuario.objects.get(username="rosa")
    compartidos = FragmentoDePractica.objects.visibles_para(rosa)
    assert sorted(compartidos.values_list("con_nombre", flat=True)) == [False, True]
    assert compartidos.propios_de(rosa).get().sesion is not None
    assert ComentarioDeFragmento.objects.visibles_para(rosa).count() == 5


def test_cargarla_otra_vez_no_cambia_nada(en_demo):
    antes = _sumas()
    repetida = cargar_demo(fecha=HOY)
    assert repetida.nueva is False
    assert _sumas() == antes


def test_la_misma_fecha_da_la_misma_demo(en_demo):
    primera = _sumas()
    _vaciar()
    assert not any(m._base_manager.exists() for m in _sembrados())
    cargar_demo(fecha=HOY)
    assert _sumas() == primera


def test_el_formador_tiene_que_leer(en_demo):
    assert CalidadDeVisita.objects.count() == Visita.objects.count()
    cerrados = EjercicioDeCalibracion.objects.filter(cierra__lt=HOY)
    assert [e.respuestas.count() for e in cerrados] == [30, 30, 30]
    assert Caso.objects.filter(acompanante__usuario__username="ana").count() == 2
    assert set(ObservacionDeAcompanante.objects.values_list("acompanante", flat=True)) == set(
        Acompanante.objects.values_list("pk", flat=True)
    )


def test_casi_todas_las_direcciones_tienen_asesoria_y_sus_versiones_cuadran(en_demo):
    asesorias = AsesoriaDirectiva.objects.terminadas()
    assert asesorias.values("escuela").distinct().count() > 200
    assert asesorias.filter(director__username="hugo").count() == 8
    assert not asesorias.filter(fecha__gte=HOY).exists()
    for texto, firma in VersionDeAsesoria.objects.values_list("contenido", "huella"):
        assert huella(texto) == firma


def test_beto_recibe_a_quien_no_deja_pasar_sus_visitas(en_demo):
    recibido = Traspaso.objects.get(siguiente__acompanante__usuario__username="beto")
    beto = Usuario.objects.get(username="beto")
    de_antes = Visita.objects.filter(docente=recibido.docente, acompanante=recibido.anterior.acompanante)
    assert de_antes.exists()
    assert not recibido.visitas
    assert not (Visita.objects.visibles_para(beto) & de_antes).exists()


def test_los_informes_del_anio_pasado_estan_cerrados(en_demo):
    informes = InformeFinal.objects.order_by()
    assert set(informes.filter(anio=2025).values_list("estado", flat=True)) == {"cerrado"}
    assert informes.filter(anio=2025).count() == 30
    assert set(informes.filter(anio=2026).values_list("estado", flat=True)) == {"borrador"}
