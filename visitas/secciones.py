"""The index of the visit's form: its sections, how far each one is, and which competencies come first."""

from dataclasses import asdict, dataclass

from django.core.exceptions import NON_FIELD_ERRORS

from . import papel
from .contexto import Catalogos
from .forms.visita.plano import MAXIMO_DE_NOTAS, PASOS, VISIBLES
from .models import BorradorDeVisita, NivelEducativo, TipoDeVisita


@dataclass(frozen=True)
class Seccion:
    """`id` is the section's anchor; `estado` says how far it is, in few words."""

    id: str
    numero: int
    titulo: str
    estado: str
    completa: bool

    def como_json(self) -> dict:
        return {clave: valor for clave, valor in asdict(self).items() if clave in ("estado", "completa")}


def de(form, anterior) -> list[Seccion]:
    """Return the sections of a form, in order. Verifying comes first, when there is something to verify."""
    medidas = {
        "verificar": _verificados,
        "datos": _datos,
        "aula": _aula,
        "notas": _notas,
        "competencias": _competencias,
        "dialogo": _dialogo,
        "compromisos": _compromisos,
    }
    errores = [campo for campo in form.errors if campo != NON_FIELD_ERRORS]
    con_errores = {s.id for s in (papel.seccion_de(papel.VISITA, campo) for campo in errores) if s}
    return [
        Seccion(s.id, s.numero, s.titulo, *_estado(medidas[s.id](form, anterior), s.id in con_errores))
        for s in (parte.seccion for parte in papel.hoja_de(papel.VISITA, form).partes)
    ]


def _estado(medida, con_error):
    return ("Por corregir", False) if con_error else medida


def _texto(form, campo) -> str:
    valor = form.valores.get(campo) or ""
    return valor.strip() if isinstance(valor, str) else valor


def _verificados(form, anterior):
    total = len(form.situacion.verificables)
    hechos = sum(1 for pk in form.situacion.verificables if _texto(form, f"verificacion_{pk}_estado"))
    return f"{hechos} de {total} verificados", hechos == total


def _datos(form, anterior):
    faltan = [c for c in ("tipo", "fecha", "inicio", "fin") if not _texto(form, c)]
    if not faltan:
        return "Completo", True
    return ("Falta la hora de fin" if faltan == ["fin"] else f"Faltan {len(faltan)} datos"), False


def _aula(form, anterior):
    presentes = [_texto(form, f"presentes_{g}") for g in form.opciones["grados"]]
    total = sum(int(p) for p in presentes if p.isdigit())
    area = _texto(form, "areas") or _texto(form, "area_otra")
    lengua = _texto(form, "lenguas") or _texto(form, "lengua_otra")
    if not total:
        return "Faltan los presentes", False
    return f"{total} presentes", bool(area and lengua)


def _notas(form, anterior):
    n = sum(1 for i in range(MAXIMO_DE_NOTAS) if any(_texto(form, f"nota_{i}_{c}") for c in VISIBLES["nota"]))
    return ("1 nota" if n == 1 else f"{n} notas"), n > 0


def _competencias(form, anterior):
    primero = prioritarias(form, anterior)
    registradas = [n for n in primero if _texto(form, f"nivel_{n}")]
    nombre = "priorizadas" if anterior else "competencias"
    return f"{len(registradas)} de {len(primero)} {nombre}", len(registradas) == len(primero)


def _dialogo(form, anterior):
    escritos = sum(1 for paso in PASOS if _texto(form, paso))
    return f"{escritos} de {len(PASOS)} pasos", escritos == len(PASOS)


def _compromisos(form, anterior):
    escritos = sum(1 for i in range(6) if _texto(form, f"compromiso_{i}_que"))
    return f"{escritos} de 1 a 3", escritos > 0


def prioritarias(form, anterior) -> list[int]:
    """The competencies that the previous visit looked at; all of them when there was none."""
    if anterior and anterior.niveles:
        return [n for n in form.competencias if n in anterior.por_numero]
    return list(form.competencias)


def competencias(form, anterior) -> dict:
    """Return {primero, otras}: rows of the form, each with `antes` (NivelObservado or None) and `abierta`."""
    primero, otras = form.competencias_por_orden(prioritarias(form, anterior))
    por_numero = anterior.por_numero if anterior else {}
    for fila in [*primero, *otras]:
        fila["antes"] = por_numero.get(fila["competencia"].numero)
        fila["abierta"] = bool(
            _texto(form, fila["nivel"].name) or _texto(form, fila["evidencia"].name)
        ) or any(c in form.errors for c in (fila["nivel"].name, fila["evidencia"].name))
    return {"primero": primero, "otras": otras}


def titulo_de(form) -> str:
    """ "Asesoría 5 con Rosa Quispe Mamani"."""
    tipo = form.situacion.tipo(_texto(form, "tipo"))
    return f"{tipo.nombre if tipo else 'Visita'} con {form.situacion.docente.nombre_completo}"


def resumen_de_borradores(borradores) -> list[dict]:
    """The open drafts, each with its title and its date as typed."""
    catalogos = Catalogos()
    return [
        {
            "borrador": b,
            "titulo": _nombre_del_tipo(catalogos, b),
            "fecha": b.datos.get("fecha", ""),
        }
        for b in borradores
    ]


def _nombre_del_tipo(catalogos, borrador: BorradorDeVisita) -> str:
    nivel = NivelEducativo.de_escuela(borrador.docente.escuela)
    tipo: TipoDeVisita | None = catalogos.tipo(nivel, borrador.datos.get("tipo", ""))
    nombre = tipo.nombre if tipo else "Visita"
    return f"Corrección de {nombre}" if borrador.base_id else nombre
