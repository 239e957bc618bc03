import type { RunningModule } from '#runtime';
import { eventsReadFrom, type Sandbox, unreadKey } from '#sandbox';
import type { StoredReading, StoredToRead } from '../EngineApi.ts';
import { readingOf } from '../program/upcasting.ts';
import { upcasterModulesOf } from '../program/upcastSteps.ts';

/**
 * How stored events of one type are read by steps that need not be in force: in a sandbox of its own, which is kept for
 * the next time. One question after the other.
 */
export const createStoredReader = (createSandbox: () => Sandbox) => {
  let sandbox: Sandbox | undefined;
  let loaded: { key: string; modules: Map<string, RunningModule> } = { key: '', modules: new Map() };
  let last: Promise<unknown> = Promise.resolve();

  const opened = (): Sandbox => (sandbox ??= createSandbox());

  const load = async ({ event, storeAsJson }: StoredToRead): Promise<ReadonlyMap<string, RunningModule>> => {
    const modules = upcasterModulesOf({ events: [event] });
    const key = JSON.stringify([storeAsJson, modules]);
    if (modules.length === 0 || key === loaded.key) return loaded.modules;
    const statuses = await opened().load(modules, { storeAsJson });
    const running = statuses.map((status): [string, RunningModule] => [
      status.module.id,
      status.kind === 'broken' ? { kind: 'broken', error: status.error } : { kind: 'ready', hash: '' },
    ]);
    loaded = { key, modules: new Map(running) };
    return loaded.modules;
  };

  const read = async (wish: StoredToRead): Promise<StoredReading[]> => {
    const reading = readingOf({ events: [wish.event] }, { sandbox: opened, modules: await load(wish) });
    const events = await reading.read(wish.events);
    return events.map((event) => {
      const error = event.metadata[unreadKey];
      const read = eventsReadFrom(event).map(({ type, data, metadata }) => ({
        type,
        data,
        version: metadata.schemaVersion,
      }));
      return { events: read, ...(typeof error === 'string' ? { error } : {}) };
    });
  };

  return {
    readStored: (wish: StoredToRead): Promise<StoredReading[]> => {
      const turn = last.then(() => read(wish));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: (): void => sandbox?.close(),
  };
};
