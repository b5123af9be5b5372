"""Loads the demo in one transaction: territory, schools, people, two years of visits."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction

from acompanamiento.comun.errores import Rechazo
from docentes.models import Docente, Usuario
from escuelas.models import Escuela
from reportes.resultados import congelar_cerrados
from visitas.models import Competencia, Instrumento, Protocolo, Visita, VisitaProgramada
from visitas.services.catalogos import cargar_catalogos

from . import personas
from .calendario import Reloj, a_las, reloj_para
from .escuelas import Numeros, planear_escuelas
from .programacion import planear_anio
from .temas import cargar_temas
from .territorio import cargar_territorio
from .visitas import Catalogo, Cuaderno, Lote


class HayDatosReales(Rechazo):
    """The database holds people or schools that are not synthetic."""

    codigo = "HAY_DATOS_REALES"


@dataclass
class Resumen:
    """What the demo holds, in numbers. `nueva` is False when it was there already and nothing changed."""

    nueva: bool
    hoy: date | None = None
    escuelas: int = 0
    acompanantes: int = 0
    docentes: int = 0
    visitas: int = 0
    programadas: int = 0


def revisar_que_no_haya_datos_reales() -> None:
    """Raise HayDatosReales when any account, teacher or school is not flagged as synthetic."""
    reales = {
        "cuentas": Usuario.objects.filter(es_sintetica=False),
        "docentes": Docente.objects.filter(es_sintetico=False),
        "escuelas": Escuela.objects.filter(es_sintetica=False),
    }
    hay = [f"{cuantos} {nombre}" for nombre, filas in reales.items() if (cuantos := filas.count())]
    if hay:
        raise HayDatosReales(
            f"Esta base tiene datos reales ({', '.join(hay)}). Los datos de demostración no se mezclan con ellos: "
            "usa otra base de datos."
        )


@transaction.atomic
def cargar_demo(*, fecha: date, escala: int = 1, avisar=lambda texto: None) -> Resumen:
    """Load the demo as it would look on `fecha`; `escala` multiplies schools, people and visits.

    Nothing changes when it is loaded already. Raises HayDatosReales on a database with real people or schools and
    Rechazo when the catalogue has no school year for `fecha`. `avisar` gets one Spanish sentence per step.
    """
    revisar_que_no_haya_datos_reales()
    if Usuario.objects.exists():
        return _resumen(nueva=False)
    cargar_catalogos()
    reloj = reloj_para(fecha)
    avisar(f"Datos sintéticos al {reloj.hoy:%d/%m/%Y}.")
    territorio = cargar_territorio()
    clave = make_password(personas.CLAVE)
    cuentas = personas.crear_cuentas_regionales(territorio, clave, reloj)
    carga = _Carga(reloj, territorio, clave, cuentas["elena"], avisar)
    for replica in range(escala):
        carga.replica(replica)
    Usuario.objects.update(creada_en=a_las(reloj.anios[0].inicio, 8))
    avisar("Congelando los resultados de los bimestres cerrados.")
    congelar_cerrados(reloj.hoy)
    return _resumen(nueva=True, hoy=reloj.hoy)


class _Carga:
    def __init__(self, reloj: Reloj, territorio, clave, coordinadora, avisar):
        self.reloj, self.territorio, self.clave = reloj, territorio, clave
        self.coordinadora, self.avisar = coordinadora, avisar
        self.catalogo = _leer_catalogo()
        self.numeros = Numeros()
        self.docentes = 0

    def replica(self, numero: int) -> None:
        """Load one La Libertad; the first has the people of the design."""
        planes = planear_escuelas(self.territorio, numero, self.numeros)
        Escuela.objects.bulk_create(
            p.escuela for grupos in planes.values() for plazas in grupos for p in plazas
        )
        carteras = personas.crear_carteras(planes, self.territorio, numero, self.clave, self.reloj)
        if numero == 0:
            ana = next(c for c in carteras if c.es_de_ana)
            personas.crear_cuentas_de_la_escuela(ana.docentes[0], self.clave, self.reloj)
        Docente.objects.bulk_create(d for c in carteras for d in c.docentes)
        self.docentes = personas.crear_asignaciones(carteras, self.coordinadora, self.reloj, self.docentes)
        self._visitas(carteras)
        cargar_temas(carteras, self.reloj)
        self.avisar(f"Grupo {numero + 1}: {len(carteras)} acompañantes y sus visitas.")

    def _visitas(self, carteras):
        for cartera in carteras:
            lote = Lote()
            cuaderno = Cuaderno(cartera, self.reloj, self.catalogo, lote)
            for anio in self.reloj.anios:
                cuaderno.anotar(planear_anio(cartera, anio.anio, self.reloj, self.catalogo.tipos))
            lote.guardar()


def _leer_catalogo() -> Catalogo:
    instrumento = Instrumento.objects.vigente()
    competencias = dict(Competencia.objects.filter(instrumento=instrumento).values_list("numero", "pk"))
    tipos = {
        protocolo.nivel: list(protocolo.tipos.filter(mes__isnull=False))
        for protocolo in Protocolo.objects.filter(vigente=True)
    }
    return Catalogo(instrumento, competencias, tipos)


def _resumen(*, nueva, hoy=None) -> Resumen:
    return Resumen(
        nueva=nueva,
        hoy=hoy,
        escuelas=Escuela.objects.count(),
        acompanantes=Usuario.objects.filter(acompanante__isnull=False).count(),
        docentes=Docente.objects.count(),
        visitas=Visita.objects.count(),
        programadas=VisitaProgramada.objects.count(),
    )
