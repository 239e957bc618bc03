import { emptyLog, type LogEnd, type StoreMessage, type Survey } from './Backend.ts';
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

  get end(): LogEnd {
    return this.#end;
  }

  knows(stream: string): boolean {
    return this.#heads.has(stream);
  }

  headOf(stream: string): StreamHead {
    return this.#heads.get(stream) ?? unwritten;
  }

  /** Takes over what was read, unless that lies before what is known already. */
  learn(streams: string[], { end, heads }: Survey): void {
    if (end.position < this.#end.position) return;
    if (end.position > this.#end.position) this.#heads.clear();
    this.#end = end;
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

  /** Some streams, or all of them, have to be read again. */
  forget(streams: Iterable<string> = [...this.#heads.keys()]): void {
    for (const stream of streams) this.#heads.delete(stream);
  }

  #keep(stream: string, head: StreamHead): void {
    if (this.#heads.size >= mostStreams && !this.#heads.has(stream)) this.#heads.clear();
    this.#heads.set(stream, head);
  }
}
