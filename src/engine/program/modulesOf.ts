import type { Program } from '#model';
import type { ModelModule } from '#sandbox';

/** Everything of a program that is code, as the sandbox takes it. */
export const modulesOf = ({ deciders, readModels, policies }: Program): ModelModule[] => [
  ...deciders.map(({ id, name, code }) => ({ id, name, kind: 'decider' as const, files: code })),
  ...readModels.map(({ id, name, code }) => ({ id, name, kind: 'read-model' as const, files: code })),
  ...policies.map(({ id, name, process, code }) =>
    process
      ? { id, name, kind: 'process' as const, files: code, commands: process.commands }
      : { id, name, kind: 'policy' as const, files: code },
  ),
];
