import type { StoredKind, StoreInspection, StreamDeletion } from '#engine';
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

/** Only what may begin again can be taken back. */
export const deleteStream = async ({ stream, mode }: StreamDeletion): Promise<void> => {
  await orSay(async () => {
    await engine().deleteStream({ stream, mode });
    if (mode === 'tombstone') sayNote(`${stream} is deleted for good: its events stay in the log.`);
    else
      sayNote(`${stream} is deleted: its events stay in the log, and its next command finds a new stream.`, [
        { label: 'Take it back', run: () => void undeleteStream(stream) },
      ]);
  });
};

export const undeleteStream = async (stream: string): Promise<void> => {
  await orSay(async () => {
    await engine().undeleteStream(stream);
    sayNote(`${stream} goes on as if it had not been deleted.`);
  });
};

export const inspectStore = (request: { kind: StoredKind; limit: number }): Promise<StoreInspection | null> =>
  orSay(() => engine().inspectStore(request));
