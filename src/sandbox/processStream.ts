/**
 * What the stream of a process manager holds beside its own events: what it was handed, what it asked for, and what it
 * has waiting. `model/processes/processStream.ts` reads the same names.
 */
export type ProcessAction = 'received' | 'due' | 'sent' | 'scheduled' | 'cancelled' | 'completed';

export const processType = (action: ProcessAction, type: string): string => `${action}:${type}`;
