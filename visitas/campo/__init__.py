"""Field capture: the messages of the sync protocol (offline-sync.md §4). Their views are in views/campo.py.

What the design leaves open, and how it is closed here. Nothing below changes P1 to P11.

- **A conflict ends in `recibos`.** The receipt of a branch carries `rama: {cabeza, resuelta_en}`. Once `resuelta_en` is there
  the author has chosen on the page /visitas/conflictos/: the device marks its branch *confirmada*, for the receipt has
  its id and its hash (P5), and asks `GET cabeza/<visita>` for the version that stands, which it keeps only under the hash
  that it says. A revision written on top of the branch meanwhile is another branch, and asks again.
- **A quarantine ends in `recibos` too.** `cuarentena: [{revision, hash, estado: "espera" | "rechazada", errores}]` are those
  that still wait or were refused; one that was received is among `recibos` like any other.
- **`cabeza/<visita>`** also serves a visit that another device made or amended: the package says each visit's head. Of a
  session or a baseline it is asked by a revision that the person wrote, `cabeza/<revision>`: the id under which a device
  began a baseline may not be the server's. What comes is kept beside that revision.
- **An empty batch** says what stays on the device (`quedan`) when nothing of it can go, every six hours at most.
- **Waiting** (freno.py): 429 when one session asks too often, 503 when too many send at once, in maintenance and without
  database; always JSON with Retry-After, and the device sends nothing before.

Schemas: `recibos-1`, `cabeza-1`, beside those of sync, at /visitas/campo/esquema/.
"""
