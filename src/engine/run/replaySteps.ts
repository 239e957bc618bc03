import type { Json, RecordedEvent } from '#event-store';
import type { Program } from '#model';
import { momentAt } from '#replay';
import { type Queue, type Run, readyReadModels } from '#runtime';
import type { CodeError } from '#sandbox';
import { foldersOf } from './foldersOf.ts';

/** What one event made of its stream's state and of documents, on the present code. */
export type ReplayStep = {
  position: number;
  /** Tagged JSON; none where nobody folds the stream. */
  state?: { moduleId: string; before: string; after: string; error?: CodeError };
  /** `null`: was not there, or is not there any more. */
  documents: { readModelId: string; documentId: string; before: Json | null; after: Json | null }[];
  /** Read models whose code broke at this event or before it. */
  broken: { readModelId: string; error: CodeError }[];
};

/** The documents of a read model at a position: the first ones by id, and how many there are besides. */
export type ReplayDocuments = {
  readModelId: string;
  documents: { documentId: string; document: Json }[];
  left: number;
};

export type ReplayWish = { from: number; limit: number };

/** So many steps are told at once at most, and about so many characters of what they made: the rest is asked for again. */
const mostSteps = 200;
const mostCharacters = 1_000_000;

/** The steps of events that follow each other, one or more of them; none where there are no more events. */
export const replaySteps = async (
  run: Run,
  queue: Queue,
  program: Program,
  { from, limit }: ReplayWish,
): Promise<ReplayStep[]> => {
  const { events } = await run.store.readAll({ from, limit: Math.min(limit, mostSteps), archived: 'included' });
  const steps: ReplayStep[] = [];
  let characters = 0;
  for (const event of events) {
    const step = await stepAt(run, queue, program, event);
    steps.push(step);
    characters += JSON.stringify(step).length;
    if (characters > mostCharacters) break;
  }
  return steps;
};

const stepAt = async (run: Run, queue: Queue, program: Program, { metadata }: RecordedEvent): Promise<ReplayStep> => {
  const { globalPosition: position, streamName } = metadata;
  const states = foldersOf(program, [streamName]);
  const moment = await momentAt(run, queue, { position, states, replaysDocuments: true, shows: nothingElse });
  const [state] = moment.states;
  return {
    position,
    ...(state && { state: { moduleId: state.moduleId, before: state.before, after: state.after, ...whyOf(state) } }),
    documents: moment.readModels.flatMap(({ moduleId, documents, changed }) =>
      changed.map(({ documentId, before }) => ({
        readModelId: moduleId,
        documentId,
        before,
        after: documents.find((one) => one.documentId === documentId)?.document ?? null,
      })),
    ),
    broken: moment.readModels.flatMap(({ moduleId, error }) => (error ? [{ readModelId: moduleId, error }] : [])),
  };
};

/** No documents besides those that the event changed. */
const nothingElse = { readModelId: null, documents: 0 };

const whyOf = ({ error }: { error?: CodeError }): { error?: CodeError } => (error ? { error } : {});

/** What stands in each read model whose code runs, so that steps can go on from there. */
export const replayDocuments = async (
  run: Run,
  queue: Queue,
  { position, most }: { position: number; most: number },
): Promise<ReplayDocuments[]> => {
  const found: ReplayDocuments[] = [];
  for (const { id: readModelId } of readyReadModels(run)) {
    const shows = { readModelId, documents: most };
    const moment = await momentAt(run, queue, { position, states: [], replaysDocuments: true, shows });
    const shown = moment.readModels.find(({ moduleId }) => moduleId === readModelId);
    const { documents = [], left } = shown ?? {};
    found.push({ readModelId, documents, left: typeof left === 'number' ? left : 0 });
  }
  return found;
};
