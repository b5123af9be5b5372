"""Erasing what is past its time: the detail of a year stays that year and the next one (trust.md §5).

What was written, said and observed is deleted; that a visit or a session happened stays, as a count. Results stay as
they were frozen, and those of a closed year are frozen before its levels go. A teacher who left becomes a row without
name, document or account. Nothing here is undone: `simular` says first what `purgar` would do.
"""

import secrets
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from docentes.models import Asignacion, Docente, Purga, SolicitudDeDerecho
from docentes.purga import REGLAS
from reportes.periodos import periodos_disponibles
from reportes.resultados import instantanea_de
from visitas.models import Asistencia, Visita

ANIOS_QUE_SE_GUARDAN = 2
VISITAS = "Visitas que desde ahora solo se cuentan"
DOCENTES = "Docentes que dejaron el programa"


def corte_de(hoy: date | None = None) -> int:
    """Return the last year past its time: neither the current one nor the one before."""
    return (hoy or timezone.localdate()).year - ANIOS_QUE_SE_GUARDAN


def simular(*, hoy: date | None = None) -> dict[str, int]:
    """Return {what: rows} that a purge would touch now, without touching anything."""
    corte = corte_de(hoy)
    return {regla.nombre: regla.pendientes(corte).count() for regla in REGLAS} | {
        VISITAS: _visitas(corte).count(),
        DOCENTES: _retirados(corte).count(),
    }


@transaction.atomic
def purgar(*, por: str, hoy: date | None = None) -> Purga:
    """Erase what is past its time and leave the proof. A second run finds nothing, and says so in its own row."""
    corte = corte_de(hoy)
    _congelar_resultados(corte, hoy)
    cuentas = {regla.nombre: regla.aplicar(corte) for regla in REGLAS}
    cuentas[VISITAS] = _visitas(corte).update(purgada_en=timezone.now())
    cuentas[DOCENTES] = _anonimizar(_retirados(corte))
    return Purga.objects.create(hasta_anio=corte, hecha_por=por, cuentas=cuentas)


def _congelar_resultados(corte, hoy):
    """The levels that are about to go were once asked for as figures of groups: those stay."""
    for periodo in sorted(periodos_disponibles(hoy), key=lambda p: p.codigo):
        if periodo.numero and periodo.anio <= corte:
            instantanea_de(periodo, hoy)


def _visitas(corte):
    return Visita.objects.filter(anio__lte=corte, purgada_en__isnull=True)


def _retirados(corte):
    """Teachers whose every assignment ended by the cut, with nothing after it and no request of rights open."""
    fin = date(corte, 12, 31)
    suyas = Asignacion.objects.filter(docente=OuterRef("pk"))
    return Docente.objects.filter(
        Exists(suyas),
        ~Exists(suyas.filter(Q(hasta__isnull=True) | Q(hasta__gt=fin))),
        ~Exists(Visita.objects.filter(docente=OuterRef("pk"), anio__gt=corte)),
        ~Exists(Asistencia.objects.filter(docente=OuterRef("pk"), sesion__anio__gt=corte)),
        ~Exists(SolicitudDeDerecho.objects.abiertas().filter(usuario=OuterRef("usuario"))),
        anonimizado_en__isnull=True,
    )


def _anonimizar(retirados) -> int:
    docentes = list(retirados.select_related("usuario"))
    for docente in docentes:
        _cerrar_cuenta(docente.usuario)
        docente.usuario = None
        docente.nombres, docente.apellidos, docente.plaza = (
            "Docente",
            "retirado",
            f"R{secrets.token_hex(6).upper()}",
        )
        docente.dni, docente.telefono, docente.correo, docente.grados = None, "", "", []
        docente.activo, docente.anonimizado_en = False, timezone.now()
        docente.save()
    return len(docentes)


def _cerrar_cuenta(usuario):
    if usuario is None:
        return
    usuario.username = f"retirada-{secrets.token_hex(8)}"
    usuario.nombres, usuario.apellidos, usuario.email = "Cuenta", "retirada", ""
    usuario.is_active, usuario.last_login = False, None
    usuario.set_unusable_password()
    usuario.save()
