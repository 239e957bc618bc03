import type { WorkerDecide } from '../protocol.ts';
import type { DecideReply, DecideRequest, Sandbox, SpecifyRequest } from '../Sandbox.ts';
import type { ModelWorker } from './ModelWorker.ts';
import { WorkerLost } from './RunningWorker.ts';
import { noNotes, type Requests, type Settled } from './requests.ts';
import { errorOfLoss } from './workerLoss.ts';

/** Commands, decided on what the worker has folded of their streams. */
export const decidingThrough = (
  worker: ModelWorker,
  { inTurn, settle, askUnlessHanging }: Requests,
): Pick<Sandbox, 'foldedVersion' | 'decide' | 'specify'> => ({
  foldedVersion: (moduleId, stream) => worker.memory.foldedVersion(moduleId, stream),

  decide: async (request) => {
    const { moduleId, stream, events, version } = request;
    const foldedVersion = version - events.length;
    if (foldedVersion > 0 && worker.memory.foldedVersion(moduleId, stream) !== foldedVersion) return foldIsGone();
    const args = argumentsOf(request, foldedVersion);
    const whole = worker.memory.noteStream(moduleId, stream, foldedVersion, events);
    return inTurn(async () => {
      const settled = await settle(
        { op: 'decide', args },
        () => whole && { request: { op: 'decide', args: { ...args, foldedVersion: 0, events: whole } }, pages: [] },
      );
      if (settled.kind === 'lost') return decided(settled);
      const { foldedVersion: reached, ...reply } = settled.reply;
      worker.memory.noteFolded(moduleId, stream, typeof reached === 'number' ? reached : 0);
      return decided({ kind: 'answered', reply });
    });
  },

  specify: async ({ command, ...request }: SpecifyRequest) =>
    decided(
      await askUnlessHanging(request.moduleId, {
        op: 'specify',
        args: { ...request, command: { ...command, metadata: command.metadata ?? {} } },
      }),
    ),
});

const argumentsOf = (
  { moduleId, stream, command, now, commandId, events }: DecideRequest,
  foldedVersion: number,
): WorkerDecide => ({
  moduleId,
  stream,
  foldedVersion,
  events,
  command: { ...command, metadata: { ...command.metadata, commandId } },
  now,
  seed: commandId,
});

const decided = (settled: Settled): DecideReply =>
  settled.kind === 'lost'
    ? { kind: 'threw', error: settled.error, ...noNotes }
    : (settled.reply as unknown as DecideReply);

const foldIsGone = (): DecideReply => ({
  kind: 'threw',
  error: errorOfLoss(new WorkerLost('The sandbox was restarted: send the command again.'), 'decide'),
  ...noNotes,
});
