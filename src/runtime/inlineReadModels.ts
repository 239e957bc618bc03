import type { Checkpoint, DocumentChange, RecordedEvent } from '#event-store';
import type { CodeError } from '#sandbox';
import { type CaughtUp, catchUp } from './catchUp.ts';
import type { RunNotes } from './outcomes.ts';
import { type Projected, projectEvents, projectionOf, type ReadyReadModel, readyReadModels } from './projectEvents.ts';
import type { Run } from './Run.ts';

export type InlineDocuments = RunNotes & {
  documents: DocumentChange[];
  checkpoints: Checkpoint[];
  /** Where the documents stood that these were computed from. */
  basedOn: Checkpoint[];
  error?: { readModelId: string; error: CodeError };
};

/**
 * What the events make of the inline read models, to be stored in the append's own transaction, if the log still ends
 * at `position` then. A read model that lags (new code, another tab with other code) is brought up to date first.
 */
export const projectInline = async (run: Run, events: RecordedEvent[], position: number): Promise<InlineDocuments> => {
  const current: ReadyReadModel[] = [];
  const readModels = readyReadModels(run, 'inline');
  const checkpoints = await Promise.all(readModels.map((readModel) => run.store.checkpoint(projectionOf(readModel))));
  for (const [index, readModel] of readModels.entries()) {
    const checkpoint = checkpoints[index] ?? 0;
    const caughtUp: CaughtUp = checkpoint === position ? { checkpoint } : await catchUp(run, readModel);
    if (caughtUp.error) return { ...nothing, error: { readModelId: readModel.id, error: caughtUp.error } };
    if (caughtUp.checkpoint === position) current.push(readModel);
  }
  const { documents, errors, logs, diagnostics } = await projectEvents(run, current, events);
  const culprit = culpritOf(errors);
  const checkpointsAt = (at: number): Checkpoint[] =>
    current.map((readModel) => ({ consumer: projectionOf(readModel), position: at }));
  return {
    documents,
    checkpoints: checkpointsAt(position + events.length),
    basedOn: checkpointsAt(position),
    logs,
    diagnostics,
    ...(culprit ? { error: culprit } : {}),
  };
};

const nothing = { documents: [], checkpoints: [], basedOn: [], logs: [], diagnostics: [] };

/** Code that never ends takes all that ran beside it along: the one whose line is named is to blame. */
const culpritOf = (errors: Projected['errors']): Projected['errors'][number] | undefined =>
  errors.find(({ readModelId, error }) => error.place?.moduleId === readModelId) ?? errors[0];
