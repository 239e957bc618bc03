import type { CommandRecord } from '#event-store';
import type { RunningProgram } from '#runtime';

/** The decider that a recorded command goes to by the present wall; a delivery went to its process manager. Empty for none. */
export const whoDecides = ({ addressOf }: Pick<RunningProgram, 'addressOf'>, record: CommandRecord): string =>
  record.origin.kind === 'delivery' ? record.origin.policyId : addressOf(record).deciderId;
