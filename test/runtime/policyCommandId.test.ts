import { describe, expect, it } from 'vitest';
import { policyCommandId } from '../../src/runtime/policyCommandId.ts';

describe('the id of a command that a policy sends', () => {
  it('is the same for the same event, so that a second delivery is recognised', () => {
    expect(policyCommandId('policy', 'command/1', 1)).toBe(policyCommandId('policy', 'command/1', 1));
  });

  it('differs by policy, by event and by number', () => {
    const ids = [
      policyCommandId('policy', 'command/1', 1),
      policyCommandId('other', 'command/1', 1),
      policyCommandId('policy', 'command/2', 1),
      policyCommandId('policy', 'command/1', 2),
      policyCommandId('policy', 'command/1,2', 1),
    ];

    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stays short along a chain, however often it goes round', () => {
    let id = 'start';
    for (let hop = 0; hop < 25; hop += 1) id = policyCommandId('policy', `${id}/1`, 1);

    expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});
