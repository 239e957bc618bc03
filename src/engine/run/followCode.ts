import type { CodeFile, Program } from '#model';
import {
  catchUp,
  dropDocuments,
  projectionOf,
  projectTogether,
  type ReadyReadModel,
  type Run,
  readyReadModels,
  readyVersions,
  wholeShare,
} from '#runtime';
import { codeVersionOf, type Reading } from '../program/upcasting.ts';

/**
 * What changed code means for stored documents: those of the old code go, inline ones are computed from the first
 * event on at once, asynchronous ones are left to whoever has the turn. Gives up where it takes long and is not wanted
 * any more: whoever follows the next code does it then.
 */
export const followCode = async (run: Run, before: ReadyReadModel[], signal: AbortSignal): Promise<void> => {
  const inForce = new Set(readyVersions(run).map(projectionOf));
  for (const old of before) if (!inForce.has(projectionOf(old))) await dropDocuments(run, old);

  const known = new Set(before.map(projectionOf));
  const lagging = await behind(run, readyReadModels(run, 'inline'));
  const changed = lagging.filter((readModel) => !known.has(projectionOf(readModel)));
  await projectTogether(run, changed, await run.store.lastPosition(), signal);
  for (const readModel of lagging) {
    // What stopped stays stopped until its code changes: it may have taken a time limit to find out.
    if (!changed.includes(readModel) && (await run.store.checkpoint(wholeShare(readModel).stop)) > 0) continue;
    await catchUp(run, readModel);
  }
};

/** A large wall has hundreds, and next to none of them lag: they are all asked at once. */
const behind = async (run: Run, readModels: ReadyReadModel[]): Promise<ReadyReadModel[]> => {
  const end = await run.store.lastPosition();
  const checkpoints = await Promise.all(readModels.map((readModel) => run.store.checkpoint(projectionOf(readModel))));
  return readModels.filter((_, index) => (checkpoints[index] ?? 0) < end);
};

/** The text of what runs, by its hash, so that records can be read beside the code that made them. Each text once. */
export const createCodeKeeper = (run: Run, reading: () => Reading) => {
  const kept = new Set<string>();
  return async (program: Program, savedAt: string): Promise<void> => {
    const { deciders, readModels, policies } = program;
    const { key } = reading();
    const { modules } = run.program();
    const all: { id: string; code: CodeFile[]; deafTo?: string[] }[] = [...deciders, ...readModels, ...policies];
    const versions = all.flatMap(({ id, code, deafTo }) => {
      const hash = codeVersionOf(code, key, deafTo);
      const module = modules.get(id);
      const isNew = module?.kind === 'ready' && module.hash === hash && !kept.has(hash);
      return isNew ? [{ hash, moduleId: id, files: code, savedAt }] : [];
    });
    await run.store.keepCodeVersions(versions);
    for (const { hash } of versions) kept.add(hash);
  };
};
