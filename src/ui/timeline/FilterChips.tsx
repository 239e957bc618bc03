import { Eye, EyeOff, X } from 'lucide-react';
import { toggled } from '#model';
import { appStore, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { historyTexts as texts } from '../text/history.ts';
import { useApp } from '../useApp.ts';
import styles from './LanesBar.module.css';

/** "12 of 340 events", and whether the rest is dimmed or hidden. */
const Result = () => {
  const count = useApp(({ matches }) => matches?.positions.length ?? 0);
  const isDone = useApp(({ matches, events }) => (matches?.lookedUpTo ?? 0) >= events.length);
  const head = useApp(({ events }) => events.length);
  const isHiding = useApp((state) => state.isHidingOthers);
  return (
    <>
      <span className={styles.result} role="status" {...tooltip(texts.stepsToMatches)}>
        {isDone ? texts.matches(count, head) : texts.filtering(count)}
      </span>
      <IconButton
        size="small"
        icon={isHiding ? EyeOff : Eye}
        label={texts.hideOthers}
        isPressed={isHiding}
        onClick={() => workspace.hideOthers(!isHiding)}
      />
      <IconButton size="small" icon={X} label={texts.clearFilter} onClick={() => workspace.setFilter([])} />
    </>
  );
};

/** What is asked of the events, each taken away by a press, and what came of it. */
export const FilterChips = () => {
  const filter = useApp((state) => state.filter);
  return (
    <>
      <ul className={styles.terms} aria-label={texts.filter}>
        {filter.map((term) => (
          <li key={`${term.by} ${term.value}`}>
            <button
              type="button"
              aria-label={texts.removeTerm(term.value)}
              {...tooltip(texts.removeTerm(term.value))}
              onClick={() => workspace.setFilter(toggled(appStore.getState().filter, term))}
            >
              <span>{term.by === 'text' ? `“${term.value}”` : term.value}</span>
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <Result />
    </>
  );
};
