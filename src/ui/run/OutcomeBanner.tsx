import { Check, CircleSlash, TriangleAlert, X } from 'lucide-react';
import { workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { describeOutcome, describePolicyLoop, type OutcomeStep, type OutcomeTone } from '../text/outcomes.ts';
import { runTexts } from '../text/run.ts';
import { useApp } from '../useApp.ts';
import styles from './OutcomeBanner.module.css';
import { RunNotes } from './RunNotes.tsx';

const icons: { [tone in OutcomeTone]: typeof Check } = { success: Check, refused: CircleSlash, trouble: TriangleAlert };

const take = (step: OutcomeStep): void => {
  switch (step.kind) {
    case 'go-to-line':
      workspace.showCode(step.moduleId, { file: step.file, line: step.line });
      return;
    case 'decide-again':
      void workspace.decideAgain();
      return;
    case 'force':
      void workspace.forceThrough();
      return;
    case 'show-event':
      workspace.seek(step.position);
      return;
    case 'give-up':
      workspace.dismissOutcome();
  }
};

const Steps = ({ steps }: { steps: OutcomeStep[] }) =>
  steps.length > 0 && (
    <div className={styles.steps}>
      {steps.map((step) => (
        <Button key={step.label} size="small" onClick={() => take(step)}>
          {step.label}
        </Button>
      ))}
    </div>
  );

const Dismiss = () => (
  <IconButton size="small" icon={X} label={runTexts.dismiss} onClick={() => workspace.dismissOutcome()} />
);

const PolicyLoopBanner = () => {
  const loop = useApp((state) => state.policyLoop);
  if (!loop) return null;
  return (
    <div className={styles.banner} data-tone="trouble" role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <div className={styles.words}>
        <p>{describePolicyLoop(loop)}</p>
        <details>
          <summary>{runTexts.showChain}</summary>
          {loop.chain.join(' → ')}
        </details>
        <div className={styles.steps}>
          <Button size="small" onClick={() => workspace.switchPolicyOff(loop.policyId)}>
            {runTexts.switchPolicyOff}
          </Button>
        </div>
      </div>
      <Dismiss />
    </div>
  );
};

const LastOutcomeBanner = () => {
  const last = useApp((state) => state.lastOutcome);
  const definitions = useApp((state) => state.board.definitions);
  if (!last) return null;
  const words = describeOutcome(last, (id) => definitions[id]?.name ?? id);
  const Icon = icons[words.tone];
  return (
    <div className={styles.banner} data-tone={words.tone}>
      <Icon size={16} aria-hidden="true" />
      <div className={styles.words}>
        <p>{words.text}</p>
        <RunNotes notes={last.outcome.notes} />
        <Steps steps={words.steps} />
      </div>
      <Dismiss />
    </div>
  );
};

/** What came of the last command, what its code printed, and what to do about it. */
export const OutcomeBanner = () => (
  <>
    <div role="status" aria-live="polite">
      <LastOutcomeBanner />
    </div>
    <PolicyLoopBanner />
  </>
);
