import { emptyLog, type LogEnd, type StoreMessage, type Survey } from './Backend.ts';

const mostStreams = 50_000;

/**
 * The end of the log and the versions of streams as they were together at one true moment. It may lag behind the
 * storage: then a write that relies on it collides at the first position after its end, as any newer commit starts
 * exactly there. It is never a mixture of two moments.
 */
export class VersionCache {
  #end: LogEnd = emptyLog;
  readonly #versions = new Map<string, number>();

  get end(): LogEnd {
    return this.#end;
  }

  knows(stream: string): boolean {
    return this.#versions.has(stream);
  }

  versionOf(stream: string): number {
    return this.#versions.get(stream) ?? 0;
  }

  /** Takes over what was read, unless that lies before what is known already. */
  learn(streams: string[], { end, versions }: Survey): void {
    if (end.position < this.#end.position) return;
    if (end.position > this.#end.position) this.#versions.clear();
    this.#end = end;
    streams.forEach((stream, index) => {
      this.#keep(stream, versions[index] ?? 0);
    });
  }

  /** Follows a commit, ours or another tab's, that started where this ends; any other says nothing that could be used. */
  follow({ after, end, versions }: NonNullable<StoreMessage['appended']>): void {
    if (after !== this.#end.position) return;
    this.#end = end;
    for (const { stream, version } of versions) this.#keep(stream, version);
  }

  #keep(stream: string, version: number): void {
    if (this.#versions.size >= mostStreams && !this.#versions.has(stream)) this.#versions.clear();
    this.#versions.set(stream, version);
  }
}
