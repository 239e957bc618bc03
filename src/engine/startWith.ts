import type { Announcements } from './announcements.ts';
import type { Library } from './models/library.ts';
import type { LongWork, Task } from './run/longWork.ts';
import type { RunSession } from './run/runSession.ts';
import type { OpenModel, Workplace } from './workplace.ts';

/** Puts a new run in use once recorded commands have been decided in it. */
export type StartWith = (
  runId: string,
  prepare: (session: RunSession, task: Task) => Promise<void>,
) => Promise<OpenModel>;

/** Of a run that was stopped before it was whole nothing is left in the list. */
export const startingWith =
  (library: Library, { switchRun }: Workplace, { runsChanged }: Announcements, longWork: LongWork): StartWith =>
  async (runId, prepare) => {
    try {
      const open = await longWork.run('deciding', (task) => switchRun(runId, (session) => prepare(session, task)));
      await runsChanged(open.modelId);
      return open;
    } catch (error) {
      await library.markRun(runId, new Date().toISOString());
      throw error;
    }
  };
