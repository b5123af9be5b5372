"""The teachers' own voice: their word on about six visits in ten, notes on commitments, reflections."""

from datetime import timedelta

from visitas.models import (
    Acuerdo,
    AvanceDeCompromiso,
    Competencia,
    Compromiso,
    ReflexionPropia,
    VersionDeVoz,
    Visita,
    VozDelDocente,
)

from ..azar import id_de, pesado, suerte
from ..calendario import a_las
from ..textos import voz as textos

DICEN_ALGO = 0.6
ACUERDOS = {Acuerdo.DE_ACUERDO: 88, Acuerdo.EN_DESACUERDO: 4, Acuerdo.SIN_DECIR: 8}
COMENTARIOS = {
    Acuerdo.DE_ACUERDO: textos.DE_ACUERDO,
    Acuerdo.EN_DESACUERDO: textos.EN_DESACUERDO,
    Acuerdo.SIN_DECIR: textos.SIN_DECIR,
}
COMENTAN = 0.7
CAMBIAN = 0.06
ANOTAN = 0.35
REFLEXIONAN = 0.2
FILAS_POR_ORDEN = 2000


def cargar(carteras, reloj) -> None:
    docentes = [d for c in carteras for d in c.docentes]
    visitas = Visita.objects.filter(docente__in=docentes).order_by("fecha", "pk")
    filas = list(visitas.values_list("pk", "docente", "recibida_en", "fecha"))
    _cargar_voces(filas, reloj)
    _cargar_avances(docentes, reloj)
    _cargar_reflexiones(carteras, filas, reloj)


def _cargar_voces(filas, reloj):
    voces, versiones = [], []
    for visita, _docente, recibida, _fecha in filas:
        azar = suerte("voz", visita)
        escrita = recibida + timedelta(days=azar.randint(1, 5), minutes=azar.randint(0, 300))
        if azar.random() >= DICEN_ALGO or escrita >= reloj.ahora:
            continue
        voz = _voz(visita, escrita, azar, reloj)
        if azar.random() < CAMBIAN:
            versiones.append(_version(voz, azar))
        voces.append(voz)
    VozDelDocente.objects.bulk_create(voces, batch_size=FILAS_POR_ORDEN)
    VersionDeVoz.objects.bulk_create(versiones, batch_size=FILAS_POR_ORDEN)


def _voz(visita, escrita, azar, reloj):
    acuerdo = pesado(azar, ACUERDOS)
    comenta = acuerdo != Acuerdo.DE_ACUERDO or azar.random() < COMENTAN
    leida = escrita + timedelta(days=azar.randint(1, 12), minutes=azar.randint(0, 300))
    return VozDelDocente(
        visita_id=visita,
        acuerdo=acuerdo,
        comentario=azar.choice(COMENTARIOS[acuerdo]) if comenta else "",
        escrita_en=escrita,
        leida_en=leida if leida < reloj.ahora else None,
    )


def _version(voz, azar):
    """What was said a few hours before, and then changed."""
    return VersionDeVoz(
        voz_id=voz.pk,
        acuerdo=Acuerdo.SIN_DECIR,
        comentario=azar.choice(textos.SIN_DECIR),
        escrita_en=voz.escrita_en - timedelta(hours=azar.randint(2, 20)),
    )


def _cargar_avances(docentes, reloj):
    compromisos = Compromiso.objects.filter(visita__docente__in=docentes).order_by("visita__fecha", "orden")
    avances = []
    for pk, fecha, vista, usuario in compromisos.values_list(
        "pk", "visita__fecha", "verificado_en__fecha", "visita__docente__usuario"
    ):
        azar = suerte("avance", pk)
        if usuario is None and azar.random() >= ANOTAN:
            continue
        dias = sorted(azar.sample(range(3, 24), azar.choice((1, 1, 2))))
        elegidos = azar.sample(textos.AVANCES, len(dias))
        for dia, texto in zip(dias, elegidos, strict=True):
            momento = a_las(fecha + timedelta(days=dia), azar.randint(15, 20), azar.randint(0, 59))
            if momento < min(reloj.ahora, a_las(vista or reloj.hoy, 0)):
                avances.append(
                    AvanceDeCompromiso(
                        id=id_de(azar, momento), compromiso_id=pk, texto=texto, escrito_en=momento
                    )
                )
    AvanceDeCompromiso.objects.bulk_create(avances, batch_size=FILAS_POR_ORDEN)


def _cargar_reflexiones(carteras, filas, reloj):
    competencias = dict(Competencia.objects.filter(instrumento__vigente=True).values_list("numero", "pk"))
    ultimas = {docente: (visita, fecha) for visita, docente, _recibida, fecha in filas}
    reflexiones = []
    for cartera in carteras:
        for docente in cartera.docentes:
            if docente.usuario_id:
                reflexiones += _de_rosa(docente, cartera.acompanante, competencias, reloj)
            elif docente.pk in ultimas:
                reflexiones += _de_otra(docente, *ultimas[docente.pk], competencias, reloj)
    ReflexionPropia.objects.bulk_create(reflexiones, batch_size=FILAS_POR_ORDEN)


def _de_otra(docente, visita, fecha, competencias, reloj):
    azar = suerte("reflexion", docente.plaza)
    dia = fecha + timedelta(days=azar.randint(1, 6))
    if azar.random() >= REFLEXIONAN or dia >= reloj.hoy:
        return []
    numero = azar.choice(sorted(competencias))
    texto = azar.choice(textos.REFLEXIONES)
    return [_reflexion(azar, docente, dia, texto, competencias[numero], visita)]


def _de_rosa(docente, acompanante, competencias, reloj):
    azar = suerte("reflexion", docente.plaza)
    for dias, numero, texto, compartida in textos.DE_ROSA:
        dia = reloj.hoy - timedelta(days=dias)
        reflexion = _reflexion(azar, docente, dia, texto, competencias.get(numero), None)
        if compartida:
            reflexion.compartida_con = acompanante
            reflexion.compartida_en = a_las(dia + timedelta(days=1), 18)
        yield reflexion


def _reflexion(azar, docente, dia, texto, competencia, visita):
    momento = a_las(dia, 19, azar.randint(0, 59))
    return ReflexionPropia(
        id=id_de(azar, momento),
        docente=docente,
        fecha=dia,
        texto=texto,
        competencia_id=competencia,
        visita_id=visita,
        guardada_en=momento,
    )
