"""What this app holds about a person, one module a subject; importing them registers the parts."""

from . import palabra, plan, programa, trabajo, traspaso

__all__ = ["palabra", "plan", "programa", "trabajo", "traspaso"]
