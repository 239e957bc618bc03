import { Eye } from 'lucide-react';
import { useMemo, useState } from 'react';
import { sameValue, type ValueChange, valueChanges } from '#model';
import { type AppState, type Moment, type RecordedEvent, shownValue, type ValuePlace, type ValueText } from '#state';
import { Button } from '../kit/Button.tsx';
import { whyPaneTexts as texts } from '../text/whyPane.ts';
import { useApp } from '../useApp.ts';
import { Askable } from './Askable.tsx';
import { BeforeAfter, ChangeWords } from './ChangeWords.tsx';
import { placeName } from './placeName.ts';
import styles from './StepChanges.module.css';
import { readText } from './shownText.ts';
import { useRoving } from './useRoving.ts';
import { useWatches, type Watches } from './useWatches.ts';

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

type ChangedWatch = { place: ValuePlace; before: ValueText; after: ValueText };

/** The watched values that the event changed, whatever they stand in. */
const inWatches = (watches: Watches | null, position: number): ChangedWatch[] =>
  watches?.position === position
    ? watches.places.flatMap((place, index) => {
        const { around, value } = watches.values[index] ?? {};
        return around?.at === position ? [{ place, before: around.before, after: value ?? null }] : [];
      })
    : [];

type Changes = { watched: ChangedWatch[]; others: Placed[] };

const useChanges = ({ metadata }: RecordedEvent): Changes | null => {
  const moment = useApp((state) => state.moment);
  const watches = useWatches();
  const { globalPosition: position, streamName } = metadata;
  return useMemo(() => {
    if (moment?.position !== position || moment.isSoFar) return null;
    const watched = inWatches(watches, position);
    const isWatched = (place: ValuePlace): boolean => watched.some((one) => sameValue(one.place, place));
    const others = [...inState(moment, streamName), ...inDocuments(moment)].filter(({ place }) => !isWatched(place));
    return { watched, others };
  }, [moment, watches, position, streamName]);
};

type Named = { state: Pick<AppState, 'board'> };

const ChangeOfWatch = ({ place, before, after, state }: ChangedWatch & Named) => (
  <li data-watched>
    <Eye size={13} role="img" aria-label={texts.isWatched} />
    <Askable place={place} value={readText(after).value}>
      {placeName(state, place)}
    </Askable>
    <ChangeWords before={before} after={after} />
  </li>
);

const ChangeOfStep = ({ place, change, state }: Placed & Named) => (
  <li>
    <Askable place={place} value={change.after}>
      {placeName(state, place)}
    </Askable>
    <BeforeAfter {...change} />
  </li>
);

/** So many are shown at once; the others when they are asked for. */
const fewChanges = 30;

/** A list that begins short; the same list for another event begins short again. */
const useShown = (changes: Changes | null, position: number) => {
  const [wholeAt, setWholeAt] = useState<number | null>(null);
  const others = changes?.others ?? [];
  const shown = wholeAt === position ? others : others.slice(0, fewChanges);
  return { shown, more: others.length - shown.length, showAll: () => setWholeAt(position) };
};

/** What the event at the cursor did: to what is watched, to the state of its stream and to every document; each can be asked after. */
export const StepChanges = ({ event }: { event: RecordedEvent }) => {
  const changes = useChanges(event);
  const { shown, more, showAll } = useShown(changes, event.metadata.globalPosition);
  const board = useApp((state) => state.board);
  const roving = useRoving<HTMLElement>();
  if (!changes) return null;
  const isNothing = changes.watched.length + changes.others.length === 0;
  return (
    <section className={styles.changes} aria-label={texts.changedHere} {...roving}>
      <h4>{texts.changedHere}</h4>
      {isNothing && <p>{texts.changedNothing}</p>}
      <ul>
        {changes.watched.map((change) => (
          <ChangeOfWatch key={JSON.stringify(change.place)} {...change} state={{ board }} />
        ))}
        {shown.map(({ place, change }) => (
          <ChangeOfStep key={JSON.stringify(place)} place={place} change={change} state={{ board }} />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" variant="quiet" onClick={showAll}>
          {texts.more(more)}
        </Button>
      )}
    </section>
  );
};
