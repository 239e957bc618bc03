import type { Json, RecordedEvent } from '#event-store';
import { inPages } from './inPages.ts';
import { inKeyOrder } from './keyOrder.ts';
import { formatVersion, type ModelFile, type ModelParts } from './ModelFile.ts';
import { ModelFileError } from './ModelFileError.ts';
import { eventsWithFields, type HistoryFields, streamsWithFields } from './unknownFields.ts';

/** What a file is made of, with a history that need not be held as objects. */
export type PartsToWrite = Omit<ModelParts, 'history'> & {
  history: Omit<ModelParts['history'], 'events'> & { events: Iterable<RecordedEvent> };
};

/**
 * The text of a file: pretty-printed, in a stable order, so that a change of the model is a small change of the file.
 * Throws `ModelFileError` where it is longer than a text may be.
 */
export const writeModelFile = (parts: PartsToWrite): string => {
  try {
    return [...modelFilePieces(parts)].join('');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ModelFileError(
      'With its events this model is longer than a browser’s text can be. Save it to a file, or save its events as JSON Lines.',
      { cause: error },
    );
  }
};

/** The same text in pieces: one for each page of the lists that may be long, and what stands around them. */
export function* modelFilePieces({ history, boardHistory, ...parts }: PartsToWrite): Generator<string> {
  const { events, commands, ...rest } = history;
  const { history: ofHistory = {}, ...additional } = parts.additional ?? {};
  const kept = ofHistory as HistoryFields;
  const frame = textOf({
    ...additional,
    ...fileOf(
      { ...parts, history: { ...rest, events: [], commands: [] }, ...(boardHistory && { boardHistory: [] }) },
      kept,
    ),
  });
  const [before, between, after] = partedAt(frame, eventsPlace, commandsPlace);
  yield before;
  yield* listPieces(eventsWithFields(events, kept), (page) => ({ history: { events: page } }));
  yield between;
  yield* listPieces(commands, (page) => ({ history: { commands: page } }));
  if (!boardHistory) return yield after;
  const edits = after.indexOf(editsPlace) + editsPlace.length;
  yield after.slice(0, edits);
  yield* listPieces(boardHistory, (page) => ({ boardHistory: page }));
  yield after.slice(edits);
}

/** No other text of the frame has such line ends. Each is parted where its list is empty. */
const eventsPlace = '\n  "history": {\n    "events": [';
const commandsPlace = '],\n    "commands": [';
const editsPlace = '\n  "boardHistory": [';

const partedAt = (frame: string, ...places: [string, string]): [string, string, string] => {
  const first = frame.indexOf(places[0]) + places[0].length;
  const second = frame.indexOf(places[1], first) + places[1].length;
  return [frame.slice(0, first), frame.slice(first, second), frame.slice(second)];
};

/** What stands between the brackets of a list; `inPlace` is a file with nothing but one page of it. */
function* listPieces<Item>(items: Iterable<Item>, inPlace: (page: Item[]) => object): Generator<string> {
  let end = '';
  for (const page of inPages(items)) {
    const text = textOf(inPlace(page));
    const close = text.lastIndexOf(']');
    const lastLine = text.lastIndexOf('\n', close);
    yield `${end === '' ? '' : ','}${text.slice(text.indexOf('[') + 1, lastLine)}`;
    end = text.slice(lastLine, close);
  }
  yield end;
}

const textOf = (file: object): string =>
  `${JSON.stringify(inKeyOrder(JSON.parse(JSON.stringify(file)) as Json), null, 2)}\n`;

const fileOf = ({ board, history, boardHistory }: ModelParts, kept: HistoryFields): ModelFile => ({
  format: 'replayground',
  formatVersion,
  modelId: board.modelId,
  name: board.name,
  settings: board.settings,
  definitions: Object.values(board.definitions),
  notes: Object.values(board.notes),
  connections: Object.values(board.connections),
  specifications: Object.values(board.specifications),
  ...(board.views && { views: board.views }),
  history: {
    ...kept.own,
    events: history.events,
    commands: history.commands,
    ...(history.streams && history.streams.length > 0 && { streams: streamsWithFields(history.streams, kept) }),
  },
  ...(boardHistory ? { boardHistory } : {}),
});
