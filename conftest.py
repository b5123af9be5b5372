pytest_plugins = ["acompanamiento.tests.infraestructura"]
