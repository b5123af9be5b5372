/* The service worker of the field pages: keeps the shell, answers its GETs and nothing else. The server writes before it
   `self.CAMPO = {version, pagina, archivos}` (visitas/views/cuaderno.py). A new version waits until the page says so. */

const { version, pagina, archivos } = self.CAMPO;
const CAJON = `campo-${version}`;

self.addEventListener("install", (evento) => {
  evento.waitUntil(
    caches.open(CAJON).then((cajon) => cajon.addAll([pagina, ...archivos].map((ruta) => new Request(ruta, { cache: "reload" })))),
  );
});

self.addEventListener("activate", (evento) => {
  const limpiar = async () => {
    const viejos = (await caches.keys()).filter((nombre) => nombre.startsWith("campo-") && nombre !== CAJON);
    await Promise.all(viejos.map((nombre) => caches.delete(nombre)));
    await self.clients.claim();
  };
  evento.waitUntil(limpiar());
});

self.addEventListener("fetch", (evento) => {
  const { request } = evento;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const ruta = request.mode === "navigate" && pathname === pagina ? pagina : pathname;
  if (ruta !== pagina && !archivos.includes(ruta)) return;
  evento.respondWith(
    caches.open(CAJON).then(async (cajon) => (await cajon.match(ruta)) ?? fetch(request)),
  );
});

self.addEventListener("message", (evento) => {
  if (evento.data === "actualizar") self.skipWaiting();
});
