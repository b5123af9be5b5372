"""The home page of each role: what is next, for who does the work; what was done, for who counts it."""

from datetime import timedelta

from django.db.models import Count, Max, Q
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.formato import fecha_larga
from docentes.models import Acompanante, ClaseDeDato, Docente, Lectura, Rol, Usuario
from docentes.services import registrar_lectura
from reportes import panel, permisos
from reportes.indicadores import universo_de
from reportes.periodos import periodo_por_defecto
from visitas.agenda import anio_por_docente, citas
from visitas.models import (
    AnioEscolar,
    BorradorDeVisita,
    Caracterizacion,
    Compromiso,
    CompromisoDirectivo,
    Signo,
    Traspaso,
    Visita,
    VisitaProgramada,
)
from visitas.voces import con_avances, por_decir, sin_leer

DIAS_DE_AGENDA = 7
DIAS_SIN_VISITA = 30
ULTIMAS_LECTURAS = 3
POR_LEER = 6


@requiere(permisos.puede_entrar)
def inicio(request):
    return PAGINAS[request.user.rol](request)


def saludo(nombre: str) -> str:
    """Return "Buenos días, Ana": until noon, until seven, and after."""
    hora = timezone.localtime().hour
    momento = "Buenos días" if hora < 12 else "Buenas tardes" if hora < 19 else "Buenas noches"
    return f"{momento}, {nombre}"


def _acompanante(request):
    hoy = timezone.localdate()
    docentes = list(Docente.objects.visibles_para(request.user).select_related("escuela__distrito"))
    registrar_lectura(usuario=request.user, docentes=docentes, clase=ClaseDeDato.FECHAS, pagina=request.path)
    suyas = VisitaProgramada.objects.visibles_para(request.user).en_curso(request.user, hoy)
    todas = citas(suyas.order_by("fecha"), hoy)
    del_anio = [c for c in todas if c.programada.anio == hoy.year]
    contexto = {
        "hoy": hoy,
        "hasta": hoy + timedelta(days=DIAS_DE_AGENDA - 1),
        "saludo": saludo(request.user.primer_nombre),
        "docentes": docentes,
        "proximas": _proximas(del_anio, hoy),
        "atrasadas": [c for c in del_anio if c.estado == "atrasada"],
        "sin_registrar": [c for c in todas if c.programada.anio < hoy.year],
        "sin_visita": _sin_visita(request.user, docentes, hoy),
        "anual": anio_por_docente(del_anio, lambda docente: reverse("visitas_de_docente", args=[docente.pk])),
        "borradores": BorradorDeVisita.objects.visibles_para(request.user)
        .filter(docente__in=docentes)
        .select_related("docente", "programada__tipo"),
        "palabras": sin_leer(request.user)[:POR_LEER],
    }
    return render(request, "reportes/inicio_acompanante.html", contexto)


def _proximas(del_anio, hoy):
    hasta = hoy + timedelta(days=DIAS_DE_AGENDA - 1)
    return [c for c in del_anio if c.por_hacer and hoy <= c.programada.fecha <= hasta]


def _sin_visita(usuario, docentes, hoy):
    """Return (teacher, last visit or None, days) of those without a visit in 30 days, in alphabetical order.

    None until 30 days of the season of visits have gone by: before, nobody could have had one.
    """
    limite = hoy - timedelta(days=DIAS_SIN_VISITA)
    if AnioEscolar.objects.visibles_para(usuario).filter(pk=hoy.year, visitas_desde__gt=limite).exists():
        return None
    ultimas = dict(
        Visita.objects.agregables_para(usuario)
        .filter(docente__in=docentes, anio=hoy.year)
        .order_by()
        .values_list("docente")
        .annotate(Max("fecha"))
    )
    return [
        (docente, ultima, (hoy - ultima).days if ultima else None)
        for docente in docentes
        if (ultima := ultimas.get(docente.pk)) is None or ultima < limite
    ]


def _docente(request):
    hoy = timezone.localdate()
    suyas = VisitaProgramada.objects.visibles_para(request.user).filter(anio=hoy.year).order_by("fecha")
    del_anio = citas(suyas, hoy)
    docente = Docente.objects.visibles_para(request.user).select_related("escuela__distrito").first()
    contexto = {
        "hoy": hoy,
        "saludo": saludo(request.user.primer_nombre),
        "docente": docente,
        "acompanante": Acompanante.objects.visibles_para(request.user).select_related("usuario").first(),
        "proxima": next((c.programada for c in del_anio if c.por_hacer and c.programada.fecha >= hoy), None),
        "compromisos": con_avances(
            request.user,
            Compromiso.objects.visibles_para(request.user)
            .por_verificar()
            .select_related("visita__tipo")
            .order_by("hasta", "orden")[:6],
        ),
        "por_decir": por_decir(request.user, hoy.year),
        "lecturas": Lectura.objects.visibles_para(request.user).select_related("usuario")[:ULTIMAS_LECTURAS],
        "visitas": Visita.objects.visibles_para(request.user)
        .filter(anio=hoy.year)
        .select_related("tipo", "acompanante__usuario")
        .order_by("-fecha", "-inicio"),
        "traspaso": Traspaso.objects.decidibles_para(request.user)
        .filter(decidido_en=None, anterior__hasta__isnull=False)
        .select_related("anterior__acompanante__usuario")
        .first(),
        "quienes": QUIENES_VEN_AL_DOCENTE,
        "quien_vio_url": reverse("lectura_list"),
    }
    return render(request, "reportes/inicio_docente.html", contexto)


