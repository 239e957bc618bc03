import type { CodeError, CodePlace, CommandSubmission, EngineNotice, Outcome, ReadModelControl } from '#engine';
import { programOf } from '#model';
import type { Moment, Pace } from './AppState.ts';
import { appStore } from './appStore.ts';
import { flushCode } from './codeTyping.ts';
import { describeEndless } from './describeEndless.ts';
import { engine } from './engineAccess.ts';
import { holdHistory, isHeld, releaseHistory } from './heldNotices.ts';
import { addCommand, addEvents, historyRead, showHistory } from './history.ts';
import { orSay, sayNote, sayTrouble, unsay } from './messages.ts';
import { nothingPrinted } from './nothingPrinted.ts';
import { stopOwnWork } from './ownWork.ts';
import { keepPreferences } from './preferences.ts';
import { notePrinted } from './printed.ts';
import { programInForce } from './programSync.ts';
import { currentRunOf } from './runs.ts';
import { showCode } from './showCode.ts';
import { goToNow, headOf, isInThePast, refreshMoment, seek } from './timeTravel.ts';

const { getState, setState } = appStore;

export const openForm = (commandId: string, noteId?: string): void =>
  setState({ form: noteId ? { commandId, noteId } : { commandId }, lastOutcome: null });

export const closeForm = (): void => setState({ form: null });

/** Sends a command to the code as it stands on the screen; rejects with a sentence where it cannot even be tried. */
export const send = async (submission: CommandSubmission): Promise<Outcome> => {
  flushCode();
  await Promise.all([programInForce(), historyRead()]);
  const outcome = await engine().submitCommand(submission);
  notePrinted(outcome.notes.logs, outcome.record.commandId);
  return outcome;
};

const deciderNameOf = (commandType: string): string => {
  const { commands, deciders } = programOf(getState().board);
  const { deciderId } = commands.find(({ type }) => type === commandType) ?? {};
  return deciders.find(({ id }) => id === deciderId)?.name ?? '';
};

let lastSubmission: CommandSubmission | null = null;

export const submitCommand = async (submission: CommandSubmission): Promise<Outcome | null> => {
  if (getState().isSending) return null;
  if (getState().isRevealing) await goToNow();
  const before = headOf(getState());
  lastSubmission = submission;
  setState({ isSending: true, policyLoop: null });
  holdHistory();
  const outcome = await orSay(() => send(submission));
  const hasNew = releaseHistory();
  setState({ isSending: false });
  if (hasNew && outcome?.kind !== 'appended' && getState().cursor === 'now') void refreshMoment();
  if (!outcome) return null;
  if (outcome.kind === 'appended') addEvents(outcome.events);
  setState({ lastOutcome: { commandType: submission.type, deciderName: deciderNameOf(submission.type), outcome } });
  if (outcome.kind === 'failed') unsay(restartedWords(outcome.error));
  if (outcome.kind === 'appended') await showNew(before);
  return outcome;
};

/** At a pace slower than instant, what policies do in answer is part of the show. */
const showNew = async (before: number): Promise<void> => {
  if (getState().pace === 'instant') return refreshMoment();
  await orSay(() => engine().settled());
  const { reveal } = await import('./playing.ts');
  reveal(before);
};

/** Commands are sent now: whoever has gone to look at the event that came in between is brought back first. */
export const decideAgain = async (): Promise<void> => {
  if (!lastSubmission) return;
  if (isInThePast(getState())) await goToNow();
  await submitCommand({ ...lastSubmission, expectation: 'latest' });
};

/** Stores what was decided on what the person saw, whatever has been written since. */
export const forceThrough = async (): Promise<void> => {
  const outcome = getState().lastOutcome?.outcome;
  if (!lastSubmission || outcome?.kind !== 'conflict') return;
  if (isInThePast(getState())) await goToNow();
  await submitCommand({ ...lastSubmission, expectation: { unchecked: outcome.record.decidedOnVersion } });
};

export const dismissOutcome = (): void => setState({ lastOutcome: null, policyLoop: null });

export const setPace = (pace: Pace): void => {
  setState({ pace });
  keepPreferences({ pace });
};

const restartedWords = (error: CodeError): string =>
  `${error.name === 'TimeoutError' ? describeEndless(error) : error.message} Your code is saved; events are unchanged.`;

/**
 * Said where code was stopped that nobody was waiting for: a replay, a specification, a read model. Where a command met
 * the same, its outcome says so already.
 */
const sayRestarted = (error: CodeError): void => {
  const { place } = error;
  const words = restartedWords(error);
  const outcome = getState().lastOutcome?.outcome;
  if (outcome?.kind === 'failed' && restartedWords(outcome.error) === words) return;
  sayTrouble(words, place ? [goTo(place)] : []);
};

type PolicyFailed = Extract<EngineNotice, { kind: 'policy-failed' }>;

