"""The year of one teacher, step by step through the real pages. Every text written carries a canary of its own."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

DOCENTE = "Delia Aguirre Soto"
VISITAS = (
    ("Diagnóstica", 4),
    *((f"Asesoría {n}", n + 4) for n in range(1, 7)),
    ("Cierre", 11),
)
PASOS = ("describir", "explicar", "confrontar", "reconstruir")
TERMINADA = re.compile(r"/visitas/[0-9a-f-]{36}/$")

# What was written along the way, and whoever may meet it on some page; the administrator, her name as an account's.
QUIEN_LEE = {
    "canario-del-anio-hallazgo": {"marta", "delia", "dora", "fidel"},
    "canario-del-anio-cuaderno": {"marta", "delia"},
    "canario-del-anio-evidencia": {"marta", "delia"},
    "canario-del-anio-dialogo": {"marta", "delia"},
    "canario-del-anio-compromiso": {"marta", "delia"},
    "canario-del-anio-verificado": {"marta", "delia"},
    "canario-del-anio-privada": {"marta"},
    "canario-del-anio-necesidad": {"marta", "delia", "fidel"},
    "canario-del-anio-estrategia": {"marta", "delia", "fidel"},
    "canario-del-anio-recurso": {"marta", "fidel"},
    "canario-del-anio-acuerdo": {"marta", "delia"},
    "canario-del-anio-palabra": {"marta", "delia"},
    "canario-del-anio-avance": {"marta", "delia"},
    "canario-del-anio-reflexion": {"delia"},
    "canario-del-anio-observacion": {"marta", "fidel"},
    "canario-del-anio-informe": {"marta", "fidel"},
    "Aguirre Soto": {"marta", "delia", "dora", "admin"},
}


def escribir(pagina, **campos):
    for campo, texto in campos.items():
        pagina.locator(f"[name='{campo}']").fill(texto)


def elegir(pagina, **campos):
    for campo, valor in campos.items():
        pagina.locator(f"select[name='{campo}']").select_option(valor)


def marcar(pagina, **campos):
    for campo, valor in campos.items():
        pagina.locator(f"input[name='{campo}'][value='{valor}']").check()


def optar(pagina, **campos):
    """Choose among radio buttons by their label, which covers the control."""
    for campo, valor in campos.items():
        _optar(pagina.locator(f"input[name='{campo}'][value='{valor}']"))


def _optar(control):
    control.locator("xpath=ancestor::label").click()
    expect(control).to_be_checked()


def pulsar(pagina, boton, dice):
    """Press a button and wait for the page that says so."""
    pagina.get_by_role("button", name=boton).first.click()
    expect(pagina.locator("main")).to_contain_text(dice)


def caracterizar(marta, anio, momento, en_inicio):
    """Write a school's baseline and finish it. `en_inicio` of 12 pupils are at the first level of learning."""
    marta.goto(f"/visitas/linea-de-base/?anio={anio}")
    marta.get_by_role("button", name=re.compile(f"^Caracterizar .*{momento}$")).click()
    escribir(marta, matricula_1="12", minutos_de_viaje="90", como_llegar="Combi hasta el cruce y a pie.")
    elegir(marta, aula_1="1", medio="combi")
    marcar(marta, lenguas="castellano", servicios="agua")
    _inventario(marta)
    escribir(
        marta,
        aprendizaje_1_matematica_inicio=str(en_inicio),
        aprendizaje_1_matematica_proceso=str(10 - en_inicio),
        aprendizaje_1_matematica_satisfactorio="2",
        fuente_matematica=f"Prueba de la escuela, {momento}",
    )
    pulsar(marta, "Terminar línea de base", "Línea de base terminada.")


