import type { Queue, Run } from '#runtime';
import type { CodeError, FollowReply, FollowRequest, HistoryReply, HistoryRequest, Progress } from '#sandbox';
import { endlessIn } from './endlessCode.ts';

const nothing = { logs: [], diagnostics: [] };

/** The events that made a value, up to a position; through the queue of whoever looks at the past. */
export const valueHistory = (
  run: Run,
  queue: Queue,
  request: HistoryRequest,
  onProgress?: Progress,
): Promise<HistoryReply> =>
  queue(async () => {
    const endless = endlessIn(run);
    const known = endless.errorOf(request.subject.moduleId);
    if (known) return { total: 0, start: null, changes: [], error: known, ...nothing };
    const position = Math.min(request.position, await run.store.lastPosition());
    const reply = await run.sandbox.history({ ...request, position }, onProgress);
    if (reply.error) noteEndless(run, reply.error);
    return reply;
  });

/** The course of values over the whole log. Code that never ends is left out from then on, until it changes. */
export const followValues = (
  run: Run,
  queue: Queue,
  wish: Omit<FollowRequest, 'head'>,
  onProgress?: Progress,
): Promise<FollowReply & { head: number }> =>
  queue(async () => {
    const endless = endlessIn(run);
    const head = await run.store.lastPosition();
    for (;;) {
      const errors = wish.places.map(({ subject }) => endless.errorOf(subject.moduleId));
      const places = wish.places.filter((_place, index) => !errors[index]);
      const reply = await run.sandbox.follow({ ...wish, places, head }, onProgress);
      if (reply.values.some(({ error }) => error && noteEndless(run, error))) continue;
      const followed = reply.values.values();
      const values = errors.map((error) => {
        const value = error ? undefined : followed.next().value;
        return value ?? { total: 0, value: null, kinks: [], ...(error ? { error } : {}) };
      });
      return { ...reply, values, head };
    }
  });

/** Whether it was found out just now that a module never ends. */
const noteEndless = (run: Run, error: CodeError): boolean => {
  const endless = endlessIn(run);
  const { place } = error;
  if (error.name !== 'TimeoutError' || !place || endless.errorOf(place.moduleId)) return false;
  endless.add(place.moduleId, error);
  return true;
};
