import type { CommandCourse, CoursePhase, EngineClient, FoldPart } from '#engine';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { orSay } from './messages.ts';
import { programInForce } from './programSync.ts';

/** On the code as it is typed now. */
const onPresentCode = async <Answer>(ask: (client: EngineClient) => Promise<Answer>): Promise<Answer | null> => {
  flushCode();
  await programInForce();
  return orSay(() => ask(engine()));
};

export const stepInto = (commandId: string): Promise<CommandCourse | null> =>
  onPresentCode((client) => client.stepInto(commandId));

export const stepIntoEvent = (position: number): Promise<CommandCourse | null> =>
  onPresentCode((client) => client.stepIntoEvent(position));

export const foldSteps = (part: FoldPart): Promise<CoursePhase[] | null> =>
  onPresentCode((client) => client.foldSteps(part));
