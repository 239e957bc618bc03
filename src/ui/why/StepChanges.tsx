import { useMemo } from 'react';
import { type ValueChange, valueChanges } from '#model';
import { type AppState, type Moment, type RecordedEvent, shownValue, type ValuePlace } from '#state';
import { whyPaneTexts as texts } from '../text/why.ts';
import { useApp } from '../useApp.ts';
import { Askable } from './Askable.tsx';
import { BeforeAfter } from './ChangeWords.tsx';
import { placeName } from './placeName.ts';
import styles from './StepChanges.module.css';
import { useRoving } from './useRoving.ts';

type Placed = { place: ValuePlace; change: ValueChange };

const inState = (moment: Moment, stream: string): Placed[] =>
  moment.states
    .filter((state) => state.stream === stream)
    .flatMap(({ moduleId, before, after }) =>
      valueChanges(shownValue(before), shownValue(after)).map((change) => ({
        place: { subject: { kind: 'state' as const, moduleId, stream }, path: change.path },
        change,
      })),
    );

const inDocuments = ({ readModels }: Moment): Placed[] =>
  readModels.flatMap(({ moduleId, documents, changed }) =>
    changed.flatMap(({ documentId, before }) => {
      const after = documents.find((one) => one.documentId === documentId)?.document;
      return valueChanges(before ?? undefined, after).map((change) => ({
        place: { subject: { kind: 'document' as const, moduleId, documentId }, path: change.path },
        change,
      }));
    }),
  );

/** More would be a list that nobody reads. */
const mostChanges = 30;

const useChanges = ({ metadata }: RecordedEvent): Placed[] | null => {
  const moment = useApp((state) => state.moment);
  return useMemo(() => {
    if (moment?.position !== metadata.globalPosition) return null;
    return [...inState(moment, metadata.streamName), ...inDocuments(moment)];
  }, [moment, metadata]);
};

const ChangeOfStep = ({ place, change, state }: Placed & { state: Pick<AppState, 'board'> }) => (
  <li>
    <Askable place={place} value={change.after}>
      {placeName(state, place)}
    </Askable>
    <BeforeAfter {...change} />
  </li>
);

/** What the event at the cursor did: to the state of its stream, and to every document; each can be asked after again. */
export const StepChanges = ({ event }: { event: RecordedEvent }) => {
  const changes = useChanges(event);
  const board = useApp((state) => state.board);
  const roving = useRoving<HTMLElement>();
  if (!changes) return null;
  return (
    <section className={styles.changes} aria-label={texts.changedHere} {...roving}>
      <h4>{texts.changedHere}</h4>
      {changes.length === 0 && <p>{texts.changedNothing}</p>}
      <ul>
        {changes.slice(0, mostChanges).map(({ place, change }) => (
          <ChangeOfStep
            key={`${place.subject.moduleId} ${placeName({ board }, place)}`}
            place={place}
            change={change}
            state={{ board }}
          />
        ))}
      </ul>
      {changes.length > mostChanges && <p>{texts.more(changes.length - mostChanges)}</p>}
    </section>
  );
};
