from hypothesis import HealthCheck, settings

pytest_plugins = [
    "acompanamiento.tests.apoderado",
    "acompanamiento.tests.demostracion",
    "acompanamiento.tests.infraestructura",
    "acompanamiento.tests.personas",
    "visitas.tests.del_campo",
    "visitas.tests.fabricas",
    "acompanamiento.tests.mundo",
]

# A busy machine must not turn a property red: properties are about what holds, benchmarks about how fast.
settings.register_profile("acompana", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("acompana")
