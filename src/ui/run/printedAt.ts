import type { LogLine, Printed } from '#state';

type Step = { commandId: string | undefined; position: number | undefined };

/** The lines of a step, those of the decision first. */
export const printedAt = ({ byCommand, byPosition }: Printed, { commandId, position }: Step): LogLine[] => [
  ...(commandId === undefined ? [] : (byCommand[commandId] ?? [])),
  ...(position === undefined ? [] : (byPosition[position] ?? [])),
];
