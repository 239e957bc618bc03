import { newUuid } from '#engine';
import type { EventFile } from '#files';
import { decideBoardAll, emptyBoard, evolveBoardAll, type FoundEvents, wallFromEvents } from '#model';
import type { EventImport, ImportChoice, ImportMapping } from './AppState.ts';
import { appStore } from './appStore.ts';
import { edit } from './boardEditing.ts';
import { engine } from './engineAccess.ts';
import type { Arrival } from './fileActions.ts';
import { filesRoom } from './filesRoom.ts';
import { sayNote, sentenceOf } from './messages.ts';
import { freeName, openModel, refreshModels } from './models.ts';
import { openRun } from './running.ts';
import { seek } from './timeTravel.ts';

const { getState, setState } = appStore;

/** The file that is looked at; a later one takes its place. */
let opened: EventFile | null = null;

/** What an address wants once the events are there. */
let then: Arrival['then'] | undefined;

const change = (changes: Partial<EventImport>): void =>
  setState(({ eventImport }) => (eventImport ? { eventImport: { ...eventImport, ...changes } } : {}));

/** Shows what a file of events holds; rejects with the sentence that says why nothing can be read from it. */
export const previewEvents = async (source: File, arrival?: Arrival): Promise<void> => {
  const { openEventFile } = await filesRoom();
  const file = await openEventFile(source);
  opened?.close();
  opened = file;
  then = arrival?.then;
  const { facts } = file;
  const mapping = facts.guess;
  setState({
    preview: null,
    eventImport: {
      ...{ facts, mapping, summary: null, isReading: true, failure: null, progress: null },
      ...(arrival?.from && { from: arrival.from }),
    },
  });
  await summarise(file, mapping);
};

const summarise = async (file: EventFile, mapping: ImportMapping): Promise<void> => {
  try {
    const summary = await file.summarise(mapping);
    if (summary && file === opened) change({ summary, isReading: false, failure: null });
  } catch (error) {
    if (file === opened) change({ isReading: false, failure: sentenceOf(error) });
  }
};

/** Reads the file as the mapping on the screen has it by now. */
export const readAsMapped = (): void => {
  const { eventImport } = getState();
  if (opened && eventImport && !eventImport.progress) void summarise(opened, eventImport.mapping);
};

export const closeImport = (): void => {
  opened?.close();
  opened = null;
  setState({ eventImport: null });
};

/** So many at once keep the storage busy, and progress can be seen. */
const batch = 2000;

/** Where the file is put away meanwhile, reading its next part is refused, and all that was stored goes again. */
const storeAll = async (file: EventFile, mapping: ImportMapping): Promise<string> => {
  change({ progress: { done: 0, of: 0 } });
  const of = await file.collect(mapping);
  const importId = await engine().startImport();
  try {
    let next = file.part(0, batch);
    for (let done = 0; done < of; done += batch) {
      change({ progress: { done, of } });
      const commits = await next;
      // The next part is read while this one is stored.
      next = file.part(done + batch, done + 2 * batch);
      next.catch(() => undefined);
      await engine().storeImported({ importId, commits });
    }
    if (file !== opened) throw new Error('The import was stopped.');
    return importId;
  } catch (error) {
    await engine().cancelImport(importId);
    throw error;
  }
};

const nameOfFile = (fileName: string): string => fileName.replace(/\.[^.]+$/, '') || fileName;

/** A model of its own with notes for what was found. */
const intoNewModel = async (importId: string, name: string, found: FoundEvents, choice: ImportChoice) => {
  const taken = getState().models.map((model) => model.name);
  const empty = emptyBoard(newUuid(), freeName(name, taken));
  const { intents } = choice.withNotes ? wallFromEvents(empty, found, choice, newUuid) : { intents: [] };
  const board = evolveBoardAll(empty, decideBoardAll(intents, empty));
  const { modelId } = await engine().finishImport({ importId, into: { kind: 'new-model', board } });
  await openModel(modelId);
  await refreshModels();
};

/** A run of its own beside what is recorded here; notes for types that are not on the wall yet are one step of undo. */
const intoNewRun = async (importId: string, fileName: string, found: FoundEvents, choice: ImportChoice) => {
  const { runId } = await engine().finishImport({
    importId,
    into: { kind: 'open-model', runName: nameOfFile(fileName) },
  });
  const { intents } = choice.withNotes ? wallFromEvents(getState().board, found, choice, newUuid) : { intents: [] };
  if (intents.length > 0) edit(`Add notes for ${fileName}`, intents);
  await openRun(runId);
};

export const importEvents = async (choice: ImportChoice): Promise<void> => {
  const [file, { eventImport }] = [opened, getState()];
  if (!file || !eventImport?.summary || eventImport.isReading || eventImport.progress) return;
  const { mapping, summary, facts } = eventImport;
  try {
    const importId = await storeAll(file, mapping);
    if (choice.into === 'new-model') await intoNewModel(importId, nameOfFile(facts.fileName), summary, choice);
    else await intoNewRun(importId, facts.fileName, summary, choice);
    const lookThere = then;
    closeImport();
    sayImported(summary.events, facts.fileName);
    await lookThere?.();
  } catch (error) {
    // Who stopped it knows.
    if (file === opened) change({ progress: null, failure: sentenceOf(error) });
  }
};

const sayImported = (events: number, fileName: string): void =>
  sayNote(`Imported ${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'} from ${fileName}.`, [
    { label: 'Go to the start', run: () => void seek(0) },
  ]);
