import type { RecordedEvent } from '#state';
import { counted } from './counted.ts';

const list = (events: readonly RecordedEvent[]): string =>
  events.map(({ type, metadata }) => `${type} (version ${metadata.streamPosition})`).join(', ');

/** Words for several clients at work on one stream. */
export const clientTexts = {
  clients: 'Clients',
  several: 'Several clients',
  severalHint: 'Ann and Ben, each with what they last read',
  add: 'One more client',
  leave: 'Back to one client',
  read: (name: string) => `${name} reads again`,
  saw: (version: number) => (version === 0 ? 'saw no such stream' : `saw version ${version}`),
  behind: (present: number) => `now ${present}`,
  retries: (count: number) => `Tried again ${counted(count, 'time', 'times')}`,
  retryItself: 'After a conflict: read and decide afresh',
  unchecked: 'Any version: store without a check',
  uncheckedHint: 'What others wrote since is not looked at, and an update can get lost',
  sendAll: 'All send at once',
  sendAllHint: 'The same command, each on what they last read',
  sendAs: (name: string) => `Send as ${name}`,
  lost: (name: string, version: number, overlooked: readonly RecordedEvent[], stored: readonly RecordedEvent[]) =>
    `A lost update: ${name} decided on version ${version} and never saw ${list(overlooked)}. ` +
    `${stored.length === 0 ? 'Nothing' : list(stored)} was stored all the same, and nobody was told.`,
};
