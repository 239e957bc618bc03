import { expect, it } from 'vitest';
import { blobOf } from '#files';

/** Each piece takes longer than the screen may wait. */
function* slowPieces(count: number) {
  for (let piece = 1; piece <= count; piece += 1) {
    const start = performance.now();
    while (performance.now() - start < 35);
    yield `${piece},`;
  }
}

it('writes pieces one behind the other, and tells how many there are', async () => {
  const told: number[] = [];
  const { signal } = new AbortController();

  const blob = await blobOf(slowPieces(3), 'text/plain', { signal, onPiece: (piece) => told.push(piece) });

  expect(await blob.text()).toBe('1,2,3,');
  expect(blob.type).toBe('text/plain');
  expect(told).toEqual([1, 2, 3]);
});

it('hands what is long over in parts, which come to the same', async () => {
  const { signal } = new AbortController();
  const pieces = Array.from({ length: 5 }, (_, index) => String(index).repeat(3_000_000));

  const blob = await blobOf(pieces, 'text/plain', { signal, onPiece: () => undefined });

  expect(await blob.text()).toBe(pieces.join(''));
});

it('ends where it is stopped', async () => {
  const leaving = new AbortController();

  const writing = blobOf(slowPieces(1_000), 'text/plain', { signal: leaving.signal, onPiece: () => leaving.abort() });

  await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
});
