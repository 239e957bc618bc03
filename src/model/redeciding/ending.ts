import type { PolicyOutput } from '../definitions.ts';
import { sameValue } from '../sameValue.ts';
import type { NamesToday } from './namesToday.ts';

/** How a command ended, or would end: what it stored, or why it stored nothing. */
export type Ending =
  | { kind: 'appended'; events: { type: string; data: unknown }[] }
  /** Of what was handed to a policy or process manager: what it asked for. */
  | { kind: 'answered'; outputs: PolicyOutput[] }
  /** What was handed to a process manager would go to another of its streams, or to none. */
  | { kind: 'elsewhere'; stream: string | null }
  | { kind: 'rejected'; message: string }
  | { kind: 'conflict' }
  | { kind: 'failed'; message: string };

/** Whether two endings come to the same; a message that was renamed since counts as what it is called today. */
export const isSameEnding = (one: Ending, other: Ending, names: NamesToday): boolean =>
  sameValue(asToday(one, names), asToday(other, names));

const asToday = (ending: Ending, names: NamesToday): Ending => {
  switch (ending.kind) {
    case 'appended':
      return { ...ending, events: ending.events.map(({ type, data }) => ({ type: names.event(type), data })) };
    case 'answered':
      return { ...ending, outputs: ending.outputs.map((output) => outputToday(output, names)) };
    default:
      return ending;
  }
};

const outputToday = (output: PolicyOutput, names: NamesToday): PolicyOutput => {
  if (output.action === 'complete') return output;
  const { type } = output;
  return { ...output, type: output.action === 'record' ? names.event(type) : names.command(type) };
};
