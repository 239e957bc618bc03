import { describe, expect, it } from 'vitest';
import {
  decideBoard,
  emptyBoard,
  evolveBoard,
  inverse,
  kindsIn,
  lenses,
  lensOf,
  mayFollow,
  nextKinds,
  noteKinds,
  whyNot,
} from '#model';
import { add, cartWall, connect, edited } from './support/wall.ts';

const empty = emptyBoard('m', 'Model');
const twoEvents = edited(empty, ...add('event', 'CartOpened'), ...add('event', 'CartConfirmed'));

describe('a lens', () => {
  it('is design until another is chosen, and choosing design again leaves nothing behind', () => {
    const process = edited(empty, { type: 'SetLens', lens: 'process' });

    expect([lensOf(empty), lensOf(process)]).toEqual(['design', 'process']);
    expect(edited(process, { type: 'SetLens', lens: 'design' })).toEqual(empty);
    expect(decideBoard({ type: 'SetLens', lens: 'design' }, empty)).toEqual([]);
  });

  it('is taken back unless it was changed again since', () => {
    const [changed] = decideBoard({ type: 'SetLens', lens: 'process' }, empty);
    if (!changed) throw new Error('Nothing changed.');
    const process = evolveBoard(empty, changed);
    const other = edited(process, { type: 'SetLens', lens: 'big-picture' });

    expect(inverse(changed, process).events.reduce(evolveBoard, process)).toEqual(empty);
    expect(inverse(changed, other)).toMatchObject({ events: [], skipped: expect.stringContaining('The lens') });
  });

  it('comes along with a whole board', () => {
    const filled = edited(twoEvents, { type: 'SetLens', lens: 'process' }, { type: 'SetStrictness', isStrict: true });

    expect(edited(empty, { type: 'FillBoard', board: filled })).toEqual(filled);
  });

  it('offers every kind, its own first', () => {
    for (const lens of lenses) {
      const { first, further } = kindsIn(lens);
      expect([...first, ...further].toSorted()).toEqual([...noteKinds].toSorted());
    }
    expect(kindsIn('big-picture').first).toEqual(['event', 'hotspot', 'actor', 'system', 'frame']);
    expect(kindsIn('process').further).toEqual(['decider', 'screen']);
    expect(kindsIn('design').further).toEqual([]);
  });

  it('offers next only what may follow in it', () => {
    for (const lens of lenses)
      for (const kind of noteKinds)
        expect(nextKinds(kind, lens).filter((next) => !mayFollow(kind, next, lens))).toEqual([]);
    expect(nextKinds('command', 'process')[0]).toBe('event');
    expect(nextKinds('event', 'event-modeling')).toEqual(['read-model', 'hotspot']);
  });

  it('lets events follow each other in the big picture alone', () => {
    expect(lenses.filter((lens) => mayFollow('event', 'event', lens))).toEqual(['big-picture']);
  });

  it('says what an arrow may lead to instead', () => {
    expect(whyNot('event', 'command', 'design')).toBe(
      'No arrow leads from a domain event to a command: a domain event leads to a read model or a policy.',
    );
    expect(whyNot('event', 'policy', 'event-modeling')).toBe(
      'No arrow leads from a domain event to a policy: a domain event leads to a read model.',
    );
    expect(whyNot('frame', 'event', 'design')).toContain('A frame is an area');
  });
});

describe('strict mode', () => {
  it('lets a process manager record events of its own, and no policy that keeps no state', () => {
    const wall = edited(cartWall(), ...add('event', 'ClientGreeted'), { type: 'SetStrictness', isStrict: true });
    const greeting = 'Whenever CartOpened, then GreetClient';
    const code = [{ path: 'Greeting.ts', text: 'export const getWorkflowId = () => null;' }];
    const withState = edited(wall, { type: 'ChangeCode', definitionId: greeting, code });

    expect(() => decideBoard(connect(greeting, 'ClientGreeted'), wall)).toThrow('No arrow leads from a policy');
    expect(decideBoard(connect(greeting, 'ClientGreeted'), withState)).toHaveLength(1);
  });

  const strict = edited(twoEvents, { type: 'SetStrictness', isStrict: true });

  it('is off: any two notes may be connected', () => {
    expect(decideBoard(connect('CartOpened', 'CartConfirmed'), twoEvents)).toHaveLength(1);
  });

  it('refuses an arrow that the notation does not know, with the reason', () => {
    expect(() => decideBoard(connect('CartOpened', 'CartConfirmed'), strict)).toThrow(
      'No arrow leads from a domain event to a domain event',
    );
  });

  it('takes the arrows of the lens', () => {
    const bigPicture = edited(strict, { type: 'SetLens', lens: 'big-picture' });

    expect(decideBoard(connect('CartOpened', 'CartConfirmed'), bigPicture)).toHaveLength(1);
  });
});

describe('muted advice', () => {
  const mute = (isMuted: boolean) => ({ type: 'MuteAdvice', definitionId: 'CartOpened', rule: 'G2', isMuted }) as const;

  it('stands with its note, and is gone when it is heard again', () => {
    const muted = edited(twoEvents, mute(true));

    expect(muted.definitions.CartOpened).toMatchObject({ mutedAdvice: ['G2'] });
    expect(decideBoard(mute(true), muted)).toEqual([]);
    expect(edited(muted, mute(false))).toEqual(twoEvents);
  });

  it('is taken back by undo', () => {
    const [event] = decideBoard(mute(true), twoEvents);
    if (!event) throw new Error('Nothing changed.');
    const muted = evolveBoard(twoEvents, event);

    expect(inverse(event, muted).events.reduce(evolveBoard, muted)).toEqual(twoEvents);
  });
});
