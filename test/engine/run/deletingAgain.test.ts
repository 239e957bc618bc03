import { describe, expect, it } from 'vitest';
import { type CommandRecord, type EventStore, openMemoryStore } from '#event-store';
import { deletingAgain } from '../../../src/engine/run/deletingAgain.ts';
import type { DeletedStream } from '../../../src/engine/run/deletionsInBranch.ts';
import { recordedCommand } from '../../support/recorded.ts';

const step = (kind: DeletedStream['kind'], change: Partial<DeletedStream> = {}): DeletedStream => ({
  kind,
  stream: 'Cart-1',
  position: 2,
  version: 2,
  ...change,
});

const refused = (errorName: string): CommandRecord['outcome'] => ({ kind: 'rejected', errorName, message: 'No.' });

/** A command that found the stream at its second version. */
const found = (change: Partial<CommandRecord> = {}): CommandRecord =>
  recordedCommand('AddItem', 3, { decidedOnVersion: 2, outcome: refused('Full'), ...change });

/** What became of the stream before each of the commands, and at the end. */
const statuses = async (deletions: DeletedStream[], commands: CommandRecord[]) => {
  const store: EventStore = await openMemoryStore(crypto.randomUUID());
  const added = { type: 'ItemAdded', data: {} };
  await store.appendToStream('Cart-1', [added, added]);
  await store.appendToStream('Cart-2', [added]);
  const deleting = deletingAgain({ inTurn: (work) => work(store) }, deletions);
  const all: string[] = [];
  for (const command of commands) {
    await deleting.before(command);
    all.push((await store.streamState('Cart-1')).status);
  }
  await deleting.rest();
  return [...all, (await store.streamState('Cart-1')).status];
};

describe('a deletion that is done again', () => {
  it('stands between the commands that found the stream there, and those that did not any more', async () => {
    expect(await statuses([step('deleted')], [found(), found({ onDeleted: true })])).toEqual([
      'live',
      'soft-deleted',
      'soft-deleted',
    ]);
  });

  it('waits for commands that found the stream, also where its place is only known to be behind its last event', async () => {
    const later = found({ afterPosition: 3 });

    expect(await statuses([step('deleted')], [later, found({ afterPosition: 3, onDeleted: true })])).toEqual([
      'live',
      'soft-deleted',
      'soft-deleted',
    ]);
  });

  it('is there for a command that is stored unchecked on an earlier version', async () => {
    expect(await statuses([step('deleted')], [found({ decidedOnVersion: 1 })])).toEqual([
      'soft-deleted',
      'soft-deleted',
    ]);
  });

  it('is for good only before commands that were refused for it', async () => {
    const steps = [step('deleted'), step('deleted-for-good')];

    expect(await statuses(steps, [found({ onDeleted: true }), found({ outcome: refused('StreamDeleted') })])).toEqual([
      'soft-deleted',
      'tombstoned',
      'tombstoned',
    ]);
  });

  it('is taken back before commands that found the stream again', async () => {
    const steps = [step('deleted'), step('taken-back')];

    expect(await statuses(steps, [found({ onDeleted: true }), found()])).toEqual(['soft-deleted', 'live', 'live']);
  });
});
