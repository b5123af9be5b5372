"""Two years of group sessions for every acompañante, and what is shared in Ana's learning community."""

from datetime import time, timedelta

from django.db.models import F

from visitas.models import (
    Asistencia,
    CambioDeSesion,
    ComentarioDeFragmento,
    Competencia,
    EstadoDeFragmento,
    EstadoDeSesion,
    FragmentoDePractica,
    MotivoNoRealizada,
    NivelEducativo,
    Protocolo,
    SesionGrupal,
    TipoDeSesion,
)

from ..azar import id_de, suerte
from ..calendario import a_las
from ..textos.sesiones import FRAGMENTO_DE_ROSA, FRAGMENTO_SIN_FIRMA, PASANTIA, TALLERES, TEMAS

# Months of each kind, by how many the protocol asks for.
MESES = {8: (4, 5, 6, 7, 8, 9, 10, 11), 4: (4, 6, 9, 11), 2: (5, 8)}
JUEVES, VIERNES = 3, 4
SE_HACE, ASISTE, SE_MUEVE = 0.93, 0.88, 0.1
LUGARES = ("Aula común", "Salón de reuniones", "Patio techado")
MOTIVOS = (MotivoNoRealizada.LLUVIA, MotivoNoRealizada.VIA_CORTADA, MotivoNoRealizada.PARO)
FILAS_POR_ORDEN = 2000


def cargar(carteras, reloj):
    numeros = {c.numero: c.pk for c in Competencia.objects.filter(instrumento__vigente=True)}
    lote = _Lote(reloj, numeros, _cuotas())
    for cartera in carteras:
        for anio in reloj.anios:
            lote.planear(cartera, anio.anio)
    de_ana = next((c for c in carteras if c.es_de_ana), None)
    if de_ana:
        lote.pasantia_de_ana(de_ana)
    lote.guardar()
    if de_ana:
        _comunidad_de_ana(de_ana, reloj, numeros, lote.analizada)


def _cuotas():
    protocolos = Protocolo.objects.filter(vigente=True).order_by("version").prefetch_related("cuotas")
    return {p.nivel: list(p.cuotas.all()) for p in protocolos}


