import type { AppState } from '#state';

type CommandRecord = AppState['commands'][number];

/** Of what was recorded, newest first. */
export const shownAtMost = 15;

/** The commands last sent to a decider's streams, newest first. A conflict decided nothing, so it specifies nothing. */
export const recordedCommands = (
  commands: CommandRecord[],
  category: string,
): { commandId: string; label: string; hint: string }[] =>
  commands
    .filter(({ stream, outcome }) => stream.startsWith(`${category}-`) && isDecided(outcome.kind))
    .slice(-shownAtMost)
    .reverse()
    .map(({ commandId, type, stream, outcome }) => ({
      commandId,
      label: type,
      hint: `${stream} · ${inWords(outcome)}`,
    }));

const isDecided = (kind: CommandRecord['outcome']['kind']): boolean => kind === 'appended' || kind === 'rejected';

const inWords = (outcome: CommandRecord['outcome']): string => {
  if (outcome.kind === 'rejected') return `refused: ${outcome.message}`;
  if (outcome.kind !== 'appended') return outcome.kind;
  const { length } = outcome.eventIds;
  if (length === 0) return 'nothing to record';
  return length === 1 ? '1 event' : `${length} events`;
};
