import type { CodeFile, Program } from '#model';
import type { RunningModule, RunningProgram, ServedVersion } from '#runtime';
import type { ModelModule } from '#sandbox';
import { readModelModule } from './modulesOf.ts';

/** A version of a read model that runs beside the one on the wall. */
export type OtherVersion = { module: ModelModule; of: string; isServing: boolean };

const isSameCode = (one: CodeFile[], other: CodeFile[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Of asynchronous read models alone: what an inline one holds is part of the append. */
export const otherVersionsOf = (
  { readModels }: Program,
  versions: ReadonlyMap<string, ServedVersion>,
): OtherVersion[] =>
  readModels.flatMap((readModel) => {
    const { id, lifecycle, code } = readModel;
    const version = lifecycle === 'async' ? versions.get(id) : undefined;
    if (!version) return [];
    const isServing = !isSameCode(version.served, code);
    const files = isServing ? version.served : version.previous;
    if (!files || isSameCode(files, code)) return [];
    return [{ module: readModelModule({ ...readModel, id: `${id}-other`, code: files }), of: id, isServing }];
  });

/**
 * Read models with their other versions, where those run. While the wall's code does not compile, what runs in its place
 * may be the other version itself.
 */
export const withOtherVersions = (
  readModels: RunningProgram['readModels'],
  others: OtherVersion[],
  modules: ReadonlyMap<string, RunningModule>,
): RunningProgram['readModels'] => {
  const hashOf = (id: string): string | undefined => {
    const module = modules.get(id);
    return module?.kind === 'ready' ? module.hash : undefined;
  };
  return readModels.map((readModel) => {
    const other = others.find(({ of }) => of === readModel.id);
    const hash = other && hashOf(other.module.id);
    if (!hash || hash === hashOf(readModel.id)) return readModel;
    return { ...readModel, other: { id: other.module.id, isServing: other.isServing } };
  });
};
