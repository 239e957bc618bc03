import { ConsoleLines } from './ConsoleLines.tsx';
import { useStepLines } from './useStepLines.ts';

/** What code printed in a step: as its command was decided, and as its event was folded and projected. */
export const StepConsole = (step: { commandId?: string; position?: number }) => (
  <ConsoleLines lines={useStepLines(step)} />
);
