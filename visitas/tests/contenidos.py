"""Contents of visits for property tests, and the comparison of the two ways of reading one."""

import re
import unicodedata

from hypothesis import strategies as st

from visitas.forms.visita.directo import leer_directo
from visitas.forms.visita.opciones import AREAS, GRADOS, LENGUAS
from visitas.forms.visita.plano import primera_diferencia
from visitas.models import NivelEducativo

from .fabricas import compromiso, nivel

FILA = re.compile(r"(nota|compromiso)_\d+_")


def comparar_caminos(form) -> bool:
    """The short way takes just what the form accepts as it came, and reads the same values. Returns whether it does."""
    directo = leer_directo(form._recibido, situacion=form.situacion, instrumento=form.instrumento)
    if form.is_valid() and primera_diferencia(form._recibido, form.contenido()) == "":
        leidas = {campo: valor for campo, valor in form.cleaned_data.items() if not FILA.match(campo)}
        assert directo.cleaned_data == leidas
        assert directo.escritas == form.escritas
        assert directo.tipo == form.tipo
        assert directo.contenido() == form.contenido()
        return True
    assert directo is None, form._recibido
    return False


textos = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1, max_size=40
).map(lambda t: unicodedata.normalize("NFC", t).strip() or "x")
horas = st.integers(8 * 60, 12 * 60).map(lambda m: f"{m // 60:02}:{m % 60:02}")


@st.composite
def cambios(dibujar):
    """Parts of a content that the form must give back as they came."""
    numeros = dibujar(st.lists(st.integers(1, 11), unique=True).map(sorted))
    grados = dibujar(
        st.lists(st.sampled_from(list(GRADOS[NivelEducativo.PRIMARIA])), unique=True, min_size=1)
    )
    areas = list(AREAS[NivelEducativo.PRIMARIA])
    return {
        "grados": [{"grado": g, "presentes": dibujar(st.integers(1, 60))} for g in sorted(grados)],
        "areas": [a for a in areas if dibujar(st.booleans())] + ["Quechua para todos"],
        "lenguas": [c for c in LENGUAS if dibujar(st.booleans())]
        + dibujar(st.sampled_from([["culle"], ["a", "b"]])),
        "cuaderno": [
            {"hora": h, "texto": dibujar(textos)} for h in sorted(dibujar(st.lists(horas, max_size=5)))
        ],
        "analisis": dibujar(st.one_of(st.just(""), textos)),
        "seccion": dibujar(st.sampled_from(["", "A", "única"])),
        "niveles": [nivel(n, dibujar(st.sampled_from([None, 1, 2, 3, 4]))) for n in numeros],
        "dialogo": {p: dibujar(textos) for p in ("describir", "explicar", "confrontar", "reconstruir")},
        "compromisos": [
            compromiso(dibujar(textos), como=dibujar(st.one_of(st.just(""), textos)))
            for _ in range(dibujar(st.integers(1, 3)))
        ],
        "acuerdo": dibujar(st.booleans()),
    }
