import { X } from 'lucide-react';
import { type FollowedValue, type ValuePlace, workspace } from '#state';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { whyPaneTexts as texts } from '../text/whyPane.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { StepError } from '../timeline/StatePane.tsx';
import { useApp } from '../useApp.ts';
import { Askable } from './Askable.tsx';
import { placeName } from './placeName.ts';
import { Sparkline } from './Sparkline.tsx';
import { readText, wordsOf } from './shownText.ts';
import { useRoving } from './useRoving.ts';
import { useWatches, type Watches } from './useWatches.ts';
import styles from './WatchesPane.module.css';

type CourseProps = { place: ValuePlace; name: string; followed: FollowedValue; watches: Watches };

const Course = ({ place, name, followed, watches: { head, position: valueAt } }: CourseProps) => {
  const position = useApp(positionAt);
  return (
    <>
      {followed.kinks.length > 0 && (
        <Sparkline
          place={place}
          followed={followed}
          name={name}
          head={head}
          position={Math.min(position, head)}
          valueAt={Math.min(valueAt, head)}
        />
      )}
      {followed.error && <StepError error={followed.error} />}
    </>
  );
};

type WatchProps = { place: ValuePlace; followed: FollowedValue | undefined; watches: Watches };

/** A value with its course; its name asks why. */
const Watch = ({ place, followed, watches }: WatchProps) => {
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
      {followed && <Course place={place} name={name} followed={followed} watches={watches} />}
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
  const watches = useWatches();
  const roving = useRoving<HTMLUListElement>();
  if (!watches) return null;
  if (watches.places.length === 0) return <EmptyState title={texts.noWatches}>{texts.howToWatch}</EmptyState>;
  return (
    <div className={styles.watches}>
      <Reading progress={watches.progress} />
      <ul {...roving}>
        {watches.places.map((place, index) => (
          <Watch key={JSON.stringify(place)} place={place} followed={watches.values[index]} watches={watches} />
        ))}
      </ul>
    </div>
  );
};
