#!/bin/sh
# Prints the Python that builds the virtual environment: at least 3.11, with sqlite3 and ssl.
for candidato in "$PYTHON" python3 python3.13 python3.12 python3.11; do
    [ -n "$candidato" ] || continue
    if "$candidato" -c 'import sys, sqlite3, ssl; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$candidato"
        exit 0
    fi
done
echo "Falta Python 3.11 o posterior. En Debian 12 o Ubuntu 24.04: apt install python3 python3-venv" >&2
echo "Si ya lo tienes con otro nombre: make PYTHON=/ruta/a/python3.12 run" >&2
exit 1
