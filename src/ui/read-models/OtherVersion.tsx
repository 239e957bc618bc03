import { useState } from 'react';
import { type Comparison, type ReadModelStatus, workspace } from '#state';
import { DifferenceList } from '../comparing/DifferenceList.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { lifeCycleTexts as texts } from '../text/lifeCycle.ts';
import { useApp } from '../useApp.ts';
import { ControlButton } from './ControlButton.tsx';
import { lagOf } from './lifeCycleStanding.ts';
import styles from './ReadModelStanding.module.css';

type OtherProps = { status: ReadModelStatus; name: string; other: NonNullable<ReadModelStatus['other']> };

/** Past its poison event, where the version that serves has not stopped itself. */
const WaysOn = ({ status }: { status: ReadModelStatus }) => (
  <>
    <Button size="small" onClick={() => workspace.retryReadModel(status.readModelId)}>
      {texts.retry}
    </Button>
    <ControlButton status={status} control={{ kind: 'skip' }} label={texts.skip} />
    <ControlButton status={status} control={{ kind: 'park' }} label={texts.park} hint={texts.parkHint} />
  </>
);

/** The version that does not serve: how far it is, how it differs, and the way to switch. */
export const OtherVersion = ({ status, name, other }: OtherProps) => {
  const lag = useApp((state) => lagOf(state, other));
  const [comparison, setComparison] = useState<Comparison | null>(null);
  return (
    <div className={styles.standing}>
      <span role="status">{other.isOnTheWall ? texts.wallIsBeside : texts.wallServes}</span>
      <span className={styles.lag}>{texts.behind(lag)}</span>
      {other.error && <span>{texts.otherStopped(other.error.message)}</span>}
      {other.state === 'stopped' && status.state !== 'stopped' && <WaysOn status={status} />}
      <Button
        size="small"
        onClick={() => void workspace.compareVersions(status.readModelId).then((compared) => setComparison(compared))}
      >
        {texts.compare}
      </Button>
      <ControlButton
        status={status}
        control={{ kind: 'switch-version' }}
        label={other.isOnTheWall ? texts.switch : texts.takeBack}
      />
      {comparison && (
        <Dialog
          title={texts.comparison(name)}
          description={texts.sides}
          width="wide"
          onClose={() => setComparison(null)}
        >
          {comparison.readModels.length > 0 ? <DifferenceList comparison={comparison} /> : <p>{texts.noDifference}</p>}
        </Dialog>
      )}
    </div>
  );
};
