import { emptyLog, type StoreMessage, type Survey } from './Backend.ts';
import type { LogEnd } from './EventStore.ts';
import { noMarks, type StreamHead } from './streamState.ts';

const mostStreams = 50_000;

const unwritten: StreamHead = { version: 0, marks: noMarks };

/**
 * The end of the log and the heads of streams as they were together at one true moment. It may lag behind the
 * storage: then a write that relies on it collides at the first position after its end, as any newer commit starts
 * exactly there. It is never a mixture of two moments. Marks alone may be older: a closed stream has its next place
 * taken, and who decides on what is expected to be there has their revision looked at (`Transaction.revisions`).
 */
export class VersionCache {
  #end: LogEnd = emptyLog;
  readonly #heads = new Map<string, StreamHead>();
  /** Followed since the log was empty: what is not here was never written. Once lost, it is not tried again. */
  #isComplete: boolean | undefined;

  get end(): LogEnd {
    return this.#end;
  }

  knows(stream: string): boolean {
    return this.#isComplete === true || this.#heads.has(stream);
  }

  headOf(stream: string): StreamHead {
    return this.#heads.get(stream) ?? unwritten;
  }

  /** Takes over what was read, unless that lies before what is known already. */
  learn(streams: string[], { end, heads }: Survey): void {
    if (end.position < this.#end.position) return;
    if (end.position > this.#end.position) this.forgetAll();
    this.#end = end;
    this.#isComplete ??= end.position === 0;
    streams.forEach((stream, index) => {
      this.#keep(stream, heads[index] ?? unwritten);
    });
  }

  /** Follows a commit, ours or another tab's, that started where this ends; any other says nothing that could be used. */
  follow({ after, end, versions }: NonNullable<StoreMessage['appended']>): void {
    if (after !== this.#end.position) return;
    this.#end = end;
    for (const { stream, version, marks } of versions)
      this.#keep(stream, { version, marks: marks ?? this.headOf(stream).marks });
  }

  /** Some streams have to be read again. */
  forget(streams: Iterable<string>): void {
    for (const stream of streams) {
      this.#heads.delete(stream);
      this.#isComplete = false;
    }
  }

  forgetAll(): void {
    this.#heads.clear();
    this.#isComplete = false;
  }

  #keep(stream: string, head: StreamHead): void {
    if (this.#heads.size >= mostStreams && !this.#heads.has(stream)) this.forgetAll();
    this.#heads.set(stream, head);
  }
}
