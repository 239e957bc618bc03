import { encodeTagged } from '../codec.ts';
import type { WorkerAddressed, WorkerReacted } from '../protocol.ts';
import type { AddressRequest, IssuedCommand, ReactRequest } from '../Sandbox.ts';
import { muted } from './capturedConsole.ts';
import { attempt, call, describeThrown, note, SandboxError } from './errors.ts';
import { eventForCode } from './forCode.ts';
import { policyOf, processOf } from './loadedModules.ts';
import { listOfMessages } from './messages.ts';
import { noteChange } from './noteChange.ts';
import { deepFrozen } from './plainCopy.ts';
import { running, runningFor } from './running.ts';
import type { Policy } from './shapes.ts';
import { withChance } from './virtualTime.ts';

/** Nothing returned means no command, or no public event. */
export const runReact = ({ react: code, phase, makes }: Policy, event: object): IssuedCommand[] => {
  const result = call<unknown>(code, [event]);
  return result === undefined || result === null ? [] : listOfMessages(result, phase, makes);
};

/** A second delivery must ask for the same: a policy remembers nothing. */
const noteOtherResult = (policy: Policy, event: object, first: IssuedCommand[]): void => {
  const again = muted(() => attempt(policy.phase, () => runReact(policy, event)));
  if (again.error || encodeTagged(again.value) !== encodeTagged(first))
    note(
      'DeterminismError',
      `${policy.phase} gave two different results for the same event. A policy remembers nothing: what it has to know between two events belongs into a process manager.`,
    );
};

/** What a policy answers an event with. */
export const react = ({ moduleId, event, now, seed }: ReactRequest): WorkerReacted =>
  runningFor(moduleId, event.metadata.globalPosition, () => {
    running.phase = 'react';
    try {
      const policy = policyOf(moduleId);
      running.phase = policy.phase;
      const makeEvent = eventForCode(event);
      const given = makeEvent();
      const before = encodeTagged(given);
      const commands = withChance(now, seed, () => runReact(policy, given));
      if (encodeTagged(given) !== before)
        noteChange(`${policy.phase} changed the event in place. Events are facts: copy what should be different.`, () =>
          withChance(now, seed, () => runReact(policy, deepFrozen(makeEvent()))),
        );
      withChance(now, seed, () => noteOtherResult(policy, makeEvent(), commands));
      return { kind: 'reacted', commands };
    } catch (thrown) {
      return { kind: 'threw', error: describeThrown(thrown, running.phase) };
    }
  });

/** A workflow id is a text that names a stream; null or nothing where the event is none of the process's business. */
export const address = ({ moduleId, event }: AddressRequest): WorkerAddressed =>
  runningFor(moduleId, event.metadata.globalPosition, () => {
    running.phase = 'getWorkflowId';
    try {
      const id = call<unknown>(processOf(moduleId).getWorkflowId, [eventForCode(event)()]);
      if (id === undefined || id === null || id === '') return { kind: 'addressed', workflowId: null };
      if (typeof id !== 'string')
        throw new SandboxError(
          `getWorkflowId answered a ${typeof id}. It names a stream with a text, or answers null.`,
        );
      return { kind: 'addressed', workflowId: id };
    } catch (thrown) {
      return { kind: 'threw', error: describeThrown(thrown, running.phase) };
    }
  });
