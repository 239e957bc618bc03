// Runs as the app's service worker. `build` is put in front by serviceWorkerPlugin: { version, shell, rest }, with
// paths relative to the scope. A version answers from its own cache alone, so that files of two versions never mix;
// a newer one takes over when the last tab of the older one has gone.
const prefix = 'replayground-';
const cacheName = prefix + build.version;

const addAll = async (paths) => (await caches.open(cacheName)).addAll(paths);

self.addEventListener('install', (event) => event.waitUntil(addAll(build.shell)));

const dropOlder = async () => {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
};

/** The editor and its workers are large: they come after the shell, one by one, and their absence breaks nothing. */
const addRest = async () => {
  for (const path of build.rest) await addAll([path]);
};

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => self.clients.claim()));
  event.waitUntil(addRest().catch(() => undefined));
});

const answer = async (request) => {
  const cache = await caches.open(cacheName);
  const isPage = request.mode === 'navigate';
  // Servers that answer `Vary: Origin` would otherwise hide a script from the module that asks for it.
  const cached = await cache.match(isPage ? './' : request, { ignoreSearch: isPage, ignoreVary: true });
  return cached ?? fetch(request);
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin)
    event.respondWith(answer(request));
});
