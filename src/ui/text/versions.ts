import { counted } from './counted.ts';

const differing = (count: number): string => {
  if (count === 0) return 'none differs';
  return count === 1 ? '1 differs' : `${count} differ`;
};

/** Words of the versions of an event, its upcasters, and what they would do to what is recorded. */
export const versionsTexts = {
  list: 'Versions of the event',
  now: 'now',
  hint: 'Stored events stay as written. Upcasters say how those of earlier versions are read: as data of the next version, as none (null), or as a list of events.',
  version: (version: number) => `v${version}`,
  changed: {
    added: (name: string) => `+ ${name}`,
    removed: (name: string) => `− ${name}`,
    retyped: (name: string) => `${name} has another type`,
    required: (name: string) => `${name} is required`,
    optional: (name: string) => `${name} is optional`,
  },
  same: 'the same fields',
  step: (to: number) => `v${to - 1} → v${to}`,
  noStep: 'read as it is',
  byCode: 'by code',
  readAs: (from: string, to: string) => `${from} is read as ${to}`,
  defaultsTo: (path: string, value: string) => `${path} is ${value} where it is missing`,
  writeCode: 'Write code',
  writeCodeOf: (to: number) => `Write code for v${to - 1} → v${to}`,
  editCodeOf: (to: number) => `Edit the code of v${to - 1} → v${to}`,
  removeOf: (to: number) => `Remove the upcaster v${to - 1} → v${to}`,
  writeAction: (name: string) => `Write an upcaster for ${name}`,
  removeAction: (name: string) => `Remove an upcaster of ${name}`,
  codeOf: (name: string, to: number) => `Upcaster of ${name} from v${to - 1} to v${to}`,
  works: 'Works',

  beforeAfter: 'Stored events, before and after',
  event: 'Event',
  before: 'Stored',
  after: 'Read',
  fits: 'Fits',
  fitsNot: 'Does not fit',
  broken: 'Breaks',
  asStored: 'as stored',
  none: 'No event of this type is stored yet.',
  page: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
  earlier: 'Earlier events',
  later: 'Later events',

  dryRun: 'Dry run',
  dryRunHint: 'What the upcasters change in all that is recorded, held against events as stored. Nothing is stored.',
  start: 'Try on the whole log',
  stop: 'Stop',
  running: 'Trying the upcasters on the whole log…',
  stopped: 'Stopped.',
  decider: (streams: number, changed: number, broken: number) =>
    `${counted(streams, 'stream', 'streams')}, ${differing(changed)}, ${broken === 0 ? 'all fold' : `${broken} do not fold`}`,
  readModel: (documents: number, changed: number) =>
    `${counted(documents, 'document', 'documents')}, ${differing(changed)}`,
  breaks: (where: string, message: string) => `${where}: ${message}`,
  commands: (decided: number, differences: number) =>
    `${counted(decided, 'recorded command', 'recorded commands')}: ${
      differences === 0 ? 'all end as they did' : `${differences} would end differently`
    }`,
  commandsStopped: (message: string) => `Not all were decided: ${message}`,
  notAsOne: ({ none, several }: { none: number; several: number }) =>
    [
      ...(none > 0 ? [`${counted(none, 'stored event is', 'stored events are')} read as none`] : []),
      ...(several > 0 ? [`${counted(several, 'stored event is', 'stored events are')} read as several`] : []),
    ].join(', '),
  leftOut: (count: number) => `${counted(count, 'stream was', 'streams were')} not looked at.`,
  more: (count: number) => `and ${count} more`,

  storedAs: (stored: number, read: number) => `Stored as v${stored}, read as v${read}`,
  storedAsOther: (stored: number, events: number) =>
    `Stored as v${stored}, read as ${events === 0 ? 'no event' : counted(events, 'event', 'events')}`,
  noEvent: 'no event',
  unreadable: (stored: number) => `Stored as v${stored}, cannot be read`,
};
