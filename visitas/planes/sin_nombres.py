"""A plan without names, for the formador (trust.md §2): teachers by letter, schools by modality and grades.

What is structured carries no name at all. In what was written freely, the names of the acompañante's teachers and of
their schools are replaced: a person may have typed them.
"""

import hashlib
import re
import unicodedata
from string import ascii_uppercase

from django.db.models import Min

from docentes.models import Asignacion, Docente
from visitas.models import VersionDePlan

MINIMO = 4
UN_DOCENTE = "un docente"
UNA_ESCUELA = "una escuela"
VARIAS_ESCUELAS = re.compile(rf"{UNA_ESCUELA}(?:(?:, | y ){UNA_ESCUELA})+")
GENERICAS = {"escuela", "colegio", "nuestra", "senora", "santa", "jardin", "ninos"}


def letras(plan) -> dict[str, str]:
    """Return {teacher id: "Docente B"} of every version of a plan.

    Who came in a later version takes a later letter, so that a letter means the same teacher in all of them; inside
    a version the order has nothing to do with names.
    """
    filas = VersionDePlan.docentes.through.objects.filter(versiondeplan__plan=plan)
    desde = dict(filas.values_list("docente").annotate(primera=Min("versiondeplan__numero")))

    def orden(docente):
        return desde[docente], hashlib.sha256(f"{plan.pk}:{docente}".encode()).hexdigest()

    return {str(pk): f"Docente {_letra(n)}" for n, pk in enumerate(sorted(desde, key=orden))}


def _letra(n):
    vueltas, resto = divmod(n, len(ascii_uppercase))
    return (_letra(vueltas - 1) if vueltas else "") + ascii_uppercase[resto]


class Borrador:
    """Replaces the names of an acompañante's teachers and schools in what somebody wrote."""

    def __init__(self, plan, rotulos: dict[str, str]):
        docentes = _docentes_del_anio(plan, rotulos)
        self.reemplazos, self.siempre = {}, set()
        for docente in docentes:
            self._anotar_escuela(docente.escuela)
        for docente in docentes:
            self._anotar_docente(docente, rotulos.get(str(docente.pk), UN_DOCENTE))
        largos_primero = sorted(self.reemplazos, key=len, reverse=True)
        self.patron = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, largos_primero)) + r")(?!\w)")

    def _anotar_docente(self, docente, rotulo):
        apellidos = docente.apellidos.split()
        for texto in (
            docente.nombre_completo,
            docente.nombre_de_lista,
            f"{docente.nombres} {apellidos[0]}",
            f"{docente.primer_nombre} {apellidos[0]}",
            docente.plaza,
            *apellidos,
        ):
            self._anotar(texto, rotulo)
        for nombre in docente.nombres.split():
            self._anotar(nombre, rotulo, tambien_es_palabra=True)

    def _anotar_escuela(self, escuela):
        self._anotar(escuela.nombre, UNA_ESCUELA)
        self._anotar(escuela.codigo_modular, UNA_ESCUELA)
        for parte in re.split(r"[\s.°,]+", escuela.nombre):
            self._anotar(parte, UNA_ESCUELA, tambien_es_palabra=True)

    def _anotar(self, texto, rotulo, *, tambien_es_palabra=False):
        clave = _plano(texto)
        if len(clave) >= MINIMO and clave not in GENERICAS:
            self.reemplazos.setdefault(clave, rotulo)
            if not tambien_es_palabra:
                self.siempre.add(clave)

    def borrar(self, texto: str) -> str:
        """Return the text without the names.

        Given names and places are words too ("rosa", "segundo", "alto"): they count when they start in upper case.
        A surname always counts: one "flores" too many replaced is better than one teacher named.
        """
        if not self.reemplazos:
            return texto
        texto = unicodedata.normalize("NFC", texto)
        partes, anterior = [], 0
        for hallado in self.patron.finditer(_plano(texto)):
            if hallado.group() not in self.siempre and texto[hallado.start()].islower():
                continue
            partes += [texto[anterior : hallado.start()], self.reemplazos[hallado.group()]]
            anterior = hallado.end()
        return VARIAS_ESCUELAS.sub("varias escuelas", "".join([*partes, texto[anterior:]]))


def _docentes_del_anio(plan, rotulos):
    """Those of the content and everybody whom the acompañante accompanied that year."""
    asignados = Asignacion.objects.del_anio(plan.anio).filter(acompanante_id=plan.acompanante_id)
    ids = {str(pk) for pk in asignados.values_list("docente", flat=True)} | set(rotulos)
    return list(Docente.objects.filter(pk__in=ids).select_related("escuela").order_by("pk"))


def _plano(texto):
    """Lower case without accents, one character for one: positions stay."""
    return "".join(_letra_plana(c) for c in unicodedata.normalize("NFC", texto))


def _letra_plana(caracter):
    base = unicodedata.normalize("NFKD", caracter)[0].lower()
    return base if len(base) == 1 else caracter


class SinNombres:
    """The versions of one plan as the formador reads them. `rotulos` is {letter: letter}, what their sheets need."""

    def __init__(self, plan):
        self._letras = letras(plan)
        self._borrador = Borrador(plan, self._letras)
        self.rotulos = {letra: letra for letra in self._letras.values()}

    def contenido(self, version) -> dict:
        """Return the content with the letter where the id stood, so that no page can carry the id either."""
        limpio = _recorrer(version.contenido, self._borrador)
        for docente in limpio["docentes"]:
            docente["docente"] = self._letras[docente["docente"]]
        limpio["docentes"].sort(key=lambda d: (len(d["docente"]), d["docente"]))
        for visita in limpio["calendario"]["visitas"]:
            visita["docente"] = visita["distrito"] = ""
        return limpio

    def borrar(self, texto: str) -> str:
        return self._borrador.borrar(texto)

    def letra(self, docente_id) -> str:
        return self._letras.get(str(docente_id), "")

    def docente_de(self, letra: str) -> str | None:
        """Return the id behind a letter, for a comment about it."""
        return next((pk for pk, suya in self._letras.items() if suya == letra), None)


def _recorrer(valor, borrador):
    if isinstance(valor, str):
        return borrador.borrar(valor)
    if isinstance(valor, list):
        return [_recorrer(v, borrador) for v in valor]
    if isinstance(valor, dict):
        return {c: _recorrer(v, borrador) for c, v in valor.items()}
    return valor
