"""Every form that can be printed: blank, or a visit's with its school, its day and what there is to verify."""

from dataclasses import dataclass, field
from types import SimpleNamespace

from docentes.models import Acompanante, Docente
from escuelas.models import Escuela, Nivel
from visitas.anonimato import tachador_de
from visitas.contexto import Catalogos, Situacion
from visitas.expediente import descriptores_de, formulario_de
from visitas.forms import linea_de_base, registro_de_sesion
from visitas.forms import visita as formulario_de_visita
from visitas.forms.calibracion import RespuestaForm
from visitas.forms.direccion import AsesoriaForm
from visitas.forms.necesidades import NecesidadesForm
from visitas.forms.observacion import ObservacionForm
from visitas.instrumento_de_campo import VERSION_VIGENTE
from visitas.models import BorradorDeVisita, ClaseDeVisita, NivelEducativo

from . import instrumentos
from .clave import clave_de
from .tabla import Hoja, hoja_de
from .teclas import sin_numero

NOTAS, HALLAZGOS, POR_VERIFICAR = 14, 8, 3
"""Rows left for each on paper; the form takes more, on another sheet."""
DE_NIVEL = {
    NivelEducativo.INICIAL: Nivel.INICIAL_JARDIN,
    NivelEducativo.PRIMARIA: Nivel.PRIMARIA,
    NivelEducativo.SECUNDARIA: Nivel.SECUNDARIA,
}
INICIALES = "Iniciales de la docente (no su nombre)"
SIN_NOMBRE = "No escribas el nombre de la docente ni de ningún estudiante: el papel se pierde."


@dataclass(frozen=True)
class Impreso:
    """A form on paper. `acordado` are the texts to verify, "" to copy by hand; `clave` is "" on a blank one; `tipo`, the code of the
    visit's kind, already marked."""

    titulo: str
    bajada: str
    version: str
    hoja: Hoja
    donde: str = "Escuela"
    quien: str = ""
    clave: str = ""
    tipo: str = ""
    escuela: str = ""
    previsto: object = None
    aviso: str = ""
    acordado: list = field(default_factory=list)
    competencias: dict = field(default_factory=dict)
    descriptores: dict = field(default_factory=dict)


def visita_en_blanco(tipo) -> Impreso:
    """The form of a kind of visit, with room for three commitments to verify, but in the first one."""
    catalogos = Catalogos()
    primera = tipo.clase == ClaseDeVisita.DIAGNOSTICA
    nadie = Docente(nombres="Docente", escuela=Escuela(nivel=DE_NIVEL[tipo.protocolo.nivel]))
    por_copiar = {} if primera else {f"{n}": SimpleNamespace(que="") for n in range(1, POR_VERIFICAR + 1)}
    form = formulario_de_visita.VisitaForm(
        situacion=Situacion(nadie, catalogos, None, verificables=por_copiar),
        instrumento=catalogos.instrumento_vigente,
        filas_libres=NOTAS,
    )
    return _de_visita(form, tipo, acordado=[""] * len(por_copiar), quien=INICIALES)


def visita_programada(programada, usuario) -> Impreso:
    """The form of a scheduled visit. Its teacher is a key; her commitments go without the names that we know.

    Needs `programada.tipo.protocolo`, `.docente.escuela.distrito.provincia`, `.docente.escuela.ugel` and
    `.acompanante.usuario`.
    """
    docente, instrumento = programada.docente, Catalogos().instrumento_vigente
    datos = {"instrumento": f"{instrumento.codigo}.{instrumento.version}", "tipo": programada.tipo.codigo}
    form = formulario_de(BorradorDeVisita(autor=usuario, docente=docente, datos=datos), filas_libres=NOTAS)
    tachador = tachador_de(docente, programada.acompanante)
    return _de_visita(
        form,
        programada.tipo,
        acordado=[tachador.limpiar(c.que) for c in form.situacion.verificables.values()],
        clave=clave_de(programada),
        escuela=f"{docente.escuela.nombre}, {docente.escuela.distrito.nombre}",
        previsto=programada.fecha,
    )


def _de_visita(form, tipo, **mas) -> Impreso:
    instrumento = form.instrumento
    form.fields["acuerdo"].label = "La docente y quien acompaña leímos esto y estamos de acuerdo"
    return Impreso(
        titulo=f"Visita: {tipo.nombre.lower()}",
        bajada=NivelEducativo(tipo.protocolo.nivel).label,
        version=f"Visita, formulario {formulario_de_visita.VERSION} · instrumento «{instrumento.codigo}» {instrumento.version}",
        hoja=hoja_de(instrumentos.VISITA, form),
        tipo=tipo.codigo,
        aviso=SIN_NOMBRE,
        competencias=form.competencias,
        descriptores=descriptores_de(instrumento),
        **mas,
    )


