"""What a device takes to the field about group sessions and schools: the plan, what is registered and on which revision.

As paquete.py: values ready for JSON, and as many queries for one row as for a hundred.
"""

from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from docentes.models import Acompanante
from escuelas.models import Escuela
from visitas import papel
from visitas.forms import registro_de_sesion, sesion_nueva
from visitas.forms.linea_de_base import VERSION, CaracterizacionForm, aplanar_contexto
from visitas.forms.linea_de_base.catalogo import AREAS, DIMENSIONES, GRADOS, LENGUAS, MEDIOS, SERVICIOS
from visitas.forms.sesion import SesionNoRealizadaForm
from visitas.models import (
    Caracterizacion,
    Competencia,
    EstadoDeSesion,
    Momento,
    MotivoNoRealizada,
    NivelEducativo,
    RevisionDeRegistro,
    SesionGrupal,
    TipoDeSesion,
)
from visitas.services.linea_de_base import contenido_terminado
from visitas.services.registro_de_sesion import contenido_no_realizada, contenido_registrado
from visitas.sesiones import cuotas_de

DIAS_PARA_CORREGIR = 30
"""How long a session that was held, or was not, stays on the device, so that what was said can be read and corrected."""


def sesiones_de(usuario, docentes, hoy: date) -> list[dict]:
    """Return the year's sessions to be held, and those of the last days, of who organises them.

    Of the invited, only who is among `docentes` is named; of the others, how many they are.
    """
    recientes = Q(fecha__gte=hoy - timedelta(days=DIAS_PARA_CORREGIR))
    mias = SesionGrupal.objects.visibles_para(usuario).filter(anio=hoy.year)
    mias = list(mias.filter(recientes | Q(estado=EstadoDeSesion.PROGRAMADA)).prefetch_related("asistencias"))
    cabezas = _cabezas("sesion", mias)
    visibles = {d.pk for d in docentes}
    return [_sesion(s, visibles, cabezas.get(s.pk)) for s in mias]


def _sesion(sesion, visibles, cabeza) -> dict:
    todas = list(sesion.asistencias.all())
    suyas = [a for a in todas if a.docente_id in visibles]
    hecha = sesion.estado == EstadoDeSesion.REALIZADA
    return {
        "id": str(sesion.pk),
        "nombre": sesion.get_tipo_display(),
        "tema": sesion.tema,
        "lugar": sesion.lugar,
        "fecha": sesion.fecha.isoformat(),
        "original": sesion.fecha_original.isoformat(),
        "inicio": f"{sesion.inicio:%H:%M}",
        "fin": f"{sesion.fin:%H:%M}",
        "invitados": sorted(str(a.docente_id) for a in suyas),
        "otros": len(todas) - len(suyas),
        "estado": sesion.estado,
        "cabeza": cabeza,
        "contenido": contenido_registrado(sesion, suyas) if hecha else None,
        "no_realizada": contenido_no_realizada(sesion) if sesion.motivo else None,
    }


def escuelas_de(usuario, docentes, hoy: date) -> list[dict]:
    """Return the schools of `docentes`, each with the baseline of the start and of the close of the year."""
    escuelas = {d.escuela_id: d.escuela for d in docentes}
    bases = Caracterizacion.objects.visibles_para(usuario).filter(
        escuela__in=escuelas, anio__in=(hoy.year - 1, hoy.year)
    )
    bases = bases.select_related("escuela").prefetch_related("hallazgos", "aprendizajes")
    lector = _LectorDeBases(list(bases.order_by("anio", "terminada_en")), hoy.year)
    por_nombre = sorted(escuelas.values(), key=lambda e: (e.nombre, e.codigo))
    return [lector.escuela(e) for e in por_nombre]


