import { describe, expect, it } from 'vitest';
import { appStore } from '#state';
import { labelOf } from '../../../src/ui/actions/Action.ts';
import { actions } from '../../../src/ui/actions/registry.ts';

const repeated = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe('the registry of actions', () => {
  it('names each action once', () => {
    expect(repeated(actions.map(({ id }) => id))).toEqual([]);
  });

  it('gives every action a label', () => {
    expect(actions.filter((action) => labelOf(action, appStore.getState()).trim() === '')).toEqual([]);
  });

  it('gives keys that always count to one action only', () => {
    const always = actions.filter(({ scope = 'app' }) => scope === 'app' || scope === 'anywhere');
    expect(repeated(always.flatMap(({ keys = [] }) => [...keys]))).toEqual([]);
  });
});
