"""The notice accepted by everybody, and rights requests in each state."""

from datetime import timedelta

from acompanamiento.comun.dias_habiles import sumar_dias_habiles
from docentes import avisos
from docentes.models import AceptacionDeAviso, CambioDeSolicitud, SolicitudDeDerecho, Usuario
from docentes.services import plazo_de

from ..azar import id_de, suerte
from ..calendario import a_las

# who asks, which right, days ago, the words, the answer, and the states with the days that each took
SOLICITUDES = (
    (
        "rosa",
        "rectificacion",
        6,
        "En mi registro figuran 1.º y 2.º. Desde agosto tengo también 3.º. Pido que se corrija.",
        "",
        ("recibida", "en_tramite"),
    ),
    (
        "rosa",
        "acceso",
        75,
        "Quiero una copia de todo lo que hay de mis visitas del año pasado.",
        "Te entregamos la copia en PDF y en JSON, impresa y por correo. También puedes bajarla cuando quieras.",
        ("recibida", "en_tramite", "atendida"),
    ),
    (
        "ana",
        "cancelacion",
        48,
        "Pido que se borre el registro de las lecturas que hice en marzo.",
        "El registro de lecturas es la garantía de cada docente y no se borra. Ves las tuyas en «Mis lecturas».",
        ("recibida", "en_tramite", "denegada"),
    ),
    (
        "hugo",
        "acceso",
        2,
        "Quiero saber qué guarda el programa sobre mi trabajo como director.",
        "",
        ("recibida",),
    ),
    (
        "beto",
        "oposicion",
        21,
        "No quiero que mi nombre aparezca en la lista de acompañantes que ve la región; solo mi código.",
        "",
        ("recibida", "en_tramite"),
    ),
)


def cargar(carteras, reloj):
    _aceptar(reloj)
    if any(c.es_de_ana for c in carteras):
        _solicitudes(reloj)


def _aceptar(reloj):
    """Everybody who has not yet, on the first day of the current school year."""
    version = avisos.vigente().version
    faltan = list(Usuario.objects.filter(aviso_aceptado__lt=version))
    filas = AceptacionDeAviso.objects.bulk_create(
        AceptacionDeAviso(usuario=u, version=version) for u in faltan
    )
    for fila in filas:
        fila.momento = a_las(reloj.anio.inicio, 8)
    AceptacionDeAviso.objects.bulk_update(filas, ["momento"], batch_size=500)
    Usuario.objects.filter(aviso_aceptado__lt=version).update(aviso_aceptado=version)


def _solicitudes(reloj):
    cuentas = {
        u.username: u for u in Usuario.objects.filter(username__in=["rosa", "ana", "hugo", "beto", "ines"])
    }
    solicitudes, cambios = [], []
    for usuario, derecho, hace, texto, respuesta, estados in SOLICITUDES:
        dia = reloj.hoy - timedelta(days=hace)
        solicitud = SolicitudDeDerecho(
            id=id_de(suerte("solicitud", usuario, derecho), a_las(dia, 10)),
            usuario=cuentas[usuario],
            derecho=derecho,
            texto=texto,
            estado=estados[-1],
            presentada_en=a_las(dia, 10),
            vence=sumar_dias_habiles(dia, plazo_de(derecho)),
            respuesta=respuesta,
            cerrada_en=a_las(sumar_dias_habiles(dia, 6), 16) if respuesta else None,
        )
        solicitudes.append(solicitud)
        cambios += _pasos(solicitud, dia, estados, cuentas)
    SolicitudDeDerecho.objects.bulk_create(solicitudes)
    CambioDeSolicitud.objects.bulk_create(cambios)


def _pasos(solicitud, dia, estados, cuentas):
    momentos = (a_las(dia, 10), a_las(sumar_dias_habiles(dia, 2), 9), a_las(sumar_dias_habiles(dia, 6), 16))
    for antes, ahora, momento in zip(("", *estados), estados, momentos, strict=False):
        quien = cuentas["ines"] if antes else solicitud.usuario
        yield CambioDeSolicitud(solicitud=solicitud, de=antes, a=ahora, hecho_por=quien, momento=momento)
