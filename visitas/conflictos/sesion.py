"""The fields of what was done in a group session, in the order and the words of its form (forms/registro_de_sesion)."""

from uuid import UUID

from django.urls import reverse

from docentes.models import ClaseDeDato, Docente
from visitas.forms.registro_de_sesion import RegistrarSesionForm, lista_de
from visitas.quienes import quien_ve_las_dos_de_una_sesion

from .campo import Campo, en_fecha, texto, texto_largo

ROTULOS = {nombre: campo.label for nombre, campo in RegistrarSesionForm.base_fields.items()}


class FormularioDeSesion:
    """How a session's two contents are walked. Who is no longer accompanied is counted, not named."""

    clase = ClaseDeDato.COMUNIDAD
    aviso = ""
    se_lee = True

    def __init__(self, usuario, rama, contenidos):
        self.sesion, self.cabeza, self.contenidos = rama.sesion, rama.cabeza, contenidos
        ids = {i for c in contenidos for docente in lista_de(c) if (i := _uuid(docente))}
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
        return [
            texto("fecha", ROTULOS["fecha"], decir=en_fecha),
            texto("inicio", ROTULOS["inicio"]),
            texto("fin", ROTULOS["fin"]),
            Campo("asistieron", ROTULOS["asistieron"], _lista, _poner_lista, self._asistencia, _unir_listas),
            texto_largo("desarrollo", ROTULOS["desarrollo"]),
            texto_largo("acuerdos", ROTULOS["acuerdos"]),
        ]

    def campo_de(self, control: str, _contenido: dict) -> str:
        return control

    def _asistencia(self, lista) -> str:
        vinieron, faltaron = ([d for d, vino in lista.items() if vino is asi] for asi in (True, False))
        partes = (("Asistieron", vinieron), ("No asistieron", faltaron))
        return "\n".join(f"{rotulo}: {self._nombres(ids)}." for rotulo, ids in partes if ids)

    def _nombres(self, ids) -> str:
        nombres = sorted(self.docentes[i].nombre_completo for i in ids if i in self.docentes)
        otros = len(ids) - len(nombres)
        sin_nombre = (
            "1 docente que ya no acompañas" if otros == 1 else f"{otros} docentes que ya no acompañas"
        )
        return ", ".join(nombres + ([sin_nombre] if otros else []))


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
