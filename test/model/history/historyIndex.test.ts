import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countUpTo,
  densityOf,
  growingIndex,
  includesPosition,
  indexOf,
  positionAfter,
  positionBefore,
  positionsOf,
} from '#model';
import { history } from './support.ts';

describe('the index of a history', () => {
  it('knows the positions of each type and each stream, in the order of their first event', () => {
    const index = indexOf(history);

    expect(index.types.names).toEqual(['CartOpened', 'ItemAdded', 'CartConfirmed']);
    expect(positionsOf(index.types, 'CartOpened')).toEqual([1, 3]);
    expect(positionsOf(index.streams, 'Cart-1')).toEqual([1, 2, 5]);
    expect(positionsOf(index.streams, 'Cart-9')).toEqual([]);
  });

  it('is the same whether it grew bit by bit or was made at once', () => {
    const { index, extend } = growingIndex();
    for (let length = 0; length < history.length; length += 1) extend(history.slice(length, length + 1));

    expect(index).toEqual(indexOf(history));
  });

  it('finds the next and the one before among ascending positions, as a walk would', () => {
    const ascending = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(ascending, fc.integer({ min: 0, max: 61 }), (positions, at) => {
        expect(positionAfter(positions, at)).toBe(positions.find((position) => position > at));
        expect(positionBefore(positions, at)).toBe(positions.findLast((position) => position < at));
        expect(countUpTo(positions, at)).toBe(positions.filter((position) => position <= at).length);
        expect(includesPosition(positions, at)).toBe(positions.includes(at));
      }),
    );
  });

  it('counts every event once in the columns of its density', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 80 }),
        fc.integer({ min: 1, max: 30 }),
        (types, columns) => {
          const index = indexOf(
            types.map((type) => ({ type, metadata: { streamName: 's', recordedAt: '2026-01-01T00:00:00.000Z' } })),
          );
          const counts = densityOf(index, types.length, columns);
          const sumOf = (type: number) =>
            Array.from(
              { length: columns },
              (_, column) => counts[column * index.types.names.length + type] ?? 0,
            ).reduce((sum, count) => sum + count, 0);

          for (const [number, name] of index.types.names.entries())
            expect(sumOf(number)).toBe(types.filter((type) => type === name).length);
        },
      ),
    );
  });
});
