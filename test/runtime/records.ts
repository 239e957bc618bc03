import type { CommandRecord } from '#event-store';

export const refusedRecord = (commandId: string): Omit<CommandRecord, 'sequence'> => ({
  commandId,
  type: 'DoIt',
  data: { id: '1' },
  metadata: {},
  origin: { kind: 'person' },
  stream: 'a-1',
  decidedOnVersion: 0,
  codeVersion: 'c0de',
  afterPosition: 0,
  receivedAt: '2026-03-02T09:00:00.000Z',
  correlationId: commandId,
  outcome: { kind: 'rejected', message: 'Not today.' },
});
