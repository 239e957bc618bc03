import { projectionOf, readModelIdOf, readyVersions, servingReadModels } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { changeOfServedVersion, readServedVersions } from './servedVersions.ts';

/** Which code serves an asynchronous read model. Takes effect when the program is next taken over. */
export type VersionControl =
  /** Changed code is built beside what serves, which is the code on the wall now. */
  | { kind: 'build-beside' }
  /** The other version serves from now on; refused while it lags. Once more takes it back. */
  | { kind: 'switch-version' }
  /** The code on the wall replaces what was before it, again and at once. */
  | { kind: 'replace-at-once' };

export const controlVersions = async (run: Run, readModelId: string, control: VersionControl): Promise<void> => {
  const { store } = run;
  const wall = run.program().readModels.find(({ id }) => id === readModelId)?.code ?? [];
  switch (control.kind) {
    case 'build-beside':
      return store.storeDocuments([changeOfServedVersion(readModelId, { served: wall })]);
    case 'replace-at-once':
      return store.storeDocuments([changeOfServedVersion(readModelId, null)]);
    case 'switch-version': {
      const version = (await readServedVersions(store)).get(readModelId);
      await refuseLagging(run, readModelId);
      const isWallBeside = JSON.stringify(version?.served) !== JSON.stringify(wall);
      const next = isWallBeside ? wall : version?.previous;
      if (!version || !next) throw new Error('There is no other version to switch to.');
      return store.storeDocuments([changeOfServedVersion(readModelId, { served: next, previous: version.served })]);
    }
  }
};

/** People must not be shown less than they have seen. */
const refuseLagging = async (run: Run, readModelId: string): Promise<void> => {
  const served = new Set(servingReadModels(run).map(({ id }) => id));
  const beside = readyVersions(run, 'async').find((one) => readModelIdOf(one) === readModelId && !served.has(one.id));
  if (!beside) throw new Error('There is no other version that runs.');
  const lag = (await run.store.lastPosition()) - (await run.store.checkpoint(projectionOf(beside)));
  if (lag > 0)
    throw new Error(
      `The other version is ${lag} ${lag === 1 ? 'event' : 'events'} behind: switch once it has caught up.`,
    );
};
