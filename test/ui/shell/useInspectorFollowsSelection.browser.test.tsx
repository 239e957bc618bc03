import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appStore, workspace } from '#state';
import { useInspectorFollowsSelection } from '../../../src/ui/shell/useInspectorFollowsSelection.ts';
import { render } from '../support/render.tsx';

const initial = appStore.getState();
const select = (...noteIds: string[]) => workspace.select({ noteIds, connectionIds: [] });
const isOpen = () => appStore.getState().isInspectorOpen;

const Follower = () => {
  useInspectorFollowsSelection();
  return null;
};

describe('the inspector', () => {
  beforeEach(() => {
    localStorage.clear();
    render(<Follower />);
  });
  afterEach(() => appStore.setState(initial, true));

  it('opens when one note is selected', () => {
    select('note-1', 'note-2');
    expect(isOpen()).toBe(false);

    select('note-1');
    expect(isOpen()).toBe(true);
  });

  it('opens beside a form, but for the command that the form sends', () => {
    const { board } = initial;
    const note = (definitionId: string) => ({ id: `${definitionId}-note`, definitionId, x: 0, y: 0 });
    const notes = { 'command-note': note('command'), 'decider-note': note('decider') };
    appStore.setState({ board: { ...board, notes }, form: { commandId: 'command' } });

    select('command-note');
    expect(isOpen()).toBe(false);

    select('decider-note');
    expect(isOpen()).toBe(true);
  });

  it('stays closed once the person has closed it', () => {
    select('note-1');
    workspace.toggleInspector(false);

    select('note-2');

    expect(isOpen()).toBe(false);
  });

  it('opens again with a selection after another model was opened', () => {
    select('note-1');
    appStore.setState({ modelId: 'model-2', isInspectorOpen: false });

    select('note-2');

    expect(isOpen()).toBe(true);
  });
});
