import { X } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import { hueByType, shortName } from '#model';
import { type RunOutline, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { branchLanesTexts as texts } from '../text/branchLanes.ts';
import chipStyles from '../timeline/Chip.module.css';
import { positionAt } from '../timeline/positionAt.ts';
import { useApp } from '../useApp.ts';
import styles from './BranchLanes.module.css';
import { type BranchLane, chipWidth, layoutBranchLanes, restWidth, wantedOutlines } from './branchLanesLayout.ts';
import { toggleBranchLanes } from './branchStore.ts';
import { familyOfCurrent } from './familyOfCurrent.ts';

const laneHeight = 36;

/** Read again when runs come and go, and when the open one moves on. */
const useLanes = () => {
  const runs = useApp((state) => state.runs);
  const head = useApp((state) => state.events.length);
  const [outlines, setOutlines] = useState<RunOutline[]>([]);
  const family = useMemo(() => familyOfCurrent(runs), [runs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end of the open run is not read here, its move is the occasion
  useEffect(() => {
    let isWanted = true;
    void workspace.outlineRuns(wantedOutlines(family)).then((read) => isWanted && setOutlines(read));
    return () => {
      isWanted = false;
    };
  }, [family, head]);
  return useMemo(() => layoutBranchLanes(family, outlines), [family, outlines]);
};

type ChipsProps = { lane: BranchLane; top: number; hues: ReadonlyMap<string, number> };

const Chips = ({ lane: { run, chips }, top, hues }: ChipsProps) => {
  const position = useApp(positionAt);
  return chips.map((chip) => {
    const words = texts.chip(chip.type, chip.position, run.name);
    return (
      <button
        key={chip.position}
        type="button"
        className={chipStyles.chip}
        style={{ left: chip.x, top, width: chipWidth - 4, '--hue': hues.get(chip.type) ?? 0 } as CSSProperties}
        aria-label={words}
        aria-current={run.isCurrent && chip.position === position ? 'step' : undefined}
        data-ahead={(run.isCurrent && chip.position > position) || undefined}
        {...tooltip(words)}
        onClick={() => void workspace.openRunAt(run.runId, chip.position)}
      >
        {shortName(chip.type)}
      </button>
    );
  });
};

/** Of a long run its first events are shown; a press on how many come after them goes there. */
const Rest = ({ lane: { run, rest }, top }: { lane: BranchLane; top: number }) => {
  if (!rest) return null;
  return (
    <button
      type="button"
      className={styles.rest}
      style={{ left: rest.x, top, width: restWidth, height: laneHeight }}
      {...tooltip(texts.goOn(rest.position, run.name))}
      onClick={() => void workspace.openRunAt(run.runId, rest.position)}
    >
      {texts.rest(rest.count)}
    </button>
  );
};

/** The way from the run that it came from, with a mark where they part. */
const Parting = ({ lane: { run, parting }, index }: { lane: BranchLane; index: number }) => {
  if (!parting) return null;
  const top = parting.fromLane * laneHeight + laneHeight / 2;
  return (
    <span
      className={styles.parting}
      role="img"
      aria-label={texts.parting(run.name, run.parent?.position ?? 0)}
      {...tooltip(texts.parting(run.name, run.parent?.position ?? 0))}
      style={{ left: parting.x, top, height: (index - parting.fromLane) * laneHeight }}
    />
  );
};

const Names = ({ lanes }: { lanes: BranchLane[] }) => (
  <ul className={styles.names} aria-label={texts.title}>
    {lanes.map(({ run, depth }) => (
      <li key={run.runId} style={{ height: laneHeight, paddingInlineStart: depth * 10 }}>
        <button
          type="button"
          aria-pressed={run.isCurrent}
          {...tooltip(texts.open(run.name))}
          onClick={() => void workspace.openRun(run.runId)}
        >
          {run.name}
        </button>
      </li>
    ))}
  </ul>
);

/** The place of the cursor stays in sight, also when the branches have just been read. */
const useCursorInSight = (x: number) => {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const room = element.clientWidth - (element.querySelector('ul')?.offsetWidth ?? 0) - 2 * chipWidth;
    const isInSight = x >= element.scrollLeft && x <= element.scrollLeft + room;
    if (!isInSight) element.scrollLeft = Math.max(0, x - room / 2);
  }, [x]);
  return scroller;
};

/** The open run with its branches and what it came from, one above the other; what they share stands there once. */
export const BranchLanes = () => {
  const { lanes, width, start } = useLanes();
  const position = useApp(positionAt);
  const scroller = useCursorInSight(Math.min(width, (position - start) * chipWidth));
  const hues = useMemo(() => hueByType(lanes.flatMap(({ chips }) => chips)), [lanes]);
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h3>{texts.title}</h3>
        {start > 0 && <span className={styles.quiet}>{texts.before(start)}</span>}
        <IconButton size="small" icon={X} label={texts.close} onClick={toggleBranchLanes} />
      </header>
      <div ref={scroller} className={styles.lanes}>
        <Names lanes={lanes} />
        <div className={styles.axis} style={{ width: width + chipWidth, height: lanes.length * laneHeight }}>
          {lanes.map((lane, index) => (
            <Parting key={lane.run.runId} lane={lane} index={index} />
          ))}
          {lanes.map((lane, index) => (
            <Chips key={lane.run.runId} lane={lane} top={index * laneHeight} hues={hues} />
          ))}
          {lanes.map((lane, index) => (
            <Rest key={lane.run.runId} lane={lane} top={index * laneHeight} />
          ))}
        </div>
      </div>
    </div>
  );
};
