import type { CodeFile } from '#model';
import { samples } from '#samples';

/** An object instead of exports, `when` and `getInitialState`, several files, and Emmett by its short name. */
const decider = `import { IllegalStateError } from 'emmett';
import type { ShoppingCartCommand } from '#model';
import * as rules from './rules/cart';

const decide = (command: ShoppingCartCommand, cart: rules.ShoppingCart) => {
  try {
    return rules.decide(command, cart);
  } catch (error) {
    throw new IllegalStateError((error as Error).message);
  }
};

export const shoppingCart = { decide, when: rules.evolve, getInitialState: rules.initialState };
`;

/** A default export, a start that is a value and not a function, a list of ids, and something that it throws at. */
const summary = `import type { ClientSummaryEvent } from '#model';
import { canHandle, type ClientSummary, evolve, getDocumentId, initialState } from './summary.ts';

export default {
  canHandle,
  evolve: (client: ClientSummary, event: ClientSummaryEvent) => {
    if (event.data.clientId === 'nobody') throw new Error('nobody has no summary');
    return evolve(client, event);
  },
  initialState: initialState(),
  getDocumentId: (event: ClientSummaryEvent) => [getDocumentId(event)],
};
`;

/** The first sample, written otherwise: whatever runs it makes the same history and documents. */
export const otherShapes = async () => {
  const sample = await samples[0]?.load();
  if (!sample) throw new Error('There is no sample.');
  const written: { [id: string]: (own: string) => CodeFile[] } = {
    'shopping-cart': (own) => [
      { path: 'ShoppingCart.ts', text: decider },
      { path: 'rules/cart.ts', text: own },
    ],
    'client-summary': (own) => [
      { path: 'ClientSummary.ts', text: summary },
      { path: 'summary.ts', text: own },
    ],
  };
  const definitions = Object.fromEntries(
    Object.entries(sample.board.definitions).map(([id, definition]) => {
      const rewrite = written[id];
      if (!('code' in definition) || !rewrite) return [id, definition];
      return [id, { ...definition, code: rewrite(definition.code[0]?.text ?? '') }];
    }),
  );
  return { ...sample, board: { ...sample.board, name: 'Other shapes', definitions } };
};
