import type { SandboxCommand, SandboxEvent } from '../Sandbox.ts';
import { construct, DateBase, defineProperty, parseJson, stringify } from './primordials.ts';
import { fromStored } from './storage.ts';

/**
 * Makes the event as the person's code sees it, a new one for every call: positions are bigint. An event that is
 * printed as JSON would break on them, so there they are numbers.
 */
export const eventForCode = ({ type, data, metadata }: SandboxEvent): (() => object) => {
  const text = stringify(data);
  const positions = {
    streamPosition: BigInt(metadata.streamPosition),
    globalPosition: BigInt(metadata.globalPosition),
  };
  return () => ({
    type,
    data: fromStored(parseJson(text)),
    metadata: defineProperty({ ...metadata, ...positions }, 'toJSON', { value: () => metadata, enumerable: false }),
  });
};

/** The command as `decide` sees it: its time is a Date. */
export const commandForCode = ({ type, data, metadata }: SandboxCommand, now: number): (() => object) => {
  const text = stringify(data);
  return () => ({
    type,
    data: fromStored(parseJson(text)),
    metadata: { ...metadata, now: construct(DateBase, [now]) },
  });
};
