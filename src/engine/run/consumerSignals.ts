import type { ConsumerSignals } from '#runtime';
import type { EngineNotice } from '../EngineNotice.ts';
import { isOfStorage, sentenceOf } from '../sentences.ts';
import type { PolicyNotice, TabMessage } from '../tabs.ts';
import type { PolicyStatuses } from './policyStatuses.ts';
import type { ReadModelStatuses } from './ReadModelStatuses.ts';

/** What comes of policies and asynchronous read models, told to the screen of this tab and to the other tabs. */
export const consumerSignals = (
  runId: string,
  statuses: ReadModelStatuses,
  policies: PolicyStatuses,
  notify: (notice: EngineNotice) => void,
  tell: (message: TabMessage) => void,
): ConsumerSignals => {
  const trouble = (error: unknown): void => {
    if (isOfStorage(error)) notify({ kind: 'storage-failed', message: sentenceOf(error) });
  };
  const everywhere = (notice: PolicyNotice): void => {
    notify(notice);
    tell({ kind: 'policy-trouble', runId, notice });
  };
  return {
    onLoop: (loop) => everywhere({ kind: 'policy-stopped', loop }),
    onPolicy: () => void policies.sayAll().catch(trouble),
    onPolicyFailure: (failure) => everywhere({ kind: 'policy-failed', ...failure }),
    onReadModel: (readModelId) => void statuses.sayStatus(readModelId).catch(trouble),
    onAdvanced: () => tell({ kind: 'consumers-advanced', runId }),
    onTrouble: trouble,
  };
};
