import { makesEvents } from '../../contexts/isTranslation.ts';
import type { Connection, Definition, Lens, NoteKind } from '../../definitions.ts';
import { lenses, noteKinds } from '../../definitions.ts';
import { kindInfo, mayFollow, whyNot } from '../../grammar.ts';
import type { Finding, Fix, Rule } from '../Advice.ts';
import { insertBetween, removeArrows, turnAround } from '../fixes.ts';
import type { Sight } from '../Sight.ts';

/** Kinds that a person may be sent to insert; a system is no makeshift. */
const insertable: readonly NoteKind[] = noteKinds.filter((kind) => !['hotspot', 'frame', 'system'].includes(kind));

/** The shortest way of notes that may stand between two kinds, up to two of them. */
const kindsBetween = (from: NoteKind, to: NoteKind, lens: Lens): NoteKind[] | null => {
  const after = (kind: NoteKind) => insertable.filter((next) => mayFollow(kind, next, lens));
  const [one] = after(from).filter((kind) => mayFollow(kind, to, lens));
  if (one) return [one];
  for (const first of after(from))
    for (const second of after(first)) if (mayFollow(second, to, lens)) return [first, second];
  return null;
};

const betweenNames = (kinds: NoteKind[], from: Definition, to: Definition) =>
  kinds.map((kind) => ({
    kind,
    name: kind === 'policy' && kinds.length === 1 ? `Whenever ${from.name}, then ${to.name}` : undefined,
  }));

/** One note between is the clearest; an arrow that is right the other way round was drawn the wrong way. */
const fixOf = (sight: Sight, arrow: Connection, from: Definition, to: Definition): Fix => {
  const between = kindsBetween(from.kind, to.kind, sight.lens);
  const isRightTurned = mayFollow(to.kind, from.kind, sight.lens);
  if (between && !(between.length > 1 && isRightTurned))
    return insertBetween(sight, arrow, betweenNames(between, from, to));
  return isRightTurned ? turnAround(arrow) : removeArrows('Remove the arrow', [arrow.id]);
};

const isOwnEvent = (from: Definition, to: Definition): boolean => makesEvents(from) && to.kind === 'event';

const findingOf = (sight: Sight, arrow: Connection): Finding[] => {
  const [from, to] = [sight.definitionAt(arrow.from), sight.definitionAt(arrow.to)];
  if (!from || !to || mayFollow(from.kind, to.kind, sight.lens) || isOwnEvent(from, to)) return [];
  return [
    {
      severity: 'warning',
      definitionId: from.id,
      place: { kind: 'arrow', connectionId: arrow.id },
      message: `${from.name} leads to ${to.name}: ${whyNot(from.kind, to.kind, sight.lens)}`,
      fix: fixOf(sight, arrow, from, to),
    },
  ];
};

export const knownArrows: Rule = {
  id: 'G1',
  title: 'Arrows that the notation does not know',
  why:
    'Each arrow says one kind of thing: who asks, who decides, what happened, who hears of it. An arrow that skips ' +
    'one of these hides a decision that somebody has to take.',
  lenses,
  find: (sight) => Object.values(sight.board.connections).flatMap((arrow) => findingOf(sight, arrow)),
};

const isOfTime = ({ kind }: Definition): boolean => !['hotspot', 'frame', 'actor'].includes(kind);

export const backwardArrows: Rule = {
  id: 'G16.backwards',
  title: 'Arrows that run backwards in time',
  why: 'Time runs from left to right: what comes later stands further right. Show a second note rather than lead back.',
  lenses: ['event-modeling'],
  find: ({ board, definitionAt }) =>
    Object.values(board.connections).flatMap(({ id, from, to }): Finding[] => {
      const [one, other] = [board.notes[from], board.notes[to]];
      const [source, target] = [definitionAt(from), definitionAt(to)];
      if (!one || !other || !source || !target || !isOfTime(source) || !isOfTime(target)) return [];
      const width = one.width ?? kindInfo[source.kind].defaultSize.width;
      if (other.x >= one.x - width / 2) return [];
      return [
        {
          severity: 'information',
          definitionId: source.id,
          place: { kind: 'arrow', connectionId: id },
          message: `The arrow from ${source.name} to ${target.name} runs backwards in time.`,
        },
      ];
    }),
};
