"""The field notebook in tests: a laptop that survives its battery, and visits written by hand or by the product's modules."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import expect

from .infraestructura import CONTRASENA_DE_DEMOSTRACION, ESPERA_MS

ARGUMENTOS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
CONTAR = """
from visitas.models import Visita
print(Visita.objects.filter(acompanante__usuario__username="{cuenta}", tipo__codigo="X", niveles__evidencia="{marca}").count())
"""


class Laptop:
    """A browser profile on disk: it survives the browser's death."""

    def __init__(self, chromium, servidor):
        """`servidor.url` is where it goes: the live server, or the bad network before it."""
        self.chromium, self.servidor = chromium, servidor
        self.perfil = Path(tempfile.mkdtemp(prefix="acompana-laptop-"))
        self.encender()

    def encender(self):
        self.contexto = self.chromium.browser_type.launch_persistent_context(
            self.perfil,
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium",
            args=ARGUMENTOS,
            base_url=self.servidor.url,
            locale="es-PE",
            timezone_id="America/Lima",
            viewport={"width": 1366, "height": 768},
        )
        self.contexto.set_default_timeout(ESPERA_MS)
        self.pagina = self.contexto.pages[0]

    def ir(self):
        self.pagina.goto("/visitas/campo/")
        self.pagina.wait_for_selector("html[data-listo]")

    def abrir(self, cuenta):
        self.ir()
        self.entrar_en(self.pagina, cuenta)

    def entrar_en(self, pagina, cuenta):
        pagina.fill("[name=cuenta]", cuenta)
        pagina.fill("[name=clave]", CONTRASENA_DE_DEMOSTRACION)
        pagina.get_by_role("button", name="Abrir", exact=True).click()
        expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()

    def abrir_sin_senal(self, cuenta):
        """Open it once with a network, and then with none."""
        self.abrir(cuenta)
        self.esperar_al_trabajador()
        self.contexto.set_offline(True)
        self.abrir(cuenta)

    def abrir_con_teclado(self, cuenta):
        """As `abrir`, without a mouse."""
        self.ir()
        teclado = Teclado(self.pagina)
        teclado.hasta(self.pagina.locator("[name=cuenta]"))
        self.pagina.keyboard.type(cuenta)
        teclado.hasta(self.pagina.locator("[name=clave]"))
        self.pagina.keyboard.type(CONTRASENA_DE_DEMOSTRACION)
        self.pagina.keyboard.press("Enter")
        expect(self.pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()

    def otra_pestana(self, cuenta):
        """A second tab of the same browser, with the same notebook open."""
        pagina = self.contexto.new_page()
        pagina.goto("/visitas/campo/")
        pagina.wait_for_selector("html[data-listo]")
        self.entrar_en(pagina, cuenta)
        return pagina

    def esperar_al_trabajador(self):
        """The worker controls the page: it opens without a network. No polling by text: the page's CSP forbids it."""
        self.pagina.evaluate(
            "new Promise((listo) => navigator.serviceWorker.controller ? listo() :"
            " navigator.serviceWorker.addEventListener('controllerchange', () => listo()))"
        )

    def matar(self):
        """kill -9 of every process of the browser: the battery died."""
        vivos = subprocess.run(["pgrep", "-f", str(self.perfil)], capture_output=True, text=True, check=False)
        for pid in vivos.stdout.split():
            os.kill(int(pid), signal.SIGKILL)
        self.contexto = None

    def apagar(self):
        if self.contexto:
            self.contexto.close()
        shutil.rmtree(self.perfil, ignore_errors=True)


def registrar(pagina, docente, marca):
    """Write and finish an additional visit to the docente in that place of the list."""
    pagina.locator("[data-docentes] button").nth(docente).click()
    pagina.locator("[data-programadas] button").last.click()
    pagina.locator("[name=inicio]").fill("08:00")
    pagina.locator("[name=fin]").fill("12:30")
    pagina.locator("[name^=presentes_]").first.fill("4")
    pagina.get_by_label("Matemática").check()
    pagina.locator("[name=nota_0_hora]").fill("08:05")
    pagina.locator("[name=nota_0_texto]").fill("Pregunta qué cosecharon en casa.")
    suelta = pagina.locator("details.ac-otra", has=pagina.locator("[name=nivel_2]"))
    if suelta.count() and not suelta.evaluate("d => d.open"):
        suelta.locator("summary").click()
    pagina.locator("[name=nivel_2][value='3']").press("Space")
    pagina.locator("[name=evidencia_2]").fill(marca)
    pagina.locator("[name=describir]").fill("Les di el mismo problema a todos.")
    pagina.get_by_role("button", name="Terminar visita").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()


def cuantas(servidor, cuenta, marca):
    return int(servidor.manage("shell", "--verbosity", "0", "-c", CONTAR.format(cuenta=cuenta, marca=marca)))


def estados(pagina):
    return pagina.locator("[data-cola] > li .ac-chip").all_inner_texts()


class Teclado:
    """No mouse: Tab until the control has the focus. Counts the presses; a ring of focus without it fails."""

    MAXIMO = 150

    def __init__(self, pagina):
        self.pagina, self.tabs = pagina, 0

    def hasta(self, control):
        """Reach `control` (any of a group of radios) and return the keyboard."""
        for _ in range(self.MAXIMO):
            if control.evaluate_all("lista => lista.includes(document.activeElement)"):
                return self.pagina.keyboard
            self.pagina.keyboard.press("Tab")
            self.tabs += 1
        raise AssertionError(f"el teclado no llega a {control}")

    def elegir(self, grupo, valor):
        """Reach a group of radios and go through it with the arrows until `valor` is chosen."""
        self.hasta(grupo)
        elegida = "lista => lista.find((radio) => radio.checked)?.value"
        for _ in range(grupo.count()):
            if grupo.evaluate_all(elegida) == valor:
                return
            self.pagina.keyboard.press("ArrowDown")
        assert grupo.evaluate_all(elegida) == valor


# Writes finished visits with the product's own modules, as its pages do: {cuenta, clave, marca, cuantas, malas} in,
# how many were finished out. `malas` are the places of those that the server refuses.
ESCRIBIR_VISITAS = """
async ({ cuenta, clave, marca, cuantas, malas, fecha }) => {
  const modulo = (nombre) => import(`/static/js/campo/${nombre}.js`);
  const [{ abrirEquipo }, boveda, { abrirAlmacen }, { crearLibreta }] = await Promise.all(["equipo", "boveda", "almacen", "libreta"].map(modulo));
  const { uuidv7 } = await import("uuidv7");
  const equipo = await abrirEquipo();
  const persona = await equipo.persona(cuenta);
  const llave = await boveda.abrir(clave, persona.envoltura);
  const almacen = await abrirAlmacen(persona.usuario, {
    cifrar: (valor, lugar) => boveda.cifrar(llave, valor, lugar),
    descifrar: (registro, lugar) => boveda.descifrar(llave, registro, lugar),
  });
  const paquete = await almacen.leerPaquete();
  const libreta = crearLibreta({ almacen, paquete, nuevoId: uuidv7, ahora: () => new Date() });
  const antes = (await almacen.revisiones()).length;
  for (let i = 0; i < cuantas; i += 1) {
    const docente = paquete.docentes[i % paquete.docentes.length];
    const borrador = { ...(await libreta.empezar(docente, { tipo: "X", programada: null })), visita: uuidv7() };
    const [grado] = paquete.formularios[docente.nivel].grados;
    const hora = `0${7 + Math.floor(i / 60)}:${String(i % 60).padStart(2, "0")}`;
    Object.assign(borrador.valores, {
      inicio: hora, fin: malas.includes(i) ? "06:00" : "12:30", [`presentes_${grado}`]: "4", areas: ["matematica"], nota_0_hora: hora,
      nota_0_texto: "Pregunta qué cosecharon en casa.", nivel_2: "3", evidencia_2: marca, describir: "Les di el mismo problema a todos.",
    });
    if (fecha) borrador.valores.fecha = fecha;
    await libreta.terminar(borrador);
  }
  equipo.cerrar();
  almacen.cerrar();
  return antes;
}
"""


def escribir_visitas(pagina, cuenta, marca, cuantas_son, malas=(), fecha=None):
    """Finish so many visits on the device that `cuenta` has open, and show them."""
    datos = {"cuenta": cuenta, "clave": CONTRASENA_DE_DEMOSTRACION, "marca": marca, "cuantas": cuantas_son}
    pagina.evaluate(ESCRIBIR_VISITAS, datos | {"malas": list(malas), "fecha": fecha})
    pagina.evaluate("location.hash = '#bandeja'")
    expect(pagina.locator("[data-cola] .ac-chip", has_text="Por enviar").first).to_be_visible()


def con_estado(pagina, estado):
    """The rows of the notebook in that state."""
    return pagina.locator("[data-cola] > li", has=pagina.locator(".ac-chip", has_text=estado))


def enviar_ahora(pagina):
    pagina.get_by_role("button", name="Enviar ahora").click()


def aviso(pagina):
    return pagina.locator("[data-avisos]")


LA_ULTIMA = """async (visita) => {
  const nombres = (await indexedDB.databases()).map((d) => d.name).filter((n) => /^acompana-[0-9a-f]/.test(n));
  const db = await new Promise((bien) => (indexedDB.open(nombres[0]).onsuccess = (e) => bien(e.target.result)));
  const tienda = db.transaction("revisiones").objectStore("revisiones");
  const todas = await new Promise((bien) => (tienda.getAll().onsuccess = (e) => bien(e.target.result)));
  db.close();
  const suyas = todas.filter((r) => r.visita === visita).sort((a, b) => b.secuencia - a.secuencia);
  return [suyas[0].revision, suyas[0].hash, suyas[0].estado];
}"""


def cabeza_en(pagina, registro):
    """[revision, hash, state] of the last revision that the device has of a record, named by its id."""
    return pagina.evaluate(LA_ULTIMA, registro)


def elegir_version(pagina, titulo, opcion):
    """On the page of two versions, with the keyboard alone: into the question, to its option."""
    radio = pagina.get_by_role("group", name=titulo, exact=True).get_by_role("radio", name=opcion)
    radio.focus()
    radio.press("Space")
    expect(radio).to_be_checked()
