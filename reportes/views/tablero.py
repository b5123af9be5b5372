"""The dashboards of activity: the region's, a UGEL's, and what each role may see of them."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.formato import fecha
from docentes.models import Acompanante, Rol
from escuelas.models import Distrito
from reportes import panel, permisos
from reportes.filtros import FiltroDeTablero, en_orden, ugeles_de
from reportes.indicadores import universo_de


@requiere(permisos.puede_ver_tablero)
def tablero(request):
    es_de_ugel = request.user.rol == Rol.ESPECIALISTA
    filtro = FiltroDeTablero(request.GET, usuario=request.user, con_territorio=not es_de_ugel)
    ugel = request.user.ugel if es_de_ugel else filtro.ugel_elegida
    ambito = panel.AmbitoDelPanel(ugel, filtro.provincia_elegida)
    titulo = f"Actividad de la {ugel}" if es_de_ugel else "Tablero de la región"
    return _mostrar(request, filtro, ambito, {"titulo": titulo})


@requiere(permisos.puede_ver_tablero)
def tablero_ugel(request, codigo):
    ugel = get_object_or_404(ugeles_de(request.user), codigo=codigo)
    filtro = FiltroDeTablero(request.GET, usuario=request.user, con_territorio=False)
    migas = [{"texto": "Tablero", "url": reverse("tablero")}, {"texto": str(ugel)}]
    return _mostrar(
        request, filtro, panel.AmbitoDelPanel(ugel), {"titulo": f"Actividad de la {ugel}", "migas": migas}
    )


def _mostrar(request, filtro, ambito, contexto):
    contexto |= {
        "filtro": filtro,
        "ambito": ambito,
        "puede_pedir": permisos.puede_pedir_reportes(request.user),
    }
    if filtro.periodo_elegido:
        contexto |= _panel(request.user, filtro, ambito)
    return render(request, "reportes/tablero.html", contexto)


def _panel(usuario, filtro, ambito):
    periodo = filtro.periodo_elegido
    actividad = panel.leer_actividad(ambito.recortar(universo_de(usuario)), periodo)
    resultados = panel.resultados_del_panel(usuario, periodo, ambito, filtro.periodos)
    distritos = [] if ambito.es_region else _distritos(usuario, actividad)
    return {
        "periodo": periodo,
        "datos": _datos(periodo, resultados),
        "actividad": actividad,
        "cifras": panel.cuatro_cifras(actividad),
        "hechos": panel.hechos(actividad),
        "resultados": resultados,
        "ve_resultados": permisos.puede_ver_resultados(usuario),
        "por_partes_grandes": ambito.provincia is None,
        "por_ugel": []
        if ambito.ugel
        else panel.tabla_por_ugel(actividad, filtro.ugeles, periodo, resultados),
        "por_distrito": panel.tabla_por_distrito(actividad, distritos),
        "por_acompanante": _por_acompanante(usuario, actividad),
        "por_tipo": panel.tabla_por_tipo(actividad),
        **panel.graficos(actividad, ambito, provincias=filtro.provincias, distritos=distritos),
    }


def _distritos(usuario, actividad):
    return en_orden(Distrito.objects.visibles_para(usuario).filter(pk__in=actividad.con_datos("distrito")))


def _por_acompanante(usuario, actividad):
    if not permisos.puede_ver_actividad_por_acompanante(usuario):
        return []
    acompanantes = Acompanante.objects.visibles_para(usuario).select_related("usuario__ugel")
    return panel.tabla_por_acompanante(actividad, acompanantes)


def _datos(periodo, resultados):
    actividad = f"{periodo.texto}: actividad al {fecha(periodo.corte)}"
    if resultados is None:
        return actividad
    bimestre = resultados.bimestre
    return f"{actividad} · Resultados congelados al cierre del bimestre {bimestre.numero} ({fecha(bimestre.fin)})"
