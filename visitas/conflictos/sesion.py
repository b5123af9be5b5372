"""The fields of what was said of a group session, in the order and the words of its forms (forms/registro_de_sesion,
sesion_nueva). When one version says that it was held and the other that it was not, there is one question: what happened.
"""

from uuid import UUID

from django.urls import reverse

from acompanamiento.comun.orden import clave_de_orden
from docentes.models import ClaseDeDato, Docente
from visitas.forms.registro_de_sesion import lista_de
from visitas.forms.sesion_nueva import SesionNuevaForm
from visitas.models import Competencia, MotivoNoRealizada, TipoDeSesion
from visitas.quienes import quien_ve_las_dos_de_una_sesion

from .campo import Campo, en_fecha, lista, sin_unir, texto, texto_largo

ROTULOS = {nombre: campo.label for nombre, campo in SesionNuevaForm.base_fields.items()}
QUE_PASO = "Qué pasó"


class FormularioDeSesion:
    """How a session's two contents are walked. Who is no longer accompanied is counted, not named."""

    clase = ClaseDeDato.COMUNIDAD
    aviso = ""
    se_lee = True

    def __init__(self, usuario, rama, contenidos):
        self.sesion, self.cabeza, self.contenidos = rama.sesion, rama.cabeza, contenidos
        nombrados = [docente for c in contenidos for docente in [*lista_de(c), *_invitados(c)]]
        ids = {i for docente in nombrados if (i := _uuid(docente))}
        self.docentes = {str(d.pk): d for d in Docente.objects.visibles_para(usuario).filter(pk__in=ids)}

    @property
    def titulo(self) -> str:
        return f"{self.sesion.titulo} · {self.sesion.tema}"

    @property
    def url(self) -> str:
        return reverse("sesion_detail", args=[self.sesion.pk])

    def leidos(self) -> list[Docente]:
        return list(self.docentes.values())

    def quienes(self) -> list[dict]:
        return quien_ve_las_dos_de_una_sesion()

    def campos(self) -> list[Campo]:
        se_hizo = {"motivo" not in c for c in self.contenidos}
        if se_hizo == {True}:
            return [*self._del_plan(), *self._de_lo_hecho()]
        return [Campo("que_paso", QUE_PASO, lambda c: c or None, _poner_entero, self._que_paso)]

    def _de_lo_hecho(self):
        return [
            texto("fecha", ROTULOS["fecha"], decir=en_fecha),
            texto("inicio", ROTULOS["inicio"]),
            texto("fin", ROTULOS["fin"]),
            Campo("asistieron", ROTULOS["asistieron"], _lista, _poner_lista, self._asistencia, _unir_listas),
            texto_largo("desarrollo", ROTULOS["desarrollo"]),
            texto_largo("acuerdos", ROTULOS["acuerdos"]),
        ]

    def _del_plan(self):
        """Of a session that nobody had planned, and only when both versions say it."""
        if not all("tema" in c for c in self.contenidos):
            return []
        return [
            texto("tipo", ROTULOS["tipo"], decir=_tipo),
            texto("tema", ROTULOS["tema"]),
            texto("lugar", ROTULOS["lugar"]),
            texto("escuela", ROTULOS["escuela"]),
            lista("competencias", ROTULOS["competencias"], _competencias, sin_unir),
            lista("invitados", "A quiénes invitaste", self._invitados, sin_unir),
        ]

    def _que_paso(self, contenido) -> str:
        if "motivo" in contenido:
            return f"No se hizo. {_motivo(contenido)}"
        dichos = [(campo, campo.leer(contenido)) for campo in self._de_lo_hecho()]
        lineas = [f"{campo.titulo}: {campo.decir(valor)}" for campo, valor in dichos if valor is not None]
        return "\n".join(["Se hizo.", *lineas])

    def _invitados(self, ids) -> str:
        return self._nombres([i for i in ids if isinstance(i, str)])

    def campo_de(self, control: str, _contenido: dict) -> str:
        return control

    def _asistencia(self, lista) -> str:
        vinieron, faltaron = ([d for d, vino in lista.items() if vino is asi] for asi in (True, False))
        partes = (("Asistieron", vinieron), ("No asistieron", faltaron))
        return "\n".join(f"{rotulo}: {self._nombres(ids)}." for rotulo, ids in partes if ids)

    def _nombres(self, ids) -> str:
        conocidos = (self.docentes[i].nombre_completo for i in ids if i in self.docentes)
        nombres = sorted(conocidos, key=clave_de_orden)
        otros = len(ids) - len(nombres)
        sin_nombre = (
            "1 docente que ya no acompañas" if otros == 1 else f"{otros} docentes que ya no acompañas"
        )
        return ", ".join(nombres + ([sin_nombre] if otros else []))


def _invitados(contenido) -> list[str]:
    valor = contenido.get("invitados")
    return [d for d in valor if isinstance(d, str)] if isinstance(valor, list) else []


def _competencias(numeros) -> str:
    elegidas = [n for n in numeros if type(n) is int and 0 < n < 1000]
    return ", ".join(map(str, Competencia.objects.filter(instrumento__vigente=True, numero__in=elegidas)))


def _tipo(codigo) -> str:
    return TipoDeSesion(codigo).label if codigo in TipoDeSesion.values else str(codigo)


def _motivo(contenido) -> str:
    motivo, detalle = contenido.get("motivo"), contenido.get("motivo_texto")
    palabra = MotivoNoRealizada(motivo).label if motivo in MotivoNoRealizada.values else str(motivo)
    return f"{palabra}{f': {detalle}' if detalle else ''}"


def _poner_entero(contenido, valor):
    contenido.clear()
    contenido.update(valor)


def _uuid(texto):
    try:
        return UUID(texto)
    except ValueError:
        return None


def _lista(contenido):
    return lista_de(contenido) or None


def _poner_lista(contenido, lista):
    contenido["asistencia"] = [{"docente": d, "asistio": lista[d]} for d in sorted(lista or {})]


def _unir_listas(servidor, mia, _rotulos):
    """Whoever came according to one of the two came."""
    if not (servidor and mia):
        return None
    juntas = {d: servidor.get(d, False) or mia.get(d, False) for d in servidor | mia}
    return None if juntas in (servidor, mia) else juntas
