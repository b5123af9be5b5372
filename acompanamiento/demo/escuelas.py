"""Invented schools in real hamlets. Codes start with 9, which the register does not use."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import count, cycle, groupby, zip_longest

from escuelas.models import Area, Escuela, Gestion, Modalidad, Nivel

from .azar import suerte
from .territorio import SIN_ESCUELAS_RURALES, UGELES, distritos

COSTA_HASTA = 500
SECUNDARIAS = ("Ciro Alegría", "César Vallejo", "José Faustino Sánchez Carrión", "Santiago Antúnez de Mayolo")
# Ana's schools, as the design's screens name them: number, hamlet, district, teachers.
DE_ANA = (
    ("80274", "Corlás", "131101", 2),
    ("80281", "Palmira", "131101", 1),
    ("80296", "Chuquillanqui", "131102", 1),
    ("80302", "Compín", "131103", 1),
    ("80288", "El Molino", "131101", 1),
    ("80311", "Sayapullo", "131104", 1),
    ("80277", "Cojitambo", "131101", 1),
    ("80290", "Punguchique", "131101", 1),
    ("80269", "Jagüey", "131101", 1),
)
NUMEROS_DE_ANA = {int(numero) for numero, *_ in DE_ANA}
CASERIOS_DE_ANA = {caserio for _, caserio, *_ in DE_ANA}


@dataclass
class Plaza:
    """A school and how many of its teachers are in the programme."""

    escuela: Escuela
    docentes: int = 1


class Numeros:
    """Numbers of schools and their codes, never the same twice."""

    def __init__(self):
        self.servicio = count(1)
        self.numero = (n for n in count(80_101, 2) if n not in NUMEROS_DE_ANA)


def planear_escuelas(territorio, replica: int, numeros: Numeros) -> dict[str, list[list[Plaza]]]:
    """Return {UGEL code: [the schools of each acompañante]}; Escuela objects are not saved yet.

    Two or three acompañantes share each valley, so that one person alone never stands for a district.
    """
    return {codigo: _de_una_ugel(territorio, codigo, replica, numeros) for codigo in UGELES}


def _de_una_ugel(territorio, codigo, replica, numeros):
    _, acompanantes, docentes, escuelas = UGELES[codigo]
    azar = suerte("escuelas", codigo, replica)
    carteras = [[] for _ in range(acompanantes)]
    con_ana = codigo == "130012" and replica == 0
    if con_ana:
        carteras[0] = [_de_ana(territorio, dato, azar, numeros) for dato in DE_ANA]
    turnos = _turnos(acompanantes, escuelas, saltar=0 if con_ana else None)
    lugares = _lugares(codigo, replica)
    for quien in turnos:
        ultima = quien == acompanantes - 1 and acompanantes > 2
        nivel = _nivel(len(carteras[quien])) if ultima else Nivel.PRIMARIA
        distrito, caserio = next(lugares)
        carteras[quien].append(Plaza(_escuela(territorio, codigo, distrito, caserio, nivel, azar, numeros)))
    for quien, plazas in enumerate(carteras):
        _repartir(plazas, docentes // acompanantes + (quien < docentes % acompanantes), azar)
    return carteras


def _turnos(acompanantes, escuelas, saltar):
    """Return whose each school is: valleys of two neighbours, or of all when there are three or less."""
    if saltar is not None:
        return [1 + i % (acompanantes - 1) for i in range(escuelas - len(DE_ANA))]
    if acompanantes < 4:
        return [i % acompanantes for i in range(escuelas)]
    mitad = escuelas // 2
    return [i % 2 if i < mitad else 2 + i % 2 for i in range(escuelas)]


def _nivel(orden):
    return {1: Nivel.INICIAL_JARDIN, 3: Nivel.SECUNDARIA, 4: Nivel.INICIAL_PRONOEI, 6: Nivel.SECUNDARIA}.get(
        orden % 8, Nivel.PRIMARIA
    )


def _lugares(ugel, replica):
    """Yield (district, hamlet) for ever, round the districts of the UGEL, taking its provinces in turn."""
    propios = [d for d in distritos() if ugel in d.ugeles]
    por_provincia = [list(grupo) for _, grupo in groupby(propios, key=lambda d: d.codigo[:4])]
    propios = [d for tanda in zip_longest(*por_provincia) for d in tanda if d]
    vueltas = {d.codigo: 2 * d.ugeles.index(ugel) + 5 * replica for d in propios}
    for d in cycle(propios):
        caserio = _caserio(d, vueltas)
        while caserio in CASERIOS_DE_ANA:
            caserio = _caserio(d, vueltas)
        yield d, caserio


def _caserio(distrito, vueltas):
    tanda, indice = divmod(vueltas[distrito.codigo], len(distrito.caserios))
    vueltas[distrito.codigo] += 1
    return distrito.caserios[indice] + ("", " Alto", " Bajo", " Nuevo")[tanda % 4]


def _repartir(plazas, cuota, azar):
    """Give the schools more teachers until the acompañante has `cuota`; at most three each."""
    while sum(p.docentes for p in plazas) < cuota:
        libres = [p for p in plazas if p.docentes < 3 and p.escuela.nivel != Nivel.INICIAL_PRONOEI]
        azar.choice(libres).docentes += 1
    for plaza in plazas:
        _poner_modalidad(plaza, azar)


def _poner_modalidad(plaza, azar):
    escuela = plaza.escuela
    if escuela.nivel != Nivel.PRIMARIA:
        return
    if escuela.area == Area.URBANA:
        escuela.modalidad = Modalidad.COMPLETO
    elif plaza.docentes > 1 or azar.random() < 0.3:
        escuela.modalidad = Modalidad.MULTIGRADO
    else:
        escuela.modalidad = Modalidad.UNIDOCENTE


def _de_ana(territorio, dato, azar, numeros):
    numero, caserio, codigo, docentes = dato
    distrito = next(d for d in distritos() if d.codigo == codigo)
    escuela = _escuela(territorio, "130012", distrito, caserio, Nivel.PRIMARIA, azar, numeros)
    escuela.nombre = f"IE N.° {numero} {caserio}"
    escuela.busqueda = escuela.texto_de_busqueda()
    return Plaza(escuela, docentes)


def _escuela(territorio, ugel, distrito, caserio, nivel, azar, numeros):
    servicio = next(numeros.servicio)
    altura = 15 if distrito.altitud < COSTA_HASTA else 350
    escuela = Escuela(
        codigo_modular=f"9{servicio:06}",
        codlocal=f"9{servicio:05}"[-6:],
        nombre=_nombre(nivel, caserio, numeros, azar),
        nivel=nivel,
        area=Area.URBANA if ugel in SIN_ESCUELAS_RURALES else Area.RURAL,
        gestion=Gestion.PUBLICA,
        ugel=territorio[ugel],
        distrito=territorio[distrito.codigo],
        localidad=caserio,
        latitud=_grados(distrito.latitud, azar),
        longitud=_grados(distrito.longitud, azar),
        altitud=max(5, distrito.altitud + azar.randint(-altura, altura)),
        es_sintetica=True,
    )
    escuela.busqueda = escuela.texto_de_busqueda()
    return escuela


def _nombre(nivel, caserio, numeros, azar):
    if nivel == Nivel.INICIAL_PRONOEI:
        return f"PRONOEI {caserio}"
    if nivel == Nivel.SECUNDARIA:
        return f"IE {azar.choice(SECUNDARIAS)}, {caserio}"
    numero = next(numeros.numero)
    return f"IE N.° {numero - 78_500 if nivel == Nivel.INICIAL_JARDIN else numero} {caserio}"


def _grados(centro, azar):
    return Decimal(f"{centro + azar.uniform(-0.03, 0.03):.6f}")
