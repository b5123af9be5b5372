"""The fields of a visit's content, in the order and the words of its form (visitas/forms/visita/)."""

import re

from django.urls import reverse

from acompanamiento.comun.formato import fecha, romano
from docentes.models import ClaseDeDato, Docente
from visitas.contexto import Catalogos
from visitas.forms.visita.armado import GUIA_DEL_DIALOGO
from visitas.forms.visita.opciones import GRADOS, nombre_de_area, nombre_de_lengua
from visitas.forms.visita.plano import PASOS
from visitas.models import Compromiso, EstadoDeCompromiso, NivelEducativo
from visitas.quienes import quien_ve_el_conflicto

from .campo import (
    Campo,
    de_lista,
    en_fecha,
    lista,
    marcas,
    objetos,
    por_orden,
    texto,
    texto_largo,
    unir_textos,
)

DE_LA_MISMA_LISTA = {"area_otra": "areas", "lengua_otra": "lenguas"}
NUMERADO = re.compile(r"(nivel|evidencia)_(\d+)")
FILA = re.compile(r"compromiso_(\d+)_\w+")
VERIFICACION = re.compile(r"(verificacion_[0-9a-f-]{36})_\w+")


class FormularioDeVisita:
    """How a visit's two contents are walked. `rama` comes with its visit, and that with docente, escuela and head.

    Who may not read the visit's levels chooses without them: they stay as the server has them.
    """

    clase = ClaseDeDato.VISITA

    def __init__(self, usuario, rama, contenidos):
        self.visita, self.contenidos = rama.visita, contenidos
        self.docente, self.cabeza = self.visita.docente, self.visita.cabeza
        self.con_niveles = Docente.objects.visibles_para(usuario).filter(pk=self.docente.pk).exists()
        self.nivel = NivelEducativo.de_escuela(self.docente.escuela)

    @property
    def titulo(self) -> str:
        return f"{self.visita.tipo.nombre} con {self.docente} · {fecha(self.visita.fecha)}"

    @property
    def url(self) -> str:
        return reverse("visita_detail", args=[self.visita.pk])

    @property
    def aviso(self) -> str:
        if self.con_niveles:
            return ""
        return (
            "Ya no acompañas a este docente: los niveles no se muestran y quedan como están en el servidor."
        )

    def leidos(self) -> list[Docente]:
        return [self.docente]

    def quienes(self) -> list[dict]:
        return quien_ve_el_conflicto(self.docente)

    def campos(self) -> list[Campo]:
        catalogos = Catalogos()
        tipo = lambda codigo: getattr(catalogos.tipo(self.nivel, codigo), "nombre", codigo)  # noqa: E731
        return [
            *self._verificaciones(),
            texto("tipo", "Tipo de visita", decir=tipo),
            texto("fecha", "Fecha", decir=en_fecha),
            texto("inicio", "Hora de inicio"),
            texto("fin", "Hora de fin"),
            *self._presentes(),
            marcas("areas", "Áreas trabajadas", nombre_de_area),
            marcas("lenguas", "Lenguas usadas", nombre_de_lengua),
            texto("seccion", "Sección"),
            lista("cuaderno", "Cuaderno de campo", _notas, _unir_notas),
            texto_largo("analisis", "Análisis crítico"),
            texto_largo("preguntas", "Preguntas para el diálogo"),
            *self._niveles(),
            *(texto_largo(paso, GUIA_DEL_DIALOGO[paso][0], en="dialogo") for paso in PASOS),
            *self._compromisos(),
            _acuerdo(self.docente.primer_nombre),
        ]

    def _ids(self, clave, llave) -> list:
        """What the contents name in a list, each once, the server's order first."""
        hallados = (o.get(llave) for c in self.contenidos for o in objetos(c, clave))
        return list(
            dict.fromkeys(v for v in hallados if isinstance(v, str | int) and not isinstance(v, bool))
        )

    def _verificaciones(self):
        ids = [i for i in self._ids("verificaciones", "compromiso") if isinstance(i, str)]
        suyos = Compromiso.objects.filter(visita__docente=self.docente.pk, visita__purgada_en=None)
        ques = {str(c.pk): c.que for c in suyos.only("pk", "que")} if ids else {}
        orden = por_orden("compromiso", ids)
        for i in ids:
            titulo = f"Qué pasó con «{ques.get(i, 'un compromiso anterior')}»"
            yield de_lista(
                "verificaciones", "compromiso", i, f"verificacion_{i}", titulo, _verificacion, orden
            )

    def _presentes(self):
        grados = GRADOS[self.nivel]
        orden = por_orden("grado", list(grados))
        for grado, rotulo in grados.items():
            yield de_lista(
                "grados", "grado", grado, f"presentes_{grado}", f"Presentes: {rotulo}", _presentes, orden
            )

    def _niveles(self):
        if not self.con_niveles:
            return
        numeros = sorted(n for n in self._ids("niveles", "competencia") if isinstance(n, int))
        nombres = {c.numero: c.nombre for c in self.visita.instrumento.por_numero.values()}
        orden = por_orden("competencia", numeros)
        for n in numeros:
            titulo = f"Competencia {n}. {nombres.get(n, '')}".strip()
            yield de_lista("niveles", "competencia", n, f"nivel_{n}", titulo, _nivel, orden, _unir_niveles)

    def _compromisos(self):
        ids = self._ids("compromisos", "id")
        orden = por_orden("id", ids)
        for numero, i in enumerate(ids, start=1):
            yield de_lista(
                "compromisos", "id", i, f"compromiso_{i}", f"Compromiso {numero}", _compromiso, orden
            )

    def campo_de(self, control: str, contenido: dict) -> str:
        """The field that holds a control of the form: `evidencia_2` is of `nivel_2`."""
        if hallado := NUMERADO.fullmatch(control):
            return f"nivel_{hallado[2]}"
        if hallado := VERIFICACION.fullmatch(control):
            return hallado[1]
        if control.startswith("nota_"):
            return "cuaderno"
        hallado = FILA.fullmatch(control)
        compromisos = objetos(contenido, "compromisos")
        if hallado and int(hallado[1]) < len(compromisos):
            return f"compromiso_{compromisos[int(hallado[1])].get('id')}"
        return DE_LA_MISMA_LISTA.get(control, control)


