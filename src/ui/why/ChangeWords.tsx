import { pathText, shortText, valueChanges } from '#model';
import type { ValueText } from '#state';
import { whyPaneTexts as texts } from '../text/whyPane.ts';
import { readText } from './shownText.ts';
import styles from './WhyPane.module.css';

const longest = 48;
/** Places of a record or list that are named for one event. */
const mostPlaces = 3;

type Change = { before?: unknown; after?: unknown };

/** `1 → 3`; what appeared has no before, what vanished no after. */
export const BeforeAfter = ({ before, after }: Change) => (
  <span className={styles.change}>
    {before !== undefined && <del>{shortText(before, longest)}</del>}
    {after === undefined ? (
      <em>{texts.vanished}</em>
    ) : (
      <>
        <span aria-hidden="true">→</span> <ins>{shortText(after, longest)}</ins>
      </>
    )}
  </span>
);

/** What an event did to a value: for one that holds others, what it did to those. */
export const ChangeWords = ({ before, after }: { before: ValueText; after: ValueText }) => {
  const [was, is] = [readText(before), readText(after)];
  if (was.isCut || is.isCut) return <span className={styles.quiet}>{texts.tooLarge}</span>;
  const changes = valueChanges(was.value, is.value);
  return (
    <>
      {changes.slice(0, mostPlaces).map((change) => (
        <span key={pathText(change.path)} className={styles.place}>
          {change.path.length > 0 && <code>{pathText(change.path)}</code>} <BeforeAfter {...change} />
        </span>
      ))}
      {changes.length > mostPlaces && <span className={styles.quiet}>{texts.more(changes.length - mostPlaces)}</span>}
    </>
  );
};
