import type { Arrows } from '../arrows.ts';
import type { CaseBody } from '../code/addCase.ts';
import type { DefinitionOf } from '../definitions.ts';
import { quoted } from '../typeText.ts';
import { dataLiteral, missingFields } from './dataLiteral.ts';
import { eventFor } from './eventFor.ts';

type Command = DefinitionOf<'command'>;
type Event = DefinitionOf<'event'>;

/** What was remembered stays; with what the event says where the other cases of a skeleton do so too. */
export const evolveCase: CaseBody = ({ parameters: [state, event], isBroken, code }) => {
  if (isBroken) return ['break;'];
  if (!state) return [];
  const kept = `{ ...${state}, ...${event ?? ''}.data }`;
  return [`return ${event && code.includes(kept) ? kept : state};`];
};

export const reactCase: CaseBody = ({ isBroken }) => [isBroken ? 'break;' : 'return [];'];

/** What nobody has thought of yet stays private. */
export const translateCase: CaseBody = ({ isBroken }) => [isBroken ? 'break;' : 'return undefined;'];

/**
 * The event that a command most likely leads to, where the command knows all its fields: of a state that somebody wrote
 * nothing is known. Else the command is refused until somebody decides it.
 */
export const decideCase =
  (
    arrows: Arrows,
    command: Command,
    commands: Command[],
    events: Event[],
    { hasClock }: { hasClock: boolean },
  ): CaseBody =>
  ({ parameters: [name], isBroken, code }) => {
    if (isBroken) return [];
    const event = eventFor(arrows, command, commands, events);
    if (!event) return ['return [];'];
    const refusal = [`throw new Error(${quoted(`${command.name} is not decided yet`)});`];
    if (!name) return refusal;
    const sources = [{ expression: `${name}.data`, fields: command.fields, mayBeMissing: false }];
    const dates = event.fields.filter(({ type, optional }) => type.kind === 'date' && !optional);
    const hasDates = dates.some(({ name: date }) => !command.fields.some((field) => field.name === date));
    const now = `${name}.metadata.now.toISOString()`;
    if (missingFields(event.fields, sources, now).length > 0 || (hasDates && !hasClock)) return refusal;
    const isList = code.includes('return [') && !code.includes('return {');
    return [
      isList ? 'return [{' : 'return {',
      `  type: ${quoted(event.name)},`,
      ...`  data: ${dataLiteral(event.fields, sources, now, '  ')},`.split('\n'),
      isList ? '}];' : '};',
    ];
  };
