import type { Definition } from './definitions.ts';
import { categoryOf } from './streamNames.ts';

/** The decider or process manager whose state a stream makes, whether or not its code runs. */
export const ownerOfStream = (definitions: readonly Definition[], stream: string): Definition | undefined =>
  definitions.find(
    (definition) =>
      (definition.kind === 'decider' || definition.kind === 'policy') && definition.category === categoryOf(stream),
  );
