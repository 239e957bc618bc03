import type { AddressWish } from '#files';
import { appStore } from './appStore.ts';
import { type Arrival, previewFile } from './fileActions.ts';
import { filesRoom } from './filesRoom.ts';
import { takeHandedOver } from './handedOver.ts';
import { historyRead } from './history.ts';
import { orSay, sayTrouble } from './messages.ts';
import { openSample } from './models.ts';
import { sayOneOf } from './oneOfFiles.ts';
import { seek } from './timeTravel.ts';

const { getState } = appStore;

/** Does what the address asks for and takes it out of the address: a reload, or a copied address, asks no more. */
export const openAddressed = async (): Promise<void> => {
  const { addressWish } = await filesRoom();
  const wish = addressWish(location.href);
  if (wish.rest === location.href) return;
  history.replaceState(history.state, '', wish.rest);
  await orSay(() => follow(wish));
};

/** Files are looked at before they are opened; a sample is no stranger's, and opens as one's own copy at once. */
const follow = async ({ open, ...where }: AddressWish): Promise<void> => {
  const then = () => lookThere(where);
  switch (open.kind) {
    case 'nothing':
      return then();
    case 'sample':
      return openSampleAnd(open.sampleId, then);
    case 'lesson':
      return sayTrouble(`There is no lesson named ${open.lesson}.`);
    case 'link':
      return previewFile(new File([open.hash], 'a link'), { then });
    case 'file':
      return previewFile(await fetchFile(open.url), { from: open.url, then });
    case 'handed-over':
      return previewHandedOver(then);
    case 'elsewhere':
      return offerElsewhere(open.url, open.where, where);
    case 'nowhere':
      return sayTrouble(`${open.address} is no address of a file. ${dropIt}`);
  }
};

type LookThere = Pick<AddressWish, 'at' | 'autoplay'>;

const lookThere = async ({ at, autoplay }: LookThere): Promise<void> => {
  await historyRead();
  if (at !== null || autoplay) await seek(at ?? 0);
  if (autoplay) (await import('./playing.ts')).play();
};

const openSampleAnd = async (sampleId: string, then: Arrival['then']): Promise<void> => {
  const { modelId } = getState();
  await openSample(sampleId);
  if (getState().modelId !== modelId) await then();
};

const previewHandedOver = async (then: Arrival['then']): Promise<void> => {
  const { file, from, others } = await takeHandedOver();
  await previewFile(file, { ...(from && { from }), then });
  sayOneOf(file.name, others);
};

const fetchFile = async (url: string): Promise<File> => {
  const { bytesUpTo, largestFile } = await filesRoom();
  const response = await fetch(url).catch(() => null);
  if (!response?.ok || !response.body)
    throw new Error(
      `${url} could not be fetched: ${response ? `the server answered ${response.status}` : 'there was no answer'}. Nothing was opened.`,
    );
  const blob = await bytesUpTo(response.body, largestFile * 1_000_000);
  if (!blob) throw new Error(`${url} has more than ${largestFile} MB. Nothing was opened.`);
  return new File([blob], nameIn(url));
};

const nameIn = (url: string): string => {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

const dropIt = 'Download the file and drop it here.';

/**
 * The app's own page may reach no server but its own, so that nothing that is here can be sent elsewhere. A page beside
 * it, which knows no model, fetches what the person wants and hands it over.
 */
const offerElsewhere = (url: string, where: string, look: LookThere): void => {
  if (!isSecureContext) {
    sayTrouble(`This page does not fetch from ${where}. ${dropIt}`);
    return;
  }
  const goThere = () => {
    sessionStorage.setItem('replayground.elsewhere', url);
    const asked = new URLSearchParams({ url });
    if (look.at !== null) asked.set('at', String(look.at));
    if (look.autoplay) asked.set('autoplay', '');
    location.assign(`./elsewhere.html?${asked}`);
  };
  sayTrouble(
    `This address asks for ${url}. Fetching it tells ${where} your network address, and nothing else; ` +
      'you see what it holds before it opens.',
    [{ label: 'Fetch it', run: goThere }],
  );
};

/** Where the browser hands files to installed apps. */
type LaunchQueue = { setConsumer(consume: (launch: { files: readonly FileSystemFileHandle[] }) => void): void };

/** Looks at the files that the system opens with the installed app: one, as when they are dropped. */
export const followLaunches = (queue: LaunchQueue): void =>
  queue.setConsumer(({ files: [handle, ...others] }) => {
    if (!handle) return;
    void orSay(async () => {
      await previewFile(await handle.getFile());
      sayOneOf(handle.name, others.length);
    });
  });

declare global {
  interface Window {
    launchQueue?: LaunchQueue;
  }
}
