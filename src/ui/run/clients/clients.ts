import { type AppState, appStore, type CommandSubmission, currentRunOf, type Outcome, workspace } from '#state';
import { clientTexts as texts } from '../../text/clients.ts';
import { alone, clientsStore, viewKey } from './clientsStore.ts';

const { getState, setState } = clientsStore;

const allNames = ['Ann', 'Ben', 'Cleo', 'Dan'];

/** A client that meets one conflict after the other gives up: somebody else is faster, again and again. */
const mostRetries = 10;

let stopFollowing: (() => void) | undefined;
let lastSender = '';

/** Brings what a client knows of a stream up to what is recorded. */
export const readAs = async (name: string, stream: string): Promise<void> => {
  const view = await workspace.readState(stream);
  if (view) setState(({ views }) => ({ views: { ...views, [viewKey(name, stream)]: view } }));
};

const nameOfRun = ({ modelId, runs }: AppState): string => `${modelId} ${currentRunOf(runs)?.runId ?? ''}`;

/** Whoever has stored something knows it; in another run nobody knows anything. */
const follow = (): (() => void) =>
  appStore.subscribe((state, before) => {
    if (nameOfRun(state) !== nameOfRun(before)) setState({ views: {}, retries: {}, lost: '' });
    const outcome = state.lastOutcome?.outcome;
    if (state.lastOutcome === before.lastOutcome || outcome?.kind !== 'appended' || lastSender === '') return;
    setState({ lost: lostBy(lastSender, outcome) });
    void readAs(lastSender, outcome.record.stream);
  });

const lostBy = (name: string, { events, overlooked = [], record }: Extract<Outcome, { kind: 'appended' }>): string =>
  overlooked.length === 0 ? '' : texts.lost(name, record.decidedOnVersion, overlooked, events);

/** Two at first; a third and a fourth can join. */
export const addClient = (): void => {
  stopFollowing ??= follow();
  setState(({ names, sender }) => {
    const more = allNames.slice(0, Math.max(2, names.length + 1));
    return { names: more, sender: sender || (more[0] ?? '') };
  });
};

export const mayAddClient = ({ length }: readonly string[]): boolean => length < allNames.length;

export const leaveClients = (): void => {
  stopFollowing?.();
  stopFollowing = undefined;
  lastSender = '';
  setState(alone);
};

export const chooseSender = (sender: string): void => setState({ sender });
export const retryByItself = (retriesItself: boolean): void => setState({ retriesItself });
export const sendUnchecked = (isUnchecked: boolean): void => setState({ isUnchecked });

type Submission = Omit<CommandSubmission, 'expectation'> & { stream: string };

/** Sends once, on what the client last read. */
const sendOnce = async (name: string, submission: Submission): Promise<Outcome | null> => {
  const key = viewKey(name, submission.stream);
  if (!getState().views[key]) await readAs(name, submission.stream);
  const { views, isUnchecked } = getState();
  const version = views[key]?.version ?? 0;
  lastSender = name;
  const expectation = isUnchecked ? { unchecked: version } : version === 0 ? 'no-stream' : version;
  return workspace.submitCommand({ ...submission, expectation });
};

const countRetry = (name: string): void =>
  setState(({ retries }) => ({ retries: { ...retries, [name]: (retries[name] ?? 0) + 1 } }));

const clearRetries = (names: readonly string[]): void =>
  setState(({ retries }) => ({
    retries: { ...retries, ...Object.fromEntries(names.map((name) => [name, 0])) },
    lost: '',
  }));

/**
 * Sends for each of the clients what they decide on what they last read, as if all had pressed at once. Those who met a
 * conflict read again and decide afresh, where that is wanted: all of them once more, until nobody is left.
 */
const sendInRounds = async (clients: readonly string[], submission: Submission): Promise<Outcome | null> => {
  clearRetries(clients);
  let last: Outcome | null = null;
  let waiting = clients;
  for (let round = 0; waiting.length > 0 && round <= mostRetries; round += 1) {
    const beaten: string[] = [];
    for (const name of waiting) {
      last = await sendOnce(name, submission);
      if (last?.kind === 'conflict') beaten.push(name);
    }
    if (!getState().retriesItself) break;
    for (const name of beaten) {
      await readAs(name, submission.stream);
      if (round < mostRetries) countRetry(name);
    }
    waiting = beaten;
  }
  return last;
};

/** Sends as the client who is chosen. */
export const sendAsClient = (submission: Submission): Promise<Outcome | null> =>
  sendInRounds([getState().sender], submission);

/** All send the same, each on what they last read. */
export const sendAsAll = (submission: Submission): Promise<Outcome | null> =>
  sendInRounds(getState().names, submission);
