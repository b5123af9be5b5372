"""The territory and the schools, with the collation that orders names by the Spanish alphabet on PostgreSQL.

It stands for every migration that it names under `replaces`: a database that has them all takes it as applied.
"""

import django.core.validators
import django.db.models.deletion
from django.contrib.postgres.operations import CreateCollation
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("escuelas", "0001_inicial"), ("escuelas", "0002_orden_alfabetico")]

    initial = True

    dependencies = []

    operations = [
        CreateCollation("es_alfabetico", locale="es", provider="icu"),
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "codigo",
                    models.CharField(
                        max_length=2,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{2}\\Z", "El código debe tener 2 dígitos."
                            )
                        ],
                        verbose_name="código INEI",
                    ),
                ),
                ("nombre", models.CharField(db_collation="es_alfabetico", max_length=80)),
                ("codigo_gre", models.CharField(blank=True, max_length=6, verbose_name="código de la GRE")),
            ],
            options={
                "verbose_name": "región",
                "verbose_name_plural": "regiones",
                "ordering": ["nombre"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("codigo__regex", "^[0-9]{2}$")), name="region_codigo_de_2_digitos"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Provincia",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "codigo",
                    models.CharField(
                        max_length=4,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{4}\\Z", "El código debe tener 4 dígitos."
                            )
                        ],
                        verbose_name="código INEI",
                    ),
                ),
                ("nombre", models.CharField(db_collation="es_alfabetico", max_length=80)),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provincias",
                        to="escuelas.region",
                        verbose_name="región",
                    ),
                ),
            ],
            options={
                "verbose_name": "provincia",
                "ordering": ["nombre"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("codigo__regex", "^[0-9]{4}$")),
                        name="provincia_codigo_de_4_digitos",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Ugel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "codigo",
                    models.CharField(
                        max_length=6,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{6}\\Z", "El código debe tener 6 dígitos."
                            )
                        ],
                        verbose_name="código",
                    ),
                ),
                ("nombre", models.CharField(db_collation="es_alfabetico", max_length=80)),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ugeles",
                        to="escuelas.region",
                        verbose_name="región",
                    ),
                ),
            ],
            options={
                "verbose_name": "UGEL",
                "verbose_name_plural": "UGEL",
                "ordering": ["nombre"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("codigo__regex", "^[0-9]{6}$")), name="ugel_codigo_de_6_digitos"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Distrito",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "codigo",
                    models.CharField(
                        max_length=6,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{6}\\Z", "El código debe tener 6 dígitos."
                            )
                        ],
                        verbose_name="código INEI",
                    ),
                ),
                ("nombre", models.CharField(db_collation="es_alfabetico", max_length=80)),
                (
                    "provincia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="distritos",
                        to="escuelas.provincia",
                    ),
                ),
            ],
            options={
                "verbose_name": "distrito",
                "ordering": ["nombre"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("codigo__regex", "^[0-9]{6}$")),
                        name="distrito_codigo_de_6_digitos",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Escuela",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "codigo_modular",
                    models.CharField(
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{7}\\Z", "El código debe tener 7 dígitos."
                            )
                        ],
                        verbose_name="código modular",
                    ),
                ),
                (
                    "anexo",
                    models.CharField(
                        default="0",
                        max_length=1,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{1}\\Z", "El código debe tener 1 dígitos."
                            )
                        ],
                    ),
                ),
                ("codlocal", models.CharField(blank=True, max_length=6, verbose_name="código de local")),
                ("nombre", models.CharField(db_collation="es_alfabetico", max_length=160)),
                (
                    "nivel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A2", "Inicial - Jardín"),
                            ("A3", "Inicial - Cuna-jardín"),
                            ("A5", "Inicial no escolarizado (PRONOEI)"),
                            ("B0", "Primaria"),
                            ("F0", "Secundaria"),
                            ("", "No figura en el padrón"),
                        ],
                        default="",
                        max_length=2,
                    ),
                ),
                (
                    "modalidad",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1", "Unidocente multigrado"),
                            ("2", "Polidocente multigrado"),
                            ("3", "Polidocente completo"),
                            ("", "No figura en el padrón"),
                        ],
                        default="",
                        max_length=1,
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        blank=True,
                        choices=[("1", "Urbana"), ("2", "Rural"), ("", "No figura en el padrón")],
                        default="",
                        max_length=1,
                        verbose_name="área",
                    ),
                ),
                (
                    "gestion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1", "Pública de gestión directa"),
                            ("2", "Pública de gestión privada"),
                            ("3", "Privada"),
                            ("", "No figura en el padrón"),
                        ],
                        default="",
                        max_length=1,
                        verbose_name="gestión",
                    ),
                ),
                (
                    "estado",
                    models.CharField(choices=[("1", "Activa"), ("2", "Inactiva")], default="1", max_length=1),
                ),
                ("localidad", models.CharField(blank=True, max_length=120, verbose_name="centro poblado")),
                ("direccion", models.CharField(blank=True, max_length=200, verbose_name="dirección")),
                (
                    "codigo_centro_poblado",
                    models.CharField(
                        blank=True, max_length=10, verbose_name="código INEI del centro poblado"
                    ),
                ),
                ("latitud", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("longitud", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("altitud", models.IntegerField(blank=True, null=True, verbose_name="altitud (m)")),
                ("es_sintetica", models.BooleanField(default=False, verbose_name="dato sintético")),
                ("busqueda", models.CharField(default="", editable=False, max_length=420)),
                (
                    "distrito",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escuelas",
                        to="escuelas.distrito",
                    ),
                ),
                (
                    "ugel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escuelas",
                        to="escuelas.ugel",
                        verbose_name="UGEL",
                    ),
                ),
            ],
            options={
                "verbose_name": "escuela",
                "ordering": ["nombre", "codigo_modular", "anexo"],
                "indexes": [
                    models.Index(fields=["ugel", "nombre"], name="escuela_por_ugel"),
                    models.Index(fields=["distrito", "nombre"], name="escuela_por_distrito"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("codigo_modular", "anexo"), name="escuela_servicio_unico"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("codigo_modular__regex", "^[0-9]{7}$")),
                        name="escuela_codigo_modular",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("anexo__regex", "^[0-9]$")), name="escuela_anexo"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("codlocal__regex", "^([0-9]{6})?$")), name="escuela_codlocal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nivel__in", ["A2", "A3", "A5", "B0", "F0", ""])),
                        name="escuela_nivel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("modalidad__in", ["1", "2", "3", ""])), name="escuela_modalidad"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("area__in", ["1", "2", ""])), name="escuela_area"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gestion__in", ["1", "2", "3", ""])), name="escuela_gestion"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("estado__in", ["1", "2"])), name="escuela_estado"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitud__isnull", True), ("longitud__isnull", True)),
                            models.Q(("latitud__range", (-90, 90)), ("longitud__range", (-180, 180))),
                            _connector="OR",
                        ),
                        name="escuela_coordenadas",
                    ),
                ],
            },
        ),
    ]
