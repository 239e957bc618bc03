import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type EngineClient, startEngine } from '#engine';
import { emptyBoard, newDefinition, newNote, type StoredBoardEvent } from '#model';
import { appStore, workspace } from '#state';
import { onBoardChanged } from '../../src/state/boardEditing.ts';
import { attachEngine } from '../../src/state/engineAccess.ts';

const initial = appStore.getState();
beforeEach(() => appStore.setState(initial, true));

const openEngine = (): EngineClient => {
  const engine = startEngine();
  onTestFinished(() => engine.close());
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
