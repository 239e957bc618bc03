import type { HandedEvent } from './handedEvents.ts';
import type { ProcessPolicy } from './processes.ts';
import type { Run } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';

/** So many answers are remembered: partitions that are at about the same place of the log ask for the same events. */
const mostRemembered = 2_000;

export type Workflows = ReturnType<typeof createWorkflows>;

/** Which workflow of a process manager an event goes to, as its code says: asked once for all of its partitions. */
export const createWorkflows = (run: Run) => {
  const known = new Map<string, string | null | undefined>();

  const ask = async ({ id, process }: ProcessPolicy, { event }: HandedEvent): Promise<string | null | undefined> => {
    const reply = await run.sandbox.address({ moduleId: id, event });
    if (reply.kind === 'addressed') return reply.workflowId === null ? null : `${process.category}-${reply.workflowId}`;
    if (isOfSandbox(reply.error)) throw new SandboxLost(reply.error.message);
    return undefined;
  };

  /** The stream of the workflow: null where it goes to none, undefined where the code breaks. */
  return async (process: ProcessPolicy, handed: HandedEvent): Promise<string | null | undefined> => {
    const module = run.program().modules.get(process.id);
    const key = `${process.id} ${module?.kind === 'ready' ? module.hash : ''} ${process.process.category} ${handed.messageId}`;
    if (known.has(key)) return known.get(key);
    const name = await ask(process, handed);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, name);
    return name;
  };
};
