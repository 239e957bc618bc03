import type { SandboxCommand, SandboxEvent } from '../Sandbox.ts';
import { assign, construct, DateBase, defineProperty } from './primordials.ts';
import { fromStored, sharedFromStored } from './storage.ts';

type Metadata = SandboxEvent['metadata'];

const positionsIn = ({ streamPosition, globalPosition }: Metadata) => ({
  streamPosition: BigInt(streamPosition),
  globalPosition: BigInt(globalPosition),
});

/**
 * Positions are bigint for the code. An event that is printed as JSON would break on them, so there they are numbers;
 * that is said first, as V8 takes many times longer to say it of what has fields already.
 */
const metadataForCode = (metadata: Metadata): object =>
  assign(defineProperty({}, 'toJSON', { value: () => metadata, enumerable: false }), metadata, positionsIn(metadata));

/** Makes the event as the person's code sees it, a new one for every call. */
export const eventForCode =
  ({ type, data, metadata }: SandboxEvent): (() => object) =>
  () => ({ type, data: fromStored(data), metadata: metadataForCode(metadata) });

/** The same for code that only reads, one for all its calls. */
export const eventForReading = ({ type, data, metadata }: SandboxEvent): (() => object) => {
  const event = { type, data: sharedFromStored(data), metadata: { ...metadata, ...positionsIn(metadata) } };
  return () => event;
};

/** The command as `decide` sees it: its time is a Date. */
export const commandForCode =
  ({ type, data, metadata }: SandboxCommand, now: number): (() => object) =>
  () => ({ type, data: fromStored(data), metadata: { ...metadata, now: construct(DateBase, [now]) } });
