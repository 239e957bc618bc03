import {
  type Arrows,
  arrowsOf,
  type Board,
  commandsOf,
  contextsOf,
  type Definition,
  eventsOf,
  idFieldOf,
  isProcessCode,
  kindInfo,
  kindWordOf,
  type NoteKind,
  ofKind,
  standingOf,
} from '#model';
import { asCode, asMarkdown } from './escaping.ts';
import { fieldTable } from './fieldTable.ts';
import { hearersOf, lookersOf, namesOf, recordersOf, sendersOf } from './flows.ts';

const fact = (word: string, names: string): string[] => (names === '' ? [] : [`- ${word}: ${names}`]);

const list = (...lines: string[][]): string[] => {
  const facts = lines.flat();
  return facts.length > 0 ? [...facts, ''] : [];
};

const factsOf = (board: Board, arrows: Arrows, definition: Definition): string[] => {
  const { id } = definition;
  switch (definition.kind) {
    case 'command':
      return [
        ...list(
          fact('Sent by', namesOf(sendersOf(arrows, id))),
          fact('Goes to', namesOf([...arrows.outOf(id, 'decider'), ...arrows.outOf(id, 'system')])),
        ),
        ...fieldTable(definition.fields),
      ];
    case 'event':
      return [
        ...list(
          definition.schemaVersion > 1 ? [`- Version: ${definition.schemaVersion}`] : [],
          standingOf(board, definition) ? [`- ${kindWordOf(board, definition)}`] : [],
          fact('Recorded by', namesOf(recordersOf(arrows, id))),
          fact('Heard by', namesOf(hearersOf(arrows, id))),
        ),
        ...fieldTable(definition.fields),
      ];
    case 'decider': {
      const idField = idFieldOf(board, id);
      return list(
        [`- Streams: ${asCode(`${definition.category}-…`)}`],
        fact('Id of a stream', idField === '' ? '' : asCode(idField)),
        fact('Commands', namesOf(commandsOf(arrows, id))),
        fact('Events', namesOf(eventsOf(arrows, id))),
      );
    }
    case 'policy':
      return list(
        standingOf(board, definition) ? [`- ${kindWordOf(board, definition)}`] : [],
        isProcessCode(definition.code) ? ['- A process manager, with a stream of its own'] : [],
        definition.isOn ? [] : ['- Switched off'],
        fact('Hears', namesOf([...arrows.into(id, 'event'), ...arrows.into(id, 'read-model')])),
        fact('Sends', namesOf(arrows.outOf(id, 'command'))),
        fact('Publishes', namesOf(arrows.outOf(id, 'event'))),
      );
    case 'read-model':
      return list(
        fact('Hears', namesOf(arrows.into(id, 'event'))),
        fact('Looked at by', namesOf(lookersOf(arrows, id))),
        [`- Kept ${definition.lifecycle === 'inline' ? 'in the same transaction as the events' : 'asynchronously'}`],
      );
    default:
      return [];
  }
};

const inDetail: readonly NoteKind[] = ['command', 'event', 'decider', 'policy', 'read-model'];
const byName: readonly NoteKind[] = ['actor', 'screen', 'system', 'hotspot', 'frame'];

const titleOf = (kind: NoteKind): string => (kind === 'event' ? 'Events' : kindInfo[kind].plural);

/** A context says that it is one, and what stands in it. */
const namedOf = (board: Board, definition: Definition): string => {
  const name = `- ${asMarkdown(definition.name)}`;
  if (definition.kind !== 'frame' || !definition.isContext) return name;
  const contexts = contextsOf(board);
  const inside = Object.values(board.notes).flatMap(({ id, definitionId }) =>
    contexts.get(id)?.id === definition.id ? (board.definitions[definitionId] ?? []) : [],
  );
  const deciders = ofKind([...new Set(inside)], 'decider');
  return `${name}: bounded context${deciders.length > 0 ? ` of ${namesOf(deciders)}` : ''}`;
};

/** What each note means: messages with their fields first, then who takes part; in the board's order. */
export const glossaryOf = (board: Board): string[] => {
  const arrows = arrowsOf(board);
  const details = inDetail.flatMap((kind) => {
    const own = ofKind(arrows.placed, kind);
    if (own.length === 0) return [];
    const entries = own.flatMap((definition) => [
      `### ${asMarkdown(definition.name)}`,
      '',
      ...factsOf(board, arrows, definition),
      '',
    ]);
    return [`## ${titleOf(kind)}`, '', ...entries];
  });
  const names = byName.flatMap((kind) => {
    const own = ofKind(arrows.placed, kind);
    return own.length === 0 ? [] : [`## ${titleOf(kind)}`, '', ...own.map((one) => namedOf(board, one)), ''];
  });
  return [...details, ...names];
};