/** The policy waits at the event; what was stored stays, and other policies go on. */
const sayPolicyFailed = ({ policyId, event, error, partition }: PolicyFailed): void => {
  const name = getState().board.definitions[policyId]?.name ?? 'A policy';
  const { place } = error;
  const where = place ? ` on line ${place.line}` : '';
  sayTrouble(
    `${name} broke${where} at event ${event.metadata.globalPosition}, ${event.type}: ${error.message} ` +
      (partition === undefined
        ? 'It waits there; what was stored stays. '
        : `Partition ${partition} waits there, others go on. `) +
      `Retry, skip or park it in the details of ${name}, or change its code.`,
    place ? [goTo(place)] : [],
  );
};

const goTo = ({ moduleId, file, line }: CodePlace) => ({
  label: `Go to line ${line}`,
  run: () => showCode(moduleId, { file, line }),
});

/** Only long histories come to this. */
const sayMomentSoFar = (soFar: Moment): void => {
  const { moment } = getState();
  void import('./momentSoFar.ts').then(({ showSoFar }) => showSoFar(soFar, moment));
};

export const onRunNotice = (notice: EngineNotice): void => {
  if (isHeld(notice)) return;
  switch (notice.kind) {
    case 'events-appended':
      addEvents(notice.events);
      if (getState().cursor === 'now') void refreshMoment();
      return;
    case 'command-recorded':
      addCommand(notice.record);
      return;
    case 'read-model-statuses':
      setState(({ readModelStatus }) => ({
        readModelStatus: {
          ...readModelStatus,
          ...Object.fromEntries(notice.statuses.map((status) => [status.readModelId, status])),
        },
      }));
      if (getState().cursor === 'now') void refreshMoment();
      return;
    case 'rebuild-step':
      setState({ rebuild: notice });
      return;
    case 'moment-so-far':
      sayMomentSoFar(notice.moment);
      return;
    case 'looking':
      setState({ longWork: notice });
      return;
    case 'long-work':
      setState({ longWork: { kind: notice.work, done: notice.done, total: notice.total } });
      return;
    case 'policy-stopped':
      setState({ policyLoop: notice.loop });
      return;
    case 'policy-failed':
      sayPolicyFailed(notice);
      return;
    case 'policy-statuses':
      setState({ policyStatus: Object.fromEntries(notice.statuses.map((status) => [status.policyId, status])) });
      return;
    case 'streams-marked':
      setState({ markedStreams: notice.streams });
      return;
    case 'clock-wound':
      setState(({ runs }) => ({ runs: runs.map((run) => (run.isCurrent ? { ...run, clock: notice.shift } : run)) }));
      return;
    case 'sandbox-restarted':
      sayRestarted(notice.error);
      return;
    default:
  }
};

export const rebuildVisibly = async (readModelId: string): Promise<void> => {
  await seek(headOf(getState()));
  const stepMs = Math.min(600, Math.max(40, 6000 / Math.max(1, headOf(getState()))));
  await orSay(() => engine().rebuild({ readModelId, stepMs }));
  setState({ rebuild: null });
  await refreshMoment();
};

export const stopRebuild = (): void => void engine().stopRebuild();

export const retryReadModel = (readModelId: string): void => {
  void orSay(() => engine().retryReadModel(readModelId));
};

export const controlReadModel = (readModelId: string, control: ReadModelControl): void => {
  void orSay(() => engine().controlReadModel({ readModelId, control })).then(refreshMoment);
};

export const newRun = async (kind: 'empty' | 'from-history'): Promise<void> => {
  flushCode();
  await programInForce();
  const opened = await orSay(() => untilStopped(() => engine().newRun(kind)));
  if (opened) await showRun(opened);
};

/** What a person may stop; it is over with this, and answers nothing where it was stopped. */
export const untilStopped = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return undefined;
    throw error;
  } finally {
    setState({ longWork: null });
  }
};

export const stopLongWork = (): void => {
  stopOwnWork();
  void engine().stopLongWork();
};

export const openRun = async (runId: string): Promise<void> => {
  const opened = await orSay(() => engine().openRun(runId));
  if (opened) await showRun(opened);
};

type Opened = Awaited<ReturnType<ReturnType<typeof engine>['openRun']>>;

export const showRun = async ({ runs, history }: Pick<Opened, 'runs' | 'history'>): Promise<void> => {
  setState({
    runs,
    cursor: 'now',
    isPlaying: false,
    isRevealing: false,
    moment: null,
    printed: nothingPrinted,
    watchedStream: null,
    lastOutcome: null,
    policyLoop: null,
    rebuild: null,
  });
  await showHistory(currentRunOf(runs)?.runId ?? '', history);
  void refreshMoment();
};

export const deleteRun = async (runId: string): Promise<void> => {
  const name = getState().runs.find((one) => one.runId === runId)?.name ?? 'The run';
  await orSay(async () => {
    await engine().deleteRun(runId);
    sayNote(`Deleted ${name}.`, [{ label: 'Undo', run: () => void restoreRun(runId, name) }]);
  });
};

const restoreRun = (runId: string, name: string): Promise<unknown> =>
  orSay(async () => {
    await engine().restoreRun(runId);
    sayNote(`${name} is back among the runs.`);
  });
