import { useState } from 'react';
import { Tabs } from '../kit/Tabs.tsx';
import { ReadModelTables } from '../read-models/ReadModelTables.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import styles from './Dock.module.css';
import { Lanes } from './Lanes.tsx';
import { StatePane } from './StatePane.tsx';
import { StepPane } from './StepPane.tsx';
import { Transport } from './Transport.tsx';

type Pane = 'step' | 'state';

/** Says each step aloud. */
const Announcer = () => {
  const words = useApp(({ cursor, events }) => {
    const position = cursor === 'now' ? events.length : cursor;
    return timelineTexts.announce(position, events.length, events[position - 1]?.type);
  });
  return (
    <p className={styles.announcer} aria-live="polite">
      {words}
    </p>
  );
};

/** The recorded history under the wall: where we are in it, and everything as it was there. */
export const Dock = () => {
  const [pane, setPane] = useState<Pane>('state');
  const isPast = useApp((state) => state.cursor !== 'now' && !state.isRevealing);
  return (
    <section
      className={styles.dock}
      aria-label={timelineTexts.timeline}
      data-action-scope="timeline"
      data-past={isPast || undefined}
    >
      <Transport />
      <div className={styles.panes}>
        <Lanes />
        <Tabs<Pane>
          label={timelineTexts.step}
          selected={pane}
          onSelect={setPane}
          tabs={[
            { id: 'state', label: timelineTexts.state, content: <StatePane /> },
            { id: 'step', label: timelineTexts.step, content: <StepPane /> },
          ]}
        />
        <ReadModelTables />
      </div>
      <Announcer />
    </section>
  );
};
