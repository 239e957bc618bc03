import { type Run, servingReadModels } from '#runtime';
import type { MomentRequest } from '#sandbox';
import { endlessIn } from './endlessCode.ts';
import type { Moment, MomentWish } from './momentAt.ts';
import { asOnTheWall, asStored, firstOf, notStoredYet, standingStill } from './momentDocuments.ts';

/** Of a longer stream the state comes with the whole moment. */
const mostEvents = 2_000;

/**
 * What can be said of a moment before the log has been gone through for it: the states of streams, each from its own
 * events alone, and at the head the documents that are stored.
 */
export const momentSoFar = async (run: Run, wish: MomentWish): Promise<Moment> => {
  const head = await run.store.lastPosition();
  const position = Math.min(Math.max(0, Math.trunc(wish.position)), head);
  const { states } = await run.sandbox.moment({
    position,
    states: await statesToFold(run, wish, position),
    readModels: [],
  });
  const readModels = servingReadModels(run);
  const isStored = position === head && !wish.replaysDocuments;
  const shown = await asStored(run, readModels, [], {
    head,
    replayedOnly: isStored ? await notStoredYet(run) : readModels.map(({ id }) => id),
    ...(wish.shows ? { first: firstOf(readModels, wish.shows) } : {}),
  });
  return {
    position,
    states,
    readModels: [...shown.map((documents) => asOnTheWall(readModels, documents)), ...standingStill(run)],
    isSoFar: true,
  };
};

const statesToFold = async (run: Run, wish: MomentWish, position: number): Promise<MomentRequest['states']> => {
  const { modules } = run.program();
  const endless = endlessIn(run);
  const states: MomentRequest['states'] = [];
  for (const { moduleId, stream } of wish.states) {
    if (modules.get(moduleId)?.kind !== 'ready' || endless.errorOf(moduleId)) continue;
    const { events } = await run.store.readStream(stream, { limit: mostEvents });
    const own = events.filter(({ metadata }) => metadata.globalPosition <= position);
    if (own.length < mostEvents) states.push({ moduleId, stream, events: own });
  }
  return states;
};
