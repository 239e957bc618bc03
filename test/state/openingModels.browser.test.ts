import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type EngineClient, startEngine } from '#engine';
import { emptyBoard, newDefinition, newNote, type StoredBoardEvent } from '#model';
import { appStore, type EditResult, workspace } from '#state';
import { shoppingCart } from '../../src/samples/shopping-cart/sample.ts';
import { onBoardChanged } from '../../src/state/boardEditing.ts';
import { attachEngine } from '../../src/state/engineAccess.ts';
import { programInForce, syncProgram } from '../../src/state/programSync.ts';

const initial = appStore.getState();
beforeEach(() => appStore.setState(initial, true));

/** It is closed once nothing is on its way to it any more: the next test would hear of that. */
const openEngine = (): EngineClient => {
  const engine = startEngine();
  onTestFinished(async () => {
    await programInForce();
    engine.close();
  });
  return engine;
};

const aModel = async (engine: EngineClient, name: string): Promise<string> => {
  const definition = newDefinition('event', 'def', 'CartOpened');
  const board = {
    ...emptyBoard(crypto.randomUUID(), name),
    definitions: { def: definition },
    notes: { note: newNote('note', 'def', { x: 0, y: 0 }) },
  };
  return (await engine.createModel({ board })).modelId;
};

const renamed: StoredBoardEvent = {
  type: 'DefinitionRenamed',
  data: { definitionId: 'def', from: 'CartOpened', to: 'CartStarted' },
  metadata: { gesture: { id: 'elsewhere', label: 'Rename', tab: 'elsewhere' } },
};

/** The engine of this tab; what it answers to an opening comes only once `meanwhile` has happened. */
const attach = (engine: EngineClient, meanwhile: (modelId: string) => Promise<void>): void => {
  attachEngine({
    ...engine,
    openModel: async (modelId, tabs) => {
      const opened = await engine.openModel(modelId, tabs);
      await meanwhile(modelId);
      return opened;
    },
  });
  engine.onNotice((notice) => notice.kind === 'board-changed' && onBoardChanged(notice.modelId));
};

const nameOfNote = () => appStore.getState().board.definitions.def?.name;
const rename = (name: string) => workspace.edit('Rename', [{ type: 'RenameDefinition', definitionId: 'def', name }]);

