import { differingDocuments } from '../coach/deliveries.ts';
import type { Json } from '../definitions.ts';
import { differences } from '../differences.ts';
import { asPlain } from '../values/asPlain.ts';
import type { Difference } from '../verdict.ts';

/** A moment of a run, as some code makes it. */
export type MomentFacts = {
  /** How many events had happened. */
  position: number;
  /** By event type, how many. */
  counts: ReadonlyMap<string, number>;
  /** A state that could not be computed comes with the reason. */
  streams: { stream: string; deciderId: string; version: number; state: unknown; error?: string }[];
  readModels: { readModelId: string; documents: { documentId: string; document: Json }[]; error?: string }[];
};

/** What broke on the first side, on the second. */
type Errors = { errors: [string | undefined, string | undefined] };

export type DifferingStream = {
  stream: string;
  deciderId: string;
  versions: [number, number];
  differences: Difference[];
} & Errors;

export type DifferingReadModel = {
  readModelId: string;
  documents: { documentId: string; differences: Difference[] }[];
  /** How many more documents differ than are listed. */
  more: number;
} & Errors;

/** What differs between two moments: the first is what was expected, the second what is actual. */
export type MomentsCompared = {
  positions: [number, number];
  counts: { type: string; counts: [number, number] }[];
  streams: DifferingStream[];
  readModels: DifferingReadModel[];
};

/** More documents of one read model are not looked through by anybody. */
const mostDocuments = 200;

export const compareFacts = (one: MomentFacts, other: MomentFacts): MomentsCompared => ({
  positions: [one.position, other.position],
  counts: differingCounts(one, other),
  streams: differingStreams(one, other),
  readModels: differingReadModels(one, other),
});

const differingCounts = (one: MomentFacts, other: MomentFacts): MomentsCompared['counts'] =>
  [...new Set([...one.counts.keys(), ...other.counts.keys()])]
    .map((type) => ({ type, counts: [one.counts.get(type) ?? 0, other.counts.get(type) ?? 0] as [number, number] }))
    .filter(({ counts: [before, after] }) => before !== after);

/** Both sides of what bears the same name, in the order in which names come. */
const paired = <Item>(
  one: Item[],
  other: Item[],
  nameOf: (item: Item) => string,
): [Item | undefined, Item | undefined][] => {
  const [before, after] = [one, other].map((items) => new Map(items.map((item) => [nameOf(item), item])));
  const names = new Set([...one, ...other].map(nameOf));
  return [...names].map((name) => [before?.get(name), after?.get(name)]);
};

const differingStreams = (one: MomentFacts, other: MomentFacts): DifferingStream[] =>
  paired(one.streams, other.streams, ({ stream }) => stream)
    .map(
      ([before, after]): DifferingStream => ({
        stream: (before ?? after)?.stream ?? '',
        deciderId: (before ?? after)?.deciderId ?? '',
        versions: [before?.version ?? 0, after?.version ?? 0],
        differences: differences(asPlain(before?.state), asPlain(after?.state)),
        errors: [before?.error, after?.error],
      }),
    )
    .filter(
      ({ versions, differences: found, errors }) =>
        versions[0] !== versions[1] || found.length > 0 || errors[0] !== errors[1],
    );

const differingReadModels = (one: MomentFacts, other: MomentFacts): DifferingReadModel[] =>
  paired(one.readModels, other.readModels, ({ readModelId }) => readModelId)
    .map(([before, after]): DifferingReadModel => {
      const documents = differingDocuments(before?.documents ?? [], after?.documents ?? []);
      return {
        readModelId: (before ?? after)?.readModelId ?? '',
        documents: documents.slice(0, mostDocuments),
        more: Math.max(0, documents.length - mostDocuments),
        errors: [before?.error, after?.error],
      };
    })
    .filter(({ documents, errors }) => documents.length > 0 || errors[0] !== errors[1]);
