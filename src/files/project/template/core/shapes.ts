// biome-ignore lint/complexity/noBannedTypes: it is code of the model, of which only this much is known
type Code = Function;
type Exports = { [name: string]: unknown };

export type Decider = {
  decide: (command: unknown, state: unknown) => unknown;
  evolve: (state: unknown, event: unknown) => unknown;
  initialState: () => unknown;
};
export type ReadModel = {
  hears: ReadonlySet<string>;
  evolve: (document: unknown, event: unknown) => unknown;
  getDocumentId: (event: unknown) => unknown;
  initialState: () => unknown;
};
export type Process = Decider & { getWorkflowId: (input: unknown) => unknown };

/** Functions stand as exports, in a default export, or in an exported object. */
const holdersOf = (code: object): Exports[] => {
  const named = code as Exports;
  const places: unknown[] = [named, named.default, named.decider, ...Object.values(named)];
  return places.filter(
    (place): place is Exports => typeof place === 'object' && place !== null && !Array.isArray(place),
  );
};

const isCode = (value: unknown): value is Code => typeof value === 'function';

/**
 * The holder of the first choice of names that anybody has a function of, else the exports: its neighbours come from
 * there.
 */
const partsOf = (code: object, ...choices: string[][]) => {
  const holder = choices
    .map((names) => holdersOf(code).find((place) => names.some((name) => isCode(place[name]))))
    .find((found) => found !== undefined);
  const partNamed = (...wanted: string[]): unknown => {
    for (const place of [holder ?? {}, code as Exports])
      for (const name of wanted) if (place[name] !== undefined) return place[name];
    return undefined;
  };
  const functionOf = (...wanted: string[]) => {
    const found = partNamed(...wanted);
    if (isCode(found)) return (...parameters: unknown[]): unknown => found(...parameters);
    throw new Error(`The code does not export a function \`${wanted[0]}\`.`);
  };
  /** A function that makes it, or the value itself: that is copied, as code may change it. */
  const start = (value: unknown) => (): unknown => (isCode(value) ? value() : structuredClone(value));
  return { partNamed, functionOf, start };
};

export const deciderIn = (code: object): Decider => {
  const { partNamed, functionOf, start } = partsOf(code, ['decide'], ['evolve', 'when']);
  return {
    decide: functionOf('decide'),
    evolve: functionOf('evolve', 'when'),
    initialState: start(partNamed('initialState', 'getInitialState')),
  };
};

export const readModelIn = (code: object, deafTo: readonly string[] = []): ReadModel => {
  const { partNamed, functionOf, start } = partsOf(code, ['evolve']);
  const canHandle = partNamed('canHandle');
  const types: unknown[] = Array.isArray(canHandle) ? canHandle : [];
  return {
    hears: new Set(types.filter((type): type is string => typeof type === 'string' && !deafTo.includes(type))),
    evolve: functionOf('evolve'),
    getDocumentId: functionOf('getDocumentId'),
    initialState: start(partNamed('initialState')),
  };
};

export const policyIn = (code: object) => partsOf(code, ['react']).functionOf('react');

export const translationIn = (code: object) => partsOf(code, ['translate']).functionOf('translate');

export const processIn = (code: object): Process => ({
  ...deciderIn(code),
  getWorkflowId: partsOf(code, ['getWorkflowId']).functionOf('getWorkflowId'),
});

export const upcasterIn = (code: object) => partsOf(code, ['upcast']).functionOf('upcast');
