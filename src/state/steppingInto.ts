import type { CommandCourse } from '#engine';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { orSay } from './messages.ts';
import { programInForce } from './programSync.ts';

/** On the code as it is typed now. */
export const stepInto = async (commandId: string): Promise<CommandCourse | null> => {
  flushCode();
  await programInForce();
  return orSay(() => engine().stepInto(commandId));
};
