"""The form of an advice to a director. Like the visit's, its values are flat, and a draft keeps them as they came."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from acompanamiento.comun.formato import fecha as en_cifras
from acompanamiento.comun.formato import hora as en_horas
from visitas.contexto import Catalogos
from visitas.models import DimensionDeGestion

from .visita import campos
from .visita.plano import PASOS

COMPROMISOS = (1, 2, 3)
GUIA = {
    "describir": ("Describir", "¿Qué hago al dirigir y qué pasa con la escuela?"),
    "explicar": ("Explicar", "¿Qué idea de dirigir hay detrás?"),
    "confrontar": ("Confrontar", "¿Cómo llegué a hacerlo así? ¿A quién ayuda y a quién no?"),
    "reconstruir": ("Reconstruir", "¿Qué haría de otro modo desde esta semana?"),
}


def _paso(paso):
    return campos.Texto(format_html('{} <span class="ac-guia">{}</span>', *GUIA[paso]), filas=3)


def _compromiso(orden):
    return {sub: campo for sub, campo in campos.compromiso_de(orden).items() if sub != "id"}


class AsesoriaForm(forms.Form):
    """`verificables` are the school's earlier CompromisoDirectivo, open or verified in this same advice."""

    marca_opcionales = False

    fecha = campos.Fecha("Fecha")
    inicio = campos.Hora("Inicio")
    fin = campos.Hora("Fin", help_text="Se pide al terminar.")
    dimensiones = campos.Marcas("Qué trabajaron", dict(DimensionDeGestion.choices))
    observado = campos.Texto(
        "Qué observaste", filas=4, help_text="Hechos de la gestión. No hace falta nombrar a ningún docente."
    )
    evidencia = campos.Texto(
        "Evidencia",
        filas=3,
        help_text="Qué viste, qué documento leíste, qué te contaron y quiénes, por su rol.",
    )

    def __init__(self, data=None, *, verificables=(), inicial=None):
        self.verificables, self.catalogos = list(verificables), Catalogos()
        super().__init__(data, initial=inicial)
        for paso in PASOS:
            self.fields[paso] = _paso(paso)
        for c in self.verificables:
            self._poner(f"verificacion_{c.pk}", campos.verificacion_de(c.que))
        for orden in COMPROMISOS:
            self._poner(f"compromiso_{orden}", _compromiso(orden))

    def _poner(self, prefijo, fila):
        for sub, campo in fila.items():
            self.fields[f"{prefijo}_{sub}"] = campo

    def crudos(self, datos) -> dict:
        """Return what was typed, as it came, for the fields of this form."""
        leer = {True: datos.getlist, False: datos.get}
        return {c: leer[c == "dimensiones"](c) for c in self.fields if c in datos}

    def clean(self):
        limpio = self.cleaned_data
        self._revisar_cuando(limpio)
        if not limpio.get("dimensiones"):
            self._falta("dimensiones", "Falta qué trabajaron. Marca al menos un aspecto de la gestión.")
        if not limpio.get("observado"):
            self._falta("observado", "Falta qué observaste. Escribe hechos de la gestión de la escuela.")
        if not limpio.get("evidencia"):
            self._falta("evidencia", "Falta la evidencia. Escribe qué viste, leíste o escuchaste.")
        if not limpio.get("describir"):
            self._falta(
                "describir",
                "Falta el primer paso del diálogo. Escribe qué contó la dirección, con sus palabras.",
            )
        self._revisar_verificaciones(limpio)
        self._revisar_compromisos(limpio)
        return limpio

    def _falta(self, campo, mensaje):
        if campo not in self.errors:
            self.add_error(campo, ValidationError(mensaje))

    def _revisar_cuando(self, limpio):
        dia, inicio, fin = (limpio.get(c) for c in ("fecha", "inicio", "fin"))
        if dia is None:
            self._falta("fecha", "Falta la fecha de la asesoría. Escribe el día en que fue.")
        elif dia > self.catalogos.hoy:
            hoy = en_cifras(self.catalogos.hoy)
            self._falta("fecha", f"La fecha ({en_cifras(dia)}) no puede ser posterior a hoy ({hoy}).")
        elif dia.year not in self.catalogos.anios:
            self._falta("fecha", f"El programa no tiene calendario escolar de {dia.year}. Corrige la fecha.")
        if inicio is None:
            self._falta("inicio", "Falta la hora de inicio. Escríbela así: 8:05.")
        if fin is None:
            self._falta("fin", "Falta la hora de fin. Escríbela así: 12:30.")
        elif inicio and fin <= inicio:
            self._falta(
                "fin",
                f"La hora de fin ({en_horas(fin)}) no es posterior a la de inicio ({en_horas(inicio)}).",
            )

    def _revisar_verificaciones(self, limpio):
        for c in self.verificables:
            if limpio.get(f"verificacion_{c.pk}_comentario") and not limpio.get(
                f"verificacion_{c.pk}_estado"
            ):
                self._falta(
                    f"verificacion_{c.pk}_estado",
                    "Falta qué pasó con este compromiso. Elige Cumplido, En parte o No se pudo.",
                )

    def _revisar_compromisos(self, limpio):
        filas = [f for f in map(self._fila, COMPROMISOS) if any(f[s] for s in ("que", "hasta", "como"))]
        if not filas:
            return self._falta(
                "compromiso_1_que", "Falta el compromiso. Acuerden al menos uno, y hasta tres."
            )
        for fila in filas:
            self._revisar_compromiso(fila, limpio.get("fecha"))

    def _revisar_compromiso(self, fila, dia):
        campo = f"compromiso_{fila['orden']}_"
        if not fila["que"]:
            self._falta(campo + "que", "Falta qué harán. Escríbelo, o borra el plazo de este compromiso.")
        if fila["hasta"] is None:
            return self._falta(campo + "hasta", "Falta hasta cuándo. Escribe el día en que lo verán juntos.")
        if dia and fila["hasta"] <= dia:
            self._falta(
                campo + "hasta",
                f"El plazo ({en_cifras(fila['hasta'])}) debe ser posterior a la asesoría ({en_cifras(dia)}).",
            )

    def _fila(self, orden):
        limpio = self.cleaned_data
        return {"orden": orden} | {s: limpio.get(f"compromiso_{orden}_{s}") for s in ("que", "hasta", "como")}

    def contenido(self) -> dict:
        """Return what was said, ready for its hash. The form must be valid."""
        limpio = self.cleaned_data
        compromisos = [
            f | {"hasta": f["hasta"].isoformat()} for f in map(self._fila, COMPROMISOS) if f["que"]
        ]
        return {
            "fecha": limpio["fecha"].isoformat(),
            "inicio": f"{limpio['inicio']:%H:%M}",
            "fin": f"{limpio['fin']:%H:%M}",
            "dimensiones": limpio["dimensiones"],
            "observado": limpio["observado"],
            "evidencia": limpio["evidencia"],
            "dialogo": {paso: limpio[paso] for paso in PASOS},
            "verificaciones": [v for v in map(self._verificacion, self.verificables) if v["estado"]],
            "compromisos": compromisos,
        }

    def _verificacion(self, compromiso):
        estado, comentario = (
            self.cleaned_data[f"verificacion_{compromiso.pk}_{s}"] for s in ("estado", "comentario")
        )
        return {"compromiso": str(compromiso.pk), "estado": estado, "comentario": comentario}

    # --- What the page walks

    def pasos(self):
        return [self[paso] for paso in PASOS]

    def filas_de_verificacion(self):
        return [
            {
                "compromiso": c,
                "estado": self[f"verificacion_{c.pk}_estado"],
                "comentario": self[f"verificacion_{c.pk}_comentario"],
            }
            for c in self.verificables
        ]

    def filas_de_compromisos(self):
        return [
            {"numero": n} | {s: self[f"compromiso_{n}_{s}"] for s in ("que", "hasta", "como")}
            for n in COMPROMISOS
        ]


def aplanar(contenido: dict) -> dict:
    """Return the values of the form for a content: the inverse of `AsesoriaForm.contenido`."""
    plano = {c: contenido[c] for c in ("fecha", "inicio", "fin", "dimensiones", "observado", "evidencia")}
    plano |= contenido["dialogo"]
    for v in contenido["verificaciones"]:
        plano |= {f"verificacion_{v['compromiso']}_{s}": v[s] for s in ("estado", "comentario")}
    for c in contenido["compromisos"]:
        plano |= {f"compromiso_{c['orden']}_{s}": c[s] for s in ("que", "hasta", "como")}
    return plano


class PalabraDeLaDireccionForm(forms.Form):
    """The director's own comment on an advice, or how a commitment goes. Blank takes back what was said."""

    texto = campos.Texto("Tu comentario", maximo=2000, filas=3)

    def __init__(self, *args, rotulo="Tu comentario", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["texto"].label = rotulo
