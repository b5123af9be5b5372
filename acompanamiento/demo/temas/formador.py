"""What the formador reads and does: quality, calibration, field visits and cases of everybody's teachers."""

from datetime import timedelta

from docentes.models import Usuario
from visitas.casos import partes_de
from visitas.expediente import contenido_de
from visitas.instrumento_de_campo import claves
from visitas.models import (
    Caso,
    ClaseDeLeccion,
    ClaseDeObservacion,
    EjercicioDeCalibracion,
    EstadoDeObservacion,
    Instrumento,
    MensajeDeCaso,
    NivelDeReferencia,
    NivelDeRespuesta,
    ObservacionDeAcompanante,
    RespuestaDeCalibracion,
    Visita,
)
from visitas.services.calidad import recalcular_calidad
from visitas.services.caso import compartir_caso, termino_de

from ..azar import id_de, pesado, suerte
from ..calendario import a_las
from ..textos import calibracion as textos

CASOS = 6


def cargar(carteras, reloj):
    recalcular_calidad()
    fidel = Usuario.objects.get(username="fidel")
    acompanantes = [c.acompanante for c in carteras]
    _observaciones(fidel, acompanantes, reloj)
    if any(c.es_de_ana for c in carteras):
        _ejercicios(fidel, acompanantes, reloj)
        _casos(fidel, carteras, reloj)


