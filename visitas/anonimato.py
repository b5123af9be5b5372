"""Texts without names, and the pseudonym under which a teacher's case is read. Pure: no database.

Scrubbing is help, not proof: it finds the names that the programme knows, whole words, whatever their accents and
case. A nickname or a third person's name is for the acompañante to see in the preview.
"""

import hashlib
import hmac
import re
import unicodedata

LETRAS_MINIMAS = 3
# Words of names of schools and places that name nobody.
CORRIENTES = set(
    [
        "del",
        "las",
        "los",
        "una",
        "por",
        "para",
        "con",
        "san",
        "santa",
        "institucion",
        "educativa",
        "escuela",
        "colegio",
        "jardin",
        "inicial",
        "primaria",
        "secundaria",
        "pronoei",
        "nino",
        "ninos",
        "docente",
        "quien",
        "acompana",
        "localidad",
        "distrito",
        "provincia",
        "caserio",
        "centro",
        "poblado",
    ]
)
ENLACES = r"(?:\s+(?:de|del|la|las|los|y|san|santa))*\s+"
PALABRA = re.compile(r"[^\W_]+")


def plegar(texto: str) -> tuple[str, list[int]]:
    """Return `texto` folded (case, accents and invisible marks gone) and, for each folded letter, where it came from."""
    plegado, origen = [], []
    for lugar, letra in enumerate(texto):
        for parte in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letra).casefold()):
            if not unicodedata.combining(parte) and unicodedata.category(parte) != "Cf":
                plegado.append(parte)
                origen.append(lugar)
    return "".join(plegado), origen


def palabras_de(*nombres: str) -> set[str]:
    """Return the folded words of some names that point to somebody: three letters or digits at least."""
    halladas = {p for nombre in nombres for p in PALABRA.findall(plegar(nombre or "")[0])}
    return {p for p in halladas if len(p) >= LETRAS_MINIMAS and p not in CORRIENTES}


class Tachador:
    """Replaces names in texts. `nombres` is {replacement: [names]}, the first replacement that knows a word wins."""

    def __init__(self, nombres: dict[str, list[str]]):
        self.reemplazos = {}
        for reemplazo, suyos in nombres.items():
            for palabra in palabras_de(*suyos):
                self.reemplazos.setdefault(palabra, reemplazo)

    def limpiar(self, texto: str) -> str:
        """Return `texto` with each known name replaced, runs of one person's or place's names by one replacement."""
        texto = unicodedata.normalize("NFC", texto)
        plegado, origen = plegar(texto)
        trozos, sigue = [], 0
        for hallada in PALABRA.finditer(plegado):
            reemplazo = self.reemplazos.get(hallada.group())
            if reemplazo:
                desde, hasta = origen[hallada.start()], _fin(texto, origen[hallada.end() - 1])
                trozos += [texto[sigue:desde], reemplazo]
                sigue = max(sigue, hasta)
        return self._juntar("".join([*trozos, texto[sigue:]]))

    def _juntar(self, texto):
        for reemplazo in set(self.reemplazos.values()):
            uno = re.escape(reemplazo)
            texto = re.sub(rf"{uno}(?:{ENLACES}{uno})+", reemplazo, texto)
        return texto


def _fin(texto, lugar):
    """Return where the letter at `lugar` ends, its combining marks included."""
    lugar += 1
    while lugar < len(texto) and unicodedata.combining(texto[lugar]):
        lugar += 1
    return lugar


def tachador_de(docente, acompanante) -> Tachador:
    """Return the scrubber of one teacher's texts. Needs docente.escuela.distrito.provincia and acompanante.usuario."""
    escuela, distrito = docente.escuela, docente.escuela.distrito
    usuario = acompanante.usuario
    return Tachador(
        {
            "«la docente»": [
                docente.nombres,
                docente.apellidos,
                docente.plaza,
                docente.dni,
                docente.telefono,
            ],
            "«quien acompaña»": [usuario.nombres, usuario.apellidos, usuario.username],
            "«la localidad»": [
                escuela.localidad,
                escuela.direccion,
                distrito.nombre,
                distrito.provincia.nombre,
                escuela.ugel.nombre,
            ],
            "«la escuela»": [escuela.nombre, escuela.codigo_modular, escuela.codlocal],
        }
    )


# Plants and birds of the region: nobody's surname, and none that praises or belittles.
PALABRAS = [
    "Achira",
    "Alcanfor",
    "Algarrobo",
    "Amancay",
    "Arrayán",
    "Cantuta",
    "Capulí",
    "Cedro",
    "Chilca",
    "Chirimoya",
    "Ciprés",
    "Colibrí",
    "Eucalipto",
    "Faique",
    "Garza",
    "Gaviota",
    "Girasol",
    "Guaba",
    "Guayabo",
    "Helecho",
    "Hierbaluisa",
    "Huayruro",
    "Ichu",
    "Jacarandá",
    "Jazmín",
    "Lapacho",
    "Laurel",
    "Lino",
    "Lúcuma",
    "Maguey",
    "Malva",
    "Manzanilla",
    "Matico",
    "Menta",
    "Molle",
    "Mora",
    "Muña",
    "Nogal",
    "Oca",
    "Olluco",
    "Palto",
    "Perdiz",
    "Picaflor",
    "Pino",
    "Quinua",
    "Quishuar",
    "Retama",
    "Romero",
    "Ruda",
    "Sauce",
    "Saúco",
    "Tara",
    "Tarwi",
    "Toronjil",
    "Totora",
    "Trébol",
    "Trigo",
    "Tuna",
    "Valeriana",
    "Vizcacha",
    "Yuca",
    "Zapallo",
    "Zarzamora",
    "Zorzal",
]
NUMEROS = range(2, 100)


def seudonimo(*, secreto: str, docente_id, lector_id, termino: str) -> str:
    """Return "Docente Amancay-7": the same for one reader in one term, different for another reader or term.

    The words come from a keyed hash (HMAC-SHA256), so that nobody without the server's secret goes back from it.
    """
    clave = f"caso|{docente_id}|{lector_id}|{termino}".encode()
    numero = int.from_bytes(hmac.new(secreto.encode(), clave, hashlib.sha256).digest()[:8])
    numero, palabra = divmod(numero, len(PALABRAS))
    return f"Docente {PALABRAS[palabra]}-{NUMEROS[numero % len(NUMEROS)]}"
