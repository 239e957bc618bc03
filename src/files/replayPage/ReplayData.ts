import type { Json } from '#model';

/** What a replay page is told of a run: all of it is data, nothing of it is run. */
export type ReplayData = {
  title: string;
  /** Global position of the first event that is shown. */
  from: number;
  /** Events of the run, shown or not. */
  total: number;
  /** How many of each type come before the first one that is shown. */
  countsBefore: { [type: string]: number };
  events: ReplayedEvent[];
  /** Those that led to an event that is shown, and those of which nothing was stored meanwhile. */
  commands: ReplayedCommand[];
  /** By stream: who folds it, and its state before its first event that is shown. */
  streams: { [stream: string]: { owner: string; start: Json } };
  readModels: ReplayedReadModel[];
  /** Ids of the notes and arrows that light up; events name them by their place in this list. */
  paths: string[][];
  wall: ReplayedWall;
};

export type ReplayedEvent = {
  type: string;
  stream: string;
  version: number;
  recordedAt: string;
  data: Json;
  /** What else its metadata says. */
  metadata: { [name: string]: Json };
  /** Place in `commands`. */
  command?: number;
  /** The state of its stream after it; none where nobody folds the stream. */
  state?: Json;
  /** The state before it, where that is not the one after the event before: a deleted stream begins again here. */
  before?: Json;
  /** Why `evolve` broke. */
  stateError?: string;
  /** Documents that it changed; `null`: removed. */
  documents: [readModel: number, documentId: string, document: Json | null][];
  path: number;
};

export type ReplayedCommand = {
  type: string;
  data: Json;
  stream: string;
  /** Position of the last event before it. */
  afterPosition: number;
  by: { kind: 'person' | 'script' | 'policy' | 'delivery'; policy?: string };
  outcome: 'appended' | 'rejected' | 'conflict' | 'failed' | 'unknown';
  /** Why nothing was stored, in words. */
  reason?: string;
};

export type ReplayedReadModel = {
  name: string;
  /** Its documents before the first event that is shown, and how many there are besides. */
  start: [documentId: string, document: Json][];
  left: number;
  /** Where its code broke: from that position on nothing changes. */
  broken?: { position: number; message: string };
};

export type ReplayedWall = {
  notes: { id: string; x: number; y: number; width: number; height: number; isDiamond?: true }[];
  /** Event notes with the types that they count, under the names that they ever had. */
  counted: { id: string; types: string[] }[];
};
