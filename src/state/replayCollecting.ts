import type { ReplayStep } from '#engine';
import type { CollectedHistory, CollectedStep } from '#files';
import { asPlain, type Json } from '#model';
import { engine } from './engineAccess.ts';
import { filesRoom } from './filesRoom.ts';
import { mostReplayed, type ReplayedPart } from './replayedPart.ts';
import { shownValue } from './shownValue.ts';

/** Characters of what events made of states and documents. */
const mostCharacters = 10_000_000;

/** Documents of each read model that are known from before the first event that is shown. */
const mostAtStart = 500;

export type CollectOptions = {
  part: ReplayedPart;
  /** Events of the run. */
  total: number;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
};

/**
 * What events made of states and documents, asked of the engine page by page, as far as it fits. Rejects with an
 * `AbortError` where nobody wants it any more.
 */
export const collectReplay = async ({ part, total, signal, onProgress }: CollectOptions): Promise<CollectedHistory> => {
  const { withoutFirst } = await (await filesRoom()).loadReplayPage();
  const wanted = Math.min(total, mostReplayed);
  const from = part === 'first' ? 1 : total - wanted + 1;
  const start = from > 1 ? await engine().replayDocuments({ position: from - 1, most: mostAtStart }) : [];
  let collected: CollectedHistory = { from, start, steps: [] };
  const sizes: number[] = [];
  let characters = 0;
  for (let done = 0; done < wanted; ) {
    onProgress(done, wanted);
    signal.throwIfAborted();
    const steps = await engine().replaySteps({ from: from + done, limit: wanted - done });
    if (steps.length === 0) break;
    for (const step of steps.map(collectedStep)) {
      const size = JSON.stringify(step).length;
      if (characters + size > mostCharacters && part === 'first') return collected;
      collected.steps.push(step);
      sizes.push(size);
      characters += size;
    }
    // The newest ones are wanted: the oldest make room for them.
    let tooMany = 0;
    for (; characters > mostCharacters; tooMany += 1) characters -= sizes[tooMany] ?? 0;
    if (tooMany > 0) collected = withoutFirst(collected, tooMany);
    sizes.splice(0, tooMany);
    done += steps.length;
  }
  signal.throwIfAborted();
  return collected;
};

const collectedStep = ({ state, documents, broken }: ReplayStep): CollectedStep => ({
  ...(state && {
    state: {
      moduleId: state.moduleId,
      before: asData(state.before),
      after: asData(state.after),
      ...(state.error && { error: state.error.message }),
    },
  }),
  documents,
  broken: broken.map(({ readModelId, error }) => ({ readModelId, message: error.message })),
});

/** A state as data that reads like it: Maps as records, dates and large numbers as text. */
const asData = (text: string): Json => JSON.parse(JSON.stringify(asPlain(shownValue(text)), inWords) ?? 'null') as Json;

/** JSON has no words for them. */
const inWords = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