def _inventario(marta):
    de_cada = (
        ("planificacion", "fortaleza"),
        ("ensenanza", "debilidad"),
        ("direccion", "fortaleza"),
        ("familias", "debilidad"),
    )
    for i, (dimension, signo) in enumerate(de_cada):
        fila = f"hallazgo_{i}"
        elegir(
            marta,
            **{f"{fila}_dimension": dimension, f"{fila}_signo": signo, f"{fila}_prioridad": str(i % 3 + 1)},
        )
        escribir(
            marta,
            **{f"{fila}_texto": f"canario-del-anio-hallazgo {i}", f"{fila}_evidencia": "Lo vi en el aula."},
        )


def mirar_el_calendario(marta, anio):
    marta.goto(f"/visitas/calendario/?anio={anio}")
    expect(marta.locator("main")).to_contain_text("0 visitas hechas de 8 programadas")
    expect(marta.get_by_role("navigation", name="Meses con visitas").get_by_role("link")).to_have_count(8)


def visitar(marta, anio, orden):
    """Record the visit of that place in the year, from the calendar, and return its address."""
    nombre, mes = VISITAS[orden]
    marta.goto(f"/visitas/calendario/?anio={anio}&mes={mes}")
    marta.get_by_role("link", name=f"Registrar visita de {DOCENTE}, {nombre}").click()
    marta.get_by_role("button", name="Empezar a escribir").click()
    expect(marta.get_by_role("heading", level=1)).to_contain_text(DOCENTE)
    if orden > 1:
        _verificar_primero(marta)
    _anotar_la_clase(marta, orden)
    if orden:
        escribir(marta, **{paso: f"«{paso}» canario-del-anio-dialogo {orden}" for paso in PASOS})
    if nombre.startswith("Asesoría"):
        _acordar(marta, orden)
    pulsar(marta, "Terminar visita", "Visita terminada.")
    marta.wait_for_url(TERMINADA)
    return marta.url


def _verificar_primero(marta):
    """What was agreed before is the first section of the form; every open commitment gets its verification."""
    primera = marta.locator("section.ac-seccion").first
    expect(primera).to_have_attribute("id", "verificar")
    expect(primera).to_contain_text("canario-del-anio-compromiso")
    estados = primera.locator("input[value='cumplido']")
    expect(estados).to_have_count(1)
    _optar(estados)
    primera.locator("[name$='_comentario']").fill("canario-del-anio-verificado: lo usaron los tres grados.")


