import type { Json, PolicyOutput } from '../definitions.ts';
import { processPartsOf } from './processStream.ts';

type Stored = { type: string; data: Json; metadata?: { dueAt?: Json; [added: string]: Json | undefined } };

/** What a process manager answered a message with, read from what its stream keeps of the answer. */
export const outputsOf = (stored: readonly Stored[]): PolicyOutput[] =>
  stored.flatMap((event) => outputOf(event) ?? []);

const outputOf = ({ type: storedAs, data, metadata }: Stored): PolicyOutput | null => {
  const parts = processPartsOf(storedAs);
  if (!parts) return { action: 'record', type: storedAs, data };
  const { action, type } = parts;
  switch (action) {
    case 'sent':
      return { action: 'send', type, data };
    case 'scheduled':
      return { action: 'schedule', type, data, dueAt: typeof metadata?.dueAt === 'string' ? metadata.dueAt : '' };
    case 'cancelled':
      return { action: 'cancel', type };
    case 'completed':
      return { action: 'complete' };
    case 'received':
    case 'due':
      return null;
  }
};

/** The events that a process manager's state is made of: those that it was handed, and its own. */
export const factsOf = <Event extends { type: string }>(stored: readonly Event[]): Event[] =>
  stored.flatMap((event) => {
    const parts = processPartsOf(event.type);
    if (!parts) return [event];
    return parts.action === 'received' ? [{ ...event, type: parts.type }] : [];
  });

/** "send CheckOut", "complete". */
export const outputInWords = (output: PolicyOutput): string =>
  output.action === 'complete' ? 'complete' : `${output.action} ${output.type}`;
