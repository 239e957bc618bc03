import { Lightbulb, Loader, Play, TriangleAlert } from 'lucide-react';
import { type MouseEvent, Suspense } from 'react';
import type { StoredMisfits } from '#model';
import { workspace } from '#state';
import { ProcessWaiting } from '../clock/laterParts.ts';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import { definitionMarks, type Trouble } from './definitionMarks.ts';
import { useKeyed } from './keyed.ts';
import styles from './NoteMarks.module.css';
import type { NoteData } from './wallElements.ts';

type Props = { noteId: string; data: NoteData };

/** The focus stays where it is: a note that was run is not what the next keys are about. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

const RunButton = ({ noteId, data }: Props) => (
  <button
    type="button"
    tabIndex={-1}
    className={`${styles.run} nodrag nopan`}
    aria-label={canvasText.run(data.name)}
    {...tooltip(canvasText.run(data.name), '$mod+Enter')}
    onMouseDown={keepFocus}
    onClick={(event) => {
      event.stopPropagation();
      workspace.openForm(data.definitionId, noteId);
    }}
    onDoubleClick={(event) => event.stopPropagation()}
  >
    <Play size={13} fill="currentColor" aria-hidden="true" />
  </button>
);

const Count = ({ count }: { count: number }) => (
  <span className={styles.count} {...tooltip(canvasText.stored(count))}>
    <span aria-hidden="true">{count.toLocaleString('en')}</span>
    <span className={styles.hidden}>{canvasText.stored(count)}</span>
  </span>
);

const Misfits = ({ count, reasons }: StoredMisfits) => (
  <span className={styles.misfits} {...tooltip(reasons.map(({ sentence }) => sentence).join(' '))}>
    <TriangleAlert size={12} aria-hidden="true" />
    <span aria-hidden="true">{count}</span>
    <span className={styles.hidden}>{canvasText.misfits(count)}</span>
  </span>
);

const showDetails = (noteId: string): void => {
  workspace.select({ noteIds: [noteId], connectionIds: [] });
  workspace.setInspectorTab('details');
  workspace.toggleInspector(true);
};

type TroubleProps = { noteId: string; definitionId: string; trouble: Trouble };

/** A warning on the note; a press on it goes to the line that it speaks of, or to where what is held up is helped on. */
const TroubleMark = ({ noteId, definitionId, trouble }: TroubleProps) => {
  const { label, isAdvice, isHeldUp, ...place } = trouble;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.trouble} nodrag nopan`}
      data-advice={isAdvice}
      aria-label={label}
      {...tooltip(label)}
      onClick={() => (isHeldUp ? showDetails(noteId) : workspace.showCode(definitionId, place))}
    >
      <TriangleAlert size={13} aria-hidden="true" />
    </button>
  );
};

const WaitingMark = () => (
  <span className={styles.waiting} {...tooltip(canvasText.catchingUp)}>
    <Loader size={13} aria-hidden="true" />
    <span className={styles.hidden}>{canvasText.catchingUp}</span>
  </span>
);

const ProcessMark = ({ definitionId }: { definitionId: string }) => (
  <>
    <Suspense>
      <ProcessWaiting definitionId={definitionId} />
    </Suspense>
    <span className={styles.off} {...tooltip(canvasText.process)}>
      {canvasText.state}
    </span>
  </>
);

/** What the coach warns of; a press on it shows the reason and what can be done. */
const AdviceMark = ({ noteId, warning }: { noteId: string; warning: string }) => (
  <button
    type="button"
    tabIndex={-1}
    className={`${styles.advice} nodrag nopan`}
    aria-label={canvasText.advice(warning)}
    {...tooltip(warning)}
    onClick={(event) => {
      event.stopPropagation();
      showDetails(noteId);
    }}
    onDoubleClick={(event) => event.stopPropagation()}
  >
    <Lightbulb size={13} aria-hidden="true" />
  </button>
);

/** Playing stops at what has to do with this note; a press takes the breakpoint away. */
const BreakpointMark = ({ definitionId, name }: NoteData) => {
  const label = canvasText.breakpoint(name);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.breakpoint} nodrag nopan`}
      aria-label={label}
      {...tooltip(label, 'F9')}
      onClick={(event) => {
        event.stopPropagation();
        workspace.toggleBreakpoint({ on: 'note', value: definitionId });
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
};

/** What a note has to say beside its name: how many are stored, what is wrong with it, and how to run it. */
export const NoteMarks = ({ noteId, data }: Props) => {
  const { definitionId } = data;
  const marks = useKeyed(definitionMarks, definitionId);
  const { warning, trouble, misfits, count } = marks;
  return (
    <span className={styles.marks}>
      {marks.hasBreakpoint && <BreakpointMark {...data} />}
      {warning !== undefined && <AdviceMark noteId={noteId} warning={warning} />}
      {trouble && <TroubleMark noteId={noteId} definitionId={definitionId} trouble={trouble} />}
      {marks.isCatchingUp && <WaitingMark />}
      {marks.isProcess && <ProcessMark definitionId={data.definitionId} />}
      {marks.isOff && <span className={styles.off}>{canvasText.off}</span>}
      {marks.isPaused && <span className={styles.off}>{canvasText.paused}</span>}
      {misfits && <Misfits {...misfits} />}
      {count !== undefined && <Count key={count} count={count} />}
      {data.kind === 'command' && <RunButton noteId={noteId} data={data} />}
    </span>
  );
};
