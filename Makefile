# Acompaña. `make ayuda` lists what can be done.
SHELL := /bin/bash
.DEFAULT_GOAL := ayuda
.PHONY: ayuda run instalar test test-rapido bench bloqueo lint
MAKEFLAGS += --no-print-directory
export PUERTO PYTHON

HERRAMIENTA = -m acompanamiento.herramientas
BASE = base=$$(acompanamiento/herramientas/buscar_python.sh) &&

ayuda: ## Esta lista
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

run: ## Instala lo que falte y abre Acompaña en http://127.0.0.1:8000 (otro: make run PUERTO=8001)
	@$(BASE) exec $$base $(HERRAMIENTA).correr

instalar: ## Instala todo dentro de esta carpeta (.venv, node_modules)
	@$(BASE) exec $$base $(HERRAMIENTA).instalar

test: ## Todas las pruebas: SQLite, PostgreSQL con Redis, JavaScript y navegador
	@$(BASE) exec $$base $(HERRAMIENTA).probar

test-rapido: ## Estilo y pruebas en SQLite, sin navegador: menos de dos minutos
	@$(BASE) exec $$base $(HERRAMIENTA).probar --rapido

lint: ## Estilo de Python
	@$(BASE) exec $$base $(HERRAMIENTA).probar --estilo

bench: ## Lo que más se usa, ×1 y ×20, y el envío desde el campo (una parte: make bench SOLO=campo, o paginas)
	@$(BASE) $$base $(HERRAMIENTA).instalar --desarrollo --pruebas && .venv/bin/python $(HERRAMIENTA).banco $(SOLO)

bloqueo: ## Vuelve a escribir requirements*.txt con versiones y huellas
	@$(BASE) $$base $(HERRAMIENTA).instalar --desarrollo && .venv/bin/python $(HERRAMIENTA).bloqueo
