pytest_plugins = [
    "acompanamiento.tests.infraestructura",
    "acompanamiento.tests.personas",
    "visitas.tests.fabricas",
]
