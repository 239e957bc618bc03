import { compareFacts } from '#model';
import type { Comparison } from '../EngineApi.ts';
import type { ComparedSide } from '../ModelsAndRuns.ts';
import type { Task } from './longWork.ts';
import type { LogSurvey, Look } from './look.ts';

/** So many states are computed and compared; of more streams, those go first that differ in length, then the latest. */
export const mostStreams = 200;

/** Looks at both moments, each through the code that it is to be made by, and holds them against each other. */
export const compareMoments = async (
  [one, other]: [ComparedSide, ComparedSide],
  open: (side: ComparedSide) => Promise<Look>,
  { signal, onProgress }: Task,
): Promise<Comparison> => {
  const looks: Look[] = [];
  const opened = async (side: ComparedSide): Promise<Look> => {
    const look = await open(side);
    looks.push(look);
    return look;
  };
  try {
    const first = await opened(one);
    const second = one.runId === other.runId && one.program === other.program ? first : await opened(other);
    // Each side is gone through twice: for what the log alone says, and for what the code makes of it.
    const goingThrough = (turn: number): Task => ({
      signal,
      onProgress: (done, total) => onProgress(turn * total + done, 4 * total),
    });
    const before = await first.survey(one.position, goingThrough(0));
    const after = await second.survey(other.position, goingThrough(1));
    const streams = streamsToCompare(before, after);
    const looked = streams.slice(0, mostStreams);
    const facts = [
      await first.facts(before, looked, goingThrough(2)),
      await second.facts(after, looked, goingThrough(3)),
    ] as const;
    return {
      ...compareFacts(...facts),
      streamsLookedAt: looked.length,
      streamsLeftOut: streams.length - looked.length,
    };
  } finally {
    for (const look of looks) look.close();
  }
};

const streamsToCompare = ({ versions: before }: LogSurvey, { versions: after }: LogSurvey): string[] => {
  const latestFirst = [...new Set([...before.keys(), ...after.keys()])].reverse();
  const differsInLength = (stream: string): boolean => before.get(stream) !== after.get(stream);
  return [...latestFirst.filter(differsInLength), ...latestFirst.filter((stream) => !differsInLength(stream))];
};
