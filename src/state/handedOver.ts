/** Where what was handed over waits for the page; who hands over (`serviceWorker.js`, `elsewhere.js`) knows its name. */
const shelf = 'handed-to-replayground';

/**
 * What was shared with the installed app, or fetched from elsewhere, and from which address; `others` were shared with
 * it. It is there once.
 */
export const takeHandedOver = async (): Promise<{ file: File; from: string; others: number }> => {
  const held = await caches.open(shelf);
  const [key] = await held.keys();
  const response = key && (await held.match(key));
  await caches.delete(shelf);
  if (!response) throw new Error('What was shared or fetched is not there. Save it as a file and open that.');
  const said = (header: string) => decodeURIComponent(response.headers.get(header) ?? '');
  return {
    file: new File([await response.blob()], said('x-name') || 'shared'),
    from: said('x-from'),
    others: Number(said('x-others')),
  };
};
