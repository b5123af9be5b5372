"""What the learning community shares: the list, one fragment, answering it, and where it was analysed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from acompanamiento.comun.acceso import requiere
from docentes.models import Acompanante, ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from visitas import permisos
from visitas.comunidad import (
    autores_con_nombre,
    comentarios_firmados,
    comunidad_de,
    comunidad_del_docente,
    docentes_nombrados,
    firma_de,
)
from visitas.forms.comunidad import ComentarioForm, VincularForm
from visitas.forms.visita.opciones import nombre_de_area
from visitas.models import EstadoDeFragmento, FragmentoDePractica, SesionGrupal
from visitas.quienes import quien_ve_la_comunidad
from visitas.services.comunidad import SE_ANALIZA_EN, comentar_fragmento, vincular_a_sesion

from .sesion import hacer

POR_PAGINA = 20


@requiere(permisos.puede_ver_comunidad)
def fragmento_list(request):
    fragmentos = FragmentoDePractica.objects.visibles_para(request.user).select_related(
        "autor", "competencia"
    )
    compartidos = fragmentos.de_la_comunidad().con_comentarios().order_by("-compartido_en")
    pagina = Paginator(compartidos, POR_PAGINA).get_page(request.GET.get("pagina"))
    filas = list(pagina.object_list)
    registrar_lectura(
        usuario=request.user,
        docentes=autores_con_nombre(filas),
        clase=ClaseDeDato.COMUNIDAD,
        pagina=request.path,
    )
    comunidad = comunidad_para(request)
    contexto = {
        "pagina": pagina,
        "filas": [(f, firma_de(f, request.user), nombre_de_area(f.area)) for f in filas],
        "mios": _guardados(request, fragmentos),
        "es_docente": request.user.rol == Rol.DOCENTE,
        "comunidad": comunidad,
        "quienes": quien_ve_la_comunidad(comunidad, request.user),
        "nuevo_url": reverse("fragmento_crear"),
    }
    return render(request, "visitas/fragmento_list.html", contexto)


@requiere(permisos.puede_ver_comunidad)
def fragmento_detail(request, pk):
    return _mostrar(request, _fragmento(request, pk))


@requiere(permisos.puede_ver_comunidad)
@require_POST
def fragmento_comentar(request, pk):
    fragmento = _fragmento(request, pk)
    form = _form_de_comentario(fragmento, request.POST)
    if form.is_valid() and hacer(
        form, comentar_fragmento, fragmento=fragmento, **_quien_comenta(request), **form.cleaned_data
    ):
        messages.success(request, "Tu comentario ya lo lee la comunidad.")
        return redirect(fragmento)
    return _mostrar(request, fragmento, form)


@requiere(permisos.puede_organizar_sesiones)
def fragmento_vincular(request, pk):
    fragmento = _fragmento(request, pk)
    sesiones = SesionGrupal.objects.visibles_para(request.user).realizadas().filter(tipo__in=SE_ANALIZA_EN)
    form = VincularForm(
        request.POST or None,
        sesiones=sesiones.order_by("-fecha"),
        initial={"sesion": fragmento.sesion_id},
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and hacer(form, vincular_a_sesion, fragmento=fragmento, **form.cleaned_data)
    ):
        messages.success(request, "Vínculo guardado.")
        return redirect(fragmento)
    registrar_lectura(
        usuario=request.user,
        docentes=autores_con_nombre([fragmento]),
        clase=ClaseDeDato.COMUNIDAD,
        pagina=request.path,
    )
    contexto = {"form": form, "fragmento": fragmento, "firma": firma_de(fragmento, request.user)}
    return render(
        request,
        "visitas/fragmento_vincular.html",
        contexto | {"quienes": quien_ve_la_comunidad(comunidad_para(request), request.user)},
    )


def comunidad_para(request):
    """The community of the person: the acompañante's own, or the one that the teacher belongs to today."""
    if request.user.rol == Rol.ACOMPANANTE:
        return comunidad_de(get_object_or_404(Acompanante.objects.visibles_para(request.user)))
    return comunidad_del_docente(get_object_or_404(Docente.objects.visibles_para(request.user)))


def _fragmento(request, pk):
    fragmentos = FragmentoDePractica.objects.visibles_para(request.user)
    return get_object_or_404(fragmentos.select_related("autor", "competencia", "sesion"), pk=pk)


def _mostrar(request, fragmento, form=None):
    comentarios = list(fragmento.comentarios.select_related("docente", "acompanante__usuario"))
    comunidad = comunidad_para(request)
    registrar_lectura(
        usuario=request.user,
        docentes=docentes_nombrados(fragmento, comentarios, comunidad),
        clase=ClaseDeDato.COMUNIDAD,
        pagina=request.path,
    )
    compartido = fragmento.estado == EstadoDeFragmento.COMPARTIDO
    contexto = {
        "fragmento": fragmento,
        "firma": firma_de(fragmento, request.user),
        "area": nombre_de_area(fragmento.area),
        "es_autor": fragmento.autor.usuario_id == request.user.pk,
        "compartido": compartido,
        "es_docente": request.user.rol == Rol.DOCENTE,
        "comentarios": comentarios_firmados(fragmento, comentarios, comunidad, request.user),
        "sesion": _sesion_que_puede_leer(request, fragmento),
        "form": (form or _form_de_comentario(fragmento)) if compartido else None,
        "quienes": quien_ve_la_comunidad(comunidad, request.user),
    }
    return render(request, "visitas/fragmento_detail.html", contexto)


def _sesion_que_puede_leer(request, fragmento):
    """The agreements belong to who was invited: another member reads only that it was analysed."""
    if fragmento.sesion_id is None:
        return None
    return SesionGrupal.objects.visibles_para(request.user).filter(pk=fragmento.sesion_id).first()


def _form_de_comentario(fragmento, datos=None):
    return ComentarioForm(datos, action=reverse("fragmento_comentar", args=[fragmento.pk]))


def _quien_comenta(request):
    if request.user.rol == Rol.ACOMPANANTE:
        return {"acompanante": get_object_or_404(Acompanante.objects.visibles_para(request.user))}
    return {"docente": get_object_or_404(Docente.objects.visibles_para(request.user))}


def _guardados(request, fragmentos):
    """One's own that the community does not read: drafts, withdrawn, and those left behind in another community."""
    if request.user.rol != Rol.DOCENTE:
        return []
    return list(fragmentos.propios_de(request.user).fuera_de_la_comunidad().order_by("-guardado_en"))
