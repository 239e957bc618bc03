import { type EngineNotice, startEngine } from '#engine';
import { hasSameProgram } from '#model';
import { appStore } from './appStore.ts';
import { followArrivals, followInstalling } from './arriving.ts';
import { onBoardChanged, store } from './boardEditing.ts';
import { followCoach } from './coaching.ts';
import { flushCode } from './codeTyping.ts';
import { attachEngine } from './engineAccess.ts';
import { startHints } from './hints.ts';
import { orSay, sayTrouble, sentenceOf } from './messages.ts';
import { openFirstModel } from './models.ts';
import { preferredState } from './preferences.ts';
import { syncProgram } from './programSync.ts';
import { onRunNotice, openRun } from './running.ts';
import { followSpecifications } from './specifications.ts';
import { whenIdle } from './whenIdle.ts';

const { getState, setState, subscribe } = appStore;

/** Starts the engine, opens the last model (the sample on a first visit), and from then on follows what happens. */
export const start = async (): Promise<void> => {
  setState(preferredState());
  followInstalling();
  try {
    const engine = startEngine();
    attachEngine(engine);
    engine.onNotice(onNotice);
    followBoard();
    followCoach();
    const visit = await openFirstModel();
    await engine.frameOpened;
    setState({ phase: 'ready' });
    void import('./scripting.ts').then(({ offerScripting }) => offerScripting());
    whenIdle(() => void judgeWhatIsStored());
    whenIdle(() => void import('./persistence.ts').then(({ keepStored }) => keepStored(visit)));
    if (visit === 'first-visit') startHints();
    followArrivals();
  } catch (error) {
    setState({ phase: 'failed', failure: sentenceOf(error) });
  }
};

/** The rules come later than the wall; where they cannot be fetched (offline at the first visit), nothing is marked. */
const judgeWhatIsStored = async (): Promise<void> => {
  const misfits = await import('./misfits.ts').catch(() => null);
  misfits?.followMisfits();
};

/** What follows from an edit, whoever made it: other code to run, specifications to check. */
const followBoard = (): void => {
  subscribe(({ board }, before) => {
    if (board === before.board || board.modelId !== before.board.modelId) return;
    if (!hasSameProgram(board, before.board)) syncProgram();
    if (board.specifications !== before.board.specifications)
      followSpecifications(board.specifications, before.board.specifications);
  });
  subscribe(({ saving }, before) => {
    if (saving !== before.saving && saving.kind === 'failed') sayNotStored(saving.message);
  });
  addEventListener('pagehide', flushCode);
  addEventListener('beforeunload', (event) => {
    if (getState().saving.kind === 'failed') event.preventDefault();
  });
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flushCode();
  });
};

/** A full disk, say: a file is the way out. */
const sayNotStored = (message: string): void =>
  sayTrouble(message, [
    { label: 'Try again', run: store },
    { label: 'Save to a file', run: () => void orSay(async () => (await import('./saving.ts')).saveToFile()) },
  ]);

const onNotice = (notice: EngineNotice): void => {
  switch (notice.kind) {
    case 'board-changed':
      onBoardChanged(notice.modelId);
      return;
    case 'models-changed':
      void import('./keepingModels.ts').then(({ followModels }) => followModels());
      return;
    case 'runs-changed':
      setState({ runs: notice.runs });
      return;
    case 'run-switched':
      void openRun(notice.runId);
      return;
    case 'storage-failed':
      sayTrouble(notice.message);
      return;
    default:
      onRunNotice(notice);
  }
};
