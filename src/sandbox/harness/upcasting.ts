import type { WorkerUpcast } from '../protocol.ts';
import type { Json, SandboxEvent, UpcastRequest } from '../Sandbox.ts';
import { muted } from './capturedConsole.ts';
import { attempt, call, DeterminismError, SandboxError } from './errors.ts';
import { upcasterOf } from './loadedModules.ts';
import { copyOf } from './plainCopy.ts';
import { isArray, stringify } from './primordials.ts';
import { progressed } from './replay/progress.ts';
import { runningFor } from './running.ts';
import type { Upcaster } from './shapes.ts';
import { fromStored, toStored } from './storage.ts';

/** A copy goes in, so that changing it in place does no harm. */
const dataOf = ({ upcast }: Upcaster, { data, metadata }: SandboxEvent): Json => {
  const made = call<unknown>(upcast, [fromStored(data), copyOf(metadata as Json)]);
  if (made === undefined) throw new SandboxError('upcast returned nothing. Did you forget `return`?');
  if (typeof made !== 'object' || made === null || isArray(made))
    throw new SandboxError(
      `upcast returned ${made === null ? 'null' : isArray(made) ? 'a list' : `a ${typeof made}`}. It returns the data of the event.`,
    );
  if (typeof (made as { then?: unknown }).then === 'function')
    throw new SandboxError('upcast returned a Promise: code here is synchronous, without `async`.');
  return toStored(made, 'data');
};

const upcastOne = (upcaster: Upcaster, event: SandboxEvent): Json => {
  const data = dataOf(upcaster, event);
  const again = muted(() => attempt('upcast', () => dataOf(upcaster, event)));
  if (again.error || stringify(again.value) !== stringify(data))
    throw new DeterminismError(
      'upcast gave two different results for the same event. Look for variables outside of the function that change.',
    );
  return data;
};

/** Each event for itself: what breaks at one leaves the others alone. */
export const upcast = ({ moduleId, events }: UpcastRequest): WorkerUpcast => {
  const upcaster = upcasterOf(moduleId);
  const results: WorkerUpcast['results'] = [];
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index] as SandboxEvent;
    const made = runningFor(moduleId, event.metadata.globalPosition, () =>
      attempt('upcast', () => upcastOne(upcaster, event)),
    );
    results[index] = made.error ? { error: made.error } : { data: made.value };
    progressed(index, events.length);
  }
  return { results };
};
