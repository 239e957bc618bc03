import { type CodeError, describeEndless, type LastOutcome, type Outcome, type PolicyLoop } from '#state';
import { goToLine } from './goToLine.ts';

export type OutcomeTone = 'success' | 'refused' | 'trouble';

/** What a person can do about an outcome; the screen gives each a button. */
export type OutcomeStep =
  | { kind: 'go-to-line'; moduleId: string; file: string; line: number; label: string }
  | { kind: 'decide-again'; label: string }
  | { kind: 'show-event'; position: number; label: string }
  | { kind: 'force'; label: string }
  | { kind: 'give-up'; label: string };

export type OutcomeWords = { tone: OutcomeTone; text: string; steps: OutcomeStep[] };

const nothingStored = 'Nothing was stored.';

const atLine = ({ place }: CodeError): string => (place ? ` (line ${place.line})` : '');
const onLine = ({ place }: CodeError): string => (place ? ` on line ${place.line}` : '');

/** A sentence that ends as one. */
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const withoutEnd = (text: string): string => text.replace(/[.]$/, '');

const stepsToLine = ({ place }: CodeError): OutcomeStep[] =>
  place
    ? [
        {
          kind: 'go-to-line',
          moduleId: place.moduleId,
          file: place.file,
          line: place.line,
          label: goToLine(place.line),
        },
      ]
    : [];

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

const nameOfExpectation = (expected: Kind<'conflict'>['expected']): string => {
  if (expected === 'no-stream' || expected === 0) return 'a stream that does not exist yet';
  if (expected === 'stream-exists') return 'a stream that exists';
  if (expected === 'soft-deleted' || expected === 'tombstoned') return 'a stream that was deleted';
  return expected === 'any' ? 'any version' : `version ${expected}`;
};

const streamId = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

type Kind<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;

/** What was decided on an old version and stored all the same. */
const storedUnchecked = (
  { events, version, record }: Kind<'appended'>,
  overlooked: NonNullable<Kind<'appended'>['overlooked']>,
): OutcomeWords => ({
  tone: 'trouble',
  text:
    `${events.map(({ type }) => type).join(', ')} stored without a check, as version ${version} of ${record.stream}: ` +
    `decided on ${nameOfExpectation(record.decidedOnVersion)}, with no look at ${overlooked.map(({ type }) => type).join(', ')}.`,
  steps: [],
});

const appended = ({ events, version, record }: Kind<'appended'>): OutcomeWords => ({
  tone: 'success',
  text:
    events.length === 0
      ? 'Accepted, nothing to record.'
      : `${events.map(({ type }) => type).join(', ')} appended to ${record.stream}, now at version ${version}.`,
  steps: [],
});

const rejected = ({ error }: Kind<'rejected'>, commandType: string, deciderName: string): OutcomeWords => ({
  tone: 'refused',
  text:
    error.name === 'StreamArchived' || error.name === 'StreamDeleted'
      ? `${error.message} ${nothingStored}`
      : `${deciderName || 'The decider'} refused ${commandType}${atLine(error)}: ${ended(error.message)} ${nothingStored}`,
  steps: stepsToLine(error),
});

const conflict = ({ expected, actual, stream, between }: Kind<'conflict'>): OutcomeWords => {
  const types = between.map(({ type }) => type).join(', ');
  const [first] = between;
  return {
    tone: 'refused',
    text:
      `You decided on ${nameOfExpectation(expected)}; ${streamId(stream)} is at version ${actual}` +
      `${types ? `: ${types} came in between` : ''}. ${nothingStored}`,
    steps: [
      { kind: 'decide-again', label: `Decide again on ${actual}` },
      ...(first
        ? ([
            { kind: 'show-event', position: first.metadata.globalPosition, label: 'Show the event' },
            { kind: 'force', label: 'Force it' },
          ] as const)
        : []),
      { kind: 'give-up', label: 'Give up' },
    ],
  };
};

const codeIsSafe = 'Your code is saved; events are unchanged.';

const failed = ({ error, cause }: Kind<'failed'>, readModelName: (id: string) => string): OutcomeWords => {
  const steps = stepsToLine(error);
  if (typeof cause === 'object') {
    const text =
      `Nothing was stored: ${readModelName(cause.readModelId)} broke${onLine(error)}${cause.eventType ? ` at ${cause.eventType}` : ''} (${withoutEnd(error.message)}). ` +
      'Mend it, or make it asynchronous.';
    return { tone: 'trouble', text, steps };
  }
  if (cause === 'time-limit' || error.name === 'TimeoutError')
    return { tone: 'trouble', text: `${describeEndless(error)} ${codeIsSafe}`, steps };
  if (error.name === 'SandboxLostError')
    return { tone: 'trouble', text: `${ended(error.message)} ${codeIsSafe}`, steps };
  if (cause === 'not-compiled')
    return {
      tone: 'trouble',
      text: `The code does not compile${onLine(error)}: ${ended(error.message)} ${nothingStored}`,
      steps,
    };
  if (cause === 'no-decider') return { tone: 'trouble', text: `${ended(error.message)} ${nothingStored}`, steps };
  return {
    tone: 'trouble',
    text: `${error.phase} broke${onLine(error)}: ${ended(error.message)} This is an error in the code, not a rule. ${nothingStored}`,
    steps,
  };
};

/** The sentence for what came of a command, and what to do about it. */
export const describeOutcome = (
  { outcome, commandType, deciderName }: LastOutcome,
  readModelName: (id: string) => string,
): OutcomeWords => {
  switch (outcome.kind) {
    case 'appended':
      return outcome.overlooked ? storedUnchecked(outcome, outcome.overlooked) : appended(outcome);
    case 'rejected':
      return rejected(outcome, commandType, deciderName);
    case 'conflict':
      return conflict(outcome);
    case 'failed':
      return failed(outcome, readModelName);
  }
};

export const describePolicyLoop = ({ chain }: PolicyLoop): string =>
  `Stopped after ${count(25, 'command')} from one start: ${chain.slice(0, 3).join(' → ')} → … What was stored stays.`;

/** Why an asynchronous read model stands still. */
export const describePoison = (
  name: string,
  error: CodeError,
  eventType: string | undefined,
  checkpoint: number,
): string =>
  error.position === undefined
    ? `${name} stopped${onLine(error)}: ${ended(error.message)} It serves what it knew at ${checkpoint}; other read models go on.`
    : `${name} stopped at event ${error.position}${eventType ? `, ${eventType}` : ''}: ${error.message}${atLine(error)}. ` +
      `It serves what it knew at ${checkpoint}; other read models go on.`;
