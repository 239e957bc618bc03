import type { TraceReply, TraceRequest, WorkerHost } from '../../Sandbox.ts';
import { tracedCalls } from './checkTrace.ts';
import { askWatchedCopy, type WatchedCode } from './watchedCopy.ts';

/** Watches one call in an instrumented copy of its module. */
export const traceCall = async (
  host: WorkerHost,
  silenceMs: number,
  code: WatchedCode,
  request: TraceRequest,
): Promise<TraceReply> => {
  const reply = await askWatchedCopy(host, silenceMs, code, { op: 'trace', args: request });
  if (reply.kind === 'answered') return { calls: tracedCalls(reply.value.calls, reply.sites, reply.ranges) };
  return { calls: [], ...(reply.error ? { error: reply.error } : {}) };
};
