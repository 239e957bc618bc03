import { filesRoom } from './filesRoom.ts';
import { modelFileBlob } from './saving.ts';
import type { SaveOptions } from './WorkspaceApi.ts';

/** A link that holds the model, and the messengers that would not carry it whole. */
export type ModelLink = { address: string; cutBy: string[] };

/** Null where the model is too large for a link. */
export const linkWithModel = async (options: SaveOptions): Promise<ModelLink | null> => {
  const [file, { hashOfModel, messengersThatCut }] = await Promise.all([modelFileBlob(options), filesRoom()]);
  const hash = file && (await hashOfModel(file));
  if (!hash) return null;
  const address = `${location.origin}${location.pathname}${hash}`;
  return { address, cutBy: messengersThatCut(address.length) };
};
