"""Advice to directors in both years, handovers where an acompañante changed, last year's reports closed."""

from dataclasses import dataclass, field
from datetime import time, timedelta

from acompanamiento.comun.canonico import canonico, huella
from docentes.models import Usuario
from visitas.informes import hechos_de
from visitas.models import (
    AsesoriaDirectiva,
    CompromisoDirectivo,
    EstadoDeAsesoria,
    EstadoDeInforme,
    InformeDeEscuela,
    InformeFinal,
    PasoDeInforme,
    Traspaso,
    VersionDeAsesoria,
)

from ..azar import id_de, pesado, suerte
from ..calendario import a_las
from ..textos import gestion

MESES_DE_ASESORIA = (4, 6, 8, 10)
CUANTAS = {0: 2, 1: 3, 2: 4, 3: 2}
NOTA = (
    "Veníamos probando que los grados mayores empiecen con una ficha de reto mientras lees con los menores. Te ayuda "
    "ensayar la consigna antes. Quedó por conversar cómo cerrar la clase con todos."
)
PALABRA = (
    "Me costó tomar confianza. Prefiero que empecemos mirando una clase mía, y de ahí conversamos lo demás."
)


def cargar(carteras, reloj):
    _asesorias(carteras, reloj)
    _traspasos(carteras, reloj)
    _informes(carteras, reloj)


# --- Advice to directors


@dataclass
class _Lote:
    asesorias: list = field(default_factory=list)
    compromisos: list = field(default_factory=list)
    versiones: list = field(default_factory=list)

    def guardar(self):
        for modelo, filas in (
            (AsesoriaDirectiva, self.asesorias),
            (CompromisoDirectivo, self.compromisos),
            (VersionDeAsesoria, self.versiones),
        ):
            modelo.objects.bulk_create(filas, batch_size=500)


def _asesorias(carteras, reloj):
    directores = {u.escuela_id: u for u in Usuario.objects.filter(rol="director")}
    lote = _Lote()
    for cartera in carteras:
        escuelas = {d.escuela_id: d.escuela for d in cartera.docentes}
        for escuela in escuelas.values():
            _de_una_escuela(lote, cartera, escuela, directores.get(escuela.pk), reloj)
    lote.guardar()


def _de_una_escuela(lote, cartera, escuela, director, reloj):
    azar = suerte("asesoria", escuela.codigo)
    anterior = []
    for anio in reloj.anios:
        meses = (
            MESES_DE_ASESORIA if director else sorted(azar.sample(MESES_DE_ASESORIA, pesado(azar, CUANTAS)))
        )
        for mes in meses:
            dia = azar.choice(reloj.habiles(anio.anio, mes))
            if dia < reloj.hoy:
                anterior = _una(lote, cartera, escuela, director, dia, anterior, azar)
    if director:
        _palabra_de_la_direccion(lote, escuela, anterior, reloj)


