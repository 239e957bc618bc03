import type { WorkerReacted } from '../protocol.ts';
import type { ReactRequest } from '../Sandbox.ts';
import { call, describeThrown } from './errors.ts';
import { eventForCode } from './forCode.ts';
import { policyOf } from './loadedModules.ts';
import { listOfMessages } from './messages.ts';
import { running, runningFor } from './running.ts';
import { withChance } from './virtualTime.ts';

/** The commands that a policy answers an event with; nothing returned means none. */
export const react = ({ moduleId, event, now, seed }: ReactRequest): WorkerReacted =>
  runningFor(moduleId, event.metadata.globalPosition, () => {
    running.phase = 'react';
    try {
      const policy = policyOf(moduleId);
      const result = withChance(now, seed, () => call<unknown>(policy.react, [eventForCode(event)()]));
      const commands = result === undefined || result === null ? [] : listOfMessages(result, 'react', 'command');
      return { kind: 'reacted', commands };
    } catch (thrown) {
      return { kind: 'threw', error: describeThrown(thrown, running.phase) };
    }
  });
