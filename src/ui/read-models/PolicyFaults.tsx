import { Zap } from 'lucide-react';
import { type PolicyControl, type PolicyStatus, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { faultTexts as texts } from '../text/faults.ts';
import { lifeCycleTexts } from '../text/lifeCycle.ts';
import { useApp } from '../useApp.ts';
import { openFaultDesk } from './consumerDialog.ts';
import styles from './ReadModelStanding.module.css';

type ControlProps = { status: PolicyStatus; control: PolicyControl; label: string };

const Control = ({ status, control, label }: ControlProps) => (
  <Button size="small" onClick={() => workspace.controlPolicy(status.policyId, control)}>
    {label}
  </Button>
);

/** What holds the policy up, with the ways on. */
const Trouble = ({ status }: { status: PolicyStatus }) => (
  <div role="alert" className={styles.trouble}>
    <p>{status.error ? texts.policyStopped(status.error) : texts.policyIsDown}</p>
    <p className={styles.ways}>
      {status.error ? (
        <>
          <Control status={status} control={{ kind: 'retry' }} label={lifeCycleTexts.retry} />
          <Control status={status} control={{ kind: 'skip' }} label={lifeCycleTexts.skip} />
        </>
      ) : (
        <Control status={status} control={{ kind: 'restart' }} label={lifeCycleTexts.restart} />
      )}
    </p>
  </div>
);

/** The fault desk of a policy that is on: what it does, what holds the policy up, and the way to it. */
export const PolicyFaults = ({ policyId }: { policyId: string }) => {
  const status = useApp(({ policyStatus }) => policyStatus[policyId]);
  return (
    <>
      {status && (
        <p className={styles.faults}>
          <Zap size={14} aria-hidden="true" />
          <span role="status">{texts.isOn(status.faults.faults, status.faults.held.length)}</span>
        </p>
      )}
      {status && (status.isDown || status.error) && <Trouble status={status} />}
      <div>
        <Button size="small" icon={Zap} onClick={() => openFaultDesk(policyId)}>
          {texts.open}
        </Button>
      </div>
    </>
  );
};