def _nota(nota) -> tuple:
    return str(nota.get("hora", "")), str(nota.get("texto", ""))


def _notas(notas) -> str:
    return "\n".join(" ".join(_nota(n)) for n in notas if isinstance(n, dict))


def _unir_notas(servidor, mia, _rotulos):
    """Every note once, by the clock."""
    if not (servidor and mia):
        return None
    juntas = {_nota(n): n for n in [*servidor, *mia] if isinstance(n, dict)}
    ordenadas = [juntas[clave] for clave in sorted(juntas, key=lambda clave: clave[0])]
    return None if ordenadas in (servidor, mia) else ordenadas


def _presentes(grado) -> str:
    return str(grado.get("presentes", ""))


def _nivel(observado) -> str:
    nivel = observado.get("nivel")
    dicho = f"Nivel {romano(nivel)}." if isinstance(nivel, int) else "No observado."
    return f"{dicho} {observado.get('evidencia', '')}".strip()


def _unir_niveles(servidor, mia, rotulos):
    """Two pieces of evidence of the same level stay together; of two levels one is chosen."""
    if not (servidor and mia) or servidor.get("nivel") != mia.get("nivel"):
        return None
    evidencia = unir_textos(servidor.get("evidencia"), mia.get("evidencia"), rotulos)
    return servidor | {"evidencia": evidencia} if evidencia else None


def _verificacion(dicha) -> str:
    estado = dicha.get("estado")
    palabra = EstadoDeCompromiso(estado).label if estado in EstadoDeCompromiso.values else str(estado)
    return f"{palabra}. {dicha.get('comentario', '')}".strip()


def _compromiso(c) -> str:
    como = f" Cómo lo sabremos: {c['como']}" if c.get("como") else ""
    return f"{c.get('que', '')} Hasta el {en_fecha(c.get('hasta'))}.{como}"


def _acuerdo(nombre) -> Campo:
    return Campo(
        "acuerdo",
        f"{nombre} y yo leímos esto y estamos de acuerdo",
        leer=lambda contenido: contenido.get("acuerdo") is True,
        poner=lambda contenido, valor: contenido.update(acuerdo=valor),
        decir=lambda valor: "Sí" if valor else "No",
    )
