import type { SandboxCommand, SandboxEvent } from '../Sandbox.ts';
import { construct, DateBase, defineProperty } from './primordials.ts';
import { fromStored } from './storage.ts';

/**
 * Makes the event as the person's code sees it, a new one for every call: positions are bigint. An event that is
 * printed as JSON would break on them, so there they are numbers.
 */
export const eventForCode = ({ type, data, metadata }: SandboxEvent): (() => object) => {
  const positions = {
    streamPosition: BigInt(metadata.streamPosition),
    globalPosition: BigInt(metadata.globalPosition),
  };
  return () => ({
    type,
    data: fromStored(data),
    metadata: defineProperty({ ...metadata, ...positions }, 'toJSON', { value: () => metadata, enumerable: false }),
  });
};

/** The command as `decide` sees it: its time is a Date. */
export const commandForCode =
  ({ type, data, metadata }: SandboxCommand, now: number): (() => object) =>
  () => ({ type, data: fromStored(data), metadata: { ...metadata, now: construct(DateBase, [now]) } });
