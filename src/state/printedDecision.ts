import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { notePrinted } from './printed.ts';
import { programInForce } from './programSync.ts';

/** Lines that are known stay: they are what was printed when it was sent. */
const isKnown = (commandId: string): boolean => (appStore.getState().printed.byCommand[commandId]?.length ?? 0) > 0;

export const printDecision = async (commandId: string): Promise<void> => {
  if (isKnown(commandId)) return;
  await programInForce();
  const { modules } = appStore.getState();
  // A step without its output is still a step: where it cannot be had, none is shown.
  const lines = await engine()
    .decisionOutput(commandId)
    .catch(() => []);
  if (!isKnown(commandId) && appStore.getState().modules === modules) notePrinted(lines, commandId);
};
