import { Zap } from 'lucide-react';
import { Button } from '../kit/Button.tsx';
import { faultTexts as texts } from '../text/faults.ts';
import { useApp } from '../useApp.ts';
import { openFaultDesk } from './consumerDialog.ts';
import { PolicyTrouble } from './PolicyTrouble.tsx';
import styles from './ReadModelStanding.module.css';

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
      {status && <PolicyTrouble status={status} />}
      <div>
        <Button size="small" icon={Zap} onClick={() => openFaultDesk(policyId)}>
          {texts.open}
        </Button>
      </div>
    </>
  );
};
