"""What a finished visit must satisfy. Each rule reads clean values and adds Spanish sentences to the form.

A rule keeps silent on a value that its own field has refused already.
"""

from acompanamiento.comun.formato import fecha, hora
from visitas.models import ClaseDeVisita, NivelEducativo

from .plano import MAXIMO_DE_COMPROMISOS, PASOS

PLAN_SIN_COMPROMISO = (ClaseDeVisita.DIAGNOSTICA, ClaseDeVisita.CIERRE, ClaseDeVisita.ADICIONAL)


def revisar(form) -> None:
    for regla in (
        revisar_fecha,
        revisar_tipo,
        revisar_horas,
        revisar_aula,
        revisar_cuaderno,
        revisar_niveles,
        revisar_dialogo,
        revisar_compromisos,
        revisar_verificaciones,
    ):
        regla(form, form.cleaned_data)


def _falta(form, campo, mensaje, codigo="FALTA"):
    if campo not in form.errors:
        form.add_error(campo, form.error(mensaje, codigo))


def revisar_fecha(form, limpio):
    dia = limpio.get("fecha")
    if dia is None:
        return _falta(form, "fecha", "Falta la fecha de la visita. Escribe el día en que fuiste.")
    hoy = form.situacion.catalogos.hoy
    if dia > hoy:
        return _falta(
            form,
            "fecha",
            f"La fecha de la visita ({fecha(dia)}) no puede ser posterior a hoy ({fecha(hoy)}).",
            "FECHA_FUTURA",
        )
    anio = form.situacion.catalogos.anios.get(dia.year)
    if anio is None:
        return _falta(
            form,
            "fecha",
            f"El programa no tiene calendario escolar de {dia.year}. Corrige la fecha ({fecha(dia)}).",
            "SIN_ANIO_ESCOLAR",
        )
    if not anio.visitas_desde <= dia <= anio.visitas_hasta:
        _falta(
            form,
            "fecha",
            f"La fecha {fecha(dia)} está fuera de la temporada de visitas de {dia.year}, que va del "
            f"{fecha(anio.visitas_desde)} al {fecha(anio.visitas_hasta)}. Corrige la fecha.",
            "FUERA_DE_TEMPORADA",
        )


def revisar_tipo(form, limpio):
    codigo = limpio.get("tipo")
    if not codigo:
        return _falta(form, "tipo", "Falta el tipo de visita. Elige uno de la lista.")
    dia = limpio.get("fecha")
    if form.tipo is None or dia is None or form.tipo.clase == ClaseDeVisita.ADICIONAL:
        return
    otra = form.situacion.repetida(form.tipo, dia.year)
    if otra:
        _falta(
            form,
            "tipo",
            f"La visita «{form.tipo.nombre}» de {dia.year} ya está registrada, con fecha {fecha(otra.fecha)}. "
            "Elige otro tipo, o corrige aquella visita.",
            "TIPO_REPETIDO",
        )


def revisar_horas(form, limpio):
    inicio, fin = limpio.get("inicio"), limpio.get("fin")
    if inicio is None:
        _falta(form, "inicio", "Falta la hora de inicio. Escríbela así: 8:05.")
    if fin is None:
        _falta(form, "fin", "Falta la hora de fin. Escríbela así: 12:30.")
    if inicio is None or fin is None or fin > inicio:
        return
    relacion = "anterior a" if fin < inicio else "igual que"
    _falta(
        form,
        "fin",
        f"La hora de fin ({hora(fin)}) es {relacion} la de inicio ({hora(inicio)}).",
        "HORAS_AL_REVES",
    )


def revisar_aula(form, limpio):
    campos = [f"presentes_{grado}" for grado in form.opciones["grados"]]
    if not any(c in form.errors for c in campos):
        _revisar_presentes(form, [limpio.get(c) for c in campos], campos[0])
    if not limpio.get("areas") and not limpio.get("area_otra"):
        _falta(form, "areas", "Falta el área. Marca al menos una.")
    if not limpio.get("lenguas") and not limpio.get("lengua_otra"):
        _falta(form, "lenguas", "Falta la lengua. Marca la que se usó en clase.")


def _revisar_presentes(form, presentes, primero):
    if all(n is None for n in presentes):
        _falta(form, primero, "Falta cuántos estudiantes hubo. Escribe los presentes de al menos un grado.")
    elif not any(presentes):
        _falta(
            form,
            primero,
            "No hay ningún estudiante presente. Escribe al menos uno, o marca la visita como no realizada.",
            "SIN_ESTUDIANTES",
        )


