import { Lightbulb, Loader, Play, TriangleAlert } from 'lucide-react';
import { type MouseEvent, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { type DefinitionOf, isProcessCode, kindInfo, type StoredMisfits } from '#model';
import { workspace } from '#state';
import { ProcessWaiting } from '../clock/laterParts.ts';
import { atLine, codeProblemsOf } from '../editor/codeProblems.ts';
import { codeStore } from '../editor/codeStore.ts';
import { typeErrorsOf } from '../editor/typeErrors.ts';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import { useApp } from '../useApp.ts';
import styles from './NoteMarks.module.css';
import { countOf } from './recordedFacts.ts';
import type { NoteData } from './wallElements.ts';
import { warningAt } from './warnings.ts';

type CodePlace = { file?: string; line?: number };
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

const useEvent = (definitionId: string): DefinitionOf<'event'> | undefined =>
  useApp(({ board }) => {
    const definition = board.definitions[definitionId];
    return definition?.kind === 'event' ? definition : undefined;
  });

const noMisfits: StoredMisfits = { count: 0, reasons: [] };

const useStored = (event: DefinitionOf<'event'> | undefined) => ({
  count: useApp((state) => (event ? countOf(state, event) : 0)),
  misfits: useApp(({ misfits }) => (event && misfits[event.id]) || noMisfits),
});

const EventMarks = ({ definitionId }: { definitionId: string }) => {
  const { count, misfits } = useStored(useEvent(definitionId));
  return (
    <>
      {misfits.count > 0 && (
        <span className={styles.misfits} {...tooltip(misfits.reasons.map(({ sentence }) => sentence).join(' '))}>
          <TriangleAlert size={12} aria-hidden="true" />
          <span aria-hidden="true">{misfits.count}</span>
          <span className={styles.hidden}>{canvasText.misfits(misfits.count)}</span>
        </span>
      )}
      {count > 0 && (
        <span key={count} className={styles.count} {...tooltip(canvasText.stored(count))}>
          <span aria-hidden="true">{count}</span>
          <span className={styles.hidden}>{canvasText.stored(count)}</span>
        </span>
      )}
    </>
  );
};

/** A warning on the note; a press on it goes to the line that it speaks of. */
const Trouble = ({
  definitionId,
  label,
  place,
  isAdvice = false,
}: {
  definitionId: string;
  label: string;
  place: CodePlace;
  isAdvice?: boolean;
}) => (
  <button
    type="button"
    tabIndex={-1}
    className={`${styles.trouble} nodrag nopan`}
    data-advice={isAdvice || undefined}
    aria-label={label}
    {...tooltip(label)}
    onClick={() => workspace.showCode(definitionId, place)}
  >
    <TriangleAlert size={13} aria-hidden="true" />
  </button>
);

/** What is wrong with the code, as far as it is known: what stops it, what went wrong at the cursor, what TypeScript says. */
const CodeMark = ({ definitionId }: { definitionId: string }) => {
  const modules = useApp((state) => state.modules);
  const moment = useApp((state) => state.moment);
  const readModelStatus = useApp((state) => state.readModelStatus);
  const [problem] = useMemo(
    () => codeProblemsOf({ modules, moment, readModelStatus }, definitionId),
    [modules, moment, readModelStatus, definitionId],
  );
  if (!problem) return <TypeMark definitionId={definitionId} />;
  const isStopped = readModelStatus[definitionId]?.state === 'stopped';
  const { file, line, message, isRefused } = problem;
  const label = isRefused
    ? canvasText.broken(message)
    : isStopped
      ? canvasText.stopped(message)
      : canvasText.wentWrong(atLine(problem));
  const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
  return <Trouble definitionId={definitionId} label={label} place={place} />;
};

/** TypeScript advises: of the code that is open as it is typed, of all other code once it has been looked at. */
const TypeMark = ({ definitionId }: { definitionId: string }) => {
  const known = useStore(codeStore);
  const [first, ...others] = useMemo(() => typeErrorsOf(known, definitionId), [known, definitionId]);
  if (!first) return null;
  const label = canvasText.typeTrouble(atLine(first), others.length);
  return <Trouble definitionId={definitionId} label={label} place={{ file: first.file, line: first.line }} isAdvice />;
};

const WaitingMark = ({ definitionId }: { definitionId: string }) => {
  const state = useApp(({ readModelStatus }) => readModelStatus[definitionId]?.state);
  const isBroken = useApp(({ modules }) => modules[definitionId]?.kind === 'broken');
  if (state === undefined || state === 'current' || state === 'stopped' || isBroken) return null;
  return (
    <span className={styles.waiting} {...tooltip(canvasText.catchingUp)}>
      <Loader size={13} aria-hidden="true" />
      <span className={styles.hidden}>{canvasText.catchingUp}</span>
    </span>
  );
};

/** That it is off, and that it keeps state as a process manager does. */
const PolicyMarks = ({ definitionId }: { definitionId: string }) => {
  const policy = useApp(({ board }) => {
    const definition = board.definitions[definitionId];
    return definition?.kind === 'policy' ? definition : undefined;
  });
  if (!policy) return null;
  return (
    <>
      {isProcessCode(policy.code) && (
        <>
          <Suspense>
            <ProcessWaiting definitionId={definitionId} />
          </Suspense>
          <span className={styles.off} {...tooltip(canvasText.process)}>
            {canvasText.state}
          </span>
        </>
      )}
      {!policy.isOn && <span className={styles.off}>{canvasText.off}</span>}
    </>
  );
};

/** What the coach warns of; a press on it shows the reason and what can be done. */
const AdviceMark = ({ noteId, data }: Props) => {
  const warning = useApp(({ advice }) => warningAt(advice, data.definitionId));
  if (warning === '') return null;
  const show = () => {
    workspace.select({ noteIds: [noteId], connectionIds: [] });
    workspace.setInspectorTab('details');
    workspace.toggleInspector(true);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.advice} nodrag nopan`}
      aria-label={canvasText.advice(warning)}
      {...tooltip(warning)}
      onClick={(event) => {
        event.stopPropagation();
        show();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Lightbulb size={13} aria-hidden="true" />
    </button>
  );
};

/** Playing stops at what has to do with this note; a press takes the breakpoint away. */
const BreakpointMark = ({ data: { definitionId, name } }: Props) => {
  const isOn = useApp(({ breakpoints }) =>
    breakpoints.some(({ on, value }) => on === 'note' && value === definitionId),
  );
  if (!isOn) return null;
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
  const { kind, definitionId } = data;
  return (
    <span className={styles.marks}>
      <BreakpointMark noteId={noteId} data={data} />
      <AdviceMark noteId={noteId} data={data} />
      {kindInfo[kind].hasCode && <CodeMark definitionId={definitionId} />}
      {kind === 'read-model' && <WaitingMark definitionId={definitionId} />}
      {kind === 'policy' && <PolicyMarks definitionId={definitionId} />}
      {kind === 'event' && <EventMarks definitionId={definitionId} />}
      {kind === 'command' && <RunButton noteId={noteId} data={data} />}
    </span>
  );
};
