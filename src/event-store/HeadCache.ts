import { emptyLog, type Head, type LogEnd, type StoreMessage, type Survey } from './Backend.ts';

const mostHeads = 50_000;

/**
 * The end of the log and the heads of streams as they were together at one true moment. It may lag behind the storage:
 * then a write that relies on it collides at the first position after its end, as any newer commit starts exactly
 * there. It is never a mixture of two moments.
 */
export class HeadCache {
  #end: LogEnd = emptyLog;
  readonly #heads = new Map<string, Head | undefined>();

  get end(): LogEnd {
    return this.#end;
  }

  knows(stream: string): boolean {
    return this.#heads.has(stream);
  }

  headOf(stream: string): Head | undefined {
    return this.#heads.get(stream);
  }

  /** Takes over what was read; false where that lies before what is known already. */
  learn(streams: string[], survey: Survey): boolean {
    if (survey.end.position < this.#end.position) return false;
    if (survey.end.position > this.#end.position) this.#heads.clear();
    this.#end = survey.end;
    streams.forEach((stream, index) => {
      this.#keep(stream, survey.heads[index]);
    });
    return true;
  }

  /** Follows a commit, ours or another tab's, that started where this ends; any other says nothing that could be used. */
  follow({ after, end, heads }: NonNullable<StoreMessage['appended']>): void {
    if (after !== this.#end.position) return;
    this.#end = end;
    for (const head of heads) this.#keep(head.stream, head);
  }

  #keep(stream: string, head: Head | undefined): void {
    if (this.#heads.size >= mostHeads) this.#heads.clear();
    this.#heads.set(stream, head);
  }
}