def revisar_cuaderno(form, limpio):
    anterior = None
    for fila in form.escritas["nota"]:
        campo = f"nota_{fila['indice']}_"
        momento = fila["hora"]
        if momento is None:
            _falta(form, campo + "hora", "Falta la hora de esta nota. Escríbela así: 8:05.")
            continue
        if not fila["texto"]:
            _falta(form, campo + "texto", f"Falta qué ocurrió a las {hora(momento)}.")
        _revisar_momento(form, limpio, campo + "hora", momento, anterior)
        anterior = momento


def _revisar_momento(form, limpio, campo, momento, anterior):
    inicio, fin = limpio.get("inicio"), limpio.get("fin")
    if inicio and fin and not inicio <= momento <= fin:
        _falta(
            form,
            campo,
            f"La nota de las {hora(momento)} está fuera de la visita, que fue de {hora(inicio)} a {hora(fin)}.",
            "NOTA_FUERA_DE_HORA",
        )
    elif anterior and momento < anterior:
        _falta(
            form,
            campo,
            f"La nota de las {hora(momento)} viene después de la de las {hora(anterior)}. Ponlas en orden.",
            "NOTAS_EN_DESORDEN",
        )


def revisar_niveles(form, limpio):
    observadas = 0
    for numero in form.competencias:
        nivel, evidencia = limpio.get(f"nivel_{numero}"), limpio.get(f"evidencia_{numero}")
        observadas += nivel not in ("", "no", None)
        if nivel in ("1", "2", "3", "4") and not evidencia:
            _falta(
                form,
                f"evidencia_{numero}",
                "Falta la evidencia. Escribe qué viste o escuchaste.",
                "NIVEL_SIN_EVIDENCIA",
            )
        elif nivel == "" and evidencia:
            _falta(form, f"nivel_{numero}", "Falta el nivel de esta evidencia. Elige uno, o «No observado».")
    if form.tipo and form.tipo.clase == ClaseDeVisita.DIAGNOSTICA and not observadas:
        _falta(
            form,
            f"nivel_{min(form.competencias)}",
            "La visita diagnóstica es la línea de base: registra el nivel de al menos una competencia.",
            "DIAGNOSTICA_SIN_NIVELES",
        )


def revisar_dialogo(form, limpio):
    """Accompanying is a dialogue: asesoría needs its first step. The others may have none."""
    if form.tipo and form.tipo.clase == ClaseDeVisita.ASESORIA and not limpio.get(PASOS[0]):
        nombre = form.situacion.docente.primer_nombre
        _falta(
            form, PASOS[0], f"Falta el primer paso del diálogo. Escribe qué contó {nombre}, con sus palabras."
        )


def revisar_compromisos(form, limpio):
    escritos = form.escritas["compromiso"]
    if not escritos and form.tipo and form.tipo.clase not in PLAN_SIN_COMPROMISO:
        _falta(form, "compromiso_0_que", "Falta el compromiso. Acuerden de uno a tres.")
    for fila in escritos:
        _revisar_compromiso(form, limpio, fila)
    for fila in escritos[MAXIMO_DE_COMPROMISOS:]:
        _falta(
            form,
            f"compromiso_{fila['indice']}_que",
            f"Son {len(escritos)} compromisos y caben {MAXIMO_DE_COMPROMISOS}. Quita los que sobran.",
            "DEMASIADOS_COMPROMISOS",
        )


def _revisar_compromiso(form, limpio, fila):
    campo = f"compromiso_{fila['indice']}_"
    if not fila["que"]:
        _falta(form, campo + "que", "Falta qué harán. Escríbelo, o borra el plazo de este compromiso.")
    hasta, dia = fila["hasta"], limpio.get("fecha")
    if hasta is None:
        return _falta(form, campo + "hasta", "Falta hasta cuándo. Escribe el día en que lo verán juntos.")
    if dia is None:
        return
    if hasta <= dia:
        return _falta(
            form,
            campo + "hasta",
            f"El plazo ({fecha(hasta)}) debe ser posterior a la visita ({fecha(dia)}).",
            "PLAZO_ANTERIOR",
        )
    anio = form.situacion.catalogos.anios.get(dia.year)
    if anio and hasta > anio.fin:
        _falta(
            form,
            campo + "hasta",
            f"El plazo ({fecha(hasta)}) pasa del fin del año escolar {dia.year}, que es el {fecha(anio.fin)}.",
            "PLAZO_FUERA_DEL_ANIO",
        )


def revisar_verificaciones(form, limpio):
    for pk in form.situacion.verificables:
        if limpio.get(f"verificacion_{pk}_comentario") and limpio.get(f"verificacion_{pk}_estado") == "":
            _falta(
                form,
                f"verificacion_{pk}_estado",
                "Falta qué pasó con este compromiso. Elige Cumplido, En parte o No se pudo.",
            )


def nombre_del_nivel(nivel: str) -> str:
    return NivelEducativo(nivel).label.lower()
