import type { Backend, StoreMessage, Survey } from './Backend.ts';
import { eventsOf, type Occurrence } from './changeSet.ts';
import { type Decided, type DecidedGroup, decideTogether } from './commitTogether.ts';
import { needsOccurrences, type StreamRange } from './decideCommit.ts';
import type { CommandRecord, Committed, ExpectedVersion, RecordedEvent } from './EventStore.ts';
import { ConcurrencyConflict, StaleFence, StreamArchived } from './errors.ts';
import type { PreparedCommit, StreamPart } from './prepareCommit.ts';
import { readRange } from './readEvents.ts';
import { noMarks } from './streamState.ts';
import { VersionCache } from './VersionCache.ts';

type Revision = { stream: string; revision: number };
type Waiting = { commit: PreparedCommit; resolve: (committed: Committed) => void; reject: (error: unknown) => void };

/**
 * Stores commits in the order in which they come. Those that come while a transaction is under way share the next one:
 * they are decided in memory on the cached versions, and the transaction proves the cache right, as it collides with any
 * commit that the cache does not know.
 */
export class CommitQueue {
  readonly #backend: Backend;
  readonly #now: () => number;
  readonly #onStored: (message: StoreMessage) => void;
  readonly #largestGroup: number;
  readonly #cache = new VersionCache();
  readonly #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(backend: Backend, largestGroup: number, now: () => number, onStored: (message: StoreMessage) => void) {
    this.#backend = backend;
    this.#largestGroup = largestGroup;
    this.#now = now;
    this.#onStored = onStored;
  }

  commit(commit: PreparedCommit): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ commit, resolve, reject });
      if (!this.#isRunning) void this.#run();
    });
  }

  /** Another tab's commit, so that the next of ours need not collide to learn of it. */
  follow(appended: NonNullable<StoreMessage['appended']>): void {
    this.#cache.follow(appended);
  }

  /** What was known of a stream beside its events is not true any more. */
  forget(streams: Iterable<string>): void {
    this.#cache.forget(streams);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#commitAll(this.#waiting.splice(0, this.#largestGroup));
    this.#isRunning = false;
  }

  async #commitAll(members: Waiting[]): Promise<void> {
    let left = members;
    while (left.length > 0) left = left.slice(await this.#commitSome(left));
  }

  /** Settles as many from the front as could be decided together, and answers their number; 0 asks to try again. */
  async #commitSome(members: Waiting[]): Promise<number> {
    let done = members.length;
    try {
      const group = await this.#decide(members.map(({ commit }) => commit));
      done = group.decided.length;
      const stored = await this.#store(group);
      if (stored) {
        for (const [index, one] of group.decided.entries()) this.#settle(one, stored, members[index]);
        return done;
      }
      this.#cache.forgetAll();
      await this.#refresh();
      if (done === 1) return 0;
    } catch (error) {
      if (done === 1) {
        members[0]?.reject(error);
        return 1;
      }
    }
    for (const member of members.slice(0, done)) await this.#commitAll([member]);
    return done;
  }

  async #decide(commits: PreparedCommit[]): Promise<DecidedGroup> {
    const occurrences = new Map<StreamPart, Occurrence[]>();
    for (;;) {
      const streams = [...new Set(commits.flatMap(streamsOf))].filter((stream) => !this.#cache.knows(stream));
      const parts = partsToLookUp(commits, this.#cache).filter((part) => !occurrences.has(part));
      if (streams.length === 0 && parts.length === 0) break;
      const position = this.#cache.end.position;
      const survey = await this.#survey(streams, parts);
      if (this.#cache.end.position !== position) occurrences.clear();
      if (survey.end.position !== this.#cache.end.position) continue;
      for (const [index, part] of parts.entries()) occurrences.set(part, survey.occurrences[index] ?? []);
    }
    const known = {
      end: this.#cache.end,
      headOf: (stream: string) => this.#cache.headOf(stream),
      occurrencesOf: (part: StreamPart) => occurrences.get(part),
    };
    return decideTogether(commits, known, new Date(this.#now()).toISOString());
  }

  /** The records stored with the group; undefined where the log had moved on, so that nothing is stored or proven. */
  async #store({ decided, end, versions, newStreams }: DecidedGroup): Promise<CommandRecord[] | undefined> {
    const toStore = decided.filter(({ verdict }) => verdict.kind === 'store').map(({ commit }) => commit);
    const after = this.#cache.end.position;
    const changeSets = decided.flatMap((one) => one.changeSets);
    const revisions = this.#revisionsToHold(decided);
    if (toStore.length === 0) return (await this.#isAsDecided(after, revisions)) ? [] : undefined;
    const stored = await this.#backend.write({
      after,
      revisions,
      changeSets,
      newStreams,
      documents: toStore.flatMap(({ documents = [] }) => documents),
      checkpoints: toStore.flatMap(({ checkpoints = [] }) => checkpoints),
      basedOn: toStore.flatMap(({ basedOn = [] }) => basedOn),
      commandRecords: toStore.flatMap(({ commandRecord }) => commandRecord ?? []),
    });
    if (stored.kind === 'moved-on') return undefined;
    if (stored.kind === 'outdated') throw new StaleFence(toStore[0]?.fence ?? after, after);
    const heads = [...versions].map(([stream, version]) => {
      const { marks } = this.#cache.headOf(stream);
      return { stream, version, ...(marks === noMarks ? {} : { marks }) };
    });
    const appended = { after, end, versions: heads };
    this.#cache.follow(appended);
    this.#onStored({ ...(changeSets.length === 0 ? {} : { appended }), commandRecords: stored.commandRecords });
    return stored.commandRecords;
  }

  #settle({ commit, verdict, ...stored }: Decided, records: CommandRecord[], member: Waiting | undefined): void {
    switch (verdict.kind) {
      case 'store':
        member?.resolve(committedOf(commit, stored, records));
        break;
      case 'repeat':
        this.#firstResult(commit, verdict.ranges).then(member?.resolve, member?.reject);
        break;
      case 'conflict':
        member?.reject(new ConcurrencyConflict(verdict.violations));
        break;
      case 'archived':
        member?.reject(new StreamArchived(verdict.stream));
        break;
      case 'stale':
        member?.reject(new StaleFence(commit.fence ?? 0, stored.lastPosition));
        break;
    }
  }

  async #firstResult(commit: PreparedCommit, ranges: StreamRange[]): Promise<Committed> {
    const reads = await Promise.all(ranges.map((range) => readRange(this.#backend, range)));
    const events = reads.flat().sort(byPosition);
    const record = commit.commandRecord && (await this.#backend.commandRecord(commit.commandRecord.commandId));
    return {
      streams: ranges.map(({ stream, to }) => ({ stream, version: to })),
      events,
      lastPosition: events.at(-1)?.metadata.globalPosition ?? 0,
      idempotent: true,
      ...(record ? { commandRecord: record } : {}),
    };
  }

  async #refresh(): Promise<void> {
    await this.#survey([], []);
  }

  /** Nothing is written that could collide: so it is read again what was decided on. */
  async #isAsDecided(position: number, revisions: Revision[]): Promise<boolean> {
    const streams = revisions.map(({ stream }) => stream);
    const { end, heads } = await this.#survey(streams, []);
    return (
      end.position === position &&
      revisions.every(({ revision }, index) => (heads[index]?.marks.revision ?? 0) === revision)
    );
  }

  /** Of the streams on whose marks a verdict depends: on those of the others, the transaction collides. */
  #revisionsToHold(decided: Decided[]): Revision[] {
    const streams = decided.flatMap(({ commit, verdict }) =>
      verdict.kind === 'store' ? streamsExpected(commit) : streamsOf(commit),
    );
    return [...new Set(streams)].map((stream) => ({
      stream,
      revision: this.#cache.headOf(stream).marks.revision ?? 0,
    }));
  }

  async #survey(streams: string[], parts: StreamPart[]): Promise<Survey> {
    const survey = await this.#backend.survey({ streams, ids: parts });
    this.#cache.learn(streams, survey);
    return survey;
  }
}

