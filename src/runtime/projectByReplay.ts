import type { DocumentChange } from '#event-store';
import { type ProjectedPage, projectionOf, type ReadyReadModel } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';

/**
 * So many events are handed to a read model one page after the other, watched for what it should not do. More are
 * projected where the sandbox holds the log, as replay does, in a fraction of the time.
 */
export const mostWatched = 5_000;

/**
 * What all events up to a position make of a read model, up to the one that its code breaks at. Undefined where the code
 * does not say at which event it never ends.
 */
export const projectByReplay = async (
  run: Run,
  readModel: ReadyReadModel,
  position: number,
  signal?: AbortSignal,
): Promise<ProjectedPage | undefined> => {
  const request = { position, states: [], readModels: [readModel.id] };
  const [projected] = (await run.sandbox.moment(request, signal ? { signal } : {})).readModels;
  if (!projected) return undefined;
  const { documents: shown, error } = projected;
  const projection = projectionOf(readModel);
  const documents = shown.map(({ documentId, document }): DocumentChange => ({ projection, documentId, document }));
  if (!error) return { documents, position };
  if (isOfSandbox(error)) throw new SandboxLost(error.message);
  return error.position === undefined ? undefined : { documents, position: error.position - 1, error };
};

/**
 * Takes read models through a long history side by side, so that it is read once for all of them. What each comes to,
 * `projectByReplay` says afterwards.
 */
export const projectTogether = async (
  run: Run,
  readModels: ReadyReadModel[],
  position: number,
  signal: AbortSignal,
): Promise<void> => {
  if (readModels.length === 0 || position <= mostWatched) return;
  const request = { position, states: [], readModels: readModels.map(({ id }) => id), first: {} };
  await run.sandbox.moment(request, { signal });
  signal.throwIfAborted();
};
