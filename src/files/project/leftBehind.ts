import type { MarkedStream } from '#event-store';
import { type Board, type Program, programOf } from '#model';
import { offTheWall } from '../document/offTheWall.ts';
import type { ProjectSource } from './ProjectFile.ts';
import { mostSeeded } from './recordedText.ts';

/** What a project does not carry over, or carries over as something else; a sentence for each. */
export const leftBehind = ({ board, history }: ProjectSource): string[] => {
  const program = programOf(board);
  const foreign = countOf(history.events, ({ metadata }) => !metadata.commandId && !metadata.publishedBy);
  const { streams = [] } = history;
  return [
    ...listing('On no note, and so not in the project', withoutNote(board)),
    ...listing('Commands that no decider answers', commandsOfNobody(program)),
    ...listing('Asynchronous here, inline there', asynchronous(program)),
    ...(foreign > 0 ? [`Events that no command made, which the seed leaves out: ${foreign}.`] : []),
    ...(history.commands.length > mostSeeded
      ? [`Recorded commands behind the first ${mostSeeded.toLocaleString('en')}.`]
      : []),
    ...(streams.length > 0
      ? [`Streams that are archived, deleted or described here, and ordinary ones there: ${streams.length}.`]
      : []),
    ...(streams.some(hasBeenClosed)
      ? [
          'Archiving and deleting these streams: the seed does neither, so that commands behind it may come to other events there.',
        ]
      : []),
    ...(board.settings.storeAsJson
      ? []
      : ['Date, Map, Set and bigint in events: there they are what JSON keeps of them.']),
    'The picture of the wall, its history, branches and bookmarks.',
  ];
};

const hasBeenClosed = ({ archivedAt, deletions, hiddenThrough, isTombstoned }: MarkedStream): boolean =>
  [archivedAt, deletions?.length, hiddenThrough, isTombstoned].some(Boolean);

const countOf = <Item>(items: Iterable<Item>, isMeant: (item: Item) => boolean): number => {
  let count = 0;
  for (const item of items) if (isMeant(item)) count += 1;
  return count;
};

const listing = (what: string, names: readonly string[]): string[] =>
  names.length > 0 ? [`${what}: ${names.join(', ')}.`] : [];

const withoutNote = (board: Board): string[] =>
  offTheWall(board)
    .filter((definition) => 'code' in definition)
    .map(({ name }) => name);

const commandsOfNobody = ({ commands }: Program): string[] =>
  commands.filter(({ deciderId }) => deciderId === undefined).map(({ type }) => type);

const asynchronous = ({ readModels }: Program): string[] =>
  readModels.filter(({ lifecycle }) => lifecycle === 'async').map(({ name }) => name);