def _una(lote, cartera, escuela, director, dia, anterior, azar):
    """Add one advice and return its commitments; those of the one before get what was seen of them."""
    dimensiones = azar.sample(sorted(gestion.DE_GESTION), 2 if director else azar.choice((1, 1, 2)))
    fichas = [azar.choice(gestion.DE_GESTION[d]) for d in dimensiones]
    inicio, minutos = time(azar.choice((11, 12, 13)), azar.choice((0, 30))), azar.choice((60, 75, 90, 120))
    fin = time(inicio.hour + (inicio.minute + minutos) // 60, (inicio.minute + minutos) % 60)
    asesoria = AsesoriaDirectiva(
        id=id_de(azar, a_las(dia, 14)),
        escuela=escuela,
        acompanante=cartera.acompanante,
        director=director,
        estado=EstadoDeAsesoria.TERMINADA,
        version=1,
        anio=dia.year,
        fecha=dia,
        inicio=inicio,
        fin=fin,
        minutos=minutos,
        dimensiones=dimensiones,
        observado=" ".join(f[0] for f in fichas),
        evidencia=" ".join(f[1] for f in fichas),
        describir=fichas[0][2],
        explicar=azar.choice(gestion.EXPLICAR),
        confrontar=azar.choice(gestion.CONFRONTAR),
        reconstruir=azar.choice(gestion.RECONSTRUIR),
        terminada_en=a_las(dia, 18),
    )
    if director:
        asesoria.comentario, asesoria.comentada_en = azar.choice(gestion.COMENTARIOS), a_las(dia, 20)
    for previo in anterior:
        previo.estado = pesado(azar, {"cumplido": 5, "en_parte": 3, "no_se_pudo": 1})
        previo.comentario, previo.verificado_en = azar.choice(gestion.VISTO[previo.estado]), asesoria
    compromisos = [
        CompromisoDirectivo(
            id=id_de(azar, a_las(dia, 15)),
            asesoria=asesoria,
            orden=orden,
            que=ficha[3],
            hasta=dia + timedelta(days=azar.randint(28, 56)),
            como=ficha[4],
        )
        for orden, ficha in enumerate(fichas, start=1)
    ]
    lote.asesorias.append(asesoria)
    lote.compromisos += compromisos
    lote.versiones.append(_version(asesoria, compromisos, anterior))
    return compromisos


def _version(asesoria, compromisos, verificados):
    """The canonical text of an advice, as AsesoriaForm.contenido gives it."""
    texto = canonico(
        {
            "fecha": asesoria.fecha.isoformat(),
            "inicio": f"{asesoria.inicio:%H:%M}",
            "fin": f"{asesoria.fin:%H:%M}",
            "dimensiones": asesoria.dimensiones,
            "observado": asesoria.observado,
            "evidencia": asesoria.evidencia,
            "dialogo": {
                p: getattr(asesoria, p) for p in ("describir", "explicar", "confrontar", "reconstruir")
            },
            "verificaciones": [
                {"compromiso": str(c.pk), "estado": c.estado, "comentario": c.comentario} for c in verificados
            ],
            "compromisos": [
                {"orden": c.orden, "que": c.que, "hasta": c.hasta.isoformat(), "como": c.como}
                for c in compromisos
            ],
        }
    )
    return VersionDeAsesoria(
        asesoria=asesoria,
        numero=1,
        contenido=texto,
        huella=huella(texto),
        autor=asesoria.acompanante.usuario,
        momento=asesoria.terminada_en,
    )


def _palabra_de_la_direccion(lote, escuela, ultimos, reloj):
    """The director tells how the first of the commitments in course goes."""
    azar = suerte("avance", escuela.codigo)
    for compromiso in ultimos[:1]:
        compromiso.avance, compromiso.avance_en = azar.choice(gestion.AVANCES), reloj.ahora


# --- Handovers


def _traspasos(carteras, reloj):
    """One for every change of acompañante; whom Beto receives withholds, and he prepares another for the year's end."""
    filas = []
    for cartera in carteras:
        for docente in cartera.docentes:
            tramos = [t.asignacion for t in cartera.tramos_de(docente)]
            if tramos[0].hasta:
                filas.append(_traspaso(tramos[0], tramos[1] if len(tramos) > 1 else None, reloj))
        if _es_beto(cartera.acompanante):
            de_beto = next(d for d in cartera.docentes if not cartera.tramos_de(d)[0].asignacion.hasta)
            filas.append(_traspaso(cartera.tramos_de(de_beto)[0].asignacion, None, reloj))
    for traspaso in filas:
        if traspaso.siguiente and _es_beto(traspaso.siguiente.acompanante):
            traspaso.visitas, traspaso.palabra = False, PALABRA
            traspaso.decidido_en = traspaso.nota_leida_en = a_las(traspaso.siguiente.desde, 19)
    Traspaso.objects.bulk_create(filas)


def _es_beto(acompanante) -> bool:
    return acompanante.usuario.username == "beto"


def _traspaso(anterior, siguiente, reloj):
    dia = min(anterior.hasta or reloj.hoy, reloj.hoy)
    return Traspaso(
        id=id_de(suerte("traspaso", anterior.pk), a_las(dia, 16)),
        docente=anterior.docente,
        anterior=anterior,
        siguiente=siguiente,
        nota=NOTA,
        nota_escrita_en=a_las(dia, 16),
        creado_en=a_las(dia, 16),
    )


# --- Final reports


def _informes(carteras, reloj):
    fidel = Usuario.objects.get(username="fidel")
    informes, escuelas, pasos = [], [], []
    for orden, cartera in enumerate(carteras):
        pasado = _informe(cartera, reloj.anios[0])
        _cerrar(pasado, reloj.anios[0], fidel, pasos)
        escuelas += _de_las_escuelas(pasado, cartera)
        informes.append(pasado)
        if cartera.es_de_ana or orden % 3:
            informes.append(_informe(cartera, reloj.anio, secciones=("logros", "dificultades")))
    InformeFinal.objects.bulk_create(informes)
    InformeDeEscuela.objects.bulk_create(escuelas)
    PasoDeInforme.objects.bulk_create(pasos)


def _informe(cartera, anio, secciones=("logros", "dificultades", "lecciones", "recomendaciones")):
    azar = suerte("informe", cartera.acompanante.pk, anio.anio)
    informe = InformeFinal(
        id=id_de(azar, a_las(anio.inicio, 12)), acompanante=cartera.acompanante, anio=anio.anio
    )
    for seccion in secciones:
        setattr(informe, seccion, " ".join(azar.sample(getattr(gestion, seccion.upper()), 2)))
    return informe


def _cerrar(informe, anio, fidel, pasos):
    informe.hechos = hechos_de(informe.acompanante, informe.anio)
    informe.estado, informe.version = EstadoDeInforme.CERRADO, 1
    informe.enviado_en = a_las(anio.fin - timedelta(days=3), 17)
    informe.comentario = (
        "Gracias: se entiende qué cambió y por qué. Llevo tus recomendaciones a la programación."
    )
    autor = informe.acompanante.usuario
    for que, por, dias in (("enviado", autor, 3), ("leido", fidel, 1), ("cerrado", fidel, 0)):
        momento = a_las(anio.fin - timedelta(days=dias), 17)
        pasos.append(PasoDeInforme(informe=informe, que=que, por=por, momento=momento))


def _de_las_escuelas(informe, cartera):
    escuelas = list({d.escuela_id: d.escuela for d in cartera.docentes}.values())[:3]
    azar = suerte("informe-escuela", informe.acompanante_id)
    textos = azar.sample(gestion.DE_ESCUELA, len(escuelas))
    return [
        InformeDeEscuela(informe=informe, escuela=e, texto=t) for e, t in zip(escuelas, textos, strict=True)
    ]