def _anotar_la_clase(marta, orden):
    escribir(marta, inicio="08:00", fin="12:30", presentes_1="11")
    marcar(marta, areas="matematica")
    escribir(marta, nota_0_hora="08:10", nota_0_texto=f"canario-del-anio-cuaderno {orden}")
    for numero in (2, 5):
        _nivel(marta, numero, min(1 + orden // 3, 4))
    if not orden:
        marta.locator("summary", has_text="Mis notas privadas").click()
        escribir(marta, nota_privada="canario-del-anio-privada")


def _nivel(marta, numero, nivel):
    cerrada = marta.locator("details.ac-otra:not([open])", has=marta.locator(f"[name=nivel_{numero}]"))
    if cerrada.count():
        cerrada.locator("summary").click()
    optar(marta, **{f"nivel_{numero}": nivel})
    escribir(marta, **{f"evidencia_{numero}": f"canario-del-anio-evidencia: conté {nivel} preguntas."})


def _acordar(marta, orden):
    dia = date.fromisoformat(marta.locator("[name=fecha]").input_value())
    escribir(
        marta,
        compromiso_0_que=f"canario-del-anio-compromiso {orden}",
        compromiso_0_hasta=str(dia + timedelta(days=15)),
        compromiso_0_como="Lo veremos en los cuadernos.",
    )
    marta.locator("[name=acuerdo]").check()


def priorizar(marta, anio, docente, *, filas):
    """Write needs from the first up to `filas` (2 or 5 is the competency that the visits look at)."""
    marta.goto(f"/visitas/linea-de-base/docente/{docente}/?anio={anio}")
    for i, numero in list(enumerate((2, 5)))[:filas]:
        marta.locator(f"[name=necesidad_{i}_competencia]").select_option(index=numero)
        escribir(marta, **{f"necesidad_{i}_texto": f"canario-del-anio-necesidad {numero}"})
    pulsar(marta, "Guardar necesidades", "Necesidades guardadas.")


def preparar_el_plan(marta, anio, docente):
    """Prepare it from the baseline, add a need that came later, say what is missing, fill it and send it."""
    marta.goto(f"/visitas/plan/?anio={anio}")
    pulsar(marta, "Preparar el plan", "Tu borrador está listo")
    priorizar(marta, anio, docente, filas=2)
    marta.goto(f"/visitas/plan/docente/{docente}/?anio={anio}")
    pulsar(marta, "Sugerir estrategias", "Cada necesidad tiene ahora una estrategia")
    escribir(marta, **{"linea-0-estrategia": "Con Delia, canario-del-anio-estrategia en los tres grados."})
    pulsar(marta, re.compile("^Guardar matriz$"), "Guardaste la matriz de Delia.")
    _generales(marta, "Editar recursos", recursos="")
    marta.get_by_role("link", name="Faltan los recursos.").click()
    escribir(marta, recursos="canario-del-anio-recurso: papelotes y plumones.")
    pulsar(marta, re.compile("^Guardar$"), "Guardaste las secciones generales.")
    expect(marta.locator("#lo-que-falta")).to_have_count(0)
    pulsar(marta, "Enviar al formador", "Enviaste tu plan al formador.")


def _generales(marta, enlace, **campos):
    marta.get_by_role("link", name=enlace).click()
    escribir(marta, **campos)
    pulsar(marta, re.compile("^Guardar$"), "Guardaste las secciones generales.")


def corregir_el_plan(marta, anio):
    marta.goto(f"/visitas/plan/?anio={anio}")
    expect(marta.locator("main")).to_contain_text("El formador dejó observaciones")
    expect(marta.locator("#objetivo")).to_contain_text("canario-del-anio-observacion")
    _generales(marta, "Editar objetivo general", objetivo="Que cada grado trabaje su propio reto.")
    pulsar(marta, "Enviar al formador", "Versión 2")


def abrir_su_plan(fidel, anio, accion):
    fidel.goto(f"/visitas/planes/?anio={anio}&ugel=130012")
    fidel.get_by_role("link", name=f"{accion} el plan de Marta Zavaleta Ríos").click()
    plan = fidel.locator("main")
    expect(plan).to_contain_text("canario-del-anio-estrategia")
    expect(plan).not_to_contain_text("Delia")
    expect(plan).not_to_contain_text("Aguirre")


def observar(fidel, anio):
    abrir_su_plan(fidel, anio, "Revisar")
    fidel.locator("details", has=fidel.locator("[name=sobre_objetivo]")).locator("summary").click()
    escribir(fidel, sobre_objetivo="canario-del-anio-observacion: dilo por grado.")
    pulsar(fidel, "Devolver con observaciones", "Devolviste el plan")


def aprobar(fidel, anio):
    abrir_su_plan(fidel, anio, "Revisar")
    expect(fidel.locator("#objetivo")).to_contain_text("Que cada grado trabaje su propio reto.")
    pulsar(fidel, "Aprobar el plan", "Aprobaste el plan.")


def reunir(marta, anio, fecha):
    """Plan a microtaller, then write down who came and what was agreed."""
    marta.goto(f"/visitas/sesiones/?anio={anio}")
    marta.get_by_role("link", name="Programar sesión").first.click()
    elegir(marta, tipo="microtaller")
    escribir(
        marta, fecha=fecha, inicio="14:00", fin="18:00", tema="Preguntas para pensar", lugar="Local comunal"
    )
    pulsar(marta, "Programar sesión", "Preguntas para pensar")
    marta.get_by_role("link", name="Registrar lo realizado").click()
    marta.get_by_label(re.compile("^Aguirre Soto, Delia")).check()
    escribir(
        marta,
        desarrollo="Analizamos dos clases y armamos preguntas.",
        acuerdos="canario-del-anio-acuerdo: probar tres preguntas.",
    )
    pulsar(marta, "Registrar lo realizado", "canario-del-anio-acuerdo")
    expect(marta.locator("main")).to_contain_text("Asistió")


def anotar_avance(delia):
    delia.goto("/")
    delia.get_by_role("link", name=re.compile("^Anotar cómo voy")).first.click()
    escribir(delia, texto="canario-del-anio-avance: lo probé el martes.")
    pulsar(delia, "Anotar cómo voy", "Anotado.")


def decir_su_palabra(delia, anio, docente):
    """Read two visits; disagree with a comment on one, agree with the other; and keep a reflection to herself."""
    for nombre, acuerdo in (("Asesoría 3", "en_desacuerdo"), ("Asesoría 4", "de_acuerdo")):
        delia.goto(f"/visitas/docente/{docente}/?anio={anio}")
        delia.get_by_role("link", name=f"Leer visita {nombre}").click()
        expect(delia.locator("main")).to_contain_text("canario-del-anio-evidencia")
        optar(delia, acuerdo=acuerdo)
        escribir(delia, comentario="canario-del-anio-palabra: así no fue del todo.")
        pulsar(delia, "Guardar mi palabra", "Tu palabra queda junto a la visita.")
    delia.get_by_role("link", name="Escribir una reflexión").click()
    escribir(delia, texto="canario-del-anio-reflexion: todavía corrijo por ellos.")
    pulsar(delia, "Guardar reflexión", "Solo tú la lees.")


def leer_la_palabra(marta, visita):
    """The one who accompanies reads the teacher's word beside the visit."""
    marta.goto(visita)
    expect(marta.locator("#voz")).to_contain_text("En desacuerdo")
    expect(marta.locator("#voz")).to_contain_text("canario-del-anio-palabra")


def cerrar(marta, anio):
    """The checklist says that nothing is missing; the final report is written and sent."""
    marta.goto(f"/cierre/?anio={anio}")
    lista = marta.locator("main")
    expect(lista).to_contain_text("1 de 1 docente con su visita de cierre hecha")
    expect(lista).to_contain_text("2 de 2")
    expect(lista).to_contain_text("Terminada el")
    marta.get_by_role("link", name="Escribir informe final").click()
    expect(marta.locator("main")).to_contain_text("No falta nada")
    secciones = ("logros", "dificultades", "lecciones", "recomendaciones")
    escribir(marta, **{seccion: f"canario-del-anio-informe, {seccion}." for seccion in secciones})
    pulsar(marta, "Enviar informe", "Informe enviado.")


def leer_el_informe(fidel, anio):
    fidel.goto(f"/informes/?anio={anio}")
    fidel.get_by_role("link", name="Leer el de Marta Zavaleta Ríos").click()
    expect(fidel.locator("main")).to_contain_text("canario-del-anio-informe")
    escribir(fidel, comentario="Lo leí completo.")
    pulsar(fidel, "Guardar comentario", "el informe está leído")


def vivir(abrir, anio, docente):
    """The whole year, in its order; return the addresses of the visits."""
    marta, fidel, delia = (abrir(persona) for persona in ("marta", "fidel", "delia"))
    caracterizar(marta, anio, "inicio del año", en_inicio=7)
    mirar_el_calendario(marta, anio)
    visitas = [visitar(marta, anio, 0)]
    priorizar(marta, anio, docente, filas=1)
    preparar_el_plan(marta, anio, docente)
    observar(fidel, anio)
    corregir_el_plan(marta, anio)
    aprobar(fidel, anio)
    for orden in range(1, 7):
        visitas.append(visitar(marta, anio, orden))
        if orden in (2, 5):
            reunir(marta, anio, f"{anio}-{orden + 4:02}-20")
    anotar_avance(delia)
    decir_su_palabra(delia, anio, docente)
    leer_la_palabra(marta, visitas[3])
    visitas.append(visitar(marta, anio, 7))
    caracterizar(marta, anio, "fin del año", en_inicio=3)
    cerrar(marta, anio)
    leer_el_informe(fidel, anio)
    return visitas
