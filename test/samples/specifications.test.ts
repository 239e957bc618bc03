import { describe, expect, it } from 'vitest';
import type { DeciderSpecification, Json, ReadModelSpecification } from '#model';
import { samples } from '#samples';

type Message = { type: string; data: Json; metadata?: object };
type Decider = {
  initialState(): unknown;
  decide(command: Message, state: unknown): Message | Message[];
  evolve(state: unknown, event: Message): unknown;
};
type ReadModel = {
  canHandle: string[];
  initialState?(): unknown;
  evolve(document: unknown, event: Message): Json;
  getDocumentId(event: Message): string;
};

/** The samples' code as it stands in the files, without a sandbox around it. */
const modules = import.meta.glob<Decider | ReadModel>('../../src/samples/*/code/*.ts', { eager: true });

/** One sample may tell the story of another: what it does not have itself is the other's. */
const codeOf = (sampleId: string, name: string): Decider | ReadModel | undefined =>
  modules[`../../src/samples/${sampleId}/code/${name}.ts`] ??
  Object.entries(modules).find(([path]) => path.endsWith(`/${name}.ts`))?.[1];

const models = await Promise.all(samples.map(async ({ id, load }) => ({ sampleId: id, ...(await load()) })));

describe.each(models)('the code of $board.name', ({ sampleId, board }) => {
  it.each(Object.values(board.specifications).map((specification) => ({ specification, name: specification.name })))(
    '$name',
    ({ specification }) => {
      const definition = board.definitions[specification.definitionId];
      const code = codeOf(sampleId, definition?.name ?? '');

      if (specification.subject === 'decider') expectDecision(code as Decider, specification);
      else expect(documentsOf(code as ReadModel, specification)).toEqual(specification.then.documents);
    },
  );
});

const expectDecision = (decider: Decider, { given, when, now, then }: DeciderSpecification): void => {
  const state = given.reduce<unknown>((folded, event) => decider.evolve(folded, event), decider.initialState());
  const command = { ...when, metadata: { commandId: 'command-1', now: new Date(now ?? 0) } };

  const decision = () => [decider.decide(command, state)].flat();

  if (then.kind === 'refused') expect(decision).toThrow(new Error(then.message));
  else expect(decision()).toEqual(then.events);
};

const documentsOf = (readModel: ReadModel, { given }: ReadModelSpecification): object[] => {
  const documents = new Map<string, Json>();
  for (const event of given.filter(({ type }) => readModel.canHandle.includes(type))) {
    const documentId = readModel.getDocumentId(event);
    const before = documents.get(documentId) ?? readModel.initialState?.() ?? null;
    const after = readModel.evolve(before, event);
    if (after === null) documents.delete(documentId);
    else documents.set(documentId, after);
  }
  return [...documents].map(([documentId, document]) => ({ documentId, document }));
};
