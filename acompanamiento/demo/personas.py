"""The accounts of the design, the thirty acompañantes, the teachers and who accompanies whom since when."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from acompanamiento.comun.texto import sin_tildes
from docentes.models import Acompanante, Asignacion, Docente, MotivoDeFin, Rol, Usuario
from escuelas.models import Escuela, Modalidad, Nivel

from .azar import id_de, suerte
from .calendario import Reloj, a_las
from .nombres import DE_ANA, Nombres

CLAVE = "acompana-demo"
# username: (given names, surname, role, where: a UGEL code, or nothing for the region)
CUENTAS = {
    "carmen": ("Carmen", "Ruiz", Rol.ESPECIALISTA, "130012"),
    "dario": ("Darío", "Vega", Rol.ESPECIALISTA, "130007"),
    "elena": ("Elena", "Paz", Rol.COORDINADOR, ""),
    "fidel": ("Fidel", "Torres", Rol.FORMADOR, ""),
    "ines": ("Inés", "Alva", Rol.OFICIAL, ""),
    "admin": ("Admin", "Técnico", Rol.ADMINISTRADOR, ""),
}
ACOMPANANTES_CON_NOMBRE = {
    ("130012", 0, 0): ("ana", "Ana", "Campos"),
    ("130012", 1, 0): ("beto", "Beto", "Neyra"),
}
GRADOS = {
    Nivel.PRIMARIA: ["1", "2", "3", "4", "5", "6"],
    Nivel.SECUNDARIA: ["1", "2", "3", "4", "5"],
    Nivel.INICIAL_JARDIN: ["3", "4", "5"],
    Nivel.INICIAL_PRONOEI: ["3", "4", "5"],
}
# Every so many teachers one changes hands. A reason with `sigue` starts another assignment.
CADA_CUANTOS_CAMBIA = 37
CAMBIOS = (
    # reason, text, does another acompañante follow, months after the start of the season
    (MotivoDeFin.PEDIDO_DEL_DOCENTE, "", True, 3),
    (MotivoDeFin.LICENCIA, "Licencia por maternidad.", False, 4),
    (MotivoDeFin.OTRO, "La escuela pasó a la ruta de otro acompañante al abrirse la trocha.", True, 2),
    (MotivoDeFin.RENUNCIA, "", False, 5),
    (MotivoDeFin.FIN_DE_PROGRAMA, "", True, -4),
)


@dataclass
class Tramo:
    """An assignment of one teacher, as the visits see it."""

    asignacion: Asignacion
    acompanante: Acompanante


@dataclass
class Cartera:
    """One acompañante with the teachers that were given at the start."""

    ugel: str
    acompanante: Acompanante
    docentes: list[Docente] = field(default_factory=list)
    suplente: Acompanante | None = None
    tramos: dict = field(default_factory=dict)

    @property
    def es_de_ana(self) -> bool:
        return self.acompanante.usuario.username == "ana"

    def tramos_de(self, docente) -> list[Tramo]:
        return self.tramos[docente.pk]


def crear_cuentas_regionales(territorio, clave_cifrada, reloj: Reloj) -> dict[str, Usuario]:
    """Create the accounts that look at the region or at a UGEL."""
    cuentas = {}
    for username, (nombres, apellidos, rol, ugel) in CUENTAS.items():
        ambito = {"ugel": territorio[ugel]} if ugel else {"region": territorio["region"]}
        cuentas[username] = _usuario(username, nombres, apellidos, rol, clave_cifrada, reloj, **ambito)
    Usuario.objects.bulk_create(cuentas.values())
    return cuentas


def _usuario(username, nombres, apellidos, rol, clave_cifrada, reloj, **ambito):
    return Usuario(
        id=id_de(suerte("usuario", username), a_las(_inicio(reloj), 9)),
        username=username,
        nombres=nombres,
        apellidos=apellidos,
        rol=rol,
        password=clave_cifrada,
        es_sintetica=True,
        **ambito,
    )


def _inicio(reloj) -> date:
    return reloj.anios[0].inicio


def crear_carteras(planes, territorio, replica, clave_cifrada, reloj) -> list[Cartera]:
    """Create acompañantes and teachers of a replica's schools, which are saved already.

    `planes` is {UGEL code: [[Plaza] of each acompañante]}.
    """
    nombres = Nombres(suerte("nombres", replica))
    carteras = []
    for codigo, grupos in planes.items():
        propias = [
            _cartera(codigo, orden, replica, territorio, clave_cifrada, reloj, nombres)
            for orden in range(len(grupos))
        ]
        for cartera, plazas in zip(propias, grupos, strict=True):
            cartera.docentes = _docentes(cartera, plazas, replica, reloj, nombres)
        _poner_suplentes(propias)
        carteras += propias
    Usuario.objects.bulk_create(c.acompanante.usuario for c in carteras)
    Acompanante.objects.bulk_create(c.acompanante for c in carteras)
    return carteras


def _poner_suplentes(carteras):
    """The next one of the same UGEL takes over; Ana neither gives nor receives."""
    otras = [c for c in carteras if not c.es_de_ana]
    for i, cartera in enumerate(otras):
        if len(otras) > 1:
            cartera.suplente = otras[(i + 1) % len(otras)].acompanante


def _cartera(codigo, orden, replica, territorio, clave_cifrada, reloj, nombres):
    conocido = ACOMPANANTES_CON_NOMBRE.get((codigo, orden, replica))
    if conocido:
        username, nombre, apellidos = conocido
    else:
        nombre, apellidos = nombres.otro()
        username = f"{sin_tildes(nombre).split()[0]}.{sin_tildes(apellidos).replace(' ', '')}.{replica}{codigo[-2:]}{orden}"
    usuario = _usuario(
        username, nombre, apellidos, Rol.ACOMPANANTE, clave_cifrada, reloj, ugel=territorio[codigo]
    )
    acompanante = Acompanante(
        id=id_de(suerte("acompanante", username), a_las(_inicio(reloj), 10)),
        usuario=usuario,
        desde=_inicio(reloj),
    )
    return Cartera(ugel=codigo, acompanante=acompanante)


def _docentes(cartera, plazas, replica, reloj, nombres):
    docentes = []
    for plaza in plazas:
        for puesto in range(plaza.docentes):
            nombre = DE_ANA[len(docentes)] if cartera.es_de_ana else nombres.otro()
            docentes.append(_docente(nombre, plaza, puesto, reloj))
    return docentes


def _docente(nombre, plaza, puesto, reloj):
    escuela = plaza.escuela
    azar = suerte("docente", escuela.codigo_modular, puesto)
    nombres, apellidos = nombre
    codigo = f"{escuela.codigo_modular}{puesto + 1:02}D{azar.randint(10, 99)}"
    return Docente(
        id=id_de(azar, a_las(_inicio(reloj), 11)),
        plaza=codigo,
        nombres=nombres,
        apellidos=apellidos,
        escuela=escuela,
        grados=_grados(escuela, puesto, plaza.docentes, azar),
        es_sintetico=True,
        busqueda=sin_tildes(f"{nombres} {apellidos} {codigo}")[:200],
    )


def _grados(escuela: Escuela, puesto, cuantos, azar) -> list[str]:
    """The grades of one room: all of them, a part when teachers share the school, one where there is one each."""
    grados = GRADOS[escuela.nivel]
    if escuela.modalidad == Modalidad.COMPLETO or escuela.nivel == Nivel.SECUNDARIA:
        return [azar.choice(grados)]
    if escuela.modalidad == Modalidad.MULTIGRADO and cuantos == 1:
        return azar.choice((grados[:3], grados[3:], grados[:2]))
    tamano = -(-len(grados) // cuantos)
    return grados[puesto * tamano : (puesto + 1) * tamano] or grados[-1:]


def crear_cuentas_de_la_escuela(rosa: Docente, clave_cifrada, reloj) -> None:
    """Give Rosa her account and create Hugo, who directs her school."""
    rosa.usuario = _usuario("rosa", "Rosa", "Quispe Mamani", Rol.DOCENTE, clave_cifrada, reloj)
    hugo = _usuario("hugo", "Hugo", "Lezama", Rol.DIRECTOR, clave_cifrada, reloj, escuela=rosa.escuela)
    Usuario.objects.bulk_create([rosa.usuario, hugo])


def crear_asignaciones(carteras, por: Usuario, reloj: Reloj, desde_orden: int) -> int:
    """Create the assignments of saved teachers and return how many teachers there were.

    `desde_orden` is the number of teachers before these, so that changes fall evenly.
    """
    filas = []
    orden = desde_orden
    for cartera in carteras:
        for docente in cartera.docentes:
            orden += 1
            tramos = _tramos(cartera, docente, orden, por, reloj)
            cartera.tramos[docente.pk] = tramos
            filas += [t.asignacion for t in tramos]
    Asignacion.objects.bulk_create(filas)
    for fila in filas:
        fila.creada_en = a_las(fila.desde, 9)
    Asignacion.objects.bulk_update(filas, ["creada_en"])
    return orden


def _tramos(cartera, docente, orden, por, reloj):
    azar = suerte("asignacion", docente.plaza)
    nuevo = not cartera.es_de_ana and azar.random() < 0.12
    inicio = reloj.anios[-1 if nuevo else 0].inicio
    primero = _tramo(azar, docente, cartera.acompanante, inicio - timedelta(days=azar.randint(0, 4)), por)
    if orden % CADA_CUANTOS_CAMBIA or cartera.es_de_ana:
        return [primero]
    motivo, texto, sigue, meses = CAMBIOS[orden // CADA_CUANTOS_CAMBIA % len(CAMBIOS)]
    corte = reloj.anio.visitas_desde + timedelta(days=30 * meses + azar.randint(0, 9))
    if corte >= reloj.hoy or corte <= primero.asignacion.desde or (sigue and not cartera.suplente):
        return [primero]
    primero.asignacion.hasta = corte
    primero.asignacion.motivo_fin, primero.asignacion.motivo_texto = motivo, texto
    if not sigue:
        return [primero]
    return [primero, _tramo(azar, docente, cartera.suplente, corte + timedelta(days=3), por)]


def _tramo(azar, docente, acompanante, desde, por):
    asignacion = Asignacion(
        id=id_de(azar, a_las(desde, 9)), docente=docente, acompanante=acompanante, desde=desde, creada_por=por
    )
    return Tramo(asignacion, acompanante)
