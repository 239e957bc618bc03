import { grouped } from './counted.ts';

/** Words of one step: an event, or a command that brought none about. */
export const stepTexts = {
  causedBy: 'Made by',
  byPerson: 'sent by a person',
  byScript: 'sent by a script',
  aPolicy: 'a policy',
  byPolicy: (name: string) => `sent by ${name}`,
  dueAt: 'Due',
  toProcess: (name: string) => `handed to ${name}`,
  inAnswerTo: (position: number, type: string) => `in answer to event ${grouped(position)}, ${type}`,
  eventPlace: (position: number, version: number) => `event ${grouped(position)} · version ${grouped(version)}`,
  type: 'Type',
  stream: 'Stream',
  correlation: 'Correlation',
  correlated: (count: number, first: number) => `${grouped(count)} events, from event ${grouped(first)}`,
  recordedAt: 'Recorded',
  makeSpecification: 'Make a specification of it',
  refusedPlace: (stream: string, version: number) =>
    stream ? `Sent to ${stream}, decided on version ${version}` : 'Sent to no stream',
  storedUnchecked: (decidedOn: number, { first, last }: { first: number; last: number }) =>
    `A lost update: decided on ${decidedOn === 0 ? 'a stream that did not exist yet' : `version ${grouped(decidedOn)}`} ` +
    `and stored without a check, with no look at ${first === last ? 'version' : 'versions'} ${grouped(first)}` +
    `${first === last ? '' : ` to ${grouped(last)}`}.`,
};
