import type { EngineClient } from '#engine';

let current: EngineClient | null = null;

export const attachEngine = (engine: EngineClient): void => {
  current = engine;
};

/** The engine of this tab; there is none before `start`. */
export const engine = (): EngineClient => {
  if (!current) throw new Error('Replayground is still starting: try again in a moment.');
  return current;
};
