import { type Board, positionsOf, storedNames } from '#model';
import { type AppState, bookmarksHere, historyOf } from '#state';
import { tooltip } from '../kit/tooltip.ts';
import { historyTexts as texts } from '../text/history.ts';
import { useApp } from '../useApp.ts';
import styles from './Scrubber.module.css';

/** More dots than this would be a line. */
const mostDots = 200;

const typesOf = ({ on, value }: AppState['breakpoints'][number], { definitions }: Board): string[] => {
  if (on === 'type') return [value];
  const definition = definitions[value];
  return definition?.kind === 'event' ? storedNames(definition) : [];
};

/** Where playing will stop: where the breakpoint is on a type, and not on half of all events. */
const Dots = ({ head }: { head: number }) => {
  const events = useApp((state) => state.events);
  const breakpoints = useApp((state) => state.breakpoints);
  const board = useApp((state) => state.board);
  const { types } = historyOf(events);
  const positions = breakpoints.flatMap((one) => typesOf(one, board).flatMap((type) => positionsOf(types, type)));
  if (positions.length > mostDots) return null;
  return [...new Set(positions)].map((position) => (
    <span key={position} className={styles.dot} style={{ left: `${(position / head) * 100}%` }} />
  ));
};

/** Bookmarks and breakpoints on the scrubber. */
export const StopMarks = ({ head }: { head: number }) => {
  const bookmarks = useApp((state) => state.bookmarks);
  const runs = useApp((state) => state.runs);
  return (
    <>
      <Dots head={head} />
      {bookmarksHere({ bookmarks, runs }).map(({ id, position, name }) => (
        <span
          key={id}
          className={styles.bookmark}
          style={{ left: `${Math.min(1, position / head) * 100}%` }}
          {...tooltip(texts.bookmarkAt(name, position))}
        />
      ))}
    </>
  );
};
