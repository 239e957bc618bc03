import { arrowsOf, type Board, ofKind, type Specification, type SpecificationMessage } from '#model';
import { isRecord } from '../loose.ts';
import { nameFrom } from '../names.ts';
import { anyRefusal, documentIdKey } from '../sketchedTest.ts';
import { type EmSpecification, type EmStep, nowComment } from './schema.ts';

type Step = Omit<EmStep, 'id'>;

const stepsOf = (board: Board) => {
  const { placed } = arrowsOf(board);
  const message =
    (type: 'SPEC_EVENT' | 'SPEC_COMMAND') =>
    (one: SpecificationMessage): Step => {
      const kind = type === 'SPEC_EVENT' ? 'event' : 'command';
      const known = ofKind(placed, kind).find(({ name }) => name === one.type);
      return {
        title: one.type,
        type,
        ...(known ? { linkedId: known.id } : {}),
        examples: isRecord(one.data) ? [one.data] : [],
      };
    };
  return { event: message('SPEC_EVENT'), command: message('SPEC_COMMAND') };
};

const documentsOf = (board: Board, specification: Extract<Specification, { subject: 'read-model' }>): Step[] => {
  const { definitionId, then } = specification;
  const view = {
    title: board.definitions[definitionId]?.name ?? '',
    type: 'SPEC_READMODEL',
    linkedId: definitionId,
  } as const;
  if (then.documents.length === 0) return [{ ...view, expectEmptyList: true }];
  return then.documents.map(({ documentId, document }) => ({
    ...view,
    examples: [{ [documentIdKey]: documentId, ...(isRecord(document) ? document : {}) }],
  }));
};

/** The steps of when and then; null where the format has no words for them. */
const partsOf = (board: Board, specification: Specification): { when: Step[]; then: Step[] } | null => {
  const { event, command } = stepsOf(board);
  if (specification.subject === 'read-model') return { when: [], then: documentsOf(board, specification) };
  if (specification.subject === 'policy') {
    const sent = specification.then.outputs.filter((output) => output.action === 'send');
    if (specification.isDue || sent.length < specification.then.outputs.length) return null;
    return { when: [event(specification.when)], then: sent.map(command) };
  }
  const { then } = specification;
  return {
    when: [command(specification.when)],
    then:
      then.kind === 'events'
        ? then.events.map(event)
        : [{ title: nameFrom(then.message) || anyRefusal, type: 'SPEC_ERROR' }],
  };
};

/** The specifications of each slice, by the id of the command, the policy or the read model that it is named after. */
export const specificationsBySlice = (board: Board): Map<string, EmSpecification[]> => {
  const commands = ofKind(arrowsOf(board).placed, 'command');
  const bySlice = new Map<string, EmSpecification[]>();
  for (const specification of Object.values(board.specifications)) {
    const parts = partsOf(board, specification);
    const command =
      specification.subject === 'decider' ? commands.find(({ name }) => name === specification.when.type) : undefined;
    const sliceId = specification.subject === 'decider' ? command?.id : specification.definitionId;
    if (!parts || sliceId === undefined) continue;
    const numbered = (part: string, steps: readonly Step[]): EmStep[] =>
      steps.map((step, index) => ({ id: `${specification.id}-${part}-${index + 1}`, ...step }));
    const now = 'now' in specification ? specification.now : undefined;
    const written: EmSpecification = {
      id: specification.id,
      title: specification.name,
      sliceName: board.definitions[sliceId]?.name ?? '',
      given: numbered('given', specification.given.map(stepsOf(board).event)),
      when: numbered('when', parts.when),
      then: numbered('then', parts.then),
      ...(now === undefined ? {} : { comments: [{ description: `${nowComment}${now}` }] }),
      linkedId: sliceId,
    };
    bySlice.set(sliceId, [...(bySlice.get(sliceId) ?? []), written]);
  }
  return bySlice;
};
