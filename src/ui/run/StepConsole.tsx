import { useMemo } from 'react';
import { useApp } from '../useApp.ts';
import { ConsoleLines } from './ConsoleLines.tsx';
import { printedAt } from './printedAt.ts';

/** What code printed in a step: as its command was decided, and as its event was folded and projected. */
export const StepConsole = ({ commandId, position }: { commandId?: string; position?: number }) => {
  const printed = useApp((state) => state.printed);
  const lines = useMemo(() => printedAt(printed, { commandId, position }), [printed, commandId, position]);
  return <ConsoleLines lines={lines} />;
};
