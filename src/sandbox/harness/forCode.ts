import { eventsReadFrom } from '../readAs.ts';
import type { Json, SandboxCommand, SandboxEvent } from '../Sandbox.ts';
import { unreadKey } from '../unread.ts';
import { UpcastError } from './errors.ts';
import { copyOf } from './plainCopy.ts';
import { assign, construct, DateBase, defineProperty } from './primordials.ts';
import { fromStored } from './storage.ts';

type Metadata = SandboxEvent['metadata'];

/**
 * Positions are bigint for the code. An event that is printed as JSON would break on them, so there they are numbers;
 * that is said first, as V8 takes many times longer to say it of what has fields already.
 */
const metadataForCode = (metadata: Metadata): object =>
  assign(
    defineProperty({}, 'toJSON', { value: () => copyOf(metadata as Json), enumerable: false }),
    copyOf(metadata as Json),
    {
      streamPosition: BigInt(metadata.streamPosition),
      globalPosition: BigInt(metadata.globalPosition),
    },
  );

/** Makes the event as the person's code sees it, a new one for every call. */
export const eventForCode =
  ({ type, data, metadata }: SandboxEvent): (() => object) =>
  () => {
    refuseUnread(metadata);
    return { type, data: fromStored(data), metadata: metadataForCode(metadata) };
  };

/** What code is handed in the place of a stored event: that, or what it is read as. */
export type Handed = { type: string; make: () => object };

export const handedFor = (stored: SandboxEvent): Handed[] => {
  const events = eventsReadFrom(stored);
  const handed: Handed[] = [];
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index] as SandboxEvent;
    handed[index] = { type: event.type, make: eventForCode(event) };
  }
  return handed;
};

/** What could not be upcast is an error of the event, wherever it is handed to code. */
export const refuseUnread = (metadata: { [added: string]: Json | undefined } | undefined): void => {
  const why = metadata?.[unreadKey];
  if (typeof why === 'string') throw new UpcastError(why);
};

/** The command as `decide` sees it: its time is a Date. */
export const commandForCode =
  ({ type, data, metadata }: SandboxCommand, now: number): (() => object) =>
  () => ({ type, data: fromStored(data), metadata: { ...metadata, now: construct(DateBase, [now]) } });
