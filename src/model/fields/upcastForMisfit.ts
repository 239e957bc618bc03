import type { DefinitionOf, Upcast } from '../definitions.ts';
import { sameValue } from '../sameValue.ts';
import { emptyValue } from './defaultData.ts';
import { fieldAt } from './fieldAt.ts';
import type { StoredMisfit } from './storedMisfits.ts';

/**
 * The upcaster that lets stored events fit again: under a former name they bear the present one; a field that the same
 * events have under another name, and that nothing else misses, is called otherwise; else it holds its example or the
 * simplest value of its type. `null` where only the person can tell: also where the step to the next version has code,
 * which makes all of its data.
 */
export const upcastForMisfit = (
  definition: DefinitionOf<'event'>,
  misfit: StoredMisfit,
  all: readonly StoredMisfit[],
  isStepByCode = false,
): Omit<Upcast, 'to'> | null => {
  if (misfit.reason === 'renamed') return { formerNames: [misfit.path] };
  if (misfit.reason !== 'missing' || isStepByCode) return null;
  const path = plain(misfit.path);
  const [former, ...others] = all.filter((other) => other.reason === 'removed' && stoodFor(other, misfit));
  const isOnly = others.length === 0 && all.filter(({ reason }) => reason === 'missing').length === 1;
  const field = fieldAt(definition.fields, path.split('.'));
  if (former && isOnly) return { rename: { [plain(former.path)]: path.split('.').at(-1) ?? '' } };
  return field ? { defaults: { [path]: field.example ?? emptyValue(field.type) } } : null;
};

const plain = (path: string): string => path.replaceAll('[]', '');

const parentOf = (path: string): string => plain(path).split('.').slice(0, -1).join('.');

const stoodFor = (removed: StoredMisfit, missing: StoredMisfit): boolean =>
  parentOf(removed.path) === parentOf(missing.path) && sameValue(removed.positions, missing.positions);
