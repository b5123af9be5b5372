from visitas.tests.fabricas import catalogos

__all__ = ["catalogos"]
