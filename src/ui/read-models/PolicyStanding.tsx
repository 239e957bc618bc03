import { Pause, Play, StepForward, Users, Zap } from 'lucide-react';
import { type PolicyStatus, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { faultTexts } from '../text/faults.ts';
import { lifeCycleTexts as texts } from '../text/lifeCycle.ts';
import { workerTexts } from '../text/workers.ts';
import { useApp } from '../useApp.ts';
import { openConsumerDialog, openFaultDesk } from './consumerDialog.ts';
import { LeftOut } from './LeftOut.tsx';
import { lagOf } from './lifeCycleStanding.ts';
import { PolicyTrouble } from './PolicyTrouble.tsx';
import styles from './ReadModelStanding.module.css';
import { WorkerRows } from './WorkerRows.tsx';

/** How it follows the events, and how far behind it is. */
const Following = ({ status }: { status: PolicyStatus }) => {
  const lag = useApp((state) => lagOf(state, status));
  if (!status.isPaused) return null;
  return (
    <div className={styles.standing}>
      <span role="status">{texts.paces({ kind: 'paused' })}</span>
      <span className={styles.lag}>{texts.behind(lag)}</span>
    </div>
  );
};

/** Where a policy stands that does not follow the events as usual, and what holds it up. */
const Standing = ({ status }: { status: PolicyStatus }) => {
  const { policyId, isPaused, faults, workers, partitions = [], category, leftOut } = status;
  return (
    <>
      {faults && (
        <p className={styles.faults}>
          <Zap size={14} aria-hidden="true" />
          <span role="status">{faultTexts.isOn(faults.faults, faults.held.length)}</span>
        </p>
      )}
      <PolicyTrouble status={status} />
      <Following status={status} />
      {workers && (
        <WorkerRows
          consumerId={policyId}
          isPaused={isPaused}
          workers={workers}
          partitions={partitions}
          category={category}
        />
      )}
      {leftOut && <LeftOut consumerId={policyId} leftOut={leftOut} />}
    </>
  );
};

/** How a policy that is on follows the events, and the ways to its fault desk and workers. */
export const PolicyStanding = ({ policyId }: { policyId: string }) => {
  const status = useApp(({ policyStatus }) => policyStatus[policyId]);
  const isPaused = status?.isPaused ?? false;
  return (
    <>
      {status && <Standing status={status} />}
      <div className={styles.ways}>
        <Button
          size="small"
          icon={isPaused ? Play : Pause}
          onClick={() =>
            workspace.controlPolicy(policyId, { kind: 'follow', pace: { kind: isPaused ? 'full' : 'paused' } })
          }
        >
          {isPaused ? texts.goOn : texts.pause}
        </Button>
        {isPaused && (
          <Button size="small" icon={StepForward} onClick={() => workspace.controlPolicy(policyId, { kind: 'step' })}>
            {texts.step}
          </Button>
        )}
        {!status?.workers && (
          <Button
            size="small"
            icon={Users}
            onClick={() => openConsumerDialog({ kind: 'workers', consumerId: policyId })}
          >
            {workerTexts.open}
          </Button>
        )}
        <Button size="small" icon={Zap} onClick={() => openFaultDesk(policyId)}>
          {faultTexts.open}
        </Button>
      </div>
    </>
  );
};
