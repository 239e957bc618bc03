import { type ProjectedPage, projectEvents } from '../projectEvents.ts';
import type { Run } from '../Run.ts';
import { isOfSandbox, SandboxLost } from '../sandboxLost.ts';
import type { Share } from './Share.ts';
import { holdsDocument, type Taken } from './takeEvents.ts';

/** What the events come to, up to the one that the code breaks at. */
export const projectUntilPoison = async (run: Run, share: Share, { events, end }: Taken): Promise<ProjectedPage> => {
  const options = share.partition ? { isOurs: holdsDocument(share) } : {};
  const { documents, errors } = await projectEvents(run, [share.readModel], events, options);
  const error = errors[0]?.error;
  if (!error) return { documents, position: end };
  if (isOfSandbox(error)) throw new SandboxLost(error.message);
  // Code that never ends does not say at which event; to find out would take a time limit for each try.
  const poison = error.position ?? events[0]?.metadata.globalPosition ?? end;
  const before = events.filter(({ metadata }) => metadata.globalPosition < poison);
  if (before.length === 0) return { documents: [], position: poison - 1, error };
  // Documents are asked for their ids before any is computed: the code may well break at an earlier event.
  return { error, ...(await projectUntilPoison(run, share, { events: before, end: poison - 1 })) };
};
