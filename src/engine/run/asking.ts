import type { DeciderSpecification, Delivery, PolicySpecification, Program, Specification } from '#model';
import { followValues, valueHistory } from '#replay';
import type { Queue, Run } from '#runtime';
import type { HistoryRequest, Progress } from '#sandbox';
import type { FoldPart } from '../CommandCourse.ts';
import type { FollowWish, GivenQuestion, LinesQuestion } from '../EngineApi.ts';
import type { EngineNotice } from '../EngineNotice.ts';
import { decisionOutput } from './decisionOutput.ts';
import { documentSources } from './documentSources.ts';
import { givenHistory } from './givenHistory.ts';
import { lineOfDecision } from './lineOfDecision.ts';
import { linesOfChanges } from './linesOfChanges.ts';
import { type ReplayWish, replayDocuments, replaySteps } from './replaySteps.ts';
import { runSpecification } from './runSpecification.ts';
import { foldSteps } from './stepInto/fold.ts';
import { stepInto } from './stepInto/stepInto.ts';
import { stepIntoEvent } from './stepInto/stepIntoEvent.ts';
import { tryDelivery } from './tryDelivery.ts';

/** What can be found out of a run by running its code, one question after the other. Nothing is stored. */
export const askingAbout = (run: Run, looks: Queue, program: () => Program, notify: (notice: EngineNotice) => void) => {
  const sayProgress: Progress = (done, total) => notify({ kind: 'value-progress', done, total });
  return {
    specify: (specification: Specification) => looks(() => runSpecification(run, specification)),
    decisionOutput: (commandId: string) => looks(() => decisionOutput(run, commandId)),
    stepInto: (commandId: string) => stepInto(run, looks, commandId),
    stepIntoEvent: (position: number) => stepIntoEvent(run, looks, program(), position),
    foldSteps: (part: FoldPart) => foldSteps(run, part),
    tryDelivery: (readModelId: string, delivery: Delivery) => looks(() => tryDelivery(run, readModelId, delivery)),
    valueHistory: (request: HistoryRequest) => valueHistory(run, looks, request, sayProgress),
    followValues: (wish: FollowWish) => followValues(run, looks, wish, sayProgress),
    linesOfChanges: (question: LinesQuestion) => linesOfChanges(run, looks, question),
    documentSources: (readModelId: string) => looks(() => documentSources(run, readModelId)),
    givenHistory: (question: GivenQuestion) => looks(() => givenHistory(run, question)),
    replaySteps: (wish: ReplayWish) => replaySteps(run, looks, program(), wish),
    replayDocuments: (wish: { position: number; most: number }) => replayDocuments(run, looks, wish),
    lineOfDecision: (specification: DeciderSpecification | PolicySpecification) => lineOfDecision(run, specification),
  };
};
