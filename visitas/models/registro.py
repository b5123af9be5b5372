"""The chain of revisions of what is registered in the field besides visits: a group session, a school's baseline.

The rows of SesionGrupal and Caracterizacion stay what every page reads: the projection of the head. Visits have their
own tables (visita.py), so that the path of the commonest message stays as short as it is.
"""

import json

from django.db import models
from django.db.models import Exists, OuterRef, Q

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Usuario

from .linea_de_base import Caracterizacion
from .sesion import SesionGrupal
from .visita import EstadoDeRevision

FORMAS_DE_SESION = {"motivo": "sesion_no_realizada", "tema": "sesion_nueva"}
"""{key that only that content has: its form}; one with neither says what was done in a planned session."""


class RevisionDeRegistroQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Who wrote it: nobody else needs an earlier text, nor one that waits for a choice."""
        return self.filter(autor_id=usuario.pk) if usuario.is_authenticated else self.none()

    def aceptadas(self):
        return self.filter(estado=EstadoDeRevision.ACEPTADA)

    def ramas(self):
        return self.filter(estado=EstadoDeRevision.RAMA)

    def en_conflicto(self):
        """Branches that wait for a choice, the last of each chain: choosing closes those that it amends."""
        hijas = RevisionDeRegistro.objects.ramas().filter(base=OuterRef("pk"))
        return self.ramas().filter(~Exists(hijas), resolucion__isnull=True)


class RevisionDeRegistro(models.Model):
    """One immutable version of a session or of a baseline: exactly one of `sesion` and `caracterizacion` is set.

    The head of a record is its accepted revision with the largest `numero`; an accepted one amends the head of its
    day, so `numero` has no gaps. The page saves through the same chain: what a device brings on an older base is a
    branch. Of a record registered before it had a chain, the first revision is what its rows said (cadena.py).

    The branches of a person, whatever the form: `RevisionDeRegistro.objects.visibles_para(usuario).ramas()`, each with
    `registro` (the row), `formulario` (the word of the protocol, which the content shows), `cabeza` (what the server holds) and `contenido`
    (the values that `texto` says). A choice is a new revision on the head, by `services.recibir_registro`, and a
    ResolucionDeRegistro.

    `texto` is the canonical content as it was received, `huella` its `sha256:<hex>`; `recibo`, the device's proof.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    sesion = models.ForeignKey(
        SesionGrupal, on_delete=models.PROTECT, null=True, blank=True, related_name="revisiones"
    )
    caracterizacion = models.ForeignKey(
        Caracterizacion, on_delete=models.PROTECT, null=True, blank=True, related_name="revisiones"
    )
    base = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="hijas")
    numero = models.PositiveSmallIntegerField("número")
    estado = models.CharField(
        max_length=8, choices=EstadoDeRevision.choices, default=EstadoDeRevision.ACEPTADA
    )
    huella = models.CharField(max_length=71)
    texto = models.TextField()
    formulario_version = models.PositiveSmallIntegerField()
    autor = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    dispositivo = models.UUIDField(null=True, blank=True)
    secuencia = models.PositiveBigIntegerField(default=0)
    finalizada_en = models.DateTimeField()
    recibido_en = models.DateTimeField()
    recibo = models.UUIDField(default=nuevo_id, unique=True)

    objects = RevisionDeRegistroQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id sesion caracterizacion base numero estado huella formulario_version autor dispositivo secuencia "
            "finalizada_en recibido_en recibo",
            "Que lo registrado no se cambie sin dejar huella y que ningún envío se pierda.",
            Conservacion.PROGRAMA,
            "Quien lo escribió",
        ),
        Dato(
            "texto",
            "Guardar la sesión o la línea de base tal como se escribió.",
            Conservacion.PROGRAMA,
            "Quien lo escribió",
        ),
    ]

    class Meta:
        verbose_name = "revisión de un registro"
        verbose_name_plural = "revisiones de registros"
        ordering = ["recibido_en", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sesion__isnull=True) ^ Q(caracterizacion__isnull=True),
                name="revision_de_un_registro",
            ),
            models.UniqueConstraint(
                fields=["sesion", "numero"],
                condition=Q(estado=EstadoDeRevision.ACEPTADA),
                name="revision_de_sesion_en_fila",
            ),
            models.UniqueConstraint(
                fields=["caracterizacion", "numero"],
                condition=Q(estado=EstadoDeRevision.ACEPTADA),
                name="revision_de_base_en_fila",
            ),
            models.CheckConstraint(
                condition=Q(huella__regex=r"^sha256:[0-9a-f]{64}$"), name="revision_de_registro_huella"
            ),
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def formulario(self) -> str:
        return self.formulario_de(self.contenido)

    def formulario_de(self, contenido: dict) -> str:
        """Return the word of the protocol for a content of this record: a session has three forms (FORMAS_DE_SESION)."""
        if not self.sesion_id:
            return "caracterizacion"
        return next((f for clave, f in FORMAS_DE_SESION.items() if clave in contenido), "sesion_grupal")

    @property
    def registro(self) -> SesionGrupal | Caracterizacion:
        return self.sesion if self.sesion_id else self.caracterizacion

    @property
    def cabeza(self):
        """The accepted revision that the record is at, None when it has none."""
        return self.registro.revisiones.aceptadas().order_by("-numero").first()

    @property
    def contenido(self) -> dict:
        return json.loads(self.texto)
