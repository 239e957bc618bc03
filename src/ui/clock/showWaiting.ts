import { appStore, workspace } from '#state';
import { announce } from '../canvas/wallStore.ts';
import { clockTexts as texts } from '../text/clock.ts';
import { showPane } from '../timeline/dockStore.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { lookAtWaiting } from './clockStore.ts';
import { waitingMessages } from './playgroundClock.ts';
import { waitingOf } from './useWaiting.ts';

/** The process manager whose note is selected; else whichever waits. */
const definitionMeant = (): string | undefined => {
  const { board, selection } = appStore.getState();
  const [noteId] = selection.noteIds;
  return board.notes[noteId ?? '']?.definitionId;
};

/** Shows the state of the process whose message is due next, with what waits beside it, and puts the focus there. */
export const showWaiting = (definitionId = definitionMeant()): void => {
  const state = appStore.getState();
  const waiting = waitingMessages(state.events, positionAt(state));
  const [next] = definitionId === undefined ? waiting : [...waitingOf(state.board, definitionId, waiting), ...waiting];
  if (!next) {
    announce(texts.nothingWaits);
    return;
  }
  workspace.toggleDock(true);
  workspace.watchStream(next.stream);
  showPane('state');
  lookAtWaiting(next.stream);
};
