"""Accounts, people, assignments, the read log and people's rights over their data.

It stands for every migration that it names under `replaces`: a database that has them all takes it as applied.
"""

import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import acompanamiento.comun.identidad


class Migration(migrations.Migration):
    replaces = [
        ("docentes", "0001_inicial"),
        ("docentes", "0002_lectura_de_la_comunidad"),
        ("docentes", "0003_lecturas_de_casos"),
        ("docentes", "0004_datos_y_derechos"),
        ("docentes", "0005_orden_alfabetico"),
    ]

    initial = True

    dependencies = [
        ("escuelas", "0001_esquema"),
    ]

    operations = [
        migrations.CreateModel(
            name="Usuario",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(
                        default=acompanamiento.comun.identidad.nuevo_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "Ya hay una cuenta con ese usuario."},
                        max_length=60,
                        unique=True,
                        validators=[
                            django.contrib.auth.validators.ASCIIUsernameValidator(
                                message="Usa solo letras sin tilde, números y los signos . @ + - _"
                            )
                        ],
                        verbose_name="usuario",
                    ),
                ),
                ("nombres", models.CharField(db_collation="es_alfabetico", max_length=80)),
                ("apellidos", models.CharField(db_collation="es_alfabetico", max_length=80)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="correo")),
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
                ("is_active", models.BooleanField(default=True, verbose_name="activa")),
                ("creada_en", models.DateTimeField(auto_now_add=True)),
                ("es_sintetica", models.BooleanField(default=False, verbose_name="dato sintético")),
                (
                    "escuela",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directores",
                        to="escuelas.escuela",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="escuelas.region",
                        verbose_name="región",
                    ),
                ),
                (
                    "ugel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="escuelas.ugel",
                        verbose_name="UGEL",
                    ),
                ),
                (
                    "aviso_aceptado",
                    models.PositiveSmallIntegerField(default=0, verbose_name="versión del aviso aceptada"),
                ),
            ],
            options={
                "verbose_name": "cuenta",
                "ordering": ["apellidos", "nombres"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rol__in",
                                [
                                    "docente",
                                    "acompanante",
                                    "formador",
                                    "coordinador",
                                    "especialista",
                                    "director",
                                    "administrador",
                                    "oficial",
                                ],
                            )
                        ),
                        name="usuario_rol",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("escuela__isnull", True),
                                ("region__isnull", False),
                                ("rol__in", ["formador", "coordinador", "oficial", "administrador"]),
                                ("ugel__isnull", True),
                            ),
                            models.Q(
                                ("escuela__isnull", True),
                                ("region__isnull", True),
                                ("rol__in", ["especialista", "acompanante"]),
                                ("ugel__isnull", False),
                            ),
                            models.Q(
                                ("escuela__isnull", False),
                                ("region__isnull", True),
                                ("rol__in", ["director"]),
                                ("ugel__isnull", True),
                            ),
                            models.Q(
                                ("escuela__isnull", True),
                                ("region__isnull", True),
                                ("rol__in", ["docente"]),
                                ("ugel__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="usuario_ambito_segun_su_rol",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Purga",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("momento", models.DateTimeField(auto_now_add=True)),
                ("hasta_anio", models.PositiveSmallIntegerField(verbose_name="hasta el año")),
                ("hecha_por", models.CharField(max_length=60)),
                ("cuentas", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "purga",
                "ordering": ["-momento"],
            },
        ),
        migrations.CreateModel(
            name="Acompanante",
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
                ("desde", models.DateField(verbose_name="en el programa desde")),
                ("activo", models.BooleanField(default=True)),
                (
                    "usuario",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acompanante",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="cuenta",
                    ),
                ),
            ],
            options={
                "verbose_name": "acompañante",
                "ordering": ["usuario__apellidos", "usuario__nombres"],
            },
        ),
        migrations.CreateModel(
            name="Docente",
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
                (
                    "plaza",
                    models.CharField(
                        error_messages={"unique": "Ya hay un docente registrado en esa plaza."},
                        max_length=14,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9A-Z]{6,14}\\Z",
                                "El código de plaza tiene de 6 a 14 letras mayúsculas o números.",
                            )
                        ],
                        verbose_name="código de plaza",
                    ),
                ),
                ("nombres", models.CharField(db_collation="es_alfabetico", max_length=80)),
                ("apellidos", models.CharField(db_collation="es_alfabetico", max_length=80)),
                (
                    "dni",
                    models.CharField(
                        blank=True,
                        error_messages={"unique": "Ya hay un docente con ese DNI."},
                        max_length=8,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^[0-9]{8}\\Z", "El DNI tiene 8 dígitos.")
                        ],
                        verbose_name="DNI",
                    ),
                ),
                ("telefono", models.CharField(blank=True, max_length=20, verbose_name="teléfono")),
                ("correo", models.EmailField(blank=True, max_length=254)),
                ("grados", models.JSONField(blank=True, default=list, verbose_name="grados a su cargo")),
                ("activo", models.BooleanField(default=True)),
                ("es_sintetico", models.BooleanField(default=False, verbose_name="dato sintético")),
                ("busqueda", models.CharField(default="", editable=False, max_length=200)),
                (
                    "escuela",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="docentes",
                        to="escuelas.escuela",
                    ),
                ),
                (
                    "usuario",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="docente",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="cuenta",
                    ),
                ),
                ("anonimizado_en", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "verbose_name": "docente",
                "ordering": ["apellidos", "nombres"],
                "indexes": [models.Index(fields=["escuela", "apellidos"], name="docente_por_escuela")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dni__isnull", True), ("dni__regex", "^[0-9]{8}$"), _connector="OR"
                        ),
                        name="docente_dni",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SolicitudDeDerecho",
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
                (
                    "derecho",
                    models.CharField(
                        choices=[
                            ("acceso", "Acceso"),
                            ("rectificacion", "Rectificación"),
                            ("cancelacion", "Cancelación"),
                            ("oposicion", "Oposición"),
                        ],
                        max_length=13,
                    ),
                ),
                ("texto", models.TextField(verbose_name="qué pides")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("recibida", "Recibida"),
                            ("en_tramite", "En trámite"),
                            ("atendida", "Atendida"),
                            ("denegada", "Denegada"),
                        ],
                        default="recibida",
                        max_length=10,
                    ),
                ),
                ("presentada_en", models.DateTimeField(default=django.utils.timezone.now)),
                ("vence", models.DateField(verbose_name="último día para responder")),
                ("respuesta", models.TextField(blank=True)),
                ("cerrada_en", models.DateTimeField(blank=True, null=True)),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="solicitudes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "solicitud de derechos",
                "verbose_name_plural": "solicitudes de derechos",
                "ordering": ["-presentada_en"],
                "indexes": [models.Index(fields=["estado", "vence"], name="solicitud_por_plazo")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("derecho__in", ["acceso", "rectificacion", "cancelacion", "oposicion"])
                        ),
                        name="solicitud_derecho",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("texto", ""), _negated=True), name="solicitud_lleva_texto"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cerrada_en__isnull", False),
                                ("estado__in", ["atendida", "denegada"]),
                                models.Q(("respuesta", ""), _negated=True),
                            ),
                            models.Q(
                                ("cerrada_en__isnull", True),
                                ("estado__in", ["recibida", "en_tramite"]),
                                ("respuesta", ""),
                            ),
                            _connector="OR",
                        ),
                        name="solicitud_cerrada_lleva_respuesta",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AceptacionDeAviso",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="versión")),
                ("momento", models.DateTimeField(auto_now_add=True)),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aceptaciones",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "aceptación del aviso",
                "verbose_name_plural": "aceptaciones del aviso",
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("usuario", "version"), name="aceptacion_una_por_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Asignacion",
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
                ("desde", models.DateField()),
                ("hasta", models.DateField(blank=True, null=True)),
                (
                    "motivo_fin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("licencia", "Licencia"),
                            ("renuncia", "Renuncia"),
                            ("fin_de_programa", "Fin del programa"),
                            ("pedido_del_docente", "Pedido del docente"),
                            ("otro", "Otro motivo"),
                        ],
                        max_length=20,
                        verbose_name="motivo",
                    ),
                ),
                (
                    "motivo_texto",
                    models.CharField(blank=True, max_length=300, verbose_name="detalle del motivo"),
                ),
                ("creada_en", models.DateTimeField(auto_now_add=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asignaciones",
                        to="docentes.acompanante",
                        verbose_name="acompañante",
                    ),
                ),
                (
                    "creada_por",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asignaciones",
                        to="docentes.docente",
                    ),
                ),
            ],
            options={
                "verbose_name": "asignación",
                "verbose_name_plural": "asignaciones",
                "ordering": ["-desde"],
                "indexes": [models.Index(fields=["acompanante", "hasta"], name="asignacion_por_acompanante")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("hasta__isnull", True)),
                        fields=("docente",),
                        name="asignacion_una_activa_por_docente",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hasta__isnull", True), ("hasta__gte", models.F("desde")), _connector="OR"
                        ),
                        name="asignacion_fechas_en_orden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hasta__isnull", True), ("motivo_fin", "")),
                            models.Q(
                                ("hasta__isnull", False),
                                (
                                    "motivo_fin__in",
                                    ["licencia", "renuncia", "fin_de_programa", "pedido_del_docente", "otro"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="asignacion_el_fin_lleva_motivo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo_fin", "otro"), _negated=True),
                            models.Q(("motivo_texto", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="asignacion_otro_lleva_texto",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lectura",
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
                (
                    "clase",
                    models.CharField(
                        choices=[
                            ("identidad", "Identidad y contacto"),
                            ("visita", "Visita: cuaderno, niveles, diálogo y compromisos"),
                            ("fechas", "Que hubo una visita"),
                            ("plan", "Línea de base y plan"),
                            ("comunidad", "Sesiones grupales y comunidad de aprendizaje"),
                            ("caso", "Visita compartida como caso, sin nombres"),
                            ("derechos", "Solicitud de derechos"),
                            ("copia", "Copia de todos sus datos, por una solicitud de acceso"),
                        ],
                        max_length=12,
                    ),
                ),
                ("pagina", models.CharField(max_length=200, verbose_name="página")),
                ("momento", models.DateTimeField(auto_now_add=True)),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="docentes.docente"
                    ),
                ),
                (
                    "usuario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lectura",
                "ordering": ["-momento"],
                "indexes": [
                    models.Index(fields=["docente", "-momento"], name="lectura_por_docente"),
                    models.Index(fields=["usuario", "-momento"], name="lectura_por_usuario"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CambioDeSolicitud",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "de",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("recibida", "Recibida"),
                            ("en_tramite", "En trámite"),
                            ("atendida", "Atendida"),
                            ("denegada", "Denegada"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "a",
                    models.CharField(
                        choices=[
                            ("recibida", "Recibida"),
                            ("en_tramite", "En trámite"),
                            ("atendida", "Atendida"),
                            ("denegada", "Denegada"),
                        ],
                        max_length=10,
                    ),
                ),
                ("nota", models.CharField(blank=True, max_length=120)),
                ("momento", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "hecho_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "solicitud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cambios",
                        to="docentes.solicituddederecho",
                    ),
                ),
            ],
            options={
                "verbose_name": "paso de una solicitud",
                "verbose_name_plural": "pasos de solicitudes",
                "ordering": ["momento", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("a__in", ["recibida", "en_tramite", "atendida", "denegada"])),
                        name="cambio_de_solicitud_estado",
                    )
                ],
            },
        ),
    ]
