"""A synthetic La Libertad: real territory, invented schools and people. See carga.py, the only door."""
