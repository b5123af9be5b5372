"""The whole cycle: catalogues, visits and their revisions, baseline, plan, sessions, agenda, community, field.

It stands for every migration that it names under `replaces`: a database that has them all takes it as applied.
"""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import acompanamiento.comun.identidad


class Migration(migrations.Migration):
    replaces = [
        ("visitas", "0001_inicial"),
        ("visitas", "0002_linea_de_base_plan_y_sesiones"),
        ("visitas", "0003_borrador_de_caracterizacion"),
        ("visitas", "0004_agenda_viajes_y_dedicacion"),
        ("visitas", "0005_versiones_del_plan"),
        ("visitas", "0006_comunidad_y_cambios_de_sesion"),
        ("visitas", "0007_la_voz_del_docente"),
        ("visitas", "0008_formador"),
        ("visitas", "0009_visita_purgada"),
        ("visitas", "0010_asesoria_traspaso_e_informe"),
        ("visitas", "0011_necesidad_por_autor"),
        ("visitas", "0012_campo"),
        ("visitas", "0013_indices_de_visita"),
        ("visitas", "0014_revisiones_de_registros"),
        ("visitas", "0015_conflictos_y_cuarentena"),
        ("visitas", "0016_resoluciones_de_registros"),
    ]

    initial = True

    dependencies = [
        ("docentes", "0001_esquema"),
        ("escuelas", "0001_esquema"),
    ]

    operations = [
        migrations.CreateModel(
            name="Instrumento",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("codigo", models.SlugField(max_length=40, verbose_name="código")),
                ("version", models.PositiveSmallIntegerField(verbose_name="versión")),
                ("nombre", models.CharField(max_length=120)),
                ("etiquetas", models.JSONField(default=list)),
                ("vigente", models.BooleanField(default=True)),
            ],
            options={
                "verbose_name": "instrumento",
                "ordering": ["codigo", "version"],
                "constraints": [
                    models.UniqueConstraint(fields=("codigo", "version"), name="instrumento_version_unica")
                ],
            },
        ),
        migrations.CreateModel(
            name="Protocolo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("codigo", models.SlugField(max_length=40, verbose_name="código")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versión")),
                ("nombre", models.CharField(max_length=120)),
                (
                    "nivel",
                    models.CharField(
                        choices=[
                            ("inicial", "Inicial, II ciclo"),
                            ("primaria", "Primaria"),
                            ("secundaria", "Secundaria"),
                        ],
                        max_length=10,
                    ),
                ),
                ("fuente", models.CharField(blank=True, max_length=300)),
                (
                    "carga_minima",
                    models.PositiveSmallIntegerField(verbose_name="docentes por acompañante, desde"),
                ),
                (
                    "carga_maxima",
                    models.PositiveSmallIntegerField(verbose_name="docentes por acompañante, hasta"),
                ),
                ("carga_de_aviso", models.PositiveSmallIntegerField(verbose_name="aviso por encima de")),
                ("vigente", models.BooleanField(default=True)),
            ],
            options={
                "verbose_name": "protocolo",
                "ordering": ["nombre", "version"],
                "constraints": [
                    models.UniqueConstraint(fields=("codigo", "version"), name="protocolo_version_unica"),
                    models.CheckConstraint(
                        condition=models.Q(("nivel__in", ["inicial", "primaria", "secundaria"])),
                        name="protocolo_nivel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("carga_maxima__lte", models.F("carga_de_aviso")),
                            ("carga_minima__lte", models.F("carga_maxima")),
                        ),
                        name="protocolo_carga_en_orden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NotaPrivada",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("visita_id", models.UUIDField(verbose_name="visita")),
                ("texto", models.TextField()),
                ("guardada_en", models.DateTimeField(auto_now=True)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "nota privada",
                "verbose_name_plural": "notas privadas",
                "constraints": [
                    models.UniqueConstraint(fields=("visita_id", "autor"), name="nota_privada_una_por_autor")
                ],
            },
        ),
        migrations.CreateModel(
            name="AnioEscolar",
            fields=[
                (
                    "anio",
                    models.PositiveSmallIntegerField(primary_key=True, serialize=False, verbose_name="año"),
                ),
                ("inicio", models.DateField(verbose_name="inicio de clases")),
                ("fin", models.DateField(verbose_name="fin de clases")),
                ("visitas_desde", models.DateField()),
                ("visitas_hasta", models.DateField()),
                ("sin_clases", models.JSONField(blank=True, default=list, verbose_name="semanas sin clases")),
            ],
            options={
                "verbose_name": "año escolar",
                "verbose_name_plural": "años escolares",
                "ordering": ["-anio"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("inicio__lte", models.F("visitas_desde")),
                            ("visitas_desde__lt", models.F("visitas_hasta")),
                            ("visitas_hasta__lte", models.F("fin")),
                        ),
                        name="anio_escolar_fechas_en_orden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fin__year", models.F("anio")), ("inicio__year", models.F("anio"))
                        ),
                        name="anio_escolar_dentro_de_su_anio",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispositivo",
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
                ("ultimo_contacto", models.DateTimeField(verbose_name="último contacto")),
                ("sin_enviar", models.PositiveSmallIntegerField(default=0)),
                (
                    "espera_desde",
                    models.DateTimeField(blank=True, null=True, verbose_name="la más antigua espera desde"),
                ),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispositivos",
                        to="docentes.acompanante",
                    ),
                ),
            ],
            options={
                "verbose_name": "equipo",
                "ordering": ["-ultimo_contacto"],
            },
        ),
        migrations.CreateModel(
            name="Caracterizacion",
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
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                (
                    "momento",
                    models.CharField(
                        choices=[("inicio", "Inicio del año"), ("cierre", "Fin del año")],
                        default="inicio",
                        max_length=6,
                    ),
                ),
                (
                    "estado",
                    models.CharField(
                        choices=[("borrador", "En borrador"), ("terminada", "Terminada")],
                        default="borrador",
                        max_length=9,
                    ),
                ),
                ("aulas", models.JSONField(blank=True, default=list)),
                ("lenguas", models.JSONField(blank=True, default=list)),
                ("servicios", models.JSONField(blank=True, default=list)),
                (
                    "distancia_km",
                    models.DecimalField(
                        blank=True, decimal_places=1, max_digits=5, null=True, verbose_name="distancia (km)"
                    ),
                ),
                (
                    "minutos_de_viaje",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="tiempo de viaje (minutos)"
                    ),
                ),
                ("medio", models.CharField(blank=True, max_length=20, verbose_name="medio de transporte")),
                ("como_llegar", models.TextField(blank=True, verbose_name="cómo se llega")),
                ("contexto", models.TextField(blank=True, verbose_name="la comunidad y la escuela")),
                ("creada_en", models.DateTimeField(auto_now_add=True)),
                ("guardada_en", models.DateTimeField(auto_now=True)),
                ("terminada_en", models.DateTimeField(blank=True, null=True)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="caracterizaciones",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "escuela",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="caracterizaciones",
                        to="escuelas.escuela",
                    ),
                ),
                ("borrador", models.JSONField(blank=True, default=dict)),
                ("corregida_en", models.DateTimeField(blank=True, null=True)),
                (
                    "corregida_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="docentes.acompanante",
                    ),
                ),
                ("matricula", models.JSONField(blank=True, default=dict, verbose_name="matrícula por grado")),
            ],
            options={
                "verbose_name": "caracterización",
                "verbose_name_plural": "caracterizaciones",
                "ordering": ["-anio", "escuela"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("escuela", "anio", "momento"), name="caracterizacion_unica"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("momento__in", ["inicio", "cierre"])),
                        name="caracterizacion_momento",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "borrador"), ("terminada_en__isnull", True)),
                            models.Q(("estado", "terminada"), ("terminada_en__isnull", False)),
                            _connector="OR",
                        ),
                        name="caracterizacion_terminada_lleva_fecha",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("corregida_en__isnull", True), ("corregida_por__isnull", True)),
                            models.Q(
                                ("corregida_en__isnull", False),
                                ("corregida_por__isnull", False),
                                ("terminada_en__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="caracterizacion_corregida_lleva_autor",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
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
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("borrador", "En borrador"),
                            ("enviado", "Enviado"),
                            ("observado", "Con observaciones"),
                            ("aprobado", "Aprobado"),
                        ],
                        default="borrador",
                        max_length=9,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="versión")),
                ("caracterizacion", models.TextField(blank=True, verbose_name="de dónde partimos")),
                ("objetivo", models.TextField(blank=True, verbose_name="objetivo general")),
                (
                    "objetivos",
                    models.TextField(blank=True, verbose_name="objetivos específicos, uno por línea"),
                ),
                ("recursos", models.TextField(blank=True)),
                ("evaluacion", models.TextField(blank=True, verbose_name="cómo se evaluará")),
                ("creado_en", models.DateTimeField(auto_now_add=True)),
                ("guardado_en", models.DateTimeField(auto_now=True)),
                ("enviado_en", models.DateTimeField(blank=True, null=True)),
                ("revisado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planes",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "revisado_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "plan de acompañamiento",
                "verbose_name_plural": "planes de acompañamiento",
                "ordering": ["-anio", "acompanante"],
                "constraints": [
                    models.UniqueConstraint(fields=("acompanante", "anio"), name="plan_unico"),
                    models.CheckConstraint(
                        condition=models.Q(("estado__in", ["borrador", "enviado", "observado", "aprobado"])),
                        name="plan_estado",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("estado", "borrador"),
                            models.Q(("enviado_en__isnull", False), ("version__gte", 1)),
                            _connector="OR",
                        ),
                        name="plan_enviado_tiene_version",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuscripcionDeAgenda",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("selector", models.CharField(max_length=16, unique=True)),
                ("huella", models.CharField(max_length=64)),
                ("creada_en", models.DateTimeField()),
                (
                    "acompanante",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suscripcion",
                        to="docentes.acompanante",
                    ),
                ),
            ],
            options={
                "verbose_name": "suscripción de agenda",
                "verbose_name_plural": "suscripciones de agenda",
            },
        ),
        migrations.CreateModel(
            name="Viaje",
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
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("nombre", models.CharField(max_length=80)),
                (
                    "medio",
                    models.CharField(
                        choices=[
                            ("colectivo", "Colectivo o combi"),
                            ("camioneta", "Camioneta rural"),
                            ("moto", "Moto o mototaxi"),
                            ("camion", "Camión"),
                            ("acemila", "Acémila"),
                            ("a_pie", "A pie"),
                            ("otro", "Otro medio"),
                        ],
                        default="colectivo",
                        max_length=10,
                        verbose_name="medio de transporte",
                    ),
                ),
                ("alojamiento", models.CharField(blank=True, max_length=160, verbose_name="dónde te alojas")),
                (
                    "costo",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="costo estimado (soles)",
                    ),
                ),
                (
                    "minutos_de_regreso",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutos de regreso"
                    ),
                ),
                (
                    "estado",
                    models.CharField(
                        choices=[("en_pie", "En pie"), ("cancelado", "Cancelado")],
                        default="en_pie",
                        max_length=9,
                    ),
                ),
                (
                    "motivo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("via_cortada", "Vía cortada"),
                            ("lluvia", "Lluvias"),
                            ("paro", "Paro o huelga"),
                            ("licencia", "Licencia"),
                            ("actividad", "Actividad de la escuela"),
                            ("otro", "Otro motivo"),
                        ],
                        max_length=12,
                    ),
                ),
                ("motivo_texto", models.CharField(blank=True, max_length=300, verbose_name="detalle")),
                ("creado_en", models.DateTimeField(auto_now_add=True)),
                ("guardado_en", models.DateTimeField(auto_now=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="viajes",
                        to="docentes.acompanante",
                    ),
                ),
            ],
            options={
                "verbose_name": "viaje",
                "ordering": ["-creado_en"],
                "indexes": [models.Index(fields=["acompanante", "anio"], name="viaje_por_acompanante")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "medio__in",
                                ["colectivo", "camioneta", "moto", "camion", "acemila", "a_pie", "otro"],
                            )
                        ),
                        name="viaje_medio",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("costo__isnull", True), ("costo__gte", 0), _connector="OR"),
                        name="viaje_costo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "en_pie"), ("motivo", "")),
                            models.Q(
                                ("estado", "cancelado"),
                                (
                                    "motivo__in",
                                    ["via_cortada", "lluvia", "paro", "licencia", "actividad", "otro"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="viaje_cancelado_lleva_motivo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo", "otro"), _negated=True),
                            models.Q(("motivo_texto", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="viaje_otro_lleva_texto",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DedicacionFuera",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("mes", models.PositiveSmallIntegerField()),
                (
                    "clase",
                    models.CharField(
                        choices=[
                            ("reunion", "Reuniones convocadas"),
                            ("tramite", "Trámites administrativos"),
                            ("ugel", "Apoyo a la UGEL"),
                            ("capacitacion", "Capacitación recibida"),
                            ("otro", "Otro"),
                        ],
                        max_length=12,
                    ),
                ),
                ("medias_horas", models.PositiveSmallIntegerField()),
                ("guardada_en", models.DateTimeField(auto_now=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dedicacion_fuera",
                        to="docentes.acompanante",
                    ),
                ),
            ],
            options={
                "verbose_name": "dedicación fuera del acompañamiento",
                "verbose_name_plural": "dedicación fuera del acompañamiento",
                "ordering": ["anio", "mes", "clase"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("acompanante", "anio", "mes", "clase"), name="dedicacion_una_por_mes_y_clase"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("clase__in", ["reunion", "tramite", "ugel", "capacitacion", "otro"])
                        ),
                        name="dedicacion_clase",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mes__range", (1, 12))), name="dedicacion_mes"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("medias_horas__range", (1, 1488))),
                        name="dedicacion_cabe_en_un_mes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ObservacionDeAcompanante",
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
                    "clase",
                    models.CharField(
                        choices=[("campo", "Acompañamiento en campo"), ("reunion", "Reunión de trabajo")],
                        default="campo",
                        max_length=7,
                    ),
                ),
                ("fecha", models.DateField()),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versión")),
                ("respuestas", models.JSONField(blank=True, default=dict)),
                ("devolucion", models.TextField(blank=True, verbose_name="devolución")),
                ("acuerdos", models.TextField(blank=True)),
                (
                    "estado",
                    models.CharField(
                        choices=[("borrador", "En borrador"), ("terminada", "Terminada")],
                        default="borrador",
                        max_length=9,
                    ),
                ),
                ("comentario", models.TextField(blank=True)),
                ("creada_en", models.DateTimeField(auto_now_add=True)),
                ("terminada_en", models.DateTimeField(blank=True, null=True)),
                ("comentada_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observaciones",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "formador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "visita al acompañante",
                "verbose_name_plural": "visitas a los acompañantes",
                "ordering": ["-fecha", "-creada_en"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("clase__in", ["campo", "reunion"])), name="observacion_clase"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "borrador"), ("terminada_en__isnull", True)),
                            models.Q(("estado", "terminada"), ("terminada_en__isnull", False)),
                            _connector="OR",
                        ),
                        name="observacion_terminada_lleva_momento",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("estado", "borrador"),
                            models.Q(("devolucion", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="observacion_terminada_lleva_devolucion",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AsesoriaDirectiva",
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
                    "estado",
                    models.CharField(
                        choices=[("borrador", "En borrador"), ("terminada", "Terminada")],
                        default="borrador",
                        max_length=9,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="versión")),
                ("borrador", models.JSONField(blank=True, default=dict)),
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("fecha", models.DateField(blank=True, null=True)),
                ("inicio", models.TimeField(blank=True, null=True)),
                ("fin", models.TimeField(blank=True, null=True)),
                ("minutos", models.PositiveSmallIntegerField(default=0)),
                ("dimensiones", models.JSONField(blank=True, default=list)),
                ("observado", models.TextField(blank=True, verbose_name="qué se observó")),
                ("evidencia", models.TextField(blank=True)),
                ("describir", models.TextField(blank=True)),
                ("explicar", models.TextField(blank=True)),
                ("confrontar", models.TextField(blank=True)),
                ("reconstruir", models.TextField(blank=True)),
                ("comentario", models.TextField(blank=True, verbose_name="comentario de la dirección")),
                ("comentada_en", models.DateTimeField(blank=True, null=True)),
                ("creada_en", models.DateTimeField(auto_now_add=True)),
                ("guardada_en", models.DateTimeField(auto_now=True)),
                ("terminada_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asesorias",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "director",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asesorias_recibidas",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "escuela",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asesorias",
                        to="escuelas.escuela",
                    ),
                ),
            ],
            options={
                "verbose_name": "asesoría a la dirección",
                "verbose_name_plural": "asesorías a la dirección",
                "ordering": ["-fecha", "-inicio"],
                "indexes": [models.Index(fields=["escuela", "anio", "fecha"], name="asesoria_por_escuela")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "borrador"), ("version", 0)),
                            models.Q(
                                ("estado", "terminada"),
                                ("fecha__isnull", False),
                                ("fin__isnull", False),
                                ("inicio__isnull", False),
                                ("terminada_en__isnull", False),
                                ("version__gte", 1),
                            ),
                            _connector="OR",
                        ),
                        name="asesoria_terminada_completa",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("inicio__isnull", True),
                            ("fin__isnull", True),
                            ("fin__gt", models.F("inicio")),
                            _connector="OR",
                        ),
                        name="asesoria_horas_en_orden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fecha__isnull", True), ("fecha__year", models.F("anio")), _connector="OR"
                        ),
                        name="asesoria_en_su_anio",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InformeFinal",
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
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("borrador", "En borrador"),
                            ("enviado", "Enviado"),
                            ("leido", "Leído por el formador"),
                            ("cerrado", "Cerrado"),
                        ],
                        default="borrador",
                        max_length=8,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="versión")),
                ("hechos", models.JSONField(blank=True, default=dict)),
                ("logros", models.TextField(blank=True)),
                ("dificultades", models.TextField(blank=True)),
                ("lecciones", models.TextField(blank=True)),
                ("recomendaciones", models.TextField(blank=True)),
                ("comentario", models.TextField(blank=True, verbose_name="comentario del formador")),
                ("creado_en", models.DateTimeField(auto_now_add=True)),
                ("guardado_en", models.DateTimeField(auto_now=True)),
                ("enviado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="informes",
                        to="docentes.acompanante",
                    ),
                ),
            ],
            options={
                "verbose_name": "informe final",
                "verbose_name_plural": "informes finales",
                "ordering": ["-anio", "acompanante"],
                "constraints": [
                    models.UniqueConstraint(fields=("acompanante", "anio"), name="informe_unico"),
                    models.CheckConstraint(
                        condition=models.Q(("estado__in", ["borrador", "enviado", "leido", "cerrado"])),
                        name="informe_estado",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("estado", "borrador"),
                            models.Q(("enviado_en__isnull", False), ("version__gte", 1)),
                            _connector="OR",
                        ),
                        name="informe_enviado_tiene_version",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Traspaso",
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
                    "visitas",
                    models.BooleanField(
                        default=True, verbose_name="lo escrito en las visitas, con sus niveles"
                    ),
                ),
                ("necesidades", models.BooleanField(default=True, verbose_name="necesidades priorizadas")),
                ("plan", models.BooleanField(default=True, verbose_name="su parte del plan")),
                ("pasa_la_nota", models.BooleanField(default=True, verbose_name="la nota de quien acompañó")),
                ("palabra", models.TextField(blank=True, verbose_name="palabra del docente")),
                ("decidido_en", models.DateTimeField(blank=True, null=True)),
                ("nota", models.TextField(blank=True, verbose_name="nota de quien acompañó")),
                ("nota_escrita_en", models.DateTimeField(blank=True, null=True)),
                ("nota_leida_en", models.DateTimeField(blank=True, null=True)),
                ("creado_en", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "anterior",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="traspaso",
                        to="docentes.asignacion",
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="traspasos",
                        to="docentes.docente",
                    ),
                ),
                (
                    "siguiente",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="traspasos_recibidos",
                        to="docentes.asignacion",
                    ),
                ),
            ],
            options={
                "verbose_name": "traspaso",
                "ordering": ["-creado_en"],
                "indexes": [models.Index(fields=["docente", "visitas"], name="traspaso_por_docente")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("nota", ""),
                                ("nota_escrita_en__isnull", True),
                                ("nota_leida_en__isnull", True),
                            ),
                            models.Q(
                                models.Q(("nota", ""), _negated=True), ("nota_escrita_en__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="traspaso_nota_lleva_fecha",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decidido_en__isnull", False),
                            models.Q(
                                ("necesidades", True),
                                ("palabra", ""),
                                ("pasa_la_nota", True),
                                ("plan", True),
                                ("visitas", True),
                            ),
                            _connector="OR",
                        ),
                        name="traspaso_sin_decidir_pasa_todo",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Epoca",
            fields=[
                ("unica", models.BooleanField(default=True, primary_key=True, serialize=False)),
                ("id_de_epoca", models.UUIDField(default=acompanamiento.comun.identidad.nuevo_id)),
                ("desde", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "época",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("unica", True)), name="epoca_una_sola")
                ],
            },
        ),
        migrations.CreateModel(
            name="Cuarentena",
            fields=[
                ("revision_id", models.UUIDField(primary_key=True, serialize=False)),
                ("visita_id", models.UUIDField(verbose_name="visita")),
                ("base_id", models.UUIDField(blank=True, null=True, verbose_name="base")),
                ("formulario", models.CharField(max_length=20)),
                ("formulario_version", models.PositiveSmallIntegerField()),
                ("dispositivo", models.UUIDField()),
                ("huella", models.CharField(max_length=71)),
                ("texto", models.TextField()),
                ("finalizada_en", models.DateTimeField()),
                ("recibida_en", models.DateTimeField(auto_now_add=True)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("errores", models.JSONField(default=list)),
                ("intentada_en", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "registro en cuarentena",
                "verbose_name_plural": "registros en cuarentena",
                "ordering": ["recibida_en"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("huella__regex", "^sha256:[0-9a-f]{64}$")),
                        name="cuarentena_huella",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Competencia",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numero", models.PositiveSmallIntegerField(verbose_name="número")),
                ("nombre", models.CharField(max_length=80)),
                ("texto", models.TextField()),
                (
                    "instrumento",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competencias",
                        to="visitas.instrumento",
                    ),
                ),
            ],
            options={
                "verbose_name": "competencia",
                "ordering": ["instrumento", "numero"],
                "constraints": [
                    models.UniqueConstraint(fields=("instrumento", "numero"), name="competencia_unica")
                ],
            },
        ),
        migrations.CreateModel(
            name="EjercicioDeCalibracion",
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
                ("titulo", models.CharField(max_length=120, verbose_name="título")),
                (
                    "clase",
                    models.CharField(
                        choices=[
                            ("escrita", "Escrita: se lee aquí"),
                            ("grabada", "Grabada: se ve juntos en una reunión"),
                        ],
                        default="escrita",
                        max_length=8,
                    ),
                ),
                ("leccion", models.TextField(verbose_name="la clase")),
                ("abre", models.DateField()),
                ("cierra", models.DateField()),
                ("creado_en", models.DateTimeField(auto_now_add=True)),
                (
                    "creado_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "instrumento",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.instrumento",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="escuelas.region"
                    ),
                ),
            ],
            options={
                "verbose_name": "ejercicio de calibración",
                "verbose_name_plural": "ejercicios de calibración",
                "ordering": ["-abre", "titulo"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cierra__gte", models.F("abre"))),
                        name="ejercicio_fechas_en_orden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("clase__in", ["escrita", "grabada"])), name="ejercicio_clase"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CuotaDeSesion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("microtaller", "Microtaller"),
                            ("taller", "Taller de actualización"),
                            ("gia", "Grupo de interaprendizaje"),
                            ("pasantia", "Pasantía"),
                        ],
                        max_length=12,
                    ),
                ),
                ("cantidad", models.PositiveSmallIntegerField()),
                ("minutos", models.PositiveSmallIntegerField(verbose_name="duración (minutos)")),
                (
                    "protocolo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cuotas",
                        to="visitas.protocolo",
                    ),
                ),
            ],
            options={
                "verbose_name": "cuota de sesiones",
                "verbose_name_plural": "cuotas de sesiones",
                "ordering": ["protocolo", "tipo"],
                "constraints": [
                    models.UniqueConstraint(fields=("protocolo", "tipo"), name="cuota_unica"),
                    models.CheckConstraint(
                        condition=models.Q(("tipo__in", ["microtaller", "taller", "gia", "pasantia"])),
                        name="cuota_tipo",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TipoDeVisita",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("codigo", models.CharField(max_length=4, verbose_name="código")),
                ("nombre", models.CharField(max_length=60)),
                (
                    "clase",
                    models.CharField(
                        choices=[
                            ("diagnostica", "Diagnóstica"),
                            ("asesoria", "Asesoría personalizada"),
                            ("cierre", "De cierre"),
                            ("adicional", "Adicional, fuera del plan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("orden", models.PositiveSmallIntegerField()),
                ("minutos", models.PositiveSmallIntegerField(verbose_name="duración (minutos)")),
                ("mes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="mes previsto")),
                ("obligatoria", models.BooleanField(default=True)),
                (
                    "protocolo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tipos",
                        to="visitas.protocolo",
                    ),
                ),
            ],
            options={
                "verbose_name": "tipo de visita",
                "verbose_name_plural": "tipos de visita",
                "ordering": ["protocolo", "orden"],
                "constraints": [
                    models.UniqueConstraint(fields=("protocolo", "codigo"), name="tipo_de_visita_unico"),
                    models.CheckConstraint(
                        condition=models.Q(("clase__in", ["diagnostica", "asesoria", "cierre", "adicional"])),
                        name="tipo_de_visita_clase",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mes__isnull", True), ("mes__range", (1, 12)), _connector="OR"),
                        name="tipo_de_visita_mes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("clase", "adicional"), _negated=True),
                            models.Q(("mes__isnull", True), ("obligatoria", False)),
                            _connector="OR",
                        ),
                        name="tipo_de_visita_adicional_sin_plan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bimestre",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numero", models.PositiveSmallIntegerField(verbose_name="número")),
                ("inicio", models.DateField()),
                ("fin", models.DateField()),
                (
                    "anio",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bimestres",
                        to="visitas.anioescolar",
                        verbose_name="año",
                    ),
                ),
            ],
            options={
                "verbose_name": "bimestre",
                "ordering": ["anio", "numero"],
                "constraints": [
                    models.UniqueConstraint(fields=("anio", "numero"), name="bimestre_unico"),
                    models.CheckConstraint(
                        condition=models.Q(("numero__range", (1, 4))), name="bimestre_de_1_a_4"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("inicio__lt", models.F("fin"))), name="bimestre_fechas_en_orden"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AprendizajeDeGrado",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("grado", models.CharField(max_length=2)),
                ("area", models.CharField(max_length=20, verbose_name="área")),
                ("en_inicio", models.PositiveSmallIntegerField(default=0)),
                ("en_proceso", models.PositiveSmallIntegerField(default=0)),
                ("satisfactorio", models.PositiveSmallIntegerField(default=0)),
                ("fuente", models.CharField(blank=True, max_length=120)),
                (
                    "caracterizacion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aprendizajes",
                        to="visitas.caracterizacion",
                    ),
                ),
            ],
            options={
                "verbose_name": "aprendizaje de un grado",
                "verbose_name_plural": "aprendizajes por grado",
                "ordering": ["grado", "area"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("caracterizacion", "grado", "area"), name="aprendizaje_unico"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hallazgo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "practica",
                    models.CharField(
                        choices=[("pedagogica", "Práctica pedagógica"), ("gestion", "Gestión de la escuela")],
                        max_length=10,
                        verbose_name="práctica",
                    ),
                ),
                ("dimension", models.CharField(max_length=30, verbose_name="dimensión")),
                (
                    "signo",
                    models.CharField(
                        choices=[("fortaleza", "Fortaleza"), ("debilidad", "Debilidad")], max_length=10
                    ),
                ),
                ("texto", models.TextField(verbose_name="qué se encontró")),
                ("evidencia", models.TextField()),
                ("prioridad", models.PositiveSmallIntegerField(default=2)),
                ("orden", models.PositiveSmallIntegerField(default=0)),
                (
                    "caracterizacion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hallazgos",
                        to="visitas.caracterizacion",
                    ),
                ),
            ],
            options={
                "verbose_name": "hallazgo",
                "ordering": ["practica", "prioridad", "orden", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("practica__in", ["pedagogica", "gestion"])),
                        name="hallazgo_practica",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signo__in", ["fortaleza", "debilidad"])), name="hallazgo_signo"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("prioridad__range", (1, 3))), name="hallazgo_prioridad"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evidencia", ""), _negated=True), name="hallazgo_lleva_evidencia"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MetaDePlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("orden", models.PositiveSmallIntegerField(default=0)),
                ("indicador", models.CharField(max_length=200)),
                ("partida", models.CharField(blank=True, max_length=60, verbose_name="de dónde parte")),
                ("meta", models.CharField(max_length=60)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="metas", to="visitas.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "meta del plan",
                "verbose_name_plural": "metas del plan",
                "ordering": ["orden", "pk"],
            },
        ),
        migrations.CreateModel(
            name="VersionDePlan",
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
                ("numero", models.PositiveSmallIntegerField(verbose_name="número")),
                ("texto", models.TextField()),
                ("huella", models.CharField(max_length=71)),
                ("enviada_en", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("pendiente", "Por revisar"),
                            ("observada", "Con observaciones"),
                            ("aprobada", "Aprobada"),
                            ("retirada", "Retirada"),
                        ],
                        default="pendiente",
                        max_length=9,
                        verbose_name="decisión",
                    ),
                ),
                ("revisada_en", models.DateTimeField(blank=True, null=True)),
                ("docentes", models.ManyToManyField(blank=True, related_name="+", to="docentes.docente")),
                (
                    "enviada_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versiones",
                        to="visitas.plan",
                    ),
                ),
                (
                    "revisada_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "versión del plan",
                "verbose_name_plural": "versiones del plan",
                "ordering": ["plan", "-numero"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "numero"), name="version_de_plan_unica"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decision__in", ["pendiente", "retirada"]),
                                ("revisada_en__isnull", True),
                                ("revisada_por__isnull", True),
                            ),
                            models.Q(
                                ("decision__in", ["observada", "aprobada"]),
                                ("revisada_en__isnull", False),
                                ("revisada_por__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="version_de_plan_decidida_por_alguien",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompromisoDirectivo",
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
                ("orden", models.PositiveSmallIntegerField()),
                ("que", models.TextField(verbose_name="qué haremos")),
                ("hasta", models.DateField(verbose_name="hasta cuándo")),
                ("como", models.TextField(blank=True, verbose_name="cómo lo sabremos")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("pendiente", "En curso"),
                            ("cumplido", "Cumplido"),
                            ("en_parte", "En parte"),
                            ("no_se_pudo", "No se pudo"),
                        ],
                        default="pendiente",
                        max_length=10,
                    ),
                ),
                ("comentario", models.TextField(blank=True, verbose_name="qué se vio")),
                ("avance", models.TextField(blank=True, verbose_name="cómo voy")),
                ("avance_en", models.DateTimeField(blank=True, null=True)),
                (
                    "asesoria",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compromisos",
                        to="visitas.asesoriadirectiva",
                    ),
                ),
                (
                    "verificado_en",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verificaciones",
                        to="visitas.asesoriadirectiva",
                    ),
                ),
            ],
            options={
                "verbose_name": "compromiso de la dirección",
                "verbose_name_plural": "compromisos de la dirección",
                "ordering": ["asesoria", "orden"],
                "constraints": [
                    models.UniqueConstraint(fields=("asesoria", "orden"), name="compromiso_directivo_unico"),
                    models.CheckConstraint(
                        condition=models.Q(("orden__range", (1, 3))),
                        name="compromiso_directivo_de_uno_a_tres",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "pendiente"), ("verificado_en__isnull", True)),
                            models.Q(
                                models.Q(("estado", "pendiente"), _negated=True),
                                ("verificado_en__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="compromiso_directivo_verificado",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("estado__in", ["pendiente", "cumplido", "en_parte", "no_se_pudo"])
                        ),
                        name="compromiso_directivo_estado",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VersionDeAsesoria",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numero", models.PositiveSmallIntegerField()),
                ("contenido", models.TextField()),
                ("huella", models.CharField(max_length=71)),
                ("momento", models.DateTimeField()),
                (
                    "asesoria",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versiones",
                        to="visitas.asesoriadirectiva",
                    ),
                ),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "versión de una asesoría",
                "verbose_name_plural": "versiones de asesorías",
                "ordering": ["asesoria", "numero"],
                "constraints": [
                    models.UniqueConstraint(fields=("asesoria", "numero"), name="version_de_asesoria_unica"),
                    models.CheckConstraint(
                        condition=models.Q(("huella__regex", "^sha256:[0-9a-f]{64}$")),
                        name="version_de_asesoria_huella",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InformeDeEscuela",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("texto", models.TextField()),
                (
                    "escuela",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="escuelas.escuela"
                    ),
                ),
                (
                    "informe",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="escuelas",
                        to="visitas.informefinal",
                    ),
                ),
            ],
            options={
                "verbose_name": "informe de una escuela",
                "verbose_name_plural": "informes de escuelas",
                "ordering": ["escuela"],
                "constraints": [
                    models.UniqueConstraint(fields=("informe", "escuela"), name="informe_de_escuela_unico"),
                    models.CheckConstraint(
                        condition=models.Q(("texto", ""), _negated=True),
                        name="informe_de_escuela_lleva_texto",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PasoDeInforme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "que",
                    models.CharField(
                        choices=[
                            ("enviado", "Enviado"),
                            ("reabierto", "Reabierto"),
                            ("leido", "Leído"),
                            ("cerrado", "Cerrado"),
                            ("descargado", "Descargado"),
                        ],
                        max_length=10,
                    ),
                ),
                ("comentario", models.TextField(blank=True)),
                ("contenido", models.JSONField(blank=True, default=dict)),
                ("momento", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "informe",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pasos",
                        to="visitas.informefinal",
                    ),
                ),
                (
                    "por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "paso de un informe",
                "verbose_name_plural": "pasos de informes",
                "ordering": ["momento", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("que__in", ["enviado", "reabierto", "leido", "cerrado", "descargado"])
                        ),
                        name="paso_de_informe_que",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionDeTraspaso",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("visitas", models.BooleanField()),
                ("necesidades", models.BooleanField()),
                ("plan", models.BooleanField()),
                ("pasa_la_nota", models.BooleanField()),
                ("palabra", models.TextField(blank=True)),
                ("momento", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "traspaso",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisiones",
                        to="visitas.traspaso",
                    ),
                ),
            ],
            options={
                "verbose_name": "decisión de un traspaso",
                "verbose_name_plural": "decisiones de traspasos",
                "ordering": ["-momento", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Descriptor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nivel", models.PositiveSmallIntegerField()),
                ("texto", models.TextField()),
                (
                    "competencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="descriptores",
                        to="visitas.competencia",
                    ),
                ),
            ],
            options={
                "verbose_name": "descriptor",
                "verbose_name_plural": "descriptores",
                "ordering": ["competencia", "nivel"],
                "constraints": [
                    models.UniqueConstraint(fields=("competencia", "nivel"), name="descriptor_unico"),
                    models.CheckConstraint(
                        condition=models.Q(("nivel__range", (1, 4))), name="descriptor_nivel_de_1_a_4"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SesionGrupal",
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
                    "tipo",
                    models.CharField(
                        choices=[
                            ("microtaller", "Microtaller"),
                            ("taller", "Taller de actualización"),
                            ("gia", "Grupo de interaprendizaje"),
                            ("pasantia", "Pasantía"),
                        ],
                        max_length=12,
                    ),
                ),
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("fecha_original", models.DateField(verbose_name="fecha del plan original")),
                ("fecha", models.DateField()),
                ("inicio", models.TimeField()),
                ("fin", models.TimeField()),
                ("minutos", models.PositiveSmallIntegerField()),
                ("lugar", models.CharField(max_length=120)),
                ("tema", models.CharField(max_length=160)),
                ("desarrollo", models.TextField(blank=True, verbose_name="qué se hizo")),
                ("acuerdos", models.TextField(blank=True)),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("programada", "Programada"),
                            ("realizada", "Realizada"),
                            ("no_realizada", "No realizada"),
                        ],
                        default="programada",
                        max_length=12,
                    ),
                ),
                (
                    "motivo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("via_cortada", "Vía cortada"),
                            ("lluvia", "Lluvias"),
                            ("paro", "Paro o huelga"),
                            ("licencia", "Licencia"),
                            ("actividad", "Actividad de la escuela"),
                            ("otro", "Otro motivo"),
                        ],
                        max_length=12,
                    ),
                ),
                ("motivo_texto", models.CharField(blank=True, max_length=300, verbose_name="detalle")),
                ("creada_en", models.DateTimeField(auto_now_add=True)),
                ("guardada_en", models.DateTimeField(auto_now=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sesiones",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "competencias",
                    models.ManyToManyField(blank=True, related_name="+", to="visitas.competencia"),
                ),
                (
                    "escuela",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sesiones",
                        to="escuelas.escuela",
                        verbose_name="escuela sede",
                    ),
                ),
                (
                    "de_necesidades",
                    models.BooleanField(
                        default=False, verbose_name="propuesta desde necesidades compartidas"
                    ),
                ),
            ],
            options={
                "verbose_name": "sesión grupal",
                "verbose_name_plural": "sesiones grupales",
                "ordering": ["fecha", "inicio"],
                "indexes": [models.Index(fields=["acompanante", "fecha"], name="sesion_por_acompanante")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tipo__in", ["microtaller", "taller", "gia", "pasantia"])),
                        name="sesion_tipo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fin__gt", models.F("inicio"))), name="sesion_horas_en_orden"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fecha__year", models.F("anio"))), name="sesion_en_su_anio"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("estado", "no_realizada"),
                                (
                                    "motivo__in",
                                    ["via_cortada", "lluvia", "paro", "licencia", "actividad", "otro"],
                                ),
                            ),
                            models.Q(models.Q(("estado", "no_realizada"), _negated=True), ("motivo", "")),
                            _connector="OR",
                        ),
                        name="sesion_no_realizada_lleva_motivo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo", "otro"), _negated=True),
                            models.Q(("motivo_texto", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="sesion_otro_lleva_texto",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NivelDeReferencia",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nivel", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("razon", models.TextField(blank=True, verbose_name="razón")),
                (
                    "competencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.competencia",
                    ),
                ),
                (
                    "ejercicio",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referencia",
                        to="visitas.ejerciciodecalibracion",
                    ),
                ),
            ],
            options={
                "verbose_name": "nivel de referencia",
                "verbose_name_plural": "niveles de referencia",
                "ordering": ["competencia"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("ejercicio", "competencia"), name="referencia_una_por_competencia"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nivel__isnull", True), ("nivel__range", (1, 4)), _connector="OR"
                        ),
                        name="referencia_nivel_de_1_a_4",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RespuestaDeCalibracion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("borrador", models.JSONField(blank=True, default=dict)),
                ("enviada_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calibraciones",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "ejercicio",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="respuestas",
                        to="visitas.ejerciciodecalibracion",
                    ),
                ),
            ],
            options={
                "verbose_name": "respuesta de calibración",
                "verbose_name_plural": "respuestas de calibración",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("ejercicio", "acompanante"), name="respuesta_una_por_acompanante"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitaProgramada",
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
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("fecha_original", models.DateField(verbose_name="fecha del plan original")),
                ("fecha", models.DateField(verbose_name="fecha prevista")),
                (
                    "estado",
                    models.CharField(
                        choices=[("pendiente", "Por hacer"), ("no_realizada", "No realizada")],
                        default="pendiente",
                        max_length=12,
                    ),
                ),
                (
                    "motivo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("via_cortada", "Vía cortada"),
                            ("lluvia", "Lluvias"),
                            ("paro", "Paro o huelga"),
                            ("licencia", "Licencia"),
                            ("actividad", "Actividad de la escuela"),
                            ("otro", "Otro motivo"),
                        ],
                        max_length=12,
                    ),
                ),
                ("motivo_texto", models.CharField(blank=True, max_length=300, verbose_name="detalle")),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programadas",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programadas",
                        to="docentes.docente",
                    ),
                ),
                (
                    "tipo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.tipodevisita",
                    ),
                ),
            ],
            options={
                "verbose_name": "visita programada",
                "verbose_name_plural": "visitas programadas",
                "ordering": ["fecha"],
                "indexes": [
                    models.Index(fields=["acompanante", "fecha"], name="programada_por_acompanante"),
                    models.Index(fields=["anio", "fecha"], name="programada_por_fecha"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("docente", "tipo", "anio"), name="programada_unica"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "pendiente"), ("motivo", "")),
                            models.Q(
                                ("estado", "no_realizada"),
                                (
                                    "motivo__in",
                                    ["via_cortada", "lluvia", "paro", "licencia", "actividad", "otro"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="programada_no_realizada_lleva_motivo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo", "otro"), _negated=True),
                            models.Q(("motivo_texto", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="programada_otro_lleva_texto",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fecha__year", models.F("anio"))), name="programada_en_su_anio"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComentarioDePlan",
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
                    "seccion",
                    models.CharField(
                        choices=[
                            ("caracterizacion", "De dónde partimos"),
                            ("objetivo", "Objetivo general"),
                            ("objetivos", "Objetivos específicos"),
                            ("metas", "Metas"),
                            ("matriz", "Matriz por docente"),
                            ("calendario", "Calendario"),
                            ("recursos", "Recursos"),
                            ("evaluacion", "Evaluación"),
                        ],
                        max_length=15,
                        verbose_name="sección",
                    ),
                ),
                ("texto", models.TextField()),
                ("momento", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="docentes.docente",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comentarios",
                        to="visitas.versiondeplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "comentario del plan",
                "verbose_name_plural": "comentarios del plan",
                "ordering": ["momento", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("texto", ""), _negated=True),
                        name="comentario_de_plan_lleva_texto",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "seccion__in",
                                [
                                    "caracterizacion",
                                    "objetivo",
                                    "objetivos",
                                    "metas",
                                    "matriz",
                                    "calendario",
                                    "recursos",
                                    "evaluacion",
                                ],
                            )
                        ),
                        name="comentario_de_plan_seccion",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("docente__isnull", True), ("seccion", "matriz"), _connector="OR"),
                        name="comentario_de_plan_docente_en_su_matriz",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Asistencia",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asistio", models.BooleanField(blank=True, null=True, verbose_name="asistió")),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asistencias",
                        to="docentes.docente",
                    ),
                ),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asistencias",
                        to="visitas.sesiongrupal",
                    ),
                ),
            ],
            options={
                "verbose_name": "asistencia",
                "ordering": ["docente"],
                "constraints": [
                    models.UniqueConstraint(fields=("sesion", "docente"), name="asistencia_unica")
                ],
            },
        ),
        migrations.CreateModel(
            name="FragmentoDePractica",
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
                ("titulo", models.CharField(max_length=120, verbose_name="título")),
                ("area", models.CharField(blank=True, max_length=20, verbose_name="área")),
                ("texto", models.TextField(verbose_name="qué pasó en el aula")),
                ("pregunta", models.TextField(verbose_name="qué preguntas a tus colegas")),
                ("con_nombre", models.BooleanField(default=True, verbose_name="con mi nombre")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("borrador", "En borrador"),
                            ("compartido", "Compartido"),
                            ("retirado", "Retirado"),
                        ],
                        default="borrador",
                        max_length=10,
                    ),
                ),
                ("creado_en", models.DateTimeField(auto_now_add=True)),
                ("guardado_en", models.DateTimeField(auto_now=True)),
                ("compartido_en", models.DateTimeField(blank=True, null=True)),
                ("retirado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fragmentos",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fragmentos",
                        to="docentes.docente",
                    ),
                ),
                (
                    "competencia",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.competencia",
                    ),
                ),
                (
                    "sesion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fragmentos",
                        to="visitas.sesiongrupal",
                    ),
                ),
            ],
            options={
                "verbose_name": "fragmento de práctica",
                "verbose_name_plural": "fragmentos de práctica",
                "ordering": ["-compartido_en", "-creado_en"],
                "indexes": [
                    models.Index(fields=["acompanante", "-compartido_en"], name="fragmento_por_comunidad")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("acompanante", None), ("compartido_en", None), ("estado", "borrador")),
                            models.Q(
                                ("acompanante__isnull", False),
                                ("compartido_en__isnull", False),
                                ("estado__in", ["compartido", "retirado"]),
                            ),
                            _connector="OR",
                        ),
                        name="fragmento_compartido_dice_con_quien",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "retirado"), ("retirado_en__isnull", False)),
                            models.Q(models.Q(("estado", "retirado"), _negated=True), ("retirado_en", None)),
                            _connector="OR",
                        ),
                        name="fragmento_retirado_lleva_fecha",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("texto", ""), _negated=True), models.Q(("pregunta", ""), _negated=True)
                        ),
                        name="fragmento_texto_y_pregunta",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CambioDeSesion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("de", models.DateField()),
                ("a", models.DateField()),
                (
                    "motivo",
                    models.CharField(
                        choices=[
                            ("via_cortada", "Vía cortada"),
                            ("lluvia", "Lluvias"),
                            ("paro", "Paro o huelga"),
                            ("licencia", "Licencia"),
                            ("actividad", "Actividad de la escuela"),
                            ("otro", "Otro motivo"),
                        ],
                        max_length=12,
                    ),
                ),
                ("motivo_texto", models.CharField(blank=True, max_length=300, verbose_name="detalle")),
                ("momento", models.DateTimeField(auto_now_add=True)),
                (
                    "hecho_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sesion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cambios",
                        to="visitas.sesiongrupal",
                    ),
                ),
            ],
            options={
                "verbose_name": "cambio de sesión",
                "verbose_name_plural": "cambios de sesión",
                "ordering": ["momento", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("de", models.F("a")), _negated=True),
                        name="cambio_de_sesion_cambia_la_fecha",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("motivo__in", ["via_cortada", "lluvia", "paro", "licencia", "actividad", "otro"])
                        ),
                        name="cambio_de_sesion_motivo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo", "otro"), _negated=True),
                            models.Q(("motivo_texto", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="cambio_de_sesion_otro_lleva_texto",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RevisionDeRegistro",
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
                ("numero", models.PositiveSmallIntegerField(verbose_name="número")),
                (
                    "estado",
                    models.CharField(
                        choices=[("aceptada", "Aceptada"), ("rama", "Otra versión, por resolver")],
                        default="aceptada",
                        max_length=8,
                    ),
                ),
                ("huella", models.CharField(max_length=71)),
                ("texto", models.TextField()),
                ("formulario_version", models.PositiveSmallIntegerField()),
                ("dispositivo", models.UUIDField(blank=True, null=True)),
                ("secuencia", models.PositiveBigIntegerField(default=0)),
                ("finalizada_en", models.DateTimeField()),
                ("recibido_en", models.DateTimeField()),
                ("recibo", models.UUIDField(default=acompanamiento.comun.identidad.nuevo_id, unique=True)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hijas",
                        to="visitas.revisionderegistro",
                    ),
                ),
                (
                    "caracterizacion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisiones",
                        to="visitas.caracterizacion",
                    ),
                ),
                (
                    "sesion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisiones",
                        to="visitas.sesiongrupal",
                    ),
                ),
            ],
            options={
                "verbose_name": "revisión de un registro",
                "verbose_name_plural": "revisiones de registros",
                "ordering": ["recibido_en", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sesion__isnull", True), ("caracterizacion__isnull", True), _connector="XOR"
                        ),
                        name="revision_de_un_registro",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("estado", "aceptada")),
                        fields=("sesion", "numero"),
                        name="revision_de_sesion_en_fila",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("estado", "aceptada")),
                        fields=("caracterizacion", "numero"),
                        name="revision_de_base_en_fila",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("huella__regex", "^sha256:[0-9a-f]{64}$")),
                        name="revision_de_registro_huella",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NivelDeRespuesta",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nivel", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("razon", models.CharField(blank=True, max_length=300, verbose_name="razón")),
                (
                    "competencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.competencia",
                    ),
                ),
                (
                    "respuesta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="niveles",
                        to="visitas.respuestadecalibracion",
                    ),
                ),
            ],
            options={
                "verbose_name": "nivel de una respuesta",
                "verbose_name_plural": "niveles de respuestas",
                "ordering": ["competencia"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("respuesta", "competencia"), name="respuesta_nivel_por_competencia"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nivel__isnull", True), ("nivel__range", (1, 4)), _connector="OR"
                        ),
                        name="respuesta_nivel_de_1_a_4",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nivel__isnull", True), models.Q(("razon", ""), _negated=True), _connector="OR"
                        ),
                        name="respuesta_nivel_lleva_razon",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visita",
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
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("fecha", models.DateField()),
                ("inicio", models.TimeField()),
                ("fin", models.TimeField()),
                ("minutos", models.PositiveSmallIntegerField()),
                ("presentes", models.JSONField(default=dict)),
                ("total_presentes", models.PositiveSmallIntegerField(default=0)),
                ("acuerdo", models.BooleanField(default=False, verbose_name="acuerdo de ambas partes")),
                ("recibida_en", models.DateTimeField()),
                ("enmendada_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visitas",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visitas",
                        to="docentes.docente",
                    ),
                ),
                (
                    "escuela",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visitas",
                        to="escuelas.escuela",
                    ),
                ),
                (
                    "instrumento",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.instrumento",
                    ),
                ),
                (
                    "tipo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visitas",
                        to="visitas.tipodevisita",
                    ),
                ),
                (
                    "programada",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visitas",
                        to="visitas.visitaprogramada",
                    ),
                ),
                ("purgada_en", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "verbose_name": "visita",
                "ordering": ["-fecha", "-inicio"],
                "indexes": [
                    models.Index(fields=["docente", "-fecha"], name="visita_por_docente"),
                    models.Index(fields=["acompanante", "-fecha"], name="visita_por_acompanante"),
                    models.Index(fields=["escuela", "fecha"], name="visita_por_escuela"),
                    models.Index(fields=["anio", "fecha"], name="visita_por_fecha"),
                    models.Index(fields=["-recibida_en"], name="visita_por_recepcion"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("fin__gt", models.F("inicio"))), name="visita_horas_en_orden"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fecha__year", models.F("anio"))), name="visita_en_su_anio"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reprogramacion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("de", models.DateField()),
                ("a", models.DateField()),
                (
                    "motivo",
                    models.CharField(
                        choices=[
                            ("via_cortada", "Vía cortada"),
                            ("lluvia", "Lluvias"),
                            ("paro", "Paro o huelga"),
                            ("licencia", "Licencia"),
                            ("actividad", "Actividad de la escuela"),
                            ("otro", "Otro motivo"),
                        ],
                        max_length=12,
                    ),
                ),
                ("motivo_texto", models.CharField(blank=True, max_length=300, verbose_name="detalle")),
                ("momento", models.DateTimeField(auto_now_add=True)),
                (
                    "hecha_por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programada",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cambios",
                        to="visitas.visitaprogramada",
                    ),
                ),
            ],
            options={
                "verbose_name": "reprogramación",
                "verbose_name_plural": "reprogramaciones",
                "ordering": ["momento"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("de", models.F("a")), _negated=True),
                        name="reprogramacion_cambia_la_fecha",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo", "otro"), _negated=True),
                            models.Q(("motivo_texto", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="reprogramacion_otro_lleva_texto",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Parada",
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
                ("orden", models.PositiveSmallIntegerField(default=1)),
                (
                    "minutos_de_viaje",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutos de viaje"),
                ),
                ("plan_b", models.CharField(blank=True, max_length=200, verbose_name="si se corta la vía")),
                ("activa", models.BooleanField(default=True)),
                (
                    "alterna",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.visitaprogramada",
                    ),
                ),
                (
                    "programada",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paradas",
                        to="visitas.visitaprogramada",
                    ),
                ),
                (
                    "viaje",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="paradas",
                        to="visitas.viaje",
                    ),
                ),
            ],
            options={
                "verbose_name": "parada",
                "ordering": ["programada__fecha", "orden", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("activa", True)),
                        fields=("programada",),
                        name="parada_en_un_solo_viaje",
                    ),
                    models.UniqueConstraint(fields=("viaje", "programada"), name="parada_una_vez_por_viaje"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("alterna__isnull", True),
                            models.Q(("alterna", models.F("programada")), _negated=True),
                            _connector="OR",
                        ),
                        name="parada_alterna_es_otra",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComentarioDeFragmento",
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
                    "tipo",
                    models.CharField(
                        choices=[
                            ("valoro", "Qué valoro"),
                            ("pregunto", "Qué pregunto"),
                            ("probaria", "Qué probaría"),
                        ],
                        max_length=8,
                    ),
                ),
                ("texto", models.TextField()),
                ("escrito_en", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "acompanante",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="docentes.docente",
                    ),
                ),
                (
                    "fragmento",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comentarios",
                        to="visitas.fragmentodepractica",
                    ),
                ),
            ],
            options={
                "verbose_name": "comentario",
                "ordering": ["escrito_en", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tipo__in", ["valoro", "pregunto", "probaria"])),
                        name="comentario_tipo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("texto", ""), _negated=True), name="comentario_lleva_texto"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("acompanante__isnull", False), ("docente__isnull", True)),
                            models.Q(("acompanante__isnull", True), ("docente__isnull", False)),
                            _connector="OR",
                        ),
                        name="comentario_de_una_persona",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolucionDeRegistro",
            fields=[
                ("elegido", models.JSONField(default=dict)),
                ("resuelta_en", models.DateTimeField(auto_now_add=True)),
                (
                    "rama",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="resolucion",
                        serialize=False,
                        to="visitas.revisionderegistro",
                    ),
                ),
                (
                    "por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resultado",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resoluciones",
                        to="visitas.revisionderegistro",
                    ),
                ),
            ],
            options={
                "verbose_name": "resolución de un registro",
                "verbose_name_plural": "resoluciones de registros",
            },
        ),
        migrations.CreateModel(
            name="Revision",
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
                    "estado",
                    models.CharField(
                        choices=[("aceptada", "Aceptada"), ("rama", "Otra versión, por resolver")],
                        default="aceptada",
                        max_length=8,
                    ),
                ),
                ("huella", models.CharField(max_length=71)),
                ("formulario", models.CharField(default="visita", max_length=20)),
                ("formulario_version", models.PositiveSmallIntegerField()),
                ("dispositivo", models.UUIDField(blank=True, null=True)),
                ("secuencia", models.PositiveBigIntegerField(default=0)),
                ("finalizada_en", models.DateTimeField()),
                ("recibido_en", models.DateTimeField()),
                ("recibo", models.UUIDField(default=acompanamiento.comun.identidad.nuevo_id, unique=True)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hijas",
                        to="visitas.revision",
                    ),
                ),
                (
                    "visita",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisiones",
                        to="visitas.visita",
                    ),
                ),
            ],
            options={
                "verbose_name": "revisión",
                "verbose_name_plural": "revisiones",
                "ordering": ["recibido_en", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("estado", "rama")),
                        fields=["autor"],
                        name="revision_ramas_por_autor",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("base__isnull", True), ("estado", "aceptada")),
                        fields=("visita",),
                        name="revision_una_primera_por_visita",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("estado", "aceptada")),
                        fields=("base",),
                        name="revision_una_hija_por_base",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("huella__regex", "^sha256:[0-9a-f]{64}$")), name="revision_huella"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NivelObservado",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nivel", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("evidencia", models.TextField(blank=True)),
                (
                    "competencia",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.competencia",
                    ),
                ),
                (
                    "visita",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="niveles",
                        to="visitas.visita",
                    ),
                ),
            ],
            options={
                "verbose_name": "nivel observado",
                "verbose_name_plural": "niveles observados",
                "ordering": ["competencia"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visita", "competencia"), name="nivel_uno_por_competencia"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nivel__isnull", True), ("nivel__range", (1, 4)), _connector="OR"
                        ),
                        name="nivel_de_1_a_4",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nivel__isnull", True),
                            models.Q(("evidencia", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="nivel_lleva_evidencia",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DialogoReflexivo",
            fields=[
                (
                    "visita",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="dialogo",
                        serialize=False,
                        to="visitas.visita",
                    ),
                ),
                ("describir", models.TextField(blank=True)),
                ("explicar", models.TextField(blank=True)),
                ("confrontar", models.TextField(blank=True)),
                ("reconstruir", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "diálogo reflexivo",
                "verbose_name_plural": "diálogos reflexivos",
            },
        ),
        migrations.CreateModel(
            name="Compromiso",
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
                ("orden", models.PositiveSmallIntegerField()),
                ("que", models.TextField(verbose_name="qué haremos")),
                ("hasta", models.DateField(verbose_name="hasta cuándo")),
                ("como", models.TextField(blank=True, verbose_name="cómo lo sabremos")),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("pendiente", "En curso"),
                            ("cumplido", "Cumplido"),
                            ("en_parte", "En parte"),
                            ("no_se_pudo", "No se pudo"),
                        ],
                        default="pendiente",
                        max_length=10,
                    ),
                ),
                ("comentario", models.TextField(blank=True, verbose_name="qué se vio")),
                (
                    "verificado_en",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verificaciones",
                        to="visitas.visita",
                    ),
                ),
                (
                    "visita",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compromisos",
                        to="visitas.visita",
                    ),
                ),
            ],
            options={
                "verbose_name": "compromiso",
                "ordering": ["visita", "orden"],
                "indexes": [models.Index(fields=["estado", "hasta"], name="compromiso_por_plazo")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("orden__range", (1, 3))), name="compromiso_de_uno_a_tres"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("estado", "pendiente"), ("verificado_en__isnull", True)),
                            models.Q(
                                models.Q(("estado", "pendiente"), _negated=True),
                                ("verificado_en__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="compromiso_verificado_en_una_visita",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("estado__in", ["pendiente", "cumplido", "en_parte", "no_se_pudo"])
                        ),
                        name="compromiso_estado",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Necesidad",
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
                ("anio", models.PositiveSmallIntegerField(verbose_name="año")),
                ("texto", models.TextField(verbose_name="qué necesita")),
                ("prioridad", models.PositiveSmallIntegerField()),
                ("creada_en", models.DateTimeField(default=django.utils.timezone.now)),
                ("guardada_en", models.DateTimeField(auto_now=True)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "competencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.competencia",
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="necesidades",
                        to="docentes.docente",
                    ),
                ),
                (
                    "visita",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="necesidades",
                        to="visitas.visita",
                    ),
                ),
            ],
            options={
                "verbose_name": "necesidad",
                "verbose_name_plural": "necesidades",
                "ordering": ["docente", "anio", "prioridad"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("prioridad__range", (1, 5))), name="necesidad_prioridad"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("texto", ""), _negated=True), name="necesidad_lleva_texto"
                    ),
                    models.UniqueConstraint(
                        fields=("docente", "anio", "competencia", "autor"), name="necesidad_unica"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VozDelDocente",
            fields=[
                (
                    "visita",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="voz",
                        serialize=False,
                        to="visitas.visita",
                    ),
                ),
                ("comentario", models.TextField(blank=True)),
                (
                    "acuerdo",
                    models.CharField(
                        choices=[
                            ("de_acuerdo", "De acuerdo"),
                            ("en_desacuerdo", "En desacuerdo"),
                            ("sin_decir", "Sin decir"),
                        ],
                        default="sin_decir",
                        max_length=13,
                    ),
                ),
                ("escrita_en", models.DateTimeField(default=django.utils.timezone.now)),
                ("leida_en", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "voz del docente",
                "verbose_name_plural": "voces de los docentes",
                "ordering": ["-escrita_en"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("acuerdo__in", ["de_acuerdo", "en_desacuerdo", "sin_decir"])),
                        name="voz_acuerdo",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReflexionPropia",
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
                ("fecha", models.DateField()),
                ("texto", models.TextField()),
                ("compartida_en", models.DateTimeField(blank=True, null=True)),
                ("guardada_en", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "compartida_con",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "competencia",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visitas.competencia",
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reflexiones",
                        to="docentes.docente",
                    ),
                ),
                (
                    "visita",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reflexiones",
                        to="visitas.visita",
                    ),
                ),
            ],
            options={
                "verbose_name": "reflexión propia",
                "verbose_name_plural": "reflexiones propias",
                "ordering": ["-fecha", "-guardada_en", "-pk"],
                "indexes": [models.Index(fields=["docente", "-fecha"], name="reflexion_por_docente")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("texto", ""), _negated=True), name="reflexion_lleva_texto"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("compartida_con__isnull", True), ("compartida_en__isnull", True)),
                            models.Q(("compartida_con__isnull", False), ("compartida_en__isnull", False)),
                            _connector="OR",
                        ),
                        name="reflexion_compartida_lleva_fecha",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalidadDeVisita",
            fields=[
                (
                    "visita",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="calidad",
                        serialize=False,
                        to="visitas.visita",
                    ),
                ),
                ("niveles", models.PositiveSmallIntegerField()),
                ("niveles_descriptivos", models.PositiveSmallIntegerField()),
                ("compromisos", models.PositiveSmallIntegerField()),
                ("compromisos_especificos", models.PositiveSmallIntegerField()),
                ("con_palabra", models.BooleanField()),
                ("palabras_de_dialogo", models.PositiveIntegerField()),
                ("dias_hasta_registro", models.PositiveSmallIntegerField()),
                ("version", models.PositiveSmallIntegerField()),
            ],
            options={
                "verbose_name": "calidad de una visita",
                "verbose_name_plural": "calidad de las visitas",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("niveles_descriptivos__lte", models.F("niveles")),
                            ("compromisos_especificos__lte", models.F("compromisos")),
                        ),
                        name="calidad_partes_no_pasan_del_todo",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Caso",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("termino", models.CharField(max_length=7, verbose_name="término")),
                ("mes", models.DateField()),
                ("modalidad", models.CharField(blank=True, max_length=60)),
                ("area", models.CharField(blank=True, max_length=60, verbose_name="área")),
                ("pregunta", models.TextField()),
                ("partes", models.JSONField(default=list)),
                ("compartido_en", models.DateTimeField(auto_now_add=True)),
                ("retirado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "acompanante",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="casos",
                        to="docentes.acompanante",
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="casos",
                        to="docentes.docente",
                    ),
                ),
                (
                    "visita",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="casos", to="visitas.visita"
                    ),
                ),
            ],
            options={
                "verbose_name": "caso compartido",
                "verbose_name_plural": "casos compartidos",
                "ordering": ["-compartido_en"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("retirado_en__isnull", True)),
                        fields=("visita",),
                        name="caso_uno_por_visita",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pregunta", ""), _negated=True), name="caso_lleva_pregunta"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContenidoDeRevision",
            fields=[
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="contenido",
                        serialize=False,
                        to="visitas.revision",
                    ),
                ),
                ("texto", models.TextField()),
            ],
            options={
                "verbose_name": "contenido de una revisión",
                "verbose_name_plural": "contenidos de revisiones",
            },
        ),
        migrations.CreateModel(
            name="BorradorDeVisita",
            fields=[
                (
                    "visita_id",
                    models.UUIDField(
                        default=acompanamiento.comun.identidad.nuevo_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                        verbose_name="visita",
                    ),
                ),
                ("datos", models.JSONField(default=dict)),
                ("creado_en", models.DateTimeField(auto_now_add=True)),
                ("guardado_en", models.DateTimeField(auto_now=True)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="docentes.docente"
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="visitas.revision",
                    ),
                ),
                (
                    "programada",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="visitas.visitaprogramada",
                    ),
                ),
            ],
            options={
                "verbose_name": "borrador de visita",
                "verbose_name_plural": "borradores de visita",
                "ordering": ["-guardado_en"],
            },
        ),
        migrations.CreateModel(
            name="ResolucionDeConflicto",
            fields=[
                (
                    "rama",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="resolucion",
                        serialize=False,
                        to="visitas.revision",
                    ),
                ),
                ("elegido", models.JSONField(default=dict)),
                ("resuelta_en", models.DateTimeField(auto_now_add=True)),
                (
                    "por",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resultado",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resoluciones",
                        to="visitas.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "resolución de conflicto",
                "verbose_name_plural": "resoluciones de conflictos",
            },
        ),
        migrations.CreateModel(
            name="AvanceDeCompromiso",
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
                ("texto", models.TextField(verbose_name="cómo voy")),
                ("escrito_en", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "compromiso",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="avances",
                        to="visitas.compromiso",
                    ),
                ),
            ],
            options={
                "verbose_name": "avance de un compromiso",
                "verbose_name_plural": "avances de compromisos",
                "ordering": ["escrito_en", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("texto", ""), _negated=True), name="avance_lleva_texto"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LineaDePlan",
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
                ("orden", models.PositiveSmallIntegerField(default=0)),
                ("estrategia", models.TextField()),
                ("razon", models.TextField(blank=True, verbose_name="por qué esta estrategia")),
                ("sugerida", models.CharField(blank=True, max_length=40)),
                (
                    "docente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lineas_de_plan",
                        to="docentes.docente",
                    ),
                ),
                (
                    "necesidad",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="lineas",
                        to="visitas.necesidad",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lineas", to="visitas.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "línea del plan",
                "verbose_name_plural": "líneas del plan",
                "ordering": ["docente", "orden", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("estrategia", ""), _negated=True), name="linea_lleva_estrategia"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VersionDeVoz",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("comentario", models.TextField(blank=True)),
                (
                    "acuerdo",
                    models.CharField(
                        choices=[
                            ("de_acuerdo", "De acuerdo"),
                            ("en_desacuerdo", "En desacuerdo"),
                            ("sin_decir", "Sin decir"),
                        ],
                        max_length=13,
                    ),
                ),
                ("escrita_en", models.DateTimeField()),
                (
                    "voz",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versiones",
                        to="visitas.vozdeldocente",
                    ),
                ),
            ],
            options={
                "verbose_name": "versión de una voz",
                "verbose_name_plural": "versiones de voces",
                "ordering": ["-escrita_en", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("acuerdo__in", ["de_acuerdo", "en_desacuerdo", "sin_decir"])),
                        name="version_de_voz_acuerdo",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MensajeDeCaso",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("texto", models.TextField()),
                ("enviado_en", models.DateTimeField(auto_now_add=True)),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "caso",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mensajes",
                        to="visitas.caso",
                    ),
                ),
            ],
            options={
                "verbose_name": "mensaje de un caso",
                "verbose_name_plural": "mensajes de casos",
                "ordering": ["enviado_en", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("texto", ""), _negated=True), name="mensaje_lleva_texto"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActividadDePlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("orden", models.PositiveSmallIntegerField(default=0)),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("visita", "Visita en aula"),
                            ("microtaller", "Microtaller"),
                            ("taller", "Taller de actualización"),
                            ("gia", "Grupo de interaprendizaje"),
                            ("pasantia", "Pasantía"),
                            ("materiales", "Materiales"),
                        ],
                        max_length=12,
                    ),
                ),
                ("que", models.CharField(max_length=300, verbose_name="qué se hará")),
                ("desde", models.DateField()),
                ("hasta", models.DateField()),
                (
                    "linea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actividades",
                        to="visitas.lineadeplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "actividad del plan",
                "verbose_name_plural": "actividades del plan",
                "ordering": ["desde", "orden", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tipo__in", ["visita", "microtaller", "taller", "gia", "pasantia", "materiales"])
                        ),
                        name="actividad_tipo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hasta__gte", models.F("desde"))),
                        name="actividad_fechas_en_orden",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="visita",
            name="cabeza",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="visitas.revision",
            ),
        ),
    ]
