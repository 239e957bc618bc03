import { describe, expect, it } from 'vitest';
import type { DeciderSpecification, Json, PolicyOutput, PolicySpecification, ReadModelSpecification } from '#model';
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

type Policy = { react(event: Message): Message | Message[] } | { translate(event: Message): Message | undefined };
type Answer = Message | { action: string; type?: string; message?: Message; when?: { afterInMs: number } };
type Process = Omit<Decider, 'decide'> & { decide(input: Message, state: unknown): Answer[] };

/** The samples' code as it stands in the files, without a sandbox around it. */
const modules = import.meta.glob<Decider | ReadModel | Policy>('../../src/samples/*/code/*.ts', { eager: true });

/** One sample may tell the story of another: what it does not have itself is the other's. */
const codeOf = (sampleId: string, file: string): Decider | ReadModel | Policy | undefined =>
  modules[`../../src/samples/${sampleId}/code/${file}`] ??
  Object.entries(modules).find(([path]) => path.endsWith(`/${file}`))?.[1];

const models = await Promise.all(samples.map(async ({ id, load }) => ({ sampleId: id, ...(await load()) })));

describe.each(models)('the code of $board.name', ({ sampleId, board }) => {
  it.each(Object.values(board.specifications).map((specification) => ({ specification, name: specification.name })))(
    '$name',
    ({ specification }) => {
      const definition = board.definitions[specification.definitionId];
      const code = codeOf(sampleId, definition && 'code' in definition ? (definition.code[0]?.path ?? '') : '');

      if (specification.subject === 'decider') expectDecision(code as Decider, specification);
      else if (specification.subject === 'policy')
        expect(answersOf(code as unknown as Policy | Process, specification)).toEqual(specification.then.outputs);
      else expect(documentsOf(code as ReadModel, specification)).toEqual(specification.then.documents);
    },
  );
});

const expectDecision = (decider: Decider, { given, when, now, then }: DeciderSpecification): void => {
  const state = stateAfter(decider, given);
  const command = { ...when, metadata: { commandId: 'command-1', now: new Date(now ?? 0) } };

  const decision = () => [decider.decide(command, state)].flat();

  if (then.kind === 'refused') expect(decision).toThrow(new Error(then.message));
  else expect(decision()).toEqual(then.events);
};

const stateAfter = (code: Pick<Decider, 'evolve' | 'initialState'>, given: Message[]): unknown =>
  given.reduce<unknown>((folded, event) => code.evolve(folded, event), code.initialState());

/** Its own events are told from commands by their names, as the wall would. */
const answersOf = (code: Policy | Process, { given, when, now }: PolicySpecification): PolicyOutput[] => {
  const at = new Date(now ?? 0);
  if ('translate' in code) {
    const made = code.translate(when);
    return made ? [{ action: 'record', type: made.type, data: made.data }] : [];
  }
  const answers: Answer[] =
    'react' in code
      ? [code.react(when)].flat()
      : code.decide({ ...when, metadata: { now: at } }, stateAfter(code, given));
  return answers.map((answer): PolicyOutput => {
    if (!('action' in answer)) {
      const action = /(?:Moved|Finished|TimedOut)$/u.test(answer.type) ? 'record' : 'send';
      return { action, type: answer.type, data: answer.data };
    }
    if (answer.action !== 'Schedule') return { action: 'complete' };
    const { type = '', data = null } = answer.message ?? {};
    return {
      action: 'schedule',
      type,
      data,
      dueAt: new Date(at.getTime() + (answer.when?.afterInMs ?? 0)).toISOString(),
    };
  });
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
