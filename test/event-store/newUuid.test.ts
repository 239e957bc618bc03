import { expect, it } from 'vitest';
import { newUuid } from '#event-store';

it('makes ids that are all different, in the form of RFC 9562', () => {
  const ids = Array.from({ length: 2_000 }, newUuid);

  const malformed = ids.filter(
    (id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
  );
  expect({ malformed, different: new Set(ids).size }).toEqual({ malformed: [], different: 2_000 });
});

it('begins an id with the milliseconds of its making, so that later ids sort later', () => {
  const before = Date.now();
  const id = newUuid();
  const after = Date.now();

  const made = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  expect(made >= before && made <= after).toBe(true);
});
