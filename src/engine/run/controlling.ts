import type { Consumers, ReadModelControl } from '#runtime';
import type { TabMessage } from '../tabs.ts';
import type { ReadModelStatuses } from './ReadModelStatuses.ts';

/** What a person does with read models. Another tab may be the one at work, and others show the same: they hear of it. */
export const controllingReadModels = (
  runId: string,
  consumers: Consumers,
  statuses: ReadModelStatuses,
  tell: (message: TabMessage) => void,
) => ({
  retry: async (readModelId: string): Promise<void> => {
    await consumers.retry(readModelId);
    tell({ kind: 'wake-consumers', runId });
    await consumers.settled();
    await statuses.sayStatus(readModelId);
  },
  control: async (readModelId: string, control: ReadModelControl): Promise<void> => {
    await consumers.control(readModelId, control);
    tell({ kind: 'wake-consumers', runId });
    tell({ kind: 'consumers-advanced', runId });
    await statuses.sayStatus(readModelId);
  },
});
