import type { CommandOrigin, CommandRecord, ExpectedVersion, Json, RecordedEvent } from '#event-store';
import type { CodeError, Diagnostic, LogLine } from '#sandbox';

export type CommandToHandle = {
  commandId: string;
  type: string;
  data: Json;
  metadata: { [key: string]: Json };
  origin: CommandOrigin;
  correlationId: string;
  causationId?: string;
  /** Milliseconds of the playground's clock. */
  now: number;
  stream: string;
  deciderId: string;
  expectation: Expectation;
};

/**
 * On which version to decide, and what to expect at the append.
 * `latest` reads and expects what it read; a number decides on that version and expects it; `no-stream` decides on
 * the initial state; `any` decides on the latest and appends unchecked.
 */
export type Expectation = 'latest' | 'no-stream' | 'any' | number;

/** What came of a command, with what the person needs to see. */
export type Outcome =
  | { kind: 'appended'; record: CommandRecord; events: RecordedEvent[]; version: number; notes: RunNotes }
  | { kind: 'rejected'; record: CommandRecord; error: CodeError; notes: RunNotes }
  | {
      kind: 'conflict';
      record: CommandRecord;
      stream: string;
      expected: ExpectedVersion;
      actual: number;
      /** The events that came in between, oldest first. */
      between: RecordedEvent[];
      notes: RunNotes;
    }
  | { kind: 'failed'; record: CommandRecord; error: CodeError; cause: FailureCause; notes: RunNotes };

export type FailureCause =
  | 'code'
  | 'time-limit'
  | 'not-compiled'
  | 'no-decider'
  /** An inline read model threw: nothing was stored. */
  | {
      readModelId: string;
      /** Of the event that it broke at, where that is one of this command's. */
      eventType?: string;
    };

export type RunNotes = { logs: LogLine[]; diagnostics: Diagnostic[]; fold?: FoldCost };

/** What it took to know the state: events that were read and folded, and those of the fold that was kept. */
export type FoldCost = { read: number; kept: number };
