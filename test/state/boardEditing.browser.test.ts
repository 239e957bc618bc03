import { afterEach, describe, expect, it } from 'vitest';
import { appStore, type LastOutcome, workspace } from '#state';

const initial = appStore.getState();
const said = () => appStore.getState().messages.map(({ text }) => text);
const appended: LastOutcome = {
  commandType: 'OpenCart',
  deciderName: 'Cart',
  outcome: {
    kind: 'appended',
    events: [],
    version: 1,
    notes: { logs: [], diagnostics: [] },
    record: {
      commandId: 'command-1',
      type: 'OpenCart',
      data: {},
      metadata: {},
      origin: { kind: 'person' },
      stream: 'Cart-1',
      decidedOnVersion: 0,
      codeVersion: 'code-1',
      afterPosition: 0,
      sequence: 1,
      receivedAt: '2026-03-02T09:00:00.000Z',
      correlationId: 'command-1',
      outcome: { kind: 'appended', eventIds: [] },
    },
  },
};
const facts =
  'Undo changes the wall and the code. Events are facts and stay: step back with ←, send a command that puts it ' +
  'right, or start a new run.';

describe('undo', () => {
  afterEach(() => appStore.setState(initial, true));

  it('says what it leaves alone when it comes right after a command, once', () => {
    appStore.setState({ lastOutcome: appended });

    workspace.undo();
    expect(said()).toEqual([facts]);

    appStore.setState({ messages: [] });
    workspace.undo();
    expect(said()).toEqual([]);
  });

  it('says nothing after an edit that was made since', () => {
    appStore.setState({ lastOutcome: { ...appended } });
    workspace.edit('Move a note', []);

    workspace.undo();

    expect(said()).toEqual([]);
  });
});
