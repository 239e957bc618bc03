import { useEffect, useMemo } from 'react';
import { type LogLine, workspace } from '#state';
import { useApp } from '../useApp.ts';
import { printedAt } from './printedAt.ts';

/** Milliseconds on a step before it is decided again: who steps on quickly waits for nothing. */
const rest = 150;

/** What code printed in a step; that of a decision from before this session is found out by deciding again. */
export const useStepLines = ({
  commandId,
  position,
}: {
  commandId?: string | undefined;
  position?: number | undefined;
}): LogLine[] => {
  const printed = useApp((state) => state.printed);
  const modules = useApp((state) => state.modules);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other code prints other lines
  useEffect(() => {
    if (commandId === undefined) return;
    const waiting = setTimeout(() => workspace.printDecision(commandId), rest);
    return () => clearTimeout(waiting);
  }, [commandId, modules]);
  return useMemo(() => printedAt(printed, { commandId, position }), [printed, commandId, position]);
};
