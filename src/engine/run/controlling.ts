import { compareFacts } from '#model';
import {
  type Consumers,
  type PolicyControl,
  projectionOf,
  type ReadModelControl,
  type Run,
  readModelIdOf,
  readyVersions,
  servingReadModels,
} from '#runtime';
import type { Comparison } from '../EngineApi.ts';
import type { TabMessage } from '../tabs.ts';
import type { PolicyStatuses } from './policyStatuses.ts';
import type { ReadModelStatuses } from './ReadModelStatuses.ts';

type Controlled = {
  runId: string;
  run: Run;
  consumers: Consumers;
  statuses: ReadModelStatuses;
  policies: PolicyStatuses;
  tell: (message: TabMessage) => void;
  /** Takes the present program over once more, with the versions that are stored. */
  takeOver: () => Promise<unknown>;
};

const ofVersions: readonly ReadModelControl['kind'][] = ['build-beside', 'switch-version', 'replace-at-once'];

/** What a person does with read models. Another tab may be the one at work, and others show the same: they hear of it. */
export const controllingReadModels = ({ runId, run, consumers, statuses, policies, tell, takeOver }: Controlled) => ({
  retry: async (readModelId: string): Promise<void> => {
    await consumers.retry(readModelId);
    tell({ kind: 'wake-consumers', runId });
    await consumers.settled();
    await statuses.sayStatus(readModelId);
  },
  control: async (readModelId: string, control: ReadModelControl): Promise<void> => {
    await consumers.control(readModelId, control);
    if (ofVersions.includes(control.kind)) {
      await takeOver();
      tell({ kind: 'versions-changed', runId });
    }
    tell({ kind: 'wake-consumers', runId });
    tell({ kind: 'consumers-advanced', runId });
    await statuses.sayStatus(readModelId);
  },
  controlPolicy: async (policyId: string, control: PolicyControl): Promise<void> => {
    await consumers.controlPolicy(policyId, control);
    tell({ kind: 'wake-consumers', runId });
    tell({ kind: 'consumers-advanced', runId });
    await policies.sayAll();
  },
  compareVersions: (readModelId: string) => compareVersions(run, readModelId),
});

/** The documents that serve, and those of the other version, as both are stored. */
const compareVersions = async (run: Run, readModelId: string): Promise<Comparison> => {
  const [serving] = servingReadModels(run).filter((one) => readModelIdOf(one) === readModelId);
  const [beside] = readyVersions(run, 'async').filter(
    (one) => readModelIdOf(one) === readModelId && one.id !== serving?.id,
  );
  if (!serving || !beside) throw new Error('There is no other version of this read model.');
  const [one, other] = await Promise.all(
    [serving, beside].map(async (version) => ({
      position: await run.store.checkpoint(projectionOf(version)),
      counts: new Map(),
      streams: [],
      readModels: [{ readModelId, documents: await run.store.documents(projectionOf(version)) }],
    })),
  );
  const nothing = { position: 0, counts: new Map(), streams: [], readModels: [] };
  return { ...compareFacts(one ?? nothing, other ?? nothing), streamsLookedAt: 0, streamsLeftOut: 0 };
};
