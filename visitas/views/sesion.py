"""Group sessions: the year of who organises them, the teacher's own, planning one and reading one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from docentes.models import Acompanante, ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from escuelas.models import Distrito, Escuela
from visitas import permisos
from visitas.dias import por_que_no_hay_clases
from visitas.forms.sesion import PropuestaForm, SesionForm
from visitas.models import Competencia, EstadoDeSesion, FragmentoDePractica, SesionGrupal
from visitas.quienes import quien_ve_las_sesiones
from visitas.services.propuesta import K, proponer_sesion, temas_compartidos
from visitas.services.sesion import crear_sesion
from visitas.sesiones import avance, cuotas_de, por_mes

from .anio import anio_pedido, anios_de


@requiere(permisos.puede_ver_sesiones)
def sesion_list(request):
    anio = anio_pedido(request)
    sesiones = SesionGrupal.objects.visibles_para(request.user).filter(anio=anio)
    contexto = {"anio": anio, "anios": anios_de(request), "hoy": timezone.localdate()}
    if request.user.rol == Rol.DOCENTE:
        return _las_de_una_docente(request, sesiones, contexto)
    todas = list(sesiones.con_asistencia().select_related("escuela"))
    contexto |= {
        "avance": avance(todas, cuotas_de(_acompanante(request), anio)),
        "por_registrar": [s for s in todas if s.por_registrar],
        "proximas": [s for s in todas if s.estado == EstadoDeSesion.PROGRAMADA and not s.por_registrar],
        "meses": por_mes(s for s in todas if s.estado != EstadoDeSesion.PROGRAMADA),
        "hay": bool(todas),
        "quienes": quien_ve_las_sesiones(es_docente=False),
        "nueva_url": reverse("sesion_crear"),
    }
    return render(request, "visitas/sesion_list.html", contexto)


@requiere(permisos.puede_ver_sesiones)
def sesion_detail(request, pk):
    sesiones = SesionGrupal.objects.visibles_para(request.user).select_related(
        "acompanante__usuario", "escuela__distrito"
    )
    sesion = get_object_or_404(sesiones, pk=pk)
    es_docente = request.user.rol == Rol.DOCENTE
    suyos = Docente.objects.visibles_para(request.user)
    visibles = list(
        sesion.asistencias.filter(docente__in=suyos.values("pk")).select_related("docente__escuela")
    )
    registrar_lectura(
        usuario=request.user,
        docentes=[a.docente for a in visibles],
        clase=ClaseDeDato.COMUNIDAD,
        pagina=request.path,
    )
    invitados = sesion.asistencias.count()
    contexto = {
        "sesion": sesion,
        "es_docente": es_docente,
        "asistencias": visibles,
        "invitados": invitados,
        "otros": invitados - len(visibles),
        "competencias": list(sesion.competencias.all()),
        "cambios": list(sesion.cambios.all()),
        "fragmentos": list(FragmentoDePractica.objects.visibles_para(request.user).filter(sesion=sesion)),
        "quienes": quien_ve_las_sesiones(es_docente),
        "hoy": timezone.localdate(),
    }
    return render(request, "visitas/sesion_detail.html", contexto)


@requiere(permisos.puede_organizar_sesiones)
def sesion_crear(request):
    """Plan a session; with `?competencia=`, on a topic that the group shares and for the whole group."""
    acompanante = _acompanante(request)
    propuesta = _propuesta_pedida(request, acompanante)
    if propuesta is not None and propuesta["competencia"] is None:
        messages.error(request, f"Ese tema no lo comparten {K} docentes del grupo. Elige uno de la lista.")
        return redirect("sesion_proponer")
    form = formulario_de_sesion(request, acompanante, propuesta=propuesta)
    if form.is_valid():
        con = {"acompanante": acompanante, **form.datos}
        if sesion := hacer(form, proponer_sesion if propuesta else crear_sesion, **con, **(propuesta or {})):
            messages.success(request, _lo_programado(sesion))
            return redirect(sesion)
    contexto = {"form": form, "propuesta": propuesta, "quienes": quien_ve_las_sesiones(es_docente=False)}
    return render(request, "visitas/sesion_form.html", contexto)


@requiere(permisos.puede_organizar_sesiones)
def sesion_proponer(request):
    acompanante = _acompanante(request)
    docentes = Docente.objects.visibles_para(request.user)
    distritos = Distrito.objects.visibles_para(request.user).filter(escuelas__docentes__in=docentes)
    form = PropuestaForm(request.GET, distritos=distritos.distinct().order_by("nombre"))
    grupo = docentes.filter(escuela__distrito=form.elegido) if form.elegido else docentes
    anio = timezone.localdate().year
    temas = temas_compartidos(acompanante=acompanante, anio=anio, distrito=form.elegido)
    contexto = {
        "form": form,
        "anio": anio,
        "k": K,
        "temas": [(t, _direccion_del_tema(t, form.elegido)) for t in temas],
        "cuantos": grupo.count(),
        "quienes": quien_ve_las_sesiones(es_docente=False),
        "nueva_url": reverse("sesion_crear"),
    }
    return render(request, "visitas/sesion_proponer.html", contexto)


def formulario_de_sesion(request, acompanante, *, propuesta=None, sesion=None):
    """Return the form, with the reading of the names that it lists written down."""
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela")
    todo_el_grupo = propuesta is not None or (sesion is not None and sesion.de_necesidades)
    if not todo_el_grupo:
        registrar_lectura(
            usuario=request.user, docentes=docentes, clase=ClaseDeDato.IDENTIDAD, pagina=request.path
        )
    escuelas = Escuela.objects.visibles_para(request.user).filter(docentes__in=docentes.values("pk"))
    anio = sesion.anio if sesion else timezone.localdate().year
    return SesionForm(
        request.POST or None,
        instance=sesion,
        initial=_inicial(propuesta),
        docentes=None if todo_el_grupo else docentes,
        escuelas=escuelas.distinct(),
        competencias=competencias_vigentes(request),
        cuotas=cuotas_de(acompanante, anio),
    )


def competencias_vigentes(request):
    competencias = Competencia.objects.visibles_para(request.user).filter(instrumento__vigente=True)
    return competencias.order_by("numero")


def hacer(form, servicio, **con):
    """Call the service and return what it returns; a refusal becomes an error of its field, and None."""
    try:
        return servicio(**con)
    except Rechazo as rechazo:
        form.add_error(rechazo.campo if rechazo.campo in form.fields else None, rechazo.mensaje)
        return None


def _acompanante(request):
    return get_object_or_404(Acompanante.objects.visibles_para(request.user))


def _las_de_una_docente(request, sesiones, contexto):
    todas = list(sesiones.con_asistencia_de(request.user).select_related("acompanante__usuario", "escuela"))
    contexto |= {
        "proximas": [s for s in todas if _por_venir(s, contexto["hoy"])],
        "meses": por_mes(s for s in todas if not _por_venir(s, contexto["hoy"])),
        "hay": bool(todas),
        "quienes": quien_ve_las_sesiones(es_docente=True),
    }
    return render(request, "visitas/sesiones_de_docente.html", contexto)


def _por_venir(sesion, hoy) -> bool:
    return sesion.estado == EstadoDeSesion.PROGRAMADA and sesion.fecha >= hoy


def _lo_programado(sesion) -> str:
    frase = f"La sesión queda para el {en_cifras(sesion.fecha)}."
    if motivo := por_que_no_hay_clases(sesion.fecha):
        return f"{frase} Ojo: ese día es {motivo}."
    return frase


def _propuesta_pedida(request, acompanante):
    """Return None without `?competencia=`; else {competencia, distrito}, with no competencia when none is shared."""
    pedida = request.GET.get("competencia", "")
    if not pedida:
        return None
    distritos = Distrito.objects.visibles_para(request.user)
    distrito = distritos.filter(codigo=request.GET.get("distrito", "")).first()
    temas = temas_compartidos(acompanante=acompanante, anio=timezone.localdate().year, distrito=distrito)
    elegida = next((t.competencia for t in temas if str(t.competencia.pk) == pedida), None)
    return {"competencia": elegida, "distrito": distrito}


def _inicial(propuesta):
    if not propuesta:
        return None
    competencia = propuesta["competencia"]
    return {"tema": competencia.nombre, "competencias": [competencia.pk]}


def _direccion_del_tema(tema, distrito):
    consulta = {"competencia": tema.competencia.pk} | ({"distrito": distrito.codigo} if distrito else {})
    return f"{reverse('sesion_crear')}?{urlencode(consulta)}"
