import { branchBefore } from '#model';
import { appStore, commandLogOf, workspace } from '#state';
import { closePane, openPane } from '../timeline/dockStore.ts';
import { againStore, type Basis, type Tried } from './againStore.ts';

const { getState, setState } = againStore;

/** More is a matter of minutes. */
const mostAsked = 20_000;
/** While somebody types, the first ones tell enough. */
const mostWhileTyping = 2000;

const basisNow = (): Basis => {
  const { modelId, modules, events, commands } = appStore.getState();
  return { modelId, modules, events, commands };
};

/** A newer try makes the one before void. */
let asked = 0;

/** Tries the recorded commands on the present code. What came of an earlier try stands until it is done. */
const tryScope = async (scope: string, most: number): Promise<void> => {
  asked += 1;
  const question = asked;
  setState({ work: { scope, done: 0, total: 0 } });
  let basis: Basis | undefined;
  const result = await workspace.redecide({ ...(scope && { deciderId: scope }), most }, (done, total) => {
    basis ??= basisNow();
    if (question === asked) setState({ work: { scope, done, total } });
  });
  if (question !== asked) return;
  setState({ work: null });
  if (result) setState(({ tried }) => ({ tried: { ...tried, [scope]: { result, basis: basis ?? basisNow() } } }));
};

export const tryAgain = (): Promise<void> => tryScope(getState().scope, mostAsked);

export const tryWhileTyping = (scope: string): Promise<void> => tryScope(scope, mostWhileTyping);

/** Shows how the recorded commands would end, and finds it out where that is not known as things stand. */
export const openAgain = (scope = ''): void => {
  workspace.toggleDock(true);
  setState({ scope });
  openPane('again');
  if (!isUpToDate(getState().tried[scope])) void tryAgain();
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-again]')?.focus());
};

export const closeAgain = (): void => {
  if (getState().work) workspace.stopRedeciding();
  closePane('again');
};

/** Whether it says something of the code and the history as they are. */
export const isUpToDate = (tried: Tried | undefined, state = appStore.getState()): boolean =>
  tried !== undefined &&
  tried.basis.modules === state.modules &&
  tried.basis.events === state.events &&
  tried.basis.commands === state.commands;

/** The what-if in which the first command that would end otherwise is decided anew, and all that come after it. */
export const branchBeforeFirst = ({ result }: Tried): void => {
  const { commands, events } = appStore.getState();
  const first = commandLogOf(commands).byId.get(result.different[0]?.commandId ?? '');
  if (!first) return;
  void workspace.branch({ position: branchBefore(first.afterPosition, events), rest: 'sent-again' });
};
