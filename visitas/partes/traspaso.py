"""What passed about the teacher to other persons: from one acompañante to the next, and as a case without names."""

from acompanamiento.comun.formato import fecha, romano
from docentes.expediente import parte_del_expediente
from visitas.models import Caso, Traspaso


@parte_del_expediente(
    "traspasos", "Lo que pasó de un acompañante a otro", cubre="visitas.Traspaso visitas.DecisionDeTraspaso"
)
def traspasos(titular):
    if not titular.docente:
        return []
    suyos = Traspaso.objects.filter(docente=titular.docente).order_by("creado_en")
    suyos = suyos.select_related("anterior__acompanante__usuario", "siguiente__acompanante__usuario")
    return [_traspaso(t) for t in suyos.prefetch_related("decisiones")]


def _traspaso(traspaso):
    return {
        "Me acompañaba": str(traspaso.anterior.acompanante),
        "Me acompaña después": str(traspaso.siguiente.acompanante) if traspaso.siguiente else "",
        **_que_pasa(traspaso),
        "Mi palabra": traspaso.palabra,
        "Decidí": traspaso.decidido_en,
        "Nota de quien me acompañaba": traspaso.nota,
        "Leí la nota": traspaso.nota_leida_en,
        "Mis decisiones": [
            {"Cuándo": d.momento, **_que_pasa(d), "Mi palabra": d.palabra} for d in traspaso.decisiones.all()
        ],
    }


def _que_pasa(decision):
    return {
        "Pasa lo escrito en las visitas": decision.visitas,
        "Pasan mis necesidades": decision.necesidades,
        "Pasa mi parte del plan": decision.plan,
        "Pasa la nota": decision.pasa_la_nota,
    }


@parte_del_expediente(
    "casos", "Visitas mías que se conversaron como caso, sin mi nombre", cubre="visitas.Caso"
)
def casos(titular):
    if not titular.docente:
        return []
    suyos = Caso.objects.filter(docente=titular.docente).select_related("visita__tipo")
    return [
        {
            "Visita": f"{caso.visita.tipo.nombre}, {fecha(caso.visita.fecha)}",
            "Compartido": caso.compartido_en,
            "Retirado": caso.retirado_en,
            "Qué se preguntó": caso.pregunta,
            "Qué se compartió": [_parte(p) for p in caso.partes],
        }
        for caso in suyos.order_by("compartido_en")
    ]


def _parte(parte) -> str:
    nivel = f" (nivel {romano(parte['nivel'])})" if parte.get("nivel") else ""
    return f"{parte['titulo']}{nivel}: {parte['texto']}"
