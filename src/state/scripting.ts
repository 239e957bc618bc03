import { countUpTo, eventAt, ownerOfStream, positionsOf } from '#model';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { historyOf } from './historyIndex.ts';
import { programInForce } from './programSync.ts';
import { send } from './running.ts';
import { shownValue } from './shownValue.ts';
import { positionOf, refreshMoment, seek } from './timeTravel.ts';
import type { Scripting } from './WorkspaceApi.ts';

const { getState } = appStore;

const numberAtLeast = (name: string, value: unknown, least: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
    throw new Error(`\`${name}\` should be a whole number of at least ${least}.`);
  return value;
};

/** Without documents where only states are asked for. */
const momentOf = (streams: string[]) =>
  engine().moment({
    position: positionOf(getState()),
    streams,
    ...(streams.length > 0 ? { shows: { readModelId: null, documents: 0 } } : {}),
  });

const readModelId = (name: string): string => {
  const found = Object.values(getState().board.definitions).find(
    (definition) => definition.kind === 'read-model' && definition.name === name,
  );
  if (!found) throw new Error(`There is no read model named ${name}.`);
  return found.id;
};

const whyNoState = (stream: string): string => {
  const owner = ownerOfStream(Object.values(getState().board.definitions), stream);
  return owner ? `The code of ${owner.name} does not run.` : `No decider owns the stream ${stream}.`;
};

const fileActions = () => import('./fileActions.ts');

const fileOf = (model: string | object | File): File =>
  model instanceof File ? model : new File([typeof model === 'string' ? model : JSON.stringify(model)], 'a script');

/** Everything goes through the functions that the screen uses; answers are as of the cursor. */
const scripting: Scripting = {
  openModel: async (model) => (await fileActions()).openModelIn(fileOf(model)),
  model: async () => JSON.parse(await (await fileActions()).modelFileText()),
  send: async (command) => {
    await seek(getState().events.length);
    const outcome = await send({ ...command, origin: 'script' });
    await refreshMoment();
    return outcome;
  },
  settled: async () => {
    await programInForce();
    const waiting = await engine().settled();
    await refreshMoment();
    const { definitions } = getState().board;
    return waiting.map(({ consumerId, why }) => ({ name: definitions[consumerId]?.name ?? consumerId, why }));
  },
  events: async ({ stream, from = 1, limit } = {}) => {
    numberAtLeast('from', from, 1);
    if (limit !== undefined) numberAtLeast('limit', limit, 1);
    const { events } = getState();
    const upTo = positionOf(getState());
    if (stream === undefined) return events.slice(from - 1, Math.min(upTo, from - 1 + (limit ?? upTo)));
    const positions = positionsOf(historyOf(events).streams, stream);
    const wanted = positions.slice(countUpTo(positions, from - 1), countUpTo(positions, upTo));
    return wanted.slice(0, limit).flatMap((position) => eventAt(events, position) ?? []);
  },
  stateOf: async (stream) => {
    if (typeof stream !== 'string')
      throw new Error('`stream` should be the name of a stream, such as ShoppingCart-cart-1.');
    const { states } = await momentOf([stream]);
    const [state] = states;
    if (!state) throw new Error(whyNoState(stream));
    return shownValue(state.after);
  },
  readModel: async (name) => {
    const id = readModelId(name);
    const { readModels } = await momentOf([]);
    const documents = readModels.find(({ moduleId }) => moduleId === id)?.documents ?? [];
    return Object.fromEntries(documents.map(({ documentId, document }) => [documentId, document]));
  },
  position: async () => positionOf(getState()),
  seek: async (position) => seek(numberAtLeast('position', position, 0)),
  windClock: async (to) => {
    await programInForce();
    await engine().windClock(to);
    await refreshMoment();
  },
};

declare global {
  interface Window {
    replayground?: Scripting;
  }
}

/** Puts the scripting functions where a trainer's console or a test finds them. */
export const offerScripting = (): void => {
  window.replayground = scripting;
};