/**
 * The parts whose ids have to be looked up if all commits before them are stored: what follows on a stream in order, as
 * a history that is copied does, needs none. Where one before is not stored, the group ends and is decided from there.
 */
const partsToLookUp = (commits: PreparedCommit[], cache: VersionCache): StreamPart[] => {
  const versions = new Map<string, number>();
  const headOf = (stream: string) => {
    const head = cache.headOf(stream);
    return { ...head, version: versions.get(stream) ?? head.version };
  };
  return commits.flatMap(({ streams }) => {
    const parts = streams.filter((part) => needsOccurrences(part, headOf(part.stream)));
    for (const { stream, ids } of streams) versions.set(stream, headOf(stream).version + ids.length);
    return parts;
  });
};

const committedOf = (
  { commandRecord: given }: PreparedCommit,
  { changeSets, streams, lastPosition }: Pick<Decided, 'changeSets' | 'streams' | 'lastPosition'>,
  records: CommandRecord[],
): Committed => {
  const commandRecord = given && records.find(({ commandId }) => commandId === given.commandId);
  const events = changeSets.flatMap(eventsOf);
  return { streams, events, lastPosition, idempotent: false, ...(commandRecord ? { commandRecord } : {}) };
};

const streamsOf = ({ streams, checks }: PreparedCommit): string[] =>
  [...streams, ...checks].map(({ stream }) => stream);

/** Checked, or written under an expectation that depends on what became of the stream. */
const streamsExpected = ({ streams, checks }: PreparedCommit): string[] => [
  ...checks.map(({ stream }) => stream),
  ...streams.flatMap(({ stream, ids, expected }) => (ids.length === 0 || expected.some(isOfStatus) ? stream : [])),
];

const isOfStatus = (expected: ExpectedVersion): boolean =>
  typeof expected === 'string' && expected !== 'any' && expected !== 'no-stream';

const byPosition = (one: RecordedEvent, other: RecordedEvent): number =>
  one.metadata.globalPosition - other.metadata.globalPosition;
