import type { LogPage, SandboxEvent } from '../Sandbox.ts';
import type { ReadingAhead } from './logSource.ts';

/** Events that are remembered so that an endless run can be repeated to find its loop; beyond, no line is named. */
const mostRemembered = 5_000;

const keyOf = (moduleId: string, stream: string): string => `${moduleId}\n${stream}`;

/** What one worker has been given so far: how far it is, and the events themselves as long as they are few. */
export class WorkerMemory {
  readonly #folded = new Map<string, number>();
  readonly #decidedOn = new Map<string, SandboxEvent[]>();
  readonly #pages: string[] = [];
  #fed = 0;
  /** The pages of the log that will most likely be asked for next, on their way. */
  ahead: ReadingAhead | undefined;

  foldedVersion(moduleId: string, stream: string): number {
    return this.#folded.get(keyOf(moduleId, stream)) ?? 0;
  }

  noteFolded(moduleId: string, stream: string, version: number): void {
    this.#folded.set(keyOf(moduleId, stream), version);
  }

  /** Takes the events of a stream after `foldedVersion` and returns all since its first, or null where that is too much. */
  noteStream(moduleId: string, stream: string, foldedVersion: number, events: SandboxEvent[]): SandboxEvent[] | null {
    const key = keyOf(moduleId, stream);
    const before = foldedVersion > 0 ? (this.#decidedOn.get(key) ?? []) : [];
    if (before.length + events.length <= mostRemembered) this.#decidedOn.set(key, [...before, ...events]);
    const known = this.#decidedOn.get(key);
    return known?.length === foldedVersion + events.length ? known : null;
  }

  notePage({ text, lastPosition }: LogPage): void {
    this.#fed = Math.max(this.#fed, lastPosition);
    if (this.#fed <= mostRemembered) this.#pages.push(text);
  }

  /** All pages of the log that were handed over, or null where that is too much. */
  wholeLog(): readonly string[] | null {
    return this.#fed <= mostRemembered ? this.#pages : null;
  }
}
