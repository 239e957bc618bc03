import type { CommandRecord } from '#event-store';
import { type NamesToday, namesToday, type Program } from '#model';
import type { CommandToSend, Expectation } from '#runtime';
import { deleteWhereFit, deletingAgain } from './deletingAgain.ts';
import type { DeletedStream } from './deletionsInBranch.ts';
import type { Task } from './longWork.ts';
import type { RunSession } from './runSession.ts';
import { whoDecides } from './whoDecides.ts';

/**
 * Sends recorded commands to the present code, in their order, with their ids and times. What policies sent is left
 * to those that are there and on: they send it again by themselves, under the same ids. Streams are deleted between the
 * commands between which they were.
 */
export const sendAgain = async (
  session: RunSession,
  { commands: records, deletions }: { commands: CommandRecord[]; deletions: DeletedStream[] },
  program: Program,
  { signal, onProgress }: Task,
): Promise<void> => {
  session.expect(records);
  const reissuing = new Set(program.policies.filter(({ isOn }) => isOn).map(({ id }) => id));
  const names = namesToday(program);
  const deleting = deletingAgain(session, deletions);
  const hasProcesses = program.policies.some(({ isOn, process }) => isOn && process);
  for (const [at, record] of records.entries()) {
    signal.throwIfAborted();
    onProgress(at, records.length);
    const { origin } = record;
    if (hasProcesses) await session.passTimeTo(record.receivedAt);
    if ('policyId' in origin && reissuing.has(origin.policyId)) continue;
    await deleting.before(record);
    await deleteAsThen(session, record);
    await session.send(commandOf(calledToday(record, names), session));
    await session.settled();
  }
  await deleting.rest();
  if (hasProcesses) await session.passTimeTo(undefined);
};

/** It was decided as on a new stream: no event says that the one before had been deleted. */
const deleteAsThen = async (session: RunSession, { stream, onDeleted }: CommandRecord): Promise<void> => {
  if (onDeleted) await session.inTurn((store) => deleteWhereFit(store, { stream, kind: 'deleted' }));
};

/** What a process manager was handed is no command. */
const calledToday = (record: CommandRecord, names: NamesToday): CommandRecord =>
  record.origin.kind === 'delivery' ? record : { ...record, type: names.command(record.type) };

const commandOf = (record: CommandRecord, session: RunSession): CommandToSend => ({
  commandId: record.commandId,
  type: record.type,
  data: record.data,
  metadata: record.metadata,
  origin: record.origin,
  correlationId: record.correlationId,
  ...(record.causationId === undefined ? {} : { causationId: record.causationId }),
  now: Date.parse(record.receivedAt),
  stream: record.stream,
  deciderId: whoDecides(session, record),
  expectation: expectationOf(record),
});

/** Who met a conflict, or stored without a check, had a version in mind; everybody else decided on the latest. */
const expectationOf = ({ outcome, decidedOnVersion }: CommandRecord): Expectation => {
  if (outcome.kind === 'appended' && outcome.isUnchecked) return { unchecked: decidedOnVersion };
  return outcome.kind === 'conflict' && (typeof outcome.expected === 'number' || outcome.expected === 'no-stream')
    ? outcome.expected
    : 'latest';
};
