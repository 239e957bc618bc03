type StoredEvent = { metadata: { commandId?: unknown } };

/**
 * So many events a branch takes over where a command that came behind `afterPosition` shall be decided anew. What is
 * sent again is what came before the end: of a command at the very end, the one that stored the last event goes along.
 */
export const branchBefore = (afterPosition: number, events: readonly StoredEvent[]): number => {
  if (afterPosition < events.length) return afterPosition;
  const last = events.at(-1)?.metadata.commandId;
  return events.findLastIndex(({ metadata }) => metadata.commandId !== last) + 1;
};
