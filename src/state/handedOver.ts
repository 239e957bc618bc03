/** Where what was handed over waits for the page; the service worker knows it by the same name. */
const shelf = 'handed-to-replayground';

/** What was shared with the installed app, which its service worker took in: it is there once. */
export const takeHandedOver = async (): Promise<File> => {
  const held = await caches.open(shelf);
  const [key] = await held.keys();
  const response = key && (await held.match(key));
  await caches.delete(shelf);
  if (!response) throw new Error('What was shared has not arrived. Save it as a file and open that.');
  return new File([await response.blob()], decodeURIComponent(response.headers.get('x-name') ?? 'shared'));
};