class _LectorDeBases:
    def __init__(self, bases, anio):
        self.bases, self.anio = bases, anio
        self.cabezas = _cabezas("caracterizacion", bases)

    def escuela(self, escuela) -> dict:
        suyas = [b for b in self.bases if b.escuela_id == escuela.pk]
        terminadas = [b for b in suyas if b.terminada]
        return {
            "codigo": escuela.codigo,
            "nombre": escuela.nombre,
            "distrito": escuela.distrito.nombre,
            "modalidad": escuela.get_modalidad_display(),
            "nivel": str(NivelEducativo.de_escuela(escuela)),
            "anio": self.anio,
            "partida": aplanar_contexto(terminadas[-1]) if terminadas else {},
            "momentos": [self._momento(m, suyas) for m in Momento],
        }

    def _momento(self, momento, suyas) -> dict:
        base = next((b for b in suyas if (b.anio, b.momento) == (self.anio, momento)), None)
        terminada = base if base and base.terminada else None
        en = terminada and (terminada.corregida_en or terminada.terminada_en)
        return {
            "momento": str(momento),
            "nombre": momento.label,
            "registro": str(base.pk) if base else None,
            "terminada_en": en.isoformat() if en else None,
            "en_linea": bool(base and base.borrador),
            "cabeza": self.cabezas.get(base.pk) if base else None,
            "contenido": contenido_terminado(terminada) if terminada else None,
        }


def _cabezas(campo, registros) -> dict:
    """{id of a record: id of its head}."""
    suyas = RevisionDeRegistro.objects.aceptadas().filter(**{f"{campo}__in": registros})
    pares = suyas.order_by("numero").values_list(f"{campo}_id", "pk")
    return {registro: str(revision) for registro, revision in pares}


def formularios_de_registros(instrumento) -> dict:
    """Return what the device needs to make a content: versions, codes and their words. `instrumento` is the one in force."""
    return {
        "sesion_grupal": {"version": registro_de_sesion.VERSION},
        "sesion_no_realizada": {
            "version": SesionNoRealizadaForm.version,
            "motivos": dict(MotivoNoRealizada.choices),
        },
        "sesion_nueva": _de_sesion_nueva(instrumento),
        "caracterizacion": {
            str(nivel): {
                "version": VERSION,
                "grados": GRADOS[nivel],
                "areas": AREAS[nivel],
                "lenguas": LENGUAS,
                "servicios": SERVICIOS,
                "medios": MEDIOS,
                "dimensiones": {str(practica): de_ella for practica, de_ella in DIMENSIONES.items()},
            }
            for nivel in NivelEducativo
        },
    }


def _de_sesion_nueva(instrumento):
    competencias = instrumento.competencias.all() if instrumento else ()
    return {
        "version": sesion_nueva.VERSION,
        "tipos": dict(TipoDeSesion.choices),
        "instrumento": {"codigo": instrumento.codigo, "version": instrumento.version}
        if instrumento
        else None,
        "competencias": {str(c.numero): c.nombre for c in competencias},
    }


def formulario_de_sesion(docentes):
    """Return the form of any session of who accompanies `docentes`: the device says who was not invited."""
    invitados = docentes.values_list("pk", flat=True)
    form = registro_de_sesion.RegistrarSesionForm(docentes=docentes, invitados=invitados, ya_registrada=False)
    papel.numerar(papel.SESION, form)
    return _sin_marco(form)


def formulario_de_sesion_nueva(usuario, docentes, instrumento):
    """Return the form of a session that was not planned, of who accompanies `docentes`, with nothing written."""
    acompanante = Acompanante.objects.visibles_para(usuario).get(usuario=usuario)
    escuelas = Escuela.objects.visibles_para(usuario).filter(docentes__in=docentes.values("pk"))
    form = sesion_nueva.SesionNuevaForm(
        docentes=docentes,
        escuelas=escuelas.distinct(),
        competencias=instrumento.competencias.order_by("numero")
        if instrumento
        else Competencia.objects.none(),
        cuotas=cuotas_de(acompanante, timezone.localdate().year),
    )
    return _sin_marco(form)


def formulario_de_no_realizada():
    """Return the form of a session that was not held, with nothing written."""
    return _sin_marco(SesionNoRealizadaForm())


def _sin_marco(form):
    """Without <form>, token and button: the device puts its own."""
    form.helper.form_tag, form.helper.disable_csrf, form.helper.inputs = False, True, []
    return form


def formulario_de_base(nivel):
    """Return the form of a baseline with nothing written."""
    form = CaracterizacionForm({}, nivel=nivel)
    papel.numerar(papel.caracterizacion(nivel), form)
    return form
