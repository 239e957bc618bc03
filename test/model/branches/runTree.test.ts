import { describe, expect, it } from 'vitest';
import { clockTime, familyOf, runTree, withPin } from '#model';

const run = (runId: string, parentId?: string) => ({
  runId,
  createdAt: '',
  ...(parentId ? { parent: { runId: parentId, position: 3 } } : {}),
});

const runs = [run('main'), run('other'), run('a', 'main'), run('b', 'gone'), run('c', 'a'), run('d', 'main')];
const shown = (rows: { run: { runId: string }; depth: number }[]) => rows.map((row) => `${row.depth} ${row.run.runId}`);

describe('the tree of runs', () => {
  it('has branches below what they came from, and orphans by themselves', () => {
    expect(shown(runTree(runs))).toEqual(['0 main', '1 a', '2 c', '1 d', '0 other', '0 b']);
  });

  it('has families: all that hangs together with a run', () => {
    expect(shown(familyOf(runs, 'c'))).toEqual(['0 main', '1 a', '2 c', '1 d']);
    expect(shown(familyOf(runs, 'other'))).toEqual(['0 other']);
    expect(shown(familyOf(runs, 'b'))).toEqual(['0 b']);
    expect(familyOf(runs, 'nobody')).toEqual([]);
  });
});

describe('pins', () => {
  it('are set one after the other, moved, and let go where they are', () => {
    expect(withPin({}, 3)).toEqual({ a: 3 });
    expect(withPin({ a: 3 }, 5)).toEqual({ a: 3, b: 5 });
    expect(withPin({ a: 3, b: 5 }, 7)).toEqual({ a: 3, b: 7 });
    expect(withPin({ a: 3, b: 5 }, 3)).toEqual({ b: 5 });
    expect(withPin({ b: 5 }, 1)).toEqual({ a: 1, b: 5 });
    expect(withPin({ a: 0 }, 0)).toEqual({});
  });
});

describe('the time of a clock', () => {
  const present = '2026-03-02T09:00:00.000Z';

  it('is written out, or by how much it goes forward', () => {
    expect(clockTime('2026-12-24', present)).toBe('2026-12-24T00:00:00.000Z');
    expect(clockTime('+3d', present)).toBe('2026-03-05T09:00:00.000Z');
    expect(clockTime(' + 90 m ', present)).toBe('2026-03-02T10:30:00.000Z');
  });

  it('is refused where it is none, or lies in the past', () => {
    for (const text of ['soon', '+3', '2026-03-01', '+99999999999d', ''])
      expect(clockTime(text, present)).toBeUndefined();
  });
});
