from django import forms

from visitas.widgets import DESCRIPTOR_DE_NO_OBSERVADO, OPCIONES_DE_NIVEL, Nivel

DESCRIPTORES = {
    1: "Casi todo es espera.",
    2: "Hay esperas largas.",
    3: "Las esperas son cortas.",
    4: "No hay esperas.",
}


class NivelForm(forms.Form):
    nivel = forms.ChoiceField(
        choices=OPCIONES_DE_NIVEL, widget=Nivel(descriptores=DESCRIPTORES, evidencia="id_evidencia")
    )


def _html(**datos):
    return str(NivelForm(datos)["nivel"])


def test_el_selector_ofrece_cuatro_numerales_y_no_observado():
    html = _html()
    assert [html.count(f'value="{valor}"') for valor in ("1", "2", "3", "4", "no")] == [1, 1, 1, 1, 1]
    assert [html.count(f"</span>{numeral}</span>") for numeral in ("I", "II", "III", "IV")] == [1, 1, 1, 1]
    assert html.count('class="ac-nivel__no"') == 1


def test_sin_javascript_se_ve_solo_el_descriptor_del_nivel_elegido():
    html = _html(nivel="3")
    assert (
        '<p class="ac-descriptor" data-descriptor="3"><b>Nivel III.</b> Las esperas son cortas.</p>' in html
    )
    assert html.count(" hidden>") == 4


def test_no_observado_dice_que_no_es_nivel_uno():
    html = _html(nivel="no")
    assert f'<p class="ac-descriptor" data-descriptor="no">{DESCRIPTOR_DE_NO_OBSERVADO}</p>' in html


def test_el_selector_nombra_la_evidencia_que_un_nivel_pide():
    assert 'data-evidencia="id_evidencia"' in _html()
    assert "data-evidencia" not in Nivel().render("nivel", None)


def test_un_nivel_que_no_existe_no_se_acepta():
    assert NivelForm({"nivel": "5"}).is_valid() is False
    assert NivelForm({"nivel": "no"}).is_valid() is True
