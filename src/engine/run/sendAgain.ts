import type { CommandRecord } from '#event-store';
import { type NamesToday, namesToday, type Program } from '#model';
import type { CommandToSend, Expectation } from '#runtime';
import type { Task } from './longWork.ts';
import type { RunSession } from './runSession.ts';
import { whoDecides } from './whoDecides.ts';

/**
 * Sends recorded commands to the present code, in their order, with their ids and times. What policies sent is left
 * to those that are there and on: they send it again by themselves, under the same ids.
 */
export const sendAgain = async (
  session: RunSession,
  records: CommandRecord[],
  program: Program,
  { signal, onProgress }: Task,
): Promise<void> => {
  session.expect(records);
  const reissuing = new Set(program.policies.filter(({ isOn }) => isOn).map(({ id }) => id));
  const names = namesToday(program);
  const hasProcesses = program.policies.some(({ isOn, process }) => isOn && process);
  for (const [at, record] of records.entries()) {
    signal.throwIfAborted();
    onProgress(at, records.length);
    const { origin } = record;
    if (hasProcesses) await session.passTimeTo(record.receivedAt);
    if ('policyId' in origin && reissuing.has(origin.policyId)) continue;
    await deleteAsThen(session, record);
    await session.send(commandOf(calledToday(record, names), session));
    await session.settled();
  }
  if (hasProcesses) await session.passTimeTo(undefined);
};

/** It was decided as on a new stream: no event says that the one before had been deleted. */
const deleteAsThen = async ({ store }: RunSession, { stream, onDeleted }: CommandRecord): Promise<void> => {
  if (onDeleted && (await store.streamState(stream)).status === 'live')
    await store.deleteStream(stream, { mode: 'soft' });
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
