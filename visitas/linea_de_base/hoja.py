"""A finished characterisation in the order and the words in which a person reads it."""

from docentes.models import Docente
from visitas.forms.linea_de_base.catalogo import (
    PRIORIDADES,
    nombre_de_dimension,
    nombre_de_medio,
    nombre_de_servicio,
)
from visitas.forms.visita.opciones import nombre_de_grado, nombre_de_lengua
from visitas.models import NivelEducativo, Practica, Signo


def docentes_de(escuela) -> list[Docente]:
    """The active teachers of a school, of whose practice its inventory speaks: for the read log."""
    return list(escuela.docentes.filter(activo=True))


def docentes_de_varias(escuelas) -> list[Docente]:
    """The active teachers of schools, as `docentes_de`, in one query. `escuelas` are their ids."""
    return list(Docente.objects.filter(escuela__in=escuelas, activo=True))


def hoja_de_base(caracterizacion) -> dict:
    """Return what the page prints besides columns: rooms, codes in words and the inventory by practice and sign."""
    c = caracterizacion
    nivel = NivelEducativo.de_escuela(c.escuela)
    return {
        "aulas": [_aula(aula, nivel, c.matricula) for aula in c.aulas],
        "lenguas": ", ".join(map(nombre_de_lengua, c.lenguas)),
        "servicios": ", ".join(map(nombre_de_servicio, c.servicios)),
        "medio": nombre_de_medio(c.medio),
        "inventario": _inventario(c.hallazgos.all()),
    }


def _aula(aula, nivel, matricula):
    return {
        "nombre": aula["nombre"],
        "grados": ", ".join(nombre_de_grado(nivel, g) for g in aula["grados"]),
        "estudiantes": sum(matricula.get(g, 0) for g in aula["grados"]),
        "multigrado": len(aula["grados"]) > 1,
    }


def _inventario(hallazgos):
    lineas = [
        {
            "dimension": nombre_de_dimension(h.dimension),
            "prioridad": f"{h.prioridad} · {PRIORIDADES[h.prioridad].lower()}",
            "hallazgo": h,
        }
        for h in hallazgos
    ]
    return [
        {
            "nombre": practica.label,
            "grupos": [
                (
                    {Signo.FORTALEZA: "Fortalezas", Signo.DEBILIDAD: "Debilidades"}[signo],
                    [x for x in lineas if (x["hallazgo"].practica, x["hallazgo"].signo) == (practica, signo)],
                )
                for signo in Signo
            ],
        }
        for practica in Practica
    ]
