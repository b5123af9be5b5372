"""Names that are common in the region. Whoever they seem to name is invented."""

MUJERES = (
    "Marleny", "Nélida", "Teresa", "Iris", "Luisa", "Maritza", "Gladys", "Yolanda", "Edith", "Flor de María",
    "Rocío", "Santos Isabel", "Vilma", "Norma", "Elsa", "Karina", "Milagros", "Janet", "Lucía", "Esperanza",
    "Bertha", "Clotilde", "Deysi", "Roxana", "Paula", "Magaly", "Cecilia", "Zoila", "Mercedes", "Yesenia",
)  # fmt: skip
VARONES = (
    "Wilmer", "Segundo", "Elmer", "Óscar", "Santos", "Eleuterio", "Wilder", "Jorge", "Percy", "Nilton",
    "Víctor", "Manuel", "Teófilo", "Edgar", "Juan Carlos", "Lorenzo", "Ronald", "Julio", "Alindor", "Fredy",
    "Hernán", "Marino", "Gilmer", "Roger", "Luis Alberto", "Absalón", "Walter", "Isidro", "Amado", "César",
)  # fmt: skip
APELLIDOS = (
    "Aguilar", "Alayo", "Alva", "Araujo", "Ávila", "Azañero", "Benites", "Briceño", "Cabrera", "Caipo", "Carranza",
    "Castillo", "Chávez", "Contreras", "Cruz", "De la Cruz", "Espejo", "Flores", "Gamboa", "Gutiérrez", "Haro",
    "Horna", "Iparraguirre", "Jara", "Layza", "León", "Lozano", "Luján", "Mantilla", "Marquina", "Mauricio",
    "Mendocilla", "Meza", "Miñano", "Monzón", "Moreno", "Narro", "Otiniano", "Paredes", "Peña", "Pizán", "Polo",
    "Ponce", "Quezada", "Ramos", "Rebaza", "Reyes", "Ríos", "Rodríguez", "Rondo", "Rubio", "Ruiz", "Saldaña",
    "Salinas", "Sánchez", "Sandoval", "Sifuentes", "Solano", "Tandaypán", "Tirado", "Toribio", "Ulloa", "Urquiaga",
    "Valdez", "Valverde", "Vásquez", "Ventura", "Vera", "Villanueva", "Ybáñez", "Zavaleta", "Zegarra",
)  # fmt: skip

# Ana's ten teachers, in the order of escuelas.DE_ANA.
DE_ANA = (
    ("Rosa", "Quispe Mamani"),
    ("Óscar", "Salinas Meza"),
    ("Segundo", "Cruz Aguilar"),
    ("Marleny", "Chávez Ríos"),
    ("Wilmer", "Aguilar Peña"),
    ("Nélida", "Paredes León"),
    ("Elmer", "Rodríguez Vera"),
    ("Teresa", "Valdez Ponce"),
    ("Iris", "Ventura Solano"),
    ("Luisa", "Zavaleta Cruz"),
)


class Nombres:
    """Gives full names without repeating one while there are new ones left."""

    def __init__(self, azar):
        self.azar = azar
        self.usados = set(DE_ANA)

    def otro(self) -> tuple[str, str]:
        for _ in range(40):
            nombre = self.azar.choice(MUJERES + VARONES)
            apellidos = " ".join(self.azar.sample(APELLIDOS, 2))
            if (nombre, apellidos) not in self.usados:
                break
        self.usados.add((nombre, apellidos))
        return nombre, apellidos
