"""A plan without names, for the formador (trust.md §2): teachers by letter, schools by modality and grades.

What is structured carries no name at all. In what was written freely, the names of the acompañante's teachers and of
their schools are replaced: a person may have typed them.
"""

import hashlib
import re
import unicodedata
from string import ascii_uppercase

from docentes.models import Asignacion, Docente
from escuelas.models import Modalidad

MINIMO = 4
UN_DOCENTE = "un docente"
GENERICAS = {"escuela", "colegio", "nuestra", "senora", "santa", "jardin", "ninos"}


def letras(contenido: dict, semilla) -> dict[str, str]:
    """Return {teacher id: "Docente B"}. `semilla` (the plan) fixes the order, which has nothing to do with names."""

    def orden(docente):
        return hashlib.sha256(f"{semilla}:{docente}".encode()).hexdigest()

    ids = sorted((d["docente"] for d in contenido["docentes"]), key=orden)
    return {docente: f"Docente {_letra(n)}" for n, docente in enumerate(ids)}


def _letra(n):
    vueltas, resto = divmod(n, len(ascii_uppercase))
    return (_letra(vueltas - 1) if vueltas else "") + ascii_uppercase[resto]


class Borrador:
    """Replaces the names of an acompañante's teachers and schools in what somebody wrote."""

    def __init__(self, plan, rotulos: dict[str, str]):
        docentes = _docentes_del_anio(plan, rotulos)
        self.reemplazos = {}
        for docente in docentes:
            self._anotar_escuela(docente.escuela)
        for docente in docentes:
            self._anotar_docente(docente, rotulos.get(str(docente.pk), UN_DOCENTE))
        largos_primero = sorted(self.reemplazos, key=len, reverse=True)
        self.patron = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, largos_primero)) + r")(?!\w)")

    def _anotar_docente(self, docente, rotulo):
        apellido = docente.apellidos.split()[0]
        for texto in (
            docente.nombre_completo,
            docente.nombre_de_lista,
            f"{docente.primer_nombre} {apellido}",
            docente.plaza,
            *docente.nombres.split(),
            *docente.apellidos.split(),
        ):
            self._anotar(texto, rotulo)

    def _anotar_escuela(self, escuela):
        clase = Modalidad(escuela.modalidad).label.lower() if escuela.modalidad else ""
        rotulo = f"una escuela {clase}".strip()
        self._anotar(escuela.nombre, rotulo)
        for parte in re.split(r"[\s.°,]+", escuela.nombre):
            self._anotar(parte, rotulo)

    def _anotar(self, texto, rotulo):
        clave = _plano(texto)
        if len(clave) >= MINIMO and clave not in GENERICAS:
            self.reemplazos.setdefault(clave, rotulo)

    def borrar(self, texto: str) -> str:
        """Return the text without the names. A single word counts as a name when it starts in upper case."""
        if not self.reemplazos:
            return texto
        texto = unicodedata.normalize("NFC", texto)
        partes, anterior = [], 0
        for hallado in self.patron.finditer(_plano(texto)):
            original = texto[hallado.start() : hallado.end()]
            if " " not in original and original[0].islower():
                continue
            partes += [texto[anterior : hallado.start()], self.reemplazos[hallado.group()]]
            anterior = hallado.end()
        return "".join([*partes, texto[anterior:]])


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


def sin_nombres(version) -> tuple[dict, dict[str, str], Borrador]:
    """Return the content of a version without names, {letter: letter} for its sheet, and the Borrador used.

    In the content the letter stands where the id was, so that no page can carry the id either.
    """
    contenido = version.contenido
    rotulos = letras(contenido, version.plan_id)
    borrador = Borrador(version.plan, rotulos)
    limpio = _recorrer(contenido, borrador)
    for docente in limpio["docentes"]:
        docente["docente"] = rotulos[docente["docente"]]
    for visita in limpio["calendario"]["visitas"]:
        visita["docente"] = visita["distrito"] = ""
    return limpio, {letra: letra for letra in rotulos.values()}, borrador


def _recorrer(valor, borrador):
    if isinstance(valor, str):
        return borrador.borrar(valor)
    if isinstance(valor, list):
        return [_recorrer(v, borrador) for v in valor]
    if isinstance(valor, dict):
        return {c: _recorrer(v, borrador) for c, v in valor.items()}
    return valor
