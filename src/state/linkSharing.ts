import { filesRoom } from './filesRoom.ts';
import { orSay } from './messages.ts';
import { modelFileBlob } from './saving.ts';
import type { SaveOptions } from './WorkspaceApi.ts';

/** A link that holds the model, and the messengers that would not carry it whole. */
export type ModelLink = { address: string; cutBy: string[] };

/** Null where it cannot be made, which is said. */
export const linkWithModel = (options: SaveOptions): Promise<ModelLink | 'too-long' | null> =>
  orSay(async () => {
    const wanted = new AbortController().signal;
    const [file, { makeHash, messengersThatCut }] = await Promise.all([modelFileBlob(options, wanted), filesRoom()]);
    const hash = file && (await makeHash(file));
    if (!hash) return 'too-long';
    const address = `${location.origin}${location.pathname}${hash}`;
    return { address, cutBy: messengersThatCut(address.length) };
  });
