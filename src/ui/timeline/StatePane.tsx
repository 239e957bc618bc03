import { Suspense } from 'react';
import { isPublicStream, ownerOfStream, pathText, valueChanges } from '#model';
import { type CodeError, deletedStreamsOf, type MomentState, shownValue, type ValuePlace, workspace } from '#state';
import { WaitingList } from '../clock/laterParts.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { archiveTexts } from '../text/archive.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { Askable } from '../why/Askable.tsx';
import { useRoving } from '../why/useRoving.ts';
import changeStyles from './Changes.module.css';
import { type StateView, showStateView, useDock } from './dockStore.ts';
import { JsonView } from './JsonView.tsx';
import styles from './StatePane.module.css';

/** What broke at this step, and the way to its line. */
export const StepError = ({ error }: { error: CodeError }) => {
  const { place } = error;
  return (
    <p role="alert" className={styles.error}>
      {timelineTexts.brokeAt(error)}{' '}
      {place && (
        <Button size="small" onClick={() => workspace.showCode(place.moduleId, { file: place.file, line: place.line })}>
          {timelineTexts.goToLine(place.line)}
        </Button>
      )}
    </p>
  );
};

export const StateViewChoice = () => (
  <Segmented<StateView>
    label={timelineTexts.stateView}
    value={useDock((state) => state.stateView)}
    onChange={showStateView}
    segments={[
      { value: 'before', label: timelineTexts.before },
      { value: 'after', label: timelineTexts.after },
      { value: 'difference', label: timelineTexts.difference },
    ]}
  />
);

type Placed = { state: MomentState; place: ValuePlace };

const DifferenceView = ({ state, place }: Placed) => {
  const changes = valueChanges(shownValue(state.before), shownValue(state.after));
  if (changes.length === 0) return <p className={styles.quiet}>{timelineTexts.noChange}</p>;
  return (
    <ul className={changeStyles.changes}>
      {changes.map(({ path, before, after }) => (
        <li key={pathText(path)}>
          <span className={changeStyles.path}>
            <Askable place={{ ...place, path }} value={after}>
              {pathText(path) || timelineTexts.wholeState}
            </Askable>
          </span>
          {before !== undefined && (
            <del>
              <JsonView value={before} />
            </del>
          )}
          {after !== undefined && (
            <ins>
              <JsonView value={after} />
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
};

const ShownState = ({ state }: { state: MomentState }) => {
  const view = useDock(({ stateView }) => stateView);
  const position = useApp(({ moment }) => moment?.position ?? 0);
  const roving = useRoving<HTMLDivElement>();
  const { moduleId, stream } = state;
  const place: ValuePlace = { subject: { kind: 'state', moduleId, stream }, path: [] };
  return (
    <div {...roving}>
      {view === 'difference' && <DifferenceView state={state} place={place} />}
      {view === 'before' && (
        <JsonView value={shownValue(state.before)} place={place} position={Math.max(0, position - 1)} />
      )}
      {view === 'after' && <JsonView value={shownValue(state.after)} place={place} />}
    </div>
  );
};

/** Once a stream is deleted, what is shown is not what its next command finds. */
const Deleted = ({ stream }: { stream: string }) => {
  const deleted = useApp((app) => deletedStreamsOf(app).get(stream));
  return deleted ? <p className={styles.quiet}>{archiveTexts.stateOf[deleted]}</p> : null;
};

/** Nobody folds the stream that is shown, or somebody whose code does not run; or its state is on its way. */
const NoState = () => {
  const owner = useApp(({ board, shownStream }) => ownerOfStream(Object.values(board.definitions), shownStream ?? ''));
  const isBroken = useApp(({ modules }) => owner !== undefined && modules[owner.id]?.kind === 'broken');
  const isOnItsWay = useApp(({ moment }) => moment === null);
  const isPublic = useApp(({ shownStream }) => isPublicStream(shownStream ?? ''));
  if (isOnItsWay) return null;
  if (isPublic) return <EmptyState title={timelineTexts.publicStream} />;
  if (!owner) return <EmptyState title={timelineTexts.noDecider} />;
  return isBroken && <EmptyState title={timelineTexts.doesNotRun(owner.name)} />;
};

/** The state of the decider of one stream, as of the cursor; none where the code was stopped on the way there. */
export const StatePane = () => {
  const state = useApp(({ moment, shownStream }) => moment?.states.find(({ stream }) => stream === shownStream));
  const isBeforeFirst = useApp(({ moment }) => moment?.position === 0);
  const isOfProcess = useApp(({ board }) => board.definitions[state?.moduleId ?? '']?.kind === 'policy');
  if (!state && isBeforeFirst) return <EmptyState title={timelineTexts.beforeFirst} />;
  if (!state) return <NoState />;
  const isUnknown = state.error?.name === 'TimeoutError';
  return (
    <div className={styles.state}>
      <header>
        <h3 title={state.stream}>{state.stream}</h3>
        {!isUnknown && <span className={styles.quiet}>{timelineTexts.version(state.version)}</span>}
      </header>
      {state.error && <StepError error={state.error} />}
      <Deleted stream={state.stream} />
      {isOfProcess && (
        <Suspense>
          <WaitingList definitionId={state.moduleId} stream={state.stream} />
        </Suspense>
      )}
      {!isUnknown && <ShownState state={state} />}
    </div>
  );
};