QUIENES_VEN_AL_DOCENTE = [
    {"ve": True, "texto": "Tú: tus visitas, tus niveles, lo que conversaron y tus compromisos."},
    {
        "ve": True,
        "texto": "Tu acompañante actual: lo mismo, y sus notas privadas, que solo lee quien las escribe.",
    },
    {"ve": False, "texto": "Tu director: solo las fechas de las visitas a la escuela."},
    {"ve": False, "texto": "La UGEL y la región: solo cuentas de grupos, nunca algo tuyo."},
]


def _actividad(request):
    """The region and the UGEL: the year in four figures, and the way to the dashboard."""
    periodo = periodo_por_defecto()
    es_de_ugel = request.user.rol == Rol.ESPECIALISTA
    contexto = {
        "saludo": saludo(request.user.primer_nombre),
        "hoy": fecha_larga(timezone.localdate()).capitalize(),
        "ambito": str(request.user.ugel) if es_de_ugel else f"Región {request.user.region}",
        "nombre_del_tablero": "Actividad de la UGEL" if es_de_ugel else "Tablero de la región",
        "periodo": periodo,
        "puede_pedir": permisos.puede_pedir_reportes(request.user),
        "ve_acompanantes": permisos.puede_ver_actividad_por_acompanante(request.user),
        **_cifras_del_anio(request.user, periodo),
    }
    return render(request, "reportes/inicio_actividad.html", contexto)


def _cifras_del_anio(usuario, periodo):
    if periodo is None:
        return {"cifras": []}
    actividad = panel.leer_actividad(universo_de(usuario), periodo)
    return {
        "cifras": [] if actividad.vacia else panel.cuatro_cifras(actividad),
        "hechos": panel.hechos(actividad),
    }


def _director(request):
    hoy = timezone.localdate()
    programadas = VisitaProgramada.objects.fechas_para(request.user).filter(anio=hoy.year)
    hechas = Visita.objects.fechas_para(request.user).filter(anio=hoy.year)
    contexto = {
        "saludo": saludo(request.user.primer_nombre),
        "escuela": request.user.escuela,
        "hoy": hoy,
        "por_venir": programadas.por_hacer()
        .filter(fecha__gte=hoy)
        .select_related("tipo")
        .order_by("fecha")[:6],
        "hechas": hechas.select_related("tipo").order_by("-fecha", "-inicio")[:6],
        "total_hechas": hechas.count(),
        "compromisos": CompromisoDirectivo.objects.editables_para(request.user)
        .select_related("asesoria")
        .order_by("hasta", "orden")[:6],
        "linea_de_base": _linea_de_base(request.user),
    }
    return render(request, "reportes/inicio_director.html", contexto)


def _linea_de_base(usuario):
    """Return the school's last finished baseline with how many findings of each sign it has, or None."""
    cuantas = {signo: Count("hallazgos", filter=Q(hallazgos__signo=signo)) for signo in Signo.values}
    terminadas = Caracterizacion.objects.visibles_para(usuario).annotate(**cuantas)
    return terminadas.order_by("-anio", "-terminada_en").first()


def _administrador(request):
    cuentas = Usuario.objects.visibles_para(request.user).order_by().values_list("rol", "is_active")
    cuantas = {(rol, activa): n for rol, activa, n in cuentas.annotate(Count("pk"))}
    periodo = periodo_por_defecto()
    contexto = {
        "saludo": saludo(request.user.primer_nombre),
        "por_rol": [
            (rol.label, cuantas.get((rol, True), 0), cuantas.get((rol, False), 0))
            for rol in Rol
            if (rol, True) in cuantas
        ],
        "periodo": periodo,
        **_cifras_del_anio(request.user, periodo),
    }
    return render(request, "reportes/inicio_administrador.html", contexto)


PAGINAS = {
    Rol.ACOMPANANTE: _acompanante,
    Rol.DOCENTE: _docente,
    Rol.FORMADOR: _actividad,
    Rol.COORDINADOR: _actividad,
    Rol.ESPECIALISTA: _actividad,
    Rol.OFICIAL: _actividad,
    Rol.DIRECTOR: _director,
    Rol.ADMINISTRADOR: _administrador,
}
