import type { Board } from './definitions.ts';

/** The initial state of a board's stream. */
export const emptyBoard = (modelId: string, name: string): Board => ({
  modelId,
  name,
  settings: { clock: { kind: 'real' }, storeAsJson: true },
  definitions: {},
  notes: {},
  connections: {},
  specifications: {},
});
