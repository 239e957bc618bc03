import { type Board, categoryOf, type Definition } from '#model';
import { traceTexts as texts } from '../text/trace.ts';
import type { TracedNode } from './traceStore.ts';

const answersTo = ({ name, formerNames = [] }: Definition, type: string): boolean =>
  name === type || formerNames.includes(type);

/** What of the wall it belongs to: all definitions that bear its name, or had it. */
export const definitionsOf = ({ definitions }: Pick<Board, 'definitions'>, node: TracedNode): Definition[] => {
  switch (node.kind) {
    case 'policy':
    case 'read-model': {
      const definition = definitions[node.kind === 'policy' ? node.policyId : node.readModelId];
      return definition ? [definition] : [];
    }
    case 'command':
    case 'event': {
      const { type } = node.kind === 'command' ? node.command : node.event;
      return Object.values(definitions).filter((one) => one.kind === node.kind && answersTo(one, type));
    }
    default:
      return [];
  }
};

export const decidersOf = ({ definitions }: Pick<Board, 'definitions'>, stream: string): Definition[] =>
  Object.values(definitions).filter((one) => one.kind === 'decider' && one.category === categoryOf(stream));

/** As it was called when it happened; what has no name of its own is named by its id. */
export const nameOfTraced = (board: Pick<Board, 'definitions'>, node: TracedNode): string => {
  switch (node.kind) {
    case 'command':
      return node.command.type;
    case 'event':
      return node.event.type;
    case 'policy':
    case 'read-model':
      return definitionsOf(board, node)[0]?.name ?? texts.kinds[node.kind];
    default:
      return node.id;
  }
};
