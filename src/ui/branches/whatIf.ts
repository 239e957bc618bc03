import { clockTime, eventAt, type Json, programOf } from '#model';
import { type AppState, type BranchRequest, type HistoryEdit, historyOf, type RecordedEvent } from '#state';
import { type MessageType, messageOf } from '../specifications/specificationEdits.ts';
import { positionAt } from '../timeline/positionAt.ts';

export type Difference = 'nothing' | HistoryEdit['kind'];

/** What a person asks of a branch while the dialog is open. */
export type WhatIf = {
  difference: Difference;
  /** Of the event at the place, as it would be changed. */
  data: Json;
  inserted: { type: string; data: Json };
  stream: string;
  rest: BranchRequest['rest'];
  clock: string;
};

/** The moment that the branch is made at. */
export type Place = {
  position: number;
  /** How many events were recorded after it. */
  after: number;
  event: RecordedEvent | undefined;
  /** The time of the playground there, ISO 8601. */
  time: string;
  types: (MessageType & { schemaVersion: number })[];
  streams: string[];
};

export const placeAt = (state: AppState): Place => {
  const { events, board } = state;
  const position = positionAt(state);
  const event = eventAt(events, position);
  return {
    position,
    after: events.length - position,
    event,
    time: (event ?? events.at(0))?.metadata.recordedAt ?? new Date().toISOString(),
    types: programOf(board).events.map(({ type: name, fields, schemaVersion }) => ({ name, fields, schemaVersion })),
    streams: [...historyOf(events).streams.names],
  };
};

export const startingWhatIf = ({ event, types, streams }: Place): WhatIf => {
  const type = types.find(({ name }) => name === event?.type) ?? types[0];
  return {
    difference: 'nothing',
    data: event?.data ?? {},
    inserted: type ? messageOf(type) : { type: '', data: {} },
    stream: event?.metadata.streamName ?? streams[0] ?? '',
    rest: 'left-out',
    clock: '',
  };
};

/** What was recorded after an edit is of interest as it was; a plain branch goes on by itself. */
export const withDifference = (whatIf: WhatIf, difference: Difference): WhatIf => ({
  ...whatIf,
  difference,
  rest: difference === 'nothing' ? 'left-out' : 'as-recorded',
});

const editOf = ({ difference, data, inserted, stream }: WhatIf, place: Place): HistoryEdit | undefined => {
  const { position } = place;
  switch (difference) {
    case 'nothing':
      return undefined;
    case 'drop':
      return { kind: 'drop', position };
    case 'change':
      return { kind: 'change', position, data };
    case 'insert': {
      const schemaVersion = place.types.find(({ name }) => name === inserted.type)?.schemaVersion ?? 1;
      return { kind: 'insert', after: position, event: { ...inserted, stream: stream.trim(), schemaVersion } };
    }
  }
};

/** Where the clock cannot be set to what is written, or an event has no stream. */
export const troubleOf = (whatIf: WhatIf, { time }: Place): 'clock' | 'stream' | undefined => {
  if (whatIf.clock.trim() !== '' && clockTime(whatIf.clock, time) === undefined) return 'clock';
  return whatIf.difference === 'insert' && !/^[^-\s]+-./.test(whatIf.stream.trim()) ? 'stream' : undefined;
};

export const requestOf = (whatIf: WhatIf, place: Place): BranchRequest => {
  const edit = editOf(whatIf, place);
  const startsAt = whatIf.clock.trim() === '' ? undefined : clockTime(whatIf.clock, place.time);
  return {
    position: place.position,
    rest: whatIf.rest,
    ...(edit ? { edit } : {}),
    ...(startsAt ? { startsAt } : {}),
  };
};