describe('opening a model', () => {
  it('misses no edit that another tab makes meanwhile', async () => {
    const engine = openEngine();
    const modelId = await aModel(engine, 'Carts');
    const elsewhere = openEngine();
    const { boardVersion } = await elsewhere.openModel(modelId);
    attach(engine, async () => {
      const heard = new Promise<void>((resolve) => {
        engine.onNotice((notice) => notice.kind === 'board-changed' && resolve());
      });
      const [name, notes] = ['Carts', 1];
      await elsewhere.appendToBoard({ modelId, events: [renamed], expectedVersion: boardVersion, name, notes });
      await heard;
    });

    await workspace.openModel(modelId);

    await expect.poll(nameOfNote).toBe('CartStarted');
  });

  it('leaves what is drawn meanwhile to the wall on which it was drawn', async () => {
    const engine = openEngine();
    const [first, second] = [await aModel(engine, 'Carts'), await aModel(engine, 'Tills')];
    attach(engine, async (modelId) => {
      if (modelId === second) rename('CartStarted');
    });

    await workspace.openModel(first);
    await workspace.openModel(second);
    expect(nameOfNote()).toBe('CartOpened');
    expect(appStore.getState().saving).toEqual({ kind: 'saved' });

    await workspace.openModel(first);
    expect(nameOfNote()).toBe('CartStarted');
    await workspace.openModel(second);
    expect(nameOfNote()).toBe('CartOpened');
  });

  it('never runs the code of the wall before on the one that is being opened', async () => {
    const engine = openEngine();
    const first = await engine.createModel(shoppingCart);
    const second = await aModel(engine, 'Tills');
    let sent: Promise<unknown> | undefined;
    attach(engine, async (modelId) => {
      if (modelId !== second) return;
      const { definitions } = appStore.getState().board;
      const deciders = Object.values(definitions).filter(({ kind }) => kind === 'decider');
      for (const { id } of deciders)
        workspace.edit('Rename', [{ type: 'RenameDefinition', definitionId: id, name: 'Basket' }]);
      syncProgram();
      await programInForce();
      sent = engine.submitCommand({ type: 'AddProductItem', data: { cartId: '1' } });
      await sent.catch(() => undefined);
    });
    await workspace.openModel(first.modelId);

    await workspace.openModel(second);

    await expect(sent).rejects.toThrow('There is no command named AddProductItem on the wall.');
    expect(appStore.getState().messages).toEqual([]);
  });

  it('shows the last of several that are opened at once, and what is drawn meanwhile stays with its wall', async () => {
    const engine = openEngine();
    const before = await aModel(engine, 'Carts');
    const [first, second] = [await aModel(engine, 'Tills'), await aModel(engine, 'Shops')];
    attach(engine, async (modelId) => {
      if (modelId === second) rename('CartStarted');
    });
    await workspace.openModel(before);

    await Promise.all([workspace.openModel(first), workspace.openModel(second)]);
    expect(appStore.getState().modelId).toBe(second);
    await workspace.openModel(first);
    expect(nameOfNote()).toBe('CartOpened');
    await workspace.openModel(before);

    expect(nameOfNote()).toBe('CartStarted');
    await workspace.saved();
    expect(appStore.getState().messages).toEqual([]);
  });

  it('shows the one before where the last of several cannot be opened', async () => {
    const engine = openEngine();
    const [before, first] = [await aModel(engine, 'Carts'), await aModel(engine, 'Tills')];
    attachEngine(engine);
    await workspace.openModel(before);

    await Promise.all([workspace.openModel(first), workspace.openModel('nobody')]);

    expect(appStore.getState().modelId).toBe(first);
    rename('CartStarted');
    await workspace.saved();
    expect(nameOfNote()).toBe('CartStarted');
  });

  it('takes no failure of the wall that was left for one of the wall that is shown', async () => {
    const engine = openEngine();
    const [first, second] = [await aModel(engine, 'Carts'), await aModel(engine, 'Tills')];
    let fail = (): void => undefined;
    attachEngine({
      ...engine,
      appendToBoard: (request) =>
        request.modelId === first
          ? new Promise((_, reject) => {
              fail = () => reject(new Error('Another model is open by now.'));
            })
          : engine.appendToBoard(request),
    });
    await workspace.openModel(first);
    const opening = workspace.openModel(second);
    rename('CartStarted');
    await opening;

    fail();
    rename('TillOpened');
    await workspace.saved();

    expect(appStore.getState().saving).toEqual({ kind: 'saved' });
    attachEngine(engine);
    await workspace.openModel(first);
    expect(nameOfNote()).toBe('CartStarted');
  });

  it('refuses what is drawn meanwhile where the browser cannot keep it', async () => {
    const engine = openEngine();
    const [first, second] = [await aModel(engine, 'Carts'), await aModel(engine, 'Tills')];
    const { setItem } = Storage.prototype;
    onTestFinished(() => {
      Storage.prototype.setItem = setItem;
    });
    let result: EditResult | undefined;
    attach(engine, async (modelId) => {
      if (modelId === second) result = rename('CartStarted');
    });
    await workspace.openModel(first);
    Storage.prototype.setItem = function (...given) {
      if (this === localStorage) throw new DOMException('Full', 'QuotaExceededError');
      setItem.apply(this, given);
    };

    await workspace.openModel(second);

    expect(result).toBe('refused');
    expect(appStore.getState().messages).toMatchObject([{ text: expect.stringContaining('is being opened') }]);
  });

  it('makes the edits that were kept, whatever else lies there that cannot be read', async () => {
    const engine = openEngine();
    const modelId = await aModel(engine, 'Carts');
    attachEngine(engine);
    const keyOf = (tab: string) => `replayground/unstored/${modelId}/${tab}`;
    const broken = { 'cut off': '[{"gesture"', 'no list': '{}', 'no edits': '[{}]' };
    for (const [tab, text] of Object.entries(broken)) localStorage.setItem(keyOf(tab), text);
    const gesture = { id: 'kept', label: 'Rename', tab: 'left' };
    const intents = [{ type: 'RenameDefinition', definitionId: 'def', name: 'CartStarted' }];
    localStorage.setItem(keyOf('left'), JSON.stringify([{ gesture, intents }]));

    await workspace.openModel(modelId);

    expect(nameOfNote()).toBe('CartStarted');
  });

  it('knows what this tab may take back, without the history of the wall', async () => {
    const engine = openEngine();
    const modelId = await aModel(engine, 'Carts');
    attachEngine(engine);
    await workspace.openModel(modelId);
    rename('CartStarted');

    await workspace.openModel(await aModel(engine, 'Tills'));
    expect(appStore.getState().undoLabel).toBeNull();
    await workspace.openModel(modelId);
    workspace.undo();

    expect(nameOfNote()).toBe('CartOpened');
  });
});
