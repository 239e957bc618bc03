import type { ReactNode } from 'react';
import { shortText } from '#model';
import { type ValuePlace, workspace } from '#state';
import { tooltip } from '../kit/tooltip.ts';
import { whyTexts } from '../text/why.ts';
import { showWhy } from '../timeline/dockStore.ts';
import styles from './Askable.module.css';

/** The words beside each value that can be asked after. */
export const whyHintId = 'why-hint';

const keyOf = ({ subject, path }: ValuePlace): string => JSON.stringify([subject, path]);

/** Asks which events made a value and shows the answer; as of the cursor where no position is given. */
const askWhy = (place: ValuePlace, position?: number): void => {
  workspace.askWhy(place, position);
  workspace.toggleDock(true);
  showWhy();
};

/** Puts the focus back on the value that was asked after, where it is still to be seen. */
export const focusAsked = (place: ValuePlace): void => {
  const key = keyOf(place);
  const values = document.querySelectorAll<HTMLElement>('[data-ask]');
  [...values].find((element) => element.dataset.ask === key)?.focus();
};

/** Longer values are not repeated in the tooltip. */
const longest = 24;

type AskableProps = {
  place: ValuePlace;
  value: unknown;
  position?: number | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

/** A value that can be asked after: quiet until it is pointed at; arrows lead from one to the next (`useRoving`). */
export const Askable = ({ place, value, position, className, children }: AskableProps) => (
  <button
    type="button"
    className={className ?? styles.ask}
    tabIndex={-1}
    data-ask={keyOf(place)}
    aria-label={value === undefined ? whyTexts.nothing : undefined}
    aria-describedby={whyHintId}
    {...tooltip(value === undefined ? whyTexts.why : whyTexts.whyOf(shortText(value, longest)))}
    onClick={() => askWhy(place, position)}
  >
    {children}
  </button>
);
