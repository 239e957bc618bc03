import type { DecidedEvent, Json } from '../Sandbox.ts';
import { SandboxError } from './errors.ts';
import { isArray } from './primordials.ts';
import { toStored } from './storage.ts';

const mostMessages = 10_000;

const messageOf = (value: unknown, path: string, what: 'event' | 'command'): DecidedEvent => {
  if (typeof value !== 'object' || value === null)
    throw new SandboxError(`${path} is no ${what}: it is ${typeof value}.`);
  const { type, data, metadata } = value as { type?: unknown; data?: unknown; metadata?: unknown };
  if (typeof (value as { then?: unknown }).then === 'function')
    throw new SandboxError(`${path} is a Promise: code here is synchronous, without \`async\`.`);
  if (typeof type !== 'string' || type === '')
    throw new SandboxError(`${path} is no ${what}: it has no \`type\`, a text that names it.`);
  return {
    type,
    data: toStored(data, `${path}.data`),
    ...(typeof metadata === 'object' && metadata !== null
      ? { metadata: toStored(metadata, `${path}.metadata`) as { [key: string]: Json } }
      : {}),
  };
};

/** One message or a list of them, as storage will keep them; anything else is refused with its place in the result. */
export const listOfMessages = (result: unknown, phase: string, what: 'event' | 'command'): DecidedEvent[] => {
  if (!isArray(result)) return [messageOf(result, `The result of ${phase}`, what)];
  // Asked once: a hostile list may grow as it is read.
  const { length } = result;
  if (length > mostMessages)
    throw new SandboxError(`${phase} returned ${length} ${what}s; at most ${mostMessages} are possible.`);
  const messages: DecidedEvent[] = [];
  for (let index = 0; index < length; index += 1)
    messages[index] = messageOf(result[index], `${what}s[${index}]`, what);
  return messages;
};
