import { type KeyboardEvent, Suspense } from 'react';
import { isInThePast } from '#state';
import { Tabs } from '../kit/Tabs.tsx';
import { ReadModelTables } from '../read-models/ReadModelTables.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import styles from './Dock.module.css';
import { type Pane, showPane, useDock } from './dockStore.ts';
import { Lanes } from './laterParts.ts';
import { positionAt } from './positionAt.ts';
import { StatePane, StateViewChoice } from './StatePane.tsx';
import { StepPane, StepTools } from './StepPane.tsx';
import { Transport } from './Transport.tsx';

/** Says each step aloud. */
const Announcer = () => {
  const words = useApp((state) => {
    const position = positionAt(state);
    return timelineTexts.announce(position, state.events.length, state.events[position - 1]?.type);
  });
  return (
    <p className={styles.announcer} aria-live="polite">
      {words}
    </p>
  );
};

/** Among the panes a key belongs to what has the focus: Space presses a button, arrows choose. */
const keepKeys = (event: KeyboardEvent): void => {
  const isChoice = event.target instanceof HTMLInputElement && event.target.type === 'radio';
  const isPress = event.key === ' ' && event.target instanceof HTMLButtonElement;
  if (isChoice || isPress) event.stopPropagation();
};

const StateAndStep = () => {
  const pane = useDock((state) => state.pane);
  return (
    <Tabs<Pane>
      label={timelineTexts.stateAndStep}
      selected={pane}
      onSelect={showPane}
      actions={pane === 'state' ? <StateViewChoice /> : <StepTools />}
      tabs={[
        { id: 'state', label: timelineTexts.state, content: <StatePane /> },
        { id: 'step', label: timelineTexts.step, content: <StepPane /> },
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
      <div className={styles.panes}>
        <div>
          <Suspense>
            <Lanes />
          </Suspense>
        </div>
        <section aria-label={timelineTexts.stateAndStep} onKeyDown={keepKeys}>
          <StateAndStep />
        </section>
        <section aria-label={timelineTexts.readModels} onKeyDown={keepKeys} data-read-models>
          <ReadModelTables />
        </section>
      </div>
      <Announcer />
    </section>
  );
};
