import { Check, CircleSlash, TriangleAlert, X } from 'lucide-react';
import { workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { describeOutcome, describePolicyLoop, type OutcomeStep, type OutcomeTone } from '../text/outcomes.ts';
import { runTexts } from '../text/run.ts';
import { useApp } from '../useApp.ts';
import styles from './OutcomeBanner.module.css';

const icons: { [tone in OutcomeTone]: typeof Check } = { success: Check, refused: CircleSlash, trouble: TriangleAlert };

const take = (step: OutcomeStep): void => {
  switch (step.kind) {
    case 'go-to-line':
      workspace.showCode(step.moduleId, { file: step.file, line: step.line });
      return;
    case 'decide-again':
      void workspace.decideAgain();
      return;
    case 'show-event':
      workspace.seek(step.position);
      return;
    case 'give-up':
      workspace.dismissOutcome();
  }
};

const PolicyLoopBanner = () => {
  const loop = useApp((state) => state.policyLoop);
  if (!loop) return null;
  return (
    <div className={styles.banner} data-tone="trouble" role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <div>
        <details>
          <summary>{describePolicyLoop(loop)}</summary>
          {loop.chain.join(' → ')}
        </details>
        <Button size="small" onClick={() => workspace.switchPolicyOff(loop.policyId)}>
          {runTexts.switchPolicyOff}
        </Button>
      </div>
      <IconButton size="small" icon={X} label={runTexts.dismiss} onClick={() => workspace.dismissOutcome()} />
    </div>
  );
};

/** What came of the last command, and what to do about it. */
export const OutcomeBanner = () => {
  const last = useApp((state) => state.lastOutcome);
  const definitions = useApp((state) => state.board.definitions);
  const words = last && describeOutcome(last, (id) => definitions[id]?.name ?? id);
  const Icon = words && icons[words.tone];
  return (
    <>
      <div role="status" aria-live="polite">
        {words && Icon && (
          <div className={styles.banner} data-tone={words.tone}>
            <Icon size={16} aria-hidden="true" />
            <div>
              <p>{words.text}</p>
              {words.steps.length > 0 && (
                <div className={styles.steps}>
                  {words.steps.map((step) => (
                    <Button key={step.label} size="small" onClick={() => take(step)}>
                      {step.label}
                    </Button>
                  ))}
                </div>
              )}
            </div>
            <IconButton size="small" icon={X} label={runTexts.dismiss} onClick={() => workspace.dismissOutcome()} />
          </div>
        )}
      </div>
      <PolicyLoopBanner />
    </>
  );
};
