import { eventFrom, type Queue, type Run } from '#runtime';
import type { ChangeLine, LinesQuestion } from '../EngineApi.ts';

/** The lines of code that made a value, of each of some events that changed it; none where that cannot be told. */
export const linesOfChanges = async (
  run: Run,
  looks: Queue,
  { positions, ...place }: LinesQuestion,
): Promise<ChangeLine[]> => {
  const { surroundings } = await looks(() => run.sandbox.surroundings({ ...place, positions }));
  const changes = [];
  for (const around of surroundings) {
    const event = await eventFrom(run.store, around.position);
    if (event) changes.push({ ...around, event });
  }
  if (changes.length === 0) return [];
  const { lines } = await run.sandbox.making({ ...place, changes });
  return changes.flatMap(({ position }, index) => {
    const line = lines[index];
    return line ? [{ position, ...line }] : [];
  });
};
