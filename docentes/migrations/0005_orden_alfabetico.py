"""Names of people in alphabetical order, with their accents."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("docentes", "0004_datos_y_derechos"),
        ("escuelas", "0002_orden_alfabetico"),
    ]

    operations = [
        migrations.AlterField(
            model_name="docente",
            name="apellidos",
            field=models.CharField(db_collation="es_alfabetico", max_length=80),
        ),
        migrations.AlterField(
            model_name="docente",
            name="nombres",
            field=models.CharField(db_collation="es_alfabetico", max_length=80),
        ),
        migrations.AlterField(
            model_name="usuario",
            name="apellidos",
            field=models.CharField(db_collation="es_alfabetico", max_length=80),
        ),
        migrations.AlterField(
            model_name="usuario",
            name="nombres",
            field=models.CharField(db_collation="es_alfabetico", max_length=80),
        ),
    ]
