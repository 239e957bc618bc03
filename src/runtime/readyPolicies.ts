import type { Run, RunningPolicy } from './Run.ts';

/** Policies whose code runs; those that are off start at the end once they are on. */
export const readyPolicies = ({ program }: Run): RunningPolicy[] => {
  const { policies, modules } = program();
  return policies.filter(({ id, isOn }) => isOn && modules.get(id)?.kind === 'ready');
};
