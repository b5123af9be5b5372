"""What this app holds about a person: account, teacher's record, assignments, readings, notice and rights."""

from docentes.expediente import parte_del_expediente
from docentes.models import Acompanante, Asignacion, Lectura


@parte_del_expediente("cuenta", "Mi cuenta", cubre="docentes.Usuario docentes.Acompanante", orden=0)
def cuenta(titular):
    usuario = titular.usuario
    acompanante = Acompanante.objects.filter(usuario=usuario).first()
    return [
        {
            "Nombres": usuario.nombres,
            "Apellidos": usuario.apellidos,
            "Usuario": usuario.username,
            "Correo": usuario.email,
            "Rol": usuario.get_rol_display(),
            "Región": str(usuario.region or ""),
            "UGEL": str(usuario.ugel or ""),
            "Escuela": str(usuario.escuela or ""),
            "Cuenta creada": usuario.creada_en,
            "Última entrada": usuario.last_login,
        }
        | ({"Acompaña desde": acompanante.desde} if acompanante else {})
    ]


@parte_del_expediente("docente", "Mi registro como docente", cubre="docentes.Docente", orden=1)
def docente(titular):
    if not (suyo := titular.docente):
        return []
    return [
        {
            "Plaza": suyo.plaza,
            "Nombres": suyo.nombres,
            "Apellidos": suyo.apellidos,
            "DNI": suyo.dni,
            "Teléfono": suyo.telefono,
            "Correo": suyo.correo,
            "Escuela": suyo.escuela.nombre,
            "UGEL": suyo.escuela.ugel.nombre,
            "Grados": [f"{grado}.º" for grado in suyo.grados],
            "En el programa": suyo.activo,
        }
    ]


@parte_del_expediente("asignaciones", "Quién me ha acompañado", cubre="docentes.Asignacion", orden=2)
def asignaciones(titular):
    suyas = (
        Asignacion.objects.filter(docente=titular.docente) if titular.docente else Asignacion.objects.none()
    )
    return [
        {
            "Acompañante": str(a.acompanante),
            "Desde": a.desde,
            "Hasta": a.hasta,
            "Por qué terminó": a.get_motivo_fin_display(),
            "Detalle": a.motivo_texto,
        }
        for a in suyas.select_related("acompanante__usuario")
    ]


@parte_del_expediente("acompano", "A qué escuelas he acompañado", cubre="docentes.Asignacion", orden=3)
def acompano(titular):
    """For the acompañante: since when and where. The teachers' names are theirs."""
    suyas = Asignacion.objects.filter(acompanante__usuario=titular.usuario)
    return [
        {"Escuela": a.docente.escuela.nombre, "Desde": a.desde, "Hasta": a.hasta}
        for a in suyas.select_related("docente__escuela")
    ]


@parte_del_expediente("lecturas", "Quién ha visto mi información", cubre="docentes.Lectura", orden=90)
def lecturas(titular):
    if not titular.docente:
        return []
    leidas = Lectura.objects.filter(docente=titular.docente).select_related("usuario")
    return [
        {
            "Cuándo": fila.momento,
            "Quién": str(fila.usuario),
            "Como": fila.get_rol_display(),
            "Qué": fila.get_clase_display(),
            "Página": fila.pagina,
        }
        for fila in leidas
    ]


@parte_del_expediente("lecturas_hechas", "Lo que he abierto de docentes", cubre="docentes.Lectura", orden=91)
def lecturas_hechas(titular):
    """When and which class. Of whom is in that teacher's own file."""
    hechas = Lectura.objects.filter(usuario=titular.usuario)
    return [{"Cuándo": fila.momento, "Qué": fila.get_clase_display()} for fila in hechas]


@parte_del_expediente("avisos", "Avisos de datos que acepté", cubre="docentes.AceptacionDeAviso", orden=92)
def avisos(titular):
    return [{"Versión": a.version, "Cuándo": a.momento} for a in titular.usuario.aceptaciones.all()]


@parte_del_expediente(
    "derechos",
    "Mis solicitudes de derechos",
    cubre="docentes.SolicitudDeDerecho docentes.CambioDeSolicitud",
    orden=93,
)
def derechos(titular):
    return [
        {
            "Derecho": s.get_derecho_display(),
            "Presentada": s.presentada_en,
            "Vence": s.vence,
            "Estado": s.get_estado_display(),
            "Qué pedí": s.texto,
            "Respuesta": s.respuesta,
            "Pasos": [
                {"Cuándo": c.momento, "Qué": c.nota or c.get_a_display(), "Quién": str(c.hecho_por)}
                for c in s.cambios.all()
            ],
        }
        for s in titular.usuario.solicitudes.prefetch_related("cambios__hecho_por")
    ]
