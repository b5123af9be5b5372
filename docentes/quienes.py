"""Who can see what is on a page about people and their rights, in the words of the box "Quién puede ver esto"."""


def quien_ve_la_solicitud() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú y la persona oficial de datos del programa."},
        {"ve": False, "texto": "Tu acompañante, tu dirección, la UGEL y la región: no saben que la hiciste."},
    ]


def quien_ve_la_bandeja() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú, por tu encargo de datos, y cada persona la suya."},
        {"ve": False, "texto": "Nadie más del programa: ni quién pide, ni qué."},
    ]


def quien_ve_las_lecturas(es_docente, es_oficial) -> list[dict]:
    if es_docente:
        return [
            {"ve": True, "texto": "Tú y la persona oficial de datos."},
            {"ve": True, "texto": "Quien te leyó ve sus propias lecturas."},
            {"ve": False, "texto": "UGEL y región: nada sobre ti."},
        ]
    if es_oficial:
        return [
            {"ve": True, "texto": "Tú: quién leyó, de qué plaza, qué clase de dato y cuándo."},
            {"ve": False, "texto": "No ves qué decía lo leído ni el nombre del docente: solo su plaza."},
        ]
    return [
        {"ve": True, "texto": "Tú, las tuyas; y cada docente, quién leyó lo suyo."},
        {"ve": True, "texto": "La persona oficial de datos, todas."},
    ]
