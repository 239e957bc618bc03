import type { StoredKind, StoreInspection } from '#engine';
import { engine } from './engineAccess.ts';
import { orSay, sayNote } from './messages.ts';

/** Its lane goes out of sight, so that it is said how it comes back. */
export const archiveStream = async (stream: string): Promise<void> => {
  await orSay(async () => {
    await engine().archiveStream(stream);
    sayNote(`${stream} is archived: it takes no more commands, and its events stay.`, [
      { label: 'Take it back', run: () => void unarchiveStream(stream) },
    ]);
  });
};

export const unarchiveStream = async (stream: string): Promise<void> => {
  await orSay(async () => {
    await engine().unarchiveStream(stream);
    sayNote(`${stream} is back from the archive.`);
  });
};

export const inspectStore = (request: { kind: StoredKind; limit: number }): Promise<StoreInspection | null> =>
  orSay(() => engine().inspectStore(request));
