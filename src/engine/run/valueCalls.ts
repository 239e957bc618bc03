import { followValues, valueHistory } from '#replay';
import type { Queue, Run } from '#runtime';
import type { HistoryRequest, Progress } from '#sandbox';
import type { EngineNotice, FollowWish, GivenQuestion } from '../EngineApi.ts';
import { givenHistory } from './givenHistory.ts';

/** What may be asked of single values of a run. */
export const createValueCalls = (run: Run, looks: Queue, notify: (notice: EngineNotice) => void) => {
  const sayProgress: Progress = (done, total) => notify({ kind: 'value-progress', done, total });
  return {
    valueHistory: (request: HistoryRequest) => valueHistory(run, looks, request, sayProgress),
    followValues: (wish: FollowWish) => followValues(run, looks, wish, sayProgress),
    givenHistory: (question: GivenQuestion) => looks(() => givenHistory(run, question)),
  };
};
