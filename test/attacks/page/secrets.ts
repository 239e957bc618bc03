/** What an app keeps in the browser, planted before an attack and looked for afterwards. */
const secret = 'app-secret';

const finished = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('app-db', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('events');
  return finished(request);
};

const plantDatabase = async (): Promise<void> => {
  const database = await openDatabase();
  await finished(database.transaction('events', 'readwrite').objectStore('events').put(secret, 'key'));
  database.close();
};

const readDatabase = async (): Promise<unknown> => {
  const database = await openDatabase();
  try {
    if (!database.objectStoreNames.contains('events')) return 'no store';
    return await finished(database.transaction('events').objectStore('events').get('key'));
  } finally {
    database.close();
  }
};

const fileNames = async (): Promise<string> => {
  const names: string[] = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
  return names.sort().join();
};

const heard: string[] = [];
const channel = new BroadcastChannel('app');
channel.onmessage = ({ data }) => heard.push(String(data).slice(0, 100));

export const plantSecrets = async (): Promise<void> => {
  localStorage.setItem('secret', secret);
  // biome-ignore lint/suspicious/noDocumentCookie: what an attack could read
  document.cookie = `secret=${secret}`;
  await plantDatabase();
  await (await caches.open('app-cache')).put('/kept', new Response(secret));
  await (await navigator.storage.getDirectory()).getFileHandle('app-secret.txt', { create: true });
};

/** Everything that is not as it was planted, in words. */
export const harmToSecrets = async (): Promise<string[]> => {
  const databases = (await indexedDB.databases()).map(({ name }) => name).join();
  const found = {
    'local storage': [`${localStorage.length} ${localStorage.getItem('secret')}`, `1 ${secret}`],
    cookie: [document.cookie, `secret=${secret}`],
    databases: [databases, 'app-db'],
    database: [databases === 'app-db' ? await readDatabase() : databases, secret],
    caches: [(await caches.keys()).join(), 'app-cache'],
    files: [await fileNames(), 'app-secret.txt'],
    'built-in objects': [String(Reflect.get({}, 'polluted') ?? Reflect.get({}, 'isAdmin')), 'undefined'],
    markup: [String(Reflect.get(window, '__xss')), 'undefined'],
    broadcast: [heard.splice(0).join(), ''],
  };
  return Object.entries(found)
    .filter(([, [is, wanted]]) => is !== wanted)
    .map(([name, [is]]) => `${name}: ${is}`);
};
