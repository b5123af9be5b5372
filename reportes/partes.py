"""What this app holds about a person: the reports that were asked for and taken."""

from docentes.expediente import parte_del_expediente
from reportes.models import Descarga, Reporte


@parte_del_expediente("reportes", "Los reportes que pedí", cubre="reportes.Reporte")
def reportes(titular):
    return [
        {"Reporte": r.nombre, "Periodo": r.periodo, "Pedido": r.pedido_en, "Estado": r.get_estado_display()}
        for r in Reporte.objects.visibles_para(titular.usuario)
    ]


@parte_del_expediente("descargas", "Los reportes que bajé", cubre="reportes.Descarga")
def descargas(titular):
    bajados = Descarga.objects.filter(usuario=titular.usuario).select_related("reporte")
    return [{"Reporte": str(d.reporte), "Cuándo": d.momento} for d in bajados]
