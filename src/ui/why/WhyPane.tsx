import { Eye, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isByPlace, lineOfHandling, pathText, sameValue } from '#model';
import { type AppState, type ValueText, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { whyPaneTexts as texts, whyTexts } from '../text/why.ts';
import { leaveWhy } from '../timeline/dockStore.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { StepError } from '../timeline/StatePane.tsx';
import { useApp } from '../useApp.ts';
import { focusAsked } from './Askable.tsx';
import { ChangeWords } from './ChangeWords.tsx';
import { subjectName } from './placeName.ts';
import { wordsOf } from './shownText.ts';
import styles from './WhyPane.module.css';

type Why = NonNullable<AppState['why']>;
type History = NonNullable<Why['history']>;

/** The way to the line that took an event in. */
const LineButton = ({ moduleId, type }: { moduleId: string; type: string }) => {
  const board = useApp((state) => state.board);
  const place = lineOfHandling(board, moduleId, type);
  if (!place) return null;
  return (
    <button
      type="button"
      className={styles.line}
      aria-label={texts.goToLine(place.line, place.file)}
      onClick={() => workspace.showCode(moduleId, place)}
    >
      {texts.line(place.line)}
    </button>
  );
};

const ChangeItem = ({ change, moduleId }: { change: History['changes'][number]; moduleId: string }) => {
  const isCurrent = useApp((state) => positionAt(state) === change.position);
  return (
    <li aria-current={isCurrent ? 'step' : undefined}>
      <button
        type="button"
        className={styles.event}
        aria-label={texts.goTo(change.position, change.type)}
        onClick={() => workspace.seek(change.position)}
      >
        <span>#{change.position}</span> {change.type}
      </button>
      <ChangeWords before={change.before} after={change.after} />
      <LineButton moduleId={moduleId} type={change.type} />
    </li>
  );
};

const Start = ({ start }: { start: ValueText }) =>
  start && (
    <p className={styles.quiet}>
      {texts.startedAs} <span className={styles.start}>{wordsOf(start, 80)}</span>
    </p>
  );

const HistoryList = ({ history, moduleId }: { history: History; moduleId: string }) => {
  const { changes, total, start } = history;
  return (
    <>
      {total > changes.length && <p className={styles.quiet}>{texts.newestOf(changes.length, total)}</p>}
      {total === 0 && !history.error && <p className={styles.quiet}>{start ? texts.neverChanged : texts.neverThere}</p>}
      <ol className={styles.changes} aria-label={texts.events}>
        {changes.map((change) => (
          <ChangeItem key={change.position} change={change} moduleId={moduleId} />
        ))}
      </ol>
      {total === changes.length && <Start start={start} />}
    </>
  );
};

const Reading = ({ progress }: Pick<Why, 'progress'>) => (
  <p className={styles.reading} role="status">
    {progress && <progress value={progress.done} max={progress.of} aria-label={texts.reading} />} {texts.reading}
  </p>
);

const mostWatches = 20;

const WatchButton = ({ place }: Pick<Why, 'place'>) => {
  const isWatched = useApp(({ watches }) => watches?.places.some((one) => sameValue(one, place)) ?? false);
  const isFull = useApp(({ watches }) => (watches?.places.length ?? 0) >= mostWatches);
  const press = isWatched ? workspace.unwatchValue : workspace.watchValue;
  return (
    <IconButton
      size="small"
      icon={Eye}
      label={isWatched ? texts.watched : isFull ? texts.tooMany : texts.watch}
      isPressed={isWatched}
      disabled={isFull && !isWatched}
      onClick={() => press(place)}
    />
  );
};

/** The question that is open: it takes the focus when it is asked, and gives it back to the value. */
const Question = ({ why }: { why: Why }) => {
  const { place, history, position } = why;
  const subject = useApp((state) => subjectName(state, place));
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    workspace.refreshWatches();
    if (place) pane.current?.focus({ preventScroll: true });
  }, [place]);
  const close = (): void => {
    workspace.closeWhy();
    leaveWhy();
    requestAnimationFrame(() => focusAsked(place));
  };
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const value = history?.changes[0] ? history.changes[0].after : (history?.start ?? null);
  const question = history ? whyTexts.whyOf(value ? wordsOf(value, 32) : whyTexts.nothing) : whyTexts.why;
  return (
    <section ref={pane} className={styles.why} tabIndex={-1} aria-label={question} onKeyDown={closeByKey}>
      <header>
        <h3>{question}</h3>
        <WatchButton place={place} />
        <IconButton size="small" icon={X} label={texts.close} keys="Escape" onClick={close} />
      </header>
      <p className={styles.quiet}>
        {subject} {place.path.length > 0 && <code>{pathText(place.path)}</code>}, {texts.asOf(position)}
      </p>
      {history ? <HistoryList history={history} moduleId={place.subject.moduleId} /> : <Reading {...why} />}
      {history?.error && <StepError error={history.error} />}
      {isByPlace(place.path) && <p className={styles.quiet}>{texts.byPlace}</p>}
    </section>
  );
};

/** Which events made the value that was asked after. */
export const WhyPane = () => {
  const why = useApp((state) => state.why);
  return why && <Question why={why} />;
};
