"""Writes about visits. Each takes keyword arguments, runs in one transaction and returns the object."""

from .borrador import (
    abrir_borrador,
    abrir_correccion,
    descartar_borrador,
    guardar_borrador,
    terminar_borrador,
)
from .calibracion import enviar_respuesta, guardar_ejercicio, guardar_respuesta
from .calidad import recalcular_calidad
from .caso import comentar_caso, compartir_caso, retirar_caso
from .catalogos import cargar_catalogos
from .conflictos import resolver_conflicto
from .cuarentena import reintentar_cuarentena
from .dedicacion import guardar_dedicacion
from .direccion import (
    abrir_asesoria,
    comentar_asesoria,
    contar_avance,
    corregir_asesoria,
    descartar_asesoria,
    guardar_asesoria,
    terminar_asesoria,
)
from .informe import (
    anotar_descarga_de_informe,
    cerrar_informe,
    comentar_informe,
    enviar_informe,
    guardar_informe,
    reabrir_informe,
)
from .linea_de_base import (
    abrir_caracterizacion,
    descartar_borrador_de_caracterizacion,
    guardar_caracterizacion,
    terminar_caracterizacion,
)
from .necesidades import priorizar_necesidades
from .notas import guardar_nota
from .observacion import comentar_observacion, guardar_observacion
from .plan import guardar_generales, guardar_matriz, preparar_plan, proponer_lineas
from .plan_envio import (
    abrir_nueva_version,
    aprobar_plan,
    comentar_plan,
    enviar_plan,
    observar_plan,
    retirar_plan,
)
from .programacion import (
    marcar_no_realizada,
    programar_anio,
    proponer_anio,
    reprogramar,
    volver_a_programar,
)
from .registro_de_sesion import registrar_sesion
from .registros import recibir_registro
from .revision import recibir_revision
from .sincronizacion import en_cuarentena, epoca_actual, nueva_epoca, recibir_lote, recibos
from .suscripcion import activar_suscripcion, apagar_suscripcion, usuario_de_suscripcion
from .traspaso import abrir_traspaso, decidir_traspaso, escribir_nota_de_traspaso, leer_nota_de_traspaso
from .viaje import CambioDeParada, cancelar_viaje, crear_viaje, editar_viaje, mover_dia
from .voz import (
    anotar_avance,
    borrar_reflexion,
    compartir_reflexion,
    decir,
    dejar_de_compartir,
    guardar_reflexion,
    marcar_leida,
)

__all__ = [
    "CambioDeParada",
    "abrir_asesoria",
    "abrir_borrador",
    "abrir_caracterizacion",
    "abrir_correccion",
    "abrir_nueva_version",
    "abrir_traspaso",
    "activar_suscripcion",
    "anotar_avance",
    "anotar_descarga_de_informe",
    "apagar_suscripcion",
    "aprobar_plan",
    "borrar_reflexion",
    "cancelar_viaje",
    "cargar_catalogos",
    "cerrar_informe",
    "comentar_asesoria",
    "comentar_caso",
    "comentar_informe",
    "comentar_observacion",
    "comentar_plan",
    "compartir_caso",
    "compartir_reflexion",
    "contar_avance",
    "corregir_asesoria",
    "crear_viaje",
    "decidir_traspaso",
    "decir",
    "dejar_de_compartir",
    "descartar_asesoria",
    "descartar_borrador",
    "descartar_borrador_de_caracterizacion",
    "editar_viaje",
    "en_cuarentena",
    "enviar_informe",
    "enviar_plan",
    "enviar_respuesta",
    "epoca_actual",
    "escribir_nota_de_traspaso",
    "guardar_asesoria",
    "guardar_borrador",
    "guardar_caracterizacion",
    "guardar_dedicacion",
    "guardar_ejercicio",
    "guardar_generales",
    "guardar_informe",
    "guardar_matriz",
    "guardar_nota",
    "guardar_observacion",
    "guardar_reflexion",
    "guardar_respuesta",
    "leer_nota_de_traspaso",
    "marcar_leida",
    "marcar_no_realizada",
    "mover_dia",
    "nueva_epoca",
    "observar_plan",
    "preparar_plan",
    "priorizar_necesidades",
    "programar_anio",
    "proponer_anio",
    "proponer_lineas",
    "reabrir_informe",
    "recalcular_calidad",
    "recibir_lote",
    "recibir_registro",
    "recibir_revision",
    "recibos",
    "registrar_sesion",
    "reintentar_cuarentena",
    "reprogramar",
    "resolver_conflicto",
    "retirar_caso",
    "retirar_plan",
    "terminar_asesoria",
    "terminar_borrador",
    "terminar_caracterizacion",
    "usuario_de_suscripcion",
    "volver_a_programar",
]
