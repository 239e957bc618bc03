import { Zap } from 'lucide-react';
import type { Faults, ReadModelStatus } from '#state';
import { Button } from '../kit/Button.tsx';
import { faultTexts } from '../text/faults.ts';
import { lifeCycleTexts as texts } from '../text/lifeCycle.ts';
import { useApp } from '../useApp.ts';
import { ControlButton } from './ControlButton.tsx';
import { openFaultDesk } from './consumerDialog.ts';
import { LeftOut } from './LeftOut.tsx';
import { lagOf } from './lifeCycleStanding.ts';
import { OtherVersion } from './OtherVersion.tsx';
import styles from './ReadModelStanding.module.css';
import { isInTrouble, ReadModelTrouble } from './ReadModelTrouble.tsx';
import { WorkerRows } from './WorkerRows.tsx';

type Named = { status: ReadModelStatus; name: string };

/** How it follows, where that is not as usual, and how far behind it is. */
const Following = ({ status }: { status: ReadModelStatus }) => {
  const lag = useApp((state) => lagOf(state, status));
  const { pace, crash } = status.lifeCycle ?? { pace: { kind: 'full' as const }, crash: 'none' };
  if (pace.kind === 'full' && crash === 'none' && status.state === 'current') return null;
  return (
    <div className={styles.standing}>
      {pace.kind !== 'full' && <span role="status">{texts.paces(pace)}</span>}
      <span className={styles.lag}>{texts.behind(lag)}</span>
      {pace.kind === 'paused' && lag > 0 && (
        <ControlButton status={status} control={{ kind: 'step' }} label={texts.step} />
      )}
      {crash === 'armed' && (
        <>
          <span role="status">{texts.isArmed}</span>
          <ControlButton status={status} control={{ kind: 'disarm-crash' }} label={texts.disarm} />
        </>
      )}
    </div>
  );
};

/** While faults are on, nobody should wonder about what they see. */
const FaultSign = ({ readModelId, faults }: { readModelId: string; faults: Faults }) => (
  <p className={styles.faults}>
    <Zap size={14} aria-hidden="true" />
    <span role="status">{faultTexts.isOn(faults.faults, faults.held.length)}</span>
    <Button size="small" onClick={() => openFaultDesk(readModelId)}>
      {faultTexts.open}
    </Button>
  </p>
);

const Standing = ({ status, name }: Named) =>
  isInTrouble(status) ? <ReadModelTrouble status={status} name={name} /> : <Following status={status} />;

const followsAsUsual = ({ state, lifeCycle, leftOut, faults, other }: ReadModelStatus): boolean =>
  state === 'current' &&
  (lifeCycle === undefined || (lifeCycle.pace.kind === 'full' && lifeCycle.crash === 'none' && !lifeCycle.workers)) &&
  !leftOut &&
  !faults &&
  !other;

/** In the past nobody should take how it follows today for how it did then. */
const AsOfNow = ({ status }: { status: ReadModelStatus }) => {
  const cursor = useApp((state) => state.cursor);
  if (cursor === 'now' || followsAsUsual(status)) return null;
  return <p className={styles.standing}>{texts.asOfNow(cursor)}</p>;
};

/** Where a read model stands in the log, what keeps it there, and what to do about it. */
export const ReadModelStanding = ({ readModelId, name }: { readModelId: string; name: string }) => {
  const status = useApp((state) => state.readModelStatus[readModelId]);
  if (!status || status.state === 'rebuilding') return null;
  return (
    <>
      <AsOfNow status={status} />
      <Standing status={status} name={name} />
      {status.lifeCycle?.workers && (
        <WorkerRows
          consumerId={readModelId}
          isPaused={status.lifeCycle.pace.kind === 'paused'}
          workers={status.lifeCycle.workers}
          partitions={status.partitions ?? []}
        />
      )}
      {status.leftOut && <LeftOut consumerId={readModelId} leftOut={status.leftOut} />}
      {status.faults && <FaultSign readModelId={readModelId} faults={status.faults} />}
      {status.other && <OtherVersion status={status} name={name} other={status.other} />}
    </>
  );
};
