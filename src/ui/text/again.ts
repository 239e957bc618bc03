import { compactText, type Ending, outputInWords, type PolicyOutput } from '#model';
import { describeEndless, type Redecided } from '#state';
import { counted } from './counted.ts';

const ofCommands = (count: number): string => counted(count, 'recorded command', 'recorded commands');

const stopWords = ({ stoppedBy, decided, total }: Redecided): string => {
  switch (stoppedBy) {
    case undefined:
      return '';
    case 'wish':
      return `Stopped after ${decided} of ${total}.`;
    case 'number':
      return `Of the first ${decided}; ${total} are recorded.`;
    default:
      return `${stoppedBy.name === 'TimeoutError' ? describeEndless(stoppedBy) : stoppedBy.message} Tried ${decided} of ${total}.`;
  }
};

/** Words for recorded commands that are tried on the present code. */
export const againTexts = {
  pane: 'Recorded commands on the present code',
  close: 'Close',
  working: (done: number, total: number) => (total === 0 ? 'Trying …' : `Trying ${done} of ${total}`),
  cancel: 'Stop',
  again: 'Try again',
  stale: 'The code or the history has changed since.',
  /** What came of it, in one sentence. */
  summary: ({ differences, decided }: Redecided) => {
    if (decided === 0) return 'No recorded command could be tried.';
    if (differences === 0)
      return decided === 1 ? 'The recorded command ends as recorded.' : `All ${ofCommands(decided)} end as recorded.`;
    return `${differences} of ${ofCommands(decided)} would end differently.`;
  },
  stopWords,
  how: 'Each is decided by itself, on the events recorded before it, and nothing is stored. A branch shows what would have come of it all.',
  branch: 'Try it as a branch',
  branchHint: 'A run in which the commands are sent again from the first difference on',
  list: 'Show them',
  different: 'Would end differently',
  same: (count: number) => `${ofCommands(count)} ${count === 1 ? 'ends' : 'end'} the same`,
  more: (count: number) => `And ${count} more.`,
  place: (stream: string, position: number) => `${stream || 'no stream'}, after event ${position}`,
  then: 'Recorded',
  now: 'Now',
  goTo: (type: string, position: number) => `Go to ${type}, after event ${position}`,
};

const outputWithData = (output: PolicyOutput): string => {
  const data = 'data' in output ? ` ${compactText(output.data)}` : '';
  return `${outputInWords(output)}${data}${output.action === 'schedule' ? ` due at ${output.dueAt}` : ''}`;
};

/** An ending in words; of events that are the same by name, with what they hold. */
export const describeEnding = (ending: Ending, other: Ending): string => {
  switch (ending.kind) {
    case 'appended': {
      const { events } = ending;
      if (events.length === 0) return 'accepted, nothing to record';
      const typesOf = (one: Ending) => (one.kind === 'appended' ? one.events.map(({ type }) => type).join(', ') : '');
      if (typesOf(ending) !== typesOf(other)) return typesOf(ending);
      return events.map(({ type, data }) => `${type} ${compactText(data)}`).join(', ');
    }
    case 'answered': {
      const { outputs } = ending;
      if (outputs.length === 0) return 'nothing';
      const inWords = (one: Ending) => (one.kind === 'answered' ? one.outputs.map(outputInWords).join(', ') : '');
      return inWords(ending) === inWords(other) ? outputs.map(outputWithData).join(', ') : inWords(ending);
    }
    case 'elsewhere':
      return ending.stream === null ? 'handed over to no stream' : `handed over to ${ending.stream}`;
    case 'conflict':
      return 'conflict';
    default:
      return `${ending.kind === 'rejected' ? 'refused' : 'failed'}: ${ending.message}`;
  }
};
