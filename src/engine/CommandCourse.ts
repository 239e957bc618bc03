import type { CommandRecord, RecordedEvent } from '#event-store';
import type { CodeError, TracedCall } from '#sandbox';

/** Events of a stream by their versions, at most 50 at once. */
export type FoldPart = { moduleId: string; stream: string; from: number; count: number };
/**
 * What happened to a command, or came of an event without one, in order. Calls of code carry what was recorded of them,
 * and the definition whose code it is.
 */
export type CommandCourse = (
  | { record: CommandRecord; event?: undefined }
  | { record?: undefined; event: RecordedEvent }
) & {
  /** The decider's code is not the one that decided then. */
  isOtherCode: boolean;
  phases: CoursePhase[];
};
export type CoursePhase =
  | { kind: 'received' }
  /** Events of the stream up to the version that was decided on. */
  | { kind: 'read'; events: number }
  | ({ kind: 'initial' } & Traced)
  | ({ kind: 'evolve'; event: RecordedEvent } & Traced)
  /** So many steps of a long fold are not shown, from a version of the stream on. */
  | { kind: 'skipped'; events: number; moduleId: string; stream: string; from: number }
  /** `isOtherResult`: the present code decides otherwise than what is recorded. */
  | ({ kind: 'decide'; isOtherResult: boolean } & Traced)
  /** What was stored, or why nothing was, stands in the record. */
  | { kind: 'append'; events: RecordedEvent[] }
  | ({ kind: 'project'; lifecycle: 'inline' | 'async'; event: RecordedEvent } & Traced)
  /** With the commands that were sent at that time. */
  | ({ kind: 'react'; event: RecordedEvent; sent: CommandRecord[] } & Traced)
  /** What was handed to a process manager, or what it sent from its stream: a course of its own. */
  | { kind: 'onward'; event: RecordedEvent; moduleId: string; record: CommandRecord }
  /** Its code cannot be run. */
  | { kind: 'broken'; moduleId: string; error: CodeError };
type Traced = { moduleId: string; call: TracedCall };
