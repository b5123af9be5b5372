"""Field capture: the messages of the sync protocol (offline-sync.md §4). Their views are in views/campo.py."""
