import { type EventStore, newUuid } from '#event-store';
import type { Announcements } from './announcements.ts';
import type { EngineApi, OpenedRun, RunOutline } from './EngineApi.ts';
import type { BranchRequest } from './ModelsAndRuns.ts';
import type { Library } from './models/library.ts';
import { branchHistory, startingAt } from './run/branchHistory.ts';
import { eventPages, recordedSoFar } from './run/copyHistory.ts';
import type { LongWork } from './run/longWork.ts';
import { sendAgain } from './run/sendAgain.ts';
import { unpackedHistory } from './run/unpacking.ts';
import type { StartWith } from './startWith.ts';
import type { OpenModel, Workplace } from './workplace.ts';

type BranchCalls = Pick<
  EngineApi,
  'branchRun' | 'renameRun' | 'adoptRun' | 'pinMoments' | 'outlineRuns' | 'addRecordedRun'
>;

/** What the screen may ask about branches: runs that begin with what another one has recorded. */
export const createBranchCalls = (
  library: Library,
  { current, read, switchRun }: Workplace,
  { runsChanged }: Announcements,
  longWork: LongWork,
  startWith: StartWith,
  openedRun: (open: OpenModel) => Promise<OpenedRun>,
): BranchCalls => {
  const change = async (runId: string, alter: Parameters<Library['changeRun']>[1]): Promise<void> => {
    await library.changeRun(runId, alter);
    await runsChanged(current().modelId);
  };

  return {
    branchRun: async (request) => {
      const { modelId, run: parent } = current();
      const clock = clockFrom(request);
      const { runId, again, deletions } = await longWork.run('copying', async (task) => {
        const events = (from: number, to: number) => eventPages(parent.store, from, to);
        const recorded = await recordedSoFar(parent.store);
        const source = { ...recorded, streams: await parent.store.markedStreams(), events };
        const { shared, kept, again, deletedAgain } = await branchHistory(source, request, newUuid);
        const origin = { parent: { runId: parent.runId, position: shared }, ...clock };
        return { ...(await library.addBranch(modelId, kept, origin, task)), again, deletions: deletedAgain };
      });
      const later = { commands: startingAt(again, request.startsAt), deletions };
      const open = await startWith(runId, (session, task) => sendAgain(session, later, parent.program(), task));
      return openedRun(open);
    },
    addRecordedRun: async ({ name, history }) => {
      const { modelId } = current();
      const { runId } = await longWork.run('copying', async (task) =>
        library.addBranch(modelId, await unpackedHistory(history), { name }, task),
      );
      const open = await switchRun(runId);
      await runsChanged(modelId);
      return openedRun(open);
    },
    renameRun: ({ runId, name }) => {
      if (name.trim() === '') throw new Error('A run needs a name.');
      return change(runId, (run) => ({ ...run, name: name.trim() }));
    },
    adoptRun: (runId) => change(runId, (run) => ({ ...run, adoptedAt: new Date().toISOString() })),
    pinMoments: ({ runId, pins }) => change(runId, (run) => ({ ...run, pins })),
    outlineRuns: (wanted) =>
      Promise.all(
        wanted.map(({ runId, from }) =>
          read(runId, async (store) => ({ runId, ...(await outlineOf(store, Math.max(1, from))) })),
        ),
      ),
  };
};

/** More chips in a row are not looked at one by one. */
const mostShown = 300;

const outlineOf = async (store: EventStore, from: number): Promise<Omit<RunOutline, 'runId'>> => {
  const { events, lastPosition } = await store.readAll({ from, limit: mostShown });
  return {
    events: events.map(({ type, metadata }) => ({
      position: metadata.globalPosition,
      type,
      stream: metadata.streamName,
    })),
    more: Math.max(0, (await store.lastPosition()) - lastPosition),
  };
};

const clockFrom = ({ startsAt }: BranchRequest) => {
  if (startsAt === undefined) return {};
  if (Number.isNaN(Date.parse(startsAt))) throw new Error('The time of the clock has to be an ISO 8601 text.');
  return { clock: { startsAt: new Date(startsAt).toISOString(), setAt: new Date().toISOString() } };
};