def linea_de_base_en_blanco(nivel) -> Impreso:
    form = linea_de_base.CaracterizacionForm({}, nivel=nivel, filas_libres=HALLAZGOS)
    return Impreso(
        titulo="Línea de base de la escuela",
        bajada=NivelEducativo(nivel).label,
        version=f"Línea de base, formulario {linea_de_base.VERSION}",
        hoja=hoja_de(instrumentos.caracterizacion(nivel), form),
        aviso="Cuentas de estudiantes, nunca sus nombres. En la evidencia, las personas por su rol.",
    )


def sesion_en_blanco() -> Impreso:
    form = registro_de_sesion.RegistrarSesionForm(
        docentes=Docente.objects.none(), invitados=[], ya_registrada=False
    )
    return Impreso(
        titulo="Registro de sesión grupal",
        bajada="Microtaller, taller, GIA o pasantía",
        version=f"Sesión grupal, formulario {registro_de_sesion.VERSION}",
        hoja=hoja_de(instrumentos.SESION, form),
        aviso="La lista es de asistencia: aquí no se escribe nada sobre la práctica de nadie.",
        donde="Lugar",
        quien="Tipo de sesión y tema",
    )


def asesoria_en_blanco() -> Impreso:
    por_copiar = [SimpleNamespace(pk=str(n), que="") for n in range(1, POR_VERIFICAR + 1)]
    return Impreso(
        titulo="Asesoría a la dirección",
        bajada="Gestión de la escuela",
        version="Asesoría a la dirección, formulario 1",
        hoja=hoja_de(instrumentos.ASESORIA, AsesoriaForm(verificables=por_copiar)),
        aviso="Sobre la gestión, nunca sobre una docente: no hace falta nombrar a nadie.",
        acordado=[""] * len(por_copiar),
    )


def observacion_en_blanco() -> Impreso:
    form = ObservacionForm(acompanantes=Acompanante.objects.none())
    return Impreso(
        titulo="Acompañamiento al acompañante",
        bajada="Visita del formador",
        version=f"Visita al acompañante, instrumento {VERSION_VIGENTE}",
        hoja=hoja_de(instrumentos.OBSERVACION, form),
        aviso="Mira su práctica de acompañar. De la clase y de la docente, nada.",
    )


def calibracion_en_blanco() -> Impreso:
    catalogos = Catalogos()
    instrumento = catalogos.instrumento_vigente
    competencias = instrumento.por_numero
    return Impreso(
        titulo="Calibración",
        bajada="La misma clase, mirada por todos",
        version=f"Calibración · instrumento «{instrumento.codigo}» {instrumento.version}",
        hoja=hoja_de(instrumentos.CALIBRACION, RespuestaForm(competencias=competencias.values())),
        quien="Título del ejercicio",
        competencias=competencias,
        descriptores=descriptores_de(instrumento),
    )


def necesidades_en_blanco() -> Impreso:
    instrumento = Catalogos().instrumento_vigente
    form = sin_numero(NecesidadesForm(competencias=instrumento.competencias.all()))
    return Impreso(
        titulo="Necesidades priorizadas",
        bajada="Salen de la visita diagnóstica, hasta cinco",
        version=f"Necesidades, formulario 1 · instrumento «{instrumento.codigo}» {instrumento.version}",
        hoja=hoja_de(instrumentos.NECESIDADES, form),
        quien=INICIALES,
        aviso=f"Di qué necesita para avanzar, no qué le falta. {SIN_NOMBRE}",
    )


OBSERVACION = "observacion"
SUELTOS = {
    "sesion": ("Sesión grupal", sesion_en_blanco),
    "necesidades": ("Necesidades de una docente", necesidades_en_blanco),
    "asesoria": ("Asesoría a la dirección", asesoria_en_blanco),
    "calibracion": ("Calibración", calibracion_en_blanco),
    OBSERVACION: ("Visita del formador al acompañante", observacion_en_blanco),
}


def en_blanco(clave: str) -> Impreso | None:
    """Return the blank form of a key ("visita-primaria-a1", "linea-de-base-inicial", "sesion"); None when there is none."""
    if clave in SUELTOS:
        return SUELTOS[clave][1]()
    clase, _, resto = clave.rpartition("linea-de-base-")
    if resto in NivelEducativo.values and not clase:
        return linea_de_base_en_blanco(NivelEducativo(resto))
    catalogos = Catalogos()
    tipos = (tipo for nivel in NivelEducativo for tipo in catalogos.tipos_de(nivel))
    tipo = next((t for t in tipos if clave == clave_de_tipo(t)), None)
    return visita_en_blanco(tipo) if tipo else None


def clave_de_tipo(tipo) -> str:
    return f"visita-{tipo.protocolo.nivel}-{tipo.codigo.lower()}"


def los_que_hay(niveles) -> list[dict]:
    """What can be printed blank for some levels: [{nivel, base, visitas: [(key, name)]}]."""
    catalogos = Catalogos()
    return [
        {
            "nivel": NivelEducativo(nivel).label,
            "base": f"linea-de-base-{nivel}",
            "visitas": [(clave_de_tipo(t), t.nombre) for t in catalogos.tipos_de(nivel)],
        }
        for nivel in niveles
    ]
