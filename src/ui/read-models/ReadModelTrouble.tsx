import { typeAt } from '#model';
import { historyOf, type ReadModelStatus, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { lifeCycleTexts as texts } from '../text/lifeCycle.ts';
import { describePoison } from '../text/outcomes.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { ControlButton } from './ControlButton.tsx';
import styles from './ReadModelStanding.module.css';

type Named = { status: ReadModelStatus; name: string };

/** At its poison event, with the ways on. */
const Stopped = ({ status, name }: Named) => {
  const { error, checkpoint, readModelId, lifecycle } = status;
  const position = error?.position;
  const eventType = useApp(({ events }) => typeAt(historyOf(events), position ?? 0));
  const place = error?.place;
  return (
    <div role="alert" className={styles.trouble}>
      <p>{error ? describePoison(name, error, eventType, checkpoint) : texts.stopped}</p>
      <p className={styles.ways}>
        {position !== undefined && (
          <Button size="small" onClick={() => workspace.seek(position)}>
            {texts.goToEvent(position)}
          </Button>
        )}
        {place && (
          <Button
            size="small"
            onClick={() => workspace.showCode(place.moduleId, { file: place.file, line: place.line })}
          >
            {timelineTexts.goToLine(place.line)}
          </Button>
        )}
        <Button size="small" onClick={() => workspace.retryReadModel(readModelId)}>
          {texts.retry}
        </Button>
        {lifecycle === 'async' && position !== undefined && (
          <>
            <ControlButton status={status} control={{ kind: 'skip' }} label={texts.skip} />
            <ControlButton status={status} control={{ kind: 'park' }} label={texts.park} hint={texts.parkHint} />
          </>
        )}
      </p>
    </div>
  );
};

const Crashed = ({ status }: { status: ReadModelStatus }) => (
  <div role="alert" className={styles.trouble}>
    <p>{texts.hasCrashed(status.checkpoint)}</p>
    <ControlButton status={status} control={{ kind: 'restart' }} label={texts.restart} />
  </div>
);

export const isInTrouble = ({ state, lifeCycle }: ReadModelStatus): boolean =>
  state === 'stopped' || lifeCycle?.crash === 'down';

/** What holds a read model up, with the ways on. */
export const ReadModelTrouble = ({ status, name }: Named) =>
  status.state === 'stopped' ? <Stopped status={status} name={name} /> : <Crashed status={status} />;
