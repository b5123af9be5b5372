"""What a device takes to the field: the acompañante's teachers, what was said last time, what is planned, the forms.

Every value is text, number, list or object, ready for JSON. The number of queries does not depend on the rows.
"""

from collections import defaultdict
from datetime import date, timedelta

from django.utils import timezone

from visitas.contexto import Catalogos
from visitas.forms.visita import VERSION
from visitas.forms.visita.opciones import AREAS, GRADOS, LENGUAS
from visitas.models import (
    Compromiso,
    DialogoReflexivo,
    LineaDePlan,
    Necesidad,
    NivelEducativo,
    NivelObservado,
    Visita,
    VisitaProgramada,
)
from visitas.models.contenido import PASOS_DEL_DIALOGO
from visitas.voces import con_avances

from .registros import escuelas_de, formularios_de_registros, sesiones_de

VISITAS_POR_DOCENTE = 8


def paquete_de(usuario, docentes, hoy: date) -> dict:
    """Return the package of the teachers, a list of Docente with school, district and UGEL already fetched."""
    lector = _Lector(usuario, docentes, hoy)
    return {
        "usuario": {"id": str(usuario.pk), "nombre": usuario.nombre_completo},
        "hasta": (hoy + timedelta(days=6)).isoformat(),
        "docentes": [lector.docente(d) for d in docentes],
        "sesiones": sesiones_de(usuario, docentes, hoy),
        "escuelas": escuelas_de(usuario, docentes, hoy),
        "formularios": lector.formularios(),
        "registros": formularios_de_registros(lector.catalogos.instrumento_vigente),
    }


class _Lector:
    def __init__(self, usuario, docentes, hoy):
        self.usuario, self.hoy, self.catalogos = usuario, hoy, Catalogos(hoy=hoy)
        visitas = Visita.objects.visibles_para(usuario).filter(docente__in=docentes)
        recientes = visitas.select_related("tipo", "acompanante").order_by("-fecha", "-inicio", "pk")
        self.visitas = _por(recientes, "docente_id")
        self.niveles = _por(
            NivelObservado.objects.filter(visita__in=visitas).select_related("competencia"), "visita_id"
        )
        self.dialogos = {d.pk: d for d in DialogoReflexivo.objects.filter(visita__in=visitas)}
        compromisos = Compromiso.objects.filter(visita__in=visitas).select_related("visita__tipo")
        con_notas = con_avances(usuario, compromisos.order_by("hasta", "orden"))
        self.compromisos = _por(con_notas, "visita__docente_id")
        programadas = VisitaProgramada.objects.visibles_para(usuario).por_hacer().en_curso(usuario, hoy)
        self.programadas = _por(programadas.select_related("tipo").order_by("fecha", "pk"), "docente_id")
        necesidades = Necesidad.objects.visibles_para(usuario).filter(docente__in=docentes, anio=hoy.year)
        self.necesidades = _por(necesidades.order_by("prioridad"), "docente_id")
        lineas = LineaDePlan.objects.visibles_para(usuario).filter(docente__in=docentes, plan__anio=hoy.year)
        lineas = lineas.select_related("necesidad").prefetch_related("actividades")
        self.lineas = _por(lineas.order_by("orden", "pk"), "docente_id")

    def docente(self, docente) -> dict:
        escuela = docente.escuela
        return {
            "id": str(docente.pk),
            "nombre": docente.nombre_completo,
            "primer_nombre": docente.primer_nombre,
            "nivel": str(NivelEducativo.de_escuela(escuela)),
            "escuela": {
                "nombre": escuela.nombre,
                "distrito": escuela.distrito.nombre,
                "modalidad": escuela.get_modalidad_display(),
            },
            "programadas": [_programada(p) for p in self.programadas[docente.pk]],
            "compromisos": [_compromiso(c) for c in self.compromisos[docente.pk]],
            "visitas": [self._visita(v) for v in self.visitas[docente.pk][:VISITAS_POR_DOCENTE]],
            "necesidades": [n.texto for n in self.necesidades[docente.pk]],
            "plan": [_linea(linea) for linea in self.lineas[docente.pk]],
        }

    def _visita(self, visita) -> dict:
        dialogo = self.dialogos.get(visita.pk)
        return {
            "id": str(visita.pk),
            "cabeza": str(visita.cabeza_id),
            "propia": visita.acompanante.usuario_id == self.usuario.pk,
            "tipo": visita.tipo.nombre,
            "fecha": visita.fecha.isoformat(),
            "niveles": [
                {
                    "numero": n.competencia.numero,
                    "nombre": n.competencia.nombre,
                    "nivel": n.nivel,
                    "evidencia": n.evidencia,
                }
                for n in self.niveles[visita.pk]
            ],
            "palabras": [t for t in (getattr(dialogo, p, "") for p in PASOS_DEL_DIALOGO) if t],
        }

    def formularios(self) -> dict:
        """{level: what its form offers}, for the levels of the protocols in force."""
        instrumento = self.catalogos.instrumento_vigente
        return {
            str(nivel): {
                "version": VERSION,
                "instrumento": {"codigo": instrumento.codigo, "version": instrumento.version},
                "tipos": {t.codigo: t.nombre for t in self.catalogos.tipos_de(nivel)},
                "grados": list(GRADOS[nivel]),
                "areas": AREAS[nivel],
                "lenguas": LENGUAS,
                "competencias": [c.numero for c in instrumento.competencias.all()],
            }
            for nivel in NivelEducativo
            if instrumento
        }


def _por(filas, campo) -> dict:
    """{value of `campo`: its rows in order}; `campo` may cross a relation."""
    grupos = defaultdict(list)
    partes = campo.split("__")
    for fila in filas:
        clave = fila
        for parte in partes:
            clave = getattr(clave, parte)
        grupos[clave].append(fila)
    return grupos


def _programada(programada) -> dict:
    return {
        "id": str(programada.pk),
        "tipo": programada.tipo.codigo,
        "nombre": programada.tipo.nombre,
        "fecha": programada.fecha.isoformat(),
        "original": programada.fecha_original.isoformat(),
    }


def _compromiso(compromiso) -> dict:
    return {
        "id": str(compromiso.pk),
        "visita": str(compromiso.visita_id),
        "tipo": compromiso.visita.tipo.nombre,
        "que": compromiso.que,
        "hasta": compromiso.hasta.isoformat(),
        "como": compromiso.como,
        "estado": compromiso.estado,
        "avances": [
            {"texto": n.texto, "fecha": timezone.localdate(n.escrito_en).isoformat()}
            for n in compromiso.notas
        ],
    }


def _linea(linea) -> dict:
    """A row of the teacher's matrix: need, strategy and its activities with their terms."""
    return {
        "necesidad": linea.necesidad.texto if linea.necesidad else "",
        "estrategia": linea.estrategia,
        "actividades": [
            {
                "tipo": a.get_tipo_display(),
                "que": a.que,
                "desde": a.desde.isoformat(),
                "hasta": a.hasta.isoformat(),
            }
            for a in linea.actividades.all()
        ],
    }
