import type { Program } from '#model';
import type { ModelModule } from '#sandbox';

type ReadModel = Program['readModels'][number];

/** A read model as the sandbox takes it. */
export const readModelModule = ({ id, name, code, deafTo }: ReadModel): ModelModule => ({
  id,
  name,
  kind: 'read-model',
  files: code,
  ...(deafTo ? { deafTo } : {}),
});

const policyModule = ({ id, name, process, publishes, code: files }: Program['policies'][number]): ModelModule => {
  if (process) return { id, name, kind: 'process', files, commands: process.commands };
  return { id, name, kind: publishes ? 'translation' : 'policy', files };
};

/** Everything of a program that is code, as the sandbox takes it. */
export const modulesOf = ({ deciders, readModels, policies }: Program): ModelModule[] => [
  ...deciders.map(({ id, name, code }) => ({ id, name, kind: 'decider' as const, files: code })),
  ...readModels.map(readModelModule),
  ...policies.map(policyModule),
];
