import { describe, expect, it, onTestFinished } from 'vitest';
import { appStore } from '#state';
import type { Action } from '../../../src/ui/actions/Action.ts';
import { actionForKeys, placeOf } from '../../../src/ui/actions/actionForKeys.ts';

const run = () => undefined;
const actions: Action[] = [
  { id: 'save', label: 'Save', keys: ['$mod+s'], scope: 'anywhere', group: 'file', run },
  { id: 'undo', label: 'Undo', keys: ['$mod+z'], group: 'edit', run },
  { id: 'step', label: 'Step', keys: ['ArrowLeft'], scope: 'timeline', group: 'time', run },
  {
    id: 'nudge',
    label: 'Nudge',
    keys: ['ArrowLeft'],
    scope: 'wall',
    group: 'wall',
    isEnabled: ({ selection }) => selection.noteIds.length > 0,
    run,
  },
];

/** The action for a press in the middle of a page, by the selector of what has the focus. */
const actionAt = (selector: string, key: string, modifiers: KeyboardEventInit = {}, state = appStore.getState()) => {
  const page = document.createElement('div');
  page.innerHTML = `
    <button id="header">Save</button>
    <div data-action-scope="wall"><button id="note">Note</button></div>
    <div data-action-scope="wall"><form data-action-scope="form"><button id="send">Send</button></form></div>
    <div data-action-scope="timeline"><button id="chip">Chip</button><input id="number" /></div>
    <div role="dialog" data-state="open"><button id="dialog">Close</button></div>`;
  document.body.append(page);
  onTestFinished(() => page.remove());
  const event = new KeyboardEvent('keydown', { key, ...modifiers });
  return actionForKeys(actions, event, placeOf(document.querySelector(selector)), state)?.id;
};

const ctrl = { ctrlKey: true };
const selected = { ...appStore.getState(), selection: { noteIds: ['note-1'], connectionIds: [] } };

describe('the action of a key', () => {
  it('is found while typing only where it counts anywhere', () => {
    expect([actionAt('#number', 's', ctrl), actionAt('#number', 'z', ctrl), actionAt('#number', 'ArrowLeft')]).toEqual([
      'save',
      undefined,
      undefined,
    ]);
  });

  it('belongs to the part of the screen that has the focus', () => {
    expect([actionAt('#chip', 'ArrowLeft', {}, selected), actionAt('#note', 'ArrowLeft', {}, selected)]).toEqual([
      'step',
      'nudge',
    ]);
  });

  it('prefers the wall when nothing has the focus, as long as it can be done there', () => {
    expect([actionAt('body', 'ArrowLeft', {}, selected), actionAt('body', 'ArrowLeft')]).toEqual(['nudge', 'step']);
  });

  it('steps in time from a button that has no use for arrows', () => {
    expect([actionAt('#header', 'ArrowLeft'), actionAt('#note', 'ArrowLeft')]).toEqual(['step', undefined]);
  });

  it('steps in time from the button of a form over the wall, and leaves the notes alone', () => {
    expect(actionAt('#send', 'ArrowLeft', {}, selected)).toBe('step');
  });

  it('leaves the keys of an open dialog to the dialog', () => {
    expect([actionAt('#dialog', 's', ctrl), actionAt('#dialog', 'ArrowLeft')]).toEqual([undefined, undefined]);
  });
});
