"""A whole visit typed from paper in a real Chromium, with the keyboard alone, and how many keys it takes either way."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

# How a page is typed in does not depend on the database: once is enough.
pytestmark = [pytest.mark.navegador, pytest.mark.una_vez]
NOTAS = (("0805", "Pregunta qué cosecharon en casa."), ("0910", "Los grandes explican en la pizarra."))
NIVELES = {2: ("3", "Conté 9 minutos sin tarea."), 4: ("2", "Dos porqués."), 8: ("3", "Devuelve cuadernos.")}
PASOS = ("Les di el mismo problema.", "Creía que así avanzan.", "Así me enseñaron.", "Probaré con tarjetas.")
ANALISIS, PREGUNTAS = "La espera bajó casi a nada.", "¿Qué notaste en los grandes?"
QUE, COMO = "Caja de tarjetas de reto.", "Tarjetas usadas."
EJERCICIO = """
from django.utils import timezone
from docentes.models import Usuario
from visitas import services
from visitas.models import Instrumento
hoy = timezone.localdate()
datos = {{"titulo": "{titulo}", "clase": "escrita", "leccion": "Pregunta qué se cosechó.", "abre": hoy, "cierra": hoy}}
datos["instrumento"] = Instrumento.objects.all().vigente()
print(services.guardar_ejercicio(por=Usuario.objects.get(username="fidel"), datos=datos, referencia=[]).get_absolute_url())
"""
ACTIVO = "(nombre) => { const a = document.activeElement; return a.name === nombre || Boolean(a.matches('summary') && a.parentElement.querySelector(`[name='${nombre}']`) && !a.parentElement.open); }"


class Manos:
    """Ten fingers and no mouse: every key is counted, and the letters of texts apart."""

    def __init__(self, pagina):
        self.pagina, self.teclas, self.letras = pagina, 0, 0

    def pulsar(self, *teclas):
        for tecla in teclas:
            self.teclas += 1
            self.pagina.keyboard.press(tecla)

    def cifras(self, texto):
        self.pulsar(*texto)

    def segmentos(self, valor, *maneras):
        """Fill in the browser's own day or clock, whose order is the machine's: the keys of the way that works."""
        for cifras in maneras:
            self.pagina.evaluate("const a = document.activeElement; a.value = ''; a.blur(); a.focus()")
            self.pagina.keyboard.type(cifras)
            if self.pagina.evaluate("document.activeElement.value") == valor:
                self.teclas += len(cifras)
                return
        pytest.fail(f"ninguna manera escribe {valor}")

    def dia(self, dia):
        self.segmentos(dia.isoformat(), f"{dia:%d%m%Y}", f"{dia:%m%d%Y}")

    def hora(self, cifras):
        self.segmentos(f"{cifras[:2]}:{cifras[2:]}", *(f"{cifras}{m}" for m in ("", "a", "p")))

    def texto(self, texto):
        self.letras += len(texto)
        self.pagina.keyboard.type(texto)

    def tabular_hasta(self, nombre):
        """Tab on to a control; a folded competency is opened on the way, as a person would."""
        for _ in range(200):
            self.pulsar("Tab")
            if self.pagina.evaluate(ACTIVO, nombre):
                break
        else:
            pytest.fail(f"el teclado no llega a {nombre}")
        if self.pagina.evaluate("document.activeElement.matches('summary')"):
            self.pulsar("Enter")
            self.tabular_hasta(nombre)


def _abrir_borrador(pagina):
    """An additional visit to the first teacher of the list: this one may be registered as often as needed."""
    pagina.goto("/visitas/nueva/")
    pagina.locator("[name=docente]").select_option(index=1)
    pagina.locator("[name=tipo]").select_option("X")
    pagina.get_by_role("button", name="Empezar a escribir").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Adicional")
    dia = date.fromisoformat(pagina.locator("[name=fecha]").input_value())
    return pagina.url, dia, min(dia + timedelta(7), date(dia.year, 12, 15))


def _pasar_del_papel(pagina):
    ruta, dia, hasta = _abrir_borrador(pagina)
    pagina.goto(f"{ruta}papel/")
    expect(pagina.locator("[data-quedan]")).to_contain_text("en blanco")
    manos = Manos(pagina)
    manos.pulsar("F2", *"12", "Enter")
    for cifras in (f"{dia:%d%m}", "0800", "1230", "3", "3", "3", "", "", ""):
        manos.cifras(cifras)
        manos.pulsar("Enter")
    manos.pulsar("2", *["Enter"] * 5)
    for hora, que in NOTAS:
        manos.cifras(hora)
        manos.pulsar("Enter")
        manos.texto(que)
        manos.pulsar("Enter")
    manos.pulsar("Enter")
    for texto in (ANALISIS, PREGUNTAS):
        manos.texto(texto)
        manos.pulsar("Enter")
    for numero in range(1, 12):
        tecla, evidencia = NIVELES.get(numero, ("0", ""))
        manos.pulsar(tecla)
        if evidencia:
            manos.texto(evidencia)
            manos.pulsar("Enter")
    for texto in (*PASOS, QUE):
        manos.texto(texto)
        manos.pulsar("Enter")
    manos.cifras(f"{hasta:%d%m}")
    manos.pulsar("Enter")
    manos.texto(COMO)
    manos.pulsar("Enter", "Enter", "1", "Enter")
    return manos


def _escribir_en_el_formulario(pagina):
    _ruta, dia, hasta = _abrir_borrador(pagina)
    manos = Manos(pagina)
    manos.tabular_hasta("fecha")
    manos.dia(dia)
    for nombre, cifras in (("inicio", "0800"), ("fin", "1230")):
        manos.tabular_hasta(nombre)
        manos.hora(cifras)
    for grado in "123":
        manos.tabular_hasta(f"presentes_{grado}")
        manos.cifras("3")
    manos.tabular_hasta("areas")
    manos.pulsar("Tab", "Space")
    _escribir_las_notas(manos)
    _escribir(manos, {"analisis": ANALISIS, "preguntas": PREGUNTAS})
    _escribir_los_niveles(manos)
    pasos = dict(zip(("describir", "explicar", "confrontar", "reconstruir"), PASOS, strict=True))
    _escribir(manos, pasos | {"compromiso_0_que": QUE})
    manos.tabular_hasta("compromiso_0_hasta")
    manos.dia(hasta)
    _escribir(manos, {"compromiso_0_como": COMO})
    manos.tabular_hasta("acuerdo")
    manos.pulsar("Space", "Tab", "Tab", "Enter")
    return manos


def _escribir(manos, textos):
    for nombre, texto in textos.items():
        manos.tabular_hasta(nombre)
        manos.texto(texto)


def _escribir_las_notas(manos):
    for i, (hora, que) in enumerate(NOTAS):
        if i:
            manos.pulsar("Tab", "Enter")  # "Agregar nota" puts the hour of now, and waits in the text
            manos.pagina.wait_for_function(f"document.activeElement.name === 'nota_{i}_texto'")
            while manos.pagina.evaluate("document.activeElement.name") != f"nota_{i}_hora":
                manos.pulsar("Shift+Tab")
        else:
            manos.tabular_hasta("nota_0_hora")
        manos.hora(hora)
        _escribir(manos, {f"nota_{i}_texto": que})


def _escribir_los_niveles(manos):
    """In the order of the page, which begins with those that the earlier visit looked at."""
    nombres = manos.pagina.evaluate(
        "[...document.querySelectorAll('[name^=nivel_][value=no]')].map(c => c.name)"
    )
    for nombre in nombres:
        numero = int(nombre.removeprefix("nivel_"))
        nivel, evidencia = NIVELES.get(numero, ("5", ""))
        manos.tabular_hasta(nombre)
        manos.pulsar("Space", *["ArrowRight"] * (int(nivel) - 1))
        if evidencia:
            _escribir(manos, {f"evidencia_{numero}": evidencia})


def _revisar(pagina):
    """The visit is finished and says what was typed."""
    expect(pagina.locator("main")).to_contain_text(NIVELES[8][1])
    for texto in (NOTAS[1][1], ANALISIS, PASOS[3], QUE, "8:00", "12:30", "Matemática"):
        expect(pagina.locator("main")).to_contain_text(texto)
    expect(pagina.locator("main")).not_to_contain_text("Terminar visita")


@pytest.mark.parametrize("ancho", [1366, 360])
def test_una_visita_entera_se_pasa_solo_con_el_teclado(nueva_pagina, ancho):
    pagina = nueva_pagina("beto", ancho=ancho)
    manos = _pasar_del_papel(pagina)
    _revisar(pagina)
    print(f"\npapel, {ancho} px: {manos.teclas} teclas y {manos.letras} letras de texto")


def test_pasarla_cuesta_menos_teclas_que_el_formulario_completo(nueva_pagina):
    pagina = nueva_pagina("beto")
    completo = _escribir_en_el_formulario(pagina)
    _revisar(pagina)
    del_papel = _pasar_del_papel(pagina)
    _revisar(pagina)

    print(
        f"\nteclas sin contar {del_papel.letras} letras: papel {del_papel.teclas}, completo {completo.teclas}"
    )
    assert del_papel.letras == completo.letras
    assert del_papel.teclas < completo.teclas * 0.75


def test_sin_terminar_los_dos_formularios_muestran_lo_mismo(nueva_pagina):
    pagina = nueva_pagina("beto")
    ruta, _dia, _hasta = _abrir_borrador(pagina)
    pagina.goto(f"{ruta}papel/")
    manos = Manos(pagina)
    manos.pulsar("F2", *"1.3", "Enter", *"830", "Enter", "F2", *"4,5", "Enter", "2")
    manos.texto("Nombra a cada niño.")
    manos.pulsar("F2", *"9.9", "Enter")
    expect(pagina.locator("[data-ir-aviso]")).to_have_text("No hay un renglón «9.9».")
    manos.pulsar("Escape")
    assert pagina.evaluate("document.activeElement.name") == "evidencia_5"
    expect(pagina.locator("[data-guardado-texto]").first).to_contain_text("Guardado,")
    pagina.goto(ruta)
    expect(pagina.locator("[name=inicio]")).to_have_value("08:30")
    expect(pagina.locator("[name=nivel_5][value='2']")).to_be_checked()
    expect(pagina.locator("[name=evidencia_5]")).to_have_value("Nombra a cada niño.")

    pagina.goto(f"{ruta}papel/")
    manos.pulsar("F2", *"1.4", "Enter", *"2599", "Enter")
    expect(pagina.locator("[data-ilegible]")).to_contain_text("«2599» no es una hora")
    manos.pulsar("Control+Enter")
    expect(pagina.locator("[data-errores]")).to_be_focused()
    expect(pagina.locator("[data-errores]")).to_contain_text("1.4")
    manos.pulsar("Tab", "Enter")
    assert pagina.evaluate("document.activeElement.matches('[data-renglon] *')")
    pagina.goto(f"{ruta}descartar/")
    pagina.get_by_role("button", name="Descartar").click()


def test_un_hallazgo_de_mas_trae_otra_fila_con_sus_teclas(nueva_pagina):
    pagina = nueva_pagina("ana")
    pagina.goto("/visitas/linea-de-base/")
    ruta = pagina.locator("a[href*='/escribir/']").first.get_attribute("href").split("?")[0]
    pagina.goto(f"{ruta}?vista=papel")
    ultima = pagina.locator("[data-filas=hallazgo] [data-fila]").count()
    manos = Manos(pagina)
    manos.pulsar("F2", *f"4.{ultima}", "Enter", "a", "1", "2")
    for texto in ("Se reúnen cada quince días.", "Leí el acta de julio."):
        manos.texto(texto)
        manos.pulsar("Enter")
    manos.pulsar("b")

    otra = f"hallazgo_{ultima}_dimension"
    expect(pagina.locator(f"[name={otra}]:checked")).to_have_value("familias")
    expect(pagina.locator(f"[data-renglon='4.{ultima + 1}a']")).to_have_count(1)
    expect(pagina.locator(f"[name=hallazgo_{ultima - 1}_dimension]:checked")).to_have_value("colegiado")
    assert pagina.evaluate("document.activeElement.name") == f"hallazgo_{ultima}_signo"
    expect(pagina.locator("[data-guardado-texto]").first).to_contain_text("Guardado,")


@pytest.mark.parametrize("ancho", [1366, 360])
def test_una_asesoria_entera_se_pasa_solo_con_el_teclado(nueva_pagina, ancho):
    pagina = nueva_pagina("ana", ancho=ancho)
    pagina.goto("/asesorias/")
    pagina.get_by_role("button", name="Pasar del papel").first.click()
    expect(pagina.locator("[data-quedan]")).to_contain_text("en blanco")
    hoy = date.fromisoformat(
        pagina.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'America/Lima'})")
    )
    manos = Manos(pagina)
    manos.pulsar("F2", *"1.1", "Enter")
    for cifras in (f"{hoy:%d%m}", "0001", "0002"):
        manos.cifras(cifras)
        manos.pulsar("Enter")
    manos.pulsar("2", "6", "Enter")
    for texto in ("Hay acuerdos de aula.", "Leí el libro de actas.", *PASOS, QUE):
        manos.texto(texto)
        manos.pulsar("Enter")
    manos.cifras(f"{hoy + timedelta(7):%d%m%Y}")
    manos.pulsar("Enter")
    manos.texto(COMO)
    manos.pulsar("Enter", "Control+Enter")
    expect(pagina.locator("main")).to_contain_text("Asesoría terminada.")
    for texto in ("Clima y convivencia, Uso de datos", "0:01", "0:02", PASOS[3], QUE, COMO):
        expect(pagina.locator("main")).to_contain_text(texto)


def test_la_visita_al_acompanante_se_pasa_y_no_se_deja_sin_enviar_sin_preguntar(nueva_pagina):
    pagina = nueva_pagina("fidel")
    pagina.goto("/visitas/acompanantes/")
    pagina.get_by_role("link", name="Pasar del papel").click()
    expect(pagina.locator("[data-quedan]")).to_contain_text("en blanco")
    manos = Manos(pagina)
    manos.texto("Campos, Ana")
    manos.pulsar("Enter", "1", "Enter", "1", "2", "0")
    assert pagina.evaluate("document.activeElement.name") == "registro_4"
    with pagina.expect_event("dialog") as pregunta:
        pagina.evaluate("setTimeout(() => location.assign('/'))")
    assert pregunta.value.type == "beforeunload"
    pregunta.value.dismiss()
    manos.pulsar("F2", *"5.1", "Enter")
    manos.texto("Esperaste antes de preguntar.")
    pagina.get_by_role("button", name="Guardar borrador").click()
    expect(pagina.locator("main")).to_contain_text("Guardaste el borrador.")
    assert "vista=papel" in pagina.url
    expect(pagina.locator("[name=acompanante] option:checked")).to_have_text("Campos, Ana")
    marcados = pagina.evaluate(
        "[...document.querySelectorAll('[name^=registro_]:checked')].map(c => c.value)"
    )
    assert marcados == ["si", "parte", "no"]


def test_las_necesidades_se_pasan_solo_con_el_teclado(nueva_pagina):
    pagina = nueva_pagina("ana", ancho=360)
    pagina.goto("/visitas/linea-de-base/")
    pagina.goto(pagina.locator("a[href*='/linea-de-base/docente/']").first.get_attribute("href"))
    pagina.get_by_role("link", name="Pasar del papel").click()
    expect(pagina.locator("[data-quedan]")).to_contain_text("en blanco")
    manos = Manos(pagina)
    manos.pulsar("F2", *"1.5", "Enter", "b", "5", "Control+A")
    manos.texto("Confiar turnos a los grandes.")
    manos.pulsar("Control+Enter")
    expect(pagina.locator("main")).to_contain_text("Necesidades guardadas.")
    expect(pagina.locator(".ac-necesidades li").last).to_contain_text("11. Justicia, confianza")
    expect(pagina.locator(".ac-necesidades li").last).to_contain_text("Confiar turnos a los grandes.")


@pytest.mark.parametrize("ancho", [1366, 360])
def test_la_lectura_de_una_calibracion_se_pasa_se_deja_a_medias_y_se_envia(
    nueva_pagina, servidor_vivo, ancho
):
    titulo = f"El problema de las papas, {ancho}"
    ruta = servidor_vivo.manage("shell", "--verbosity", "0", "-c", EJERCICIO.format(titulo=titulo)).strip()
    pagina = nueva_pagina("beto", ancho=ancho)
    pagina.goto(ruta)
    pagina.get_by_role("link", name="Pasar del papel").click()
    expect(pagina.locator("[data-quedan]")).to_contain_text("en blanco")
    numeros = pagina.locator("[data-renglon] legend").evaluate_all(
        "todas => todas.map((l) => l.textContent.trim().replace(/\\s+/g, ' '))"
    )
    assert [n.split()[0] for n in numeros] == [f"1.{i}a" for i in range(1, 12)]
    assert not [n for n in numeros if n.split()[1][0].isdigit()]

    manos = Manos(pagina)
    for tecla, razon in (("3", "Preguntó y esperó."), ("0", ""), ("2", "Dijo el porqué.")):
        manos.pulsar(tecla)
        if razon:
            manos.texto(razon)
            manos.pulsar("Enter")
    assert pagina.evaluate("document.activeElement.name") == "nivel_4"
    with pagina.expect_event("dialog") as pregunta:
        pagina.evaluate("setTimeout(() => location.assign('/'))")
    pregunta.value.dismiss()
    pagina.get_by_role("button", name="Guardar y seguir después").click()
    expect(pagina.locator("main")).to_contain_text("Guardaste tu avance.")
    expect(pagina.locator("[name=razon_3]")).to_have_value("Dijo el porqué.")
    assert "vista=papel" in pagina.url
    expect(pagina.locator("[data-quedan]")).to_have_text("8 renglones en blanco")

    manos.pulsar("F2", *"1.4", "Enter")
    for numero in range(4, 11):
        manos.pulsar("4")
        manos.texto(f"Lo vi en la {numero}.")
        manos.pulsar("Enter")
    manos.pulsar("Control+Enter")
    expect(pagina.locator("[data-errores]")).to_contain_text("1.11a Justicia, confianza")
    expect(pagina.locator("[data-quedan]")).to_contain_text("en blanco")
    manos.pulsar("F2", *"1.11", "Enter", "0", "Enter")
    expect(pagina.locator("main")).to_contain_text("Enviaste tu lectura")
    expect(pagina.locator("main")).not_to_contain_text("Pasar del papel")
