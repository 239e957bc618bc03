import type { CommandRecord, Json } from '#event-store';
import type { ProjectSource } from './ProjectFile.ts';

/** A seed is there to begin with: of a longer history it holds the beginning. */
export const mostSeeded = 10_000;

/** `seed/recorded.json`: what people sent, and when policies sent theirs. */
export const recordedText = ({ history }: ProjectSource): string => {
  const commands = [...history.commands].sort((one, other) => one.sequence - other.sequence).slice(0, mostSeeded);
  const times = commands.flatMap(({ commandId, origin, receivedAt }) =>
    isOfPolicy(origin) ? [[commandId, receivedAt] as const] : [],
  );
  return `${JSON.stringify({ steps: commands.flatMap(stepOf), times: Object.fromEntries(times) }, null, 2)}\n`;
};

const isOfPolicy = ({ kind }: CommandRecord['origin']): boolean => kind === 'policy' || kind === 'delivery';

const stepOf = (record: CommandRecord): Json[] => {
  const { commandId, type, data, metadata, correlationId, receivedAt, origin, outcome } = record;
  if (origin.kind === 'delivery' && metadata.dueAt !== undefined) return [{ windTo: receivedAt }];
  if (isOfPolicy(origin) || outcome.kind === 'unknown') return [];
  const expected = expectationOf(record);
  return [
    {
      commandId,
      type,
      data,
      metadata,
      correlationId,
      now: receivedAt,
      ...(expected === undefined ? {} : { expected }),
      outcome: outcome.kind,
    },
  ];
};

/** What the person saw, where it was not the latest. */
const expectationOf = ({ outcome, decidedOnVersion }: CommandRecord): Json | undefined => {
  if (outcome.kind === 'conflict') return typeof outcome.expected === 'number' ? outcome.expected : 0;
  return outcome.kind === 'appended' && outcome.isUnchecked ? { unchecked: decidedOnVersion } : undefined;
};
