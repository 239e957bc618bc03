// Runs as the app's service worker. `build` is put in front by serviceWorkerPlugin: { version, shell, rest }, with
// paths relative to the scope. The page comes from its own version's cache alone, so that files of two versions never
// mix; a newer one takes over when the person says so, or when the last tab of the older one has gone.
const prefix = 'replayground-';
const cacheName = prefix + build.version;
const home = new URL('./', self.location.href).pathname;

/** Names in assets/ hold a hash of what they name; anything else is asked for anew, past the browser's own cache. */
const requestFor = (path) => new Request(path, { cache: path.startsWith('./assets/') ? 'default' : 'no-cache' });

const addShell = async () => (await caches.open(cacheName)).addAll(build.shell.map(requestFor));

self.addEventListener('install', (event) => event.waitUntil(addShell()));

const olderCaches = async () => (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);

const inOlder = async (request) => {
  for (const name of await olderCaches()) {
    const cached = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (cached) return cached;
  }
  return undefined;
};

/** Those of the large parts that are not there yet. */
const missing = async () => {
  const cache = await caches.open(cacheName);
  const found = await Promise.all(build.rest.map((path) => cache.match(path, { ignoreVary: true })));
  return build.rest.filter((_, index) => !found[index]);
};

/** From the version before, where that has it under the same name. */
const add = async (path) => {
  const cache = await caches.open(cacheName);
  const known = await inOlder(requestFor(path));
  await (known ? cache.put(path, known) : cache.add(requestFor(path)));
};

let adding = null;

/**
 * The editor and its workers are large: they come after the shell, one by one, and their absence breaks nothing. Nobody
 * waits for them: a worker that is being activated would keep every page waiting. What breaks off is fetched with
 * the next visit.
 */
const addRest = async () => {
  for (const path of await missing()) await add(path).catch(() => undefined);
};

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
  if (event.data !== 'complete') return;
  adding ??= addRest().finally(() => {
    adding = null;
  });
  event.waitUntil(adding);
});

/**
 * Other tabs may still show the version before: they fetch their later parts from its cache, and so does this one what
 * it has not got yet. While a newer version is on its way, its cache is none of the older ones.
 */
const dropOlder = async () => {
  if (self.registration.installing || self.registration.waiting || (await missing()).length > 0) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length === 0) await Promise.all((await olderCaches()).map((name) => caches.delete(name)));
};

self.addEventListener('activate', (event) => event.waitUntil(dropOlder().then(() => self.clients.claim())));

/** The app, whatever its address asks for; other pages that lie beside it are themselves. */
const isApp = ({ mode, url }) => mode === 'navigate' && [home, `${home}index.html`].includes(new URL(url).pathname);

const answer = async (request) => {
  const cache = await caches.open(cacheName);
  // Servers that answer `Vary: Origin` would otherwise hide a script from the module that asks for it.
  if (isApp(request)) return (await cache.match('./', { ignoreVary: true })) ?? fetch(request);
  return (await cache.match(request, { ignoreVary: true })) ?? (await inOlder(request)) ?? fetch(request);
};

/** No model is larger; what is, is not kept, and the page says that nothing has arrived. */
const largestShared = 100_000_000;

/** Keeps what was shared with the installed app until its page takes it from there. */
const handOver = async (request) => {
  const form = await request.formData();
  const shared = form.get('file') || form.get('text') || form.get('url') || '';
  const file = typeof shared === 'string' ? new File([shared], 'shared text') : shared;
  try {
    // What was shared before and not taken is not what is shared now.
    await caches.delete('handed-to-replayground');
    if (file.size > 0 && file.size <= largestShared) {
      const shelf = await caches.open('handed-to-replayground');
      const others = Math.max(0, form.getAll('file').length - 1);
      const headers = { 'x-name': encodeURIComponent(file.name), 'x-others': `${others}` };
      await shelf.put('./handed-over', new Response(file, { headers }));
    }
  } catch {
    // A full disk: the page says that nothing has arrived.
  }
  return Response.redirect('./?handed-over', 303);
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'POST' && pathname === `${home}share`) event.respondWith(handOver(request));
  if (request.method !== 'GET') return;
  if (isApp(request)) event.waitUntil(dropOlder());
  event.respondWith(answer(request));
});
