import { X } from 'lucide-react';
import { useEffect } from 'react';
import { type AppState, type FollowedValue, type ValuePlace, workspace } from '#state';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { whyPaneTexts as texts } from '../text/why.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { StepError } from '../timeline/StatePane.tsx';
import { useApp } from '../useApp.ts';
import { Askable } from './Askable.tsx';
import { placeName } from './placeName.ts';
import { Sparkline } from './Sparkline.tsx';
import { readText, wordsOf } from './shownText.ts';
import { useRoving } from './useRoving.ts';
import styles from './WatchesPane.module.css';

type Watches = NonNullable<AppState['watches']>;
type CourseProps = { name: string; followed: FollowedValue; head: number };

const Course = ({ name, followed: { kinks, total, error }, head }: CourseProps) => {
  const position = useApp(positionAt);
  return (
    <>
      {kinks.length > 0 && (
        <Sparkline kinks={kinks} total={total} head={head} name={name} position={Math.min(position, head)} />
      )}
      {error && <StepError error={error} />}
    </>
  );
};

type WatchProps = { place: ValuePlace; followed: FollowedValue | undefined; head: number };

/** A value with its course; its name asks why. */
const Watch = ({ place, followed, head }: WatchProps) => {
  const name = useApp((state) => placeName(state, place));
  const value = followed?.value ?? null;
  return (
    <li>
      <div className={styles.line}>
        <Askable place={place} value={readText(value).value}>
          {name}
        </Askable>
        {followed && <output aria-label={name}>{wordsOf(value, 40)}</output>}
        <IconButton size="small" icon={X} label={texts.unwatch(name)} onClick={() => workspace.unwatchValue(place)} />
      </div>
      {followed && <Course name={name} followed={followed} head={head} />}
    </li>
  );
};

const Reading = ({ progress }: Pick<Watches, 'progress'>) =>
  progress && (
    <p role="status">
      <progress value={progress.done} max={progress.of} aria-label={texts.reading} />
    </p>
  );

/** The values that are watched in this model, with their courses over the whole history. */
export const WatchesPane = () => {
  const moment = useApp((state) => state.moment);
  const modelId = useApp((state) => state.modelId);
  const watches = useApp((state) => (state.watches?.modelId === modelId ? state.watches : null));
  const roving = useRoving<HTMLUListElement>();
  // A moment is shown anew whenever the cursor, the history or the code is another.
  useEffect(() => {
    if (modelId !== '' && moment !== undefined) workspace.refreshWatches();
  }, [moment, modelId]);
  if (!watches) return null;
  if (watches.places.length === 0) return <EmptyState title={texts.noWatches}>{texts.howToWatch}</EmptyState>;
  return (
    <div className={styles.watches}>
      <Reading progress={watches.progress} />
      <ul {...roving}>
        {watches.places.map((place, index) => (
          <Watch key={JSON.stringify(place)} place={place} followed={watches.values[index]} head={watches.head} />
        ))}
      </ul>
    </div>
  );
};
