import {
  ChevronLeft,
  ChevronRight,
  CopyPlus,
  GitCompare,
  Pause,
  Play,
  RotateCcw,
  SkipBack,
  SkipForward,
} from 'lucide-react';
import { runAction } from '../actions/menuItem.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { actionTexts } from '../text/actions.ts';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';
import { canRestore, labelAt, seekMoment, useHistory } from './historyStore.ts';
import styles from './WallHistory.module.css';

const { wallHistory: verbs } = actionTexts;

const run = (id: string) => () => runAction(`history.${id}`);

const Steps = () => {
  const isEmpty = useHistory((state) => state.moments.length === 0);
  const isPlaying = useHistory((state) => state.isPlaying);
  const steps = [
    { id: 'start', icon: SkipBack, label: verbs.start, keys: 'Home' },
    { id: 'back', icon: ChevronLeft, label: verbs.back, keys: 'ArrowLeft' },
    { id: 'play', icon: isPlaying ? Pause : Play, label: isPlaying ? texts.pause : texts.play, keys: 'Space' },
    { id: 'forward', icon: ChevronRight, label: verbs.forward, keys: 'ArrowRight' },
    { id: 'end', icon: SkipForward, label: verbs.end, keys: 'End' },
  ];
  return (
    <fieldset className={styles.steps} aria-label={texts.steps}>
      {steps.map(({ id, ...step }) => (
        <IconButton key={id} {...step} disabled={isEmpty} onClick={run(id)} />
      ))}
    </fieldset>
  );
};

const Scrubber = () => {
  const position = useHistory((state) => state.position);
  const of = useHistory((state) => state.moments.length);
  const label = useHistory((state) => labelAt(state, state.position));
  return (
    <>
      <input
        type="range"
        className={styles.range}
        min={0}
        max={of}
        value={position}
        aria-label={texts.place}
        aria-valuetext={texts.placeValue(position, of, label)}
        onChange={(event) => seekMoment(Number(event.target.value))}
      />
      <span className={styles.count}>{texts.count(position, of)}</span>
    </>
  );
};

/** Through the edits, and what can be made of the moment that is shown. */
export const Controls = () => {
  const isPinned = useHistory((state) => state.pinned !== null);
  const isRestorable = useHistory(canRestore);
  return (
    <div className={styles.controls}>
      <Steps />
      <Scrubber />
      <Button icon={GitCompare} aria-pressed={isPinned} onClick={run('compare')} {...tooltip(texts.compareHint, 'c')}>
        {isPinned ? texts.stopComparing : verbs.compare}
      </Button>
      <Button icon={CopyPlus} onClick={run('branch')} {...tooltip(texts.branchHint)}>
        {verbs.branch}
      </Button>
      <Button
        variant="primary"
        icon={RotateCcw}
        disabled={!isRestorable}
        onClick={run('restore')}
        {...tooltip(texts.restoreHint)}
      >
        {verbs.restore}
      </Button>
    </div>
  );
};