class _Lote:
    """The rows of all the sessions, waiting for one insert each."""

    def __init__(self, reloj, numeros, cuotas):
        self.reloj, self.numeros, self.cuotas = reloj, numeros, cuotas
        self.sesiones, self.asistencias, self.cambios, self.temas = [], [], [], []
        self.analizada = None

    def planear(self, cartera, anio):
        nivel = NivelEducativo.de_escuela(cartera.docentes[0].escuela)
        for cuota in self.cuotas[nivel]:
            textos = TALLERES if cuota.tipo == TipoDeSesion.TALLER else TEMAS
            for orden, mes in enumerate(MESES[cuota.cantidad]):
                self._una(cartera, anio, cuota, mes, textos[(orden + anio) % len(textos)])

    def _una(self, cartera, anio, cuota, mes, textos):
        azar = suerte("sesion", cartera.acompanante.usuario.username, anio, cuota.tipo, mes)
        dia = JUEVES if cuota.tipo == TipoDeSesion.TALLER else VIERNES
        dias = self.reloj.habiles(anio, mes)
        original = azar.choice([d for d in dias if d.weekday() == dia] or dias)
        self._poner(cartera, azar, original, cuota.tipo, cuota.minutos, textos)

    def pasantia_de_ana(self, cartera):
        """One to come, whatever the reference day: the others follow the protocol's months."""
        dia = self.reloj.mover(self.reloj.hoy, 6)
        if dia > self.reloj.hoy:
            self._poner(cartera, suerte("pasantia", dia), dia, TipoDeSesion.PASANTIA, 300, PASANTIA)

    def _poner(self, cartera, azar, original, tipo, minutos, textos):
        usuario, anio = cartera.acompanante.usuario, original.year
        fecha = self._mover(azar, original)
        invitados = self._invitados(cartera, fecha)
        if not invitados:
            return
        sede = azar.choice(invitados).escuela
        sesion = SesionGrupal(
            id=id_de(azar, a_las(original.replace(day=1), 9)),
            acompanante=cartera.acompanante,
            tipo=tipo,
            anio=anio,
            fecha_original=original,
            fecha=fecha,
            inicio=time(8),
            fin=time(8 + minutos // 60, minutos % 60),
            minutos=minutos,
            lugar=azar.choice(LUGARES),
            escuela=sede,
            tema=textos[1],
        )
        self._resolver(sesion, cartera, azar, textos)
        self._anotar(sesion, usuario, invitados, azar, textos)

    def _mover(self, azar, original):
        if original >= self.reloj.hoy or azar.random() >= SE_MUEVE:
            return original
        return self.reloj.mover(original, 3)

    def _invitados(self, cartera, fecha):
        return [
            d
            for d in cartera.docentes
            if any(
                t.asignacion.vigente(fecha) and t.acompanante.pk == cartera.acompanante.pk
                for t in cartera.tramos_de(d)
            )
        ]

    def _resolver(self, sesion, cartera, azar, textos):
        """What became of it. Ana's last one waits for its attendance."""
        dias = (self.reloj.hoy - sesion.fecha).days
        if dias <= 0 or (cartera.es_de_ana and dias <= 25 and sesion.tipo == TipoDeSesion.MICROTALLER):
            return
        if azar.random() < SE_HACE:
            sesion.estado = EstadoDeSesion.REALIZADA
            sesion.desarrollo, sesion.acuerdos = textos[2], textos[3]
        else:
            sesion.estado, sesion.motivo = EstadoDeSesion.NO_REALIZADA, azar.choice(MOTIVOS)
        if cartera.es_de_ana and sesion.estado == EstadoDeSesion.REALIZADA:
            self.analizada = sesion if sesion.tipo == TipoDeSesion.MICROTALLER else self.analizada

    def _anotar(self, sesion, usuario, invitados, azar, textos):
        self.sesiones.append(sesion)
        hecha = sesion.estado == EstadoDeSesion.REALIZADA
        asistio = [azar.random() < ASISTE if hecha else None for _ in invitados]
        if hecha and not any(asistio):
            asistio[0] = True
        self.asistencias += [
            Asistencia(sesion=sesion, docente=d, asistio=si) for d, si in zip(invitados, asistio, strict=True)
        ]
        self.temas.append(
            SesionGrupal.competencias.through(sesiongrupal=sesion, competencia_id=self.numeros[textos[0]])
        )
        if sesion.se_movio:
            self.cambios.append(
                CambioDeSesion(
                    sesion=sesion,
                    de=sesion.fecha_original,
                    a=sesion.fecha,
                    motivo=azar.choice(MOTIVOS),
                    hecho_por=usuario,
                )
            )

    def guardar(self):
        for modelo, filas in (
            (SesionGrupal, self.sesiones),
            (Asistencia, self.asistencias),
            (CambioDeSesion, self.cambios),
            (SesionGrupal.competencias.through, self.temas),
        ):
            modelo.objects.bulk_create(filas, batch_size=FILAS_POR_ORDEN)
        self._fechar()

    def _fechar(self):
        """The moments that the database sets by itself, as they would have been."""
        for anio in self.reloj.anios:
            momento = a_las(anio.inicio, 8)
            SesionGrupal.objects.filter(anio=anio.anio).update(creada_en=momento, guardada_en=momento)
        for cambio in self.cambios:
            cambio.momento = a_las(cambio.de, 18)
        CambioDeSesion.objects.bulk_update(self.cambios, ["momento"], batch_size=500)


def _comunidad_de_ana(cartera, reloj, numeros, analizada):
    """Rosa's fragment, signed and analysed in a microtaller; a colleague's, unsigned; and a draft of Rosa's."""
    colegas = cartera.docentes
    rosa = _fragmento(FRAGMENTO_DE_ROSA, colegas[0], cartera, reloj, numeros, hace=12)
    rosa.sesion = analizada
    otra = _fragmento(FRAGMENTO_SIN_FIRMA, colegas[3], cartera, reloj, numeros, hace=5)
    FragmentoDePractica.objects.bulk_create([rosa, otra])
    FragmentoDePractica.objects.update(creado_en=F("compartido_en"), guardado_en=F("compartido_en"))
    for fragmento, textos in ((rosa, FRAGMENTO_DE_ROSA), (otra, FRAGMENTO_SIN_FIRMA)):
        ComentarioDeFragmento.objects.bulk_create(
            _comentario(fragmento, orden, tipo, texto, quien, cartera)
            for orden, (tipo, texto, quien) in enumerate(textos[6])
        )


def _fragmento(textos, autor, cartera, reloj, numeros, *, hace):
    titulo, texto, pregunta, competencia, area, con_nombre, _ = textos
    momento = a_las(reloj.hoy - timedelta(days=hace), 19)
    return FragmentoDePractica(
        id=id_de(suerte("fragmento", titulo), momento),
        autor=autor,
        acompanante=cartera.acompanante,
        titulo=titulo,
        texto=texto,
        pregunta=pregunta,
        area=area,
        competencia_id=numeros[competencia],
        con_nombre=con_nombre,
        estado=EstadoDeFragmento.COMPARTIDO,
        compartido_en=momento,
    )


def _comentario(fragmento, orden, tipo, texto, quien, cartera):
    de_la_acompanante = quien == "acompanante"
    momento = fragmento.compartido_en + timedelta(hours=20 * (orden + 1))
    return ComentarioDeFragmento(
        id=id_de(suerte("comentario", fragmento.titulo, orden), momento),
        escrito_en=momento,
        fragmento=fragmento,
        docente=None if de_la_acompanante else cartera.docentes[quien],
        acompanante=cartera.acompanante if de_la_acompanante else None,
        tipo=tipo,
        texto=texto,
    )
