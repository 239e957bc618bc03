import { describe, expect, it } from 'vitest';
import { emptyBoard, newDefinition, newNote } from '#model';
import { documentsAt, openSecondTab, openTab, openTillTab } from './support/openTab.ts';
import { openTill, takeAmount, tillCode, tillModel, tillProgram } from './support/till.ts';

/** Leaves a store as a version of the app would that is newer than any. */
const storeByNewerVersion = async (name: string): Promise<void> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1_000);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
};

describe('models', () => {
  it('are listed from when they are made until they are deleted, and can be brought back', async () => {
    const tab = await openTab();
    const made = await tab.createModel({ ...tillModel(), sample: 'till' });
    const find = async () => (await tab.listModels()).find(({ modelId }) => modelId === made.modelId);

    await tab.deleteModel(made.modelId);
    const deleted = await find();
    await expect(tab.openModel(made.modelId)).rejects.toThrow('This model is not there any more: it was deleted.');
    await tab.restoreModel(made.modelId);

    expect(made).toMatchObject({ name: 'Till', notes: 0, sample: 'till' });
    expect(deleted?.deletedAt).toEqual(expect.any(String));
    expect(await find()).toEqual(made);
  });

  it('stay open where another one cannot be opened', async () => {
    const { tab, modelId } = await openTillTab();

    const other = await tab.createModel(tillModel());
    await storeByNewerVersion(`replayground/${other.modelId}/board`);

    await expect(tab.openModel(other.modelId)).rejects.toThrow();

    expect(await tab.submitCommand(openTill('1'))).toMatchObject({ kind: 'appended' });
    expect((await tab.openModel(modelId)).history.events).toHaveLength(1);
  });

  it('are left by what looks at them and gives way, without a word', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    const other = await tab.createModel(tillModel());
    const opening = tab.openModel(other.modelId);
    let isOpen = false;
    void opening.then(() => {
      isOpen = true;
    });

    const looks: Promise<string>[] = [];
    while (!isOpen) {
      const look = tab.moment({ position: 1, streams: ['Till-1'], givesWay: true });
      looks.push(
        look.then(
          () => 'seen',
          ({ name }: Error) => name,
        ),
      );
      await new Promise((resolve) => setTimeout(resolve));
    }

    expect(['seen', 'AbortError']).toEqual(expect.arrayContaining([...new Set(await Promise.all(looks))]));
  });

  it('are opened one after the other, and all but the last of them are left', async () => {
    const tab = await openTab();
    const made = await Promise.all([tab.createModel(tillModel()), tab.createModel(tillModel())]);
    const [first, last] = made.map(({ modelId }) => modelId) as [string, string];
    const elsewhere = await openTab();
    const editElsewhere = async (modelId: string) => {
      const { boardVersion } = await elsewhere.openModel(modelId);
      const gesture = { id: crypto.randomUUID(), label: 'Rename', tab: 'elsewhere' };
      await elsewhere.appendToBoard({
        modelId,
        events: [{ type: 'ModelNamed', data: { from: 'Till', to: 'Shop' }, metadata: { gesture } }],
        expectedVersion: boardVersion,
        name: 'Shop',
        notes: 0,
      });
    };

    const answers = await Promise.all([first, last].map((modelId) => tab.openModel(modelId)));

    expect(answers.map(({ modelId }) => modelId)).toEqual([first, last]);
    await editElsewhere(first);
    await editElsewhere(last);
    const heard = () => tab.notices.filter(({ kind }) => kind === 'board-changed');
    await expect.poll(heard).toEqual([{ kind: 'board-changed', modelId: last }]);
  });

  it('come back whole after a reload: board, history, documents', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    const before = await tab.openModel(modelId);
    const documents = await documentsAt(tab, 2);
    tab.close();

    const reloaded = await openSecondTab(modelId);

    expect(await reloaded.openModel(modelId)).toEqual(before);
    expect((await documentsAt(reloaded, 2))['open-tills']).toEqual(documents['open-tills']);
  });

  it('are renamed and seen in small without being opened', async () => {
    const tab = await openTab();
    const definition = newDefinition('event', 'def', 'TillOpened');
    const board = {
      ...tillModel().board,
      definitions: { def: definition },
      notes: { note: newNote('note', 'def', { x: 8, y: 16 }) },
    };
    const { modelId } = await tab.createModel({ board });

    await tab.renameModel({ modelId, name: ' Corner shop ', tab: 'tab-1' });

    const { board: renamed, edits } = await tab.openModel(modelId, ['tab-1']);
    expect(renamed.name).toBe('Corner shop');
    expect(edits).toMatchObject([
      { type: 'ModelNamed', data: { to: 'Corner shop' }, metadata: { gesture: { tab: 'tab-1' } } },
    ]);
    expect((await tab.openModel(modelId, ['tab-2'])).edits).toEqual([]);
    const listed = (await tab.listModels()).find((model) => model.modelId === modelId);
    expect(listed?.name).toBe('Corner shop');
    expect(await tab.sketchModel(modelId)).toEqual({
      notes: [{ kind: 'event', x: 8, y: 16, width: 128, height: 128 }],
      arrows: [],
    });
  });

  it('keep what their file held of a later version, also in a copy', async () => {
    const tab = await openTab();
    const { modelId } = await tab.createModel({ ...tillModel(), additional: { palette: ['teal'] } });

    const { modelId: copyId } = await tab.duplicateModel(modelId);

    expect((await tab.openModel(modelId)).additional).toEqual({ palette: ['teal'] });
    expect((await tab.openModel(copyId)).additional).toEqual({ palette: ['teal'] });
  });

  it('are never overwritten by another one with the same id', async () => {
    const tab = await openTab();
    const model = tillModel();

    const first = await tab.createModel(model);
    const second = await tab.createModel(model);

    expect(second.modelId).not.toBe(first.modelId);
  });

  it('arrive with a recorded history as it was, and nothing fires because of it', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.submitCommand(takeAmount('2', 500));
    const { history } = await tab.openModel(modelId);

    const copy = await tab.createModel({ board: emptyBoard(crypto.randomUUID(), 'From a file'), history });
    const opened = await tab.openModel(copy.modelId);
    await tab.useProgram(
      tillProgram({
        policies: [
          {
            id: 'close-at-once',
            hears: ['AmountTaken'],
            code: `export const react = (event) => ({ type: 'CloseTill', data: { tillId: event.data.tillId } });`,
          },
        ],
      }),
    );
    await tab.settled();

    expect(opened.history).toMatchObject(history);
    expect((await tab.openModel(copy.modelId)).history).toMatchObject(history);
    expect((await documentsAt(tab, 2))['open-tills']).toMatchObject([{ document: { taken: 500 } }]);
  });

  it('that are made what another file says keep what is of that one, and answer what they kept, to be taken back', async () => {
    const tab = await openTab();
    const { modelId } = await tab.createModel({
      ...tillModel(),
      additional: { stickers: 'round' },
      fileName: 'old.json',
    });
    const opened = await tab.openModel(modelId);
    const runId = opened.runs[0]?.runId ?? '';
    const file = { how: 'opened', at: '2026-03-02T09:00:00.000Z', fileName: 'new.json' } as const;
    const lastFile = { ...file, version: opened.boardVersion, runId, events: 0 };

    const before = await tab.keepOfFile({ modelId, kept: { lastFile } });
    expect(await tab.changesSinceFile(modelId)).toEqual({ ...file, differences: [], events: 0 });
    expect((await tab.openModel(modelId)).additional).toBeUndefined();
    await tab.keepOfFile({ modelId, kept: before });

    expect(await tab.changesSinceFile(modelId)).toMatchObject({ fileName: 'old.json' });
    expect((await tab.openModel(modelId)).additional).toEqual({ stickers: 'round' });
  });

  it('can be duplicated with what has happened in them', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    const { history } = await tab.openModel(modelId);

    const copy = await tab.duplicateModel(modelId);

    expect(copy.name).toBe('Till (copy)');
    expect((await tab.openModel(copy.modelId)).history).toMatchObject(history);
  });

  it('keep their earlier runs, also one that was deleted, for a while', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('1'));

    const { run, runs, history } = await tab.newRun('empty');
    const earlier = runs.find(({ runId }) => runId !== run.runId);
    const back = await tab.openRun(earlier?.runId ?? '');
    await tab.deleteRun(run.runId);

    expect(history).toMatchObject({ events: [], commands: [], isWhole: true });
    expect(back.history.events).toMatchObject([{ type: 'TillOpened' }]);
    await expect(tab.deleteRun(back.run.runId)).rejects.toThrow('This run is open: open another one, then delete it.');
    await expect(tab.openRun(run.runId)).rejects.toThrow('This run is not there any more: it was deleted.');
    expect((await tab.openModel(modelId)).history.events).toHaveLength(1);

    await tab.restoreRun(run.runId);
    expect((await tab.openRun(run.runId)).history.events).toEqual([]);
  });
});

