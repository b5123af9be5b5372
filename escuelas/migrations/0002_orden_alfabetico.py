"""Names in alphabetical order, with their accents: the collation that PostgreSQL needs, and the columns that carry it."""

from django.contrib.postgres.operations import CreateCollation
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("escuelas", "0001_inicial"),
    ]

    operations = [
        CreateCollation("es_alfabetico", locale="es", provider="icu"),
        migrations.AlterField(
            model_name="distrito",
            name="nombre",
            field=models.CharField(db_collation="es_alfabetico", max_length=80),
        ),
        migrations.AlterField(
            model_name="escuela",
            name="nombre",
            field=models.CharField(db_collation="es_alfabetico", max_length=160),
        ),
        migrations.AlterField(
            model_name="provincia",
            name="nombre",
            field=models.CharField(db_collation="es_alfabetico", max_length=80),
        ),
        migrations.AlterField(
            model_name="region",
            name="nombre",
            field=models.CharField(db_collation="es_alfabetico", max_length=80),
        ),
        migrations.AlterField(
            model_name="ugel",
            name="nombre",
            field=models.CharField(db_collation="es_alfabetico", max_length=80),
        ),
    ]
