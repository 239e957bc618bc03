import type { Program } from '#model';
import { catchUp, dropDocuments, projectionOf, type ReadyReadModel, type Run, readyReadModels } from '#runtime';
import type { CodeError } from '#sandbox';

/**
 * What changed code means for stored documents: those of the old code go, inline ones are computed from the first
 * event on at once, asynchronous ones are left to whoever has the turn.
 */
export const followCode = async (
  run: Run,
  before: ReadyReadModel[],
  onStopped: (readModelId: string, error: CodeError) => void,
): Promise<void> => {
  const now = readyReadModels(run);
  const inForce = new Set(now.map(projectionOf));
  for (const old of before) if (!inForce.has(projectionOf(old))) await dropDocuments(run, old);

  const hadBefore = new Map(before.map((readModel) => [readModel.id, projectionOf(readModel)]));
  for (const readModel of now) {
    const old = hadBefore.get(readModel.id);
    if (old !== undefined && old !== projectionOf(readModel)) await dropDocuments(run, readModel);
  }
  for (const readModel of readyReadModels(run, 'inline')) {
    const { error } = await catchUp(run, readModel);
    if (error) onStopped(readModel.id, error);
  }
};

/** The text of everything that runs, by its hash, so that records can be read beside the code that made them. */
export const keepCodeVersions = async (run: Run, program: Program, savedAt: string): Promise<void> => {
  const { modules } = run.program();
  for (const { id, code } of [...program.deciders, ...program.readModels, ...program.policies]) {
    const module = modules.get(id);
    if (module?.kind === 'ready')
      await run.store.keepCodeVersion({ hash: module.hash, moduleId: id, files: code, savedAt });
  }
};
