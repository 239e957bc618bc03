import { dropDocuments } from './catchUp.ts';
import { forgetFaults } from './faultDesk.ts';
import { changeLife, usualLifeCycle } from './lifeCycle.ts';
import { readyReadModels } from './projectEvents.ts';
import type { Run, RunningProgram } from './Run.ts';
import { changeOfServedVersion } from './servedVersions.ts';

/**
 * An inline read model is what the events make of it. One that was asynchronous may have left events out or heard some
 * twice, so it begins anew.
 */
export const leaveAsynchronous = async (run: Run, before: RunningProgram['readModels']): Promise<void> => {
  const were = new Set(before.filter(({ lifecycle }) => lifecycle === 'async').map(({ id }) => id));
  for (const readModel of readyReadModels(run, 'inline')) {
    if (!were.has(readModel.id)) continue;
    await dropDocuments(run, readModel);
    const changes = [changeOfServedVersion(readModel.id, null)];
    await changeLife(run.store, readModel.id, () => usualLifeCycle, { changes });
    await forgetFaults(run.store, readModel.id);
  }
};
