// Fetches a model's text from another server and hands it over to the app, which shows what it holds before it opens
// it. The app's own page may reach no other server, so that nothing of a person's can leave it; this page may, and
// holds nothing: no model, no code of one, no storage that it reads but the word that somebody wants this address.

const asked = new URLSearchParams(location.search);
const address = asked.get('url') ?? '';
const largest = 100_000_000;

const part = (id) => document.getElementById(id);
const say = (words) => {
  part('said').textContent = words;
};

const isWeb = /^https?:\/\//i.test(address) && URL.canParse(address);

/** Stops where more comes than any model has. */
const bytesOf = async (response) => {
  const parts = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > largest) {
      await reader.cancel();
      throw new Error('it has more than 100 MB');
    }
    parts.push(piece.value);
  }
  return new Blob(parts);
};

const fetchText = async () => {
  const wish = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' };
  const response = await fetch(address, wish).catch(() => {
    throw new Error('there was no answer, or that server lets no other page read it');
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return bytesOf(response);
};

/** On the shelf where the app looks for what was shared with it. */
const handOver = async (blob) => {
  const name = new URL(address).pathname.split('/').at(-1) || new URL(address).host;
  const headers = { 'x-name': encodeURIComponent(name), 'x-from': encodeURIComponent(address) };
  const shelf = await caches.open('handed-to-replayground');
  await shelf.put('./handed-over', new Response(blob, { headers }));
  asked.delete('url');
  asked.set('handed-over', '');
  location.replace(`./?${asked}`);
};

const bring = async () => {
  part('fetch').hidden = true;
  say('Fetching …');
  try {
    await handOver(await fetchText());
  } catch (error) {
    say(`It could not be fetched: ${error.message}. Download the file there and drop it on Replayground.`);
  }
};

/** The app leaves this word where the person has said so already; whoever comes by another link is asked here. */
const isWanted = () => {
  const wanted = sessionStorage.getItem('replayground.elsewhere') === address;
  sessionStorage.removeItem('replayground.elsewhere');
  return wanted;
};

part('address').textContent = address;
part('fetch').addEventListener('click', () => void bring());
if (!isWeb || !('caches' in window)) say('Nothing can be fetched from there. Drop the file on Replayground instead.');
else if (isWanted()) void bring();
else {
  say('Fetching it tells that server your network address, and nothing else. Replayground shows what it holds first.');
  part('fetch').hidden = false;
}
