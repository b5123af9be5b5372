"""What the teacher wrote herself, shared or not: her word on the visits, reflections and fragments of practice."""

from acompanamiento.comun.formato import fecha
from docentes.expediente import parte_del_expediente
from visitas.forms.visita.opciones import nombre_de_area
from visitas.models import (
    AvanceDeCompromiso,
    ComentarioDeFragmento,
    FragmentoDePractica,
    ReflexionPropia,
    VozDelDocente,
)


def _de_la_visita(visita) -> str:
    return f"{visita.tipo.nombre}, {fecha(visita.fecha)}"


@parte_del_expediente(
    "voz", "Mi palabra sobre mis visitas", cubre="visitas.VozDelDocente visitas.VersionDeVoz"
)
def voz(titular):
    if not titular.docente:
        return []
    suyas = VozDelDocente.objects.filter(visita__docente=titular.docente).order_by("escrita_en")
    return [
        {
            "Visita": _de_la_visita(v.visita),
            "Lo que digo": v.comentario,
            "Acuerdo": v.get_acuerdo_display(),
            "Lo escribí": v.escrita_en,
            "Mi acompañante lo leyó": v.leida_en,
            "Lo que decía antes": [
                {
                    "Cuándo": antes.escrita_en,
                    "Acuerdo": antes.get_acuerdo_display(),
                    "Qué decía": antes.comentario,
                }
                for antes in v.versiones.all()
            ],
        }
        for v in suyas.select_related("visita__tipo").prefetch_related("versiones")
    ]


@parte_del_expediente("avances", "Cómo voy con mis compromisos", cubre="visitas.AvanceDeCompromiso")
def avances(titular):
    if not titular.docente:
        return []
    suyos = AvanceDeCompromiso.objects.filter(compromiso__visita__docente=titular.docente)
    return [
        {"Cuándo": a.escrito_en, "Compromiso": a.compromiso.que, "Cómo voy": a.texto}
        for a in suyos.select_related("compromiso")
    ]


@parte_del_expediente("reflexiones", "Mis reflexiones", cubre="visitas.ReflexionPropia")
def reflexiones(titular):
    if not titular.docente:
        return []
    suyas = ReflexionPropia.objects.filter(docente=titular.docente).order_by("fecha", "guardada_en")
    return [
        {
            "Fecha": r.fecha,
            "Reflexión": r.texto,
            "Competencia": r.competencia.nombre if r.competencia else "",
            "Visita": _de_la_visita(r.visita) if r.visita else "",
            "Compartida con": str(r.compartida_con or ""),
            "Compartida el": r.compartida_en,
        }
        for r in suyas.select_related("competencia", "visita__tipo", "compartida_con__usuario")
    ]


@parte_del_expediente("fragmentos", "Mis fragmentos de práctica", cubre="visitas.FragmentoDePractica")
def fragmentos(titular):
    """In any state, signed or not. What the colleagues answered goes without who said it: that is theirs."""
    if not titular.docente:
        return []
    suyos = FragmentoDePractica.objects.filter(autor=titular.docente).order_by("creado_en")
    return [
        {
            "Título": f.titulo,
            "Área": nombre_de_area(f.area),
            "Competencia": f.competencia.nombre if f.competencia else "",
            "Qué pasó en el aula": f.texto,
            "Qué pregunté a mis colegas": f.pregunta,
            "Estado": f.get_estado_display(),
            "Con mi nombre": f.con_nombre,
            "Escrito": f.creado_en,
            "Compartido": f.compartido_en,
            "Retirado": f.retirado_en,
            "Comunidad de": str(f.acompanante or ""),
            "Sesión": f.sesion.titulo if f.sesion else "",
            "Lo que me dijeron": [f"{c.get_tipo_display()}: {c.texto}" for c in f.comentarios.all()],
        }
        for f in suyos.select_related("competencia", "sesion", "acompanante__usuario").prefetch_related(
            "comentarios"
        )
    ]


@parte_del_expediente("comentarios", "Lo que comenté a mis colegas", cubre="visitas.ComentarioDeFragmento")
def comentarios(titular):
    """The own words. The fragment that they answer is its author's."""
    if not titular.docente:
        return []
    suyos = ComentarioDeFragmento.objects.filter(docente=titular.docente)
    return [{"Cuándo": c.escrito_en, "Cómo": c.get_tipo_display(), "Qué dije": c.texto} for c in suyos]
