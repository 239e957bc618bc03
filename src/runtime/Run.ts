import type { EventStore } from '#event-store';
import type { ClockSetting, CodeFile } from '#model';
import type { CodeError, Sandbox } from '#sandbox';
import type { CommandToHandle, Outcome } from './outcomes.ts';

/** One run of a model: its own store and sandbox, and the program that is in force right now. */
export type Run = {
  store: EventStore;
  sandbox: Sandbox;
  /** Changes with every edit of the code: ask for it when it is needed, do not keep it. */
  program: () => RunningProgram;
};

/** What of a program is loaded, resolved for the runtime. */
export type RunningProgram = {
  clock: ClockSetting;
  modules: ReadonlyMap<string, RunningModule>;
  readModels: RunningReadModel[];
  policies: RunningPolicy[];
  /** 1 where the type is not on the wall. */
  schemaVersionOf: (eventType: string) => number;
  /** Where a command goes: the decider that its arrow leads to, and the stream that its data names. Empty where there is none. */
  addressOf: (command: { type: string; data: CommandToHandle['data'] }) => Address;
};
export type RunningPolicy = {
  id: string;
  hears: string[];
  isOn: boolean;
  /** Of a process manager: the category of its streams. A policy without one keeps no state. */
  process?: { category: string };
  /** Of a translation: where its public events go, and which it may make. */
  publishes?: { stream: string; types: string[] };
};
/** With another version of an asynchronous one, where its changed code is built beside what serves. */
export type RunningReadModel = {
  id: string;
  lifecycle: 'inline' | 'async';
  /** As it stands on the wall. */
  code: CodeFile[];
  other?: { id: string; isServing: boolean };
};
export type Address = { deciderId: string; stream: string };

/** `hash` is that of the text that runs: the last working one where the present one does not compile. */
export type RunningModule =
  | { kind: 'ready'; hash: string; canHandle?: string[] }
  | { kind: 'broken'; error: CodeError };

/** A command before its time has come: `now` is set where the time is part of the input (history that is sent again). */
export type CommandToSend = Omit<CommandToHandle, 'now'> & { now?: number };
export type SendCommand = (command: CommandToSend) => Promise<Outcome>;
