import { droppedDocuments } from './catchUp.ts';
import { forgetFaults } from './faults/faultDesk.ts';
import { allBeside, changeLife, usualLifeCycle } from './lifeCycle.ts';
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
    const served = { changes: [changeOfServedVersion(readModel.id, null)] };
    const usual = async () =>
      allBeside(droppedDocuments(readModel), served, await forgetFaults(run.store, readModel.id));
    await changeLife(run.store, readModel.id, () => usualLifeCycle, usual);
  }
};
