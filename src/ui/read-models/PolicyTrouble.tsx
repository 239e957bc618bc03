import { type PolicyControl, type PolicyStatus, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { faultTexts as texts } from '../text/faults.ts';
import { lifeCycleTexts } from '../text/lifeCycle.ts';
import styles from './ReadModelStanding.module.css';

type ControlProps = { status: PolicyStatus; control: PolicyControl; label: string; hint?: string };

const Control = ({ status, control, label, hint }: ControlProps) => (
  <Button
    size="small"
    {...(hint ? tooltip(hint) : {})}
    onClick={() => workspace.controlPolicy(status.policyId, control)}
  >
    {label}
  </Button>
);

/** What holds the policy up, with the ways on. */
export const PolicyTrouble = ({ status }: { status: PolicyStatus }) => {
  if (!status.isDown && !status.error) return null;
  return (
    <div role="alert" className={styles.trouble}>
      <p>{status.error ? texts.policyStopped(status.error) : texts.policyIsDown}</p>
      <p className={styles.ways}>
        {status.error ? (
          <>
            <Control status={status} control={{ kind: 'retry' }} label={lifeCycleTexts.retry} />
            <Control status={status} control={{ kind: 'skip' }} label={lifeCycleTexts.skip} />
            <Control
              status={status}
              control={{ kind: 'park' }}
              label={lifeCycleTexts.park}
              hint={lifeCycleTexts.parkHint}
            />
          </>
        ) : (
          <Control status={status} control={{ kind: 'restart' }} label={lifeCycleTexts.restart} />
        )}
      </p>
    </div>
  );
};
