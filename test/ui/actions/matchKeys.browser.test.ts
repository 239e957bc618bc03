import { describe, expect, it } from 'vitest';
import { matchKeys } from '../../../src/ui/actions/matchKeys.ts';

const press = (key: string, code: string, modifiers: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, code, ...modifiers });

describe('which keys a press stands for', () => {
  it('goes by the printed letter on Latin keyboards', () => {
    const onGermanKeyboard = press('z', 'KeyY', { ctrlKey: true });
    expect([matchKeys(onGermanKeyboard, '$mod+z'), matchKeys(onGermanKeyboard, '$mod+y')]).toEqual([true, false]);
  });

  it('goes by the place of the key where no Latin letter is printed', () => {
    expect(matchKeys(press('я', 'KeyZ', { ctrlKey: true }), '$mod+z')).toBe(true);
  });

  it('takes a sign however it is typed', () => {
    const withShift = press('?', 'Slash', { shiftKey: true });
    const without = press('?', 'KeyM');
    expect([matchKeys(withShift, '?'), matchKeys(without, '?')]).toEqual([true, true]);
  });

  it('finds digits that are on the shifted level', () => {
    const onFrenchKeyboard = press('&', 'Digit1');
    expect(matchKeys(onFrenchKeyboard, '1')).toBe(true);
    expect(matchKeys(press('!', 'Digit1', { shiftKey: true }), 'Shift+1')).toBe(true);
  });

  it('wants exactly the modifiers that are named', () => {
    expect(matchKeys(press('z', 'KeyZ', { ctrlKey: true, shiftKey: true }), '$mod+z')).toBe(false);
    expect(matchKeys(press('n', 'KeyN', { ctrlKey: true }), 'n')).toBe(false);
  });
});
