import { Eye, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isByPlace, lineOfHandling, notesOf, pathText, processPartsOf, sameValue } from '#model';
import { type AppState, type ValueText, workspace } from '#state';
import { goToNote } from '../find/goTo.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { whyTexts } from '../text/why.ts';
import { whyPaneTexts as texts } from '../text/whyPane.ts';
import { leaveWhy } from '../timeline/dockStore.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { StepError } from '../timeline/StatePane.tsx';
import { useApp } from '../useApp.ts';
import { focusAsked } from './Askable.tsx';
import { ChangeWords } from './ChangeWords.tsx';
import { subjectName } from './placeName.ts';
import { wordsOf } from './shownText.ts';
import { useMakers } from './useMakers.ts';
import styles from './WhyPane.module.css';

type Why = NonNullable<AppState['why']>;
type History = NonNullable<Why['history']>;

type ChangeProps = { change: History['changes'][number]; moduleId: string };

/** The way to the line that made a change; where that cannot be told, to the one that took its event in. */
const LineButton = ({ change: { position, type }, moduleId }: ChangeProps) => {
  const board = useApp((state) => state.board);
  const made = useApp(({ why }) => why?.lines[position]);
  // A process manager takes in what it was handed under the name of the message.
  const place = made ?? lineOfHandling(board, moduleId, processPartsOf(type)?.type ?? type);
  if (!place) return null;
  const go = (): void => {
    workspace.seek(position);
    workspace.showCode(moduleId, place);
  };
  return (
    <button
      type="button"
      className={styles.line}
      aria-label={texts.goToLine(place.line, place.file)}
      {...tooltip(made ? texts.madeIn(place.line) : texts.handledIn(place.line))}
      onClick={go}
    >
      {texts.line(place.line)}
    </button>
  );
};

const ChangeItem = ({ change, moduleId }: ChangeProps) => {
  const isCurrent = useApp((state) => positionAt(state) === change.position);
  return (
    <li aria-current={isCurrent ? 'step' : undefined} data-change={change.position}>
      <button
        type="button"
        className={styles.event}
        aria-label={texts.goTo(change.position, change.type)}
        onClick={() => workspace.seek(change.position)}
      >
        <span>#{change.position}</span> {change.type}
      </button>
      <ChangeWords before={change.before} after={change.after} />
      <LineButton change={change} moduleId={moduleId} />
    </li>
  );
};

const Start = ({ start }: { start: ValueText }) =>
  start && (
    <p className={styles.quiet}>
      {texts.startedAs} <span className={styles.start}>{wordsOf(start, 80)}</span>
    </p>
  );

/** Of the changes that come into sight, the lines that made them are looked for. */
const useLinesInSight = ({ changes }: History) => {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const items = changes.length > 0 ? list.current?.querySelectorAll<HTMLElement>('[data-change]') : null;
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.filter(({ isIntersecting }) => isIntersecting);
      workspace.findLines(seen.map(({ target }) => Number((target as HTMLElement).dataset.change)));
    });
    for (const item of items ?? []) observer.observe(item);
    return () => observer.disconnect();
  }, [changes]);
  return list;
};

const HistoryList = ({ history, moduleId }: { history: History; moduleId: string }) => {
  const { changes, total, start } = history;
  const list = useLinesInSight(history);
  return (
    <>
      {total > changes.length && <p className={styles.quiet}>{texts.newestOf(changes.length, total)}</p>}
      {total === 0 && !history.error && <p className={styles.quiet}>{start ? texts.neverChanged : texts.neverThere}</p>}
      <ol ref={list} className={styles.changes} aria-label={texts.events}>
        {changes.map((change) => (
          <ChangeItem key={change.position} change={change} moduleId={moduleId} />
        ))}
      </ol>
      {total === changes.length && <Start start={start} />}
    </>
  );
};

/** What made it, as far as it stands on the wall, where it is marked; a press goes there. */
const OnTheWall = () => {
  const makers = useMakers();
  const board = useApp((state) => state.board);
  const placed = makers.flatMap((id) => {
    const [note] = notesOf(board, id);
    return note ? [{ id, noteId: note.id, name: board.definitions[id]?.name ?? '' }] : [];
  });
  if (placed.length === 0) return null;
  return (
    <p className={styles.makers}>
      <span className={styles.quiet}>{texts.onTheWall}</span>
      {placed.map(({ id, noteId, name }) => (
        <button
          key={id}
          type="button"
          className={styles.event}
          aria-label={texts.goToNote(name)}
          onClick={() => goToNote(noteId)}
        >
          {name}
        </button>
      ))}
    </p>
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
      <OnTheWall />
      {isByPlace(place.path) && <p className={styles.quiet}>{texts.byPlace}</p>}
    </section>
  );
};

/** Which events made the value that was asked after. */
export const WhyPane = () => {
  const why = useApp((state) => state.why);
  return why && <Question why={why} />;
};
