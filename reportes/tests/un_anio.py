"""A year of one teacher and of who accompanies her, with one text in every corner that the purge must find."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.identidad import nuevo_id
from docentes.models import MotivoDeFin, Rol
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_usuario
from visitas.models import (
    ActividadDePlan,
    AsesoriaDirectiva,
    Asistencia,
    AvanceDeCompromiso,
    CambioDeSesion,
    Caracterizacion,
    Caso,
    ComentarioDeFragmento,
    ComentarioDePlan,
    Competencia,
    CompromisoDirectivo,
    Cuarentena,
    DecisionDeTraspaso,
    EjercicioDeCalibracion,
    FragmentoDePractica,
    Hallazgo,
    InformeDeEscuela,
    InformeFinal,
    Instrumento,
    LineaDePlan,
    MensajeDeCaso,
    MetaDePlan,
    Necesidad,
    NivelDeReferencia,
    NivelDeRespuesta,
    NotaPrivada,
    ObservacionDeAcompanante,
    Parada,
    PasoDeInforme,
    Plan,
    ReflexionPropia,
    Reprogramacion,
    RespuestaDeCalibracion,
    SesionGrupal,
    Traspaso,
    VersionDeAsesoria,
    VersionDePlan,
    VersionDeVoz,
    Viaje,
    VisitaProgramada,
    VozDelDocente,
)
from visitas.planes.foto import tomar
from visitas.services.borrador import abrir_borrador
from visitas.services.cadena import asentar
from visitas.tests.fabricas import compromiso, crear_programada, crear_visita, nivel, tipo_de_visita


def _en(anio):
    return timezone.make_aware(datetime(anio, 6, 20, 12))


def _guardado(fila, anio, campo):
    """As if it had been kept in that year: the column says today by itself."""
    type(fila).objects.filter(pk=fila.pk).update(**{campo: _en(anio)})
    return fila


def anio_de(anio, canario, docente, acompanante):
    """A year of one teacher with `canario` in every text that the purge must find."""
    autor, dia = acompanante.usuario, date(anio, 6, 16)
    programada = crear_programada(docente=docente, acompanante=acompanante, tipo="A1", fecha=dia)
    VisitaProgramada.objects.filter(pk=programada.pk).update(
        estado="no_realizada", motivo="otro", motivo_texto=canario
    )
    Reprogramacion.objects.create(
        programada=programada,
        de=dia,
        a=dia + timedelta(1),
        motivo="otro",
        motivo_texto=canario,
        hecha_por=autor,
    )
    visita = crear_visita(
        docente=docente,
        acompanante=acompanante,
        tipo="D",
        fecha=dia,
        hoy=dia,
        analisis=canario,
        dialogo=dict.fromkeys(("describir", "explicar", "confrontar", "reconstruir"), canario),
        niveles=[nivel(2, 3, evidencia=canario)],
        compromisos=[compromiso(que=canario, como=canario, hasta=f"{anio}-12-01")],
    )
    visita.compromisos.update(comentario=canario)
    NotaPrivada.objects.create(visita_id=visita.pk, autor=autor, texto=canario)
    Cuarentena.objects.create(
        revision_id=nuevo_id(), visita_id=nuevo_id(), formulario="visita", formulario_version=1, autor=autor,
        dispositivo=nuevo_id(), huella=huella(canario), texto=canario, finalizada_en=_en(anio),
        errores=[{"campo": "", "codigo": "FALTA", "mensaje": canario}],
    )  # fmt: skip
    necesidad = Necesidad.objects.create(
        docente=docente, anio=anio, competencia=Competencia.objects.first(), texto=canario, prioridad=1,
        autor=acompanante,
    )  # fmt: skip
    _plan(anio, canario, docente, acompanante, necesidad)
    _escuela_y_sesion(anio, canario, docente, acompanante, dia)
    borrador = abrir_borrador(autor=autor, docente=docente, tipo=tipo_de_visita("A3"))
    type(borrador).objects.filter(pk=borrador.pk).update(
        datos={"analisis": canario}, guardado_en=timezone.make_aware(datetime(anio, 6, 1))
    )
    _palabra(anio, canario, docente, acompanante, visita)
    _casos_y_traspaso(anio, canario, docente, visita)
    _viaje_y_direccion(anio, canario, acompanante, programada)
    _formador(anio, canario, acompanante)
    return visita


def _plan(anio, canario, docente, acompanante, necesidad):
    plan = Plan.objects.create(
        acompanante=acompanante, anio=anio, estado="enviado", version=1, enviado_en=_en(anio),
        **dict.fromkeys(("caracterizacion", "objetivo", "objetivos", "recursos", "evaluacion"), canario),
    )  # fmt: skip
    MetaDePlan.objects.create(plan=plan, indicador=canario, partida=canario, meta=canario)
    linea = LineaDePlan.objects.create(
        plan=plan, docente=docente, necesidad=necesidad, estrategia=canario, razon=canario, sugerida=canario
    )
    ActividadDePlan.objects.create(
        linea=linea, tipo="visita", que=canario, desde=date(anio, 4, 1), hasta=date(anio, 5, 1)
    )
    texto = canonico(tomar(plan))
    version = VersionDePlan.objects.create(
        plan=plan, numero=1, texto=texto, huella=huella(texto), enviada_por=acompanante.usuario,
        enviada_en=_en(anio),
    )  # fmt: skip
    version.docentes.add(docente)
    ComentarioDePlan.objects.create(
        version=version, seccion="matriz", docente=docente, autor=acompanante.usuario, texto=canario,
        momento=_en(anio),
    )  # fmt: skip


def _escuela_y_sesion(anio, canario, docente, acompanante, dia):
    caracterizacion = Caracterizacion.objects.create(
        escuela=docente.escuela, anio=anio, autor=acompanante, contexto=canario, como_llegar=canario, borrador={"contexto": canario},
    )  # fmt: skip
    _guardado(caracterizacion, anio, "guardada_en")
    Hallazgo.objects.create(
        caracterizacion=caracterizacion, practica="gestion", dimension=canario, signo="debilidad", texto=canario,
        evidencia=canario,
    )  # fmt: skip
    sesion = SesionGrupal.objects.create(
        acompanante=acompanante, tipo="microtaller", anio=anio, fecha_original=dia, fecha=dia, inicio="08:00",
        fin="12:00", minutos=240, lugar="Cascas", tema="Tiempo", desarrollo=canario, acuerdos=canario,
        estado="no_realizada", motivo="otro", motivo_texto=canario,
    )  # fmt: skip
    CambioDeSesion.objects.create(
        sesion=sesion, de=dia - timedelta(1), a=dia, motivo="otro", motivo_texto=canario,
        hecho_por=acompanante.usuario,
    )  # fmt: skip
    Asistencia.objects.create(sesion=sesion, docente=docente, asistio=True)
    for registro in (sesion, caracterizacion):
        asentar(
            registro, autor=acompanante.usuario, contenido={"acuerdos": canario}, version=1, momento=_en(anio)
        )


def _palabra(anio, canario, docente, acompanante, visita):
    voz = VozDelDocente.objects.create(visita=visita, comentario=canario, escrita_en=_en(anio))
    VersionDeVoz.objects.create(voz=voz, comentario=canario, acuerdo="sin_decir", escrita_en=_en(anio))
    AvanceDeCompromiso.objects.create(
        compromiso=visita.compromisos.first(), texto=canario, escrito_en=_en(anio)
    )
    ReflexionPropia.objects.create(docente=docente, fecha=date(anio, 6, 20), texto=canario)
    fragmento = FragmentoDePractica.objects.create(
        autor=docente, acompanante=acompanante, titulo=canario, area=canario, texto=canario, pregunta=canario,
        estado="compartido", compartido_en=_en(anio),
    )  # fmt: skip
    _guardado(fragmento, anio, "guardado_en")
    ComentarioDeFragmento.objects.create(
        fragmento=fragmento, docente=docente, tipo="valoro", texto=canario, escrito_en=_en(anio)
    )


def _casos_y_traspaso(anio, canario, docente, visita):
    caso = Caso.objects.create(
        visita=visita, docente=docente, acompanante=visita.acompanante, termino=f"{anio}-B2",
        mes=date(anio, 6, 1), modalidad=canario, area=canario, pregunta=canario,
        partes=[{"grupo": "analisis", "titulo": "Análisis", "nivel": None, "texto": canario}],
    )  # fmt: skip
    MensajeDeCaso.objects.create(caso=caso, autor=visita.acompanante.usuario, texto=canario)
    antes = crear_asignacion(
        docente=docente, acompanante=crear_acompanante(ugel=docente.escuela.ugel), desde=date(anio, 1, 2),
        hasta=date(anio, 1, 31), motivo_fin=MotivoDeFin.OTRO, motivo_texto=canario,
    )  # fmt: skip
    traspaso = Traspaso.objects.create(
        docente=docente, anterior=antes, palabra=canario, decidido_en=_en(anio), nota=canario,
        nota_escrita_en=_en(anio),
    )  # fmt: skip
    DecisionDeTraspaso.objects.create(
        traspaso=traspaso, visitas=True, necesidades=True, plan=True, pasa_la_nota=True, palabra=canario,
        autor=visita.acompanante.usuario, momento=_en(anio),
    )  # fmt: skip


def _viaje_y_direccion(anio, canario, acompanante, programada):
    viaje = Viaje.objects.create(
        acompanante=acompanante, anio=anio, nombre=canario, alojamiento=canario, estado="cancelado",
        motivo="otro", motivo_texto=canario,
    )  # fmt: skip
    Parada.objects.create(viaje=viaje, programada=programada, plan_b=canario)
    escuela, textos = (
        programada.docente.escuela,
        dict.fromkeys(
            ["observado", "evidencia", "describir", "explicar", "confrontar", "reconstruir", "comentario"],
            canario,
        ),
    )
    asesoria = AsesoriaDirectiva.objects.create(
        escuela=escuela, acompanante=acompanante, anio=anio, estado="terminada", version=1,
        fecha=date(anio, 6, 16), inicio="11:00", fin="12:30", minutos=90, terminada_en=_en(anio),
        dimensiones=["clima"], borrador={"observado": canario}, **textos,
    )  # fmt: skip
    _guardado(asesoria, anio, "guardada_en")
    CompromisoDirectivo.objects.create(
        asesoria=asesoria, orden=1, que=canario, hasta=date(anio, 12, 1), como=canario, comentario=canario,
        avance=canario,
    )  # fmt: skip
    VersionDeAsesoria.objects.create(
        asesoria=asesoria, numero=1, contenido=canario, huella=huella(canario), autor=acompanante.usuario,
        momento=_en(anio),
    )  # fmt: skip
    informe = InformeFinal.objects.create(
        acompanante=acompanante, anio=anio, hechos={"hechas": 1},
        **dict.fromkeys(["logros", "dificultades", "lecciones", "recomendaciones", "comentario"], canario),
    )  # fmt: skip
    InformeDeEscuela.objects.create(informe=informe, escuela=escuela, texto=canario)
    PasoDeInforme.objects.create(
        informe=informe, que="enviado", por=acompanante.usuario, comentario=canario,
        contenido={"logros": canario}, momento=_en(anio),
    )  # fmt: skip


def _formador(anio, canario, acompanante):
    formador = crear_usuario(Rol.FORMADOR, region=acompanante.usuario.ugel.region)
    ObservacionDeAcompanante.objects.create(
        formador=formador, acompanante=acompanante, fecha=date(anio, 6, 16), respuestas={"a": canario},
        devolucion=canario, acuerdos=canario, comentario=canario, estado="terminada", terminada_en=_en(anio),
    )  # fmt: skip
    ejercicio = EjercicioDeCalibracion.objects.create(
        region_id=formador.region_id, instrumento=Instrumento.objects.all().vigente(), titulo=canario,
        leccion=canario, abre=date(anio, 6, 1), cierra=date(anio, 6, 30), creado_por=formador,
    )  # fmt: skip
    competencia = Competencia.objects.first()
    NivelDeReferencia.objects.create(ejercicio=ejercicio, competencia=competencia, nivel=2, razon=canario)
    respuesta = RespuestaDeCalibracion.objects.create(
        ejercicio=ejercicio, acompanante=acompanante, borrador={"razon_1": canario}, enviada_en=_en(anio)
    )
    NivelDeRespuesta.objects.create(respuesta=respuesta, competencia=competencia, nivel=2, razon=canario)
