import type { PolicyDesk } from './policies.ts';
import type { Run, RunningPolicy } from './Run.ts';

/** Policies whose code runs; those that are off start at the end once they are on. */
export const readyPolicies = ({ program }: Run): RunningPolicy[] => {
  const { policies, modules } = program();
  return policies.filter(({ id, isOn }) => isOn && modules.get(id)?.kind === 'ready');
};

/** Policies that can go on: those that broke at an event wait for better code. */
export const movingPolicies = ({ run, stopped }: Pick<PolicyDesk, 'run' | 'stopped'>): RunningPolicy[] => {
  const { modules } = run.program();
  return readyPolicies(run).filter(({ id }) => {
    const module = modules.get(id);
    return module?.kind === 'ready' && stopped.get(id)?.hash !== module.hash;
  });
};
