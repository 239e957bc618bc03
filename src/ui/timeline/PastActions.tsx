import { Split } from 'lucide-react';
import { workspace } from '#state';
import { askAboutBranch } from '../branches/branchStore.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { branchTexts as texts } from '../text/branches.ts';
import { timelineTexts } from '../text/timeline.ts';
import styles from './Transport.module.css';

/** When what was pressed goes away with the past, the focus stays in the timeline. */
const stayInTimeline = (part: HTMLElement | null) => () => {
  if (part?.contains(document.activeElement)) part.closest<HTMLElement>('[data-region]')?.focus();
};

/** The ways out of the past: back to what is recorded, or on from here by another way. */
export const PastActions = () => (
  <span ref={stayInTimeline} className={styles.past}>
    <Button size="small" onClick={() => workspace.goToNow()}>
      {timelineTexts.returnToNow}
    </Button>
    <Button size="small" onClick={() => workspace.branchHere()} {...tooltip(texts.branchHereHint, 'Shift+b')}>
      {texts.branchHere}
    </Button>
    <IconButton size="small" icon={Split} label={texts.whatIf} onClick={() => askAboutBranch('what-if')} />
  </span>
);
