import { SandboxError } from './errors.ts';
import { isArray, SetBase, sourceOf } from './primordials.ts';

// biome-ignore lint/complexity/noBannedTypes: it is the person's code, of which only this much is known
type Code = Function;
type Exports = { [name: string]: unknown };

/** Code that `onlyReads` what it is given has been seen to change nothing, and to remember nothing between its calls. */
type Manners = { onlyReads: boolean };

export type Decider = Manners & { decide: Code; evolve: Code; initialState: unknown };
export type ReadModel = Manners & {
  hears: ReadonlySet<string>;
  evolve: Code;
  getDocumentId: Code;
  initialState: unknown;
};
/** It answers events: with commands, or as a translation with public events. */
export type Policy = { react: Code; phase: 'react' | 'translate'; makes: 'command' | 'event' };
export type Upcaster = { upcast: Code };
/** It folds and decides like a decider; `getWorkflowId` says which of its streams an input goes to. */
export type Process = Decider & { getWorkflowId: Code };

const asRecord = (value: unknown): Exports | undefined =>
  (typeof value === 'object' || typeof value === 'function') && value !== null ? (value as Exports) : undefined;

/** Where the functions may stand: as exports, in a default export, or in an exported object. */
const holdersOf = (exports: unknown): Exports[] => {
  const named = asRecord(exports);
  if (!named) return [];
  const objects = Object.values(named).filter(
    (value) => typeof value === 'object' && value !== null && !isArray(value),
  );
  const places: unknown[] = [named, named.default, named.decider, ...objects];
  return places.map(asRecord).filter((place) => place !== undefined);
};

const isCode = (value: unknown): value is Code => typeof value === 'function';

/** The first holder that has one of these functions decides; its neighbours come from there, or from the exports. */
const holderOf = (exports: unknown, ...names: string[]): Exports | undefined =>
  holdersOf(exports).find((holder) => names.some((name) => isCode(holder[name])));

const firstOf = (holder: Exports, exports: unknown, names: string[]): unknown => {
  const named = asRecord(exports) ?? {};
  for (const place of [holder, named]) for (const name of names) if (place[name] !== undefined) return place[name];
  return undefined;
};

const needCode = (value: unknown, name: string, whose: string): Code => {
  if (isCode(value)) return value;
  throw new SandboxError(`${whose} does not export a function \`${name}\`.`);
};

const firstParameters = /^(?:async\s+)?(?:function\b)?\s*[\w$]*\s*\(?\s*([\w$]+)\s*,\s*([\w$]+)/;

/** By the names that people give them; values could only be guessed at. */
const refuseSwapped = (code: Code, name: string, first: RegExp, second: RegExp, order: string): void => {
  const [, one, two] = firstParameters.exec(sourceOf(code)) ?? [];
  if (one && two && first.test(two) && second.test(one))
    throw new SandboxError(
      `The parameters of ${name} are (${order}), in this order. Here they are swapped: (${one}, ${two}).`,
    );
};

const refuseSwappedDecider = ({ decide, evolve }: Decider): void => {
  refuseSwapped(decide, 'decide', /command|^cmd$/i, /state/i, 'command, state');
  refuseSwapped(evolve, 'evolve', /state/i, /event|^evt$/i, 'state, event');
};

export const asDecider = (exports: unknown, name: string, { onlyReads }: Manners): Decider => {
  const holder = holderOf(exports, 'decide') ?? holderOf(exports, 'evolve', 'when') ?? {};
  const initialState = firstOf(holder, exports, ['initialState', 'getInitialState']);
  if (initialState === undefined) throw new SandboxError(`${name} does not export \`initialState\`.`);
  const decider: Decider = {
    onlyReads,
    decide: needCode(firstOf(holder, exports, ['decide']), 'decide', name),
    evolve: needCode(firstOf(holder, exports, ['evolve', 'when']), 'evolve', name),
    initialState,
  };
  refuseSwappedDecider(decider);
  return decider;
};

export const asReadModel = (
  exports: unknown,
  name: string,
  { onlyReads, deafTo = [] }: Manners & { deafTo?: string[] },
): ReadModel => {
  const holder = holderOf(exports, 'evolve') ?? {};
  const canHandle = firstOf(holder, exports, ['canHandle']);
  if (!isArray(canHandle) || !canHandle.every((type) => typeof type === 'string'))
    throw new SandboxError(`${name} does not export \`canHandle\`, a list of the event types that it hears.`);
  const hears = new SetBase<string>(canHandle);
  for (const type of deafTo) hears.delete(type);
  return {
    onlyReads,
    hears,
    evolve: needCode(firstOf(holder, exports, ['evolve']), 'evolve', name),
    getDocumentId: needCode(firstOf(holder, exports, ['getDocumentId']), 'getDocumentId', name),
    initialState: firstOf(holder, exports, ['initialState']),
  };
};

export const asPolicy = (exports: unknown, name: string): Policy => {
  const holder = holderOf(exports, 'react') ?? {};
  const react = needCode(firstOf(holder, exports, ['react']), 'react', name);
  return { react, phase: 'react', makes: 'command' };
};

export const asTranslation = (exports: unknown, name: string): Policy => {
  const holder = holderOf(exports, 'translate') ?? {};
  const react = needCode(firstOf(holder, exports, ['translate']), 'translate', name);
  return { react, phase: 'translate', makes: 'event' };
};

export const asProcess = (exports: unknown, name: string): Process => {
  // Its events are handed on under their own names: they are watched like those of any code.
  const code = asDecider(exports, name, { onlyReads: false });
  refuseSwapped(code.decide, 'decide', /input|message|event/i, /state/i, 'input, state');
  const holder = holderOf(exports, 'getWorkflowId') ?? {};
  const getWorkflowId = firstOf(holder, exports, ['getWorkflowId']);
  return { ...code, getWorkflowId: needCode(getWorkflowId, 'getWorkflowId', name) };
};

export const asUpcaster = (exports: unknown, name: string): Upcaster => {
  const holder = holderOf(exports, 'upcast') ?? {};
  return { upcast: needCode(firstOf(holder, exports, ['upcast']), 'upcast', name) };
};

/** `initialState` may be a function or the value itself. */
export const startOf = (initialState: unknown): unknown => (isCode(initialState) ? initialState() : initialState);
