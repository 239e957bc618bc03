import type { AddressWish } from '#files';
import { appStore } from './appStore.ts';
import { type Arrival, previewFile } from './fileActions.ts';
import { filesRoom } from './filesRoom.ts';
import { takeHandedOver } from './handedOver.ts';
import { historyRead } from './history.ts';
import { orSay, sayTrouble } from './messages.ts';
import { openSample } from './models.ts';
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
    case 'link':
      return previewFile(await fileOfLink(open.hash), { then });
    case 'file':
      return previewFile(await fetchFile(open.url), { from: open.url, then });
    case 'handed-over':
      return previewFile(await takeHandedOver(), { then });
    case 'elsewhere':
      return sayElsewhere(open.where);
  }
};

const lookThere = async ({ at, autoplay }: Pick<AddressWish, 'at' | 'autoplay'>): Promise<void> => {
  await historyRead();
  if (at !== null || autoplay) await seek(at ?? 0);
  if (autoplay) (await import('./playing.ts')).play();
};

const openSampleAnd = async (sampleId: string, then: Arrival['then']): Promise<void> => {
  const { modelId } = getState();
  await openSample(sampleId);
  if (getState().modelId !== modelId) await then();
};

const fileOfLink = async (hash: string): Promise<File> => {
  const { textOfModelHash } = await filesRoom();
  return new File([await textOfModelHash(hash)], 'a link');
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

/** The page's policy lets it reach its own server alone, so that nothing that is here can be sent elsewhere. */
const sayElsewhere = (where: string): void =>
  sayTrouble(
    `This page fetches from its own address alone, and not from ${where}: nothing of yours can leave it that way. ` +
      'Download the file there and drop it here.',
  );
