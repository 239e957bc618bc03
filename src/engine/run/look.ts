import type { EventStore } from '#event-store';
import type { MomentFacts, Program } from '#model';
import { momentAt } from '#replay';
import { createQueue, type Queue, type Run } from '#runtime';
import { type CodeError, decodeTagged, readAsIn, type Sandbox } from '#sandbox';
import { createProgramInForce } from '../program/ProgramInForce.ts';
import { upcastingStore } from '../program/upcasting.ts';
import { foldersOf } from './foldersOf.ts';
import type { Task } from './longWork.ts';

/** Some run, some code: for looking at moments, and for nothing else. */
export type Look = {
  survey: (position: number, task: Task) => Promise<LogSurvey>;
  facts: (survey: LogSurvey, streams: string[], task: Task) => Promise<MomentFacts>;
  close: () => void;
};

/** What the log alone says of a moment. */
export type LogSurvey = {
  position: number;
  counts: Map<string, number>;
  /** By stream, in the order of their last events. */
  versions: Map<string, number>;
  /** How many stored events code is handed otherwise than as one. */
  readAs: { none: number; several: number };
};

export const lookThrough = (run: Run, queue: Queue, program: () => Program, close: () => void): Look => ({
  survey: (position, task) => surveyOf(run, position, task),
  facts: (survey, streams, task) => factsOf({ run, queue, program: program(), task }, survey, streams),
  close,
});

/** What is stored in a run, under a program and in a sandbox of its own: nobody who works on the run waits for it. */
export type Aside = { run: Run; program: () => Program; close: () => void };

/** Code that does not run stays that way: no earlier one stands in for it here. */
export const openAside = async (store: EventStore, sandbox: Sandbox, program: Program): Promise<Aside> => {
  const close = (): void => {
    sandbox.close();
    store.close();
  };
  try {
    const inForce = createProgramInForce(sandbox, []);
    await inForce.change(program);
    const run: Run = { store: upcastingStore(store, inForce.reading), sandbox, program: inForce.running };
    sandbox.readLogBy(run.store.readLogPage);
    return { run, program: inForce.program, close };
  } catch (error) {
    close();
    throw error;
  }
};

export const openLook = async (store: EventStore, sandbox: Sandbox, program: Program): Promise<Look> => {
  const aside = await openAside(store, sandbox, program);
  return lookThrough(aside.run, createQueue(), aside.program, aside.close);
};

const pageSize = 1000;

const surveyOf = async ({ store }: Run, wanted: number, { signal, onProgress }: Task): Promise<LogSurvey> => {
  const position = Math.min(Math.max(0, Math.trunc(wanted)), await store.lastPosition());
  const [counts, versions] = [new Map<string, number>(), new Map<string, number>()];
  const readAs = { none: 0, several: 0 };
  for (let from = 1; from <= position; from += pageSize) {
    signal.throwIfAborted();
    onProgress(from - 1, position);
    const { events } = await store.readAll({ from, limit: Math.min(pageSize, position - from + 1) });
    for (const { type, metadata } of events) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
      versions.delete(metadata.streamName);
      versions.set(metadata.streamName, metadata.streamPosition);
      const instead = readAsIn(metadata);
      if (instead) readAs[instead.length === 0 ? 'none' : 'several'] += 1;
    }
  }
  return { position, counts, versions, readAs };
};

type Looking = { run: Run; queue: Queue; program: Program; task: Task };

const factsOf = async (
  { run, queue, program, task }: Looking,
  { position, counts, versions }: LogSurvey,
  streams: string[],
): Promise<MomentFacts> => {
  const states = foldersOf(
    program,
    streams.filter((stream) => versions.has(stream)),
  );
  const moment = await momentAt(run, queue, { position, states, replaysDocuments: true }, task);
  const shown = new Map(moment.states.map((state) => [state.stream, state]));
  return {
    position,
    counts,
    streams: states.map(({ stream, moduleId: deciderId }) => {
      const state = shown.get(stream);
      const error = state?.error ?? whyBroken(run, deciderId);
      return {
        stream,
        deciderId,
        version: versions.get(stream) ?? 0,
        state: state ? decodeTagged(state.after) : undefined,
        ...(error ? { error: error.message } : {}),
      };
    }),
    readModels: moment.readModels.map(({ moduleId, documents, error }) => ({
      readModelId: moduleId,
      documents,
      ...(error ? { error: error.message } : {}),
    })),
  };
};

const whyBroken = (run: Run, moduleId: string): CodeError | undefined => {
  const module = run.program().modules.get(moduleId);
  return module?.kind === 'broken' ? module.error : undefined;
};
