import { CircleSlash } from 'lucide-react';
import { categoryOf } from '#model';
import { type CommandRecord, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { StepConsole } from '../run/StepConsole.tsx';
import { stepTexts } from '../text/step.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { JsonView } from './JsonView.tsx';
import { reasonOf } from './reasonOf.ts';
import { Origin } from './StepFacts.tsx';
import styles from './StepPane.module.css';

/** The line of the decider's code that turned the command down, where the record names one. */
const WayToLine = ({ command: { origin, outcome, stream } }: { command: CommandRecord }) => {
  const deciderId = useApp(({ board }) =>
    origin.kind === 'delivery'
      ? origin.policyId
      : Object.values(board.definitions).find(
          (definition) => definition.kind === 'decider' && definition.category === categoryOf(stream),
        )?.id,
  );
  if (outcome.kind !== 'rejected' || outcome.line === undefined || !deciderId) return null;
  const { file, line } = outcome;
  return (
    <Button size="small" onClick={() => workspace.showCode(deciderId, file === undefined ? { line } : { file, line })}>
      {timelineTexts.goToLine(line)}
    </Button>
  );
};

/** A command of which nothing was stored: what it asked for, on what it was decided, and why it was turned down. */
export const RefusedStep = ({ command }: { command: CommandRecord }) => (
  <div className={styles.step}>
    <header>
      <CircleSlash size={15} aria-hidden="true" />
      <h3 title={command.type}>{command.type}</h3>
      <span className={styles.quiet}>{timelineTexts.outcomes[command.outcome.kind]}</span>
    </header>
    <div className={styles.reason} data-outcome={command.outcome.kind}>
      <p>{reasonOf(command)}</p>
      <WayToLine command={command} />
    </div>
    <p className={styles.cause}>
      {stepTexts.refusedPlace(command.stream, command.decidedOnVersion)}, <Origin command={command} />
    </p>
    <StepConsole commandId={command.commandId} />
    <JsonView value={command.data} />
  </div>
);
