pytest_plugins = ["acompanamiento.tests.infraestructura", "acompanamiento.tests.personas"]
