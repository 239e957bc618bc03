import { checkExpectedVersion, checkStreamName } from './argumentChecks.ts';
import type { Backend } from './Backend.ts';
import { eventsOf } from './changeSet.ts';
import { afterStep, believed, comeToMarks, earliestDeletions } from './deletions.ts';
import type { EventStore, ExpectedVersion, Json } from './EventStore.ts';
import { ConcurrencyConflict, InvalidArgument } from './errors.ts';
import {
  type ChangeMarks,
  holds,
  isSoftDeleted,
  type MarkedStream,
  noMarks,
  type StreamHead,
  type StreamMarks,
  type StreamState,
  statusOf,
  violationOf,
} from './streamState.ts';

type StreamChanges = Pick<
  EventStore,
  | 'streams'
  | 'markedStreams'
  | 'streamState'
  | 'streamHead'
  | 'archiveStream'
  | 'unarchiveStream'
  | 'deleteStream'
  | 'undeleteStream'
  | 'describeStream'
  | 'restoreMarks'
>;

/** Archiving, deleting and describing streams: none of it touches an event. */
export const changingStreams = (
  backend: Backend,
  now: () => number,
  onChanged: (stream: string) => void,
): StreamChanges => {
  const stateOf = async (stream: string): Promise<StreamState> => {
    checkStreamName(stream);
    const { changeSets, ...head } = await backend.streamSets(stream, {
      from: 1,
      to: 1,
      limit: 1,
      direction: 'forwards',
    });
    const [first] = changeSets.flatMap(eventsOf);
    const { archivedAt, metadata = {} } = head.marks;
    return {
      stream,
      version: head.version,
      status: statusOf(head),
      ...(first ? { createdAt: first.metadata.recordedAt } : {}),
      ...(archivedAt === undefined ? {} : { archivedAt }),
      metadata,
    };
  };
  const change = async (stream: string, to: ChangeMarks): Promise<StreamState> => {
    checkStreamName(stream);
    if (await backend.mark(stream, to)) onChanged(stream);
    return stateOf(stream);
  };

  /** With the places of its deletions, also where nobody knows them. */
  const placed = async (marked: MarkedStream): Promise<MarkedStream> =>
    comeToMarks(marked) ? marked : { ...marked, deletions: await earliestDeletions(backend, marked) };

  return {
    streams: async () =>
      (await backend.streams()).map(({ stream, version, marks = noMarks }) => {
        const status = statusOf({ version, marks });
        return { stream, version, ...(status === 'live' || status === 'unknown' ? {} : { status }) };
      }),
    markedStreams: async () => {
      const marked = (await backend.markedStreams()).map(({ revision: _, ...each }) => each);
      return (await Promise.all(marked.map(placed))).filter((each) => Object.keys(each).length > 1);
    },
    streamState: stateOf,
    streamHead: async (stream) => {
      checkStreamName(stream);
      const { end, heads } = await backend.survey({ streams: [stream], ids: [] });
      const [head = { version: 0, marks: noMarks }] = heads;
      return { version: head.version, status: statusOf(head), end };
    },
    archiveStream: (stream) => {
      const archivedAt = new Date(now()).toISOString();
      return change(stream, (head) => {
        checkLiving(stream, head);
        return head.marks.archivedAt === undefined ? { ...head.marks, archivedAt } : head.marks;
      });
    },
    unarchiveStream: (stream) =>
      change(stream, (head) => {
        checkLiving(stream, head);
        if (head.marks.archivedAt === undefined) return head.marks;
        const { archivedAt: _, ...marks } = head.marks;
        return marks;
      }),
    deleteStream: async (stream, { mode, expectedVersion }) => {
      if (expectedVersion !== undefined) checkExpectedVersion(expectedVersion);
      return change(stream, (head, position) => deleted(stream, head, position, mode, expectedVersion));
    },
    undeleteStream: (stream) => change(stream, (head, position) => undeleted(stream, head, position)),
    describeStream: (stream, metadata) =>
      change(stream, (head) => {
        checkLiving(stream, head);
        return { ...head.marks, metadata: asJson(metadata) };
      }),
    restoreMarks: async (marked) => {
      for (const given of marked) {
        const { stream, ...marks } = await placed(given);
        await change(stream, (head, position) =>
          head.version > 0 || marks.isTombstoned ? believed(marks, head.version, position) : head.marks,
        );
      }
    },
  };
};

const checkLiving = (stream: string, head: StreamHead): void => {
  if (head.marks.isTombstoned || head.version === 0) throw new InvalidArgument(`There is no stream "${stream}".`);
};

/** A name that was never used can be tombstoned, so that nobody ever uses it; softly deleted is what is there. */
const deleted = (
  stream: string,
  head: StreamHead,
  position: number,
  mode: 'soft' | 'tombstone',
  expected: ExpectedVersion = mode === 'soft' ? 'stream-exists' : 'any',
): StreamMarks => {
  const { version, marks } = head;
  if (mode === 'tombstone' && marks.isTombstoned) return marks;
  if (!holds(expected, head) || (mode === 'soft' && version === 0)) {
    throw new ConcurrencyConflict([violationOf(stream, expected, head)]);
  }
  if (mode === 'tombstone') return afterStep(marks, { kind: 'deleted-for-good', position, version });
  if (isSoftDeleted(head)) return marks;
  return afterStep(marks, { kind: 'deleted', position, version });
};

const undeleted = (stream: string, head: StreamHead, position: number): StreamMarks => {
  if (!isSoftDeleted(head))
    throw new InvalidArgument(`The stream "${stream}" is not deleted: it has begun again, or was taken back.`);
  return afterStep(head.marks, { kind: 'taken-back', position, version: head.version });
};

const asJson = (metadata: { [key: string]: Json }): { [key: string]: Json } => {
  try {
    return JSON.parse(JSON.stringify(metadata)) as { [key: string]: Json };
  } catch (cause) {
    throw new InvalidArgument('The metadata of a stream is not JSON.', { cause });
  }
};
