"""`make bench`, the field sync: durable visits a second through gunicorn and PostgreSQL, and Friday's herd.

`medir` starts the servers and tells the story; `poblacion` fills the database (people, sessions, stored visits);
`envios` writes the devices' compressed batches to a folder; `clientes` sends them from a process of its own.
"""
