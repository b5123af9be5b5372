"""The batches that the devices of the bench send: real contents of some 5.5 KB, compressed, one file each.

A record has 45 answers, as the ODK Central run that the issue compares with: 11 levels with evidence, ten notes of the
lesson, the dialogue, two commitments.
"""

import gzip
import json
from pathlib import Path

from acompanamiento.comun.identidad import nuevo_id
from visitas.tests.envios import lote, revision
from visitas.tests.fabricas import compromiso, contenido_de_visita, nivel

LOTES = 115
POR_LOTE = 20
NOTAS = 10
EVIDENCIA = (
    "A las 8:{m:02} preguntó «¿cómo lo sabes?» a {n} niños de 2.º y 5.º; tres respondieron con su propio ejemplo, los "
    "demás copiaron de la pizarra. Repartió tarjetas distintas a cada grado y revisó dos cuadernos al pasar."
)
NOTA = "Los de 5.º leen solos la ficha {n} mientras explica la resta con chapas a los de 1.º; dos terminan y esperan {m} minutos."
PALABRAS = (
    "Les di a todos el mismo problema y vi que los de 1.º no entraban. Pensé que con el ejemplo de la chacra iba a "
    "alcanzar, porque así me enseñaron. La próxima semana empiezo por los chicos con material y dejo a los grandes un reto."
)


def contenido(docente, dia, numero: int) -> dict:
    """One visit's content: `numero` makes it differ from its neighbours."""
    return contenido_de_visita(
        docente=docente,
        tipo="X",
        fecha=dia,
        inicio="08:00",
        fin="12:30",
        cuaderno=[
            {"hora": f"{8 + i // 3:02}:{i % 3 * 20:02}", "texto": NOTA.format(n=i, m=numero % 40)}
            for i in range(NOTAS)
        ],
        niveles=[nivel(n, 1 + (n + numero) % 4, EVIDENCIA.format(m=n, n=numero % 9)) for n in range(1, 12)],
        dialogo=dict.fromkeys(("describir", "explicar", "confrontar", "reconstruir"), PALABRAS),
        compromisos=[compromiso(hasta=f"{dia.year}-12-15") for _ in range(2)],
    )


def escribir(carpeta, sesion: str, docentes: list, dia) -> None:
    """Write `LOTES` batches of one device and its session key under CARPETA/<session key>."""
    equipo, lugar = str(nuevo_id()), Path(carpeta) / sesion
    lugar.mkdir(parents=True)
    for numero in range(LOTES):
        revisiones = [
            _revision(docentes[i % len(docentes)], dia, numero * POR_LOTE + i) for i in range(POR_LOTE)
        ]
        cuerpo = json.dumps(lote(*revisiones, dispositivo=equipo), ensure_ascii=False).encode()
        (lugar / f"{numero:03}.json.gz").write_bytes(gzip.compress(cuerpo, 6))


def _revision(docente, dia, numero):
    hecho = contenido(docente, dia, numero)
    return revision(hecho, secuencia=numero, finalizada_en=f"{dia.isoformat()}T12:40:00-05:00")