def _observaciones(fidel, acompanantes, reloj):
    filas = []
    for acompanante in acompanantes:
        azar = suerte("observacion", acompanante.usuario.username)
        dias = (150, 80, 20) if acompanante.usuario.username == "ana" else azar.sample((160, 120, 70, 30), 2)
        filas += [_observacion(fidel, acompanante, reloj.mover(reloj.hoy, -d // 2), azar) for d in dias]
    ObservacionDeAcompanante.objects.bulk_create(filas)


def _observacion(fidel, acompanante, dia, azar):
    momento = a_las(dia, 17)
    en_reunion = azar.random() < 0.25
    comenta = azar.random() < 0.4
    escala = {"si": 6, "parte": 3, "no": 1}
    return ObservacionDeAcompanante(
        id=id_de(azar, momento),
        formador=fidel,
        acompanante=acompanante,
        clase=ClaseDeObservacion.REUNION if en_reunion else ClaseDeObservacion.CAMPO,
        fecha=dia,
        respuestas={} if en_reunion else {clave: pesado(azar, escala) for clave in claves()},
        devolucion=azar.choice(textos.DEVOLUCIONES),
        acuerdos=azar.choice(textos.ACUERDOS),
        estado=EstadoDeObservacion.TERMINADA,
        terminada_en=momento,
        comentario=azar.choice(textos.COMENTARIOS) if comenta else "",
        comentada_en=momento + timedelta(days=1) if comenta else None,
    )


def _ejercicios(fidel, acompanantes, reloj):
    instrumento = Instrumento.objects.all().vigente()
    competencias = {c.numero: c for c in instrumento.competencias.all()}
    for orden, leccion in enumerate(textos.LECCIONES):
        ejercicio = _ejercicio(fidel, instrumento, competencias, reloj, leccion)
        responden = [a for i, a in enumerate(acompanantes) if _responde(orden, i, a)]
        _respuestas(ejercicio, responden, competencias, leccion, reloj)


def _responde(orden, lugar, acompanante):
    """Everybody answered the lessons that closed; the open one, a few, and not Ana."""
    abierto = orden == len(textos.LECCIONES) - 1
    return not abierto or (lugar % 4 == 0 and acompanante.usuario.username != "ana")


def _ejercicio(fidel, instrumento, competencias, reloj, leccion):
    titulo, texto, referencia, (abre, cierra) = leccion
    ejercicio = EjercicioDeCalibracion.objects.create(
        id=id_de(suerte("ejercicio", titulo), a_las(reloj.hoy - timedelta(days=abre), 9)),
        region_id=fidel.region_id,
        instrumento=instrumento,
        titulo=titulo,
        clase=ClaseDeLeccion.GRABADA if "grabada" in texto else ClaseDeLeccion.ESCRITA,
        leccion=texto,
        abre=reloj.hoy - timedelta(days=abre),
        cierra=reloj.hoy - timedelta(days=cierra),
        creado_por=fidel,
    )
    azar = suerte("referencia", titulo)
    NivelDeReferencia.objects.bulk_create(
        NivelDeReferencia(
            ejercicio=ejercicio, competencia=competencias[n], nivel=nivel, razon=_razon(nivel, azar)
        )
        for n, nivel in referencia.items()
    )
    return ejercicio


def _razon(nivel, azar):
    return azar.choice(textos.RAZONES[nivel]) if nivel else ""


def _respuestas(ejercicio, acompanantes, competencias, leccion, reloj):
    titulo, _, referencia, (abre, _) = leccion
    respuestas = RespuestaDeCalibracion.objects.bulk_create(
        RespuestaDeCalibracion(
            ejercicio=ejercicio,
            acompanante=a,
            enviada_en=a_las(reloj.hoy - timedelta(days=abre - 2), 19),
        )
        for a in acompanantes
    )
    filas = []
    for respuesta in respuestas:
        azar = suerte("lectura", titulo, respuesta.acompanante.usuario.username)
        for numero, competencia in competencias.items():
            nivel = _leido(referencia[numero], numero, azar)
            filas.append(
                NivelDeRespuesta(
                    respuesta=respuesta, competencia=competencia, nivel=nivel, razon=_razon(nivel, azar)
                )
            )
    NivelDeRespuesta.objects.bulk_create(filas)


def _leido(referencia, numero, azar):
    """What one person reads: near the reference, further in the competencies that are read differently."""
    if referencia is None:
        return azar.choice((None, None, None, 2))
    ancho = 1.1 if numero in textos.DISPERSAS else 0.45
    return min(4, max(1, round(azar.gauss(referencia, ancho))))


def _casos(fidel, carteras, reloj):
    termino = termino_de(reloj.hoy)
    # Ana shares two, so that her own page has a list; the others, one each.
    propios = [c.acompanante for c in sorted(carteras, key=lambda c: not c.es_de_ana)]
    for lugar, acompanante in enumerate([propios[0], *propios[:CASOS]]):
        visitas = Visita.objects.filter(acompanante=acompanante, niveles__nivel__isnull=False).distinct()
        visitas = visitas.exclude(casos__isnull=False).select_related(
            "docente__escuela__distrito__provincia", "docente__escuela__ugel", "escuela", "instrumento"
        )
        visita = visitas.select_related("acompanante__usuario").order_by("-fecha", "pk").first()
        if visita:
            _caso(fidel, visita, lugar, termino, reloj)


def _caso(fidel, visita, lugar, termino, reloj):
    caso = compartir_caso(
        visita=visita,
        partes=partes_de(visita, contenido_de(visita)),
        pregunta=textos.PREGUNTAS[lugar % len(textos.PREGUNTAS)],
    )
    momento = a_las(reloj.hoy - timedelta(days=5 + lugar), 18)
    Caso.objects.filter(pk=caso.pk).update(termino=termino, compartido_en=momento)
    autores = (fidel, visita.acompanante.usuario, fidel)
    mensajes = [
        MensajeDeCaso(caso=caso, autor=autor, texto=texto)
        for autor, texto in zip(autores, textos.MENSAJES, strict=True)
    ][: 3 - lugar % 4]
    MensajeDeCaso.objects.bulk_create(mensajes)
    for dia, mensaje in enumerate(mensajes, start=1):
        MensajeDeCaso.objects.filter(pk=mensaje.pk).update(enviado_en=momento + timedelta(hours=20 * dia))
