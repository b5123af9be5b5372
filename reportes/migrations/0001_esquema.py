"""Reports, their queue and the frozen results.

It stands for every migration that it names under `replaces`: a database that has them all takes it as applied.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import acompanamiento.comun.identidad


class Migration(migrations.Migration):
    replaces = [("reportes", "0001_inicial")]

    initial = True

    dependencies = [
        ("docentes", "0001_esquema"),
    ]

    operations = [
        migrations.CreateModel(
            name="Instantanea",
            fields=[
                ("periodo", models.CharField(max_length=7, primary_key=True, serialize=False)),
                ("corte", models.DateTimeField()),
                ("resultados", models.JSONField()),
                ("creada_en", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "instantánea",
                "ordering": ["periodo"],
            },
        ),
        migrations.CreateModel(
            name="Reporte",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=acompanamiento.comun.identidad.nuevo_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("clave", models.CharField(max_length=120)),
                (
                    "ambito",
                    models.CharField(
                        choices=[("ugel", "UGEL"), ("provincia", "Provincia")],
                        max_length=10,
                        verbose_name="ámbito",
                    ),
                ),
                ("codigo", models.CharField(max_length=6, verbose_name="código")),
                ("nombre", models.CharField(max_length=100)),
                ("periodo", models.CharField(max_length=7)),
                ("pedido_en", models.DateTimeField(auto_now_add=True)),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("pendiente", "En cola"),
                            ("generando", "Preparando"),
                            ("listo", "Listo"),
                            ("fallido", "No se pudo"),
                        ],
                        default="pendiente",
                        max_length=10,
                    ),
                ),
                ("paso", models.PositiveSmallIntegerField(default=0)),
                ("intentos", models.PositiveSmallIntegerField(default=0)),
                ("turno", models.UUIDField(blank=True, null=True)),
                ("arrendado_hasta", models.DateTimeField(blank=True, null=True)),
                (
                    "avisado_en",
                    models.DateTimeField(blank=True, null=True, verbose_name="último aviso a la cola"),
                ),
                ("archivo", models.CharField(blank=True, max_length=80)),
                ("bytes", models.PositiveIntegerField(default=0)),
                ("paginas", models.PositiveSmallIntegerField(default=0)),
                ("error", models.CharField(blank=True, max_length=300)),
                ("terminado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "pedido_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reportes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "reporte",
                "ordering": ["-pedido_en"],
                "indexes": [
                    models.Index(fields=["pedido_por", "-pedido_en"], name="reporte_por_persona"),
                    models.Index(fields=["estado", "arrendado_hasta"], name="reporte_por_estado"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("estado__in", ["pendiente", "generando"])),
                        fields=("clave",),
                        name="reporte_uno_en_curso",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ambito__in", ["ugel", "provincia"])), name="reporte_ambito"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("periodo__regex", "^[0-9]{4}(-B[1-4])?$")), name="reporte_periodo"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "listo"), _negated=True),
                            models.Q(("archivo", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="reporte_listo_lleva_archivo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "fallido"), _negated=True),
                            models.Q(("error", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="reporte_fallido_dice_por_que",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Descarga",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("docente", "Docente"),
                            ("acompanante", "Acompañante"),
                            ("formador", "Formador regional"),
                            ("coordinador", "Coordinación regional"),
                            ("especialista", "Especialista UGEL"),
                            ("director", "Director"),
                            ("administrador", "Administración técnica"),
                            ("oficial", "Oficial de datos"),
                        ],
                        max_length=15,
                    ),
                ),
                ("momento", models.DateTimeField(auto_now_add=True)),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reporte",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="descargas",
                        to="reportes.reporte",
                    ),
                ),
            ],
            options={
                "verbose_name": "descarga",
                "ordering": ["-momento"],
            },
        ),
    ]
