import { CircleSlash } from 'lucide-react';
import type { CommandRecord } from '#state';
import { timelineTexts } from '../text/timeline.ts';
import { JsonView } from './JsonView.tsx';
import { reasonOf } from './reasonOf.ts';
import { Origin } from './StepFacts.tsx';
import styles from './StepPane.module.css';

/** A command of which nothing was stored: what it asked for, on what it was decided, and why it was turned down. */
export const RefusedStep = ({ command }: { command: CommandRecord }) => (
  <div className={styles.step}>
    <header>
      <CircleSlash size={15} aria-hidden="true" />
      <h3 title={command.type}>{command.type}</h3>
      <span className={styles.quiet}>{timelineTexts.outcomes[command.outcome.kind]}</span>
    </header>
    <p className={styles.reason} data-outcome={command.outcome.kind}>
      {reasonOf(command)}
    </p>
    <p className={styles.cause}>
      {timelineTexts.refusedPlace(command.stream, command.decidedOnVersion)}, <Origin command={command} />
    </p>
    <JsonView value={command.data} />
  </div>
);