describe('specifications', () => {
  it('run on the code in force and leave nothing behind', async () => {
    const { tab, modelId } = await openTillTab();
    const base = { id: 's', definitionId: 'till', name: '', subject: 'decider' as const };
    const given = [{ type: 'TillOpened', data: { tillId: '1' } }];

    const verdicts = await Promise.all([
      tab.specify({
        ...base,
        given,
        when: takeAmount('1', 5),
        then: { kind: 'events', events: [{ type: 'AmountTaken', data: { tillId: '1', amount: 5 } }] },
      }),
      tab.specify({ ...base, given: [], when: takeAmount('1', 5), then: { kind: 'refused', message: 'open till' } }),
      tab.specify({ ...base, given, when: takeAmount('1', 5), then: { kind: 'events', events: [] } }),
      tab.specify({
        ...base,
        given,
        when: { type: 'BreakTill', data: { tillId: '1' } },
        then: { kind: 'refused', message: '' },
      }),
      tab.specify({
        id: 'r',
        definitionId: 'open-tills',
        name: '',
        subject: 'read-model',
        given: [{ type: 'TillOpened', data: { tillId: '1', at: 'noon' } }],
        then: {
          kind: 'documents',
          documents: [{ documentId: '1', document: { taken: 0, amounts: [], since: 'noon' } }],
        },
      }),
    ]);

    expect(verdicts.map(({ kind }) => kind)).toEqual(['passed', 'passed', 'failed', 'broken', 'passed']);
    const lines = await Promise.all(
      [given, []].map((events) =>
        tab.lineOfDecision({
          ...base,
          given: events,
          when: takeAmount('1', 5),
          then: { kind: 'events', events: [] },
        }),
      ),
    );
    const lineOf = (words: string) => tillCode.split('\n').findIndex((line) => line.includes(words)) + 1;
    expect(lines.map((found) => found?.line)).toEqual([lineOf("type: 'AmountTaken'"), lineOf('open till')]);
    expect((await tab.openModel(modelId)).history).toMatchObject({ events: [], commands: [], isWhole: true });
  });
});
