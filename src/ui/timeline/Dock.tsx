import { type KeyboardEvent, type ReactNode, Suspense } from 'react';
import { eventAt } from '#model';
import { currentRunOf, isInThePast } from '#state';
import { useBranches } from '../branches/branchStore.ts';
import { familyOfCurrent } from '../branches/familyOfCurrent.ts';
import { type Tab, Tabs } from '../kit/Tabs.tsx';
import { ReadModelTables } from '../read-models/ReadModelTables.tsx';
import {
  AgainPane,
  BranchLanes,
  StepPane,
  StepTools,
  StoredPane,
  TracePane,
  TraceTools,
  WatchesPane,
  WhyPane,
} from '../shell/lazyParts.ts';
import { branchTexts } from '../text/branches.ts';
import { dockTabTexts } from '../text/dockTabs.ts';
import { timelineTexts } from '../text/timeline.ts';
import { whyTexts } from '../text/why.ts';
import { useApp } from '../useApp.ts';
import { whyHintId } from '../why/Askable.tsx';
import styles from './Dock.module.css';
import { type Pane, showPane, useDock } from './dockStore.ts';
import { LongWork } from './LongWork.tsx';
import { Lanes } from './laterParts.ts';
import { positionAt } from './positionAt.ts';
import { StatePane, StateViewChoice } from './StatePane.tsx';
import { Transport } from './Transport.tsx';

/** Says each step aloud. */
const Announcer = () => {
  const words = useApp((state) => {
    const position = positionAt(state);
    return timelineTexts.announce(position, state.events.length, eventAt(state.events, position)?.type);
  });
  return (
    <p className={styles.announcer} aria-live="polite">
      {words}
    </p>
  );
};

/** Says where pins are, as they are set and let go. */
const PinAnnouncer = () => {
  const pins = useApp(({ runs }) => currentRunOf(runs)?.pins);
  return (
    <p className={styles.announcer} aria-live="polite">
      {pins && branchTexts.pins(pins)}
    </p>
  );
};

/** Among the panes a key belongs to what has the focus: Space presses a button, arrows choose. */
const keepKeys = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey) return;
  const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
  const isChoice = isRadio && (event.key === ' ' || event.key.startsWith('Arrow'));
  const isPress = event.key === ' ' && event.target instanceof HTMLButtonElement;
  if (isChoice || isPress) event.stopPropagation();
};

const toolsOf: { [pane in Pane]?: ReactNode } = {
  state: <StateViewChoice />,
  step: <StepTools />,
  trace: <TraceTools />,
};
const StreamsOrBranches = () => {
  const areBranchesShown = useBranches((state) => state.areLanesShown);
  const hasBranches = useApp(({ runs }) => familyOfCurrent(runs).length > 1);
  return areBranchesShown && hasBranches ? (
    <Suspense fallback={<Lanes />}>
      <BranchLanes />
    </Suspense>
  ) : (
    <Lanes />
  );
};

const laterTabs: readonly Tab<Pane>[] = [
  { id: 'trace', label: dockTabTexts.trace, content: <TracePane /> },
  { id: 'again', label: dockTabTexts.again, content: <AgainPane /> },
];

const StateAndStep = () => {
  const isAsked = useApp(({ why }) => why !== null);
  const asked = useDock((state) => state.asked);
  const chosen = useDock((state) => state.pane);
  const stored = useDock((state) => state.stored);
  const pane = chosen === 'why' && !isAsked ? 'state' : chosen;
  return (
    <Tabs<Pane>
      label={timelineTexts.stateAndStep}
      selected={pane}
      onSelect={showPane}
      actions={toolsOf[pane]}
      tabs={[
        { id: 'state', label: timelineTexts.state, content: <StatePane /> },
        { id: 'step', label: timelineTexts.step, content: <StepPane /> },
        { id: 'watches', label: whyTexts.watches, content: <WatchesPane /> },
        ...(stored
          ? [{ id: 'stored' as const, label: dockTabTexts.stored, content: <StoredPane stream={stored.stream} /> }]
          : []),
        ...(isAsked ? [{ id: 'why' as const, label: whyTexts.why, content: <WhyPane /> }] : []),
        ...laterTabs.filter(({ id }) => asked.includes(id)),
      ]}
    />
  );
};

/** The recorded history under the wall: where we are in it, and everything as it was there. */
export const Dock = () => {
  const isPast = useApp(isInThePast);
  return (
    <section
      // What React Flow calls its elements that take no key of its own: Space plays here, it does not pan.
      className={`${styles.dock} nokey`}
      aria-label={timelineTexts.timeline}
      data-action-scope="timeline"
      data-past={isPast || undefined}
    >
      <Transport />
      <LongWork />
      <div className={styles.panes}>
        <div>
          <Suspense>
            <StreamsOrBranches />
          </Suspense>
        </div>
        <section aria-label={timelineTexts.stateAndStep} onKeyDown={keepKeys}>
          <Suspense>
            <StateAndStep />
          </Suspense>
        </section>
        <section aria-label={timelineTexts.readModels} onKeyDown={keepKeys} data-read-models>
          <ReadModelTables />
        </section>
      </div>
      <Announcer />
      <PinAnnouncer />
      <span id={whyHintId} hidden>
        {whyTexts.why}
      </span>
    </section>
  );
};
