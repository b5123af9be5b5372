"""The short way for a content that says exactly what the form would understand, as nearly all that a device sends do.

Building, cleaning and composing again some 70 fields takes several times as long as looking at their values. Nothing is
decided here: the limits are the fields' (`armado`), the rules are `reglas`, and whatever is not plainly right is left to the
form, which says what is wrong. A test holds that the two never differ.
"""

from datetime import date, time
from uuid import UUID

from django.core.exceptions import ValidationError

from .armado import COMPARTIDOS
from .campos import MAXIMO_DE_PRESENTES, limpiar_texto
from .opciones import opciones_de
from .plano import MAXIMO_DE_COMPROMISOS, MAXIMO_DE_NOTAS, PASOS, con_otras, separar_marcas
from .reglas import revisar

CLAVES = 19
"""Of a content. `leer` reads each of them by its name: one with as many has no other."""

DE_UN_GRADO = {"grado", "presentes"}
DE_UNA_NOTA = {"hora", "texto"}
DE_UN_NIVEL = {"competencia", "nivel", "evidencia"}
DE_UNA_VERIFICACION = {"compromiso", "estado", "comentario"}
DE_UN_COMPROMISO = {"id", "que", "hasta", "como"}


class _NoEsDirecto(Exception):
    """The form has to speak."""


class Directo:
    """A content whose values were read straight and that follows every rule. It answers what is asked of a valid VisitaForm."""

    error = ValidationError

    def __init__(self, contenido, situacion, instrumento):
        self._contenido = contenido
        self.situacion, self.instrumento = situacion, instrumento
        self.competencias = instrumento.por_numero
        self.opciones = opciones_de(situacion.nivel)
        self.errors, self.cleaned_data, self.escritas = {}, {}, {}
        self.tipo = situacion.tipo(contenido["tipo"])
        self._campos = self._de_siempre()

    def _de_siempre(self):
        tipos = ((self.tipo.codigo, self.tipo.nombre),)
        return COMPARTIDOS.fijos(self.situacion.nivel, tipos, tuple((n, ()) for n in self.competencias))

    def add_error(self, campo, error):
        raise _NoEsDirecto(campo)

    def is_valid(self) -> bool:
        return True

    def contenido(self) -> dict:
        return self._contenido

    def leer(self) -> "Directo":
        """Raises _NoEsDirecto, or what reading a value of another type raises."""
        dicho = _exigir(self._contenido, len(self._contenido) == CLAVES)
        self._identidad(dicho)
        self.cleaned_data = {
            "tipo": dicho["tipo"],
            "fecha": _dia(dicho["fecha"]),
            "inicio": _hora(dicho["inicio"]),
            "fin": _hora(dicho["fin"]),
            **{n: _texto(dicho[n], self._campos[n]) for n in ("seccion", "analisis", "preguntas")},
            **self._presentes(dicho["grados"]),
            **self._marcas("areas", "area_otra", dicho["areas"]),
            **self._marcas("lenguas", "lengua_otra", dicho["lenguas"]),
            **self._niveles(dicho["niveles"]),
            **{p: _texto(t, self._campos[p]) for p, t in _objeto(dicho["dialogo"], set(PASOS)).items()},
            **self._verificaciones(dicho["verificaciones"]),
            "acuerdo": _exigir(dicho["acuerdo"], type(dicho["acuerdo"]) is bool),
        }
        self.escritas = {"nota": _notas(dicho["cuaderno"]), "compromiso": _compromisos(dicho["compromisos"])}
        revisar(self)
        return self

    def _identidad(self, dicho):
        programada, instrumento = dicho["programada"], dicho["instrumento"]
        suyo = {"codigo": self.instrumento.codigo, "version": self.instrumento.version}
        _exigir(dicho, dicho["docente"] == str(self.situacion.docente.pk))
        _exigir(dicho, programada is None or str(UUID(programada)) == programada)
        _exigir(dicho, instrumento == suyo and type(instrumento["version"]) is int)

    def _presentes(self, lista):
        presentes = {}
        for fila in _lista(lista):
            cuantos = _objeto(fila, DE_UN_GRADO)["presentes"]
            presentes[fila["grado"]] = _exigir(
                cuantos, type(cuantos) is int and 0 <= cuantos <= MAXIMO_DE_PRESENTES
            )
        _en_orden([f["grado"] for f in lista], self.opciones["grados"])
        return {f"presentes_{grado}": presentes.get(grado) for grado in self.opciones["grados"]}

    def _marcas(self, campo, otra, valores):
        opciones = self.opciones[campo]
        limpio = separar_marcas(campo, otra, _lista(valores), opciones)
        _texto(limpio[otra], self._campos[otra])
        _exigir(valores, con_otras(limpio[campo], limpio[otra], opciones) == valores)
        return limpio

    def _niveles(self, lista):
        limpio = {f"{que}_{n}": "" for n in self.competencias for que in ("nivel", "evidencia")}
        for fila in _lista(lista):
            numero, nivel = _objeto(fila, DE_UN_NIVEL)["competencia"], fila["nivel"]
            _exigir(fila, type(numero) is int and (nivel is None or type(nivel) is int))
            elegido = "no" if nivel is None else str(nivel)
            limpio[f"nivel_{numero}"] = _exigir(elegido, self._campos[f"nivel_{numero}"].valid_value(elegido))
            limpio[f"evidencia_{numero}"] = _texto(fila["evidencia"], self._campos[f"evidencia_{numero}"])
        _en_orden([f["competencia"] for f in lista], self.competencias)
        return limpio

    def _verificaciones(self, lista):
        suyos = self.situacion.verificables
        limpio = {f"verificacion_{pk}_{que}": "" for pk in suyos for que in ("estado", "comentario")}
        for fila in _lista(lista):
            pk, estado = _objeto(fila, DE_UNA_VERIFICACION)["compromiso"], fila["estado"]
            campos = COMPARTIDOS.verificacion(suyos[pk].que)
            limpio[f"verificacion_{pk}_estado"] = _exigir(
                estado, type(estado) is str and campos["estado"].valid_value(estado)
            )
            limpio[f"verificacion_{pk}_comentario"] = _texto(fila["comentario"], campos["comentario"])
        _en_orden([f["compromiso"] for f in lista], suyos)
        return limpio


