import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { eventAt } from '#model';
import { appStore, type Speed, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Select } from '../kit/Select.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { readableTime } from '../text/readableTime.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { positionFieldId } from './focusPosition.ts';
import { ClockMenu, StopsMenu } from './laterParts.ts';
import { PastActions } from './PastActions.tsx';
import { positionAt } from './positionAt.ts';
import { RunsMenu } from './RunsMenu.tsx';
import { Scrubber } from './Scrubber.tsx';
import styles from './Transport.module.css';

const speeds = ['0.5', '1', '2', '4', '10', '36', 'recorded'] as const;
type SpeedChoice = (typeof speeds)[number];
const asChoice = (speed: Speed): SpeedChoice => speeds.find((candidate) => candidate === String(speed)) ?? '1';

const wordsOf = (choice: SpeedChoice): string => {
  if (choice === 'recorded') return timelineTexts.recordedSpeed;
  return choice === '36' ? timelineTexts.fastest : `${choice}×`;
};

const SpeedSelect = () => {
  const speed = useApp((state) => state.speed);
  return (
    <span className={styles.speed} {...tooltip(timelineTexts.speedHint)}>
      <Select
        label={timelineTexts.speed}
        isLabelHidden
        size="small"
        value={asChoice(speed)}
        options={speeds.map((value) => ({ value, label: wordsOf(value) }))}
        onChange={(value) => workspace.setSpeed(value === 'recorded' ? value : Number(value))}
      />
    </span>
  );
};

/** "7 of 11", where the 7 can be typed over, by a number, a time or a version of a stream. */
const PositionField = ({ position, head }: { position: number; head: number }) => {
  const [typed, setTyped] = useState<string | null>(null);
  const time = useApp(({ events }) => eventAt(events, position)?.metadata.recordedAt);
  const field = useRef<HTMLInputElement>(null);
  const go = () => {
    if (typed !== null && typed.trim() !== '') workspace.goTo(typed);
    setTyped(null);
  };
  const startWithTime = () => {
    setTyped(readableTime(time ?? ''));
    field.current?.focus();
  };
  return (
    <span className={styles.position}>
      <input
        ref={field}
        id={positionFieldId}
        aria-label={timelineTexts.goToNumber}
        {...tooltip(timelineTexts.goTo, '$mod+j')}
        value={typed ?? String(position)}
        size={Math.max(4, (typed ?? '').length)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          setTyped(null);
        }}
      />
      {timelineTexts.of} {head}
      {time && typed === null && (
        <button
          type="button"
          className={styles.time}
          {...tooltip(timelineTexts.timeOf(readableTime(time)))}
          onClick={startWithTime}
        >
          {readableTime(time).slice(5, 16)}
        </button>
      )}
    </span>
  );
};

/** When the last hop takes the button away, its focus stays in the timeline. */
const NextHop = () => {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      if (element === document.activeElement) element?.closest<HTMLElement>('[data-region]')?.focus();
    };
  }, []);
  return (
    <Button ref={button} size="small" variant="primary" onClick={() => workspace.stepForward()}>
      {timelineTexts.nextHop}
    </Button>
  );
};

const Where = ({ position, head }: { position: number; head: number }) => {
  const cursor = useApp((state) => state.cursor);
  const isRevealing = useApp((state) => state.isRevealing);
  const pace = useApp((state) => state.pace);
  if (cursor === 'now') return <span className={styles.now}>{timelineTexts.now}</span>;
  if (isRevealing)
    return (
      <span className={styles.revealing}>
        {timelineTexts.revealing(position, head)}
        {pace === 'by-hand' && <NextHop />}
      </span>
    );
  return (
    <span className={styles.past}>
      <span>
        {timelineTexts.past(position, head)} <span className={styles.aside}>{timelineTexts.isReadOnly}</span>
      </span>
      <PastActions />
    </span>
  );
};

/** The buttons, the scrubber and the place in history. */
export const Transport = () => {
  const head = useApp((state) => state.events.length);
  const position = useApp(positionAt);
  const isPlaying = useApp((state) => state.isPlaying);
  const isEmpty = head === 0;
  return (
    <div className={styles.transport}>
      <fieldset className={styles.buttons} aria-label={timelineTexts.steps}>
        <IconButton
          icon={SkipBack}
          label={timelineTexts.toStart}
          keys="Home"
          disabled={isEmpty}
          onClick={() => workspace.goToStart()}
        />
        <IconButton
          icon={ChevronLeft}
          label={timelineTexts.back}
          keys="ArrowLeft"
          disabled={isEmpty}
          onClick={() => workspace.stepBack()}
        />
        <IconButton
          icon={isPlaying ? Pause : Play}
          label={isPlaying ? timelineTexts.pause : timelineTexts.play}
          keys="Space"
          disabled={isEmpty}
          onClick={() => (appStore.getState().isPlaying ? workspace.pause() : workspace.play())}
        />
        <IconButton
          icon={ChevronRight}
          label={timelineTexts.forward}
          keys="ArrowRight"
          disabled={isEmpty}
          onClick={() => workspace.stepForward()}
        />
        <IconButton
          icon={SkipForward}
          label={timelineTexts.toNow}
          keys="End"
          disabled={isEmpty}
          onClick={() => workspace.goToNow()}
        />
      </fieldset>
      <Scrubber />
      <PositionField position={position} head={head} />
      <div className={styles.where}>
        <Where position={position} head={head} />
      </div>
      <SpeedSelect />
      <Suspense>
        <ClockMenu />
        {!isEmpty && <StopsMenu />}
      </Suspense>
      <RunsMenu />
    </div>
  );
};
