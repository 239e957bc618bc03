import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '#event-store';
import { changeLife, type LifeCycle, lifeCycleOf } from '../../src/runtime/lifeCycle.ts';

const paused = (lifeCycle: LifeCycle): LifeCycle => ({ ...lifeCycle, pace: { kind: 'paused' } });
const armed = (lifeCycle: LifeCycle): LifeCycle => ({ ...lifeCycle, crash: 'armed' });
const asked =
  (id: string) =>
  (lifeCycle: LifeCycle): LifeCycle => ({ ...lifeCycle, asked: [...(lifeCycle.asked ?? []), { id, kind: 'step' }] });

describe('changeLife', () => {
  it('keeps all that several want of one life at once', async () => {
    const store = await openMemoryStore('run');
    const wishes = ['1', '2', '3', '4', '5'];

    await Promise.all([paused, armed, ...wishes.map(asked)].map((change) => changeLife(store, 'policy', change)));

    const life = await lifeCycleOf(store, 'policy');
    expect([life.pace.kind, life.crash]).toEqual(['paused', 'armed']);
    expect(life.asked?.map(({ id }) => id).toSorted()).toEqual(wishes);
  });

  it('stores what belongs to a change with it, or nothing where the change is refused', async () => {
    const store = await openMemoryStore('run');
    const beside = () => ({ checkpoints: [{ consumer: 'partition', position: 7 }] });
    const refused = (): LifeCycle => {
      throw new Error('Not now.');
    };

    await expect(changeLife(store, 'policy', refused, beside)).rejects.toThrow('Not now.');
    expect(await store.checkpoint('partition')).toBe(0);
    await changeLife(store, 'policy', paused, beside);
    expect(await store.checkpoint('partition')).toBe(7);
  });
});
