import type { WorkerRequest } from '../protocol.ts';
import type { FollowReply, HistoryReply, Sandbox, SurroundingsReply } from '../Sandbox.ts';
import type { ModelWorker } from './ModelWorker.ts';
import { noNotes, type Requests } from './requests.ts';

/** The history of single values in the log that the worker holds. */
export const askingValuesThrough = (
  worker: ModelWorker,
  { inTurn, settle, hanging }: Requests,
): Pick<Sandbox, 'history' | 'follow' | 'surroundings'> => {
  const repeated = (request: WorkerRequest) => () => {
    const pages = worker.memory.wholeLog();
    return pages && { request, pages };
  };
  return {
    history: (args, onProgress) =>
      inTurn(async () => {
        const nothing = { total: 0, start: null, changes: [], ...noNotes };
        const known = hanging.get(args.subject.moduleId);
        if (known) return { ...nothing, error: known };
        const request: WorkerRequest = { op: 'history', args };
        const settled = await settle(request, repeated(request), onProgress);
        return settled.kind === 'lost'
          ? { ...nothing, error: settled.error }
          : (settled.reply as unknown as HistoryReply);
      }),

    follow: (args, onProgress) =>
      inTurn(async () => {
        const nothing = { total: 0, value: null, kinks: [] };
        const isOn = args.places.map(({ subject }) => !hanging.has(subject.moduleId));
        const request: WorkerRequest = {
          op: 'follow',
          args: { ...args, places: args.places.filter((_place, index) => isOn[index]) },
        };
        const settled = await settle(request, repeated(request), onProgress);
        if (settled.kind === 'lost')
          return { values: args.places.map(() => ({ ...nothing, error: settled.error })), ...noNotes };
        const reply = settled.reply as unknown as FollowReply;
        const followed = reply.values.values();
        const values = args.places.map(({ subject }) => {
          const error = hanging.get(subject.moduleId);
          return error ? { ...nothing, error } : (followed.next().value ?? nothing);
        });
        return { ...reply, values };
      }),

    surroundings: (args) =>
      inTurn(async () => {
        const nothing = { surroundings: [], ...noNotes };
        const known = hanging.get(args.subject.moduleId);
        if (known) return { ...nothing, error: known };
        const request: WorkerRequest = { op: 'surroundings', args };
        const settled = await settle(request, repeated(request));
        return settled.kind === 'lost'
          ? { ...nothing, error: settled.error }
          : (settled.reply as unknown as SurroundingsReply);
      }),
  };
};
