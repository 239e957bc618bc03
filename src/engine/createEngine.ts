import type { Sandbox } from '#sandbox';
import { createAnnouncements } from './announcements.ts';
import { openCatalogue } from './catalogue/Catalogue.ts';
import type { EngineApi } from './EngineApi.ts';
import type { EngineNotice } from './EngineNotice.ts';
import { createImportCalls } from './importCalls.ts';
import { createLoadCalls } from './loadCalls.ts';
import { createModelCalls } from './modelCalls.ts';
import { createLibrary } from './models/library.ts';
import { createLongWork } from './run/longWork.ts';
import { createStoredReader } from './run/readStored.ts';
import { createRunCalls } from './runCalls.ts';
import { inIndexedDb } from './storage.ts';
import { openTabs, type TabMessage } from './tabs.ts';
import { createWorkplace } from './workplace.ts';

export type EngineOptions = {
  createSandbox: () => Sandbox;
  notify: (notice: EngineNotice) => void;
};

/** What the worker's entry adds to what the screen may ask. */
export type Engine = EngineApi & {
  /** The tab is hidden: other tabs may take over policies and asynchronous read models. */
  handOn(): Promise<void>;
  close(): Promise<void>;
};

/** How often marked models and runs are looked at whether their time to come back is over, in milliseconds. */
const sweepMs = 10 * 60 * 1000;

/** Composes store, sandbox, runtime and replay into what the screen may ask for. One model is open at a time. */
export const createEngine = async ({ createSandbox, notify }: EngineOptions): Promise<Engine> => {
  const catalogue = await openCatalogue();
  const library = createLibrary(catalogue, inIndexedDb);
  const tabs = openTabs((message) => hear(message));
  const say = createAnnouncements(notify, tabs, library);
  const workplace = createWorkplace({ catalogue, library, storage: inIndexedDb, tabs, createSandbox, notify });

  const hear = (message: TabMessage): void => {
    if (message.kind === 'models-changed') notify(message);
    else if (!('modelId' in message)) workplace.hear(message);
    else if (!workplace.isOpen(message.modelId)) return;
    else if (message.kind === 'run-switched') notify({ kind: 'run-switched', runId: message.runId });
    else void say.sayRuns(message.modelId).catch(say.trouble);
  };

  const sweep = (): void => {
    const swept = library.sweep(Date.now()).then((hasDeleted) => hasDeleted && say.modelsChanged());
    void swept.catch(say.trouble);
  };
  const sweeping = setInterval(sweep, sweepMs);
  sweep();

  const longWork = createLongWork(notify);
  const { closeImports, ...importCalls } = createImportCalls(catalogue, library, workplace, inIndexedDb, say);

  const storedReader = createStoredReader(createSandbox);

  return {
    ...createModelCalls(catalogue, library, workplace, say, longWork),
    ...createRunCalls(library, workplace, say, longWork),
    ...importCalls,
    ...createLoadCalls({ catalogue, storage: inIndexedDb, workplace, createSandbox, notify }),
    readStored: storedReader.readStored,
    handOn: async () => workplace.handOn(),
    close: async () => {
      clearInterval(sweeping);
      closeImports();
      storedReader.close();
      await workplace.close();
      tabs.close();
      catalogue.close();
    },
  };
};
