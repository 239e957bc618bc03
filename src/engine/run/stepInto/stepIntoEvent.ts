import type { Program } from '#model';
import { eventFrom, type Queue, type Run } from '#runtime';
import type { CommandCourse } from '../../CommandCourse.ts';
import { foldersOf } from '../foldersOf.ts';
import { foldUpTo } from './fold.ts';
import { projections } from './projections.ts';
import { reactions } from './reactions.ts';

/** What comes of an event that no recorded command made, as the present code takes it. Nothing is stored. */
export const stepIntoEvent = async (
  run: Run,
  looks: Queue,
  program: Program,
  position: number,
): Promise<CommandCourse> => {
  const event = await eventFrom(run.store, position);
  if (!event) throw new Error(`There is no event ${position} in this run.`);
  const [folder] = foldersOf(program, [event.metadata.streamName]);
  return {
    event,
    isOtherCode: false,
    phases: [
      { kind: 'append', events: [event] },
      ...(folder ? await foldUpTo(run, folder.moduleId, event) : []),
      ...(await projections(run, looks, [event])),
      ...(await reactions(run, [event])),
    ],
  };
};
