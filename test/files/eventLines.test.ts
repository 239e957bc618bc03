import { expect, it } from 'vitest';
import type { Commit, RecordedEvent } from '#event-store';
import { openMemoryStore } from '#event-store';
import { eventLines } from '#files';
import { samples } from '#samples';
import { commitsOf } from '../../src/files/importing/commitsOf.ts';
import { imported } from './support/reading.ts';

const stored = async (commits: Pick<Commit, 'writes' | 'recordedAt'>[]): Promise<RecordedEvent[]> => {
  const store = await openMemoryStore(crypto.randomUUID());
  for (const commit of commits) await store.append(commit);
  return (await store.readAll({ limit: 1000 })).events;
};

it.each(samples)('the events of $name come back from JSON Lines as they were recorded', async ({ load }) => {
  const { history } = await load();
  const before: RecordedEvent[] = history.events.map((event, index) =>
    index === 0 ? { ...event, metadata: { ...event.metadata, schemaVersion: 3 } } : event,
  );

  const { events, summary } = imported([...eventLines(before)].join(''), 'events.jsonl');

  expect(summary.unread.count).toBe(0);
  expect(await stored(commitsOf(events))).toEqual(before);
});
