import { growthOf } from '../../code/growth.ts';
import { growthFix, listedNames } from '../../code/growthFix.ts';
import { type Impurity, impuritiesIn } from '../../code/impurities.ts';
import type { Board, CodeFile, DefinitionOf } from '../../definitions.ts';
import { recordOf } from '../../records.ts';
import { typesModule } from '../../typesOf.ts';
import type { Finding, Fix, Rule, Severity } from '../Advice.ts';
import type { Sight } from '../Sight.ts';

type WithCode = DefinitionOf<'decider' | 'read-model' | 'policy'>;

const withCode = (sight: Sight): WithCode[] =>
  [...sight.placed('decider'), ...sight.placed('read-model'), ...sight.placed('policy')].filter(
    ({ code }) => code.length > 0,
  );

const fromProcess = ['process', 'design', 'event-modeling'] as const;

export const codeKnowsTheWall: Rule = {
  id: 'code-unknown',
  title: 'Code that does not know the wall',
  why: 'What stands on the wall and has no case in the code is refused, or passes unheard, when it comes.',
  lenses: fromProcess,
  find: (sight) =>
    withCode(sight).flatMap(({ id, name }): Finding[] => {
      const growth = growthOf(sight.board, id);
      if (!growth?.isNeeded) return [];
      return [
        {
          severity: 'warning',
          definitionId: id,
          place: { kind: 'code', ...growth.asked },
          message: `${name} does not know ${listedNames(growth.unknown)} yet.`,
          fix: growthFix(sight.board, id),
        },
      ];
    }),
};

type InFile = Impurity & { file: CodeFile };

const found = new WeakMap<CodeFile[], InFile[]>();

/** Code stays the same object until it is edited: it is read once. */
const impuritiesOf = ({ code }: WithCode): InFile[] => {
  const known =
    found.get(code) ?? code.flatMap((file) => impuritiesIn(file.text).map((impurity) => ({ ...impurity, file })));
  found.set(code, known);
  return known;
};

/**
 * Looks at the code of one module at each step, as somebody may have made many to take long; the rules find it looked
 * at.
 */
export function* lookingAtCode(sight: Sight): Generator<never[], void> {
  for (const definition of withCode(sight)) {
    growthOf(sight.board, definition.id);
    impuritiesOf(definition);
    yield [];
  }
}

const findingsOf = (
  sight: Sight,
  isMeant: (impurity: Impurity) => boolean,
  say: (impurity: InFile, definition: WithCode) => { severity: Severity; message: string; fix?: Fix | undefined },
): Finding[] =>
  withCode(sight).flatMap((definition) =>
    impuritiesOf(definition)
      .filter(isMeant)
      .map((impurity) => ({
        definitionId: definition.id,
        place: { kind: 'code', file: impurity.file.path, line: impurity.line },
        ...say(impurity, definition),
      })),
  );

/** Only these run once, when a command comes; all others run again on every replay. */
const decidesNow = ({ phase }: Impurity): boolean => ['decide', 'react', 'translate'].includes(phase);

export const replaysAreAlike: Rule = {
  id: 'code-replay',
  title: 'Code that answers otherwise on every replay',
  why: 'Events are folded again and again. Time and chance belong into the event, where `decide` puts them once.',
  lenses: fromProcess,
  find: (sight) =>
    findingsOf(
      sight,
      (impurity) => impurity.kind !== 'change' && !decidesNow(impurity),
      ({ phase, what, kind }) => ({
        severity: 'warning',
        message: `${phase} asks for ${kind === 'time' ? 'the time' : 'chance'}: ${what}.`,
      }),
    ),
};

/** The time that the command brings, in place of the clock's; where the types of the notes say that it brings one. */
const takeItsTime = ({ what, first, file }: InFile, { id }: WithCode): Fix | undefined => {
  if (!first || !file.text.includes(typesModule)) return undefined;
  const now = `${first}.metadata.now${what === 'Date.now' ? '.getTime()' : ''}`;
  return {
    label: `Take ${first}.metadata.now`,
    intents: (_newId, board) => {
      const code = codeWithTime(board, id, { path: file.path, what, now });
      return code ? [{ type: 'ChangeCode', definitionId: id, code }] : [];
    },
  };
};

/** Every place in `decide` that asks in this way is changed: the person means one as the other. */
const codeWithTime = (
  board: Board,
  definitionId: string,
  { path, what, now }: { path: string; what: string; now: string },
): CodeFile[] | undefined => {
  const definition = recordOf(board.definitions, definitionId);
  if (!definition || !('code' in definition)) return undefined;
  return definition.code.map((file) => {
    if (file.path !== path) return file;
    const places = impuritiesIn(file.text).filter((one) => one.phase === 'decide' && one.what === what);
    const text = places
      .toReversed()
      .reduce((code, { start, end }) => code.slice(0, start) + now + code.slice(end), file.text);
    return { path, text };
  });
};

export const decisionsTakeTheirTime: Rule = {
  id: 'code-clock',
  title: 'Decisions that look at the clock',
  why:
    'A command brings its time along, so that a test can give one and deciding again gives the same. Here the clock ' +
    'answers with that time too; elsewhere it does not.',
  lenses: fromProcess,
  find: (sight) =>
    findingsOf(
      sight,
      ({ kind, phase }) => kind === 'time' && phase === 'decide',
      (impurity, definition) => ({
        severity: 'information',
        message: `decide asks the clock: ${impurity.what}.`,
        fix: takeItsTime(impurity, definition),
      }),
    ),
};

export const nothingHandedIsChanged: Rule = {
  id: 'code-change',
  title: 'Code that changes what it is handed',
  why:
    'What a function is handed belongs to others: state before and after an event are compared, and an event is a ' +
    'fact. Answer something new: `{ ...state, items: [...state.items, item] }`.',
  lenses: fromProcess,
  find: (sight) =>
    findingsOf(
      sight,
      ({ kind }) => kind === 'change',
      ({ phase, what }) => ({ severity: 'information', message: `${phase} changes ${what}.` }),
    ),
};