def _exigir(valor, se_cumple):
    if not se_cumple:
        raise _NoEsDirecto(valor)
    return valor


def _lista(valor):
    return _exigir(valor, type(valor) is list)


def _objeto(valor, claves):
    return _exigir(valor, type(valor) is dict and valor.keys() == claves)


def _en_orden(claves, todas):
    """Each at most once, and in the order of the form."""
    dichas = set(claves)
    _exigir(claves, claves == [c for c in todas if c in dichas])


def _texto(valor, campo):
    return _exigir(valor, type(valor) is str and len(valor) <= campo.maximo and limpiar_texto(valor) == valor)


def _dia(valor):
    dia = date.fromisoformat(valor)
    return _exigir(dia, dia.isoformat() == valor)


def _hora(valor):
    hora = time.fromisoformat(valor)
    return _exigir(hora, hora.isoformat("minutes") == valor)


def _notas(lista):
    campo = COMPARTIDOS.nota(1)["texto"]
    _exigir(lista, len(_lista(lista)) <= MAXIMO_DE_NOTAS)
    return [
        {
            "hora": _hora(_objeto(fila, DE_UNA_NOTA)["hora"]),
            "texto": _texto(fila["texto"], campo),
            "indice": i,
        }
        for i, fila in enumerate(lista)
    ]


def _compromisos(lista):
    campos = COMPARTIDOS.compromiso(1)
    _exigir(lista, len(_lista(lista)) <= MAXIMO_DE_COMPROMISOS)
    return [
        {
            "id": _identificador(_objeto(fila, DE_UN_COMPROMISO)["id"]),
            "que": _texto(fila["que"], campos["que"]),
            "hasta": _dia(fila["hasta"]),
            "como": _texto(fila["como"], campos["como"]),
            "indice": i,
        }
        for i, fila in enumerate(lista)
    ]


def _identificador(valor):
    propio = UUID(valor)
    return _exigir(propio, str(propio) == valor)


def leer_directo(contenido: dict, *, situacion, instrumento) -> Directo | None:
    """Return the content as a valid form would be, or None when the form has to be asked."""
    try:
        return Directo(contenido, situacion, instrumento).leer()
    except (_NoEsDirecto, AttributeError, KeyError, TypeError, ValueError):
        return None
