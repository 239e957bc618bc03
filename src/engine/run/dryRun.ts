import { compareFacts, type MomentFacts, type MomentsCompared, type Program } from '#model';
import { createQueue } from '#runtime';
import type { DryRun } from '../EngineApi.ts';
import { mostStreams } from './compareMoments.ts';
import type { Task } from './longWork.ts';
import { type Aside, lookThrough } from './look.ts';
import { redecide } from './redecide.ts';

/** More recorded commands are not decided again. */
const mostCommands = 5_000;

/** Two programs on the whole recorded history, in sandboxes of their own. What is stopped rejects and leaves nothing. */
export const dryRun = async (
  [before, after]: [Program, Program],
  openAside: (program: Program) => Promise<Aside>,
  task: Task,
): Promise<DryRun> => {
  const first = await through(before, openAside, part(task, 0), factsOf);
  return through(after, openAside, part(task, 1), async (aside, ofSecond) => {
    const second = await factsOf(aside, ofSecond);
    const commands = await redecide(aside.run, after, { most: mostCommands }, part(task, 2));
    task.signal.throwIfAborted();
    return {
      ...told(second.facts, compareFacts(first.facts, second.facts)),
      commands,
      readAs: second.readAs,
      streamsLeftOut: second.streamsLeftOut,
    };
  });
};

/** Three parts of the same length. */
const part = ({ signal, onProgress }: Task, turn: number): Task => ({
  signal,
  onProgress: (done, total) => onProgress(turn * total + done, 3 * total),
});

const through = async <Result>(
  program: Program,
  openAside: (program: Program) => Promise<Aside>,
  task: Task,
  work: (aside: Aside, task: Task) => Promise<Result>,
): Promise<Result> => {
  task.signal.throwIfAborted();
  const aside = await openAside(program);
  return work(aside, task).finally(aside.close);
};

const factsOf = async ({ run, program }: Aside, task: Task) => {
  const look = lookThrough(run, createQueue(), program, () => undefined);
  const survey = await look.survey(Number.MAX_SAFE_INTEGER, task);
  const streams = [...survey.versions.keys()].reverse();
  return {
    facts: await look.facts(survey, streams.slice(0, mostStreams), task),
    readAs: survey.readAs,
    streamsLeftOut: Math.max(0, streams.length - mostStreams),
  };
};

const told = (
  { streams, readModels }: MomentFacts,
  compared: MomentsCompared,
): Pick<DryRun, 'deciders' | 'readModels'> => ({
  deciders: [...new Set(streams.map(({ deciderId }) => deciderId))].map((deciderId) => {
    const own = streams.filter((stream) => stream.deciderId === deciderId);
    return {
      deciderId,
      streams: own.length,
      changed: compared.streams.flatMap((one) =>
        one.deciderId === deciderId && one.differences.length > 0 ? [one.stream] : [],
      ),
      broken: own.flatMap(({ stream, error }) => (error === undefined ? [] : [{ stream, message: error }])),
    };
  }),
  readModels: readModels.map(({ readModelId, documents, error }) => {
    const differing = compared.readModels.find((one) => one.readModelId === readModelId);
    return {
      readModelId,
      documents: documents.length,
      changed: (differing?.documents ?? []).map(({ documentId }) => documentId),
      more: differing?.more ?? 0,
      ...(error === undefined ? {} : { error }),
    };
  }),
});
