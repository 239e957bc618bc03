import { countUpTo, positionsOf } from '#model';
import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { filesRoom } from './filesRoom.ts';
import { historyOf, isGrownFrom } from './historyIndex.ts';
import { orSay, sayNote } from './messages.ts';
import { type CollectOptions, collectReplay } from './replayCollecting.ts';
import { mostReplayed } from './replayedPart.ts';
import { partsToWrite } from './saving.ts';

/** A page that replays, with what it shows: events `from` to `to` of `total`; `to` is before `from` where there are none. */
export type ReplayPage = {
  page: Blob;
  from: number;
  to: number;
  total: number;
  /** Not all that were wanted did fit. */
  isCut: boolean;
  /** Whether the model in it has its events. */
  hasEvents: boolean;
};

type MakeOptions = Omit<CollectOptions, 'total'>;

/** Makes a page of the run in use. Rejects with an `AbortError` where nobody wants it any more. */
export const makeReplayPage = async (options: MakeOptions): Promise<ReplayPage> => {
  const { blobOf, loadPicture, loadReplayPage, modelFilePieces, tooLargeToOpen } = await filesRoom();
  const [{ replayDataOf, replayPagePieces }, { pictureOf }] = await Promise.all([loadReplayPage(), loadPicture()]);
  const parts = await partsToWrite({});
  const { board, history } = parts;
  const { events, commands } = history;
  const total = events.length;
  const collected = await collectReplay({ ...options, total });
  if (!isGrownFrom(events, appStore.getState().events))
    throw new Error('Another run was opened meanwhile. No page was made: choose it again.');
  const [before, to] = [collected.from - 1, collected.from - 1 + collected.steps.length];
  const hasEvents = !tooLargeToOpen(events);
  const model = hasEvents ? parts : { ...parts, history: { events: [], commands: [] } };
  const data = replayDataOf({
    board,
    events: events.slice(before, to),
    commands,
    total,
    countsBefore: countsUpTo(events, before),
    collected,
  });
  const pieces = replayPagePieces({ data, wall: pictureOf(board).svg, model: modelFilePieces(model) });
  const page = await blobOf(pieces, 'text/html', { signal: options.signal, onPiece: () => undefined });
  return { page, from: collected.from, to, total, isCut: isCut(collected.steps.length, total), hasEvents };
};

const isCut = (shown: number, total: number): boolean => shown < Math.min(total, mostReplayed);

/** How many of each type there are up to a position, in the order of their first ones. */
const countsUpTo = (events: AppState['events'], position: number): { [type: string]: number } => {
  const { types } = historyOf(events);
  const counts = types.names.map((name) => [name, countUpTo(positionsOf(types, name), position)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};

export const saveReplayPage = async ({ page }: Pick<ReplayPage, 'page'>): Promise<void> => {
  await orSay(async () => {
    const { name } = appStore.getState().board;
    const { saveForOthers } = await filesRoom();
    if (await saveForOthers(page, name, { mimeType: 'text/html', ending: '.replay.html' }))
      sayNote(`Saved a page that replays ${name}.`);
  });
};
