import { useMemo } from 'react';
import { eventAt } from '#model';
import { ConsoleLines } from '../run/ConsoleLines.tsx';
import { useStepLines } from '../run/useStepLines.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { useApp } from '../useApp.ts';
import styles from './CodeConsole.module.css';

/** What this code printed in the step at the cursor. */
export const CodeConsole = ({ definitionId }: { definitionId: string }) => {
  const position = useApp(positionAt);
  const commandId = useApp((state) => eventAt(state.events, positionAt(state))?.metadata.commandId);
  const printed = useStepLines({ commandId, position });
  const lines = useMemo(() => printed.filter(({ place }) => place?.moduleId === definitionId), [printed, definitionId]);
  if (lines.length === 0) return null;
  return (
    <div className={styles.console}>
      <ConsoleLines lines={lines} />
    </div>
  );
};
